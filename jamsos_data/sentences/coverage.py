"""Coverage in sentences: how many are covered, what changed, who lags, what is not known.

Pure functions: rows of the metrics and words in, text out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pandas as pd

from jamsos_data.formats import round_half_up
from jamsos_data.messages import Messages
from jamsos_data.metrics.unmapped import mapping_step, unmapped_by_month
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree
from jamsos_data.sentences.naming import areas_word
from jamsos_data.sentences.silence import silence_sentence
from jamsos_data.sentences.summary import reached_sentence
from jamsos_data.sentences.wording import Who
from jamsos_data.views.pairs import make_pairs
from jamsos_data.wording import (
    basis,
    count,
    has_value,
    join,
    month,
    people,
    percent,
    points,
    reason,
    rows_of,
)

if TYPE_CHECKING:
    from jamsos_data.views.coverage_figures import CoverageFigures

LAGGARDS = 2
DIGITS = 2  # of the area's own percentage, as published figures have
MOST_NAMES = 4


def opening_sentences(
    found: CoverageFigures, words: Messages, *, who: Who, reference: Reference, family: str = ""
) -> str:
    """The answer of the page in one paragraph: state, change, who lags, who has reached the target, who is silent.

    Of a month that is not complete only the state is said.
    """
    if not found.complete:
        return f"**{state_sentence(found.now, words, who=who)}** {words('coverage.incomplete')}"
    change = ""
    if found.before is not None:
        whole = found.now.kode_wilayah == reference.kabupaten
        alike = found.mapped_alike or whole
        change = change_sentence(found.before, found.now, words, mapped_alike=alike)
    sentences = [f"**{state_sentence(found.now, words, who=who)}**", change]
    if found.now.kode_wilayah in set(found.areas["kode_wilayah"]):
        sentences.append(rank_sentence(found.now, found.areas, words))
    else:
        sentences += [
            laggard_sentence(found.areas, words),
            reached_sentence(found.targets, words, family=family),
        ]
    sentences.append(silence_sentence(found.silent, words, area=found.now.kode_wilayah, reference=reference))
    return " ".join(sentence for sentence in sentences if sentence)


def state_sentence(row: Any, words: Messages, *, who: Who) -> str:
    """How many of whom are covered in the area and month of one row of measure_coverage."""
    values = {"area": row.wilayah, "month": month(row.periode, words), "who": who.people, "payer": who.payer}
    if not has_value(row.peserta_aktif):
        return words("coverage.state.no_data", **values)
    if not has_value(row.persen):
        return words(
            "coverage.state.no_percent",
            people=people(row.peserta_aktif, words),
            reason=reason(row, words),
            **values | {"who": who.aside},
        )
    return words(
        "coverage.state",
        active=count(row.peserta_aktif, words),
        potential=count(row.potensi, words),
        percent=percent(row.persen, words, digits=DIGITS),
        **values,
    )


def change_sentence(before: Any, after: Any, words: Messages, *, mapped_alike: bool = True) -> str:
    """What changed between two rows of one area; two denominators are named and never compared in silence.

    Empty where one of the rows has no percentage. Nothing is compared where people are not `mapped_alike`.
    """
    if not (has_value(before.persen) and has_value(after.persen)):
        return ""
    if (before.basis, before.tahun) != (after.basis, after.tahun):
        return _changed_denominator(before, after, words)
    if not mapped_alike:
        return words("coverage.change.other_mapping", month=month(before.periode, words))
    change = round_half_up(after.persen - before.persen, 1)
    return words(
        f"coverage.change.{_direction(change)}",
        points=points(after.persen - before.persen, words),
        people=_change_in_people(before, after, words),
        month=month(before.periode, words),
    )


def laggard_sentence(areas: pd.DataFrame, words: Messages) -> str:
    """The lowest areas and the highest one; empty below three areas with a percentage."""
    known = rows_of(areas[areas["persen"].notna()].sort_values(["persen", "wilayah"]))
    if len(known) <= LAGGARDS:
        return ""
    lowest = [
        words("coverage.area", area=row.wilayah, percent=percent(row.persen, words))
        for row in known[:LAGGARDS]
    ]
    highest = words("coverage.area", area=known[-1].wilayah, percent=percent(known[-1].persen, words))
    return words("coverage.laggards", lowest=join(lowest, words), highest=highest)


def rank_sentence(row: Any, areas: pd.DataFrame, words: Messages) -> str:
    """Where one area stands among its neighbours `areas`; empty without a percentage."""
    known = areas[areas["persen"].notna()]
    if not has_value(row.persen) or len(known) < LAGGARDS:
        return ""
    place = 1 + int((known["persen"] > row.persen).sum())
    kind = areas_word(areas["kode_wilayah"], words)
    return words("coverage.rank", area=row.wilayah, place=place, all=len(known), areas=kind)


def missing_sentence(villages: pd.DataFrame, words: Messages) -> str:
    """Villages without data this month, by name while they are few; empty when there is none."""
    missing = villages[villages["terpetakan"] & villages["peserta_aktif"].isna()]
    if missing.empty:
        return ""
    number, everything = len(missing), int(villages["terpetakan"].sum())
    if number > MOST_NAMES:
        return words(
            "coverage.missing.many", n=number, count=count(number, words), all=count(everything, words)
        )
    return words(
        "coverage.missing", n=number, count=count(number, words), names=join(list(missing["wilayah"]), words)
    )


def unmapped_sentence(row: Any, words: Messages, *, level: str) -> str:
    """People who are counted in the total of an area but in none of the areas inside it; `row` of the remainder."""
    return words(f"coverage.unmapped.{level}", people=people(row.peserta_aktif, words), area=row.wilayah)


def only_regency_sentence(segmen: str, words: Messages, *, tree: CodeTree) -> str:
    """That the people of a choice are known for the regency as a whole only, and so for no area in it."""
    if segmen == tree.root:
        return words("coverage.only_regency.choice")
    return words("coverage.only_regency", segment=tree.name(segmen, words.language))


def denominator_sentences(course: pd.DataFrame, words: Messages) -> list[str]:
    """What happened where the denominator of an area changed; `course`: measure_coverage_trend of one area."""
    known = rows_of(course[course["persen"].notna()].sort_values("periode"))
    return [
        _changed_denominator(before, after, words)
        for before, after in pairwise(known)
        if (before.basis, before.tahun) != (after.basis, after.tahun)
    ]


def hidden_sentence(trend: pd.DataFrame, words: Messages) -> str:
    """When so many people were mapped at once that the lines of the areas stand too low before.

    `trend`: measure_coverage_trend of complete months, with what is not mapped. Empty where that never happened.
    """
    step = mapping_step(unmapped_by_month(trend[trend["peserta_aktif"].notna()]))
    if step is None:
        return ""
    return words(
        "coverage.trend.hidden",
        month=month(step.before, words),
        people=people(step.orang_before, words),
        percent=percent(step.persen_before, words),
        after=month(step.after, words),
        people_after=people(step.orang_after, words),
        percent_after=percent(step.persen_after, words),
    )


def comparison_title(
    earlier: pd.DataFrame, later: pd.DataFrame, words: Messages, *, mapped_alike: bool = True
) -> str:
    """How many areas rose and fell between two months, as rounded on screen, of those that may be compared."""
    pairs = [pair for pair in make_pairs(earlier, later, mapped_alike=mapped_alike) if pair.comparable]
    change = [round_half_up(pair.difference, 1) for pair in pairs]
    up, down = sum(value > 0 for value in change), sum(value < 0 for value in change)
    if not change:
        return words("coverage.compare.title")
    ending = "mixed" if up and down else "up" if up else "down" if down else "same"
    since = month(earlier["periode"].iloc[0], words)
    return words(f"coverage.compare.title.{ending}", n=up or down, up=up, down=down, month=since)


def not_comparable_sentence(
    earlier: pd.DataFrame, later: pd.DataFrame, words: Messages, *, mapped_alike: bool
) -> str:
    """Why the areas of two months are not set against each other; empty where they are."""
    pairs = [pair for pair in make_pairs(earlier, later) if pair.complete]
    if not pairs:
        return ""
    if not all(pair.same_denominator for pair in pairs):
        return words("coverage.compare.other_denominator")
    if mapped_alike:
        return ""
    return words(
        "coverage.compare.other_mapping",
        before=month(earlier["periode"].iloc[0], words),
        after=month(later["periode"].iloc[0], words),
    )


def _changed_denominator(before: Any, after: Any, words: Messages) -> str:
    rising, more = after.persen > before.persen, after.peserta_aktif > before.peserta_aktif
    key = "coverage.denominator"
    if not rising and more:
        key = "coverage.denominator.falls_with_more"
    elif rising and not more:
        key = "coverage.denominator.rises_with_fewer"
    return words(
        key,
        before=percent(before.persen, words, digits=DIGITS),
        after=percent(after.persen, words, digits=DIGITS),
        month=month(before.periode, words),
        now=month(after.periode, words),
        old=words(
            "coverage.denominator.named", count=count(before.potensi, words), basis=basis(before, words)
        ),
        new=words("coverage.denominator.named", count=count(after.potensi, words), basis=basis(after, words)),
        people=_change_in_people(before, after, words),
    )


def people_change(change: int, words: Messages) -> str:
    """`bertambah 3.912 orang`, `berkurang …`, or that the number stayed."""
    return words(f"coverage.people.{_direction(change)}", people=people(abs(change), words))


def _change_in_people(before: Any, after: Any, words: Messages) -> str:
    return people_change(int(after.peserta_aktif) - int(before.peserta_aktif), words)


def _direction(change: Any) -> str:
    return "up" if change > 0 else "down" if change < 0 else "same"
