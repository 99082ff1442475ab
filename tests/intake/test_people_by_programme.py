"""JKK, JKM and JHT in columns hold the same people again: one column counts them, and none is added to another."""

from __future__ import annotations

import pytest

from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.intake.layout import SheetLayout
from jamsos_data.reference import load_reference
from tests.intake.sheets import GIVEN, Rows, codes, finding, read, xlsx_of

GIVEN_HERE = {name: text for name, text in GIVEN.items() if name != "program"}
TITLE = ["REKAPITULASI PESERTA AKTIF BPJS KETENAGAKERJAAN"]
PROPOSED, ASKED = "PESERTA_PER_PROGRAM", "PROGRAM_TIDAK_COCOK"
JATI, BAE = [100, 100, 60], [80, 80, 50]


def _read(
    headers: Rows, *rows: list[int], given: dict[str, str] | None = None, accepted: tuple[str, ...] = ()
) -> IntakeReport:
    named = [[name, *figures] for name, figures in zip(("Jati", "Bae"), rows, strict=True)]
    merged = [(1, 1, 1, len(headers[0]) - 1)] if len(headers) > 1 else []
    book = xlsx_of({"S": [TITLE, *headers, *named]}, merged={"S": merged})
    return read(book, given=GIVEN_HERE if given is None else given, accepted=accepted)


def _under(heading: str, *programmes: str) -> Rows:
    return [["Kecamatan", heading, *[""] * (len(programmes) - 1)], ["", *programmes]]


HEADERS = [
    _under("Jumlah Peserta", "JKK", "JKM", "JHT"),
    _under("Peserta Aktif", "JKK", "JKM", "JHT"),
    _under("Program", "JKK", "JKM", "JHT"),
    [["Kecamatan", "JKK", "JKM", "JHT"]],
    [["Kecamatan", "Peserta JKK", "Peserta JKM", "Peserta JHT"]],
    [["Kecamatan", "Jumlah TK JKK", "Jumlah TK JKM", "Jumlah TK JHT"]],
]


@pytest.mark.parametrize("headers", HEADERS)
@pytest.mark.parametrize("given", [GIVEN_HERE, GIVEN])
def test_people_of_jkk_and_jkm_alike_are_proposed_once_and_those_of_jht_are_some_of_them(
    headers: Rows, given: dict[str, str]
) -> None:
    report = _read(headers, JATI, BAE, given=given)
    found = finding(report, PROPOSED)
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 180}), codes(report)
    assert "JHT hanya sebagian dari mereka" in found.message("id")
    agreed = _read(headers, JATI, BAE, given=given, accepted=(PROPOSED,))
    assert (agreed.outcome, agreed.totals, set(agreed.rows["program"])) == (
        "ok", {"peserta_aktif": 180}, {"JKK+JKM"},
    ), codes(agreed)  # fmt: skip


@pytest.mark.parametrize("headers", HEADERS)
@pytest.mark.parametrize(
    ("jati", "printed", "other"), [([100, 95, 60], 100, 95), ([100, 100, 120], 100, 120)]
)
def test_people_by_programme_that_disagree_are_asked_about_and_never_taken_unasked(
    headers: Rows, jati: list[int], printed: int, other: int
) -> None:
    every = (PROPOSED, "PROGRAM_TERPISAH", "KOLOM_SEKELOMPOK", "KOLOM_ANGKA_TIDAK_DIKENAL")
    report = _read(headers, jati, BAE, given=GIVEN, accepted=every)
    found = finding(report, ASKED)
    assert (found.params["at"], found.params["printed"], found.params["summed"]) == (
        3 + len(headers) - 1, printed, other,
    )  # fmt: skip
    assert (report.outcome, len(report.rows)) == ("problems", 0)


def test_a_total_of_all_programmes_counts_people_again_and_is_not_taken() -> None:
    headers = _under("Jumlah Peserta", "JKK", "JKM", "JHT", "Jumlah")
    report = _read(headers, [*JATI, 260], [*BAE, 210], accepted=(PROPOSED,))
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 180}), codes(report)
    other = _read(headers, [*JATI, 110], [*BAE, 210], accepted=(PROPOSED,))
    assert (finding(other, ASKED).params["summed"], len(other.rows)) == (110, 0)


def test_a_slip_in_the_row_of_sums_alone_does_not_make_the_programmes_differ() -> None:
    rows = [["Jati", *JATI], ["Bae", *BAE], ["Jumlah", 180, 179, 110]]
    book = xlsx_of({"S": [TITLE, *HEADERS[4], *rows]})
    agreed = read(book, given=GIVEN_HERE, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 180}), codes(agreed)


