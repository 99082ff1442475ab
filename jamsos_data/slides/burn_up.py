"""The way of the people to their target: what they were, what it takes, and where the usual pace leads."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jamsos_data.axis import nice_ticks
from jamsos_data.colors import Look, palette
from jamsos_data.formats import round_half_up
from jamsos_data.messages import Messages
from jamsos_data.periods import month_range
from jamsos_data.sentences.projection import projection_sentence
from jamsos_data.sentences.targets import (
    family_name,
    late_pace,
    left_out_sentence,
    pace_sentence,
    state_sentence,
    uncovered_sentence,
)
from jamsos_data.slides.aims import aims_opening
from jamsos_data.slides.opening import spoken
from jamsos_data.slides.picture import Band, Lines, Series
from jamsos_data.slides.scene import Scene
from jamsos_data.slides.slide import Slide
from jamsos_data.slides.tables import course_table
from jamsos_data.wording import has_value, is_reached, month, people, rows_of

COLORS = palette(Look())


def burn_up(scene: Scene) -> Slide:
    """People by month, the target, what it takes each month against what was added, and where the usual pace leads."""
    words, found, bulan = scene.words, scene.aims, scene.view.month
    state = state_sentence(found.now, words, family=family_name(scene.view, words), bulan=bulan)
    needed, picture = _needed(scene), _lines(scene)
    ahead = projection_sentence(found.now, words, bulan=bulan)
    method = "" if found.ahead.empty else words("targets.burn_up.note_ahead")
    notes = (
        state,
        pace_sentence(found.now, words, bulan=bulan),
        ahead,
        method,
        uncovered_sentence(found.now, words),
    )
    return Slide(
        name="burn_up",
        title=needed or state,
        lead=" ".join(filter(None, (late_pace(found.now, words) if needed else "", ahead))),
        unit=words("targets.burn_up.unit"),
        picture=picture,
        caption=left_out_sentence(found, words, reference=scene.view.reference)
        if picture
        else words("targets.nothing"),
        table=course_table(found, words),
        notes=tuple(filter(None, notes)),
    )


def _needed(scene: Scene) -> str:
    """What has to be added each month; empty where nothing has, or nothing is known."""
    now, words = scene.aims.now, scene.words
    if not has_value(now.tambahan_per_bulan) or is_reached(now):
        return ""
    return words(
        "targets.pace.needed",
        n=int(now.bulan_tersisa),
        needed=people(now.tambahan_per_bulan, words),
        months=int(now.bulan_tersisa),
        deadline=month(now.batas_waktu, words),
    )


def _lines(scene: Scene) -> Lines | None:
    found, words = scene.aims, scene.words
    known = [row for row in rows_of(found.course.sort_values("periode")) if has_value(row.peserta_aktif)]
    whole = [row for row in known if row.periode not in found.incomplete]
    if not whole:
        return None
    goal, ahead = (found.now if has_value(found.now.target_orang) else None), rows_of(found.ahead)
    ends = [row.periode for row in (*known, *ahead)] + ([goal.batas_waktu] if goal is not None else [])
    months = month_range(min(ends), max(ends))
    series, labels = [_actual(whole, months, words)], []
    labels.append((0, months.index(whole[-1].periode), people(whole[-1].peserta_aktif, words)))
    if ahead:
        series.append(_expected(ahead, months, words))
        labels += [(len(series) - 1, *label) for label in _reached(found.now, months, words)]
    if goal is not None:
        series += _goal(goal, whole[-1], months, words)
        labels.append((len(series) - 1, months.index(goal.batas_waktu), people(goal.target_orang, words)))
    loose = [row for row in known if row.periode in found.incomplete]
    if loose:
        series.append(_loose(loose, months, words))
    band = _band(ahead, months, words) if ahead else None
    low, high, step = _scale([*series, *((band.low, band.high) if band else ())])
    return Lines(
        months=tuple(months),
        series=tuple(series),
        labels=tuple(labels),
        unit="people",
        low=low,
        high=high,
        step=step,
        alt=" ".join(spoken(aims_opening(scene))),
        band=band,
    )


def _scale(series: list[Series]) -> tuple[int, int, int]:
    """The ends of an axis that holds all values, and its step."""
    numbers = [value for one in series for value in one.values if value is not None]
    ticks = nice_ticks(min(numbers), max(numbers))
    return ticks[0], ticks[-1], ticks[1] - ticks[0]


def _expected(ahead: list[Any], months: list[datetime], words: Messages) -> Series:
    return Series(
        name=words("slide.series.ahead"),
        values=_whole(ahead, months, "perkiraan"),
        colors=(COLORS.reached,),
        dotted=True,
    )


def _reached(now: Any, months: list[datetime], words: Messages) -> list[tuple[int, str]]:
    """When the expected line reaches the target, written on it, where that lies in the picture."""
    if not has_value(now.tercapai_pada) or now.tercapai_pada not in months:
        return []
    return [(months.index(now.tercapai_pada), month(now.tercapai_pada, words))]


def _band(ahead: list[Any], months: list[datetime], words: Messages) -> Band:
    low, high = (
        Series(name=words(key), values=_whole(ahead, months, edge), colors=(COLORS.not_reached,), dotted=True)
        for key, edge in (("slide.series.band.low", "bawah"), ("slide.series.band.high", "atas"))
    )
    return Band(name=words("slide.series.band"), low=low, high=high)


def _whole(ahead: list[Any], months: list[datetime], column: str) -> tuple[float | None, ...]:
    """One column of the projection in whole people, as the pages write it, in the months of the picture."""
    by_month = {row.periode: float(round_half_up(getattr(row, column))) for row in ahead}
    return tuple(by_month.get(moment) for moment in months)


def _actual(rows: list[Any], months: list[datetime], words: Messages) -> Series:
    by_month = {row.periode: float(row.peserta_aktif) for row in rows}
    values = tuple(by_month.get(moment) for moment in months)
    return Series(name=words("card.active"), values=values, colors=(COLORS.reached,))


def _loose(rows: list[Any], months: list[datetime], words: Messages) -> Series:
    by_month = {row.periode: float(row.peserta_aktif) for row in rows}
    return Series(
        name=words("chart.reason.bulan_tidak_lengkap"),
        values=tuple(by_month.get(moment) for moment in months),
        colors=(COLORS.muted,),
        marked=True,
    )


def _goal(goal: Any, last: Any, months: list[datetime], words: Messages) -> list[Series]:
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
