"""What leaves through the browser: a chart as a picture, and the documents of the menu “Unduh”, opened again."""

from __future__ import annotations

import re
from pathlib import Path

from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Download, Page
from pypdf import PdfReader

from tests.browser.test_printing import ALL_DRAWN
from tests.browser.test_shell import settle
from tests.exports.test_documents import slides_of, texts_of

WHITE, REACHED, NOT_REACHED = (0xFF, 0xFF, 0xFF), (0x0F, 0x76, 0x6E), (0x94, 0xB8, 0xB2)
NOTE_WRITING = """
() => {
  window.written = [];
  const write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
    window.written.push(text);
    return write.call(this, text, ...place);
  };
}
"""


def test_a_chart_is_saved_by_keyboard_as_a_picture_that_says_what_it_rests_on(
    server: str, page: Page, tmp_path: Path
) -> None:
    page.goto(server)
    settle(page)
    page.wait_for_function(ALL_DRAWN)
    page.evaluate(NOTE_WRITING)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    panel = page.locator(".st-key-panel_rank")
    title = panel.get_by_role("heading").inner_text()
    panel.get_by_role("button", name="Unduh PNG").focus()
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    saved = keep(started.value, tmp_path)
    drawn = panel.locator(".main-svg").first.bounding_box()
    written = " ".join(page.evaluate("() => window.written"))

    assert saved.name == "jamsos-kudus-2026-09-undaan-dan-dawe-paling-tertinggal.png"
    assert drawn is not None
    with Image.open(saved) as picture:
        assert picture.format == "PNG"
        assert picture.width > 3 * drawn["width"]
        assert picture.height > 3 * drawn["height"]
        colors = {color for _, color in picture.convert("RGB").getcolors(maxcolors=2**24) or []}
    assert {WHITE, REACHED, NOT_REACHED} <= colors
    for part in (
        title,
        "September 2026",
        "potensi BPJS/Bappenas 2025",
        "DATA CONTOH",
        "diperbarui",
        "tanpa Kutuk",
    ):
        assert part in written
    assert [url for url in asked if not url.startswith((server, "data:", "blob:"))] == []


def test_the_menu_gives_the_presenters_slides_and_whole_tables_and_report(
    server: str, page: Page, tmp_path: Path
) -> None:
    page.goto(f"{server}/presentasi?slide=ranking,cover&acara=Rapat%20TKPK&tanggal=2026-10-14")
    settle(page)
    page.get_by_role("button", name="Unduh", exact=True).click()
    files = {}
    for label in ("PowerPoint", "Excel", "PDF"):
        with page.expect_download() as started:
            page.get_by_role("button", name=re.compile(label)).click()
        files[label] = keep(started.value, tmp_path)

    ranking, cover, *appendix = slides_of(files["PowerPoint"])
    assert ranking.shapes.title.text == "Undaan dan Dawe paling tertinggal"
    assert "Rapat TKPK\n" in texts_of(cover)
    assert "September 2026\n14 Oktober 2026\n" in texts_of(cover)
    assert [slide.shapes.title.text for slide in appendix] == ["Lampiran: Angka tiap kecamatan"]
    assert len(load_workbook(files["Excel"]).sheetnames) > 5
    assert "DATA CONTOH" in PdfReader(files["PDF"]).pages[0].extract_text()


def keep(download: Download, folder: Path) -> Path:
    """The downloaded file under the name that the browser was told."""
    path = folder / download.suggested_filename
    download.save_as(path)
    return path
