"""Targets in sentences: how far, by when, how many each month, and whether the pace is enough.

Pure functions: rows of measure_targets and words in, text out. Percentages here have two decimals, as the
published targets do (52,69 %). The gap to the target and the gap to 100 % are never mixed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from jamsos_data.formats import format_number, round_half_up
from jamsos_data.messages import Messages
from jamsos_data.metrics.falls import Fall
from jamsos_data.reference import Reference
from jamsos_data.sentences.cliff import unrenewed_sentence
from jamsos_data.sentences.naming import areas_word
from jamsos_data.sentences.projection import projection_sentence
from jamsos_data.sentences.silence import silence_sentence
from jamsos_data.sentences.summary import number_word, reached_sentence
from jamsos_data.views.duties import NOT_YET, UNREPORTED
from jamsos_data.wording import count, has_value, join, month, people, percent, reason, rows_of

if TYPE_CHECKING:
    from jamsos_data.views.targets_figures import TargetFigures
    from jamsos_data.views.view import View

DIGITS = 2
MOST_NAMES = 3


def opening_sentences(
    found: TargetFigures,
    words: Messages,
    *,
    family: str,
    bulan: Any,
    reference: Reference,
    mark: str = "",
) -> str:
    """The answer of the page in one paragraph: state, monthly additions against the pace, areas, gap to 100 %."""
    if not found.complete:
        return _incomplete_sentences(found.now, words, family=family, bulan=bulan)
    sentences = [f"**{state_sentence(found.now, words, family=family, bulan=bulan)}**"]
    if has_value(found.now.target_orang):
        sentences += [
            pace_sentence(found.now, words, bulan=bulan),
            projection_sentence(found.now, words, bulan=bulan),
            unrenewed_sentence(found.cliff, words, until=found.now.batas_waktu),
            ""
            if found.now.kode_wilayah in set(found.areas["kode_wilayah"])
            else reached_sentence(found.areas, words, family=mark),
        ]
    sentences += [
        uncovered_sentence(found.now, words),
        silence_sentence(found.silent, words, area=found.now.kode_wilayah, reference=reference),
        left_out_sentence(found, words, reference=reference),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def left_out_names(row: Any, words: Messages, *, reference: Reference) -> str:
    """The desa that the pace of a row of measure_targets leaves out, by name or by number; "" for none."""
    codes = [code for code in str(row.laju_tanpa).split(";") if code]
    if len(codes) > MOST_NAMES:
        return f"{count(len(codes), words)} {words('areas.desa')}"
    return join([reference.area_name(code) for code in codes], words)


def left_out_sentence(found: TargetFigures, words: Messages, *, reference: Reference) -> str:
    """That the pace leaves desa out, where that is not said already by their silence in the month looked at."""
    codes = {code for code in str(found.now.laju_tanpa).split(";") if code}
    if not has_value(found.now.laju_6_bulan) or codes <= set(found.silent["kode_wilayah"]):
        return ""
    return words("targets.pace.without", names=left_out_names(found.now, words, reference=reference))


def _incomplete_sentences(row: Any, words: Messages, *, family: str, bulan: Any) -> str:
    """The target, and that the month is not set against it."""
    known = has_value(row.peserta_aktif)
    number = people(row.peserta_aktif if known else 0, words)
    loaded = words("targets.incomplete", month=month(bulan, words), people=number)
    if not has_value(row.nilai_target):
        return loaded
    goal = words(
        "targets.state.incomplete",
        family=family,
        area=row.wilayah,
        goal=goal_text(row, words),
        deadline=month(row.batas_waktu, words),
    )
    return f"**{goal}** {loaded}"


def family_name(view: View, words: Messages) -> str:
    """The family of targets looked at, with the segmen where one is chosen: ``UCJ``, ``UCJ segmen UMKM``."""
    tree = view.reference.segmen_tree
    if view.segmen == tree.root:
        return view.keluarga
    return words("targets.family_of", family=view.keluarga, segment=tree.name(view.segmen, words.language))


def state_sentence(row: Any, words: Messages, *, family: str, bulan: Any) -> str:
    """The target of an area, where it stands in `bulan`, and the gap in percentage points and people."""
    values = {"area": row.wilayah, "family": family, "month": month(bulan, words)}
    if not has_value(row.nilai_target):
        return words("targets.state.none", **values)
    values["goal"] = goal_text(row, words)
    values["deadline"] = month(row.batas_waktu, words)
    if not has_value(row.tercapai):
        return words("targets.state.unknown", reason=reason(row, words), **values)
    return words(
        "targets.state.reached" if row.tercapai else "targets.state.short",
        position=_position(row, words),
        gap=gap_text(row, words),
        **values,
    )


def goal_text(row: Any, words: Messages) -> str:
    """A target in the unit that it was set in: ``52,69 %`` or ``31.310 orang``."""
    if row.indikator == "persen":
        return percent(row.nilai_target, words, digits=DIGITS)
    return people(row.nilai_target, words)


def gap_text(row: Any, words: Messages) -> str:
    """The gap to the target in words: points where there are percentages, people where they are known."""
    parts = []
    if has_value(row.selisih_poin):
        shown = round_half_up(row.selisih_poin, DIGITS)
        key = "targets.gap.exact" if shown == 0 else "targets.gap.short" if shown > 0 else "targets.gap.over"
        parts.append(words(key, points=points_text(row.selisih_poin, words)))
    if not row.tercapai and has_value(row.kurang_orang):
        parts.append(words("targets.gap.people", people=people(row.kurang_orang, words)))
    return ", ".join(parts)


def points_text(value: float, words: Messages) -> str:
    """A difference of percentages without sign: ``20,70 poin persen``."""
    return words("chart.points", points=format_number(abs(value), digits=DIGITS, language=words.language))


def pace_sentence(row: Any, words: Messages, *, bulan: Any) -> str:
    """What has to be added each month, against what was added of late; empty when the target is reached."""
    if not has_value(row.kurang_orang) or row.tercapai:
        return ""
    deadline = month(row.batas_waktu, words)
    if not has_value(row.tambahan_per_bulan):
        return words(
            "targets.pace.over" if row.batas_waktu < bulan else "targets.pace.now", deadline=deadline
        )
    left = int(row.bulan_tersisa)
    needed = words(
        "targets.pace.needed",
        n=left,
        needed=people(row.tambahan_per_bulan, words),
        months=count(left, words),
        deadline=deadline,
    )
    return f"{needed} {late_pace(row, words)}"


def late_pace(row: Any, words: Messages) -> str:
    """The mean change of the last six months, and whether it is enough."""
    if not has_value(row.laju_6_bulan):
        return words("targets.pace.unknown")
    pace = int(round_half_up(row.laju_6_bulan))
    key = "none" if pace == 0 else "falls" if pace < 0 else "enough" if is_fast_enough(row) else "slow"
    return words(f"targets.pace.{key}", pace=people(abs(pace), words))


def is_fast_enough(row: Any) -> bool:
    """Whether the pace of the last six months would reach the target in time."""
    return bool(row.laju_6_bulan >= row.tambahan_per_bulan)


def verdict(row: Any, words: Messages) -> str:
    """One row's verdict for the table: reached, fast enough, too slow, over, or why it cannot be judged."""
    if not has_value(row.tercapai):
        return reason(row, words)
    if row.tercapai:
        return words("targets.verdict.reached")
    if not has_value(row.tambahan_per_bulan):
        return words("targets.verdict.incomplete" if row.bulan_tersisa > 0 else "targets.verdict.over")
    if not has_value(row.laju_6_bulan):
        return words("targets.verdict.unknown")
    return words("targets.verdict.enough" if is_fast_enough(row) else "targets.verdict.slow")


