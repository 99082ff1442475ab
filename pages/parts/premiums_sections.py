"""The pictures of the page Iuran, each in its frame with period and unit."""

from __future__ import annotations

import streamlit as st

from jamsos_data.sentences.premium_titles import differences_title, months_title, villages_title
from jamsos_data.sentences.premiums import (
    remarks,
    tariff_sentence,
    uncertain_sentence,
    without_budget_sentence,
)
from jamsos_data.slides.tables import month_table
from jamsos_data.views.premiums_figures import PremiumFigures
from jamsos_data.wording import month, since_january
from pages.parts.chart import draw, show_chart
from pages.parts.chart_tables import flow_table
from pages.parts.charts.budgets import bullet_budgets, describe_budgets
from pages.parts.charts.estimates import compare_estimate, describe_estimates
from pages.parts.charts.flow import describe_flow, flow_premiums
from pages.parts.charts.premiums import describe_stack, stack_premiums
from pages.parts.keeping import made_once, told
from pages.parts.language import words
from pages.parts.page import chart_look
from pages.parts.panel import panel
from pages.parts.premiums_tables import (
    cost_table,
    difference_table,
    estimate_table,
    note_table,
    reckoning_table,
    source_table,
    version_table,
    village_table,
)
from pages.parts.required import point_out_missing
from pages.parts.state import Selection
from pages.parts.summary_sections import payments_from
from pages.parts.tables import data_table, folded_table

SHOWN_REMARKS = 4
SOURCES_HEIGHT = 400  # px: the eleven sources that usually pay


def foundations(selection: Selection) -> list[str]:
    """What the figures rest on: which filters do not touch them, and from when on there are payments."""
    say, notes = words(), []
    if since := payments_from(selection):
        notes.append(f"{since[:1].upper()}{since[1:]}.")
    return [*notes, say("premiums.unfiltered")]


def draw_remarks(found: PremiumFigures, selection: Selection) -> None:
    """What needs a second look: budgets too small or too large, unclear discounts, people without a tariff."""
    say, sentences = words(), _remarks(found, selection)
    if not sentences:
        return
    with panel("remarks", say("premiums.remarks.title"), _period(selection)):
        st.markdown("\n".join(f"- {sentence}" for sentence in sentences[:SHOWN_REMARKS]))
        if len(sentences) > SHOWN_REMARKS:
            rest = len(sentences) - SHOWN_REMARKS
            with st.expander(say("premiums.remarks.more", n=rest, count=rest)):
                st.markdown("\n".join(f"- {sentence}" for sentence in sentences[SHOWN_REMARKS:]))


@made_once
def _remarks(found: PremiumFigures, selection: Selection) -> list[str]:
    say, tree = words(), selection.reference.sumber_tree
    general = (uncertain_sentence(found, say, tree=tree), tariff_sentence(found, say, bulan=selection.month))
    return [*remarks(found, say, tree=tree), *(sentence for sentence in general if sentence)]


def draw_months(found: PremiumFigures, selection: Selection) -> None:
    """Contributions paid by month, stacked by source."""
    say, tree = words(), selection.reference.sumber_tree
    if found.months.empty:
        with panel("months", say("premiums.months.empty"), say("premiums.months.unit")):
            st.markdown(_nothing_paid(found))
        return
    first, last = (
        month(moment, say) for moment in (found.months["periode"].min(), found.months["periode"].max())
    )
    note = say("premiums.months.unit") + " · " + (first if first == last else f"{first} – {last}")
    with panel("months", told(months_title, found.months, say, tree=tree), note):
        show_chart(
            draw(stack_premiums, found.months, say, look=chart_look(), tree=tree),
            alt=told(describe_stack, found.months, say, tree=tree),
            key="months",
        )
        folded_table(lambda: month_table(found.months, selection, say), selection=selection, name="months")


def draw_flow(found: PremiumFigures, selection: Selection) -> None:
    """From source over segmen to programme."""
    say, reference = words(), selection.reference
    with panel("flow", say("premiums.flow.title"), say("premiums.flow.unit", period=_period(selection))):
        if not (found.flow["nilai"] > 0).any():
            st.markdown(_nothing_paid(found))
            return
        trees = {"sources": reference.sumber_tree, "segments": reference.segmen_tree}
        show_chart(
            draw(flow_premiums, found.flow, say, look=chart_look(), **trees),
            alt=told(describe_flow, found.flow, say, **trees),
            key="flow",
        )
        folded_table(lambda: flow_table(found.flow, selection), selection=selection, name="flow")


