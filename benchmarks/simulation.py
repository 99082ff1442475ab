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
from typing import Any

import polars as pl

from benchmarks.measurement import Measurement
from benchmarks.national import add_country
from jamsos_data.datasets import STORED
from jamsos_data.lake import Lake
from jamsos_data.lake_view import LakeView
from jamsos_data.metrics.simulation.plan import Plan
from jamsos_data.views.simulation_figures import STARTS, simulate_plan, starting_plan

EXAMPLE_SECONDS = 0.3
COUNTRY_SECONDS = 2.0
TIMES = 3
BULAN = datetime(2026, 9, 1)


def measure_simulation(lake: Path) -> Iterator[Measurement]:
    """Two measurements of the example, the same two of the country."""
    yield from _measure(lake, "the example", EXAMPLE_SECONDS)
    with TemporaryDirectory() as folder:
        country = Path(shutil.copytree(lake, Path(folder) / "data"))
        rows = add_country(country)
        yield from _measure(country, f"{rows} rows", COUNTRY_SECONDS)


def _measure(lake: Path, where: str, allowed: float) -> Iterator[Measurement]:
    first = [_time(_opened(lake), lambda plan: plan) for _ in range(TIMES)]
    villages = [_time(_opened(lake), _of_villages, opened=True) for _ in range(TIMES)]
    yield Measurement(f"first scenario of a page, {where}", median(first), allowed * 2)
    yield Measurement(f"another scenario, every village, {where}", median(villages), allowed)


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
    """A view that has answered nothing yet; small tables are in memory, as a server holds them."""
    store = Lake(lake)
    versions = store.versions()
    view = _Held(
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
    assert view.incomplete is not None
    return view


class _Held(LakeView):
    """A view whose small tables are read once, as `pages.parts.snapshot` does."""

    @property
    def _frames(self) -> dict[str, Any]:  # type: ignore[override]
        if "tables" not in self._answers:
            from pages.parts.snapshot import HELD_ROWS

            scans = {kind: self.lake.scan(kind, version=self.versions.get(kind)) for kind in STORED}
            self._answers["tables"] = {
                kind: rows.collect().lazy() if _count(rows) <= HELD_ROWS else rows
                for kind, rows in scans.items()
            }
        return self._answers["tables"]


def _count(rows: pl.LazyFrame) -> int:
    return rows.select(pl.len()).collect().item()
