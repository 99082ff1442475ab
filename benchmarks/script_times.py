"""Script time of each page on the example data: the first view of a month, and again with nothing changed.

The first view is taken on a server that has already served somebody (libraries are loaded), but never this
page for this month: everything on it is computed and drawn anew. The median of three months counts.
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from streamlit.testing.v1 import AppTest

from benchmarks.measurement import Measurement
from pages.parts.navigation import PageEntry, existing_pages

FIRST_VIEW_SECONDS = 1.0
UNCHANGED_SECONDS = 0.150
DASHBOARD = str(Path(__file__).parents[1] / "dashboard.py")
WARM_MONTH, MEASURED_MONTHS = "2026-06", ("2026-07", "2026-05", "2026-03")


def measure_scripts(lake: Path) -> Iterator[Measurement]:
    """Two measurements for each page."""
    os.environ["JAMSOS_LAKE"] = str(lake)
    for entry in existing_pages():
        _open(entry, WARM_MONTH)
    for entry in existing_pages():
        apps = [_open(entry, month, run=False) for month in MEASURED_MONTHS]
        yield Measurement(f"/{entry.url} first view", median(map(_time, apps)), FIRST_VIEW_SECONDS)
        yield Measurement(f"/{entry.url} nothing changed", median(map(_time, apps)), UNCHANGED_SECONDS)


def _open(entry: PageEntry, month: str, *, run: bool = True) -> AppTest:
    app = AppTest.from_file(DASHBOARD, default_timeout=60)
    app.query_params["bulan"] = month
    if entry.url:
        app.run()
        app.switch_page(f"pages/{entry.file.name}")
    return app.run() if run else app


def _time(app: AppTest) -> float:
    with _stopwatch() as taken:
        app.run()
    return taken[0]


@contextmanager
def _stopwatch() -> Iterator[list[float]]:
    """The life time of the script's thread, so that the harness around it does not count."""
    taken: list[float] = []
    run = threading.Thread.run

    def timed(self: threading.Thread) -> None:
        started = time.perf_counter()
        run(self)
        if self.name.endswith("scriptThread"):
            taken.append(time.perf_counter() - started)

    threading.Thread.run = timed
    try:
        yield taken
    finally:
        threading.Thread.run = run
