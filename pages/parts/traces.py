"""The traces of the cards: for each figure its formula, its parts in words, and the rows that it rests on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from jamsos_data.metrics.absorption import total_absorption
from jamsos_data.metrics.cliff import people_by_end
from jamsos_data.metrics.pace import PACE_MONTHS
from jamsos_data.metrics.premium_totals import total_premiums
from jamsos_data.origin import Choice, Rows, When, targets_shown, whole_budgets
from jamsos_data.periods import add_months
from jamsos_data.wording import basis, has_value
from pages.parts.language import words
from pages.parts.origins import take_apart
from pages.parts.state import Selection
from pages.parts.tracing import Make, Trace
from pages.parts.wording import NOTHING, count_text, month_text, number_text, percent_text, rupiah_text

Unasked = tuple[Choice, ...]


def trace_of(name: str, row: Any, selection: Selection, *, unasked: tuple[Choice, ...] = ()) -> Make | None:
    """What takes a figure of one row of measure_coverage or measure_targets apart; None where there is no row.

    `name`: coverage, people, uncovered, short, needed, pace. `unasked`: choices that do not narrow the figure.
    """
    return None if row is None else partial(_PEOPLE[name], row, selection, unasked)


def unmapped_trace(now: Any, rest: Any | None, selection: Selection) -> Make:
    """The people of the area who are known for none inside it. `rest`: their row of measure_coverage."""
    return partial(_unmapped, now, rest, selection)


def ending_trace(endings: pd.DataFrame, selection: Selection) -> Make:
    """Protection that ends. `endings`: measure_endings."""
    return partial(_ending, endings, selection)


def money_traces(sources: pd.DataFrame, selection: Selection) -> list[Make]:
    """The four cards of the page Iuran: paid, budget, a month's estimate, no tariff. `sources`: measure_premiums."""
    return [partial(make, sources, selection) for make in (_paid, _budget, _month, _no_tariff)]


def paid_trace(sources: pd.DataFrame, selection: Selection) -> Make:
    """What was paid since January. `sources`: measure_premiums."""
    return partial(_paid, sources, selection)


def _coverage(row: Any, selection: Selection, unasked: Unasked) -> Trace:
    figures = (*_active(row), *_potential(row), (words()("trace.result"), percent_text(row.persen, digits=2)))
    return take_apart("coverage", figures, selection, _coverage_rows(unasked))


def _people(row: Any, selection: Selection, unasked: Unasked) -> Trace:
    return take_apart("people", _active(row), selection, (_people_rows(unasked),))


def _uncovered(row: Any, selection: Selection, unasked: Unasked) -> Trace:
    result = (words()("trace.result"), count_text(row.belum_terlindungi))
    figures = (*_potential(row), *_active(row), result)
    return take_apart("uncovered", figures, selection, _coverage_rows(unasked))


def _short(row: Any, selection: Selection, unasked: Unasked) -> Trace:
    say = words()
    figures = (
        (say("trace.target"), percent_text(row.target_persen, digits=2)),
        *_potential(row),
        (say("trace.target_people"), count_text(row.target_orang)),
        *_active(row),
        (say("trace.result"), count_text(row.kurang_orang)),
        (say("trace.legal"), row.dasar_hukum or NOTHING),
    )
    return take_apart("short", figures, selection, _target_rows(unasked), of=row)


def _needed(row: Any, selection: Selection, unasked: Unasked) -> Trace:
    say = words()
    figures = (
        (say("trace.short"), count_text(row.kurang_orang)),
        (say("trace.months_left"), count_text(row.bulan_tersisa)),
        (say("trace.result"), count_text(row.tambahan_per_bulan)),
    )
    return take_apart("needed", figures, selection, _target_rows(unasked), of=row)


def _pace(row: Any, selection: Selection, unasked: Unasked) -> Trace:
    say = words()
    before = add_months(selection.month, -PACE_MONTHS)
    gained = row.laju_6_bulan * PACE_MONTHS if has_value(row.laju_6_bulan) else None
    figures = (
        *_active(row),
        (say("trace.gained", month=month_text(before)), number_text(gained, digits=0)),
        (say("trace.result"), number_text(row.laju_6_bulan)),
    )
    return take_apart("pace", figures, selection, (_people_rows(unasked), _people_rows(unasked, when="pace")))


def _unmapped(now: Any, rest: Any | None, selection: Selection) -> Trace:
    number = 0 if rest is None else rest.peserta_aktif
    figures = (*_active(now), (words()("trace.result"), count_text(number)))
    return take_apart("unmapped", figures, selection, (_people_rows(),))


def _ending(endings: pd.DataFrame, selection: Selection) -> Trace:
    say = words()
    by_month = people_by_end(endings)
    figures = tuple(
        (say("trace.until", month=month_text(month)), count_text(number))
        for month, number in by_month.items()
    )
    result = (say("trace.result"), count_text(sum(by_month.values())))
    return take_apart("ending", (*figures, result), selection, (_people_rows(), *whole_budgets()))


def _paid(sources: pd.DataFrame, selection: Selection) -> Trace:
    totals = total_premiums(sources)
    figures = (
        (words()("trace.sources"), count_text(totals.pembayar)),
        (words()("trace.result"), _rupiah(totals.realisasi)),
    )
    return take_apart("paid", figures, selection, (Rows(kind="iuran", when="since_january"),))


def _budget(sources: pd.DataFrame, selection: Selection) -> Trace:
    budgets = total_absorption(sources)
    figures = (
        (words()("trace.sources"), count_text(budgets.banyak)),
        (words()("trace.result"), _rupiah(budgets.pagu if budgets.banyak else None)),
    )
    return take_apart("budget", figures, selection, (Rows(kind="anggaran"),))


def _month(sources: pd.DataFrame, selection: Selection) -> Trace:
    say, totals = words(), total_premiums(sources)
    figures = (
        (say("trace.with_tariff"), count_text(totals.bertarif)),
        (say("trace.result"), _rupiah(totals.iuran_sebulan)),
    )
    return take_apart("month", figures, selection, (_people_rows(),))


def _no_tariff(sources: pd.DataFrame, selection: Selection) -> Trace:
    say, totals = words(), total_premiums(sources)
    figures = (
        (say("trace.active"), count_text(totals.peserta_aktif)),
        (say("trace.result"), count_text(totals.tanpa_tarif)),
    )
    return take_apart("no_tariff", figures, selection, (_people_rows(),))


def _rupiah(amount: int | None) -> str:
    return NOTHING if amount is None else rupiah_text(amount)


_PEOPLE: dict[str, Callable[[Any, Selection, Unasked], Trace]] = {
    "coverage": _coverage,
    "people": _people,
    "uncovered": _uncovered,
    "short": _short,
    "needed": _needed,
    "pace": _pace,
}


def _active(row: Any) -> tuple[tuple[str, str], ...]:
    return ((words()("trace.active"), count_text(row.peserta_aktif)),)


def _potential(row: Any) -> tuple[tuple[str, str], ...]:
    say = words()
    return ((say("trace.potential", basis=basis(row, say)), count_text(row.potensi)),)


def _people_rows(unasked: Unasked = (), *, when: When = "month") -> Rows:
    return Rows(kind="kepesertaan", when=when, unasked=unasked)


def _target_rows(unasked: Unasked) -> tuple[Rows, ...]:
    return (*_coverage_rows(unasked), targets_shown())


def _coverage_rows(unasked: Unasked) -> tuple[Rows, ...]:
    return _people_rows(unasked), Rows(kind="potensi", unasked=unasked, made="figure")
