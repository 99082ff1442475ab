"""What a person waits for in a browser: a click and a navigation, from the key to the last drawing.

Each is measured on the application and on the bare page of `floor.py` in turn, in the same browser; what counts is how
many times longer ours takes. "Drawn" is the last change of the document before nothing changes for a while; what a
table holds for screen readers inside its canvas, a fifth of a second behind the picture, is not drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.line import Line, counted_line
from benchmarks.measurement import Measurement
from benchmarks.ready import measured_areas, pages_with_charts, write_ready_made
from benchmarks.server import Server, run_server
from tests.browser.chromium import ARGUMENTS, find_chromium

TIMES_FLOOR = 1.15
CLICK_KILOBYTES = 100.0
FIRST_LOAD_MEGABYTES = 3.0
CLICKED_AREAS = 5
NAVIGATIONS = 3
QUIET_MILLISECONDS = 700
PATIENCE_MILLISECONDS = 60_000

_WATCH = """
window.lastChange = 0; window.lastKey = 0;
new MutationObserver(found => {
  if (found.some(({target}) => target.nodeType === 1 && target.closest('.stMain') && !target.closest('canvas > *')))
    window.lastChange = performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
document.addEventListener('keydown', event => {
  if (event.key === 'Enter') window.lastKey = performance.now();
}, true);
"""
_QUIET = f"""() => window.lastChange > window.lastKey
  && performance.now() - window.lastChange > {QUIET_MILLISECONDS}
  && document.querySelectorAll('.js-plotly-plot .main-svg').length > 0
  && !document.querySelector('[data-testid="stSkeleton"]')"""


def measure_screen(lake: Path) -> Iterator[Measurement]:
    """Clicks and navigations against the floor, bytes of a click, bytes of the first load."""
    with TemporaryDirectory() as folder:
        ready, chromium = Path(folder, "ready.json"), find_chromium()
        write_ready_made(lake, ready)
        pages = pages_with_charts(ready)
        settings = {"JAMSOS_LAKE": str(lake), "FLOOR_READY": str(ready)}
        with (
            run_server("dashboard.py", **settings) as ours,
            run_server("benchmarks/floor.py", **settings) as floor,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
            for url in pages:
                yield from _measure_page(browser, url, ours, floor)
            with counted_line(ours.address) as line:
                yield Measurement("first load", _first_load(browser, line), FIRST_LOAD_MEGABYTES, "MB")
                for url in pages:
                    size = _bytes_of_clicks(browser, line, url)
                    yield Measurement(f"/{url} click over the line", size, CLICK_KILOBYTES, "kB")


def _measure_page(browser: Browser, url: str, ours: Server, floor: Server) -> Iterator[Measurement]:
    addresses = (f"{ours.address}/{url}", f"{floor.address}/?halaman={url}")
    clicked = _clicks(browser, addresses)
    yield Measurement(
        f"/{url} click, times the floor ({_in_words(clicked)})", _ratio(clicked), TIMES_FLOOR, "×"
    )
    opened = _navigations(browser, addresses)
    yield Measurement(
        f"/{url} opened, times the floor ({_in_words(opened)})", _ratio(opened), TIMES_FLOOR, "×"
    )


def _clicks(browser: Browser, addresses: tuple[str, str]) -> tuple[float, float]:
    """Median milliseconds of a click that was made before, on ours and on the floor."""
    pages = [_open(browser, address) for address in addresses]
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(2):
        for code, name in _clicked_areas():
            for page, times, text in zip(pages, taken, (name, code), strict=True):
                milliseconds = _choose(page, text)
                if turn:  # everything was drawn once before
                    times.append(milliseconds)
    for page in pages:
        page.context.close()
    return median(taken[0]), median(taken[1])


def _bytes_of_clicks(browser: Browser, line: Line, url: str) -> float:
    """Median kilobytes that a click on another area brings over the line."""
    page, sizes = _open(browser, f"{line.address}/{url}"), []
    for _, name in _clicked_areas():
        before = line.received
        _choose(page, name)
        sizes.append(line.received - before)
    page.context.close()
    return median(sizes) / 1000


def _clicked_areas() -> list[tuple[str, str]]:
    return list(measured_areas().items())[1 : 1 + CLICKED_AREAS]


def _choose(page: Page, text: str) -> float:
    box = page.locator(".st-key-filter_wilayah input")
    box.click()
    box.fill(text)
    page.wait_for_timeout(150)
    box.press("Enter")
    return _until_drawn(page)


def _navigations(browser: Browser, addresses: tuple[str, str]) -> tuple[float, float]:
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(NAVIGATIONS):
        for address, times in zip(addresses, taken, strict=True):
            page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
            page.add_init_script(_WATCH)
            page.goto(address)
            times.append(_until_drawn(page))
            page.context.close()
    return median(taken[0]), median(taken[1])


def _open(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    page.add_init_script(_WATCH)
    page.goto(address)
    _until_drawn(page)
    return page


def _until_drawn(page: Page) -> float:
    """Milliseconds from the last Enter (else from the start of the navigation) to the last change of the page."""
    page.wait_for_function(_QUIET, timeout=PATIENCE_MILLISECONDS, polling=100)
    return float(page.evaluate("window.lastChange - window.lastKey"))


def _first_load(browser: Browser, line: Line) -> float:
    before = line.received
    _open(browser, line.address).context.close()
    return (line.received - before) / 1e6


def _ratio(pair: tuple[float, float]) -> float:
    return pair[0] / pair[1]


def _in_words(pair: tuple[float, float]) -> str:
    return f"{pair[0]:.0f} ms to {pair[1]:.0f} ms"
