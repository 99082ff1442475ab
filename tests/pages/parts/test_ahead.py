"""What other pages will ask is answered while the first page of a month is looked at."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.starlette import App

from jamsos_data.periods import add_months
from jamsos_data.views.premiums_figures import premium_figures
from jamsos_data.views.simulation_figures import STARTS, simulate_plan, starting_plan
from jamsos_data.views.targets_figures import target_figures
from pages.parts.ahead import Foresight, answering_ahead, look_ahead
from pages.parts.answers import answer
from pages.parts.state import Selection, read_selection

LONG = 600.0  # seconds that no test waits for


@pytest.fixture
def beginning(example_lake: Path, monkeypatch: pytest.MonkeyPatch) -> Selection:
    """The whole regency in the newest month of the example, as a reader without a link sees it."""
    monkeypatch.setenv("JAMSOS_LAKE", str(example_lake))
    return read_selection()


@pytest.fixture
def waiting() -> Iterator[Foresight]:
    """A thread that has not begun to answer when the test ends."""
    foresight = Foresight(after=LONG)
    yield foresight
    foresight.close()


def months_before(selection: Selection, many: int) -> Selection:
    """The same choices, some months earlier."""
    return replace(selection, bulan=add_months(selection.month, -many), banding=None)


def test_iuran_target_and_a_first_scenario_find_their_answers(beginning: Selection) -> None:
    beginning = months_before(beginning, 5)  # of which no other test asks
    asked_before = answer.cache_info().misses  # type: ignore[attr-defined]
    foresight = Foresight(after=0.0)
    answering = foresight.look_at(beginning)
    assert answering is not None
    answering.result(timeout=120)
    foresight.close()
    asked = answer.cache_info().misses  # type: ignore[attr-defined]
    assert asked > asked_before

    premium_figures(beginning)
    target_figures(beginning)
    simulate_plan(beginning, starting_plan(beginning, STARTS[0]))
    assert answer.cache_info().misses == asked  # type: ignore[attr-defined]


def test_only_what_readers_begin_with_is_answered_ahead(beginning: Selection, waiting: Foresight) -> None:
    assert waiting.look_at(replace(beginning, wilayah="33.19.04")) is None
    assert waiting.look_at(replace(beginning, segmen="RENTAN")) is None
    assert waiting.look_at(replace(beginning, sumber_dana="DBHCHT")) is None
    assert waiting.look_at(replace(beginning, dengan_jakon=False)) is None
    assert waiting.look_at(replace(beginning, bulan=None)) is None
    assert waiting.look_at(beginning) is not None


def test_of_the_months_that_wait_only_the_newest_is_kept(beginning: Selection, waiting: Foresight) -> None:
    first = waiting.look_at(beginning)
    assert first is not None
    while not first.running():
        time.sleep(0.01)
    second, third = (waiting.look_at(months_before(beginning, many)) for many in (1, 2))
    assert second is not None
    assert third is not None
    assert not first.cancelled()
    assert second.cancelled()
    assert not third.cancelled()
    assert waiting.look_at(months_before(beginning, 2)) is third


def test_a_thread_that_waits_ends_with_its_server(beginning: Selection) -> None:
    foresight = Foresight(after=LONG)
    answering = foresight.look_at(beginning)
    foresight.close()
    assert answering is not None
    assert answering.done()


def test_without_a_server_nothing_is_answered_ahead(beginning: Selection) -> None:
    async def serve() -> None:
        async with answering_ahead(App("dashboard.py")):
            assert look_ahead(beginning) is not None

    assert look_ahead(beginning) is None
    asyncio.run(serve())
    assert look_ahead(beginning) is None
