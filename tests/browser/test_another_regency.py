"""Another regency in a real browser: uploaded on the page, drawn on the map from its own boundaries, offline."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from jamsos_data.lake import Lake
from tests.browser.conftest import Watched, run_server
from tests.browser.test_shell import settle
from tests.regency import ALIASES, AREAS, PEOPLE, POTENSI, desa_map, put_data


def replace(page: Page, kind: str, title: str, file: FilePayload) -> None:
    """Choose a reference table, drop a file, give a name and save."""
    settle(page)
    if title != "Wilayah":  # which stands there at first
        box = page.locator(".st-key-reference_kind input")
        # The list closes when the page is scrolled: first scroll, then open it by the keyboard.
        box.scroll_into_view_if_needed()
        box.focus()
        box.press("ArrowDown")
        page.get_by_role("option", name=title, exact=True).click()
        settle(page)
    page.locator(f".st-key-drop_acuan_{kind} input[type=file]").set_input_files(file)
    page.get_by_role("textbox", name="Nama Anda").fill("Sri")
    page.get_by_role("button", name="Ganti data acuan").click()
    expect(page.get_by_text(f"{title} disimpan sebagai versi 1")).to_be_visible()


def test_a_regency_is_set_up_on_the_page_and_its_map_is_drawn(tmp_path: Path, watched: Watched) -> None:
    lake = Lake(tmp_path / "data")
    page = watched.page
    with run_server(tmp_path / "data") as address:
        page.goto(f"{address}/unggah")
        page.get_by_text("Data acuan: wilayah").click()
        expect(page.get_by_text("bawaan aplikasi, 142 baris")).to_be_visible()
        text, shapes = "text/csv", "application/geo+json"
        replace(page, "wilayah", "Wilayah", {"name": "wilayah.csv", "mimeType": text, "buffer": AREAS})
        replace(page, "alias_wilayah", "Ejaan lain wilayah",
                {"name": "alias.csv", "mimeType": text, "buffer": ALIASES})  # fmt: skip
        replace(page, "batas_wilayah", "Batas wilayah resmi",
                {"name": "batas.geojson", "mimeType": shapes, "buffer": desa_map()})  # fmt: skip
        put_data(lake, PEOPLE, name="oktober.csv")
        put_data(lake, POTENSI, name="potensi.csv")
        page.goto(f"{address}/cakupan")
        expect(page.get_by_text("800 dari 3.000 pekerja di Tirta Raya")).to_be_visible()
        expect(page.get_by_text("batas resmi yang diunggah (batas.geojson")).to_be_visible()
        expect(page.locator(".st-key-panel_map .choroplethlayer path")).to_have_count(3)
        spoken = page.locator("body").inner_text().replace("Jamsos Kudus", "")
        assert "Kudus" not in spoken
        assert watched.hosts() == {"localhost"}
        assert watched.complaints == []
