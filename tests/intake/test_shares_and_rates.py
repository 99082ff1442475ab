"""Shares ("PU (%)") and rates ("Iuran/org/bln") are no people and no amounts, whatever else their headers name."""

from __future__ import annotations

import pytest

from jamsos_data.intake import IntakeReport
from tests.intake.sheets import GIVEN, codes, finding, read, values, xlsx_of

WITHOUT_SEGMENT = {name: text for name, text in GIVEN.items() if name != "segmen"}
BUDGET = {"segmen": "RENTAN", "sumber_dana": "DBHCHT", "tahun": "2026", "versi": "murni"}


@pytest.mark.parametrize(
    "rate", ["Iuran/org/bln", "Iuran (per orang)", "Iuran per Peserta", "Iuran @", "Tarif"]
)
def test_what_each_pays_is_not_what_all_pay(rate: str) -> None:
    rows = [
        ["Desa", "Jml Peserta", rate, "Jumlah"],
        ["Ploso", 10, 16_800, 168_000],
        ["Wates", 5, 16_800, 84_000],
    ]
    report = read(xlsx_of({"S": rows}), kind="iuran", given=GIVEN, accepted=["KOLOM_NILAI_DIANGGAP"])
    assert (report.outcome, report.totals["nilai"]) == ("ok", 252_000), codes(report)


def test_a_ceiling_for_each_is_not_the_ceiling() -> None:
    rows = [["Desa", "Anggaran/orang", "Jumlah"], ["Ploso", 16_800, 168_000], ["Wates", 16_800, 84_000]]
    assert read(xlsx_of({"S": rows}), kind="anggaran", given=BUDGET).totals == {"pagu": 252_000}


def test_only_a_rate_is_no_amount() -> None:
    rows = [["Desa", "Jml Peserta", "Iuran/org/bln"], ["Ploso", 10, 16_800], ["Wates", 5, 16_800]]
    report = read(xlsx_of({"S": rows}), kind="iuran", given=GIVEN)
    assert (report.outcome, codes(report)) == ("refused", ["KOLOM_NILAI_TIDAK_ADA"])


def test_people_before_a_slash_are_people() -> None:
    rows = [["Kecamatan", "Peserta Aktif/Orang"], ["Jati", 30], ["Bae", 40]]
    assert read(xlsx_of({"S": rows}), given=GIVEN).totals == {"peserta_aktif": 70}


@pytest.mark.parametrize("header", ["Potensi (75% Penduduk)", "Potensi (75 persen penduduk)"])
def test_a_number_before_the_sign_is_a_rate_behind_people(header: str) -> None:
    given = {"segmen": "RENTAN", "tahun": "2026", "basis": "potensi BPJS/Bappenas"}
    book = xlsx_of({"S": [["Kecamatan", header], ["Jati", 750], ["Bae", 300]]})
    report = read(book, kind="potensi", given=given, accepted=["JUDUL_NILAI_RAGU"])
    assert (report.outcome, report.totals) == ("ok", {"jumlah": 1_050}), codes(report)


@pytest.mark.parametrize("stated", [{}, {"program": "JKK+JKM+JHT"}], ids=["from columns", "stated"])
def test_programmes_with_their_percentage_of_the_wage_are_payments(stated: dict[str, str]) -> None:
    paid = {"segmen": "PU", "sumber_dana": "PEMBERI_KERJA", "periode": "2026-09", **stated}

    def of(*programmes: str) -> IntakeReport:
        rows = [["Kecamatan", *programmes, "Jumlah Iuran"], ["Jati", 2_400, 3_000, 57_000, 62_400]]
        return read(xlsx_of({"S": rows}), kind="iuran", given=paid)

    report, plain = of("JKK (0,24%)", "JKM (0,30%)", "JHT (5,7%)"), of("JKK", "JKM", "JHT")
    assert (report.outcome, values(report, "program", "nilai")) == ("ok", [("JKK+JKM+JHT", 62_400)])
    assert (codes(report), report.totals) == (codes(plain), plain.totals)


