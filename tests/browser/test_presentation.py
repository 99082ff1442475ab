"""Presentasi on a projector: keys and clicker, type size, new data, and the wall screen that turns by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from jamsos_data.lake import Lake
from jamsos_data.slides.deck import SLIDES
from tests.browser.conftest import Watched, run_server
from tests.pages.small_lake import UNDAAN, put, small_lake

PROJECTOR: ViewportSize = {"width": 1920, "height": 1080}
LEGIBLE = 24  # px, from ten metres
SHOWN = ".slide:not([hidden])"

# Type sizes as drawn, and what leaves its slide. Texts of a chart are scaled with it.
LOOK_AT_SLIDE = """
() => {
  const host = [...document.querySelectorAll("*")].find((part) => part.shadowRoot?.querySelector(".room"));
  const room = host.shadowRoot.querySelector(".room");
  const edge = room.querySelector(".stage").getBoundingClientRect();
  const foot = room.querySelector(".foot").getBoundingClientRect();
  let smallest = Infinity;
  const cut = [];
  for (const part of room.querySelectorAll(".slide:not([hidden]) *, .foot *")) {
    const own = [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    const box = part.getBoundingClientRect();
    if (!own || !box.width) continue;
    const matrix = part.ownerSVGElement ? part.getScreenCTM() : new DOMMatrix();
    smallest = Math.min(smallest, parseFloat(getComputedStyle(part).fontSize) * Math.hypot(matrix.a, matrix.b));
    const floor = part.closest(".foot") ? edge.bottom : foot.top + 2;
    if (box.left < edge.left + 20 || box.right > edge.right - 20 || box.bottom > floor) cut.push(part.textContent);
  }
  return { smallest, cut };
}
"""
# Counts the frames in which the screen was away, faint, or on another slide.
WATCH_FOR_FLICKER = """
() => {
  const host = [...document.querySelectorAll("*")].find((part) => part.shadowRoot?.querySelector(".room"));
  const room = host.shadowRoot.querySelector(".room");
  const slide = room.querySelector(".slide:not([hidden])");
  window.flickers = 0;
  const look = () => {
    let faint = !room.isConnected || slide.hidden;
    for (let part = slide; part && !faint; part = part.parentElement ?? part.getRootNode().host) {
      faint = +getComputedStyle(part).opacity < 1;
    }
    window.flickers += faint;
    setTimeout(look, 40);
  };
  setTimeout(look, 400);
}
"""


def open_stage(page: Page, address: str) -> None:
    page.set_viewport_size(PROJECTOR)
    page.goto(address)
    expect(page.locator(SHOWN)).to_be_visible()


def expect_slide(page: Page, name: str) -> None:
    expect(page.locator(SHOWN)).to_have_attribute("data-name", name)


def test_keys_and_clicker_turn_blank_explain_point_and_leave(server: str, watched: Watched) -> None:
    page, names = watched.page, list(SLIDES)
    open_stage(page, f"{server}/presentasi?mulai=ya&slide=cover,map,ranking")
    for key, name in (
        ("PageDown", "map"), ("ArrowRight", "ranking"), ("ArrowRight", "ranking"), ("PageUp", "map"),
        ("Home", "cover"), ("End", "ranking"), ("ArrowLeft", "map"),
    ):  # fmt: skip
        page.keyboard.press(key)
        expect_slide(page, name)
    expect(page.locator(".place")).to_have_text("2 / 3")

    page.keyboard.press("b")
    expect(page.locator(".blank")).to_be_visible()
    page.keyboard.press("PageDown")  # brings the picture back and turns nothing
    expect(page.locator(".blank")).to_be_hidden()
    expect_slide(page, "map")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Tombol presentasi")).to_contain_text("PageDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()

    page.locator("path[data-area=Dawe]").click()
    expect(page.locator(".pointed")).to_contain_text("Dawe")
    page.keyboard.press("PageDown")
    expect(page.locator(".row.meant")).to_contain_text("Dawe")
    page.locator(".row[data-area=Undaan]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".row.meant")).to_contain_text("Undaan")
    page.reload()
    expect_slide(page, "ranking")

    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=1)).to_have_text("Presentasi")
    expect(page).not_to_have_url(re.compile("mulai"))
    expect(page.get_by_role("checkbox")).to_have_count(len(names))
    assert watched.hosts() == {"localhost"}
    assert watched.complaints == []


def test_every_slide_can_be_read_from_ten_metres_and_nothing_is_cut(server: str, watched: Watched) -> None:
    page = watched.page
    for filters in ("", "&wilayah=33.19.09&bahasa=en"):
        open_stage(page, f"{server}/presentasi?mulai=ya{filters}")
        page.keyboard.press("Home")
        for name in SLIDES:
            expect_slide(page, name)
            seen = page.evaluate(LOOK_AT_SLIDE)
            assert seen["smallest"] >= LEGIBLE, (name, filters)
            assert seen["cut"] == [], (name, filters)
            page.keyboard.press("PageDown")
    expect(page.locator(".mark")).to_have_text("EXAMPLE DATA")
    assert watched.complaints == []


@pytest.fixture(scope="module")
def lake_on_the_wall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_lake(tmp_path_factory.mktemp("dinding"))


@pytest.fixture(scope="module")
def wall(lake_on_the_wall: Path) -> Iterator[str]:
    with run_server(lake_on_the_wall) as address:
        yield address


def test_new_data_reach_an_open_screen_without_flicker(
    wall: str, lake_on_the_wall: Path, watched: Watched
) -> None:
    page = watched.page
    open_stage(page, f"{wall}/presentasi?mulai=ya&slide=cover,headline,ranking")
    page.keyboard.press("PageDown")
    people = page.locator(f"{SHOWN} .figure b").nth(1)
    expect(people).to_have_text("980")
    page.evaluate(WATCH_FOR_FLICKER)
    rows = {"periode": datetime(2026, 9, 1), "kode_wilayah": UNDAAN, "segmen": "RENTAN"}
    paid = {"sumber_dana": "DBHCHT", "program": "JKK+JKM"}

    for more in (10, 20):  # once cold, once with everything loaded
        put(Lake(lake_on_the_wall), "kepesertaan", [{**rows, **paid, "peserta_aktif": 320 + more}])
        # What is there for the month, segment and source is replaced.
        expect(people).to_have_text(str(380 + more))

    expect_slide(page, "headline")
    expect(page.get_by_role("status").filter(has_text="Data baru")).to_have_count(1)
    assert page.evaluate("window.flickers") == 0
    assert watched.complaints == []


def test_a_link_on_the_wall_turns_by_itself_and_begins_again(wall: str, watched: Watched) -> None:
    page = watched.page
    page.emulate_media(reduced_motion="reduce")
    open_stage(page, f"{wall}/presentasi?otomatis=5&slide=headline,ranking")
    expect(page.locator(".count")).to_have_text(re.compile(r"^[1-5] detik$"))
    for name in ("headline", "ranking", "headline"):
        expect_slide(page, name)
    expect(page.locator(".progress")).to_be_hidden()  # the number says it without moving

    page.keyboard.press("a")
    expect(page.locator(".count")).to_be_hidden()
    assert watched.complaints == []
