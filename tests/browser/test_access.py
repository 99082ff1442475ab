"""axe-core on every page, in the light and the dark theme: nothing that keeps somebody out, and no needless motion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from pages.parts.navigation import PageEntry, existing_pages
from tests.browser.conftest import LAPTOP, Watched
from tests.browser.mistakes import decide_all, workbook_with_mistakes
from tests.browser.test_presentation import open_stage
from tests.browser.test_shell import settle
from tests.browser.test_upload import drop

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
BARRIERS = ("serious", "critical")
ALSO = ("heading-order",)  # moderate: who listens to a page jumps from heading to heading
# What Streamlit builds so and gives no setting for: (rule, place) and why it stays.
OF_STREAMLIT = {
    (
        "list",
        "ul[data-testid=stSidebarNavItems]",
    ): "each section of the menu is a div inside the list of pages",
    ("listitem", "[data-testid=stSidebarNav] li"): "the same: the items of a section stand in that div",
}
JUDGE = """
async ([rules, known]) => {
  const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
  const found = await axe.run({ exclude: [[".main-svg"]] }, options);
  const isKnown = (rule, node) => known.some(
    ([name, place]) => name === rule && document.querySelector(node.target.join(" "))?.matches(place));
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    [rule.impact, rule.id, node.html.slice(0, 160), node.failureSummary, isKnown(rule.id, node)]));
}
"""
MOVING = """
() => [...document.querySelectorAll("body *:not(.main-svg *)")].filter(part => {
  const { transitionDuration, animationDuration, animationName } = getComputedStyle(part);
  const longest = times => Math.max(...times.split(",").map(parseFloat));
  return longest(transitionDuration) > 0.001 || (animationName !== "none" && longest(animationDuration) > 0.001);
}).map(part => part.outerHTML.slice(0, 120))
"""
CHARTS_MOVE = """
() => [...document.querySelectorAll(".js-plotly-plot")].map(chart => chart._fullLayout.transition?.duration ?? 0)
"""
UNSEEN = """
() => [...document.querySelectorAll(".sankey-link")].filter(ribbon => getComputedStyle(ribbon).opacity !== "1").length
"""


@pytest.fixture(scope="module")
def quiet(chromium: Browser) -> Iterator[Watched]:
    """A page of somebody who asked the machine for less motion; colours stand still at once, too."""
    context = chromium.new_context(viewport=LAPTOP, locale="id-ID", reduced_motion="reduce")
    yield Watched.over(context.new_page())
    context.close()


@pytest.fixture
def calm(quiet: Watched) -> Page:
    return quiet.page


def barriers(page: Page, *, rules: tuple[str, ...] = ()) -> tuple[list[Any], set[str]]:
    """What axe calls serious or critical and is not of Streamlit's making, and which of the known ones it met."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(JUDGE, [list(rules) or None, [list(known) for known in OF_STREAMLIT]])
    ours = [finding for finding in found if (finding[0] in BARRIERS or finding[1] in ALSO) and not finding[4]]
    return ours, {finding[1] for finding in found if finding[4]}


@pytest.mark.parametrize("entry", existing_pages(), ids=lambda entry: entry.name)
def test_a_page_keeps_nobody_out_asks_no_other_host_and_carries_the_mark(
    server: str, quiet: Watched, entry: PageEntry
) -> None:
    calm = quiet.page
    quiet.forget()
    calm.emulate_media(color_scheme="light")
    calm.goto(f"{server}/{entry.url}")
    settle(calm)
    expect(calm.get_by_role("heading", level=1)).to_have_text(entry.title)
    expect(calm.get_by_test_id("stAlertContentError")).to_have_count(0)
    expect(calm.get_by_test_id("stMain").get_by_text("DATA CONTOH").first).to_be_visible()
    in_light, known = barriers(calm)
    calm.emulate_media(color_scheme="dark")
    expect(calm.locator(".stApp")).to_have_css("background-color", "rgb(14, 26, 27)")
    in_dark, _ = barriers(calm, rules=("color-contrast",))

    assert quiet.hosts() == {"localhost"}
    assert quiet.complaints == []
    assert (in_light, in_dark) == ([], [])
    assert known == {rule for rule, _ in OF_STREAMLIT}
    assert calm.evaluate(MOVING) == []
    assert set(calm.evaluate(CHARTS_MOVE)) <= {0}
    assert calm.evaluate(UNSEEN) == 0


def test_nothing_about_a_file_with_mistakes_or_its_saving_keeps_anybody_out(server: str, calm: Page) -> None:
    calm.emulate_media(color_scheme="light")
    calm.goto(f"{server}/unggah")
    drop(calm, workbook_with_mistakes())
    expect(calm.get_by_text("Putuskan hal-hal di atas")).to_be_visible()
    settle(calm)
    in_light, _ = barriers(calm)
    decide_all(calm)
    calm.emulate_media(color_scheme="dark")
    expect(calm.locator(".stApp")).to_have_css("background-color", "rgb(14, 26, 27)")
    in_dark, _ = barriers(calm, rules=("color-contrast",))

    assert (in_light, in_dark) == ([], [])


def test_nothing_about_the_slides_keeps_anybody_out(server: str, calm: Page) -> None:
    open_stage(calm, f"{server}/presentasi?otomatis=20&slide=headline,ranking")
    found, _ = barriers(calm)

    assert found == []
