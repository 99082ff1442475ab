"""The projection in sentences: when the target is reached at the usual pace, or that it is not.

Pure functions: rows of add_projection and words in, text out. All of it is an estimate and says so.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jamsos_data.formats import round_half_up
from jamsos_data.messages import Messages
from jamsos_data.metrics.projection import MIN_MONTHS, TOO_FEW_MONTHS
from jamsos_data.periods import months_between
from jamsos_data.wording import count, has_value, month, people

BAND_MONTHS = 12  # ahead, as far as the band was back-tested


def projection_sentence(row: Any, words: Messages, *, bulan: datetime) -> str:
    """Whether and when the usual pace reaches the target, and what is expected at its deadline; "" where reached."""
    if has_value(row.tercapai) and row.tercapai:
        return ""
    if row.tanpa_perkiraan == TOO_FEW_MONTHS:
        known = int(row.bulan_data)
        return words(
            "targets.ahead.too_few", n=known, months=count(known, words), least=count(MIN_MONTHS, words)
        )
    if not is_projected(row):
        return ""
    sentence = words(f"targets.ahead.{_ending(row)}", **_values(row, words))
    if not has_value(row.perkiraan) or not 0 < months_between(bulan, row.batas_waktu) <= BAND_MONTHS:
        return sentence
    return f"{sentence} {expected_sentence(row, words)}"


def is_projected(row: Any) -> bool:
    """Whether a target that is not reached yet has a projection to be compared with."""
    reached = has_value(row.tercapai) and row.tercapai
    return not reached and not row.tanpa_perkiraan and has_value(row.target_orang)


def projection_title(row: Any, words: Messages, *, family: str) -> str:
    """When the target is reached at the usual pace, as a title; "" where that is not a question."""
    if not is_projected(row):
        return ""
    when = month(row.tercapai_pada, words) if has_value(row.tercapai_pada) else ""
    return words(f"targets.ahead.title.{_ending(row)}", area=row.wilayah, family=family, month=when)


def expected_sentence(row: Any, words: Messages) -> str:
    """People expected at the deadline, with the band."""
    numbers = (row.perkiraan, row.perkiraan_bawah, row.perkiraan_atas)
    middle, low, high = (int(round_half_up(value)) for value in numbers)
    return words(
        "targets.ahead.expected",
        deadline=month(row.batas_waktu, words),
        people=people(middle, words),
        low=count(low, words),
        high=count(high, words),
    )


def reached_text(row: Any, words: Messages) -> str:
    """When a row's target is reached at the usual pace, for a table; a dash where nothing is projected."""
    if has_value(row.tercapai) and row.tercapai:
        return words("targets.verdict.reached")
    if row.tanpa_perkiraan or not has_value(row.target_orang):
        return "–"
    if not has_value(row.tercapai_pada):
        return words("targets.ahead.never_short")
    return month(row.tercapai_pada, words, short=True)


def pace_text(pace: float, words: Messages) -> str:
    """A monthly change in words and whole people: ``bertambah 55 orang``, ``berkurang 105 orang``; a dash for none."""
    if not has_value(pace):
        return "–"
    whole = int(round_half_up(pace))
    key = "same" if whole == 0 else "up" if whole > 0 else "down"
    return words(f"targets.pace.table.{key}", people=people(abs(whole), words))


def _ending(row: Any) -> str:
    if not has_value(row.tercapai_pada):
        return "never"
    return "in_time" if row.tercapai_pada <= row.batas_waktu else "late"


def _values(row: Any, words: Messages) -> dict[str, Any]:
    values: dict[str, Any] = {"pace": pace_text(row.laju_lazim, words)}
    if has_value(row.tercapai_pada):
        late = months_between(row.batas_waktu, row.tercapai_pada)
        values |= {"n": late, "months": count(abs(late), words), "month": month(row.tercapai_pada, words)}
    return values
