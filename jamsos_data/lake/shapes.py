"""What was chosen for sheets of a shape, remembered for the next file like it: the lake's table `bentuk_berkas`.

Owns the table's columns and its form in the lake. A row holds a fingerprint of header texts and canonical names,
never a text of a file. Like every table it is versioned: what was forgotten can still be found in its history.
"""

import polars as pl
from deltalake import DeltaTable

from jamsos_data.dataset_columns import Column, ColumnKind, Text
from jamsos_data.datasets import Dataset
from jamsos_data.lake import writing
from jamsos_data.lake.history import Provenance
from jamsos_data.lake.place import latest_version
from jamsos_data.lake.schema import ASAL, complete, stored_types

REMEMBER = "ingat"
FORGET = "lupakan"


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


def shapes_version(location: str) -> int | None:
    """The newest version of the table at a lake's location; None while nothing was ever remembered."""
    return latest_version(_place(location))


def read_shapes(location: str) -> pl.DataFrame:
    """All remembered shapes: bentuk, tata_letak, pembuat, waktu (text), one row per shape."""
    names = list(SHAPES.names)
    if shapes_version(location) is None:
        return pl.DataFrame(schema={name: stored_types(SHAPES)[name] for name in names})
    return complete(pl.scan_delta(_place(location)), SHAPES).select(names).collect()


def write_shapes(location: str, rows: pl.DataFrame, *, author: str, asal: str) -> None:
    """Remember shapes, in the place of what was remembered of the same ones; `asal` says from which file.

    Raises ConflictError or LakeError when it cannot be written.
    """
    provenance = Provenance(action=REMEMBER, author=author, rows=rows.height)
    frame = rows.select(SHAPES.names).with_columns(pl.lit(asal).alias(ASAL))

    def change(table: DeltaTable) -> None:
        writing.write_rows(table, frame, provenance, replacing=_condition(rows["bentuk"].to_list()))

    writing.commit_change(_place(location), SHAPES, change)


def forget_shapes(location: str, shapes: list[str], *, author: str) -> None:
    """No longer use what was remembered of some shapes. Raises like `write_shapes`."""
    if shapes_version(location) is None or not shapes:
        return
    provenance = Provenance(action=FORGET, author=author, rows=len(shapes))

    def change(table: DeltaTable) -> None:
        writing.delete_rows(table, provenance, condition=_condition(shapes))

    writing.commit_change(_place(location), SHAPES, change)


def _condition(shapes: list[str]) -> str:
    quoted = ", ".join("'" + shape.replace("'", "''") + "'" for shape in shapes)
    return f"bentuk IN ({quoted})"


def _place(location: str) -> str:
    return f"{location}/{SHAPES.name}"
