"""Files that can mean one thing only are read without a question, and what may mean two things is still asked about."""

from __future__ import annotations

import pytest

from jamsos_data.findings import Severity
from tests.intake.sheets import GIVEN, KECAMATAN, Rows, codes, finding, read, values, xlsx_of

NUMBERED: Rows = [[number, name, number] for number, name in enumerate(KECAMATAN, start=1)]
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
BY_SEGMENT = {name: text for name, text in GIVEN.items() if name != "segmen"}
BY_MONTH = {name: text for name, text in GIVEN.items() if name != "periode"}


@pytest.mark.parametrize("name", ["Kabupaten", "Kab.", "Kabupaten Kudus", "Kab. Kudus", "Se-Kabupaten"])
def test_the_regency_beneath_its_kecamatan_is_their_sum_by_whatever_name(name: str) -> None:
    header = [["No", "Kecamatan", "Peserta Aktif"]]
    report = read(xlsx_of({"S": [*header, *NUMBERED, ["", name, 45]]}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 45}), codes(report)
    wrong = read(xlsx_of({"S": [*header, *NUMBERED, ["", name, 46]]}), kind="kepesertaan", given=GIVEN)
    assert (wrong.outcome, wrong.totals) == ("problems", {"peserta_aktif": 45})


def test_zeros_of_construction_workers_by_kecamatan_are_passed_over_and_people_are_not() -> None:
    header = ["Kecamatan", "RT/RW", "Jakon"]
    rows = [header, ["Jati", 10, 0], ["Bae", 20, ""], ["Dawe", 30, "-"]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=BY_SEGMENT)
    assert (report.outcome, set(report.rows["segmen"]), report.totals) == (
        "ok",
        {"RT_RW"},
        {"peserta_aktif": 60},
    )
    assert (finding(report, "JAKON_NOL_DILEWATI").params["n"], len(report.rejected)) == (3, 0)
    counted = read(xlsx_of({"S": [header, ["Jati", 10, 4]]}), kind="kepesertaan", given=BY_SEGMENT)
    assert finding(counted, "JAKON_DI_BAWAH_KABUPATEN").row == 2


def test_a_cell_of_construction_workers_that_cannot_be_read_is_no_zero() -> None:
    rows = [["Kecamatan", "RT/RW", "Jasa Konstruksi"], ["Jati", 10, "sekitar 40"], ["Bae", 20, 0]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=BY_SEGMENT)
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 30})
    assert finding(report, "ANGKA_KIRA_KIRA").row == 2
    assert (finding(report, "JAKON_NOL_DILEWATI").params["n"], len(report.rejected)) == (1, 1)


def test_twelve_roman_numerals_over_numbers_are_the_months() -> None:
    rows = [["PESERTA AKTIF TAHUN 2026"], ["Kecamatan", *ROMAN], ["Jati", *range(1, 13)]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=BY_MONTH)
    assert report.outcome == "ok", codes(report)
    assert values(report, "periode", "peserta_aktif") == [(f"2026-{n:02d}", n) for n in range(1, 13)]


@pytest.mark.parametrize(("above", "outcome"), [("2026", "ok"), ("Peserta Aktif", "ok"), ("RW", "problems")])
def test_twelve_numerals_under_a_heading_are_months_only_where_it_numbers_nothing_else(
    above: str, outcome: str
) -> None:
    blank = [""] * 11
    rows = [["TAHUN 2026"], [], ["Kecamatan", above, *blank], ["", *ROMAN], ["Jati", *range(1, 13)]]
    merged = {"S": [(2, 0, 3, 0), (2, 1, 2, 12)]}
    report = read(xlsx_of({"S": rows}, merged=merged), kind="kepesertaan", given=BY_MONTH)
    assert (report.outcome, len(report.periods)) == (outcome, 12 if outcome == "ok" else 0), codes(report)


def test_fewer_numerals_are_months_only_where_a_header_says_so() -> None:
    def of(above: str) -> Rows:
        return [["TAHUN 2026"], ["Kecamatan", above, ""], ["", "VIII", "IX"], ["Jati", 10, 11]]

    merged = {"S": [(1, 0, 2, 0), (1, 1, 1, 2)]}
    report = read(xlsx_of({"S": of("Bulan")}, merged=merged), kind="kepesertaan", given=BY_MONTH)
    assert (report.outcome, report.periods) == ("ok", ("2026-08", "2026-09")), codes(report)
    report = read(xlsx_of({"S": of("Tahap")}, merged=merged), kind="kepesertaan", given=BY_MONTH)
    assert report.outcome == "refused"


