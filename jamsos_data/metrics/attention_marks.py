"""Which findings are new since a meeting, which are handled, and which came back.

A finding is the same matter as long as it speaks of the same rule, area, segment, source and deadline, however large
it is and whichever month it is looked at in; what is missing in a month is a matter of that month. A finding that
gathers several areas or figures is marked for each of them, so that a mark hides only what was handled.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from jamsos_data.metrics.attention_kinds import Attention, Urgency
from jamsos_data.periods import month_key

Unit = Literal["orang", "rupiah", "desa", "angka", ""]

_TELLING = (
    "wilayah",
    "segmen",
    "sumber_dana",
    "sumber",
    "program",
    "kali",
    "keluarga",
    "basis",
    "tahun",
    "bulan",
)
_DEADLINES = ("lunas_sampai", "batas_waktu")
_URGENCIES = list(Urgency)
_VARIANTS = (
    "_TANPA_POIN",
    "_TANPA_LAJU",
    "_WILAYAH",
    "_KECAMATAN",
    "_DESA_BERSAMA",
    "_KECAMATAN_BERSAMA",
)  # the same rule, with other figures in its sentence
_BESIDE = (
    "_DESA_BERSAMA"  # may stand beside another finding of the rule in the same area: a matter of its own
)


@dataclass(frozen=True)
class Size:
    """How large a finding is, in whole people, rupiah, villages or figures; 0 and "" where it has no size."""

    amount: int = 0
    unit: Unit = ""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """That somebody (`oleh`) handled the finding `temuan` at `waktu` (aware), with a note.

    `bulan` is the month looked at then, `ukuran` and `tingkat` are its size and urgency in that month.
    """

    temuan: str
    bulan: str
    ukuran: int
    tingkat: str
    catatan: str
    oleh: str
    waktu: datetime


class State(StrEnum):
    """What becomes of a finding: nobody marked it, it is handled, or it came back after it was."""

    OPEN = "terbuka"
    HANDLED = "ditangani"
    RETURNED = "kembali"


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A finding with its identity, size and state; `mark` is the one that counts, `new` since the last meeting.

    Of a finding that came back, `joined` are the areas that nobody marked while others were, and `grown` the size of
    what grew when it was marked and now.
    """

    finding: Attention
    temuan: str
    size: Size
    state: State
    new: bool
    mark: Mark | None = None
    joined: tuple[str, ...] = ()
    grown: tuple[Size, Size] | None = None


def rule_of(finding: Attention) -> str:
    """The code of the rule in aturan_perhatian.csv that made the finding."""
    code = finding.code
    for variant in _VARIANTS:
        code = code.removesuffix(variant)
    return code


def identity_of(finding: Attention) -> str:
    """A text that is the same for the same matter, in whichever month it is found."""
    told = [name for name in (*_TELLING, *_DEADLINES) if name in finding.params]
    rule = rule_of(finding) + (_BESIDE if finding.code.endswith(_BESIDE) else "")
    return "|".join([rule, finding.kode_wilayah, *(f"{name}={_text(finding.params[name])}" for name in told)])


def size_of(finding: Attention) -> Size:
    """How large a finding is: money that does not fit, villages or figures in question, else people."""
    params: Mapping[str, Any] = finding.params
    rule = rule_of(finding)
    if rule == "BAYAR_TIDAK_COCOK":
        return Size(params["selisih"], "rupiah")
    if rule == "PAGU_BERLEBIH":
        return Size(params["pagu"] - params["estimasi_setahun"], "rupiah")
    if rule == "PENYEBUT_BERUBAH":
        return Size(abs(params["potensi"] - params["potensi_lama"]), "orang")
    if rule in ("DESA_TANPA_DATA", "LONJAKAN"):
        return Size(params["banyak"], "desa" if rule == "DESA_TANPA_DATA" else "angka")
    return Size(finding.orang, "orang") if finding.orang else Size()


def matters_of(finding: Attention) -> tuple[Attention, ...]:
    """What is marked when a finding is: each of its parts as a finding of its own, or the finding itself."""
    if not finding.parts:
        return (finding,)
    return tuple(
        replace(finding, params=part.params, kode_wilayah=part.kode_wilayah, orang=part.orang, parts=())
        for part in finding.parts
    )


def marks_on(
    finding: Attention, *, bulan: datetime, catatan: str, oleh: str, waktu: datetime
) -> tuple[Mark, ...]:
    """The marks of `oleh` at `waktu` (aware), who handled what `finding` gathers in the month `bulan`."""
    return tuple(
        Mark(
            temuan=identity_of(matter),
            bulan=month_key(bulan),
            ukuran=size_of(matter).amount,
            tingkat=matter.urgency.value,
            catatan=catatan,
            oleh=oleh,
            waktu=waktu,
        )
        for matter in matters_of(finding)
    )


def judge_findings(
    findings: Sequence[Attention],
    *,
    bulan: datetime,
    marks: Mapping[str, Mark],
    seen: Collection[str] | None,
    growth_percent: float,
) -> tuple[Judged, ...]:
    """Each finding of `bulan` with its state, in the order given.

    `marks` by identity; a mark made for a later month does not count. A handled finding comes back when its size
    or that of a part grew by `growth_percent` or more, when it became more urgent, or when a part joined that nobody
    marked. `seen` are the identities that the last meeting could know of; None when no meeting is recorded, and then
    nothing is new.
    """
    counting = {temuan: mark for temuan, mark in marks.items() if mark.bulan <= month_key(bulan)}
    return tuple(_judge(one, counting, seen=seen, growth_percent=growth_percent) for one in findings)


def _judge(
    finding: Attention, marks: Mapping[str, Mark], *, seen: Collection[str] | None, growth_percent: float
) -> Judged:
    matters = {identity_of(one): one for one in matters_of(finding)}
    marked = {temuan: marks[temuan] for temuan in matters if temuan in marks}
    judged = Judged(
        finding=finding,
        temuan=identity_of(finding),
        size=size_of(finding),
        state=State.OPEN,
        new=seen is not None and any(temuan not in seen for temuan in matters),
    )
    if not marked:
        return judged
    mark = max(marked.values(), key=lambda one: one.waktu)
    joined = tuple(dict.fromkeys(one.kode_wilayah for key, one in matters.items() if key not in marked))
    grown = _grown({key: size_of(matters[key]) for key in marked}, marked, growth_percent)
    level = _URGENCIES.index(finding.urgency)
    more_urgent = any(level < _URGENCIES.index(Urgency(one.tingkat)) for one in marked.values())
    state = State.RETURNED if joined or grown or more_urgent else State.HANDLED
    return replace(judged, state=state, mark=mark, joined=joined, grown=grown)


def _grown(
    sizes: Mapping[str, Size], marked: Mapping[str, Mark], growth_percent: float
) -> tuple[Size, Size] | None:
    """The size of what grew, when it was marked and now; None where nothing did."""
    larger = [
        (mark.ukuran, sizes[temuan])
        for temuan, mark in marked.items()
        if sizes[temuan].amount > mark.ukuran
        and 100 * (sizes[temuan].amount - mark.ukuran) >= growth_percent * mark.ukuran
    ]
    if not larger:
        return None
    unit = larger[0][1].unit
    return Size(sum(before for before, _ in larger), unit), Size(sum(now.amount for _, now in larger), unit)


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return month_key(value)
    if isinstance(value, tuple):
        return "+".join(str(part) for part in value)
    return str(value)
