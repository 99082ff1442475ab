"""The pictures of the README and the guides, taken from the running application over fresh example data.

``python -m tests.browser.pictures`` writes docs/pictures/*.png anew; `make pictures` does it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright

from jamsos_data.commit import load_example
from jamsos_data.lake import Lake
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.conftest import LAPTOP, ROOT, run_server
from tests.browser.mistakes import decide_all, workbook_with_mistakes
from tests.browser.test_presentation import expect_slide, open_stage
from tests.browser.test_printing import ALL_DRAWN
from tests.browser.test_shell import settle
from tests.browser.test_upload import drop

FOLDER = ROOT / "docs" / "pictures"
LARGEST = 200_000  # bytes: the guide opens on a weak network, too
PAUSE = 800  # ms: until pictures and tables stand still
PAGES = {
    "ringkasan": "",
    "overview": "?bahasa=en",
    "kecamatan": "cakupan?wilayah=33.19.04",
    "target": "target",
    "iuran": "iuran",
    "panduan": "panduan",
    "simulasi": "simulasi?skenario_a=segmen-BPU~wilayah-33.19~mulai-2026-10~bulan-3~sumber-DBHCHT:100&skenario_b="
    "segmen-BPU~wilayah-33.19~ukuran-dana~jumlah-2000000000~sasaran-semua~mulai-2027-01~bulan-12"
    "~sumber-DBHCHT:60,MANDIRI:40",
}
TALLER = {"simulasi": 940}  # px


def take_all() -> list[Path]:
    """Take every picture. Raises ValueError for one that is too large, RuntimeError without a browser."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        lake = Path(folder) / "data"
        load_example(Lake(lake))
        with run_server(lake) as address, _browser_page() as page:
            for name, link in PAGES.items():
                _open(page, f"{address}/{link}")
                _take(page, name, height=TALLER.get(name, LAPTOP["height"]))
            _take_downloads(page, address)
            _take_slide(page, address)
            _take_upload(page, address)
    taken = sorted(FOLDER.glob("*.png"))
    if large := [file.name for file in taken if file.stat().st_size > LARGEST]:
        raise ValueError(f"larger than {LARGEST} bytes: {', '.join(large)}")
    return taken


@contextmanager
def _browser_page() -> Iterator[Page]:
    path = find_chromium()
    if path is None:
        raise RuntimeError("no Chromium found")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser.new_page(viewport=LAPTOP, locale="id-ID", reduced_motion="reduce")
        browser.close()


def _open(page: Page, address: str) -> None:
    page.set_viewport_size(LAPTOP)
    page.goto(address)
    settle(page)
    if page.get_by_test_id("stPlotlyChart").count():
        page.wait_for_function(ALL_DRAWN)


def _take(page: Page, name: str, *, height: int = LAPTOP["height"], last: Locator | None = None) -> None:
    """The page as it stands, `height` pixels of it, scrolled so far down that `last` is just seen."""
    page.set_viewport_size({"width": LAPTOP["width"], "height": height})
    if last is not None:
        page.wait_for_timeout(PAUSE)
        last.evaluate("part => part.scrollIntoView({ block: 'end' })")
    page.wait_for_timeout(PAUSE)
    page.screenshot(path=FOLDER / f"{name}.png")


def _take_downloads(page: Page, address: str) -> None:
    _open(page, address)
    page.get_by_test_id("stMain").get_by_role("button", name="Unduh", exact=True).click()
    expect(page.get_by_text("PowerPoint").first).to_be_visible()
    _take(page, "unduh")


def _take_slide(page: Page, address: str) -> None:
    open_stage(page, f"{address}/presentasi?mulai=ya&slide=cover,map,ranking")
    page.keyboard.press("End")
    expect_slide(page, "ranking")
    _take(page, "presentasi")


def _take_upload(page: Page, address: str) -> None:
    """From the empty page over a file with mistakes to the change in Riwayat."""
    _open(page, f"{address}/unggah")
    _take(page, "unggah")
    drop(page, workbook_with_mistakes())
    expect(page.get_by_text("Putuskan hal-hal di atas")).to_be_visible()
    settle(page)
    _take(page, "temuan", height=1000)
    decide_all(page)
    page.get_by_label("Nama Anda").fill("Sri Wahyuni")
    page.get_by_label("Catatan (boleh kosong)").fill("Rekap Kecamatan Undaan, diterima 14 Oktober")
    settle(page)
    save = page.get_by_role("button", name="Simpan ke dashboard")
    _take(page, "simpan", height=900, last=save)
    save.click()
    expect(page.get_by_role("button", name="Batalkan simpanan ini")).to_be_visible()
    _open(page, f"{address}/riwayat")
    _take(page, "riwayat")


if __name__ == "__main__":
    for picture in take_all():
        print(f"{picture.relative_to(ROOT)}  {picture.stat().st_size // 1000} kB")
