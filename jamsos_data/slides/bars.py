"""Level bars against a target, for areas and for segments: what is reached, what is missing, and the rest to 100 %."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jamsos_data.axis import nice_ticks
from jamsos_data.colors import Look, palette
from jamsos_data.messages import Messages
from jamsos_data.sentences.ranking import target_of
from jamsos_data.slides.picture import Bars, Series
from jamsos_data.wording import count, has_value, is_reached, percent, reason, shortfall

ALL = 100.0
COLORS = palette(Look())


def against_target(rows: Sequence[Any], names: Sequence[str], words: Messages) -> Bars:
    """Rows of measure_targets (or of measure_coverage, which have no target) as bars of percent."""
    shown = [float(row.persen) if has_value(row.persen) else 0.0 for row in rows]
    goals = [target_of(row) or 0.0 if has_value(row.persen) else 0.0 for row in rows]
    missing = [max(goal - value, 0.0) for goal, value in zip(goals, shown, strict=True)]
    end = max([ALL, *shown])
    covered = Series(
        name=words("slide.series.covered"), values=tuple(shown), colors=tuple(_color(row) for row in rows)
    )
    rest = [end - value - gap for value, gap in zip(shown, missing, strict=True)]
    gap = Series(name=words("slide.series.missing"), values=tuple(missing), colors=(COLORS.target,))
    with_goals = any(target_of(row) is not None for row in rows)
    return Bars(
        rows=tuple(names),
        series=(
            covered,
            *((gap,) if with_goals else ()),
            Series(name=words("slide.series.rest"), values=tuple(rest), colors=(COLORS.track,)),
        ),
        columns=_texts(rows, words, with_goals=with_goals),
        unit="percent",
        end=end,
        alt=" ".join(_sentence(row, name, words) for row, name in zip(rows, names, strict=True)),
        key=_key(words) if with_goals else (),
    )


def plain_bars(rows: Sequence[Any], names: Sequence[str], words: Messages) -> Bars:
    """Rows of measure_coverage without a percentage as bars of people."""
    people = [int(row.peserta_aktif) if has_value(row.peserta_aktif) else None for row in rows]
    texts = tuple(
        words("chart.reason.tanpa_data") if number is None else count(number, words) for number in people
    )
    return Bars(
        rows=tuple(names),
        series=(Series(name=words("card.active"), values=tuple(people), colors=(COLORS.muted,)),),
        columns=((words("card.active"), texts),),
        unit="people",
        end=nice_ticks(0, max([1, *(number or 0 for number in people)]))[-1],
        alt=" ".join(f"{name}: {text}." for name, text in zip(names, texts, strict=True)),
    )


def _texts(
    rows: Sequence[Any], words: Messages, *, with_goals: bool
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    covered = tuple(
        percent(row.persen, words) if has_value(row.persen) else reason(row, words) for row in rows
    )
    columns = [(words("card.coverage"), covered)]
    if with_goals:
        goals = [target_of(row) for row in rows]
        columns += [
            (
                words("slide.column.target"),
                tuple("–" if goal is None else percent(goal, words) for goal in goals),
            ),
            (words("slide.column.gap"), tuple(shortfall(row, words) or "–" for row in rows)),
        ]
    return tuple(columns)


def _key(words: Messages) -> tuple[tuple[str, str], ...]:
    return (
        (COLORS.reached, words("slide.key.reached")),
        (COLORS.not_reached, words("slide.key.not_reached")),
        (COLORS.target, words("slide.series.missing")),
    )


def _color(row: Any) -> str:
    """Reached or not yet; neither where there is no target to judge by."""
    if target_of(row) is None or not has_value(row.tercapai):
        return COLORS.muted
    return COLORS.reached if is_reached(row) else COLORS.not_reached


def _sentence(row: Any, name: str, words: Messages) -> str:
    if not has_value(row.persen):
        return f"{name}: {reason(row, words)}."
    gap = shortfall(row, words) if target_of(row) is not None else ""
    return f"{name} {percent(row.persen, words)}{f', {gap}' if gap else ''}."
