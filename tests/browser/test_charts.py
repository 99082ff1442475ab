"""Every chart in a real browser: no text covers another or is cut off, and nothing outside is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import plotly
import pytest
import streamlit
from playwright.sync_api import Browser, Page, Route

from jamsos_data.colors import Look
from tests.charts.gallery import CHARTS, words_of

ROOT = Path(__file__).parents[2]
LIBRARY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
TYPEFACE = next((Path(streamlit.__file__).parent / "static/static/media").glob("SourceSansVF-Upright*.woff2"))
TOPOLOGY = ROOT / "static" / "world_110m.json"
SHEET = """
<style>@font-face { font-family: "Source Sans"; src: url(/typeface); font-weight: 200 900 } body { margin: 0 }</style>
<div id="chart"></div>
"""
DRAW = """
figure => Plotly.newPlot("chart", figure.data, figure.layout, {topojsonURL: "/", displayModeBar: false})
"""
LINES = """
() => [...document.querySelectorAll("#chart svg text")]
  .flatMap(text => { const lines = [...text.querySelectorAll("tspan.line")]; return lines.length ? lines : [text] })
  .map(line => [line.textContent, line.getBoundingClientRect()])
  .filter(([words, box]) => words.trim() && box.width)
  .map(([words, box]) => [words, box.left, box.top, box.right, box.bottom])
"""
WIDE = {"heat": 1000, "flow": 1000}  # with seven segments, and over the whole page; all others fit half of it
HALF = 520
TOUCH = (2, 4)  # px: the boxes of lines of text are higher than their letters


@pytest.fixture(scope="module")
def sheet(chromium: Browser) -> Iterator[Page]:
    """An empty page of its own host with Plotly and the application's typeface; other hosts fail."""

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix("http://lembar.test/")
        known = {
            "": (SHEET.encode(), "text/html"),
            "world_110m.json": (TOPOLOGY.read_bytes(), "application/json"),
        }
        known["typeface"] = (TYPEFACE.read_bytes(), "font/woff2")
        if name in known:
            route.fulfill(body=known[name][0], content_type=known[name][1])
        else:
            route.abort()

    context = chromium.new_context(viewport={"width": HALF, "height": 900})
    page = context.new_page()
    page.route("**/*", answer)
    page.goto("http://lembar.test/")
    page.evaluate(
        """() => Promise.all(["12px", "bold 12px"].map(size => document.fonts.load(`${size} "Source Sans"`)))"""
    )
    page.add_script_tag(content=LIBRARY.read_text("utf-8"))
    yield page
    context.close()


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", CHARTS)
def test_no_text_is_covered_or_cut(sheet: Page, name: str, language: str) -> None:
    width = WIDE.get(name, HALF)
    figure = CHARTS[name](words_of(language), Look())
    sheet.set_viewport_size({"width": width, "height": 900})
    sheet.evaluate(DRAW, json.loads(figure.to_json() or ""))
    lines = sheet.evaluate(LINES)

    assert lines
    assert [line for line in lines if line[1] < -1 or line[3] > width + 1] == []
    assert [(one[0], other[0]) for one, other in combinations(lines, 2) if _covers(one, other)] == []


def test_the_map_is_drawn_without_asking_another_host(sheet: Page) -> None:
    asked: list[str] = []
    sheet.on("request", lambda request: asked.append(request.url))
    sheet.evaluate(DRAW, json.loads(CHARTS["map"](words_of("id"), Look()).to_json() or ""))
    sheet.wait_for_function("() => document.querySelectorAll('#chart .choroplethlayer path').length === 9")

    assert [url for url in asked if not url.startswith("http://lembar.test/")] == []


def _covers(one: list[Any], other: list[Any]) -> bool:
    _, left, top, right, bottom = one
    across = min(right, other[3]) - max(left, other[1])
    down = min(bottom, other[4]) - max(top, other[2])
    return across > TOUCH[0] and down > TOUCH[1]
