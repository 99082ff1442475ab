"""Cakupan kecamatan: hand-checked figures, one kecamatan, months and data that are not there, English."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import UNDAAN, shown_tables, small_lake

SPACE = "\N{NO-BREAK SPACE}"


def test_the_sentence_says_state_change_and_who_has_not_reached_the_target(
    open_page: OpenPage, tmp_path: Path
) -> None:
    text = shown_text(open_page(small_lake(tmp_path), "coverage"))

    assert f"980 dari 2.200 pekerja di Kudus terlindungi pada September 2026: 44,55{SPACE}%." in text
    assert "Naik 5,9 poin persen sejak Agustus 2026 (bertambah 130 orang)." in text
    assert "Satu dari dua kecamatan yang ada datanya (dari sembilan) belum mencapai target." in text
    assert "Belum terlindungi: 1.220 orang" in text


def test_people_of_the_regency_only_are_shown_as_not_mapped_and_never_spread(
    open_page: OpenPage, tmp_path: Path
) -> None:
    app = open_page(small_lake(tmp_path), "coverage")
    text = shown_text(app)

    assert "Belum terpetakan ke kecamatan: 60 orang" in text
    assert (
        "60 orang belum terpetakan ke kecamatan: dihitung dalam total Kudus, tidak dalam kecamatan mana pun."
        in text
    )
    assert "(Kudus: belum terpetakan ke desa)|" in shown_tables(app)


@pytest.mark.parametrize("page", ["coverage", "summary"])
@pytest.mark.parametrize("wilayah", ["33.19", UNDAAN])
def test_construction_is_said_to_be_known_for_the_regency_only(
    open_page: OpenPage, tmp_path: Path, page: str, wilayah: str
) -> None:
    app = open_page(small_lake(tmp_path), page, segmen="JAKON", wilayah=wilayah)
    text = shown_text(app)

    assert "Jasa konstruksi hanya diketahui untuk kabupaten, tidak per kecamatan atau desa." in text
    assert "desa/kelurahan tanpa data" not in text
    assert not app.exception


def test_one_kecamatan_is_followed_by_the_whole_page(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(small_lake(tmp_path), "coverage", wilayah=UNDAAN)
    text = shown_text(app)

    assert f"320 dari 1.000 pekerja di Undaan terlindungi pada September 2026: 32,00{SPACE}%." in text
    assert "Perkembangan cakupan Undaan" in text
    tables = shown_tables(app)
    assert "Undaan|Kutuk|desa" in tables
    assert "Jekulo" not in tables


def test_villages_without_data_stand_in_the_table_and_are_not_counted_as_zero(
    open_page: OpenPage, example_lake: Path
) -> None:
    app = open_page(example_lake, "coverage")

    assert "1 desa tanpa data bulan ini: Kutuk" in shown_text(app)
    row = next(line for line in shown_tables(app).splitlines() if "|Kutuk|" in line)
    assert "tanpa data, potensi perkiraan" in row
    assert "|–|" in row


def test_two_denominators_are_named_and_not_compared_in_silence(
    open_page: OpenPage, example_lake: Path
) -> None:
    app = open_page(example_lake, "coverage", banding="2023-11")
    text = shown_text(app)

    assert (
        "tidak dapat dibandingkan langsung: penyebutnya berganti dari 485.048 (potensi BPJS/Bappenas 2023)"
        in text
    )
    assert "menjadi 466.000 (potensi BPJS/Bappenas 2025)" in text


def test_every_picture_says_in_words_what_it_shows(open_page: OpenPage, example_lake: Path) -> None:
    charts = open_page(example_lake, "coverage").get("plotly_chart")

    assert len(charts) == 5
    assert all(chart.proto.alt for chart in charts)  # type: ignore[attr-defined]


def test_construction_is_not_drawn_by_kecamatan_but_its_figure_stands(
    open_page: OpenPage, example_lake: Path
) -> None:
    app = open_page(example_lake, "coverage", segmen="JAKON")
    text = shown_text(app)

    assert "dari 50.000 pekerja segmen Jasa konstruksi di Kudus terlindungi" in text
    assert "Jasa konstruksi hanya diketahui untuk kabupaten" in text


def test_without_potensi_people_are_shown_and_the_missing_table_is_named(
    open_page: OpenPage, tmp_path: Path
) -> None:
    app = open_page(small_lake(tmp_path, without=("potensi",)), "coverage")
    text = shown_text(app)

    assert "980 orang terlindungi di Kudus pada September 2026" in text
    assert "Belum ada data potensi" in text
    assert not app.exception


def test_without_participants_the_page_says_what_is_missing(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(small_lake(tmp_path, without=("kepesertaan",)), "coverage")

    assert "Belum ada data kepesertaan" in shown_text(app)
    assert not app.get("plotly_chart")


def test_a_month_that_is_not_there_falls_back_to_the_newest(open_page: OpenPage, tmp_path: Path) -> None:
    assert "pada September 2026" in shown_text(open_page(small_lake(tmp_path), "coverage", bulan="2031-01"))


def test_english_is_english_throughout(open_page: OpenPage, example_lake: Path) -> None:
    app = open_page(example_lake, "coverage", bahasa="en")
    text = shown_text(app)

    assert "workers in Kudus are covered in September 2026" in text
    for word in ("Cakupan", "pekerja", "belum", "perkiraan", "sejak", " orang", "kecamatan"):
        assert word not in text


@pytest.mark.parametrize(
    "address",
    [
        {"wilayah": "33.19.04.2003"},
        {"segmen": "RT_RW"},
        {"sumber": "DBHCHT"},
        {"jakon": "tanpa"},
        {"basis": "angkatan kerja BPS"},
        {"bulan": "2023-10"},
        {"segmen": "JAKON", "wilayah": "33.19.02"},
    ],
    ids=str,
)
def test_every_choice_has_an_answer_without_failing(
    open_page: OpenPage, example_lake: Path, address: dict[str, str]
) -> None:
    app = open_page(example_lake, "coverage", **address)

    assert not app.exception
    assert not app.error
    assert app.metric
