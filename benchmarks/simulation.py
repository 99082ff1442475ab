"""How long a simulated scenario takes that nobody asked before: on the example, and among the whole country.

The page is open: what it starts from (coverage, targets, budgets, trends of the month) is known, as it is after the
first look. The scenario asks what none of that holds yet: every village, and a budget year that begins.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.measurement import Measurement
from benchmarks.national import add_country
from jamsos_data.lake import Lake
from jamsos_data.lake_view import LakeView
from jamsos_data.metrics.simulation.plan import Plan
from jamsos_data.views.simulation_figures import STARTS, simulate_plan, starting_plan
from pages.parts.memory import pass_over_what_stays

FIRST_SECONDS = 1.0  # as the first view of any page
EXAMPLE_SECONDS = 0.3
COUNTRY_SECONDS = 2.0
TIMES = 3
BULAN = datetime(2026, 9, 1)


def measure_simulation(lake: Path) -> Iterator[Measurement]:
    """Two measurements of the example, the same two of the country."""
    yield from _measure(lake, "the example", first=FIRST_SECONDS, another=EXAMPLE_SECONDS)
    with TemporaryDirectory() as folder:
        country = Path(shutil.copytree(lake, Path(folder) / "data"))
        rows = add_country(country)
        yield from _measure(country, f"{rows} rows", first=COUNTRY_SECONDS, another=COUNTRY_SECONDS)


def _measure(lake: Path, where: str, *, first: float, another: float) -> Iterator[Measurement]:
    pass_over_what_stays()  # as the server does
    started = [_time(_opened(lake), lambda plan: plan) for _ in range(TIMES)]
    villages = [_time(_opened(lake), _of_villages, opened=True) for _ in range(TIMES)]
    yield Measurement(f"first scenario of a page, {where}", median(started), first)
    yield Measurement(f"another scenario, every village, {where}", median(villages), another)


def _of_villages(plan: Plan) -> Plan:
    return replace(plan, tingkat="desa", ukuran="orang", jumlah=5_000, aturan="sebanding", bulan=15)


def _time(view: LakeView, change: Callable[[Plan], Plan], *, opened: bool = False) -> float:
    plan = starting_plan(view, STARTS[0])
    if opened:
        simulate_plan(view, plan)
    started = time.perf_counter()
    simulate_plan(view, change(plan))
    return time.perf_counter() - started


def _opened(lake: Path) -> LakeView:
    """A view that has answered nothing yet; what it holds of the lake is in memory."""
    store = Lake(lake)
    versions = store.versions()
    view = LakeView(
        reference=store.reference(versions),
        bulan=BULAN,
        banding=None,
        segmen="SEMUA",
        sumber_dana=None,
        dengan_jakon=True,
        basis="potensi BPJS/Bappenas",
        wilayah="33.19",
        keluarga="UCJ",
        lake=store,
        versions=versions,
    )
    view.rows("kepesertaan")
    return view
