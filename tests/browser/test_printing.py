"""The pages on paper: A4 landscape, nothing cut, every row of a table, the mark and the month on every sheet."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from jamsos_data.reference import load_reference
from tests.browser.test_shell import settle

SHEETS = {"": 2, "cakupan": 6, "target": 5, "iuran": 9}
CHARTS = {"": 3, "cakupan": 5, "target": 5, "iuran": 5}
SHEET: tuple[int, int] = (1055, 703)  # px inside the margins
TOO_WIDE = """
width => [...document.querySelectorAll(".stMain *")]
  .filter(part => part.checkVisibility() && part.getBoundingClientRect().width)
  .filter(part => part.getBoundingClientRect().right > width + 1)
  .map(part => `${part.tagName} ${part.getAttribute("class")} ${part.getBoundingClientRect().right}`)
"""
SIDE_BY_SIDE = """
() => ["map", "rank"].map(name => document.querySelector(`.st-key-${name}`).getBoundingClientRect().top)
"""

HEIGHTS_OF_CARDS = """
() => [...document.querySelectorAll("[data-testid=stMetric]")]
  .map(card => card.closest('[class*="st-key-card_"]').getBoundingClientRect().height)
"""


def on_paper(page: Page) -> None:
    """Lay the page out as the browser does for its printer."""
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": SHEET[0], "height": SHEET[1]})


ALL_DRAWN = """number => {
  const charts = [...document.querySelectorAll("[data-testid=stPlotlyChart]")];
  const isDrawn = chart => {
    const drawing = chart.querySelector(".main-svg");
    return drawing && Math.abs(drawing.getBoundingClientRect().width - chart.getBoundingClientRect().width) < 3;
  };
  return charts.length >= (number ?? 1) && charts.every(isDrawn);
}"""


@pytest.mark.parametrize("address", SHEETS)
def test_what_was_drawn_for_a_wide_screen_is_printed_whole_on_few_sheets(
    server: str, chromium: Browser, address: str
) -> None:
    context = chromium.new_context(viewport={"width": 1920, "height": 1080}, locale="id-ID")
    page = context.new_page()
    cut = None
    for _ in range(3):  # on a slow machine a picture may be drawn anew between the event and the look
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1920, "height": 1080})
        page.goto(f"{server}/{address}")
        settle(page)
        page.wait_for_function(ALL_DRAWN, arg=CHARTS[address])
        on_paper(page)
        cut = page.evaluate(TOO_WIDE, SHEET[0])
        if not cut:
            break
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", landscape=True)))
    context.close()

    assert cut == []
    assert 1 <= sheets <= SHEETS[address]


def test_map_and_bars_stay_side_by_side(server: str, page: Page) -> None:
    page.goto(server)
    settle(page)
    page.locator(".st-key-map .main-svg").first.wait_for()
    on_paper(page)
    map_top, rank_top = page.evaluate(SIDE_BY_SIDE)

    assert map_top == pytest.approx(rank_top, abs=2)


def test_cards_of_a_row_are_printed_equally_high(server: str, page: Page) -> None:
    """Three of a desa hold a line, the fourth none."""
    page.goto(f"{server}/desa?kode=33.19.04.2003")
    settle(page)
    page.locator('[data-testid="stMetric"]').nth(3).wait_for()
    on_paper(page)
    heights = page.evaluate(HEIGHTS_OF_CARDS)

    assert len(heights) == 4
    assert max(heights) - min(heights) <= 1


COURSES = """
() => [...document.querySelectorAll("[data-testid=stMetric]")].map(card => {
  const course = getComputedStyle(card, "::after");
  return [course.backgroundImage.startsWith('url("data:image/svg+xml'), Math.round(parseFloat(course.height))];
})
"""


CLIPPING = """
() => [...document.querySelectorAll(".st-key-findings .stPageLink *")]
  .filter(part => part.textContent.includes(" ") && getComputedStyle(part).overflow !== "visible").length
"""


def test_findings_and_the_courses_of_cards_are_printed_and_links_to_other_pages_are_not(
    server: str, page: Page
) -> None:
    page.goto(f"{server}/")
    settle(page)
    on_paper(page)
    findings = page.locator(".st-key-findings .stPageLink")

    assert [findings.nth(number).is_visible() for number in range(findings.count())] == [True] * 5
    assert "hanya lunas sampai" in findings.first.inner_text()
    assert page.evaluate(CLIPPING) == 0, (
        "at the edge of what clips a printer cuts the first sign: 3.100 for 8.100"
    )
    assert not page.locator(".st-key-panel_attention .stPageLink").last.is_visible()
    assert page.evaluate(COURSES) == [[True, 44]] * 4


def test_all_villages_are_printed_as_a_table_that_screens_do_not_show(server: str, page: Page) -> None:
    page.goto(f"{server}/cakupan")
    settle(page)
    twin = page.locator(".st-key-panel_villages .hanya-cetak")
    villages = len(load_reference().wilayah.query("kode.str.len() == 13"))

    assert twin.locator("table").count() == 0
    assert twin.get_attribute("aria-hidden") == "true"
    on_paper(page)
    assert twin.is_visible()
    assert twin.locator("th.angka").first.inner_text() == "Peserta aktif (orang)"
    assert not page.locator(".st-key-panel_villages .stDataFrame").is_visible()
    assert twin.locator("tbody tr").count() >= villages


def test_every_sheet_carries_mark_month_basis_and_choice(server: str, page: Page) -> None:
    page.goto(f"{server}/cakupan?wilayah=33.19.04&segmen=RENTAN&bulan=2026-03")
    settle(page)
    line = page.evaluate(
        """() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
             .filter(rule => rule instanceof CSSPageRule).map(rule => rule.cssText).join(" ")"""
    )

    for part in ("DATA CONTOH", "Undaan", "Maret 2026", "potensi BPJS", "Pekerja rentan", "counter(page)"):
        assert part in line
