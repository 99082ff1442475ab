"""Bars of parts and reasons: their labels stay inside the narrowest picture."""

from __future__ import annotations

import json

import pytest

from jamsos_data.colors import Look
from jamsos_data.text_layout import text_width
from tests.charts.gallery import CHARTS, words_of

NARROWEST = 450  # px: half of a desk screen of 1366 px, without sidebar and frame


@pytest.mark.parametrize("name", ["enterprises", "yields", "reasons"])
def test_no_label_is_cut_in_half_of_a_desk_screen(name: str) -> None:
    figure = json.loads(CHARTS[name](words_of("id"), Look()).to_json() or "")
    margin = figure["layout"]["margin"]
    plot = NARROWEST - margin["l"] - margin["r"]
    first, end = figure["layout"]["xaxis"]["range"]
    (labels,) = [trace for trace in figure["data"] if trace.get("mode") == "text"]

    assert first == 0
    for start, text in zip(labels["x"], labels["text"], strict=True):
        assert start / end * plot + text_width(text) <= plot + margin["r"]
