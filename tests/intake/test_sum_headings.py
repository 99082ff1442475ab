"""Headings of segments, sources and months that are numbered, or that carry the sum of their rows."""

from __future__ import annotations

import pytest

from jamsos_data.intake import IntakeReport
from tests.intake.sheets import GIVEN, Rows, codes, finding, read, values, xlsx_of

RENTAN: Rows = [["Bacin", 20], ["Gondangmanis", 30]]
RT_RW: Rows = [["Bacin", 2], ["Gondangmanis", 3]]
BOTH = [("RENTAN", 20), ("RENTAN", 30), ("RT_RW", 2), ("RT_RW", 3)]


def _read(
    rows: Rows, *, leave: str = "segmen", header: tuple[str, ...] = ("Desa", "Peserta Aktif")
) -> IntakeReport:
    given = {name: text for name, text in GIVEN.items() if name != leave}
    return read(xlsx_of({"S": [header, *rows]}), given=given, kind="kepesertaan")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I. Pekerja Rentan", "II. RT/RW"), ("A. Pekerja Rentan", "B. RT/RW"), ("a) Pekerja Rentan", "b) RT/RW"),
        ("1. Pekerja Rentan", "2. RT/RW"), ("Segmen: Pekerja Rentan", "Segmen: RT/RW"), ("Pekerja Rentan", "RT/RW"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("sums", [(50, 5), ("", "")])
def test_a_heading_may_be_numbered_and_carry_its_sum(
    first: str, second: str, sums: tuple[object, object]
) -> None:
    report = _read([[first, sums[0]], *RENTAN, [second, sums[1]], *RT_RW])
    assert (report.outcome, values(report, "segmen", "peserta_aktif")) == ("ok", BOTH)
    assert codes(report).count("BARIS_BAGIAN") == 2
    assert codes(report).count("BARIS_TOTAL_DITINGGALKAN") == (2 if sums[0] else 0)


def test_the_number_may_stand_in_a_column_of_its_own() -> None:
    rows = [["I", "Pekerja Rentan", 50], [1, *RENTAN[0]], [2, *RENTAN[1]], ["II", "RT/RW", 5], [1, *RT_RW[0]]]
    report = _read([*rows, [2, *RT_RW[1]], ["", "Jumlah", 55]], header=("No", "Desa", "Peserta Aktif"))
    assert (report.outcome, values(report, "segmen", "peserta_aktif")) == ("ok", BOTH)


def test_a_heading_may_stand_below_its_rows() -> None:
    report = _read([*RENTAN, ["Pekerja Rentan", 50], *RT_RW, ["RT/RW", 5], ["Jumlah", 55]])
    assert (report.outcome, values(report, "segmen", "peserta_aktif")) == ("ok", BOTH)


@pytest.mark.parametrize(
    ("leave", "texts", "wanted"),
    [
        ("sumber_dana", ("DBHCHT", "APBDes"), {"DBHCHT": 50, "APBDES": 5}),
        ("periode", ("Agustus 2026", "September 2026"), {"2026-08": 50, "2026-09": 5}),
    ],
)
def test_sources_and_months_head_rows_likewise(
    leave: str, texts: tuple[str, str], wanted: dict[str, int]
) -> None:
    report = _read([[texts[0], 50], *RENTAN, [texts[1], 5], *RT_RW], leave=leave)
    found: dict[str, int] = {}
    for key, people in values(report, leave, "peserta_aktif"):
        found[str(key)] = found.get(str(key), 0) + int(str(people))
    assert (report.outcome, found) == ("ok", wanted)


def test_the_sum_of_a_heading_that_misses_its_rows_is_told() -> None:
    report = _read([["Pekerja Rentan", 70], *RENTAN, ["RT/RW", 5], *RT_RW])
    found = finding(report, "TOTAL_TIDAK_COCOK")
    assert (found.row, found.params["printed"], found.params["summed"]) == (2, 70, 50)
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 55})


def test_all_months_of_a_wide_table_are_compared() -> None:
    rows = [
        ["Pekerja Rentan", 50, 51],
        ["Bacin", 20, 20],
        ["Panjang", 30, 31],
        ["RT/RW", 2, 4],
        ["Bacin", 2, 4],
    ]
    given = {name: text for name, text in GIVEN.items() if name not in ("segmen", "periode")}
    content = xlsx_of({"S": [["Desa", "2026-08", "2026-09"], *rows]})
    report = read(content, given=given, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 107})


def test_a_text_that_sums_nothing_is_an_area_that_is_not_known() -> None:
    """ "Lainnya" is a name of a segment too, but no row here is the sum of others."""
    report = _read([["Bacin", 20], ["Lainnya", 7], ["Gondangmanis", 30]], leave="")
    assert (finding(report, "WILAYAH_TIDAK_DIKETAHUI").value, report.totals) == (
        "Lainnya",
        {"peserta_aktif": 50},
    )
    assert set(report.rows["segmen"]) == {"RENTAN"}


def test_a_segment_without_rows_of_its_own_is_not_taken_for_a_heading() -> None:
    report = _read([["Pekerja Rentan", 50], *RENTAN, ["BPD", 9]])
    assert (finding(report, "NAMA_TIDAK_DIKENAL").value, report.totals) == ("BPD", {"peserta_aktif": 50})


@pytest.mark.parametrize(
    ("first", "head", "number"),
    [("Pekerja Rentan", "Lain-lain XYZ", 5), ("I. Pekerja Rentan", "II. Lain-lain XYZ", 7)],
)
def test_a_heading_with_a_number_that_is_not_known_ends_the_section_before_it(
    first: str, head: str, number: int
) -> None:
    report = _read([[first, 50], *RENTAN, [head, number], *RT_RW])
    assert values(report, "segmen", "peserta_aktif") == BOTH[:2]
    asked = finding(report, "KODE_TIDAK_ADA_DI_DAFTAR")
    assert (asked.row, asked.value) == (6, head)


def test_a_row_of_an_odd_name_within_a_section_ends_nothing() -> None:
    report = _read([["Pekerja Rentan", 53], RENTAN[0], ["Luar daerah", 3], RENTAN[1], ["RT/RW", 5], *RT_RW])
    assert values(report, "segmen", "peserta_aktif") == BOTH
    assert finding(report, "WILAYAH_LUAR").row == 4


def test_headings_sum_rows_of_kecamatan_too() -> None:
    rows = [["Pekerja Rentan", 50], ["Jati", 20], ["Undaan", 30], ["RT/RW", 5], ["Jati", 2], ["Undaan", 3]]
    report = _read(rows, header=("Kecamatan", "Peserta Aktif"))
    assert (report.outcome, values(report, "segmen", "peserta_aktif")) == ("ok", BOTH)
