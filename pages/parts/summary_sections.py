"""The lower half of Ringkasan: money by source and month, what needs attention, the table behind the pictures."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from jamsos_data.metrics.unmapped_premiums import UnmappedPremiums
from jamsos_data.periods import month_start
from jamsos_data.sentences.premium_titles import months_title
from jamsos_data.sentences.premiums import unmapped_sentences
from jamsos_data.sentences.wording import family_mark
from jamsos_data.slides.tables import AREA_ORIGIN, area_rows, month_table
from jamsos_data.table import Table, TableColumn
from jamsos_data.views import figures
from jamsos_data.views.coverage_figures import AreaFigures
from jamsos_data.views.judged import JudgedFindings
from jamsos_data.wording import since_january
from pages.parts.attention import attention_list
from pages.parts.chart import draw, show_chart
from pages.parts.charts.premiums import describe_stack, stack_premiums
from pages.parts.keeping import made_once, told
from pages.parts.language import words
from pages.parts.page import chart_look
from pages.parts.panel import panel
from pages.parts.snapshot import available_periods
from pages.parts.state import Selection
from pages.parts.tables import data_table, folded_table
from pages.parts.wording import month_text

NAME_WIDTH = 190  # px, so that the people known for no kecamatan are named whole


def draw_payments(payments: pd.DataFrame, selection: Selection) -> None:
    """Rupiah paid by month and source. `payments`: rows of measure_premium_months with a payment."""
    say, tree = words(), selection.reference.sumber_tree
    note = say("summary.premiums.unit", period=since_january(selection.month, say))
    title = say("summary.premiums") if payments.empty else told(months_title, payments, say, tree=tree)
    with panel("payments", title, " · ".join(filter(None, [note, payments_from(selection)]))):
        if payments.empty:
            st.markdown(say("summary.no_premiums"))
        draw_unmapped(figures.unmapped_premiums(selection), selection)
        if payments.empty:
            return
        show_chart(
            draw(stack_premiums, payments, say, look=chart_look(), tree=tree),
            alt=told(describe_stack, payments, say, tree=tree),
            key="payments",
        )
        folded_table(lambda: month_table(payments, selection, say), selection=selection, name="payments")


def draw_unmapped(unmapped: Sequence[UnmappedPremiums], selection: Selection) -> None:
    """What was paid for the areas around and is mapped to none inside them: said, not spread."""
    sentences = unmapped_sentences(unmapped, words(), reference=selection.reference)
    if sentences:
        st.markdown(f":material/info: {sentences}")


def payments_from(selection: Selection) -> str:
    """From which month on there are payments at all, when that is later than the January of the sums; else empty."""
    months = available_periods(selection.snapshot).get("iuran", ())
    january = month_start(selection.month.year, 1)
    if not months or not january < months[0] <= selection.month:
        return ""
    return words()("summary.premiums.from", month=month_text(months[0]))


def draw_attention(judged: JudgedFindings, selection: Selection) -> None:
    """The most urgent findings that nobody handled; they are not of the segmen and sumber_dana chosen, and say so."""
    say, tree = words(), selection.reference.segmen_tree
    narrowed = selection.segmen != tree.root or selection.sumber_dana is not None
    key = "summary.attention.unit.all" if narrowed else "summary.attention.unit"
    note, mark = say(key, month=month_text(selection.bulan)), family_mark(selection)
    note += f" · {say('coverage.rank.family', family=mark.strip())}" if mark else ""
    with panel("attention", say("summary.attention"), note):
        shown = [one.finding for one in judged.open]
        attention_list(shown, selection, handled=len(judged.handled))


def draw_table(inside: AreaFigures, selection: Selection) -> None:
    """The areas with coverage and target, to be sorted, opened by a click, and downloaded."""
    say = words()
    with panel("table", say(f"summary.table.{selection.level_inside}")):
        data_table(_summary_table(inside, selection), selection=selection, selects_area=True)


@made_once
def _summary_table(inside: AreaFigures, selection: Selection) -> Table:
    say = words()
    rows = area_rows(inside, selection, say)
    columns = {
        "wilayah": TableColumn(say("filter.wilayah"), width=NAME_WIDTH),
        "peserta_aktif": TableColumn(say("summary.column.active"), "count"),
        "potensi": TableColumn(say("summary.column.potential"), "count"),
        "persen": TableColumn(say("summary.column.percent"), "percent"),
        "target_persen": TableColumn(say("summary.column.target"), "percent"),
        "kurang_orang": TableColumn(say("summary.column.short"), "count"),
        "belum_terlindungi": TableColumn(say("summary.column.uncovered"), "count"),
    }
    title = say(f"summary.table.{selection.level_inside}")
    shown = {name: column for name, column in columns.items() if name in rows.columns}
    return Table(name="ringkasan", title=title, frame=rows, columns=shown, origin=AREA_ORIGIN)
