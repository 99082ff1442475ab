"""Scenarios kept by name for whoever opens the page next: the lake's table `skenario`.

Owns the table's columns. A row holds a name, the codes of the scenario, who kept it and when;
never a figure and never a person. Like every table it is versioned: what was replaced or thrown away comes back.
"""

import polars as pl

from jamsos_data.dataset_columns import Column, ColumnKind, Text
from jamsos_data.datasets import Dataset
from jamsos_data.lake.kept_table import KeptTable

FROM_PAGE = "halaman"


def _text(name: str, title: Text, explanation: Text, example: str) -> Column:
    return Column(
        name=name, kind=ColumnKind.TEXT, title=title, explanation=explanation, example=example, required=True
    )


SCENARIOS = Dataset(
    name="skenario",
    title=Text("Skenario", "Scenarios"),
    explanation=Text("Skenario simulasi yang disimpan dengan nama.", "Simulated scenarios kept by name."),
    columns=(
        _text("nama", Text("Nama", "Name"), Text("Nama skenario.", "Name of the scenario."), "Tutup selisih"),
        _text("isi", Text("Isi", "Content"), Text("Kode pilihannya.", "The codes chosen."), "segmen-BPU"),
        _text("pembuat", Text("Oleh", "By"), Text("Yang menyimpan.", "Who kept it."), "Sri"),
        _text("waktu", Text("Waktu", "Time"), Text("Kapan disimpan.", "When it was kept."), "2026-10-14"),
    ),
    value_column="isi",
    replaced_by=("nama",),
    stored=False,
)


_TABLE = KeptTable(SCENARIOS)


def scenarios_version(location: str) -> int:
    """The newest version of the table at a lake's location; 0 while nothing was ever kept."""
    return _TABLE.version(location) or 0


def read_scenarios(location: str) -> pl.DataFrame:
    """All scenarios that are kept: nama, isi, pembuat, waktu (text), by name."""
    return _TABLE.read(location).select(SCENARIOS.names).sort("nama")


def keep_scenario(location: str, *, nama: str, isi: str, author: str, waktu: str) -> int:
    """Keep a scenario, in the place of one of the same name; the version that holds it.

    Raises ConflictError or LakeError when it cannot be written.
    """
    row = pl.DataFrame({"nama": [nama], "isi": [isi], "pembuat": [author], "waktu": [waktu]})
    return _TABLE.put(location, row, author=author, asal=FROM_PAGE)


def drop_scenario(location: str, *, nama: str, author: str) -> int:
    """No longer keep the scenario of a name; the version without it. Raises like :func:`keep_scenario`."""
    return _TABLE.remove(location, [nama], author=author)


def undo_scenarios(location: str, version: int, *, author: str) -> int:
    """Take back the change that made `version`, which must be the newest; the version that did it.

    Raises ConflictError when somebody has kept or dropped one since, and like :func:`keep_scenario`.
    """
    return _TABLE.undo(location, version, author=author)
