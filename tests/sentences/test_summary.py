"""The opening sentence of Ringkasan: grammar and meaning for none, one, some and all."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pandas as pd
import pytest

from jamsos_data.messages import Messages, load_messages
from jamsos_data.sentences.summary import (
    Change,
    change_between,
    coverage_headline,
    reached_sentence,
)
from jamsos_data.sentences.wording import Who
from jamsos_data.views.rows import first_row

INDONESIAN = load_messages("id")
ENGLISH = load_messages("en")
WORKERS = Who(people="pekerja")
NO_AREAS = pd.DataFrame({"kode_wilayah": [], "tercapai": pd.Series([], dtype="boolean")})


def coverage_row(**given: Any) -> Any:
    row = {
        "periode": datetime(2026, 9, 1),
        "wilayah": "Kudus",
        "peserta_aktif": 217_104,
        "potensi": 466_000,
        "persen": 46.588841,
        "basis": "potensi BPJS/Bappenas",
        "tahun": 2025,
        "alasan": "",
    }
    return first_row(pd.DataFrame([row | given]))


def target_row(selisih: float, persen: float = 52.2) -> Any:
    row = {"selisih_poin": selisih, "target_persen": persen, "batas_waktu": datetime(2026, 12, 1)}
    return first_row(pd.DataFrame([row]))


def areas(*reached: bool | None, level: str = "kecamatan") -> pd.DataFrame:
    stem = "33.19." if level == "kecamatan" else "33.19.01.20"
    codes = [f"{stem}{number:02d}" for number in range(1, len(reached) + 1)]
    return pd.DataFrame({"kode_wilayah": codes, "tercapai": pd.Series(reached, dtype="boolean")})


@pytest.mark.parametrize(
    "words, expected",
    [
        (
            INDONESIAN,
            (
                "**217.104 dari 466.000 pekerja di Kudus terlindungi.** Cakupan 46,6\N{NO-BREAK SPACE}%, naik 0,8 "
                "poin persen sejak Agustus 2026, 5,6 poin persen di bawah target 2026 (52,2\N{NO-BREAK SPACE}%). "
                "Enam dari sembilan kecamatan belum mencapai target."
            ),
        ),
        (
            ENGLISH,
            (
                "**217,104 of 466,000 workers in Kudus are covered.** Coverage is 46.6%, up 0.8 percentage "
                "points since August 2026, 5.6 percentage points below the 2026 target (52.2%). Six of nine "
                "sub-districts have not reached the target."
            ),
        ),
    ],
)
def test_the_sentence_tells_how_many_whether_more_whether_enough_and_where_not(
    words: Messages, expected: str
) -> None:
    change = Change(since=datetime(2026, 8, 1), points=0.84, people=3912, comparable=True)
    inner = areas(*[False] * 6, *[True] * 3)
    said = coverage_headline(
        coverage_row(),
        words,
        who=Who(people=words("sentence.workers")),
        change=change,
        target=target_row(5.611159),
        areas=inner,
    )

    assert said == expected


@pytest.mark.parametrize(
    "reached, indonesian, english",
    [
        (
            [True, True, True],
            "Semua kecamatan sudah mencapai target.",
            "All sub-districts have reached the target.",
        ),
        (
            [False, True, True],
            "Satu dari tiga kecamatan belum mencapai target.",
            "One of three sub-districts has not reached the target.",
        ),
        (
            [False, False, True],
            "Dua dari tiga kecamatan belum mencapai target.",
            "Two of three sub-districts have not reached the target.",
        ),
        (
            [False, False, False],
            "Belum satu pun dari tiga kecamatan mencapai target.",
            "None of the three sub-districts has reached the target.",
        ),
        ([None, None], "", ""),
        ([], "", ""),
    ],
)
def test_the_number_of_areas_behind_is_said_rightly(
    reached: list[bool | None], indonesian: str, english: str
) -> None:
    assert reached_sentence(areas(*reached), INDONESIAN) == indonesian
    assert reached_sentence(areas(*reached), ENGLISH) == english


def test_areas_without_data_are_not_counted_among_those_judged() -> None:
    judged = areas(*[False] * 15, None, level="desa")

    assert reached_sentence(judged, INDONESIAN) == (
        "Belum satu pun dari 15 desa yang ada datanya (dari 16) mencapai target."
    )
    assert reached_sentence(judged, ENGLISH) == (
        "None of the 15 villages with data (of 16) has reached the target."
    )


def test_more_than_ten_desa_are_counted_in_figures() -> None:
    judged = areas(*[False] * 12, *[True] * 4, level="desa")

    assert reached_sentence(judged, INDONESIAN) == "12 dari 16 desa belum mencapai target."


@pytest.mark.parametrize(
    "selisih, expected",
    [
        (5.61, "5,6 poin persen di bawah target 2026"),
        (-1.24, "1,2 poin persen di atas target 2026"),
        (0.04, "tepat pada target 2026"),
    ],
)
def test_a_gap_is_words_never_a_minus_sign(selisih: float, expected: str) -> None:
    said = coverage_headline(
        coverage_row(), INDONESIAN, who=WORKERS, change=None, target=target_row(selisih), areas=NO_AREAS
    )

    assert expected in said
    assert "-" not in said


def test_two_denominators_are_never_compared_in_silence() -> None:
    earlier = coverage_row(periode=datetime(2023, 11, 1), persen=52.38, tahun=2023, peserta_aktif=254_087)
    change = change_between(earlier, coverage_row())
    said = coverage_headline(
        coverage_row(), INDONESIAN, who=WORKERS, change=change, target=None, areas=NO_AREAS
    )

    assert "tidak sebanding dengan November 2023 karena penyebutnya berbeda" in said
    assert "turun" not in said


def test_a_change_too_small_to_show_is_no_change() -> None:
    change = Change(since=datetime(2026, 8, 1), points=0.04, people=190, comparable=True)

    assert "tetap sejak Agustus 2026" in coverage_headline(
        coverage_row(), INDONESIAN, who=WORKERS, change=change, target=None, areas=NO_AREAS
    )


def test_without_a_denominator_the_people_are_still_told() -> None:
    row = coverage_row(persen=float("nan"), potensi=None, tahun=None, alasan="tanpa_potensi")
    said = coverage_headline(row, INDONESIAN, who=WORKERS, change=None, target=None, areas=NO_AREAS)

    assert said.startswith("**217.104 orang terlindungi di Kudus (pekerja).**")
    assert "tidak dapat dihitung" in said


def test_without_data_the_sentence_says_so() -> None:
    row = coverage_row(peserta_aktif=None, persen=float("nan"), alasan="tanpa_data")

    assert coverage_headline(row, INDONESIAN, who=WORKERS, change=None, target=None, areas=NO_AREAS) == (
        "Belum ada data kepesertaan pekerja di Kudus untuk September 2026."
    )
