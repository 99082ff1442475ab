"""Scenarios kept by name for whoever opens the page next: the lake's table `skenario`.

Owns the table's columns and its form in the lake. A row holds a name, the codes of the scenario, who kept it and when;
never a figure and never a person. Like every table it is versioned: what was replaced or thrown away comes back.
"""

import polars as pl
from deltalake import DeltaTable

from jamsos_data.dataset_columns import Column, ColumnKind, Text
from jamsos_data.datasets import Dataset
from jamsos_data.lake import history as actions
from jamsos_data.lake import writing
from jamsos_data.lake.errors import ConflictError
from jamsos_data.lake.history import Provenance
from jamsos_data.lake.place import latest_version
from jamsos_data.lake.schema import ASAL, complete, stored_types

KEEP = "simpan"
DROP = "hapus"


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


def scenarios_version(location: str) -> int:
    """The newest version of the table at a lake's location; 0 while nothing was ever kept."""
    return latest_version(_place(location)) or 0


def read_scenarios(location: str) -> pl.DataFrame:
    """All scenarios that are kept: nama, isi, pembuat, waktu (text), by name."""
    names = list(SCENARIOS.names)
    if not scenarios_version(location):
        return pl.DataFrame(schema={name: stored_types(SCENARIOS)[name] for name in names})
    return complete(pl.scan_delta(_place(location)), SCENARIOS).select(names).collect().sort("nama")


def keep_scenario(location: str, *, nama: str, isi: str, author: str, waktu: str) -> int:
    """Keep a scenario, in the place of one of the same name; the version that holds it.

    Raises ConflictError or LakeError when it cannot be written.
    """
    row = pl.DataFrame(
        {"nama": [nama], "isi": [isi], "pembuat": [author], "waktu": [waktu], ASAL: ["halaman"]}
    )
    provenance = Provenance(action=KEEP, author=author, rows=1)

    def change(table: DeltaTable) -> None:
        writing.write_rows(table, row, provenance, replacing=_named(nama))

    return writing.commit_change(_place(location), SCENARIOS, change).version


def drop_scenario(location: str, *, nama: str, author: str) -> int:
    """No longer keep the scenario of a name; the version without it. Raises like :func:`keep_scenario`."""
    provenance = Provenance(action=DROP, author=author, rows=1)

    def change(table: DeltaTable) -> None:
        writing.delete_rows(table, provenance, condition=_named(nama))

    return writing.commit_change(_place(location), SCENARIOS, change).version


def undo_scenarios(location: str, version: int, *, author: str) -> int:
    """Take back the change that made `version`, which must be the newest; the version that did it.

    Raises ConflictError when somebody has kept or dropped one since, and like :func:`keep_scenario`.
    """
    provenance = Provenance(action=actions.RESTORE, author=author, restored=version - 1)

    def change(table: DeltaTable) -> None:
        if table.version() != version:
            raise ConflictError("lake.scenario_changed")
        writing.restore_version(table, provenance, version=version - 1)

    return writing.commit_change(_place(location), SCENARIOS, change).version


def _named(nama: str) -> str:
    return "nama = '" + nama.replace("'", "''") + "'"


def _place(location: str) -> str:
    return f"{location}/{SCENARIOS.name}"
