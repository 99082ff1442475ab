"""Whoever does not see a picture gets its figures: a sentence made from them, and a table on the same page."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from jamsos_data.messages import load_messages
from pages.parts.language import CATALOGUES
from tests.pages.conftest import OpenPage

# Each picture of a page, and the message that names the table with its figures.
TWINS = {
    "summary": {
        "map": "summary.table.kecamatan",
        "rank": "summary.table.kecamatan",
        "payments": "slide.table.months",
    },
    "coverage": {
        "map": "summary.table.kecamatan",
        "rank": "summary.table.kecamatan",
        "trend": "coverage.trend.title",
        "compare": "coverage.compare.title",
        "segments": "coverage.segments.title.kecamatan",
    },
    "targets": {
        "burn_up": "slide.table.course",
        "segments": "targets.table.title",
        "areas": "targets.table.title",
        "grid": "targets.table.title",
        "duties_course": "targets.duties.table",
    },
    "quality": {"reporting": "quality.reporting"},
    "premiums": {
        "months": "slide.table.months",
        "flow": "premiums.flow.title",
        "budgets": "premiums.sources.title",
        "estimates": "premiums.sources.estimates",
        "cliff": "premiums.cliff.table",
    },
    "simulation": {
        "simulation_costs": "simulation.table.compare",
        "simulation_effects": "simulation.table.compare",
    },
}
WORDS = load_messages("id", CATALOGUES)
FOLDED = (
    "twin_payments",
    "twin_rank",
    "twin_trend",
    "twin_compare",
    "twin_burn_up",
    "twin_months",
    "twin_flow",
    "twin_cliff",
    "twin_simulation",
    "twin_reporting",
)
OPENED = (*FOLDED, "segments_table", "source_details")


def opened(app: AppTest) -> AppTest:
    for name in OPENED:
        app.session_state[name] = True
    return app.run()


def key_of(element: object) -> str:
    return element.proto.id.rsplit("-", 1)[-1]  # type: ignore[attr-defined]


def tables_of(app: AppTest) -> dict[str, pd.DataFrame]:
    return {table.proto.alt: table.value for table in app.dataframe}


def title(key: str) -> str:
    return WORDS(key, area="Kudus") if key == "slide.table.course" else WORDS(key)


@pytest.mark.parametrize("page", TWINS)
def test_every_picture_has_a_sentence_with_its_figures_and_a_table(
    open_page: OpenPage, example_lake: Path, page: str
) -> None:
    app = opened(open_page(example_lake, page))
    sentences = {key_of(chart): chart.proto.alt for chart in app.get("plotly_chart")}  # type: ignore[attr-defined]
    tables = tables_of(app)

    assert sentences.keys() == TWINS[page].keys()
    assert {key for key in TWINS[page].values() if title(key) not in tables} == set()
    for sentence in sentences.values():
        assert re.search(r"\d", sentence)
        assert sentence.endswith(".")
    assert [key for key in TWINS[page].values() if tables[title(key)].empty] == []


def test_the_tables_beneath_the_pictures_of_coverage_hold_what_is_drawn(
    open_page: OpenPage, example_lake: Path
) -> None:
    app = opened(open_page(example_lake, "coverage", bulan="2026-09", banding="2026-08"))
    tables = tables_of(app)

    assert list(tables[title("coverage.compare.title")].columns) == [
        "wilayah",
        "peserta_aktif_dulu",
        "potensi_dulu",
        "persen_dulu",
        "peserta_aktif",
        "potensi",
        "persen",
    ]
    assert len(tables[title("coverage.compare.title")]) == 9
    trend = tables[title("coverage.trend.title")]
    assert trend["wilayah"].nunique() == 9
    for area, rows in trend.groupby("wilayah"):
        assert rows["periode"].is_monotonic_increasing, area
