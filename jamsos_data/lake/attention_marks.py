"""Findings that somebody handled, and the meetings at which they were looked at: two small tables of the lake.

Owns `penanganan` (one row per finding or part of one) and `rapat` (one row per meeting). No name of a participant
belongs here: a row holds the identity of a finding, made of codes, the name of the operator as commits keep it, and a
note.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

import polars as pl

from jamsos_data.dataset_columns import Column, ColumnKind, Text
from jamsos_data.datasets import Dataset
from jamsos_data.lake.kept_table import KeptTable
from jamsos_data.lake.schema import ASAL, EXAMPLE
from jamsos_data.metrics.attention_marks import Mark


def _column(name: str, title: Text, explanation: Text, kind: ColumnKind = ColumnKind.TEXT) -> Column:
    return Column(name=name, kind=kind, title=title, explanation=explanation, example="", required=True)


_BY = _column("pembuat", Text("Oleh", "By"), Text("Yang mencatat.", "Who noted it."))
_WHEN = _column("waktu", Text("Waktu", "Time"), Text("Kapan dicatat.", "When it was noted."))
_HANDLED = KeptTable(
    Dataset(
        name="penanganan",
        title=Text("Temuan yang ditangani", "Findings handled"),
        explanation=Text(
            "Temuan di halaman Perlu perhatian yang ditandai sudah ditangani.",
            "Findings of the page Needs attention that were marked as handled.",
        ),
        columns=(
            _column("temuan", Text("Temuan", "Finding"), Text("Identitas temuan.", "Identity of the finding.")),
            _column("bulan", Text("Bulan", "Month"), Text("Bulan yang dilihat.", "Month looked at.")),
            _column("ukuran", Text("Ukuran", "Size"), Text("Saat ditandai.", "When it was marked."), ColumnKind.COUNT),
            _column("tingkat", Text("Tingkat", "Urgency"), Text("Saat ditandai.", "When it was marked.")),
            _column("catatan", Text("Catatan", "Note"), Text("Apa yang dilakukan.", "What was done.")),
            _BY,
            _WHEN,
        ),
        value_column="catatan",
        replaced_by=("temuan",),
        stored=False,
    )
)  # fmt: skip
_MEETINGS = KeptTable(
    Dataset(
        name="rapat",
        title=Text("Rapat", "Meetings"),
        explanation=Text(
            "Saat rapat terakhir: temuan yang belum ada saat itu ditandai baru.",
            "When meetings were held: findings that were not there then are marked as new.",
        ),
        columns=(
            _column(
                "saat", Text("Saat", "Moment"), Text("Saat rapat (UTC).", "Moment of the meeting (UTC).")
            ),
            _BY,
            _WHEN,
        ),
        value_column="saat",
        replaced_by=("saat",),
        stored=False,
    )
)


def marks_version(location: str) -> tuple[int | None, int | None]:
    """Something that changes with either table; for use in a cache key."""
    return _HANDLED.version(location), _MEETINGS.version(location)


def read_marks(location: str, *, example: bool) -> Mapping[str, Mark]:
    """The marks by identity of their finding: those made on example data, or those made on real data."""
    return {
        row["temuan"]: Mark(
            **{name: row[name] for name in ("temuan", "bulan", "ukuran", "tingkat", "catatan")},
            oleh=row["pembuat"],
            waktu=datetime.fromisoformat(row["waktu"]),
        )
        for row in _made_on(_HANDLED.read(location), example).iter_rows(named=True)
    }


def write_marks(location: str, marks: Sequence[Mark], *, example: bool) -> None:
    """Keep marks made at once in the place of earlier ones on the same findings. Raises ConflictError or LakeError."""
    rows = [
        {
            "temuan": mark.temuan,
            "bulan": mark.bulan,
            "ukuran": mark.ukuran,
            "tingkat": mark.tingkat,
            "catatan": mark.catatan,
            "pembuat": mark.oleh,
            "waktu": mark.waktu.isoformat(),
        }
        for mark in marks
    ]
    _HANDLED.put(location, pl.DataFrame(rows), author=marks[0].oleh, asal=EXAMPLE if example else "")


def remove_marks(location: str, findings: Sequence[str], *, author: str) -> None:
    """Take back the marks on these identities. Raises ConflictError or LakeError."""
    _HANDLED.remove(location, list(findings), author=author)


def read_meetings(location: str, *, example: bool) -> tuple[datetime, ...]:
    """The moments (aware) of the meetings on example or on real data, oldest first."""
    rows = _made_on(_MEETINGS.read(location), example)
    return tuple(sorted(datetime.fromisoformat(text) for text in rows["saat"]))


def write_meeting(location: str, moment: datetime, *, author: str, noted: datetime, example: bool) -> None:
    """Note a meeting held at `moment`, noted at `noted` (both aware). Raises ConflictError or LakeError."""
    row = {"saat": moment.isoformat(), "pembuat": author, "waktu": noted.isoformat()}
    _MEETINGS.put(location, pl.DataFrame([row]), author=author, asal=EXAMPLE if example else "")


def remove_meeting(location: str, moment: datetime, *, author: str) -> None:
    """Take a noted meeting back. Raises ConflictError or LakeError."""
    _MEETINGS.remove(location, [moment.isoformat()], author=author)


def _made_on(rows: pl.DataFrame, example: bool) -> pl.DataFrame:
    return rows.filter((pl.col(ASAL) == EXAMPLE) == example)
