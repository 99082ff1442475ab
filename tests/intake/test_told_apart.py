"""Cells that say more than their figure: a kecamatan among its villages, the inactive, a merged number, two months."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, Rows, codes, csv_of, finding, read, values, xlsx_of

NO_MONTH = {key: text for key, text in GIVEN.items() if key != "periode"}
HEADER = ["Kecamatan", "Desa", "Peserta Aktif"]
VILLAGES: Rows = [["Bae", "Bacin", 10], ["Bae", "Panjang", 5]]


@pytest.mark.parametrize("name", ["Kec. Bae", "Kecamatan Bae", "KEC BAE", "-", "–"])
@pytest.mark.parametrize("twin", [[], [["Bae", "Bae", 7]]])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_kecamatan_in_the_column_of_its_villages_is_never_the_village_of_its_name(
    name: str, twin: Rows, is_first: bool
) -> None:
    villages = [*twin, *VILLAGES]
    whole = ["Bae", name, sum(int(str(row[2])) for row in villages)]
    rows = [HEADER, whole, *villages] if is_first else [HEADER, *villages, whole]
    report = read(xlsx_of({"S": rows}), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": whole[2]})
    assert finding(report, "BARIS_TOTAL_DITINGGALKAN").value == "Bae"
    assert len(report.rows) == len(villages)


@pytest.mark.parametrize("state", ["Tidak Aktif", "Non Aktif", "Nonaktif"])
def test_rows_of_the_inactive_are_no_parts_of_the_active(state: str) -> None:
    rows = [["Kecamatan", "Status", "Jumlah Peserta"], ["Jati", "Aktif", 30], ["Jati", state, 7],
            ["Bae", "Aktif", 15], ["Bae", state, 3]]  # fmt: skip
    report = read(csv_of(rows), given=GIVEN, kind="kepesertaan")
    found = finding(report, "BARIS_TIDAK_AKTIF")
    assert (report.totals, found.column, found.value, found.params["n"]) == (
        {"peserta_aktif": 45}, "Status", state, 2,
    )  # fmt: skip
    assert "BARIS_BAGIAN_DIJUMLAHKAN" not in codes(report)
    agreed = read(csv_of(rows), given=GIVEN, kind="kepesertaan", accepted=["BARIS_TIDAK_AKTIF"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 45})


@pytest.mark.parametrize("state", ["Tidak Aktif", "Menunggak"])
@pytest.mark.parametrize("whole", ["Jumlah", "Total", "Terdaftar"])
def test_a_sum_of_the_active_and_the_others_is_no_figure_of_the_active(state: str, whole: str) -> None:
    rows = [["Kecamatan", "Status", "Jumlah Peserta"], ["Jati", "Aktif", 30], ["Jati", state, 7], ["Jati", whole, 37],
            ["Bae", "Aktif", 15], ["Bae", state, 3], ["Bae", whole, 18]]  # fmt: skip
    agreed = read(csv_of(rows), given=GIVEN, kind="kepesertaan", accepted=["BARIS_TIDAK_AKTIF"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 45}), codes(agreed)
    told = {found.value for found in agreed.findings if found.code == "BARIS_TIDAK_AKTIF"}
    assert told == {state, whole}


@pytest.mark.parametrize(
    ("header", "active", "inactive"),
    [
        ("Keterangan", "RT aktif membayar", "Bendahara lama sudah tidak aktif, diganti"),
        ("Status Usaha", "Aktif", "Tidak Aktif"),
    ],
)
def test_what_is_inactive_may_be_somebody_else_than_the_people_of_a_row(
    header: str, active: str, inactive: str
) -> None:
    rows = [["Kecamatan", header, "Peserta Aktif"], ["Jati", active, 30], ["Bae", inactive, 20]]
    report = read(csv_of(rows), given=GIVEN)
    assert report.totals == {"peserta_aktif": 50}
    assert "BARIS_TIDAK_AKTIF" not in codes(report)


def test_a_number_merged_over_two_segments_must_be_acknowledged() -> None:
    rows = [["Kecamatan", "PU", "BPU"], ["Jati", 30, ""], ["Bae", 5, 10]]
    content = xlsx_of({"S": rows}, merged={"S": [(1, 1, 1, 2)]})
    given = {key: text for key, text in GIVEN.items() if key != "segmen"}
    found = finding(read(content, given=given, kind="kepesertaan"), "ANGKA_TERGABUNG_KOLOM")
    assert (found.row, found.column, found.value, found.params["last"]) == (2, "PU", "30", "BPU")


def test_a_number_merged_with_a_remark_asks_nothing() -> None:
    rows = [["Kecamatan", "Peserta Aktif", "Keterangan"], ["Jati", 30, ""], ["Bae", 15, "x"]]
    report = read(xlsx_of({"S": rows}, merged={"S": [(1, 1, 1, 2)]}), given=GIVEN, kind="kepesertaan")
    assert report.outcome == "ok"


@pytest.mark.parametrize(
    "title", ["PESERTA AKTIF SEPTEMBER 2026", "SEPTEMBER 2026", "KEADAAN 30 SEPTEMBER 2026"]
)
def test_a_sheet_of_one_month_under_the_title_of_another_asks_for_its_month(title: str) -> None:
    rows = [[title], ["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Bae", 15]]
    report = read(xlsx_of({"Agustus 2026": rows}), given=NO_MONTH, kind="kepesertaan")
    assert (report.outcome, len(report.rows)) == ("problems", 0)
    assert "KOLOM_WAJIB_TIDAK_ADA" in codes(report)
    same = read(xlsx_of({"September 2026": rows}), given=NO_MONTH, kind="kepesertaan")
    assert values(same, "periode") == [("2026-09",), ("2026-09",)]


def test_a_title_of_two_months_leaves_it_to_the_name_of_the_sheet() -> None:
    rows = [["AGUSTUS 2026"], ["SEPTEMBER 2026"], ["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Bae", 15]]
    report = read(xlsx_of({"September 2026": rows}), given=NO_MONTH, kind="kepesertaan")
    assert values(report, "periode") == [("2026-09",), ("2026-09",)]


@pytest.mark.parametrize("header", ["Peringkat", "Ranking"])
def test_the_ranks_of_areas_are_no_people_left_out(header: str) -> None:
    wide: list[list[object]] = [
        ["Kecamatan", "BPD", "RT/RW", header],
        ["Jati", 50, 4, 1],
        ["Undaan", 30, 3, 2],
    ]
    given = {name: text for name, text in GIVEN.items() if name != "segmen"}
    report = read(xlsx_of({"S": wide}), given=given, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 87})
    wide[1][3] = 9
    assert read(xlsx_of({"S": wide}), given=given, kind="kepesertaan").outcome == "problems"