@pytest.mark.parametrize("year", ["column", "title"])
def test_a_column_of_months_may_number_them_in_roman(year: str) -> None:
    rows = [["Bulan", "Kecamatan", "Peserta Aktif"], ["IX", "Jati", 10], ["X", "Jati", 11]]
    titled = [["PESERTA AKTIF TAHUN 2026"], *rows]
    dated = [[head, *row] for head, row in zip(["Tahun", 2026, 2026], rows, strict=True)]
    report = read(xlsx_of({"S": titled if year == "title" else dated}), kind="kepesertaan", given=BY_MONTH)
    assert (report.outcome, report.periods) == ("ok", ("2026-09", "2026-10")), codes(report)


@pytest.mark.parametrize("more", [[], ["Sisa"], ["Sisa Kuota", "Capaian (%)"]])
def test_what_was_reached_of_a_quota_of_people_is_taken(more: list[str]) -> None:
    rows = [["Kecamatan", "Kuota", "Realisasi", *more], ["Jati", 20, 15, 5, 75], ["Bae", 30, 10, 20, 33]]
    report = read(xlsx_of({"S": [row[: 3 + len(more)] for row in rows]}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 25}), codes(report)
    assert finding(report, "KOLOM_NILAI_DIANGGAP").severity is Severity.INFO


def test_of_a_target_or_without_a_kind_it_may_be_rupiah_and_is_asked_about() -> None:
    def of(header: str, kind: str | None) -> str:
        rows = [["Kecamatan", header, "Realisasi"], ["Jati", 20, 15], ["Bae", 30, 10]]
        return read(xlsx_of({"S": rows}), kind=kind, given=GIVEN).outcome

    assert of("Target", "kepesertaan") == "problems"
    assert of("Kuota", None) == "refused"


def test_segments_under_uraian_are_segments_where_all_of_them_are_known() -> None:
    def of(*segments: str) -> Rows:
        return [["No", "Kecamatan", "Uraian", "Peserta Aktif"],
                *([number, "Jati", text, 10] for number, text in enumerate(segments, start=1)),
                ["", "Jumlah", "", 10 * len(segments)]]  # fmt: skip

    report = read(xlsx_of({"S": of("RT/RW", "Linmas")}), kind="kepesertaan", given=BY_SEGMENT)
    assert (report.outcome, set(report.rows["segmen"])) == ("ok", {"RT_RW", "LINMAS"}), codes(report)
    assert finding(report, "KOLOM_DARI_ISI").column == "Uraian"
    # "Swasta" may be who pays, a single segment says little, and what is not known is no segment.
    for segments in (("Swasta", "Linmas"), ("Linmas", "Linmas"), ("RT/RW", "Banser")):
        asked = read(xlsx_of({"S": of(*segments)}), kind="kepesertaan", given=BY_SEGMENT)
        assert asked.outcome == "problems", segments


def _by_kecamatan(names: list[str], numbers: list[int]) -> Rows:
    return [["No", "Segmen", *names], [1, "RT/RW", *numbers], [2, "Linmas", *numbers]]


def test_kudus_among_kecamatan_as_columns_is_the_kecamatan_where_it_is_less_than_the_others() -> None:
    names = ["Kudus" if name == "Kota Kudus" else name for name in KECAMATAN]
    for heads, number in ((names, 9), ([*names, "Jumlah"], 9), (["Kaliwungu", "Kudus", "Jati"], 3)):
        counts = [5] * number + [5 * number] * (len(heads) - number)
        report = read(xlsx_of({"S": _by_kecamatan(heads, counts)}), kind="kepesertaan", given=BY_SEGMENT)
        assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 10 * number}), codes(report)
        assert ("33.19.02", 5) in values(report, "kode_wilayah", "peserta_aktif")
        assert finding(report, "KOLOM_KECAMATAN_KOTA").value == "Kota Kudus"


def test_kudus_beside_kecamatan_stays_the_regency_where_it_may_be_their_sum() -> None:
    others = [name for name in KECAMATAN if name != "Kota Kudus"]
    for heads, last, outcome in (
        ([*KECAMATAN, "Kudus"], 45, "ok"),
        ([*others, "Kudus"], 40, "ok"),
        ([*others, "Kudus"], 47, "problems"),
        ([*others[:4], "Kudus"], 20, "ok"),
        ([*others, "Kab. Kudus"], 11, "problems"),
    ):
        rows = _by_kecamatan(heads, [5] * (len(heads) - 1) + [last])
        report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=BY_SEGMENT)
        summed = 10 * (len(heads) - 1)
        assert (report.outcome, report.totals) == (outcome, {"peserta_aktif": summed}), (heads, codes(report))
        assert "KOLOM_KECAMATAN_KOTA" not in codes(report)
