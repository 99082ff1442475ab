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