def test_people_of_jkk_alone_beside_jht_are_never_those_of_jht() -> None:
    report = _read(_under("Jumlah Peserta", "JKK", "JHT"), [100, 60], [80, 50], given=GIVEN_HERE)
    assert (report.totals, report.outcome) == ({"peserta_aktif": 180}, "problems"), codes(report)


def test_months_side_by_side_each_have_people_by_programme() -> None:
    headers = [["Kecamatan", "Agustus 2026", "", "September 2026", ""], ["", "JKK", "JKM", "JKK", "JKM"]]
    rows = [["Jati", 10, 10, 12, 12], ["Bae", 5, 5, 6, 6]]
    book = xlsx_of({"S": [TITLE, *headers, *rows]}, merged={"S": [(1, 1, 1, 2), (1, 3, 1, 4)]})
    given = {name: text for name, text in GIVEN_HERE.items() if name != "periode"}
    agreed = read(book, given=given, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 33}), codes(agreed)


def test_somebody_may_say_which_programme_counts() -> None:
    book = xlsx_of({"S": [TITLE, *HEADERS[4], ["Jati", 100, 95, 60], ["Bae", *BAE]]})
    layout = {"*": SheetLayout(columns={"Peserta JKM": "peserta_aktif"})}
    options = IntakeOptions(constants=GIVEN, layout=layout)
    report = read_upload(book, file_name="a.xlsx", reference=load_reference(), options=options)
    assert (report.totals, ASKED in codes(report)) == ({"peserta_aktif": 175}, False), codes(report)


WITH_JHT = {**GIVEN, "program": "JKK+JKM+JHT"}


@pytest.mark.parametrize("headers", HEADERS)
def test_a_stated_package_that_not_all_of_the_people_have_is_told_and_never_given_to_them(
    headers: Rows,
) -> None:
    report = _read(headers, JATI, BAE, given=WITH_JHT)
    found = finding(report, "ISIAN_BERTENTANGAN")
    assert (found.value, report.outcome) == ("JKK+JKM+JHT", "problems")
    assert "JKK + JKM." in found.message("id")
    agreed = _read(headers, JATI, BAE, given=WITH_JHT, accepted=(PROPOSED, "ISIAN_BERTENTANGAN"))
    assert (agreed.totals, set(agreed.rows["program"])) == ({"peserta_aktif": 180}, {"JKK+JKM"}), codes(
        agreed
    )


@pytest.mark.parametrize("given", [GIVEN_HERE, WITH_JHT])
def test_people_of_whom_all_have_jht_are_of_the_package_with_it(given: dict[str, str]) -> None:
    agreed = _read(HEADERS[0], [100, 100, 100], [80, 80, 80], given=given, accepted=(PROPOSED,))
    assert (agreed.outcome, set(agreed.rows["program"])) == ("ok", {"JKK+JKM+JHT"}), codes(agreed)
    message = finding(agreed, PROPOSED).message("id")
    assert "peserta JKK + JKM + JHT." in message
    assert "hanya sebagian" not in message


def test_a_stated_package_with_a_programme_that_has_no_column_is_taken_as_stated() -> None:
    agreed = _read(
        _under("Jumlah Peserta", "JKK", "JKM"), [100, 100], [80, 80], given=WITH_JHT, accepted=(PROPOSED,)
    )
    assert (agreed.outcome, set(agreed.rows["program"])) == ("ok", {"JKK+JKM+JHT"}), codes(agreed)


@pytest.mark.parametrize("place", ["title", "sheet"])
def test_a_package_in_the_title_that_the_figures_do_not_fit_is_named(place: str) -> None:
    named = "PAKET JKK+JKM+JHT"
    titles = [TITLE, [named]] if place == "title" else [TITLE]
    rows = [["Jati", *JATI], ["Bae", *BAE]]
    book = xlsx_of({named if place == "sheet" else "S": [*titles, *HEADERS[4], *rows]})
    found = finding(read(book, given=GIVEN_HERE), PROPOSED)
    assert "menyebut JKK + JKM + JHT, yang tidak cocok" in found.message("id")