@pytest.mark.parametrize("group", ["Iuran/Peserta", "Iuran / Orang"])
@pytest.mark.parametrize("units", [("Rp", "Orang"), ("Rp", "TK"), ("Orang", "Rp")])
def test_a_group_of_rupiah_and_people_is_both(group: str, units: tuple[str, str]) -> None:
    paid, people = (2, 1) if units[0] == "Orang" else (1, 2)
    rows: list[list[object]] = [["Kecamatan", group, ""], ["", *units], ["Jati", "", ""], ["Bae", "", ""]]
    for row, count in zip(rows[2:], (10, 20), strict=True):
        row[paid], row[people] = 16_800 * count, count
    book = xlsx_of({"S": rows}, merged={"S": [(0, 0, 1, 0), (0, 1, 0, 2)]})
    report = read(book, kind="iuran", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"nilai": 504_000, "peserta_dibayar": 30}), codes(report)


def test_a_group_of_rupiah_and_people_may_say_so_in_brackets() -> None:
    rows = [["Kecamatan", "Iuran/Peserta (Rp)", "Iuran/Peserta (Orang)"], ["Jati", 168_000, 10]]
    report = read(xlsx_of({"S": rows}), kind="iuran", given=GIVEN, accepted=["JUDUL_NILAI_RAGU"])
    assert (report.outcome, report.totals) == ("ok", {"nilai": 168_000, "peserta_dibayar": 10}), codes(report)


def test_a_rate_over_its_unit_stays_a_rate() -> None:
    rows = [["Kecamatan", "Iuran/Peserta", "Jumlah Peserta"], ["", "Rp", "Orang"], ["Jati", 16_800, 10]]
    report = read(xlsx_of({"S": rows}, merged={"S": [(0, 0, 1, 0)]}), kind="iuran", given=GIVEN)
    assert (report.outcome, codes(report)) == ("refused", ["KOLOM_NILAI_TIDAK_ADA"])


def test_shares_of_segments_beside_their_people_are_left() -> None:
    rows = [["PESERTA AKTIF"], ["Kecamatan", "PU", "PU (%)", "BPU", "BPU (%)"], ["Jati", 800, 80, 50, 5]]
    report = read(xlsx_of({"S": rows}), given=WITHOUT_SEGMENT)
    assert (report.outcome, values(report, "segmen", "peserta_aktif")) == ("ok", [("PU", 800), ("BPU", 50)])


def test_only_shares_of_segments_are_no_people() -> None:
    rows = [["PESERTA AKTIF"], ["Kecamatan", "PU (%)", "Pekerja Rentan (%)"], ["Jati", 80, 5]]
    assert read(xlsx_of({"S": rows}), kind="kepesertaan", given=WITHOUT_SEGMENT).outcome == "refused"


@pytest.mark.parametrize(
    "title", ["CAKUPAN KEPESERTAAN (%)", "PERSENTASE KEPESERTAAN AKTIF", "KEPESERTAAN (dalam persen)"]
)
def test_whole_percentages_under_a_title_are_asked_about(title: str) -> None:
    report = read(
        xlsx_of({"S": [[title], ["Kecamatan", "PU", "BPU"], ["Jati", 80, 5]]}), given=WITHOUT_SEGMENT
    )
    assert (report.outcome, finding(report, "JUDUL_ANGKA_LAIN").value) == ("problems", "persen")


@pytest.mark.parametrize(
    "rows",
    [
        [["JUMLAH DAN PERSENTASE PESERTA"], ["Kecamatan", "PU", "%"], ["Jati", 80, 5]],
        [["PERSENTASE PESERTA"], ["Kecamatan", "PU", "PU (%)"], ["Jati", 80, 5]],
        [["PESERTA AKTIF, TARGET 52 %"], ["Kecamatan", "PU"], ["Jati", 80]],
        [["PERSENTASE PESERTA"], ["Kecamatan", "PU"], ["Jati", 801]],
    ],
)
def test_people_under_a_title_that_also_speaks_of_a_share_ask_nothing(rows: list[list[object]]) -> None:
    assert "persen" not in [
        found.value for found in read(xlsx_of({"S": rows}), given=WITHOUT_SEGMENT).findings
    ]
