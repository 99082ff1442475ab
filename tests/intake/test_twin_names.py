"""A row "Bae" beside the villages of Bae: the village, or the sum of all. Figures and order tell, or somebody does."""

from __future__ import annotations

import pytest

from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.reference import load_reference
from tests.intake.sheets import GIVEN, Rows, codes, finding, read, values, xlsx_of

BAE, JEKULO = "33.19.07", "33.19.06"
VILLAGES: Rows = [["Bacin", 20], ["Bae", 10], ["Gondangmanis", 30]]
OTHERS: Rows = [["Bacin", 20], ["Gondangmanis", 30]]


def _read(rows: Rows, *, header: str = "Desa", sheet: str = "S") -> IntakeReport:
    return read(xlsx_of({sheet: [[header, "Peserta Aktif"], *rows]}), given=GIVEN)


@pytest.mark.parametrize("header", ["Desa", "Kecamatan/Desa"])
@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ([["Bae", 60], *VILLAGES], 2),
        ([["Bae", 60], ["Bae", 10], *OTHERS], 2),
        ([*VILLAGES, ["Bae", 60]], 5),
        ([["Bae", 60], *VILLAGES, ["Jati", 12], ["Ploso", 5], ["Megawon", 7]], 2),
    ],
)
def test_of_two_rows_of_the_name_the_one_that_sums_is_the_kecamatan(
    header: str, rows: Rows, total: int
) -> None:
    report = _read(rows, header=header)
    people = [int(str(row[1])) for row in rows if row[0] in ("Bacin", "Gondangmanis", "Ploso", "Megawon")]
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": sum(people) + 10})
    assert ("33.19.07.2010", 10) in values(report, "kode_wilayah", "peserta_aktif")
    assert finding(report, "BARIS_TOTAL_DITINGGALKAN").row == total


def test_every_kecamatan_of_such_a_name_is_told_from_its_village() -> None:
    report = _read([["Bae", 60], *VILLAGES, ["Jekulo", 12], ["Terban", 5], ["Jekulo", 3], ["Klaling", 4]])
    assert (report.outcome, report.by_kecamatan) == ("ok", {BAE: 60, JEKULO: 12})


def test_the_sheet_or_a_column_may_name_the_kecamatan_too() -> None:
    assert dict(_read([["Bae", 60], *VILLAGES], sheet="Bae").by_kecamatan) == {BAE: 60}
    rows = [["Kecamatan", "Desa", "Peserta Aktif"], *(["Bae", *row] for row in [["Bae", 60], *VILLAGES])]
    assert dict(read(xlsx_of({"S": rows}), given=GIVEN).by_kecamatan) == {BAE: 60}


def test_a_sum_that_is_off_by_little_is_the_kecamatan_and_its_difference_is_told() -> None:
    report = _read([["Bae", 62], *VILLAGES])
    found = finding(report, "INDUK_WILAYAH_TIDAK_COCOK")
    assert (found.row, found.params["printed"], found.params["summed"]) == (2, 62, 60)
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 60})


@pytest.mark.parametrize("number", ["A", "", "II"])
def test_a_row_that_is_not_numbered_as_the_villages_are_is_their_sum(number: str) -> None:
    rows = [["No", "Desa", "Peserta Aktif"], [number, "Bae", 50], [1, "Bacin", 20], [2, "Gondangmanis", 30]]
    report = read(xlsx_of({"S": rows}), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 50})


def test_the_code_of_the_kecamatan_beside_codes_of_villages_tells() -> None:
    rows = [["Kode", "Desa", "Peserta Aktif"], [BAE, "Bae", 61], ["33.19.07.2006", "Bacin", 20]]
    rows += [["33.19.07.2010", "Bae", 10], ["33.19.07.2004", "Gondangmanis", 30]]
    report = read(xlsx_of({"S": rows}), given=GIVEN)
    assert (finding(report, "INDUK_WILAYAH_TIDAK_COCOK").row, report.totals) == (2, {"peserta_aktif": 60})


def test_months_and_segments_are_summed_apart() -> None:
    rows = [["Bulan", "Segmen", "Desa", "Peserta Aktif"]]
    for month in ("2026-08", "2026-09"):
        for name, people in (("Bae", 60), ("Bacin", 20), ("Bae", 10), ("Gondangmanis", 30)):
            rows += [[month, "RENTAN", name, people], [month, "BPD", name, people // 10]]
    given = {key: text for key, text in GIVEN.items() if key not in ("segmen", "periode")}
    report = read(xlsx_of({"S": rows}), given=given)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 132})
    assert codes(report).count("BARIS_TOTAL_DITINGGALKAN") == 4