@pytest.mark.parametrize(("jht", "outcome", "total"), [(100, "ok", 180), (60, "problems", 0)])
def test_a_package_that_a_column_says_holds_where_the_figures_fit_it(
    jht: int, outcome: str, total: int
) -> None:
    header = ["Kecamatan", "Program", "Peserta JKK", "Peserta JKM", "Peserta JHT"]
    rows = [["Jati", "JKK+JKM+JHT", 100, 100, jht], ["Bae", "JKK+JKM", *BAE]]
    report = read(xlsx_of({"S": [TITLE, header, *rows]}), given=GIVEN_HERE, accepted=[PROPOSED])
    assert (report.outcome, report.totals.get("peserta_aktif", 0)) == (outcome, total), codes(report)
    if outcome == "ok":
        assert set(report.rows["program"]) == {"JKK+JKM+JHT", "JKK+JKM"}
    else:
        assert "padahal programnya ditulis JKK + JKM + JHT" in finding(report, ASKED).message("id")


SEXES_BENEATH = [["Kecamatan", "JKK", "", "JKM", ""], ["", "L", "P", "L", "P"]]
SEXES_ABOVE = [["Kecamatan", "L", "", "P", ""], ["", "JKK", "JKM", "JKK", "JKM"]]
SEXES_WITHIN = [["Kecamatan", "JKK (L)", "JKK (P)", "JKM (L)", "JKM (P)"]]


def _by_sex(headers: Rows, *rows: list[object]) -> bytes:
    merged = [(1, 1, 1, 2), (1, 3, 1, 4)] if len(headers) > 1 else []
    return xlsx_of({"S": [TITLE, *headers, *rows]}, merged={"S": merged})


@pytest.mark.parametrize("given", [GIVEN_HERE, GIVEN])
@pytest.mark.parametrize(
    ("headers", "order"),
    [(SEXES_BENEATH, (0, 1, 0, 1)), (SEXES_ABOVE, (0, 0, 1, 1)), (SEXES_WITHIN, (0, 1, 0, 1))],
)
def test_men_and_women_by_programme_are_each_taken_once(
    headers: Rows, order: tuple[int, ...], given: dict[str, str]
) -> None:
    people = (("Jati", (60, 40)), ("Bae", (50, 30)))
    book = _by_sex(headers, *([name, *(figures[place] for place in order)] for name, figures in people))
    report = read(book, given=given)
    assert (report.outcome, codes(report).count(PROPOSED)) == ("problems", 2), codes(report)
    agreed = read(book, given=given, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.totals, set(agreed.rows["program"])) == (
        "ok", {"peserta_aktif": 180}, {"JKK+JKM"},
    ), codes(agreed)  # fmt: skip


def test_women_by_programme_that_disagree_are_told_and_nobody_is_taken() -> None:
    book = _by_sex(SEXES_BENEATH, ["Jati", 60, 40, 60, 39], ["Bae", 50, 30, 50, 30])
    report = read(book, given=GIVEN, accepted=[PROPOSED, "PROGRAM_TERPISAH"])
    found = finding(report, ASKED)
    assert (found.column, found.params["printed"], found.params["summed"]) == ("JKK / P", 40, 39)
    assert (report.outcome, len(report.rows)) == ("problems", 0)


def test_the_sum_of_men_and_women_beside_each_programme_is_compared_with_these() -> None:
    headers = [["Kecamatan", "JKK", "", "", "JKM", "", ""], ["", "L", "P", "Jml", "L", "P", "Jml"]]
    rows = [["Jati", 60, 40, 100, 60, 40, 100], ["Bae", 50, 30, 81, 50, 30, 80]]
    book = xlsx_of({"S": [TITLE, *headers, *rows]}, merged={"S": [(1, 1, 1, 3), (1, 4, 1, 6)]})
    agreed = read(book, given=GIVEN, accepted=[PROPOSED])
    found = finding(agreed, "TOTAL_BARIS_TIDAK_COCOK")
    assert (found.column, found.params["printed"], found.params["summed"]) == ("JKK / Jml", 81, 80)
    assert agreed.totals == {"peserta_aktif": 180}, codes(agreed)


def test_the_sum_of_men_and_women_of_a_programme_that_only_some_have_is_no_sum_of_all() -> None:
    programmes = ("JKK", "JKM", "JHT")
    headers = [
        ["Kecamatan", *(text for one in programmes for text in (one, "", ""))],
        ["", *["L", "P", "Jml"] * 3],
    ]
    rows = [["Jati", 60, 40, 100, 60, 40, 100, 30, 20, 50], ["Bae", 50, 30, 80, 50, 30, 80, 20, 10, 30]]
    merged = {"S": [(1, 1 + 3 * place, 1, 3 + 3 * place) for place in range(3)]}
    report = read(xlsx_of({"S": [TITLE, *headers, *rows]}, merged=merged), given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 180}), codes(report)
    assert "TOTAL_BARIS_TIDAK_COCOK" not in codes(report)


