"""A chart is traced to its rows with the mouse: fold its table open, ask where the figures are from."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.test_printing import ALL_DRAWN, CHARTS
from tests.browser.test_shell import settle

MOST_OF_A_LIST = 250  # px


def test_the_table_of_a_chart_folds_open_and_says_what_it_rests_on(server: str, page: Page) -> None:
    page.goto(f"{server}/cakupan")
    settle(page)
    page.locator(".st-key-twin_trend summary").click()
    asked = page.locator(".st-key-trace_table_cakupan_bulanan button")
    asked.click()

    told = page.get_by_test_id("stPopoverBody")
    expect(told.get_by_text("Cakupan (%) = Peserta aktif (orang) ÷ Potensi (orang) × 100")).to_be_visible()
    expect(told.get_by_text("diketahui sampai kecamatan").first).to_be_visible()
    page.emulate_media(media="print")
    expect(asked).to_be_hidden()


def test_at_the_foot_of_a_page_the_answer_has_room(server: str, page: Page) -> None:
    page.goto(server)
    settle(page)
    page.wait_for_function(ALL_DRAWN, arg=CHARTS[""])
    page.locator(".st-key-trace_table_ringkasan button").click()
    told = page.get_by_test_id("stPopoverBody")
    expect(told.get_by_role("link", name="Buka Riwayat")).to_be_in_viewport()

    box = told.bounding_box()
    assert box is not None
    assert box["height"] > MOST_OF_A_LIST
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= (page.viewport_size or {"height": 0})["height"]


def test_the_traces_of_a_row_of_cards_stand_at_one_height_whatever_is_above_them(
    server: str, page: Page
) -> None:
    page.goto(f"{server}/iuran")
    settle(page)
    buttons = page.locator('.stGrid [class*="st-key-trace_"] button')
    expect(buttons).to_have_count(4)
    tops = {round(box["y"]) for one in buttons.all() if (box := one.bounding_box())}
    assert len(tops) == 1, tops
