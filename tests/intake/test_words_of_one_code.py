"""Rows whose words share one code ("Petani", "Buruh Tani"): parts that may be added, not corrections of each other."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, Rows, codes, csv_of, finding, read, values

ADDED = "BARIS_BAGIAN_DIJUMLAHKAN"
CONFLICT = "KUNCI_BERTENTANGAN"


def _given(without: str) -> dict[str, str]:
    return {name: code for name, code in GIVEN.items() if name != without}


@pytest.mark.parametrize(
    ("column", "header", "words"),
    [
        ("segmen", "Jenis Pekerja", ("Petani", "Buruh Tani")),
        ("segmen", "Segmen", ("Ketua RT", "Ketua RW")),
        ("sumber_dana", "Sumber Dana", ("ADD", "Alokasi Dana Desa")),
        ("program", "Program", ("2 Program", "JKK dan JKM")),
    ],
)
@pytest.mark.parametrize("figures", [(25, 5), (5, 5)])
def test_rows_of_different_words_for_one_code_are_proposed_to_be_added(
    column: str, header: str, words: tuple[str, str], figures: tuple[int, int]
) -> None:
    rows: Rows = [
        ["Desa", header, "Peserta Aktif"],
        *(["Ploso", *pair] for pair in zip(words, figures, strict=True)),
    ]
    rows = [*rows, ["Jumlah", "", sum(figures)]]
    asked = read(csv_of(rows), given=_given(column))
    assert (asked.outcome, CONFLICT in codes(asked)) == ("problems", False), codes(asked)
    assert " / ".join(words) in finding(asked, ADDED).message("id")
    agreed = read(csv_of(rows), given=_given(column), accepted=[ADDED, CONFLICT])
    assert (agreed.outcome, dict(agreed.totals)) == ("ok", {"peserta_aktif": sum(figures)}), codes(agreed)


def test_contributions_and_people_of_both_are_added() -> None:
    rows = [
        ["Desa", "Jabatan", "Segmen", "Jumlah Peserta", "Iuran (Rp)"],
        ["Ploso", "", "Ketua RT", 25, 420_000],
        ["Ploso", "", "Ketua RW", 5, 84_000],
    ]
    agreed = read(csv_of(rows), kind="iuran", given=_given("segmen"), accepted=[ADDED])
    assert values(agreed, "nilai", "peserta_dibayar") == [(504_000, 30)], codes(agreed)


@pytest.mark.parametrize(
    "rows",
    [
        [["Petani", 25], ["petani", 5]],
        [["Petani", 25], ["Buruh Tani", 5], ["Petani", 7]],
        [["RT/RW", 30], ["Ketua RT", 25], ["Ketua RW", 5]],
    ],
    ids=["the same word", "a word twice", "the sum of the others"],
)
def test_rows_that_words_do_not_tell_apart_stay_in_conflict(rows: Rows) -> None:
    content = csv_of([["Desa", "Segmen", "Peserta Aktif"], *(["Ploso", *row] for row in rows)])
    report = read(content, given=_given("segmen"))
    assert (report.outcome, ADDED in codes(report), CONFLICT in codes(report)) == ("problems", False, True)


def test_words_of_different_codes_need_no_question() -> None:
    rows = [["Desa", "Segmen", "Peserta Aktif"], ["Ploso", "Linmas", 10], ["Ploso", "BPD", 5]]
    report = read(csv_of(rows), given=_given("segmen"))
    assert (report.outcome, dict(report.totals)) == ("ok", {"peserta_aktif": 15}), codes(report)
