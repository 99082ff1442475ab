"""What other pages will ask about a month, answered while the first page of that month is looked at.

The first view of Iuran asks for a second and more, the first scenario of Simulasi for half of one; meanwhile the
browser is still drawing and the reader still reading. Only the server does so, and only for the whole regency without
filters, where readers begin. A page that comes sooner waits for the question just being answered, and asks the rest.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from threading import Event, Lock

from streamlit.starlette import App

from jamsos_data.views.coverage_figures import coverage_figures
from jamsos_data.views.premiums_figures import premium_figures
from jamsos_data.views.simulation_figures import STARTS, simulate_plan, starting_plan
from jamsos_data.views.summary_figures import summary_figures
from jamsos_data.views.targets_figures import target_figures
from pages.parts.attention_desk import judged_findings
from pages.parts.memory import give_back
from pages.parts.state import Selection, without_filters

AFTER_SECONDS = 2.0  # by then the page that was asked for is on its way
QUESTIONS: tuple[Callable[[Selection], object], ...] = (
    summary_figures,
    lambda selection: judged_findings(selection, with_news=False),
    premium_figures,
    lambda selection: simulate_plan(selection, starting_plan(selection, STARTS[0])),
    coverage_figures,
    target_figures,
)


@dataclass
class Foresight:
    """The thread that answers, one month after the other; of those that wait only the newest is kept."""

    after: float = AFTER_SECONDS
    closing: Event = field(default_factory=Event)
    _thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "ahead"))
    _lock: Lock = field(default_factory=Lock)
    _newest: tuple[Selection, Future[None]] | None = None

    def look_at(self, selection: Selection) -> Future[None] | None:
        """Answer what will be asked about the month of `selection`; None where it is not where readers begin."""
        if not _is_beginning(selection):
            return None
        with self._lock:
            if self._newest is not None:
                seen, answering = self._newest
                if seen == selection:
                    return answering
                answering.cancel()  # without effect on what has begun
            self._newest = (selection, self._thread.submit(self._answer, selection))
            return self._newest[1]

    def close(self) -> None:
        """Stop after the question that is just being answered."""
        self.closing.set()
        self._thread.shutdown(cancel_futures=True)

    def _answer(self, selection: Selection) -> None:
        self.closing.wait(self.after)
        for ask in QUESTIONS:
            if self.closing.is_set():
                return
            ask(selection)  # what it raises, the page that asks again will show
        give_back()


def _is_beginning(selection: Selection) -> bool:
    whole = without_filters(selection, ("segmen", "sumber", "jakon"))
    return (
        selection.bulan is not None
        and selection.snapshot.moment is None
        and selection.wilayah == selection.reference.kabupaten
        and selection == whole
    )


_of_server: Foresight | None = None


@asynccontextmanager
async def answering_ahead(app: App) -> AsyncIterator[None]:
    """As long as the server lives, :func:`look_ahead` has a thread that answers."""
    global _of_server
    del app
    _of_server = Foresight()
    try:
        yield
    finally:
        _of_server.close()
        _of_server = None


def look_ahead(selection: Selection) -> Future[None] | None:
    """Have the questions about the month of `selection` answered; None where no server runs or nothing begins."""
    return None if _of_server is None else _of_server.look_at(selection)
