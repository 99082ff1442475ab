"""Where the numbers on the cards of Mutu data come from."""

from __future__ import annotations

from functools import partial

from jamsos_data.metrics.reporting import SILENT
from jamsos_data.origin import EVERY_CHOICE, Rows
from jamsos_data.sentences.quality import CHECKED, REPORTS, check_counts, check_name
from jamsos_data.views.quality_figures import QualityFigures
from pages.parts.language import words
from pages.parts.origins import take_apart
from pages.parts.state import Selection
from pages.parts.tracing import Make, Trace
from pages.parts.wording import count_text, percent_text

_MONTH = Rows(kind="kepesertaan", place="inside", unasked=EVERY_CHOICE)
_MAPPED = Rows(kind="kepesertaan", place="inside", unasked=EVERY_CHOICE, without_jakon=True)


def quality_traces(found: QualityFigures, selection: Selection) -> list[Make]:
    """The four cards: desa that reported, how complete twelve months are, people mapped, rows to check."""
    return [partial(make, found, selection) for make in (_reported, _complete, _mapped, _checks)]


def _reported(found: QualityFigures, selection: Selection) -> Trace:
    say = words()
    figures = (
        (say("quality.column.expected"), count_text(found.expected_now)),
        (say("quality.state.utuh"), count_text(len(found.whole_now))),
        (say("quality.state.kosong"), count_text(len(found.silent_now))),
        (say("trace.result"), count_text(found.reported_now)),
    )
    return take_apart("reported", figures, selection, (_MONTH,))


def _complete(found: QualityFigures, selection: Selection) -> Trace:
    say, states = words(), found.reporting["keadaan"]
    figures = (
        (say("trace.desa_months"), count_text(len(states))),
        (say("trace.desa_months.known"), count_text(int((states != SILENT).sum()))),
        (say("trace.result"), percent_text(found.complete_percent, digits=2)),
    )
    return take_apart("complete", figures, selection, (REPORTS,))


def _mapped(found: QualityFigures, selection: Selection) -> Trace:
    say = words()
    figures = (
        (say("trace.active"), count_text(int(found.mapping["orang"].sum()))),
        (say("trace.mapped"), count_text(int(found.mapping["di_desa"].sum()))),
        (say("trace.result"), percent_text(found.mapped_percent, digits=2)),
    )
    return take_apart("mapped", figures, selection, (_MAPPED,))


def _checks(found: QualityFigures, selection: Selection) -> Trace:
    say = words()
    counts = check_counts(found.checks)
    figures = (
        *((check_name(code, say), count_text(number)) for code, number in counts.items()),
        (say("trace.result"), count_text(len(found.checks))),
    )
    return take_apart("checks", figures, selection, (REPORTS, *CHECKED))
