"""Whether the target is reached: the segments against theirs, and the way of the people to the deadline."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jamsos_data.axis import nice_ticks
from jamsos_data.colors import Look, palette
from jamsos_data.formats import round_half_up
from jamsos_data.periods import month_range
from jamsos_data.sentences.summary import number_word
from jamsos_data.sentences.targets import (
    family_name,
    late_pace,
    left_out_sentence,
    opening_sentences,
    pace_sentence,
    state_sentence,
    uncovered_sentence,
)
from jamsos_data.sentences.wording import basis_mark
from jamsos_data.slides.bars import against_target
from jamsos_data.slides.opening import spoken
from jamsos_data.slides.picture import Bars, Lines, Series
from jamsos_data.slides.scene import Scene
from jamsos_data.slides.slide import Slide
from jamsos_data.slides.tables import course_table, target_table
from jamsos_data.wording import has_value, is_reached, month, people, rows_of

COLORS = palette(Look())


def targets(scene: Scene) -> Slide:
    """The segments of the area looked at, each against its own target."""
    words, found, view = scene.words, scene.aims, scene.view
    rows = _in_order(scene)
    root = view.reference.segmen_tree.root
    judged = [row for row in rows if has_value(row.tercapai) and row.segmen != root]
    picture = _bullets(scene, rows) if rows else None
    return Slide(
        name="targets",
        title=_finding(scene, judged)
        or words("targets.segments.title", area=found.now.wilayah, family=scene.family),
        unit=words(
            "slide.targets.unit", month=month(view.month, words), basis=basis_mark(scene.footing.basis)
        ),
        picture=picture,
        caption="" if picture else words("targets.nothing"),
        table=target_table(found, view, words),
        notes=(" ".join(spoken(_opening(scene))),),
    )


def burn_up(scene: Scene) -> Slide:
    """People by month, the target, and the straight path to it."""
    words, found, bulan = scene.words, scene.aims, scene.view.month
    state = state_sentence(found.now, words, family=family_name(scene.view, words), bulan=bulan)
    path = pace_sentence(found.now, words, bulan=bulan)
    picture = _lines(scene)
    return Slide(
        name="burn_up",
        title=_needed(scene) or state,
        lead=late_pace(found.now, words) if _needed(scene) else "",
        unit=words("targets.burn_up.unit"),
        picture=picture,
        caption=left_out_sentence(found, words, reference=scene.view.reference)
        if picture
        else words("targets.nothing"),
        table=course_table(found, words),
        notes=tuple(filter(None, (state, path, uncovered_sentence(found.now, words)))),
    )


def needs_more(scene: Scene) -> bool:
    """Whether people have to be added each month until the deadline."""
    now = scene.aims.now
    return has_value(now.tambahan_per_bulan) and not is_reached(now)


def _needed(scene: Scene) -> str:
    """What has to be added each month; empty where nothing has, or nothing is known."""
    if not needs_more(scene):
        return ""
    now, words = scene.aims.now, scene.words
    return words(
        "targets.pace.needed",
        n=int(now.bulan_tersisa),
        needed=people(now.tambahan_per_bulan, words),
        months=int(now.bulan_tersisa),
        deadline=month(now.batas_waktu, words),
    )


def _opening(scene: Scene) -> str:
    view, words = scene.view, scene.words
    return opening_sentences(
        scene.aims,
        words,
        family=family_name(view, words),
        bulan=view.month,
        reference=view.reference,
        mark=scene.family,
    )


def _in_order(scene: Scene) -> list[Any]:
    tree = scene.view.reference.segmen_tree
    return sorted(rows_of(scene.aims.segments), key=lambda row: tree.order(row.segmen))


def _finding(scene: Scene, judged: list[Any]) -> str:
    """How many segments have reached their target, and which is furthest from it; empty without a verdict."""
    if not judged:
        return ""
    words, tree = scene.words, scene.view.reference.segmen_tree
    behind = [row for row in judged if not row.tercapai]
    known = [row for row in behind if has_value(row.selisih_poin)]
    reached, everything = len(judged) - len(behind), len(judged)
    ending = "all" if not behind else "none" if len(behind) == everything else "some"
    sentence = words(
        f"slide.targets.{ending}",
        n=everything,
        reached=number_word(reached, words),
        all=number_word(everything, words),
    )
    sentence = sentence[:1].upper() + sentence[1:]
    if not known or everything == 1:
        return sentence
    last = max(known, key=lambda row: row.selisih_poin)
    return f"{sentence}{words('slide.targets.last', segment=tree.name(last.segmen, words.language))}"


def _bullets(scene: Scene, rows: list[Any]) -> Bars:
    tree, words = scene.view.reference.segmen_tree, scene.words
    return against_target(rows, [tree.name(row.segmen, words.language) for row in rows], words)


def _lines(scene: Scene) -> Lines | None:
    found, words = scene.aims, scene.words
    known = [row for row in rows_of(found.course.sort_values("periode")) if has_value(row.peserta_aktif)]
    whole = [row for row in known if row.periode not in found.incomplete]
    if not whole:
        return None
    goal = found.now if has_value(found.now.target_orang) else None
    ends = [row.periode for row in known] + ([goal.batas_waktu] if goal is not None else [])
    months = month_range(min(ends), max(ends))
    actual, labels = _actual(whole, months, words), []
    labels.append((0, months.index(whole[-1].periode), people(whole[-1].peserta_aktif, words)))
    series = [actual]
    if goal is not None:
        series += _goal(goal, whole[-1], months, words)
        labels.append((len(series) - 1, months.index(goal.batas_waktu), people(goal.target_orang, words)))
    loose = [row for row in known if row.periode in found.incomplete]
    if loose:
        series.append(_loose(loose, months, words))
    numbers = [value for one in series for value in one.values if value is not None]
    ticks = nice_ticks(min(numbers), max(numbers))
    return Lines(
        months=tuple(months),
        series=tuple(series),
        labels=tuple(labels),
        unit="people",
        low=ticks[0],
        high=ticks[-1],
        step=ticks[1] - ticks[0],
        alt=" ".join(spoken(_opening(scene))),
    )


def _actual(rows: list[Any], months: list[datetime], words: Any) -> Series:
    by_month = {row.periode: float(row.peserta_aktif) for row in rows}
    values = tuple(by_month.get(moment) for moment in months)
    return Series(name=words("card.active"), values=values, colors=(COLORS.reached,))


def _loose(rows: list[Any], months: list[datetime], words: Any) -> Series:
    by_month = {row.periode: float(row.peserta_aktif) for row in rows}
    return Series(
        name=words("chart.reason.bulan_tidak_lengkap"),
        values=tuple(by_month.get(moment) for moment in months),
        colors=(COLORS.muted,),
        marked=True,
    )


def _goal(goal: Any, last: Any, months: list[datetime], words: Any) -> list[Series]:
    """The straight path from the last complete month, where there is a way to go, and the target at its deadline."""
    end, start = months.index(goal.batas_waktu), months.index(last.periode)
    target = float(goal.target_orang)
    point = Series(
        name=words("slide.series.target"),
        values=tuple(target if place == end else None for place in range(len(months))),
        colors=(COLORS.target,),
        marked=True,
    )
    if is_reached(goal) or not has_value(goal.tercapai) or end <= start:
        return [point]
    step = (target - float(last.peserta_aktif)) / (end - start)
    path = tuple(
        float(round_half_up(last.peserta_aktif + step * (place - start))) if start <= place <= end else None
        for place in range(len(months))
    )
    return [
        Series(name=words("slide.series.path"), values=path, colors=(COLORS.target,), dashed=True),
        point,
    ]
