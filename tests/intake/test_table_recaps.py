"""Of a recap and the details that it sums on one sheet the details are taken, and the recap is compared with them."""

from __future__ import annotations

import pytest

from jamsos_data.findings import Severity
from jamsos_data.intake import IntakeOptions, read_upload
from jamsos_data.intake.layout import SheetLayout
from jamsos_data.reference import load_reference
from tests.intake.sheets import GIVEN, Rows, codes, finding, read, values, xlsx_of

VILLAGES: Rows = [
    ["No", "Kecamatan", "Desa", "Peserta Aktif"],
    [1, "Jati", "Ploso", 30], [2, "Jati", "Getaspejaten", 20], [3, "Bae", "Bacin", 40], [4, "Bae", "Dersalam", 5],
    ["", "", "Jumlah", 95],
]  # fmt: skip
READ = {("33.19.03.2006", 30), ("33.19.03.2008", 20), ("33.19.07.2006", 40), ("33.19.07.2001", 5)}
AGREES, DIFFERS, OTHER = "TABEL_REKAP_COCOK", "TABEL_REKAP_BERBEDA", "TABEL_LAIN_DI_BAWAH"


DAWE: Rows = [[5, "Dawe", "Piji", 6]]
UNMAPPED = "BELUM_TERPETAKAN"


def _recap(jati: int = 50, bae: int = 45, *more: tuple[str, int]) -> Rows:
    areas = (("Jati", jati), ("Bae", bae), *more)
    return [
        ["No", "Kecamatan", "Peserta Aktif"],
        *([number, name, people] for number, (name, people) in enumerate(areas, start=1)),
        ["", "Jumlah", sum(people for _, people in areas)],
    ]


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        ([*_recap(), [], *VILLAGES], 2),
        ([["REKAP PER KECAMATAN"], *_recap(), [], ["RINCIAN PER DESA"], *VILLAGES], 3),
        ([*VILLAGES, [], ["REKAP"], *_recap()], 10),
        ([["Kecamatan", "Peserta Aktif"], ["Jati", 50], ["Bae", 45], [], *VILLAGES], 2),
        (
            [
                ["No", "Kecamatan", "Jumlah Desa", "Peserta Aktif"],
                [1, "Jati", 2, 50],
                [2, "Bae", 2, 45],
                [],
                *VILLAGES,
            ],
            2,
        ),
    ],
    ids=["above", "above with titles", "beneath", "with other columns", "that counts the desa"],
)
def test_the_details_are_taken_and_a_recap_that_agrees_is_told_and_asks_nothing(rows: Rows, row: int) -> None:
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert report.outcome == "ok", codes(report)
    assert set(values(report, "kode_wilayah", "peserta_aktif")) == READ
    found = finding(report, AGREES)
    assert (found.severity, found.row, found.params["n"]) == (Severity.INFO, row, 2)


@pytest.mark.parametrize("place", ["above", "beneath"])
def test_each_sum_of_a_recap_that_differs_is_asked_about_with_both_numbers(place: str) -> None:
    recap, details = _recap(51, 45, ("Dawe", 6)), [*VILLAGES[:-1], *DAWE]
    rows = [*recap, [], *details] if place == "above" else [*details, [], *recap]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals, OTHER in codes(report)) == (
        "problems",
        {"peserta_aktif": 101},
        False,
    )
    found = finding(report, DIFFERS)
    assert (found.severity, found.params["printed"], found.params["summed"]) == (Severity.WARNING, 51, 50)
    agreed = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN, accepted=[DIFFERS])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 101})


def test_details_that_ask_something_are_taken_all_the_same() -> None:
    wrong = [*VILLAGES[:1], [1, "Jati", "Plosooo", 30], *VILLAGES[2:-1], *DAWE]
    rows = [*_recap(50, 45, ("Dawe", 6)), [], *wrong]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert finding(report, "NAMA_TIDAK_DIKENAL").value == "Plosooo"
    assert (report.totals, finding(report, DIFFERS).params["summed"]) == ({"peserta_aktif": 71}, 20)


