"""The frame around all pages, seen by a real browser: addresses, filters, language, offline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from jamsos_data.colors import contrast
from jamsos_data.lake import Lake
from tests.browser.conftest import LAPTOP

MONTH = ".st-key-filter_bulan input"
AREA = ".st-key-filter_wilayah input"
SEGMENT = ".st-key-filter_segmen input"


def settle(page: Page) -> None:
    """Wait until the run of the page is over and its pictures are drawn."""
    page.wait_for_selector("h1")
    page.wait_for_function("() => !document.querySelector('[data-test-script-state=running]')")
    page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')")


def choose(page: Page, box: str, option: str) -> None:
    page.locator(box).click()
    page.get_by_role("option", name=option, exact=True).click()


@pytest.fixture(scope="module")
def overview(server: str, office: BrowserContext) -> Iterator[Page]:
    """Ringkasan, opened once for the tests that change nothing on it."""
    page = office.new_page()
    page.goto(server)
    settle(page)
    yield page
    page.close()


def test_a_deep_link_on_a_fresh_server_opens_that_page_with_its_filters(own_server: str, page: Page) -> None:
    page.goto(f"{own_server}/cakupan?bulan=2026-03&wilayah=33.19.04")

    expect(page.get_by_role("heading", level=1)).to_have_text("Cakupan kecamatan")
    expect(page.locator(MONTH)).to_have_value("Maret 2026")
    expect(page.locator(AREA)).to_have_value("Undaan")
    expect(page.get_by_text("Page not found")).to_have_count(0)


def test_one_click_switches_to_english_and_stays_in_the_address(server: str, page: Page) -> None:
    page.goto(server)
    page.get_by_role("radio", name="English").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Overview")
    expect(page.get_by_role("link", name="Coverage by sub-district")).to_be_visible()
    expect(page).to_have_url(re.compile("bahasa=en"))


def test_a_filter_is_kept_on_another_page_and_in_a_copied_link(
    server: str, page: Page, chromium: Browser
) -> None:
    page.goto(server)
    choose(page, MONTH, "Maret 2026")
    expect(page).to_have_url(re.compile("bulan=2026-03"))
    page.get_by_role("link", name="Cakupan kecamatan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cakupan kecamatan")
    expect(page.locator(MONTH)).to_have_value("Maret 2026")
    expect(page).to_have_url(re.compile(r"/cakupan\?.*bulan=2026-03"))

    elsewhere = chromium.new_context(viewport=LAPTOP)
    copied = elsewhere.new_page()
    copied.goto(page.url)
    expect(copied.locator(MONTH)).to_have_value("Maret 2026")
    elsewhere.close()


def test_a_link_reads_the_same_in_the_other_language(server: str, page: Page) -> None:
    page.goto(f"{server}/?bulan=2026-05&segmen=RENTAN&bahasa=en")

    expect(page.locator(MONTH)).to_have_value("May 2026")
    expect(page.locator(SEGMENT)).to_have_value(re.compile("Vulnerable workers"))


def test_the_back_button_undoes_a_filter(server: str, page: Page) -> None:
    page.goto(server)
    newest = page.locator(MONTH).input_value()
    choose(page, MONTH, "Maret 2026")
    expect(page).to_have_url(re.compile("bulan=2026-03"))
    expect(page.locator(MONTH)).to_have_value("Maret 2026")
    page.go_back()

    expect(page.locator(MONTH)).to_have_value(newest)
    expect(page).not_to_have_url(re.compile("bulan="))


def test_a_click_on_the_map_makes_the_page_follow_and_the_trail_undoes_it(server: str, page: Page) -> None:
    page.goto(server)
    settle(page)
    page.locator(".st-key-map .choroplethlayer path.choroplethlocation").nth(2).click(force=True)
    expect(page).to_have_url(re.compile(r"wilayah=33\.19\.\d\d"))
    trail = page.locator(".st-key-trail_close").get_by_role("button")
    expect(trail).to_be_visible()
    trail.click()

    expect(page.locator(AREA)).to_have_value("Kudus")
    expect(page).not_to_have_url(re.compile("wilayah="))


def test_a_choice_that_the_data_does_not_know_falls_back_to_the_default(server: str, page: Page) -> None:
    page.goto(f"{server}/?bulan=1999-01&wilayah=99.99&segmen=X&basis=Y&versi=kemarin")

    expect(page.locator(AREA)).to_have_value("Kudus")
    expect(page.locator(".stMetric").first).to_be_visible()


def test_leaving_the_example_empties_an_open_page_elsewhere(
    own_server: str, own_lake: Path, page: Page, chromium: Browser
) -> None:
    elsewhere = chromium.new_context(viewport=LAPTOP)
    other = elsewhere.new_page()
    other.goto(own_server)
    expect(other.locator(".stMetric").first).to_be_visible()

    page.goto(own_server)
    page.get_by_role("button", name="Tinggalkan data contoh").click()
    page.get_by_role("dialog").get_by_role("button", name="Tinggalkan data contoh").click()
    expect(page.get_by_text("Belum ada data kepesertaan")).to_be_visible()
    expect(other.get_by_text("Belum ada data kepesertaan")).to_be_visible()
    elsewhere.close()
    assert Lake(own_lake).is_empty()


def test_the_first_screen_of_a_laptop_holds_sentence_cards_and_top_of_the_map(overview: Page) -> None:
    page = overview
    layer = page.locator(".st-key-map .choroplethlayer")
    layer.wait_for()

    for part in (
        page.get_by_text("pekerja di Kudus terlindungi").first,
        page.locator(".stMetric").last,
        layer,
    ):
        box = part.bounding_box()
        assert box is not None
        assert box["y"] < LAPTOP["height"] - 150
    metrics = page.locator(".stMetric").last.bounding_box()
    assert metrics is not None
    assert metrics["y"] + metrics["height"] < LAPTOP["height"]


def test_a_table_offers_no_download_but_those_that_carry_the_mark(overview: Page) -> None:
    page = overview
    table = page.locator(".st-key-table_ringkasan [data-testid=stDataFrame]")
    table.scroll_into_view_if_needed()
    table.hover()

    expect(page.get_by_role("button", name="Search").first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Download as CSV"))).to_have_count(0)


RING = """
() => {
  for (let part = document.activeElement, up = 0; part && up < 6; part = part.parentElement, up++) {
    const style = getComputedStyle(part);
    if (style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2) {
      const { width, height, top } = part.getBoundingClientRect();
      return { color: style.outlineColor, width, height, top };
    }
  }
  return null;
}
"""


def test_the_keyboard_always_shows_where_it_is(overview: Page) -> None:
    page = overview
    without, colors = [], set()
    for _ in range(26):  # the sidebar, the filters and the first cards
        page.keyboard.press("Tab")
        ring = page.evaluate(RING)
        if ring is None:
            without.append(page.evaluate("() => document.activeElement.outerHTML.slice(0, 120)"))
        else:
            colors.add(ring["color"])

    assert without == []
    assert colors == {"rgb(255, 209, 102)", "rgb(29, 95, 209)"}


@pytest.mark.parametrize(
    ("ring", "ground"),
    [("#ffd166", "#092120"), ("#1d5fd1", "#ffffff"), ("#ffffff", "#0e1a1b")],
)
def test_the_ring_stands_out_from_what_lies_beside_it(ring: str, ground: str) -> None:
    assert contrast(ring, ground) >= 3


def test_by_keyboard_an_area_is_chosen_in_its_box_and_the_pictures_say_so(server: str, page: Page) -> None:
    page.goto(server)
    settle(page)
    said = re.compile("Wilayah yang sama dapat dipilih dengan papan tik")
    expect(page.get_by_role("figure", name=said)).to_have_count(2)
    page.locator(AREA).focus()
    page.keyboard.type("Undaan")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"wilayah=33\.19\.04"))


def test_an_unknown_address_says_which_pages_there_are(server: str, page: Page) -> None:
    answer = page.goto(f"{server}/umkm")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Halaman tidak ada")
    page.get_by_role("link", name="UMKM & sosialisasi").click()

    expect(page).to_have_url(re.compile("/sosialisasi"))
    expect(page.get_by_role("heading", level=1)).to_have_text("UMKM & sosialisasi")
