"""The cards of the page Target: people short, people to add each month, the pace of late, people not covered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jamsos_data.formats import round_half_up
from jamsos_data.sentences.targets import gap_text, is_fast_enough, left_out_names, points_text
from jamsos_data.views.targets_figures import TargetFigures
from jamsos_data.wording import count, has_value, month, people, percent
from pages.parts.cards import Card, Judgement
from pages.parts.language import words
from pages.parts.state import Selection
from pages.parts.wording import NOTHING, within_sentence


def target_cards(found: TargetFigures, selection: Selection) -> list[Card]:
    """The four cards of the area looked at; in a month that is not complete they say so and judge nothing."""
    row = found.now
    if not found.complete:
        return _incomplete_cards()
    return [
        _short_card(row),
        _needed_card(row, selection.month),
        _pace_card(
            row, paced=found.paced, without=left_out_names(row, words(), reference=selection.reference)
        ),
        _uncovered_card(row),
    ]


def _incomplete_cards() -> list[Card]:
    say = words()
    titles = ("targets.card.short", "targets.card.needed", "targets.card.pace", "coverage.card.uncovered")
    return [Card(title=say(title), value=NOTHING, change=say("targets.card.incomplete")) for title in titles]


def _short_card(row: Any) -> Card:
    say = words()
    if not has_value(row.target_orang) or not has_value(row.kurang_orang):
        return Card(title=say("targets.card.short"), value=NOTHING, change=say("targets.card.no_target"))
    title = say("targets.card.short.by", month=month(row.batas_waktu, say, short=True))
    if row.tercapai:
        return Card(
            title=title, value=say("targets.verdict.reached"), change=gap_text(row, say), judgement="good"
        )
    gap = points_text(row.selisih_poin, say) if has_value(row.selisih_poin) else ""
    goal = say("targets.card.goal", people=count(row.target_orang, say))
    return Card(title=title, value=people(row.kurang_orang, say), change=gap, since=goal, judgement="bad")


def _needed_card(row: Any, bulan: datetime) -> Card:
    say = words()
    title = say("targets.card.needed")
    if not has_value(row.tambahan_per_bulan):
        late = has_value(row.batas_waktu) and not row.batas_waktu > bulan
        note = say("targets.card.no_month") if late else ""
        return Card(title=title, value=NOTHING, change=note)
    if row.tercapai:
        return Card(title=title, value=people(0, say), change=say("targets.card.reached"), judgement="good")
    left = int(row.bulan_tersisa)
    months = say("targets.card.months", n=left, months=count(left, say))
    return Card(title=title, value=people(row.tambahan_per_bulan, say), change=months)


def _pace_card(row: Any, *, paced: bool, without: str) -> Card:
    """The pace, `without` the desa named; `paced` is False when the month six months before is not complete."""
    say = words()
    title = say("targets.card.pace")
    if not has_value(row.laju_6_bulan):
        now = has_value(row.peserta_aktif)
        why = "no_pace_now" if not now else "no_pace" if paced else "no_pace_then"
        return Card(title=title, value=NOTHING, change=say(f"targets.card.{why}"))
    explained = (
        say("targets.card.pace.help_without", names=without) if without else say("targets.card.pace.help")
    )
    pace = int(round_half_up(row.laju_6_bulan))
    value = people(abs(pace), say) if pace <= 0 else say("targets.card.pace.up", people=people(pace, say))
    falling = say("targets.card.pace.down") if pace < 0 else ""
    judgement: Judgement = "neutral"
    change = ""
    if has_value(row.tambahan_per_bulan) and not row.tercapai:
        enough = is_fast_enough(row)
        judgement = "good" if enough else "bad"
        change = say("targets.verdict.enough" if enough else "targets.verdict.slow")
    if falling:
        change = f"{falling}, {within_sentence(change)}" if change else falling
    return Card(title=title, value=value, change=change, judgement=judgement, help=explained)


def _uncovered_card(row: Any) -> Card:
    say = words()
    title, note = say("coverage.card.uncovered"), say("coverage.card.uncovered.help")
    if not has_value(row.belum_terlindungi):
        return Card(title=title, value=NOTHING, help=note)
    share = say("targets.card.of_potential", percent=percent(row.belum_persen, say, digits=2))
    return Card(title=title, value=people(row.belum_terlindungi, say), change=share, help=note)