@pytest.mark.parametrize("place", ["above", "beneath"])
@pytest.mark.parametrize(
    ("kind", "head", "unit"), [("kepesertaan", "Peserta Aktif", 1), ("iuran", "Iuran", 16800)]
)
def test_who_is_known_for_the_regency_only_is_taken_from_a_recap_of_the_kecamatan(
    place: str, kind: str, head: str, unit: int
) -> None:
    recap = [["Kecamatan", head], ["Jati", 50 * unit], ["Bae", 45 * unit], ["Belum terpetakan", 500 * unit],
             ["Jumlah", 595 * unit]]  # fmt: skip
    details = [["Kecamatan", "Desa", head], *([*row[1:3], int(str(row[3])) * unit] for row in VILLAGES[1:-1])]
    rows = [*recap, [], *details] if place == "above" else [*details, [], *recap]
    report = read(xlsx_of({"S": rows}), kind=kind, given=GIVEN)
    value = "nilai" if kind == "iuran" else "peserta_aktif"
    assert set(values(report, "kode_wilayah", value)) == {
        *((area, number * unit) for area, number in READ), ("33.19", 500 * unit),
    }  # fmt: skip
    asked = finding(report, UNMAPPED)
    assert (report.outcome, asked.row) == ("problems", 4 if place == "above" else 10)
    assert (DIFFERS in codes(report), finding(report, AGREES).params["n"]) == (False, 2)
    agreed = read(xlsx_of({"S": rows}), kind=kind, given=GIVEN, accepted=[UNMAPPED])
    assert (agreed.outcome, agreed.totals) == ("ok", {value: 595 * unit})


@pytest.mark.parametrize("place", ["above", "beneath"])
def test_a_kecamatan_of_which_the_details_have_no_desa_is_taken_from_the_recap(place: str) -> None:
    recap, details = _recap(50, 45, ("Dawe", 6)), VILLAGES
    rows = [*recap, [], *details] if place == "above" else [*details, [], *recap]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert set(values(report, "kode_wilayah", "peserta_aktif")) == READ | {("33.19.09", 6)}
    asked = finding(report, UNMAPPED)
    assert (asked.row, asked.value, OTHER in codes(report)) == (4 if place == "above" else 11, "6", False)
    agreed = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN, accepted=[UNMAPPED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 101})


def test_nobody_in_a_kecamatan_that_only_a_recap_names_is_no_figure_to_take() -> None:
    rows = [*VILLAGES, [], *_recap(50, 45, ("Dawe", 0))]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, set(values(report, "kode_wilayah", "peserta_aktif"))) == ("ok", READ), codes(
        report
    )


def test_a_kecamatan_without_desa_is_not_taken_from_a_recap_that_differs_elsewhere() -> None:
    rows = [*VILLAGES, [], *_recap(51, 45, ("Dawe", 6))]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, set(values(report, "kode_wilayah", "peserta_aktif"))) == ("problems", READ)


def test_the_picture_shows_the_row_of_a_recap_that_is_taken_as_data() -> None:
    rows = [*_recap(50, 45, ("Belum terpetakan", 500)), [], *VILLAGES]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    roles = {row.number: row.role for row in report.outlines[0].rows}
    data = dict.fromkeys((4, *range(8, 12)), "data")
    assert roles == {1: "header", 2: "total", 3: "total", 5: "total", 7: "header", **data, 12: "total"}


@pytest.mark.parametrize("head", ["Peserta Aktif", "Jumlah Peserta"])
def test_one_number_that_happens_to_be_equal_makes_no_recap(head: str) -> None:
    stock = [["Data peserta aktif"], ["Kecamatan", head], ["Jati", 7], ["Bae", 30], ["Dawe", 40], []]
    new = [["Data peserta baru per desa"], ["Kecamatan", "Desa", head],
           ["Jati", "Ploso", 7], ["Bae", "Gondangmanis", 3], ["Dawe", "Piji", 1]]  # fmt: skip
    report = read(xlsx_of({"S": [*stock, *new]}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals, OTHER in codes(report)) == (
        "problems",
        {"peserta_aktif": 77},
        True,
    )


def test_figures_under_a_title_of_new_participants_are_no_details_of_the_active_ones() -> None:
    stock = [["DATA PESERTA"], ["Kecamatan", "Jumlah Peserta"], ["Jati", 7], ["Bae", 3], []]
    new = [["PESERTA BARU PER DESA"], ["Kecamatan", "Desa", "Jumlah Peserta"],
           ["Jati", "Ploso", 7], ["Bae", "Gondangmanis", 3]]  # fmt: skip
    report = read(xlsx_of({"S": [*stock, *new]}), kind="kepesertaan", given=GIVEN)
    assert set(values(report, "kode_wilayah", "peserta_aktif")) == {("33.19.03", 7), ("33.19.07", 3)}
    assert (report.outcome, OTHER in codes(report)) == ("problems", True)


def test_the_month_of_the_sheet_holds_for_the_details_beneath_a_title_of_their_own() -> None:
    given = {name: text for name, text in GIVEN.items() if name != "periode"}
    rows = [["PEKERJA RENTAN SEPTEMBER 2026"], *_recap(), [], ["RINCIAN PER DESA"], *VILLAGES]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=given)
    assert (report.outcome, report.periods, report.totals) == ("ok", ("2026-09",), {"peserta_aktif": 95})


