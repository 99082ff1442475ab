"""The cards of the page Iuran: paid, share of the budgets, a month's estimate, people without tariff."""

from __future__ import annotations

from datetime import datetime

from jamsos_data.periods import month_start
from jamsos_data.views.premiums_figures import PremiumFigures
from jamsos_data.wording import count, month, people
from pages.parts.cards import Card
from pages.parts.keeping import made_once
from pages.parts.language import words
from pages.parts.summary_cards import paid_card
from pages.parts.wording import NOTHING, rupiah_text


@made_once
def premium_cards(found: PremiumFigures, *, bulan: datetime) -> list[Card]:
    """The four cards."""
    months = found.months[found.months["periode"] >= month_start(bulan.year, 1)]
    through = month(bulan, words())
    return [
        paid_card(found.sources, months, year=bulan.year, through=through, known=found.known),
        _budget_card(found, bulan),
        _month_card(found, bulan),
        _tariff_card(found),
    ]


def _budget_card(found: PremiumFigures, bulan: datetime) -> Card:
    say = words()
    title = say("premiums.card.budget", year=bulan.year)
    budgets = found.absorption
    if not budgets.banyak:
        return Card(title=title, value=NOTHING, change=say("card.no_budget"))
    return Card(
        title=title,
        value=rupiah_text(budgets.pagu, short=True),
        change=say("premiums.card.sources", n=budgets.banyak, count=count(budgets.banyak, say)),
        help=say("premiums.card.budget.help"),
    )


def _month_card(found: PremiumFigures, bulan: datetime) -> Card:
    say = words()
    title = say("premiums.card.month", month=month(bulan, say, short=True))
    if found.totals.iuran_sebulan is None:
        return Card(title=title, value=NOTHING, help=say("premiums.card.month.help"))
    return Card(
        title=title,
        value=rupiah_text(found.totals.iuran_sebulan, short=True),
        change=say("premiums.card.month.people", people=people(found.totals.bertarif, say)),
        help=say("premiums.card.month.help"),
    )


def _tariff_card(found: PremiumFigures) -> Card:
    say = words()
    everybody = found.totals.peserta_aktif
    return Card(
        title=say("premiums.card.no_tariff"),
        value=people(found.people_without_tariff, say),
        change=say("coverage.card.of_people", people=count(everybody, say)) if everybody else "",
        help=say("premiums.card.no_tariff.help"),
    )