def draw_budgets(found: PremiumFigures, selection: Selection) -> None:
    """Pagu and realisasi by source, and how many months the rest lasts."""
    say, tree = words(), selection.reference.sumber_tree
    with panel(
        "budgets", say("premiums.budgets.title"), say("premiums.budgets.unit", period=_period(selection))
    ):
        if found.budgeted.empty:
            if not point_out_missing(selection, "anggaran", otherwise="premiums.empty.anggaran"):
                st.markdown(say("premiums.budgets.none", year=selection.month.year))
            return
        show_chart(
            draw(bullet_budgets, found.of_budgets, say, look=chart_look(), tree=tree, bulan=selection.month),
            alt=told(describe_budgets, found.of_budgets, say, tree=tree),
            key="budgets",
        )
        st.caption(told(without_budget_sentence, found.without_budget, say, tree=tree))


def draw_estimates(found: PremiumFigures, selection: Selection) -> None:
    """Payments against people × tariff × months."""
    say, tree = words(), selection.reference.sumber_tree
    with panel(
        "estimates",
        say("premiums.estimates.title"),
        say("premiums.estimates.unit", period=_period(selection)),
    ):
        if found.sources["estimasi_dibayar"].isna().all():
            st.markdown(say("premiums.estimates.none"))
            return
        show_chart(
            draw(compare_estimate, found.sources, say, look=chart_look(), tree=tree, bulan=selection.month),
            alt=told(describe_estimates, found.sources, say, tree=tree),
            key="estimates",
        )


def draw_sources(found: PremiumFigures, selection: Selection) -> None:
    """The table behind: three kinds of money side by side, never added; older budget versions on request."""
    say = words()
    with panel(
        "sources", say("premiums.sources.title"), say("premiums.sources.unit", period=_period(selection))
    ):
        data_table(source_table(found.sources, selection), selection=selection, height=SOURCES_HEIGHT)
        with st.expander(say("premiums.sources.more"), on_change="rerun", key="source_details") as details:
            if details.open:
                data_table(estimate_table(found.sources, selection), selection=selection)
                data_table(note_table(found.sources, selection), selection=selection)
        if found.versions.empty:
            return
        with st.expander(say("premiums.versions.title"), on_change="rerun", key="versions") as older:
            if older.open:
                data_table(version_table(found.versions, selection), selection=selection, height=300)


def draw_costs(found: PremiumFigures, selection: Selection) -> None:
    """What a person's month cost as paid, beside the tariff."""
    say = words()
    with panel("costs", say("premiums.costs.title"), say("premiums.costs.unit", period=_period(selection))):
        if found.costs.empty:
            st.markdown(_nothing_paid(found))
            return
        data_table(cost_table(found.costs, selection), selection=selection, height=360)


def draw_differences(found: PremiumFigures, selection: Selection) -> None:
    """Payments that are not people × tariff × months, with the likeliest reason."""
    say = words()
    title = (
        told(differences_title, found.differences, say)
        if found.known
        else say("premiums.differences.unknown")
    )
    with panel("differences", title, say("premiums.differences.unit")):
        if found.differences.empty:
            st.markdown(say("premiums.differences.fine" if found.known else "card.no_payments"))
            return
        table = difference_table(found.differences, selection)
        data_table(table, selection=selection, height=360, selects_area=True)
        with st.expander(
            say("premiums.differences.reckoning"), on_change="rerun", key="reckoning"
        ) as details:
            if details.open:
                data_table(reckoning_table(found.differences, selection), selection=selection, height=360)


def draw_villages(found: PremiumFigures, selection: Selection) -> None:
    """Desa that budget for contributions in their APBDes and desa that do not."""
    say = words()
    note = say("premiums.villages.unit", year=selection.month.year, period=_period(selection))
    with panel("villages", told(villages_title, found.villages, say), note):
        table = village_table(found.villages, selection)
        data_table(table, selection=selection, height=420, selects_area=True)


def _period(selection: Selection) -> str:
    return since_january(selection.month, words())


def _nothing_paid(found: PremiumFigures) -> str:
    return words()("premiums.nothing" if found.known else "card.no_payments")
