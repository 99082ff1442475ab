"""The pictures and tables of the page Target, each in its frame with month, unit and basis."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from jamsos_data.examples.duties import INVENTED
from jamsos_data.metrics.enterprises import Enterprises
from jamsos_data.metrics.falls import deepest_segment, find_falls
from jamsos_data.metrics.questions import CONSTRUCTION
from jamsos_data.sentences.enterprises import enterprise_sentence
from jamsos_data.sentences.naming import naming_level
from jamsos_data.sentences.projection import projection_title
from jamsos_data.sentences.targets import (
    duties_title,
    fall_sentence,
    pace_title,
    sum_sentence,
    whose_target_sentence,
)
from jamsos_data.sentences.wording import basis_mark, family_mark
from jamsos_data.slides.tables import course_table
from jamsos_data.views import figures
from jamsos_data.views.coverage_figures import complete_months
from jamsos_data.views.targets_figures import TargetFigures
from jamsos_data.wording import has_value, month, silence_mark
from pages.parts import address
from pages.parts.chart import draw, show_chart
from pages.parts.charts.bullets import bullet_targets, describe_bullets
from pages.parts.charts.burn_up import HEIGHT as BURN_UP_HEIGHT
from pages.parts.charts.burn_up import burn_up, has_path
from pages.parts.charts.burn_up_words import describe_burn_up
from pages.parts.charts.duties import describe_duties, step_duties
from pages.parts.charts.heat import describe_heat_targets, heat_targets
from pages.parts.keeping import made_once, told
from pages.parts.language import words
from pages.parts.page import basis_text, chart_look
from pages.parts.panel import panel
from pages.parts.state import Selection
from pages.parts.tables import data_table, folded_table
from pages.parts.targets_tables import pace_table, wide_duty_table


def family_switch(selection: Selection) -> None:
    """Choose the family of targets; the choice goes to the address bar."""
    families = selection.reference.codes("keluarga_target")
    key = "switch_family"
    if st.session_state.get(key) != selection.keluarga:
        st.session_state[key] = selection.keluarga

    def changed() -> None:
        wanted = st.session_state[key]
        address.choose_in_box(keluarga="" if wanted == families[0] else wanted)

    st.segmented_control(
        words()("targets.family"),
        families,
        key=key,
        required=True,
        on_change=changed,
        label_visibility="collapsed",
        help=words()("targets.family.help"),
    )


def foundations(found: TargetFigures, selection: Selection) -> None:
    """What the targets rest on: their legal basis, whose target is used, that the payer is not asked."""
    say, reference = words(), selection.reference
    bases = [say("targets.legal.example") if text == INVENTED else text for text in found.legal_bases]
    notes = [say("targets.legal", bases="; ".join(bases))] if bases else []
    if found.now.asal_target and found.now.asal_target != found.now.kode_wilayah:
        notes.append(say("targets.inherited", area=reference.area_name(found.now.asal_target)))
    elif not found.areas.empty and not (found.areas["asal_target"] == found.areas["kode_wilayah"]).any():
        notes.append(say("targets.inherited", area=reference.area_name(found.areas["asal_target"].iloc[0])))
    if selection.sumber_dana is not None:
        notes.append(say("targets.all_sources"))
    if counts_construction(selection):
        notes.append(whose_target_sentence(found.now, say, without_construction=not selection.dengan_jakon))
        if selection.dengan_jakon and not found.areas.empty:
            notes.append(say("targets.areas_without_jakon"))
    st.caption(" ".join(note for note in notes if note))


def counts_construction(selection: Selection) -> bool:
    """Whether the segment looked at is one that jasa konstruksi belongs to."""
    return selection.segmen in selection.reference.segmen_tree.ancestors(CONSTRUCTION)


def draw_burn_up(found: TargetFigures, selection: Selection) -> None:
    """People by month, the straight path to the target and where the usual pace leads."""
    say, family = words(), family_mark(selection)
    title = projection_title(found.now, say, family=family) or say(
        "targets.burn_up.title", area=found.now.wilayah, family=family
    )
    with panel("burn_up", title, say("targets.burn_up.unit")):
        if found.course["peserta_aktif"].isna().all():
            st.markdown(say("targets.nothing"))
            return
        show_chart(
            draw(
                burn_up,
                found.course,
                found.whole,
                say,
                look=chart_look(),
                incomplete=found.incomplete,
                silent=found.silent,
                ahead=found.ahead,
            ),
            alt=told(
                describe_burn_up,
                found.course,
                found.whole,
                say,
                incomplete=found.incomplete,
                ahead=found.ahead,
            ),
            key="burn_up",
        )
        folded_table(lambda: course_table(found, say), selection=selection, name="burn_up")
        st.caption(" ".join(_burn_up_notes(found, selection)))


@made_once
def _burn_up_notes(found: TargetFigures, selection: Selection) -> list[str]:
    """What the lines mean that are drawn, and where the line of people falls far."""
    say, tree = words(), selection.reference.segmen_tree
    notes = []
    if has_value(found.now.target_orang):
        notes.append(
            say("targets.burn_up.note_path" if has_path(found.whole) else "targets.burn_up.note_level")
        )
    if not found.ahead.empty:
        notes.append(say("targets.burn_up.note_ahead"))
    leaves = frozenset(code for code in tree.codes if not tree.children(code))
    silent = set(found.silent["sejak"])
    for fall in find_falls(complete_months(found.course, selection)):
        if fall.after in silent:
            continue
        months = [
            figures.coverage_by_segmen(selection, total=True, bulan=bulan, sumber_dana=None)
            for bulan in (fall.before, fall.after)
        ]
        deepest = deepest_segment(*months, leaves=leaves - {selection.segmen})
        named = None if deepest is None else (tree.name(deepest[0], say.language), deepest[1])
        notes.append(fall_sentence(fall, say, segment=named))
    if found.now.kode_wilayah in set(found.silent["induk"]):
        notes.append(f"{silence_mark(found.silent, say)}.")
    return notes


def draw_segments(found: TargetFigures, selection: Selection) -> None:
    """The segments of the area looked at against their targets."""
    title = words()("targets.segments.title", area=found.now.wilayah, family=family_mark(selection))
    _draw_bullets(found.segments, selection, name="segments", title=title, by="segmen", least=BURN_UP_HEIGHT)


def draw_areas(found: TargetFigures, selection: Selection) -> None:
    """The areas inside the one looked at against their target."""
    title = words()(f"targets.areas.title.{naming_level(selection)}", family=family_mark(selection))
    construction = selection.kecamatan is None and selection.dengan_jakon and counts_construction(selection)
    notes = [
        silence_mark(found.silent, words()) if found.marked else "",
        sum_sentence(found.areas, found.around, words(), with_construction=construction),
    ]
    _draw_bullets(
        found.areas,
        selection,
        name="areas",
        title=title,
        by="wilayah",
        marked=found.marked,
        notes=[note for note in notes if note],
    )


def _draw_bullets(
    rows: pd.DataFrame,
    selection: Selection,
    *,
    name: str,
    title: str,
    by: str,
    least: int = 0,
    marked: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> None:
    say, tree = words(), selection.reference.segmen_tree
    with panel(name, title, _unit(selection)):
        if rows.empty:
            st.markdown(say("targets.nothing"))
            return
        chosen = selection.wilayah if by == "wilayah" else selection.segmen
        show_chart(
            draw(
                bullet_targets,
                rows,
                say,
                look=chart_look(),
                tree=tree,
                bulan=selection.month,
                by=by,
                selected=chosen,
                least=least,
                marked=marked,
            ),
            alt=told(describe_bullets, rows, say, tree=tree, by=by),
            key=name,
            selects_area=by == "wilayah",
        )
        for note in notes:
            st.caption(note)


def draw_grid(found: TargetFigures, selection: Selection) -> None:
    """Areas by segmen: how much of the target is reached."""
    say, tree = words(), selection.reference.segmen_tree
    rows = found.grid
    unit = say("targets.grid.unit", month=month(selection.month, say))
    title = say(f"targets.grid.title.{naming_level(selection)}", family=family_mark(selection))
    with panel("grid", title, unit):
        if rows.empty:
            st.markdown(say("targets.nothing"))
            return
        show_chart(
            draw(
                heat_targets,
                rows,
                say,
                look=chart_look(),
                tree=tree,
                bulan=selection.month,
                selected=selection.wilayah,
            ),
            alt=told(describe_heat_targets, rows, say),
            key="grid",
            selects_area=True,
        )


def draw_pace_table(found: TargetFigures, selection: Selection) -> None:
    """Additions needed each month beside the pace of the last six months, for every area and segmen."""
    say = words()
    note = say(
        "targets.table.unit", month=month(selection.month, say), basis=basis_mark(basis_text(selection))
    )
    with panel("pace", told(pace_title, found.areas, say), note):
        data_table(
            pace_table(found.segments, found.grid, selection),
            selection=selection,
            height=420,
            selects_area=True,
        )


def draw_duties(
    duties: pd.DataFrame, course: pd.DataFrame, umkm: Enterprises | None, selection: Selection
) -> None:
    """The duties that are not numbers with their offices, how many were done when, and the sentence on enterprises."""
    say, reference = words(), selection.reference
    with panel("duties", duties_title(duties, say), say("targets.duties.note")):
        data_table(wide_duty_table(duties, selection), selection=selection)
        if not course.empty:
            total = len(duties)
            st.markdown(say("targets.duties.course"))
            show_chart(
                draw(step_duties, course, say, look=chart_look(), reference=reference, total=total),
                alt=told(describe_duties, course, say, reference=reference, total=total),
                key="duties_course",
            )
            st.caption(say("targets.duties.course.note"))
        if umkm is not None:
            st.markdown(enterprise_sentence(umkm, say, reference=reference))


def _unit(selection: Selection) -> str:
    say = words()
    return say("targets.unit", month=month(selection.month, say), basis=basis_mark(basis_text(selection)))
