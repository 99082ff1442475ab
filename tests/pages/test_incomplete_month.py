"""A month of which only one recap is loaded: every page says so, and nothing is judged by it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from jamsos_data.lake import Lake
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import JEKULO, UNDAAN, put, shown_tables, small_lake

NOTICE = (
    "Oktober 2026 belum lengkap: 1 dari 2 segmen yang ada pada September 2026 belum dimuat (60 orang). "
    "Perbandingan dan laju belum dapat dipakai."
)


@pytest.fixture
def october(tmp_path: Path) -> Path:
    """September is complete; of October only the poor workers of two kecamatan are there."""
    place = small_lake(tmp_path)
    _poor_workers(Lake(place), datetime(2026, 10, 1), undaan=200, jekulo=300)
    return place


def _poor_workers(lake: Lake, periode: datetime, *, undaan: int, jekulo: int) -> None:
    paid = {"periode": periode, "sumber_dana": "DBHCHT", "program": "JKK+JKM", "segmen": "RENTAN"}
    rows = [{**paid, "kode_wilayah": UNDAAN, "peserta_aktif": undaan}]
    put(lake, "kepesertaan", [*rows, {**paid, "kode_wilayah": JEKULO, "peserta_aktif": jekulo}])


@pytest.mark.parametrize("page", ["summary", "coverage", "targets", "premiums", "simulation"])
def test_every_page_with_filters_says_what_is_missing(open_page: OpenPage, october: Path, page: str) -> None:
    app = open_page(october, page)

    assert NOTICE in shown_text(app)
    assert not app.exception


def test_one_click_leads_to_the_last_complete_month(open_page: OpenPage, october: Path) -> None:
    app = open_page(october)

    app.button(key="incomplete_see").click().run()

    assert "belum lengkap" not in shown_text(app)
    assert "Per September 2026" in shown_text(app)


def test_the_sentence_of_the_summary_neither_compares_nor_judges(open_page: OpenPage, october: Path) -> None:
    app = open_page(october)
    text = shown_text(app)

    assert "menurut data yang sudah dimuat; data Oktober 2026 belum lengkap." in text
    for judged in ("turun", "poin persen", "sejak", "belum mencapai target", "per bulan sampai"):
        assert judged not in text.replace(NOTICE, "")
    assert [metric.delta for metric in app.metric[:3]] == ["", "", "data belum lengkap"]


def test_coverage_compares_with_no_month(open_page: OpenPage, october: Path) -> None:
    text = shown_text(open_page(october, "coverage"))

    assert "Data bulan ini belum lengkap, jadi tidak dibandingkan" in text
    assert "Salah satu dari kedua bulan belum lengkap" in text
    assert "sejak September" not in text


def test_targets_ask_for_no_monthly_additions(open_page: OpenPage, october: Path) -> None:
    app = open_page(october, "targets")
    text = shown_text(app)

    assert "Data Oktober 2026 belum lengkap (500 orang yang sudah dimuat)" in text
    assert "jadi belum dibandingkan dengan target" in text
    assert "kurang" not in text.replace(NOTICE, "").replace("Kurang", "")
    assert "belum ada data enam bulan lalu" not in "".join(metric.delta for metric in app.metric)
    assert "Perlu tambahan per bulan: –" in text
    assert "data belum lengkap" in shown_tables(app)


def test_the_ranking_of_such_a_month_names_nobody_and_says_no_gap(open_page: OpenPage, october: Path) -> None:
    for page in ("summary", "coverage"):
        app = open_page(october, page)
        charts = " ".join(chart.proto.spec for chart in app.get("plotly_chart"))  # type: ignore[attr-defined]

        assert "paling tertinggal" not in shown_text(app)
        assert "kurang " not in charts
        assert "target tercapai" not in charts


def test_a_complete_month_is_not_compared_with_one_that_is_not(open_page: OpenPage, october: Path) -> None:
    text = shown_text(open_page(october, bulan="2026-09", banding="2026-10"))

    assert "Oktober 2026 belum lengkap, jadi September 2026 tidak dibandingkan" in text
    assert "sejak Oktober 2026" not in text


def test_in_english(open_page: OpenPage, october: Path) -> None:
    text = shown_text(open_page(october, bahasa="en"))

    assert (
        "October 2026 is not complete: 1 of 2 segments present in September 2026 has not been loaded (60 people)."
        in text
    )


def test_the_example_has_no_such_month(open_page: OpenPage, example_lake: Path) -> None:
    assert "belum lengkap" not in shown_text(open_page(example_lake))
