"""What the printed totals of a file say of rows that may be sums or people decides where the figures do not."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read

JATI, BAE, KUDUS = "33.19.03", "33.19.07", "33.19"
PROPOSED = "BARIS_BAGIAN_DIJUMLAHKAN"
HEADER = ["Kecamatan", "L/P", "Jumlah Peserta"]
_ROWS = [
    ["Jati", "L", 6],
    ["Jati", "P", 4],
    ["Jati", "-", 10],
    ["Bae", "L", 3],
    ["Bae", "P", 2],
    ["Bae", "-", 5],
]


def test_few_people_of_no_stated_sex_are_proposed_as_people_where_the_printed_total_holds_them() -> None:
    content = csv_of([HEADER, *_ROWS, ["JUMLAH", "", 30]])
    asking = read(content, given=GIVEN)
    assert (asking.outcome, "TOTAL_TIDAK_COCOK" in codes(asking)) == ("problems", False), codes(asking)
    assert finding(asking, PROPOSED).params["n"] == 6
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert dict(agreed.by_kecamatan) == {JATI: 20, BAE: 10}, codes(agreed)


@pytest.mark.parametrize("total", [15, 23])
def test_they_are_a_sum_where_the_printed_total_does_not_hold_them(total: int) -> None:
    report = read(csv_of([HEADER, *_ROWS, ["JUMLAH", "", total]]), given=GIVEN)
    assert dict(report.by_kecamatan) == {JATI: 10, BAE: 5}, codes(report)


def test_many_rows_that_equal_men_and_women_stay_sums_where_the_total_at_the_foot_counts_them_again() -> None:
    rows = [[area, sex, n] for area in ("Jati", "Bae") for sex, n in (("L", 60), ("P", 40), ("-", 100))]
    report = read(csv_of([HEADER, *rows, ["JUMLAH", "", 400]]), given=GIVEN)
    assert finding(report, "TOTAL_TIDAK_COCOK").params["printed"] == 400
    assert report.totals == {"peserta_aktif": 200}


def _with_regency(*total: int) -> bytes:
    rows = [["Jati", "L", 3], ["Jati", "P", 2], ["Bae", "L", 2], ["Bae", "P", 5]]
    regency = [["Kabupaten Kudus", "L", 5], ["Kabupaten Kudus", "P", 1]]
    return csv_of([HEADER, *rows, *regency, *(["JUMLAH", "", n] for n in total)])


def test_rows_of_the_regency_that_the_printed_total_does_not_hold_are_told_as_a_sum_that_misses_its_parts() -> (
    None
):
    asking = read(_with_regency(12), given=GIVEN)
    assert not {"BELUM_TERPETAKAN", "TOTAL_TIDAK_COCOK"} & {*codes(asking)}, codes(asking)
    told = finding(asking, "INDUK_WILAYAH_TIDAK_COCOK")
    assert (told.row, told.params["printed"], told.params["summed"]) == (7, 1, 7)
    agreed = read(_with_regency(12), given=GIVEN, accepted=[PROPOSED])
    assert dict(agreed.by_kecamatan) == {JATI: 5, BAE: 7}, codes(agreed)


@pytest.mark.parametrize("total", [(), (18,), (20,)])
def test_they_are_people_of_no_kecamatan_where_the_printed_total_holds_them_or_proves_nothing(
    total: tuple[int, ...],
) -> None:
    agreed = read(_with_regency(*total), given=GIVEN, accepted=[PROPOSED])
    assert "BELUM_TERPETAKAN" in codes(agreed)
    assert dict(agreed.by_kecamatan) == {JATI: 5, BAE: 7, KUDUS: 6}, codes(agreed)
