"""The pictures of the page Cakupan, each in its frame with month, unit and basis."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from jamsos_data.map_shapes import Outlines
from jamsos_data.sentences.coverage import (
    comparison_title,
    denominator_sentences,
    hidden_sentence,
    not_comparable_sentence,
    only_regency_sentence,
    unmapped_sentence,
)
from jamsos_data.sentences.naming import naming_level
from jamsos_data.sentences.ranking import headline_rank
from jamsos_data.sentences.wording import basis_mark, family_mark
from jamsos_data.slides.tables import area_table
from jamsos_data.views.coverage_figures import AreaFigures, CoverageFigures, complete_months
from jamsos_data.views.rows import first_row
from jamsos_data.wording import month, reason, silence_mark
from pages.parts.chart import draw, show_chart
from pages.parts.chart_tables import comparison_table, coverage_segment_table, trend_table
from pages.parts.charts.compare import compare_months, describe_compare
from pages.parts.charts.heat import describe_heat, heat_segments
from pages.parts.charts.people import describe_people, rank_people
from pages.parts.charts.rank import describe_rank, rank_coverage, rank_height
from pages.parts.charts.trend import describe_trend, trend_coverage
from pages.parts.empty import link_to
from pages.parts.keeping import made_once, told
from pages.parts.language import words
from pages.parts.maps import describe_map, map_coverage
from pages.parts.outlines import outlines_of
from pages.parts.page import basis_text, chart_look
from pages.parts.panel import panel
from pages.parts.state import Selection
from pages.parts.tables import data_table, folded_table
from pages.parts.wording import list_text


def draw_map(found: AreaFigures, selection: Selection) -> None:
    """The map, with what stands on no area of it."""
    say, level = words(), selection.level_inside
    with panel("map", say(f"coverage.map.title.{naming_level(selection)}"), _unit(selection)):
        if found.only_regency:
            st.markdown(_only_regency(selection))
            return
        outlines = outlines_of(level, selection.snapshot)
        if outlines is None:
            st.markdown(say("coverage.map.none"))
            link_to("upload", label=say("empty.go.upload"))
            return
        show_chart(
            draw(
                map_coverage,
                found.areas,
                say,
                look=chart_look(),
                outlines=outlines,
                selected=selection.dalam or "",
                height=rank_height(len(found.areas)),
            ),
            alt=told(describe_map, found.areas, say),
            key="map",
            selects_area=True,
        )
        with st.container(key="map_hint"):
            st.caption(say("coverage.map.hint"))
        _note_undrawn(found.areas, outlines)


def _note_undrawn(areas: pd.DataFrame, outlines: Outlines) -> None:
    """Say which areas the boundaries do not draw."""
    names = _undrawn(areas, outlines)
    if names:
        st.caption(words()("coverage.map.undrawn", n=len(names), names=list_text(names)))


@made_once
def _undrawn(areas: pd.DataFrame, outlines: Outlines) -> tuple[str, ...]:
    """The areas that the boundaries do not draw, by name."""
    shown = areas[areas["terpetakan"]] if "terpetakan" in areas else areas
    return tuple(shown.loc[~shown["kode_wilayah"].isin(list(outlines.rings)), "wilayah"])


def draw_ranking(found: AreaFigures, selection: Selection, *, with_table: bool = False) -> None:
    """The areas by coverage, against the target where the choice has one; `with_table` adds their figures, folded."""
    say, level = words(), selection.level_inside
    rows = found.areas if found.targets.empty else found.targets
    if rows["persen"].isna().all():
        _draw_people(found, selection, with_table=with_table)
        return
    mark = family_mark(selection)
    unit = (
        f"{_unit(selection)} · {say('coverage.rank.family', family=mark.strip())}"
        if mark
        else _unit(selection)
    )
    with panel("rank", told(headline_rank, rows, say, judged=found.complete), unit):
        show_chart(
            draw(
                rank_coverage,
                rows,
                say,
                look=chart_look(),
                bulan=selection.month,
                selected=selection.dalam or "",
                marked=found.marked,
            ),
            alt=told(describe_rank, rows, say, bulan=selection.month),
            key="rank",
            selects_area=True,
        )
        if with_table:
            folded_table(lambda: area_table(found, selection, say), selection=selection, name="rank")
        if notes := _notes(found, level):
            st.caption(" ".join(notes))


def _draw_people(found: AreaFigures, selection: Selection, *, with_table: bool) -> None:
    """Why there is no percentage, and the people of the areas where these are known."""
    say, level = words(), selection.level_inside
    nothing = say(f"coverage.nothing.{level}", reason=_common_reason(found.areas))
    why = _only_regency(selection) if found.only_regency else nothing
    if found.only_regency or not (found.areas["peserta_aktif"] > 0).any():
        with panel("rank", say(f"coverage.rank.title.{naming_level(selection)}")):
            st.markdown(why)
        return
    unit = say("coverage.people.unit", month=month(selection.month, say))
    with panel("rank", say(f"coverage.people.title.{naming_level(selection)}"), unit):
        st.markdown(why)
        show_chart(
            draw(
                rank_people,
                found.areas,
                say,
                look=chart_look(),
                bulan=selection.month,
                selected=selection.dalam or "",
            ),
            alt=told(describe_people, found.areas, say, bulan=selection.month),
            key="rank",
            selects_area=True,
        )
        if with_table:
            folded_table(lambda: area_table(found, selection, say), selection=selection, name="rank")


def draw_trend(found: CoverageFigures, selection: Selection) -> None:
    """Coverage by month: small multiples of the kecamatan, or the one area looked at, cut where potensi changes."""
    say = words()
    whole = selection.kecamatan is None
    rows = found.mapped_trend if whole else found.course
    title = say("coverage.trend.title") if whole else say("coverage.trend.title.one", area=found.now.wilayah)
    if rows["persen"].isna().all():
        with panel("trend", title):
            st.markdown(_only_regency(selection) if found.only_regency else say("coverage.trend.none"))
        return
    first, last = rows["periode"].min(), rows["periode"].max()
    unit = say("coverage.trend.unit", first=month(first, say), last=month(last, say))
    with panel("trend", title, unit):
        show_chart(
            draw(
                trend_coverage,
                rows,
                say,
                look=chart_look(),
                selected=selection.dalam or "",
                incomplete=found.incomplete,
                silent=found.silent,
            ),
            alt=told(describe_trend, rows, say, incomplete=found.incomplete),
            key="trend",
            selects_area=True,
        )
        folded_table(lambda: trend_table(rows), selection=selection, name="trend")
        for sentence in _trend_notes(found, selection):
            st.caption(sentence)


@made_once
def _trend_notes(found: CoverageFigures, selection: Selection) -> list[str]:
    say = words()
    course, trend = (complete_months(frame, selection) for frame in (found.course, found.trend))
    sentences = (*denominator_sentences(course, say), hidden_sentence(trend, say))
    return [sentence for sentence in sentences if sentence]


def draw_comparison(found: CoverageFigures, selection: Selection) -> None:
    """The areas in two months, joined."""
    say = words()
    if found.only_regency:
        with panel("compare", say("coverage.compare.title")):
            st.markdown(_only_regency(selection))
        return
    if selection.banding is None:
        with panel("compare", say("coverage.compare.title")):
            incomplete = selection.lacking is not None or selection.incomplete_banding is not None
            st.markdown(say("coverage.compare.incomplete" if incomplete else "coverage.compare.no_month"))
        return
    months = (selection.banding, selection.month)
    if found.areas["persen"].isna().all():
        with panel("compare", say("coverage.compare.title")):
            st.markdown(say("coverage.compare.nothing", reason=_common_reason(found.areas)))
        return
    unit = say(
        "coverage.compare.unit", before=month(selection.banding, say), after=month(selection.month, say)
    )
    title = told(comparison_title, found.areas_before, found.areas, say, mapped_alike=found.mapped_alike)
    why = told(not_comparable_sentence, found.areas_before, found.areas, say, mapped_alike=found.mapped_alike)
    with panel("compare", title, unit):
        show_chart(
            draw(
                compare_months,
                found.areas_before,
                found.areas,
                say,
                look=chart_look(),
                selected=selection.dalam or "",
                mapped_alike=found.mapped_alike,
            ),
            alt=told(describe_compare, found.areas_before, found.areas, say, mapped_alike=found.mapped_alike),
            key="compare",
            selects_area=True,
        )
        folded_table(
            lambda: comparison_table(found.areas_before, found.areas, months=months),
            selection=selection,
            name="compare",
        )
        if why:
            st.caption(why)


def draw_segments(found: CoverageFigures, selection: Selection) -> None:
    """Areas by segmen in colours: the segments whose coverage can be computed; all of them in the table."""
    say = words()
    rows, shown = found.segments, found.segments_with_potential
    hidden = rows["segmen"].nunique() - shown["segmen"].nunique()
    with panel("segments", say(f"coverage.segments.title.{naming_level(selection)}"), _unit(selection)):
        if not shown.empty:
            tree = selection.reference.segmen_tree
            show_chart(
                draw(
                    heat_segments,
                    shown,
                    say,
                    look=chart_look(),
                    tree=tree,
                    bulan=selection.month,
                    selected=selection.dalam or "",
                ),
                alt=told(describe_heat, shown, say, tree=tree),
                key="segments",
                selects_area=True,
            )
        else:
            st.markdown(say("coverage.segments.none"))
        if hidden:
            st.caption(say("coverage.segments.hidden", n=hidden, count=hidden))
        with st.expander(say("coverage.segments.table"), on_change="rerun", key="segments_table") as table:
            if table.open:
                data_table(
                    coverage_segment_table(found.own_segments, rows, selection),
                    selection=selection,
                    height=360,
                )


def _unit(selection: Selection) -> str:
    say = words()
    return say("coverage.unit", month=month(selection.month, say), basis=basis_mark(basis_text(selection)))


def _only_regency(selection: Selection) -> str:
    return only_regency_sentence(selection.segmen, words(), tree=selection.reference.segmen_tree)


@made_once
def _notes(found: AreaFigures, level: str) -> list[str]:
    say = words()
    notes = [f"{silence_mark(found.silent, say)}."] if found.marked and found.complete else []
    notes += [unmapped_sentence(found.rest, say, level=level)] if found.rest is not None else []
    if bool(found.areas["estimasi"].any()):
        notes.append(say(f"coverage.estimated.{level}"))
    return notes


def _common_reason(areas: pd.DataFrame) -> str:
    commonest = areas["alasan"].mode().iloc[0]
    return reason(first_row(areas[areas["alasan"] == commonest]), words())