@pytest.mark.parametrize("rows", [[["Bae", 50], *OTHERS], [*OTHERS, ["Bae", 50]]])
@pytest.mark.parametrize("sheet", ["S", "Bae"])
def test_one_figure_that_happens_to_be_the_sum_is_asked_about(rows: Rows, sheet: str) -> None:
    report = _read(rows, sheet=sheet)
    found = finding(report, "NAMA_GANDA")
    assert (found.value, found.column, found.proposal) == ("Bae", "Desa", None)
    assert found.params["other"] == "Bae (33.19.07), Bae (33.19.07.2010)"
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 50})


@pytest.mark.parametrize(("code", "people"), [(BAE, 50), ("33.19.07.2010", 100)])
def test_what_is_answered_decides(code: str, people: int) -> None:
    content = xlsx_of({"S": [["Desa", "Peserta Aktif"], ["Bae", 50], *OTHERS]})
    options = IntakeOptions(constants=GIVEN, areas={("Bae", ""): code})
    report = read_upload(content, file_name="a.xlsx", reference=load_reference(), options=options)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": people})


def test_several_columns_of_figures_that_all_add_up_are_no_chance() -> None:
    rows = [["Desa", "Peserta Aktif / PU", "Peserta Aktif / BPU"]]
    rows += [["Bae", 5, 50], ["Bacin", 2, 20], ["Gondangmanis", 3, 30]]
    given = {key: text for key, text in GIVEN.items() if key != "segmen"}
    report = read(xlsx_of({"S": rows}), given=given, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 55})


@pytest.mark.parametrize(
    "rows", [[["Bacin", 20], ["Bae", 10], ["Gondangmanis", 30]], [["Bae", 0], ["Bacin", 0], ["Panjang", 0]]]
)
def test_a_village_of_the_name_that_is_no_sum_stays_one(rows: Rows) -> None:
    report = _read(rows)
    assert (report.outcome, len(report.rows)) == ("ok", 3)


def test_beside_a_column_of_kecamatan_one_row_is_the_village_whatever_its_figure() -> None:
    rows = [["Kecamatan", "Desa", "Peserta Aktif"], ["Bae", "Bae", 50], ["Bae", "Bacin", 20]]
    report = read(xlsx_of({"S": [*rows, ["Bae", "Gondangmanis", 30]]}), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 100})


@pytest.mark.parametrize("rows", [[["Bae", 95], *VILLAGES], [["Bae", 95], ["Bae", 10], *OTHERS]])
@pytest.mark.parametrize("others", [[], [["Jati", 12], ["Ploso", 5], ["Megawon", 7]]])
def test_of_two_rows_the_one_that_leads_is_the_kecamatan_however_far_its_sum_is_off(
    rows: Rows, others: Rows
) -> None:
    report = _read([*rows, *others])
    found = finding(report, "INDUK_WILAYAH_TIDAK_COCOK")
    assert (found.row, found.params["printed"], found.params["summed"]) == (2, 95, 60)
    assert ("33.19.07.2010", 10) in values(report, "kode_wilayah", "peserta_aktif")
    assert report.by_kecamatan[BAE] == 60


def test_a_sum_that_is_less_than_its_villages_is_told_as_that_of_any_kecamatan() -> None:
    report = _read([["Bae", 40], ["Bae", 10], *OTHERS])
    found = finding(report, "BELUM_TERPETAKAN")
    assert (found.row, found.params["printed"], found.params["summed"]) == (2, 40, 60)
    assert ("33.19.07.2010", 10) in values(report, "kode_wilayah", "peserta_aktif")


def test_a_kecamatan_of_nobody_asks_nothing() -> None:
    report = _read([["Bae", 0], ["Bae", 0], ["Bacin", 0], ["Jati", 12], ["Ploso", 5], ["Megawon", 7]])
    assert (report.outcome, report.totals, len(report.rows)) == ("ok", {"peserta_aktif": 12}, 4)


def test_a_kecamatan_of_which_only_the_village_of_its_name_has_figures_is_its_sum() -> None:
    report = _read([["Bae", 10], ["Bae", 10], ["Jati", 12], ["Ploso", 5], ["Megawon", 7], ["Jumlah", 22]])
    assert (report.outcome, report.totals, "BARIS_KEMBAR" in codes(report)) == (
        "ok", {"peserta_aktif": 22}, False,
    )  # fmt: skip


def test_two_kecamatan_that_both_add_up_are_no_chance() -> None:
    report = _read([["Bae", 50], *OTHERS, ["Jekulo", 30], ["Terban", 10], ["Klaling", 20]])
    assert (report.outcome, report.by_kecamatan) == ("ok", {BAE: 50, JEKULO: 30})


def test_two_small_figures_that_happen_to_add_up_are_asked_about() -> None:
    report = _read(
        [["Jekulo", 2], ["Hadipolo", 1], ["Klaling", 1], ["Bae", 3], ["Peganjaran", 1], ["Gondangmanis", 2]]
    )
    assert (report.outcome, codes(report).count("NAMA_GANDA")) == ("problems", 2)
