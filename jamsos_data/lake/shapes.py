"""What was chosen for sheets of a shape, remembered for the next file like it: the lake's table `bentuk_berkas`.

Owns the table's columns and its form in the lake. A row holds a fingerprint of header texts and canonical names,
never a text of a file. Like every table it is versioned: what was forgotten can still be found in its history.
"""

import polars as pl

from jamsos_data.dataset_columns import Column, ColumnKind, Text
from jamsos_data.datasets import Dataset
from jamsos_data.lake.kept_table import KeptTable


def _text(name: str, title: Text, explanation: Text, example: str) -> Column:
    return Column(
        name=name, kind=ColumnKind.TEXT, title=title, explanation=explanation, example=example, required=True
    )


SHAPES = Dataset(
    name="bentuk_berkas",
    title=Text("Bentuk berkas", "Shapes of files"),
    explanation=Text(
        "Koreksi tata letak yang diingat untuk berkas berikutnya dengan judul kolom yang sama.",
        "Corrections of the layout, remembered for the next file with the same headers.",
    ),
    columns=(
        _text(
            "bentuk",
            Text("Bentuk", "Shape"),
            Text("Sidik judul kolom.", "Fingerprint of the headers."),
            "9f…",
        ),
        _text("tata_letak", Text("Tata letak", "Layout"), Text("Pilihan (JSON).", "Choices (JSON)."), "{}"),
        _text("pembuat", Text("Oleh", "By"), Text("Yang memilih.", "Who chose."), "Sri"),
        _text("waktu", Text("Waktu", "Time"), Text("Kapan dipilih.", "When it was chosen."), "2026-10-14"),
    ),
    value_column="tata_letak",
    replaced_by=("bentuk",),
    stored=False,
)


_TABLE = KeptTable(SHAPES)


def shapes_version(location: str) -> int | None:
    """The newest version of the table at a lake's location; None while nothing was ever remembered."""
    return _TABLE.version(location)


def read_shapes(location: str) -> pl.DataFrame:
    """All remembered shapes: bentuk, tata_letak, pembuat, waktu (text), one row per shape."""
    return _TABLE.read(location).select(SHAPES.names)


def write_shapes(location: str, rows: pl.DataFrame, *, author: str, asal: str) -> None:
    """Remember shapes, in the place of what was remembered of the same ones; `asal` says from which file.

    Raises ConflictError or LakeError when it cannot be written.
    """
    _TABLE.put(location, rows, author=author, asal=asal)


def forget_shapes(location: str, shapes: list[str], *, author: str) -> None:
    """No longer use what was remembered of some shapes. Raises like `write_shapes`."""
    _TABLE.remove(location, shapes, author=author)