def test_tables_of_two_months_are_no_recap_of_each_other() -> None:
    given = {name: text for name, text in GIVEN.items() if name != "periode"}
    rows = [["PER 31 AGUSTUS 2026"], *_recap(), [], ["PER 30 SEPTEMBER 2026"], *VILLAGES]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=given)
    assert (report.outcome, report.periods) == ("ok", ("2026-08", "2026-09")), codes(report)
    assert report.totals == {"peserta_aktif": 190}


def test_a_detail_of_each_kecamatan_is_taken() -> None:
    apart = [
        ["Kecamatan", "Desa", "Peserta Aktif"], ["Jati", "Ploso", 30], ["Jati", "Getaspejaten", 20], [],
        ["Kecamatan", "Desa", "Peserta Aktif"], ["Bae", "Bacin", 40], ["Bae", "Dersalam", 5],
    ]  # fmt: skip
    report = read(xlsx_of({"S": [*_recap(), [], *apart]}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, set(values(report, "kode_wilayah", "peserta_aktif"))) == ("ok", READ)


def test_a_table_that_no_sum_ties_to_the_one_above_is_named_as_before() -> None:
    report = read(xlsx_of({"S": [*_recap(jati=7, bae=8), [], *VILLAGES]}), kind="kepesertaan", given=GIVEN)
    assert {name for name, _ in values(report, "kode_wilayah", "peserta_aktif")} >= {"33.19.03", "33.19.07"}
    assert OTHER in codes(report)


def test_a_table_of_another_data_set_beneath_the_details_is_still_named() -> None:
    money = [["No", "Kecamatan", "Iuran"], [1, "Jati", 500], [2, "Bae", 700]]
    report = read(xlsx_of({"S": [*_recap(), [], *VILLAGES, [], *money]}), kind="kepesertaan", given=GIVEN)
    assert (finding(report, OTHER).row, finding(report, OTHER).params["n"]) == (13, 2)
    assert (report.totals, AGREES in codes(report)) == ({"peserta_aktif": 95}, True)


def test_a_recap_may_sum_the_segments_and_one_month_of_the_details() -> None:
    details = [
        ["Bulan", "Kecamatan", "Desa", "Segmen", "Peserta Aktif"],
        *(["2026-08", "Jati", "Ploso", segment, 9] for segment in ("BPD", "Linmas")),
        *(["2026-09", "Jati", "Ploso", segment, 10] for segment in ("BPD", "Linmas")),
    ]
    recap = [["Bulan", "Kecamatan", "Peserta Aktif"], ["2026-09", "Jati", 20]]
    given = {name: GIVEN[name] for name in ("sumber_dana", "program")}
    report = read(xlsx_of({"S": [*details, [], *recap]}), kind="kepesertaan", given=given)
    assert (report.totals, AGREES in codes(report)) == ({"peserta_aktif": 38}, True), codes(report)


def test_who_chooses_the_header_of_the_recap_gets_the_recap() -> None:
    options = IntakeOptions(kind="kepesertaan", constants=GIVEN, layout={"S": SheetLayout(header=(1, 1))})
    content = xlsx_of({"S": [*_recap(), [], *VILLAGES]})
    report = read_upload(content, file_name="b.xlsx", reference=load_reference(), options=options)
    assert set(values(report, "kode_wilayah", "peserta_aktif")) == {("33.19.03", 50), ("33.19.07", 45)}


def test_the_picture_of_the_sheet_shows_the_recap_as_sums() -> None:
    report = read(xlsx_of({"S": [*_recap(), [], *VILLAGES]}), kind="kepesertaan", given=GIVEN)
    roles = {row.number: row.role for row in report.outlines[0].rows}
    data = dict.fromkeys(range(7, 11), "data")
    assert roles == {1: "header", 2: "total", 3: "total", 4: "total", 6: "header", **data, 11: "total"}