def uncovered_sentence(row: Any, words: Messages) -> str:
    """The other gap: people not covered at all, to 100 %."""
    if not has_value(row.belum_terlindungi) or not has_value(row.belum_persen):
        return ""
    return words(
        "targets.uncovered",
        people=people(row.belum_terlindungi, words),
        percent=percent(row.belum_persen, words, digits=DIGITS),
    )


def pace_title(rows: pd.DataFrame, words: Messages) -> str:
    """How many areas add fast enough to reach their target in time."""
    running = [
        row for row in rows_of(rows) if has_value(row.tambahan_per_bulan) and has_value(row.laju_6_bulan)
    ]
    behind = [row for row in running if not row.tercapai]
    if not behind:
        return words("targets.table.title")
    slow = [row.wilayah for row in behind if not is_fast_enough(row)]
    ending = "all_fast" if not slow else "all_slow" if len(slow) == len(behind) else "slow"
    title = words(
        f"targets.table.{ending}",
        n=len(behind),
        slow=number_word(len(slow), words),
        all=number_word(len(behind), words),
        areas=areas_word(rows["kode_wilayah"], words),
    )
    return title[:1].upper() + title[1:]


def fall_sentence(fall: Fall, words: Messages, *, segment: tuple[str, int] | None) -> str:
    """One fall of the line of people: by how many, in which segment (name, people) most, whether potensi changed."""
    return words(
        "targets.burn_up.fall",
        month=month(fall.after, words),
        people=people(fall.orang, words),
        segment=""
        if segment is None
        else words("targets.burn_up.fall.segment", segment=segment[0], people=people(segment[1], words)),
        denominator=words(
            "targets.burn_up.fall.denominator", before=fall.tahun_before, after=fall.tahun_after
        )
        if fall.with_denominator
        else "",
    )


def whose_target_sentence(row: Any, words: Messages, *, without_construction: bool) -> str:
    """That the target was set for all workers while construction is left out by choice; empty otherwise."""
    if not without_construction or not has_value(row.nilai_target):
        return ""
    return words("targets.without_jakon", goal=goal_text(row, words))


def sum_sentence(areas: pd.DataFrame, whole: Any, words: Messages, *, with_construction: bool) -> str:
    """Why the people that the areas are short of add up to more than the area around them is; empty where they do not.

    `areas`: rows of measure_targets; `whole`: the row of the area around them.
    """
    short = areas["kurang_orang"].dropna()
    total = int(short.sum())
    if not has_value(whole.kurang_orang) or whole.tercapai or total <= int(whole.kurang_orang):
        return ""
    return words(
        "targets.sum",
        areas=f"{number_word(len(short), words)} {areas_word(areas['kode_wilayah'], words)}",
        sum=people(total, words),
        whole=people(whole.kurang_orang, words),
        jakon=words("targets.sum.jakon") if with_construction else "",
        area=whole.wilayah,
    )


def duties_title(duties: pd.DataFrame, words: Messages) -> str:
    """How many of the duties are done, under way, not begun, not reported."""
    states = duties["status"].value_counts()
    parts = [
        words(f"targets.duties.{status}", count=count(int(states[status]), words))
        for status in ("selesai", "proses", "belum", NOT_YET, UNREPORTED)
        if states.get(status)
    ]
    return words(
        "targets.duties.title", n=len(duties), all=count(len(duties), words), parts=join(parts, words)
    )


def _position(row: Any, words: Messages) -> str:
    if has_value(row.persen):
        return words(
            "targets.position",
            percent=percent(row.persen, words, digits=DIGITS),
            active=count(row.peserta_aktif, words),
            potential=count(row.potensi, words),
        )
    return words("targets.position.people", people=people(row.peserta_aktif, words))
