"""Numbers that are only about right, or written in words, stay a question, which one choice answers."""

from __future__ import annotations

import pytest

from jamsos_data.intake.clean.number_words import read_words
from tests.intake.sheets import GIVEN, codes, csv_of, finding, read

ABOUT, IN_WORDS = "ANGKA_KIRA_KIRA", "ANGKA_DENGAN_KATA"


def _rows(text: str) -> bytes:
    return csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", text], ["Bae", 40]])


@pytest.mark.parametrize(
    ("text", "code", "number"),
    [
        *((text, ABOUT, 50) for text in ("±50", "+/- 50", "kurang lebih 50", "sekitar 50 orang", "> 50")),
        ("lebih dari 50", ABOUT, 50),
        *((text, ABOUT, 50) for text in ("50 orang lebih", "50 lebih", "50an", "50+", "50?", "k.l. 50", "~50")),
        ("± 1.250 orang", ABOUT, 1250), ("lima puluh", IN_WORDS, 50), ("seratus dua puluh lima orang", IN_WORDS, 125),
    ],
)  # fmt: skip
def test_a_number_that_is_about_right_or_in_words_is_proposed_and_never_taken(
    text: str, code: str, number: int
) -> None:
    asking = read(_rows(text), given=GIVEN)
    found = finding(asking, code)
    assert (asking.totals, found.row, found.value) == ({"peserta_aktif": 40}, 2, text)
    assert found.proposal == str(number)
    agreed = read(_rows(text), given=GIVEN, accepted=[code])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 40 + number})


@pytest.mark.parametrize(
    "text", ["50-60", "50/60", "50+5", "± 50 %", "±", "dua lima", "puluh lima", "banyak sekali"]
)
def test_what_says_no_single_number_has_no_proposal(text: str) -> None:
    report = read(_rows(text), given=GIVEN, accepted=[ABOUT, IN_WORDS])
    assert (report.totals, finding(report, "BUKAN_ANGKA").proposal) == ({"peserta_aktif": 40}, None), codes(
        report
    )


def test_the_sentence_says_what_to_type_and_when() -> None:
    report = read(_rows("belum dihitung"), given=GIVEN)
    sentence = finding(report, "BUKAN_ANGKA").message("id")
    assert "Ketik satu angka di sel itu" in sentence
    assert "kosong bila belum diketahui" in sentence


@pytest.mark.parametrize("text", ["dua lima", "puluh", "ratus lima", "satu dua ratus"])
def test_words_that_spell_no_number_are_none(text: str) -> None:
    assert read_words(text) is None


def test_a_number_whose_mark_is_that_of_decimals_in_its_column_has_no_proposal() -> None:
    rows = [["Kecamatan", "Nilai Iuran (Rp)"], ["Jati", "1,250.00"], ["Bae", "±1.250"], ["Dawe", "2,000.00"]]
    found = finding(read(csv_of(rows), kind="iuran", given=GIVEN), "BUKAN_ANGKA")
    assert (found.row, found.value, found.proposal) == (3, "±1.250", None)
