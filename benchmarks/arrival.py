"""New data on a wall screen: seconds from the commit to the new figure on an open slide, in real Chromium."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import expect, sync_playwright

from benchmarks.measurement import Measurement
from benchmarks.server import run_server
from jamsos_data.lake import Lake
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.pages.small_lake import UNDAAN, put, small_lake

ALLOWED_SECONDS = 5.0
PATIENCE_MILLISECONDS = 60_000
COMMITS = 4
BEFORE, REPLACED = 380, 320  # people of the slide, and those of them whose row each commit replaces
_FIGURE = ".slide:not([hidden]) .figure b"


def measure_arrival() -> Iterator[Measurement]:
    """The longest of several commits, after one that loaded everything."""
    with TemporaryDirectory() as folder:
        lake, chromium = small_lake(Path(folder)), find_chromium()
        with run_server("dashboard.py", JAMSOS_LAKE=str(lake)) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
            page = browser.new_page()
            page.goto(f"{server.address}/presentasi?mulai=ya&slide=headline")
            people = page.locator(_FIGURE).nth(1)
            expect(people).to_be_visible(timeout=PATIENCE_MILLISECONDS)
            taken = []
            for more in range(1, COMMITS + 1):
                _commit(lake, REPLACED + more)
                started = time.perf_counter()
                expect(people).to_have_text(str(BEFORE + more), timeout=PATIENCE_MILLISECONDS)
                taken.append(time.perf_counter() - started)
            browser.close()
    yield Measurement("new data on an open screen", max(taken[1:]), ALLOWED_SECONDS)


def _commit(lake: Path, people: int) -> None:
    row = {"periode": datetime(2026, 9, 1), "kode_wilayah": UNDAAN, "segmen": "RENTAN"}
    paid = {"sumber_dana": "DBHCHT", "program": "JKK+JKM", "peserta_aktif": people}
    put(Lake(lake), "kepesertaan", [row | paid])
