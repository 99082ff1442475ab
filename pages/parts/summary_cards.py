"""The four cards of Ringkasan: coverage, people, what is missing to the target, money paid.

Each card is built from rows of the metrics; which direction is good belongs to the figure: more coverage is
good, a larger gap is not, and money paid is neither.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from jamsos_data.formats import round_half_up
from jamsos_data.metrics.absorption import total_absorption
from jamsos_data.sentences.summary import Change
from jamsos_data.wording import has_value, points
from pages.parts.cards import Card, Judgement
from pages.parts.keeping import made_once
from pages.parts.language import words
from pages.parts.wording import NOTHING, count_text, month_text, percent_text, rupiah_text


@made_once
def coverage_card(row: Any, trend: pd.DataFrame, *, change: Change | None, basis: str) -> Card:
    """Coverage of the area looked at. `row`: measure_coverage; `trend`: its measure_coverage_trend, complete months."""
    say = words()
    moved = change is not None and change.comparable and change.points is not None
    shown = float(round_half_up(change.points, 1)) if moved and change and change.points is not None else None
    return Card(
        title=say("card.coverage"),
        value=percent_text(row.persen),
        change="" if shown is None else points(shown, say),
        since=_since(change) if moved else "",
        direction=None if shown is None else _sign(shown),
        judgement=_judge(shown),
        trend=_comparable(trend)["persen"].dropna().tolist(),
        help=say(
            "card.coverage.help",
            active=count_text(row.peserta_aktif),
            potential=count_text(row.potensi),
            basis=basis,
        ),
    )


@made_once
def people_card(row: Any, trend: pd.DataFrame, *, change: Change | None) -> Card:
    """Active participants of the area looked at."""
    say = words()
    people = change.people if change else None
    return Card(
        title=say("card.active"),
        value=_people(row.peserta_aktif),
        change="" if people is None else count_text(abs(people)),
        since=_since(change) if people is not None else "",
        direction=None if people is None else _sign(people),
        judgement=_judge(people),
        trend=_comparable(trend)["peserta_aktif"].dropna().astype(float).tolist(),
        help=say("card.active.help", month=month_text(row.periode)),
    )


@made_once
def target_card(
    target: Any | None,
    trend: pd.DataFrame,
    *,
    change: Change | None,
    family: str = "",
    complete: bool = True,
) -> Card:
    """People still missing to the target of the area. `target`: its row of measure_targets, None without one.

    `family`: see :func:`sentences.wording.family_mark`. A target that is reached has no change: nothing is missing.
    A month that is not `complete` is not set against its target.
    """
    say = words()
    if not complete:
        return Card(
            title=say("card.no_target"), value=count_text(None), change=say("targets.card.incomplete")
        )
    if target is None or not has_value(target.kurang_orang):
        return Card(title=say("card.no_target"), value=count_text(None), change=say("card.no_target_note"))
    people = change.people if change and not target.tercapai else None
    gap = (int(target.target_orang) - _comparable(trend)["peserta_aktif"].dropna().astype(float)).clip(
        lower=0
    )
    return Card(
        title=say("card.short", year=target.batas_waktu.year, family=family),
        value=say("card.reached") if target.tercapai else _people(target.kurang_orang),
        change="" if people is None else count_text(abs(people)),
        since=_since(change) if people is not None else "",
        direction=None if people is None else -_sign(people),
        judgement=_judge(people),
        trend=gap.tolist(),
        help=say(
            "card.short.help",
            target=percent_text(target.target_persen),
            uncovered=count_text(target.belum_terlindungi),
        ),
    )


@made_once
def paid_card(
    premiums: pd.DataFrame, months: pd.DataFrame, *, year: int, through: str, known: bool = True
) -> Card:
    """Rupiah paid this year by all sources, and what of it was paid from a pagu, out of how much.

    `premiums`: measure_premiums (disjoint sources); `months`: measure_premium_months of the same year. While no
    payment of the year is `known` there is no figure, which is not zero.
    """
    say = words()
    title = say("card.paid", year=year)
    if not known:
        return Card(title=title, value=NOTHING, change=say("card.no_payments"))
    budgets = total_absorption(premiums)
    share, explanation = say("card.no_budget"), say("card.paid.help")
    since = say("card.through", month=through)
    if budgets.pagu:
        sources = count_text(budgets.banyak)
        paid, pagu = rupiah_text(budgets.realisasi or 0, short=True), rupiah_text(budgets.pagu, short=True)
        share, since = say("card.from_budgets", paid=paid), ""
        explanation = say(
            "card.paid.help_budgets",
            n=budgets.banyak,
            count=sources,
            month=through,
            percent=percent_text(budgets.persen),
            paid=paid,
            pagu=pagu,
        )
    by_month = months.groupby("periode")["nilai"].sum().sort_index()
    return Card(
        title=title,
        value=rupiah_text(int(premiums["realisasi"].sum()), short=True),
        change=share,
        since=since,
        trend=by_month.astype(float).cumsum().tolist(),
        help=explanation,
    )


def _comparable(trend: pd.DataFrame) -> pd.DataFrame:
    """The last stretch of months with one denominator: a line never runs across two, and cards show the same months.

    Without any denominator, all months.
    """
    known = trend[trend["persen"].notna()]
    if known.empty:
        return trend
    last = known.iloc[-1]
    return known[(known["tahun"] == last["tahun"]) & (known["basis"] == last["basis"])]


def _people(number: Any) -> str:
    return (
        words()("card.people", n=int(number), count=count_text(number))
        if has_value(number)
        else count_text(None)
    )


def _since(change: Change | None) -> str:
    return words()("card.since", month=month_text(change.since, short=True)) if change else ""


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _judge(value: float | None) -> Judgement:
    if not value:
        return "neutral"
    return "good" if value > 0 else "bad"
