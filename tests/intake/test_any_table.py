"""Whatever a table holds, written in any supported style and layout it reads back equal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jamsos_data.intake import IntakeReport
from tests.intake.amount import examples
from tests.intake.sheets import KECAMATAN, csv_of, read, xlsx_of

SEGMENTS = ("PU", "RENTAN", "BPD", "LINMAS", "UMKM")
MONTHS = (date(2025, 12, 1), date(2026, 1, 1), date(2026, 5, 1), date(2026, 8, 1), date(2026, 9, 1))
NAMES = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]

NUMBERS: dict[str, Callable[[int], str]] = {
    "plain": str,
    "points": lambda number: f"{number:,}".replace(",", "."),
    "commas": lambda number: f"{number:,}",
    "blank for zero": lambda number: str(number) if number else "-",
    "en dash for zero": lambda number: str(number) if number else "–",
    "people": lambda number: f"{number} orang",
    "decimals": lambda number: f"{number},00",
}
MONTH_STYLES: dict[str, Callable[[date], object]] = {
    "key": lambda month: f"{month:%Y-%m}",
    "turned": lambda month: f"{month:%m-%Y}",
    "slash": lambda month: f"{month:%m/%Y}",
    "name": lambda month: f"{NAMES[month.month - 1]} {month.year}",
    "short": lambda month: f"{NAMES[month.month - 1][:3]}-{month:%y}",
    "capitals": lambda month: f"{NAMES[month.month - 1]} {month.year}".upper(),
    "day": lambda month: f"{month:%d/%m/%Y}",
    "digits": lambda month: f"{month:%Y%m}",
}
AREAS: dict[str, Callable[[int], str]] = {
    "name": lambda number: KECAMATAN[number],
    "prefix": lambda number: f"Kec. {KECAMATAN[number]}",
    "capitals": lambda number: f"KECAMATAN {KECAMATAN[number].upper()}",
    "numbered": lambda number: f"{number + 1}. {KECAMATAN[number]}",
}

Figures = dict[tuple[str, int, date], int]


@dataclass(frozen=True)
class Style:
    """How a table is written."""

    number: str
    month: str
    area: str
    titles: int
    total: bool
    separator: str
    workbook: bool


STYLES = st.builds(
    Style,
    number=st.sampled_from(sorted(NUMBERS)),
    month=st.sampled_from(sorted(MONTH_STYLES)),
    area=st.sampled_from(sorted(AREAS)),
    titles=st.integers(0, 3),
    total=st.booleans(),
    separator=st.sampled_from([";", "\t", "|"]),
    workbook=st.booleans(),
)


@st.composite
def figures(draw: st.DrawFn) -> Figures:
    """People by segment, kecamatan and month: a full block, so that every layout can hold it."""
    segments = draw(st.lists(st.sampled_from(SEGMENTS), min_size=1, max_size=3, unique=True))
    areas = draw(st.lists(st.integers(0, 8), min_size=2, max_size=9, unique=True))
    months = draw(st.lists(st.sampled_from(MONTHS), min_size=1, max_size=3, unique=True))
    number = st.integers(0, 250_000)
    return {(s, a, m): draw(number) for s in segments for a in areas for m in months}


def _write(rows: list[list[object]], style: Style) -> bytes:
    titles: list[list[object]] = [["Rekapitulasi kepesertaan"], ["Dinas terkait"], []]
    titled = titles[: style.titles]
    if style.workbook:
        return xlsx_of({"Data": [*titled, *rows]})
    width = len(rows[0])
    return csv_of([[*row, *[""] * (width - len(row))] for row in [*titled, *rows]], separator=style.separator)


def _read(content: bytes) -> IntakeReport:
    return read(content, kind="kepesertaan", given={"sumber_dana": "MANDIRI", "program": "JKK+JKM"})


def _same(report: IntakeReport, expected: Figures) -> None:
    assert report.outcome == "ok", [(f.code, f.row, f.value) for f in report.findings]
    frame = report.rows
    keys = zip(frame["segmen"], frame["kode_wilayah"], frame["periode"].dt.date, strict=True)
    found = {
        (segment, int(code[-1]) - 1, month): people
        for (segment, code, month), people in zip(keys, frame["peserta_aktif"], strict=True)
    }
    assert found == expected
    assert report.totals["peserta_aktif"] == sum(expected.values())


@given(figures(), STYLES)
@examples(25)
def test_a_long_table_reads_back_equal(expected: Figures, style: Style) -> None:
    number, month, area = NUMBERS[style.number], MONTH_STYLES[style.month], AREAS[style.area]
    rows: list[list[object]] = [["No", "Bulan", "Kecamatan", "Segmen", "Peserta Aktif"]]
    for position, ((s, a, m), people) in enumerate(expected.items(), start=1):
        rows.append([position, month(m), area(a), s, number(people)])
    if style.total:
        rows.append(["Jumlah", "", "", "", number(sum(expected.values()))])
    _same(_read(_write(rows, style)), expected)


@given(figures(), STYLES)
@examples(25)
def test_segments_as_columns_read_back_equal(expected: Figures, style: Style) -> None:
    number, month, area = NUMBERS[style.number], MONTH_STYLES[style.month], AREAS[style.area]
    segments = list(dict.fromkeys(s for s, _, _ in expected))
    cells = list(dict.fromkeys((a, m) for _, a, m in expected))
    rows: list[list[object]] = [["Bulan", "Kecamatan", *segments]]
    rows += [[month(m), area(a), *(number(expected[s, a, m]) for s in segments)] for a, m in cells]
    if style.total:
        rows.append(["Total", "", *(number(sum(expected[s, a, m] for a, m in cells)) for s in segments)])
    _same(_read(_write(rows, style)), expected)


@given(figures(), STYLES)
@examples(25)
def test_months_as_columns_read_back_equal(expected: Figures, style: Style) -> None:
    number, area = NUMBERS[style.number], AREAS[style.area]
    month = MONTH_STYLES["name" if style.month == "digits" else style.month]
    months = list(dict.fromkeys(m for _, _, m in expected))
    cells = list(dict.fromkeys((s, a) for s, a, _ in expected))
    rows: list[list[object]] = [["Segmen", "Kecamatan", *(month(m) for m in months)]]
    rows.extend([s, area(a), *(number(expected[s, a, m]) for m in months)] for s, a in cells)
    if style.total:
        rows.append(["", "JUMLAH", *(number(sum(expected[s, a, m] for s, a in cells)) for m in months)])
    _same(_read(_write(rows, style)), expected)


@given(st.binary(max_size=400))
@examples(40)
def test_no_bytes_whatever_raise(content: bytes) -> None:
    assert read(content).outcome in ("refused", "problems", "ok")


@given(st.integers(0, 6000), st.integers(1, 255))
@examples(40)
def test_a_damaged_workbook_is_refused_or_read_but_never_raises(position: int, change: int) -> None:
    content = bytearray(xlsx_of({"Data": [["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40]]}))
    content[position % len(content)] ^= change
    report = read(bytes(content), kind="kepesertaan")
    assert report.outcome in ("refused", "problems")
