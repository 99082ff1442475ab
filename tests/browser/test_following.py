"""All that shows a choice follows it, and a click stands whatever a slow browser still shows."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from pages.parts.sidebar import CHECK_EVERY_SECONDS
from tests.browser.test_shell import AREA, MONTH, choose, settle

# Milliseconds in which the look for new data, which tells what all boxes show, comes at least once.
HEARD = (CHECK_EVERY_SECONDS + 1) * 1000
# A browser so slow that for a while it does not hear what the server sends; and the addresses that it writes.
DEAF = """
window.held = null;
const Wire = window.WebSocket;
window.WebSocket = class extends Wire {
  addEventListener(kind, hear, ...others) {
    const later = event => (window.held ? window.held.push([hear, event]) : hear.call(this, event));
    super.addEventListener(kind, kind === "message" ? later : hear, ...others);
  }
};
window.addresses = [];
for (const how of ["pushState", "replaceState"]) {
  const write = history[how];
  history[how] = (state, title, address) => {
    window.addresses.push(String(address));
    write.call(history, state, title, address);
  };
}
window.listen = () => {
  const held = window.held;
  window.held = null;
  held.forEach(([hear, event]) => hear(event));
};
window.listenTo = count => window.held.splice(0, count).forEach(([hear, event]) => hear(event));
"""


def test_what_a_slow_browser_still_shows_does_not_undo_a_click(server: str, page: Page) -> None:
    page.add_init_script(DEAF)
    page.goto(f"{server}/?wilayah=33.19.04")
    settle(page)

    page.evaluate("window.held = []; window.addresses = []")
    page.locator(".st-key-trail_close button").first.click()
    page.wait_for_timeout(HEARD)
    page.evaluate("window.listen()")

    expect(page.locator(".st-key-trail")).to_have_count(0)
    expect(page.locator(AREA)).to_have_value("Kudus")
    page.wait_for_timeout(HEARD)
    expect(page.locator(AREA)).to_have_value("Kudus")
    written = page.evaluate("window.addresses")
    assert written
    assert not [address for address in written if "wilayah" in address]


def test_what_a_slow_browser_still_shows_does_not_undo_the_back_button(server: str, page: Page) -> None:
    page.add_init_script(DEAF)
    page.goto(f"{server}/?wilayah=33.19.04")
    settle(page)
    newest = page.locator(MONTH).input_value()

    page.evaluate("window.held = []")
    page.locator(".st-key-trail_close button").first.click()
    page.wait_for_timeout(HEARD)
    before = page.evaluate("window.held.length")
    page.locator(MONTH).press("ArrowDown")
    page.get_by_role("option", name="Maret 2026", exact=True).click()
    page.wait_for_timeout(HEARD)
    page.evaluate("count => window.listenTo(count)", before)
    expect(page.locator(MONTH)).to_have_value(newest)
    page.wait_for_timeout(HEARD)
    page.evaluate("window.addresses = []; window.listen()")
    expect(page.locator(MONTH)).to_have_value("Maret 2026")
    assert [address for address in page.evaluate("window.addresses") if "bulan" not in address] == []
    page.go_back()

    expect(page.locator(MONTH)).to_have_value(newest)
    expect(page).not_to_have_url(re.compile("bulan="))


def test_all_that_shows_a_choice_follows_it(server: str, page: Page) -> None:
    page.goto(f"{server}/cakupan")
    settle(page)

    choose(page, MONTH, "Maret 2026")
    expect(page.get_by_text("Per Maret 2026")).to_be_visible()
    expect(page.locator(".st-key-filter_banding input")).to_have_value("banding Feb 2026")
    expect(page.locator(".st-key-panel_map").get_by_text("Maret 2026").first).to_be_visible()

    choose(page, AREA, "Undaan")
    expect(page.locator(".st-key-trail")).to_contain_text("Undaan")
    expect(page.get_by_text("Per Maret 2026")).to_be_visible()

    page.get_by_role("link", name="Target Inpres 2/2021").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Target Inpres 2/2021")
    expect(page.locator(AREA)).to_have_value("Undaan")
    expect(page.locator(MONTH)).to_have_value("Maret 2026")

    page.locator(".st-key-trail_close button").first.click()
    expect(page.locator(".st-key-trail")).to_have_count(0)
    expect(page.locator(AREA)).to_have_value("Kudus")
