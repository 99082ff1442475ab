"""Clicks on charts, told from the events that Streamlit hands over."""

from typing import Any

import pytest

from pages.parts.chart import clicked_area


@pytest.mark.parametrize(
    "point, kode",
    [
        ({"location": "33.19.04", "customdata": ["33.19.04"]}, "33.19.04"),
        ({"customdata": ["33.19.09"]}, "33.19.09"),
        ({"customdata": {"0": "33.19.02", "1": "2026-09"}}, "33.19.02"),
        ({"x": 1}, ""),
    ],
)
def test_the_area_comes_from_the_map_or_from_the_first_customdata(point: dict[str, Any], kode: str) -> None:
    assert clicked_area({"selection": {"points": [point]}}) == kode


def test_taking_a_selection_back_selects_no_area() -> None:
    assert clicked_area({"selection": {"points": []}}) == ""