def test_what_stands_beneath_a_programme_and_is_not_understood_counts_no_people_unasked() -> None:
    headers = [["Kecamatan", "JKK", "JKM"], ["", "Tahap", "Tahap"]]
    report = read(xlsx_of({"S": [TITLE, *headers, ["Jati", 2, 2], ["Bae", 1, 1]]}), given=GIVEN_HERE)
    assert (report.outcome, PROPOSED in codes(report)) == ("problems", False), codes(report)


def _in_rows(*people: tuple[str, int, int]) -> Rows:
    rows = [[name, program, n] for name, jkk, jkm in people for program, n in (("JKK", jkk), ("JKM", jkm))]
    return [["Kecamatan", "Program", "Peserta Aktif"], *rows]


def test_rows_of_jkk_and_jkm_that_are_alike_everywhere_are_proposed_once() -> None:
    book = xlsx_of({"S": _in_rows(("Jati", 100, 100), ("Bae", 80, 80))})
    report = read(book, given=GIVEN_HERE)
    assert (report.outcome, finding(report, "BARIS_PER_PROGRAM").params["n"]) == ("problems", 2)
    agreed = read(book, given=GIVEN_HERE, accepted=["BARIS_PER_PROGRAM"])
    assert (agreed.outcome, agreed.totals, set(agreed.rows["program"])) == (
        "ok", {"peserta_aktif": 180}, {"JKK+JKM"},
    ), codes(agreed)  # fmt: skip


def _with_sums(times: int, *, per_area: bool) -> Rows:
    head, *rows = _in_rows(("Jati", 100, 100), ("Bae", 80, 80))
    jati, bae = [["Jati", "Jumlah", 100 * times]], [["Bae", "Jumlah", 80 * times]]
    parts = [*rows[:2], *jati, *rows[2:], *bae] if per_area else rows
    return [head, *parts, ["Jumlah", "", 180 * times]]


@pytest.mark.parametrize("per_area", [False, True])
@pytest.mark.parametrize("times", [1, 2])
def test_a_sum_of_rows_of_jkk_and_jkm_that_counts_people_once_or_twice_is_not_called_wrong(
    times: int, *, per_area: bool
) -> None:
    book = xlsx_of({"S": _with_sums(times, per_area=per_area)})
    agreed = read(book, given=GIVEN_HERE, accepted=["BARIS_PER_PROGRAM"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 180}), codes(agreed)
    assert "TOTAL_TIDAK_COCOK" not in codes(agreed)


def test_a_sum_of_rows_of_jkk_and_jkm_that_fits_neither_is_told() -> None:
    rows = [*_in_rows(("Jati", 100, 100), ("Bae", 80, 80)), ["Jumlah", "", 170]]
    report = read(xlsx_of({"S": rows}), given=GIVEN_HERE, accepted=["BARIS_PER_PROGRAM"])
    assert finding(report, "TOTAL_TIDAK_COCOK").params["printed"] == 170


def test_a_sum_of_jkk_alone_stays_a_question_where_those_of_jkm_are_others() -> None:
    rows = [*_in_rows(("Jati", 100, 100), ("Bae", 80, 70)), ["Jumlah", "", 180]]
    report = read(xlsx_of({"S": rows}), given=GIVEN_HERE)
    assert {"TOTAL_TIDAK_COCOK", "PROGRAM_TERPISAH"} <= {*codes(report)}


@pytest.mark.parametrize("people", [[("Jati", 100, 100), ("Bae", 80, 79)], [("Jati", 5, 5), ("Bae", 4, 4)]])
def test_rows_of_jkk_and_jkm_that_differ_or_count_a_few_are_asked_about(
    people: list[tuple[str, int, int]],
) -> None:
    report = read(xlsx_of({"S": _in_rows(*people)}), given=GIVEN_HERE)
    assert "PROGRAM_TERPISAH" in codes(report)
    assert "BARIS_PER_PROGRAM" not in codes(report)


def test_a_sheet_for_each_programme_with_the_same_figures_counts_people_once() -> None:
    plain = [["Kecamatan", "Peserta Aktif"], ["Jati", 100], ["Bae", 80]]
    book = xlsx_of({"JKK": [["PESERTA PROGRAM JKK"], *plain], "JKM": [["PESERTA PROGRAM JKM"], *plain]})
    agreed = read(book, given=GIVEN_HERE, accepted=["BARIS_PER_PROGRAM"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 180}), codes(agreed)
