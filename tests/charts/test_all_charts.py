"""What holds for every chart: same input same picture, our template, both languages, one row is enough."""

import json
import re
from typing import Any

import plotly.graph_objects as go
import pytest

from jamsos_data.colors import Look, contrast, palette
from tests.charts.gallery import CATALOGUES, CHARTS, DESCRIPTIONS, ONE_ROW, words_of

DEFAULT_COLORWAY = "#636efa"  # Plotly's own
LOOKS = (Look(dark=False), Look(dark=True))
KEY = re.compile(r'^msgid "(chart\.[^"]+)"$', re.MULTILINE)
LANGUAGES = ("id", "en")
OF_ONE_AREA = ("duties", "flow", "burn-up", "burn-up with projection", "cliff", "trend beside", "reasons")


def drawn(name: str, *, language: str = "id", dark: bool = False) -> dict[str, Any]:
    return json.loads(CHARTS[name](words_of(language), Look(dark=dark)).to_json() or "")


def hover_texts(figure: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for trace in figure["data"]:
        for part in (trace, trace.get("node", {}), trace.get("link", {})):
            texts = part.get("hovertext") or []
            found += [texts] if isinstance(texts, str) else texts
        if "node" in trace:
            found += trace["node"]["customdata"] + trace["link"]["customdata"]
    return [text for text in found if text]


@pytest.mark.parametrize("name", CHARTS)
def test_the_same_table_gives_the_same_bytes(name: str) -> None:
    first, second = (CHARTS[name](words_of("id"), Look()).to_json() for _ in range(2))

    assert first == second


@pytest.mark.parametrize("name", CHARTS)
def test_plotly_knows_every_setting_of_a_chart(name: str) -> None:
    figure = CHARTS[name](words_of("id"), Look())

    go.Figure(figure.to_dict())  # raises for a setting or a value that Plotly does not know


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_our_look_and_a_fixed_height(name: str, look: Look) -> None:
    figure = CHARTS[name](words_of("id"), look)
    layout = json.loads(figure.to_json() or "")["layout"]

    assert layout["template"]["layout"]["font"]["color"] == palette(look).ink
    assert layout["height"] > 0
    assert layout["dragmode"] is False
    assert DEFAULT_COLORWAY not in (figure.to_json() or "").lower()


@pytest.mark.parametrize(("language", "separators"), [("id", ",."), ("en", ".,")])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_writes_numbers_in_its_language(name: str, language: str, separators: str) -> None:
    figure = drawn(name, language=language)

    assert figure["layout"]["separators"] == separators
    wrong = r"\d\.\d %" if language == "id" else r"\d,\d%|orang|bulan"
    assert [text for text in hover_texts(figure) if re.search(wrong, text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CHARTS)
def test_hover_texts_are_sentences(name: str, language: str) -> None:
    texts = hover_texts(drawn(name, language=language))

    assert [text for text in texts if not text.endswith(".") or "{" in text or "nan" in text.lower()] == []


def inks(figure: dict[str, Any], *, ground: str) -> list[tuple[str, str]]:
    """Each text of a figure with what lies behind it: the colour of its bar, or the page (maps have their own test)."""
    found = [(note["font"]["color"], ground) for note in figure["layout"].get("annotations", [])]
    for trace in figure["data"]:
        if trace["type"] not in ("bar", "scatter") or not trace.get("text"):
            continue
        ink = trace["textfont"]["color"]
        colors = [ink] * len(trace["text"]) if isinstance(ink, str) else ink
        inside = trace.get("textposition") == "inside"
        found += zip(colors, trace["marker"]["color"] if inside else [ground] * len(colors), strict=True)
    return found


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", CHARTS)
def test_every_text_of_a_chart_is_readable_on_what_lies_behind_it(name: str, look: Look) -> None:
    found = inks(drawn(name, dark=look.dark), ground=palette(look).surface)

    assert [(ink, behind) for ink, behind in found if contrast(ink, behind) < 4.5] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ONE_ROW)
def test_one_row_is_enough(name: str, language: str) -> None:
    assert ONE_ROW[name](words_of(language), Look()).data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DESCRIPTIONS)
def test_a_description_is_made_of_sentences(name: str, language: str) -> None:
    text = DESCRIPTIONS[name](words_of(language))

    assert text.endswith(".")
    assert not re.search(r"[{<]|\bnan\b", text)


@pytest.mark.parametrize("name", [name for name in CHARTS if name not in OF_ONE_AREA])
def test_a_mark_carries_the_code_that_a_click_selects(name: str) -> None:
    codes = [trace["customdata"] for trace in drawn(name)["data"] if "customdata" in trace]

    assert codes
    assert all(re.match(r"33\.19|[A-Z]", point[0]) for points in codes for point in points)


@pytest.mark.parametrize("name", CHARTS)
def test_a_figure_is_light_enough_for_a_weak_network(name: str) -> None:
    assert len(CHARTS[name](words_of("id"), Look()).to_json() or "") < 50_000


def test_both_catalogues_hold_the_same_messages() -> None:
    indonesian, english = (
        KEY.findall((CATALOGUES / language / "charts.po").read_text("utf-8")) for language in LANGUAGES
    )

    assert indonesian == english
    assert len(set(indonesian)) == len(indonesian)
