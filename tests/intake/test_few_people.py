"""Few people by sex of a kecamatan who equal those of its villages may be chance: a total decides, or it is asked."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read

PROPOSED, ASKED, OWN = "BARIS_BAGIAN_DIJUMLAHKAN", "INDUK_SEDIKIT_ORANG", "BELUM_TERPETAKAN"
HEADER = ["Kecamatan", "Desa", "L/P", "Peserta Aktif"]
JATI, BAE = "33.19.03", "33.19.07"


def _file(*total: int, times: int = 1) -> bytes:
    """Jati with 2 men and 1 woman of its own, as many as in its villages, beside 13 people of Bae."""
    rows = [
        ["Jati", "", "L", 2], ["Jati", "", "P", 1],
        ["Jati", "Ploso", "L", 2], ["Jati", "Ploso", "P", 0], ["Jati", "Megawon", "L", 0], ["Jati", "Megawon", "P", 1],
        ["Bae", "Bacin", "L", 3], ["Bae", "Bacin", "P", 2], ["Bae", "Panjang", "L", 4], ["Bae", "Panjang", "P", 4],
    ]  # fmt: skip
    rows = [[*row[:3], times * int(str(row[3]))] for row in rows]
    return csv_of([HEADER, *rows, *(["Jumlah", "", "", n] for n in total)])


@pytest.mark.parametrize("total", [(), (25,)])
def test_few_people_of_a_kecamatan_who_equal_those_of_its_villages_are_asked_about(
    total: tuple[int, ...],
) -> None:
    asking = read(_file(*total), given=GIVEN, accepted=[PROPOSED, "TOTAL_TIDAK_COCOK"])
    found = finding(asking, ASKED)
    assert (asking.outcome, found.row, found.params["n"], found.params["printed"], asking.totals) == (
        "problems", 2, 2, 3, {"peserta_aktif": 16},
    ), codes(asking)  # fmt: skip
    agreed = read(_file(*total), given=GIVEN, accepted=[PROPOSED, "TOTAL_TIDAK_COCOK", ASKED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 3, BAE: 13}), codes(agreed)


def test_they_are_people_of_their_own_where_the_printed_total_holds_them() -> None:
    asking = read(_file(19), given=GIVEN, accepted=[PROPOSED])
    assert (asking.outcome, "TOTAL_TIDAK_COCOK" in codes(asking)) == ("problems", False), codes(asking)
    assert finding(asking, OWN).params["n"] == 2
    agreed = read(_file(19), given=GIVEN, accepted=[PROPOSED, OWN])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 6, BAE: 13}), codes(agreed)


def test_they_are_sums_without_a_question_where_the_printed_total_does_not_hold_them() -> None:
    report = read(_file(16), given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {JATI: 3, BAE: 13}), codes(report)


def test_many_people_of_a_kecamatan_who_equal_those_of_its_villages_are_no_chance() -> None:
    report = read(_file(times=10), given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 160}), codes(report)
