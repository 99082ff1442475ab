"""The burn-up chart in sentences: where people are, the target, what it takes, and where the pace leads."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import pandas as pd

from jamsos_data.formats import round_half_up
from jamsos_data.messages import Messages
from jamsos_data.wording import count, has_value, is_reached, month, people, rows_of


def describe_burn_up(
    trend: pd.DataFrame,
    target: pd.DataFrame,
    words: Messages,
    *,
    incomplete: Collection[datetime] = (),
    ahead: pd.DataFrame | None = None,
) -> str:
    """People of the last complete month, target, additions needed, pace and the end of the projection, as sentences."""
    rows = [
        row
        for row in rows_of(trend.sort_values("periode"))
        if has_value(row.peserta_aktif) and row.periode not in incomplete
    ]
    if not rows:
        return words("chart.burn.describe_none")
    sentence = words(
        "chart.burn.actual",
        area=rows[-1].wilayah,
        month=month(rows[-1].periode, words),
        people=people(rows[-1].peserta_aktif, words),
    )
    goal = goal_of(target)
    projected = rows_of(ahead) if ahead is not None else []
    parts = [
        sentence,
        goal_sentence(goal, words) if goal is not None else "",
        projected_sentence(projected[-1], words) if projected else "",
    ]
    return " ".join(part for part in parts if part)


def goal_of(target: pd.DataFrame) -> Any | None:
    """The row of measure_targets with a target in people; None without one."""
    rows = [row for row in rows_of(target) if has_value(row.target_orang)]
    return rows[0] if rows else None


def goal_sentence(goal: Any, words: Messages) -> str:
    """The target, whether it is reached, what it takes each month, and the pace of the last six months."""
    values = {"people": people(goal.target_orang, words), "month": month(goal.batas_waktu, words)}
    if is_reached(goal) or not has_value(goal.tambahan_per_bulan):
        return words("chart.burn.goal_reached" if is_reached(goal) else "chart.burn.goal", **values)
    needed = words("chart.burn.goal_needed", **values, needed=people(goal.tambahan_per_bulan, words))
    if not has_value(goal.laju_6_bulan):
        return needed
    return f"{needed} {words('chart.burn.pace', pace=_pace(goal, words))}"


def projected_sentence(row: Any, words: Messages) -> str:
    """One month of the projection (a row of projection.project) with its band."""
    middle, low, high = (int(round_half_up(value)) for value in (row.perkiraan, row.bawah, row.atas))
    return words(
        "chart.burn.ahead",
        month=month(row.periode, words),
        people=people(middle, words),
        low=count(low, words),
        high=count(high, words),
    )


def _pace(goal: Any, words: Messages) -> str:
    return words("chart.burn.pace_down" if goal.laju_6_bulan < 0 else "chart.burn.pace_up",
                 count=count(int(round_half_up(abs(goal.laju_6_bulan))), words))  # fmt: skip
