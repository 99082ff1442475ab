"""Where the numbers on the cards of UMKM & sosialisasi come from."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from jamsos_data.origin import EVERY_CHOICE, Rows
from jamsos_data.views.outreach_figures import OutreachFigures
from jamsos_data.wording import has_value, rows_of
from pages.parts.language import words
from pages.parts.origins import take_apart
from pages.parts.state import Selection
from pages.parts.tracing import Make, Trace
from pages.parts.wording import NOTHING, count_text, number_text, percent_text

_MEETINGS = Rows(kind="sosialisasi", when="through", place="inside", unasked=("sumber_dana", "jakon"))
_NEWEST = Rows(kind="umkm", when="through", place="inside", unasked=EVERY_CHOICE, made="figure")
_YEARS = replace(_NEWEST, made="pace")
_GROUPS = Rows(
    kind="sosialisasi",
    when="through",
    place="inside",
    unasked=("sumber_dana", "jakon"),
    matching=(("kode_wilayah", "kode_wilayah"), ("segmen", "segmen"), ("tanggal", "tanggal")),
)


def outreach_traces(found: OutreachFigures, selection: Selection) -> list[Make | None]:
    """The four cards: enterprises registered, how fast, what meetings bring, people to invite again."""
    has_pace = not found.years.empty and has_value(found.years.iloc[-1]["tambahan_setahun"])
    made = (
        (_registered, found.enterprises is not None),
        (_pace, has_pace),
        (_yield, not found.meetings.empty),
        (_again, not found.again.empty),
    )
    return [partial(make, found, selection) if known else None for make, known in made]


def _registered(found: OutreachFigures, selection: Selection) -> Trace:
    say, now = words(), found.enterprises
    figures = (
        (say("outreach.column.registered"), count_text(now.terdaftar if now else None)),
        (say("outreach.column.known"), count_text(now.terdata if now else None)),
        (say("trace.result"), percent_text(now.persen if now else None, digits=2)),
    )
    return take_apart("registered", figures, selection, (_NEWEST,))


def _pace(found: OutreachFigures, selection: Selection) -> Trace:
    say = words()
    before, now = rows_of(found.years)[-2:]
    figures = (
        *(
            (say("trace.registered_in", year=row.tahun), count_text(row.usaha_terdaftar))
            for row in (now, before)
        ),
        (say("trace.result"), number_text(now.tambahan_setahun)),
    )
    return take_apart("registered_pace", figures, selection, (_YEARS,))


def _yield(found: OutreachFigures, selection: Selection) -> Trace:
    say = words()
    figures = (
        (say("outreach.column.present"), count_text(found.present)),
        (say("outreach.column.after"), count_text(found.registered)),
        (say("outreach.column.unstated"), count_text(found.unstated)),
        (
            say("trace.result"),
            NOTHING if found.yield_percent is None else percent_text(found.yield_percent, digits=2),
        ),
    )
    return take_apart("yield", figures, selection, (_MEETINGS,))


def _again(found: OutreachFigures, selection: Selection) -> Trace:
    say = words()
    figures = (
        (say("trace.groups"), count_text(len(found.again))),
        (say("trace.result"), count_text(found.to_invite)),
    )
    return take_apart("again", figures, selection, (_GROUPS,), among=found.again)
