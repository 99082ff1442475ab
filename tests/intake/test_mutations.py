"""A table that somebody has damaged never raises, and never changes a total without a word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from jamsos_data.intake import IntakeReport
from tests.intake.amount import examples
from tests.intake.sheets import KECAMATAN, csv_of, read, xlsx_of

GIVEN = {"sumber_dana": "MANDIRI", "program": "JKK+JKM"}
LONG = ["No", "Bulan", "Kecamatan", "Segmen", "Peserta Aktif"]
SLIPS = ("Linmass", "Kecamatann", "Septembr 2026", "Peserta Aktf", "Buln", "xxx", "")
CELLS = (
    "",
    "-",
    "x",
    "1.234",
    "12,5",
    "-3",
    "Jumlah",
    "Jati",
    "Kudus",
    "2026-09",
    "Total",
    "0",
    "1e9",
    "=A1",
    "33.19",
)

Cells = list[list[object]]


@dataclass(frozen=True)
class Base:
    """A sound workbook: one sheet per month, and how many people stand in it."""

    sheets: dict[str, Cells]
    people: int


@dataclass
class Damaged:
    """The sheets after some damage; `people` is None once the damage changed what the file states."""

    sheets: dict[str, Cells]
    people: int | None
    done: list[str] = field(default_factory=list)


@st.composite
def bases(draw: st.DrawFn) -> Base:
    """One or two months, two segments as rows or as columns, two to five kecamatan, distinct numbers."""
    names = draw(st.lists(st.sampled_from(KECAMATAN), min_size=2, max_size=5, unique=True))
    months = draw(
        st.lists(st.sampled_from(["2026-07", "2026-08", "2026-09"]), min_size=1, max_size=2, unique=True)
    )
    wide = draw(st.booleans())
    count = len(names) * len(months) * 2
    numbers = draw(st.lists(st.integers(1, 9_999), min_size=count, max_size=count, unique=True))
    left = iter(numbers)
    sheets: dict[str, Cells] = {}
    for month in months:
        if wide:
            rows: Cells = [["Bulan", "Kecamatan", "BPD", "Linmas"]]
            rows += [[month, name, next(left), next(left)] for name in names]
        else:
            pairs = [(name, segment) for name in names for segment in ("BPD", "LINMAS")]
            rows = [
                list(LONG),
                *([position, month, *pair, next(left)] for position, pair in enumerate(pairs, start=1)),
            ]
        sheets[f"Data {month}"] = rows
    return Base(sheets, sum(numbers))


def _any_sheet(draw: st.DrawFn, state: Damaged) -> Cells:
    return state.sheets[draw(st.sampled_from(sorted(state.sheets)))]


def _repeat_row(draw: st.DrawFn, state: Damaged) -> None:
    rows = _any_sheet(draw, state)
    rows.append(list(draw(st.sampled_from(rows[1:]))))


def _repeat_sheet(draw: st.DrawFn, state: Damaged) -> None:
    state.sheets[f"Salinan {len(state.sheets)}"] = [list(row) for row in _any_sheet(draw, state)]


def _add_total(draw: st.DrawFn, state: Damaged) -> None:
    rows = _any_sheet(draw, state)
    sums = [sum(cell for cell in cells if isinstance(cell, int)) for cells in zip(*rows[1:], strict=True)]
    start = 2 if len(rows[0]) == 4 else 4
    label = draw(st.sampled_from(["", "Jumlah", "Total", "TOTAL KESELURUHAN"]))
    rows.append([*([""] * (start - 1)), label, *sums[start:]])


def _blank_row(draw: st.DrawFn, state: Damaged) -> None:
    rows = _any_sheet(draw, state)
    rows.insert(draw(st.integers(1, len(rows))), [""] * len(rows[0]))


def _misspell_header(draw: st.DrawFn, state: Damaged) -> None:
    rows = _any_sheet(draw, state)
    rows[0] = list(rows[0])
    rows[0][draw(st.integers(0, len(rows[0]) - 1))] = draw(st.sampled_from(SLIPS))


def _blank_key(draw: st.DrawFn, state: Damaged) -> None:
    rows = _any_sheet(draw, state)
    row = draw(st.integers(1, len(rows) - 1))
    keys = [0, 1] if len(rows[0]) == 4 else [1, 2, 3]
    rows[row] = list(rows[row])
    rows[row][draw(st.sampled_from(keys))] = ""


def _add_note(draw: st.DrawFn, state: Damaged) -> None:
    rows = _any_sheet(draw, state)
    note = draw(st.sampled_from(["Sumber: Dinas", "* sementara", "Kudus, 30 September 2026"]))
    rows.append([note, *[""] * (len(rows[0]) - 1)])


def _add_title(draw: st.DrawFn, state: Damaged) -> None:
    rows = _any_sheet(draw, state)
    rows.insert(0, [draw(st.sampled_from(["Rekap peserta", "Kabupaten Kudus"])), *[""] * (len(rows[0]) - 1)])


def _change_cell(draw: st.DrawFn, state: Damaged) -> None:
    """Any cell becomes anything: the file may now say something else, so only "never raises" is left."""
    rows = _any_sheet(draw, state)
    row = draw(st.integers(0, len(rows) - 1))
    rows[row] = list(rows[row])
    rows[row][draw(st.integers(0, len(rows[0]) - 1))] = draw(st.sampled_from(CELLS))
    state.people = None


HARMLESS: tuple[Callable[[st.DrawFn, Damaged], None], ...] = (
    _repeat_row, _repeat_sheet, _add_total, _blank_row, _misspell_header, _blank_key, _add_note,
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, *damages: Callable[[st.DrawFn, Damaged], None]) -> Damaged:
    """A sound workbook with one to three damages, each on what the last one left."""
    base = draw(bases())
    state = Damaged({name: [list(row) for row in rows] for name, rows in base.sheets.items()}, base.people)
    for damage in draw(st.lists(st.sampled_from(damages), min_size=1, max_size=3)):
        damage(draw, state)
        state.done.append(damage.__name__)
    return state


def _read(state: Damaged) -> IntakeReport:
    only = next(iter(state.sheets.values()))
    content = csv_of(only) if len(state.sheets) == 1 else xlsx_of(state.sheets)
    return read(content, kind="kepesertaan", given=GIVEN)


@given(damaged(*HARMLESS))
@examples(30)
def test_a_damage_that_changes_no_people_changes_no_total_in_silence(state: Damaged) -> None:
    report = _read(state)
    shown = [(found.code, found.sheet, found.row, found.value) for found in report.findings]
    if report.outcome == "ok":
        assert report.totals == {"peserta_aktif": state.people}, (state.done, state.sheets, shown)
    assert report.totals.get("peserta_aktif", 0) <= (state.people or 0), (state.done, state.sheets, shown)


@given(damaged(*HARMLESS, _change_cell, _add_title))
@examples(40)
def test_no_damage_raises_and_every_row_is_taken_or_accounted_for(state: Damaged) -> None:
    report = _read(state)
    assert report.outcome in ("ok", "problems", "refused")
    assert all(found.message(language) for found in report.findings for language in ("id", "en"))
    assert report.totals.get("peserta_aktif", 0) == sum(report.by_kecamatan.values())
    if not report.rejected.empty:
        assert report.outcome == "problems"
        assert report.rejected["temuan"].ne("").all()
