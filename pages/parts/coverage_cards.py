"""The cards of the page Cakupan that Ringkasan does not have: people not covered, people not mapped."""

from __future__ import annotations

from typing import Any

from jamsos_data.wording import count, has_value, people
from pages.parts.cards import Card
from pages.parts.language import words
from pages.parts.wording import NOTHING


def uncovered_card(row: Any, *, complete: bool = True) -> Card:
    """People between the participants and the whole potensi; not known while the month is not `complete`.

    `row`: measure_coverage.
    """
    say = words()
    title, note = say("coverage.card.uncovered"), say("coverage.card.uncovered.help")
    if not complete:
        return Card(title=title, value=NOTHING, change=say("targets.card.incomplete"), help=note)
    if not has_value(row.belum_terlindungi):
        return Card(title=title, value=NOTHING, help=note)
    of = say("coverage.card.of_potential", potential=count(row.potensi, say))
    return Card(title=title, value=people(row.belum_terlindungi, say), change=of, help=note)


def unmapped_card(row: Any, rest: Any | None, *, level: str) -> Card:
    """People of the area that none of the areas inside it counts. `rest`: their row of measure_coverage."""
    say = words()
    known = has_value(row.peserta_aktif)
    number = 0 if rest is None else rest.peserta_aktif
    return Card(
        title=say(f"coverage.card.unmapped.{level}"),
        value=people(number, say) if known else NOTHING,
        change=say("coverage.card.of_people", people=count(row.peserta_aktif, say)) if known else "",
        help=say("coverage.card.unmapped.help"),
    )
