"""The village sheet in sentences: where the village stands, what is missing, what to talk about with its head.

Pure functions: figures and words in, text out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

import pandas as pd

from jamsos_data.formats import round_half_up
from jamsos_data.messages import Messages
from jamsos_data.metrics.attention_text import attention_sentence
from jamsos_data.metrics.enterprises import Enterprises
from jamsos_data.periods import months_between
from jamsos_data.reference import Reference
from jamsos_data.sentences.coverage import change_sentence, rank_sentence, state_sentence
from jamsos_data.sentences.enterprises import enterprise_sentence
from jamsos_data.sentences.targets import goal_text
from jamsos_data.sentences.wording import Who
from jamsos_data.views.village_figures import VillageFigures
from jamsos_data.wording import count, has_value, join, month, people, percent, rows_of, rupiah, since_january

MOST_NAMES = 3
SILENT_CODES = frozenset(
    {"BULAN_TANPA_DATA", "DESA_TANPA_DATA"}
)  # the sheet says it in a sentence of its own


def village_name(kode: str, words: Messages, *, reference: Reference) -> str:
    """``Desa Kalirejo, Kecamatan Undaan``; a kelurahan is called so."""
    kind = "kelurahan" if reference.is_kelurahan(kode) else "desa"
    kecamatan = reference.area_name(reference.parent_area(kode))
    return words(f"village.name.{kind}", name=reference.area_name(kode), kecamatan=kecamatan)


def opening_sentences(found: VillageFigures, words: Messages) -> str:
    """How many are covered, what changed, and where the village stands among those of its kecamatan."""
    who = Who(people=words("sentence.workers"), is_everybody=True)
    state = f"**{state_sentence(found.now, words, who=who)}**"
    if not found.complete:
        return f"{state} {words('coverage.incomplete')}"
    change = ""
    if found.before is not None:
        change = change_sentence(found.before, found.now, words, mapped_alike=found.alike)
    rank = rank_sentence(found.now, found.neighbours, words)
    return " ".join(sentence for sentence in (state, change, rank) if sentence)


def no_data_sentence(found: VillageFigures, words: Messages) -> str:
    """Why the sheet of the month is empty, and what mends it."""
    area, bulan = found.now.wilayah, month(found.now.periode, words)
    parts = [words("village.no_data", area=area, month=bulan)]
    if found.known is None:
        parts.append(words("village.never_reported", area=area))
    else:
        parts.append(words("village.last_known", month=month(found.known, words)))
    if found.unmapped is not None:
        number = people(found.unmapped.peserta_aktif, words)
        parts.append(words("village.maybe_unmapped", people=number, around=found.around.wilayah))
    return " ".join([*parts, words("village.remedy", area=area, month=bulan)])


def missing_sentence(found: VillageFigures, words: Messages) -> str:
    """The months without data since the first; that there are none is said, too."""
    if found.known is None:
        return ""
    if not found.missing:
        return words("village.missing.none", area=found.now.wilayah)
    stretches = join(_stretches(found.missing, words), words)
    number = len(found.missing)
    return words("village.missing", n=number, count=count(number, words), months=stretches)


def around_sentence(found: VillageFigures, words: Messages) -> str:
    """What the figures of the kecamatan hold beyond those of its desa, and lack; empty where it is neither."""
    around, parts = found.around.wilayah, []
    if found.unmapped is not None:
        number = people(found.unmapped.peserta_aktif, words)
        parts.append(words("village.around", people=number, around=around))
    if 0 < len(found.silent) <= MOST_NAMES:
        parts.append(words("village.around.silent", names=join(found.silent, words), around=around))
    elif found.silent:
        number = count(len(found.silent), words)
        parts.append(words("village.around.silent.many", count=number, around=around))
    return " ".join(parts)


def budget_sentence(found: VillageFigures, words: Messages, *, reference: Reference) -> str:
    """Whether the village budgets contributions in its APBDes, and how many of the kecamatan do."""
    area, kode = found.now.wilayah, found.now.kode_wilayah
    if reference.is_kelurahan(kode):
        return words("village.budget.kelurahan", area=area)
    year = found.now.periode.year
    row = found.budget
    if row is None or not row.menganggarkan:
        own = words("village.budget.none", area=area, year=year)
    elif not has_value(row.pagu):
        own = words("village.budget.wider", area=area, year=year)
    else:
        paid = int(row.realisasi) if has_value(row.realisasi) else 0
        own = words(
            "village.budget",
            area=area,
            year=year,
            pagu=rupiah(row.pagu, words),
            paid=rupiah(paid, words),
            through=since_january(found.now.periode, words),
        )
    budgeting, everybody = int(found.budgets["menganggarkan"].sum()), len(found.budgets)
    others = words(
        "village.budget.others",
        budgeting=count(budgeting, words),
        all=count(everybody, words),
        around=found.around.wilayah,
    )
    return f"{own} {others}"


def agenda(found: VillageFigures, words: Messages, *, reference: Reference) -> list[str]:
    """What a camat talks about with the head of the village, the most urgent first."""
    points = [_missing_point(found, words), _target_point(found.target, words)]
    points += [
        attention_sentence(finding, words=words, reference=reference)
        for finding in found.findings
        if finding.code not in SILENT_CODES
    ]
    points += [
        _lagging_point(found, words, reference=reference),
        _budget_point(found, words, reference=reference),
    ]
    return [point for point in points if point]


def village_enterprises(
    found: Enterprises | None, segments: pd.DataFrame, words: Messages, *, reference: Reference
) -> str:
    """The enterprises of the kecamatan (they are not known by desa) and the UMKM people of the village."""
    if found is None:
        return words("village.enterprises.none")
    known = f"{words('village.enterprises')} {enterprise_sentence(found, words, reference=reference)}"
    own = segments.loc[segments["segmen"] == "UMKM", "peserta_aktif"].dropna()
    if own.empty:
        return known
    return f"{words('village.enterprises.people', people=people(int(own.sum()), words))} {known}"


def _missing_point(found: VillageFigures, words: Messages) -> str:
    recent = [each for each in found.missing if months_between(each, found.now.periode) < 12]
    if not recent:
        return ""
    stretches = join(_stretches(recent, words), words)
    return words("village.agenda.missing", months=stretches, area=found.now.wilayah)


def _target_point(row: Any, words: Messages) -> str:
    if not has_value(row.kurang_orang) or not has_value(row.batas_waktu):
        return ""
    values = {"goal": goal_text(row, words), "deadline": month(row.batas_waktu, words)}
    if row.tercapai:
        return words("village.agenda.reached", **values)
    values["people"] = people(row.kurang_orang, words)
    if not has_value(row.tambahan_per_bulan):
        return words("village.agenda.late", **values)
    needed = words("village.agenda.target", each=people(row.tambahan_per_bulan, words), **values)
    if not has_value(row.laju_6_bulan):
        return needed
    pace = int(round_half_up(row.laju_6_bulan))
    direction = "up" if pace > 0 else "down" if pace < 0 else "still"
    return f"{needed} {words(f'village.agenda.pace.{direction}', people=people(abs(pace), words))}"


def _lagging_point(found: VillageFigures, words: Messages, *, reference: Reference) -> str:
    """The segment that is furthest below the same segment of the kecamatan; empty where none is."""
    tree = reference.segmen_tree
    behind = [
        row
        for row in rows_of(found.segments)
        if row.segmen != tree.root and has_value(row.persen) and row.persen < row.persen_sekitar
    ]
    if not behind:
        return ""
    row = max(behind, key=lambda one: one.persen_sekitar - one.persen)
    return words(
        "village.agenda.lagging",
        segment=tree.name(row.segmen, words.language),
        percent=percent(row.persen, words),
        other=percent(row.persen_sekitar, words),
        around=found.around.wilayah,
    )


def _budget_point(found: VillageFigures, words: Messages, *, reference: Reference) -> str:
    if reference.is_kelurahan(found.now.kode_wilayah) or found.budget is None or found.budget.menganggarkan:
        return ""
    budgeting = int(found.budgets["menganggarkan"].sum())
    if not budgeting:
        return ""
    return words(
        "village.agenda.budget",
        year=found.now.periode.year,
        budgeting=count(budgeting, words),
        all=count(len(found.budgets), words),
        around=found.around.wilayah,
    )


def _stretches(months: Sequence[datetime], words: Messages) -> list[str]:
    """Months as stretches without a gap: ``Juli s.d. September 2026``."""
    texts = []
    for _, run in groupby(enumerate(months), key=lambda one: months_between(months[0], one[1]) - one[0]):
        stretch = [each for _, each in run]
        first, last = month(stretch[0], words), month(stretch[-1], words)
        texts.append(first if first == last else words("village.stretch", first=first, last=last))
    return texts
