"""The sentence that answers a page's question, written from its figures.

Pure functions: rows of the metrics and words in, text out. Grammar holds for none, one and all; a gap is
words ("kurang 26.148 orang"), never a minus sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from jamsos_data.formats import format_month, round_half_up
from jamsos_data.messages import Messages
from jamsos_data.sentences.naming import areas_kind
from jamsos_data.sentences.wording import Who
from jamsos_data.wording import count, has_value, people, percent, points, reason


@dataclass(frozen=True, kw_only=True)
class Change:
    """From one month to another, in percentage points or people. `points` or `people` is None when one of
    the two is not known; `comparable` is False when the denominators differ. Where people are not
    `mapped_alike` in both months, neither is known.
    """

    since: datetime
    points: float | None
    people: int | None
    comparable: bool
    mapped_alike: bool = True


def change_between(earlier: Any | None, later: Any, *, mapped_alike: bool = True) -> Change | None:
    """The change between two rows of measure_coverage for the same area; None without an earlier row.

    `mapped_alike`: whether the same share of people is mapped to areas; always so for the regency itself.
    """
    if earlier is None:
        return None
    if not mapped_alike:
        return Change(since=earlier.periode, points=None, people=None, comparable=False, mapped_alike=False)
    counted = has_value(earlier.peserta_aktif) and has_value(later.peserta_aktif)
    measured = has_value(earlier.persen) and has_value(later.persen)
    return Change(
        since=earlier.periode,
        points=later.persen - earlier.persen if measured else None,
        people=int(later.peserta_aktif - earlier.peserta_aktif) if counted else None,
        comparable=(earlier.basis, earlier.tahun) == (later.basis, later.tahun) if measured else False,
    )


def coverage_headline(
    row: Any,
    words: Messages,
    *,
    who: Who,
    change: Change | None,
    target: Any | None,
    areas: pd.DataFrame,
    complete: bool = True,
    family: str = "",
) -> str:
    """How many are protected, whether it is more, whether it is enough, and where it is not.

    `row`: measure_coverage of the area looked at; `target`: its row of measure_targets, if any; `areas`:
    measure_targets of the areas in it (an empty frame where there are none). Of a month that is not `complete`
    nothing is judged. `family`: see :func:`wording.family_mark`.
    """
    if not has_value(row.peserta_aktif):
        return words(
            "headline.no_data",
            area=row.wilayah,
            who=who.people,
            payer=who.payer,
            month=_month(row.periode, words),
        )
    if not has_value(row.persen):
        return words(
            "headline.no_percent",
            area=row.wilayah,
            who=who.aside,
            payer=who.payer,
            people=people(row.peserta_aktif, words),
            reason=reason(row, words),
        )
    first = words(
        "headline.protected",
        n=int(row.peserta_aktif),
        area=row.wilayah,
        who=who.people,
        payer=who.payer,
        active=count(row.peserta_aktif, words),
        potential=count(row.potensi, words),
    )
    if not complete:
        state = words(
            "headline.incomplete", percent=percent(row.persen, words), month=_month(row.periode, words)
        )
        return f"**{first}** {state}"
    clauses = [
        words("headline.coverage", percent=percent(row.persen, words)),
        _change_clause(change, words),
        _target_clause(target, words, family),
    ]
    sentences = [f"**{first}**", ", ".join(clause for clause in clauses if clause) + "."]
    return " ".join([*sentences, reached_sentence(areas, words, family=family)]).strip()


def reached_sentence(areas: pd.DataFrame, words: Messages, *, family: str = "") -> str:
    """How many areas have not reached their target: rows of measure_targets; empty without any target."""
    judged = areas[areas["tercapai"].notna()]
    if judged.empty:
        return ""
    level = areas_kind(areas["kode_wilayah"])
    behind, total = int((~judged["tercapai"].astype(bool)).sum()), len(judged)
    everybody = number_word(total, words)
    key = "none" if behind == 0 else "all" if behind == total else "some"
    sentence = words(
        f"headline.behind.{key}.{level}",
        n=behind,
        behind=number_word(behind, words),
        total=everybody,
        known=""
        if total == len(areas)
        else words("headline.behind.known", n=total, all=number_word(len(areas), words)),
        family=family,
    )
    return sentence[:1].upper() + sentence[1:]


def number_word(number: int, words: Messages) -> str:
    """Zero to ten as a word (``enam``), larger numbers in figures."""
    key = f"number.{number}"
    return words(key) if key in words else count(number, words)


def change_words(change: float, words: Messages) -> str:
    """`naik 0,8 poin persen`, `turun …` or `tetap`, as rounded on screen."""
    shown = round_half_up(change, 1)
    if shown == 0:
        return words("headline.change.same")
    return words("headline.change.up" if shown > 0 else "headline.change.down", points=points(change, words))


def _change_clause(change: Change | None, words: Messages) -> str:
    if change is not None and not change.mapped_alike:
        return words("headline.change.other_mapping", month=_month(change.since, words))
    if change is None or change.points is None:
        return ""
    month = _month(change.since, words)
    if not change.comparable:
        return words("headline.change.other_denominator", month=month)
    return words("headline.change.since", change=change_words(change.points, words), month=month)


def _target_clause(target: Any | None, words: Messages, family: str) -> str:
    if target is None or not has_value(target.selisih_poin):
        return ""
    shown = round_half_up(target.selisih_poin, 1)
    key = (
        "headline.target.exact"
        if shown == 0
        else "headline.target.short"
        if shown > 0
        else "headline.target.over"
    )
    return words(
        key,
        points=points(target.selisih_poin, words),
        year=target.batas_waktu.year,
        family=family,
        target=percent(target.target_persen, words),
    )


def _month(moment: datetime, words: Messages) -> str:
    return format_month(moment, language=words.language)
