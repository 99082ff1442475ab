"""Shares ("PU (%)") and rates ("Iuran/org/bln") are no people and no amounts, whatever else their headers name."""

from __future__ import annotations

import pytest

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
