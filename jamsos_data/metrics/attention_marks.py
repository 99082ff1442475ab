"""Which findings are new since a meeting, which are handled, and which came back.

A finding is the same matter as long as it speaks of the same rule, area, segment, source and deadline, however large
it is and whichever month it is looked at in; what is missing in a month is a matter of that month.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from jamsos_data.metrics.attention_kinds import Attention, Urgency
from jamsos_data.periods import month_key

Unit = Literal["orang", "rupiah", "desa", "angka", ""]

_TELLING = ("wilayah", "segmen", "sumber_dana", "sumber", "keluarga", "basis", "tahun", "bulan")
_DEADLINES = ("lunas_sampai", "batas_waktu")
_URGENCIES = list(Urgency)
_VARIANTS = ("_TANPA_POIN", "_TANPA_LAJU")  # the same rule, where a figure of its sentence is not known


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
    """A finding with its identity, size and state; `mark` is the one that counts, `new` since the last meeting."""

    finding: Attention
    temuan: str
    size: Size
    state: State
    new: bool
    mark: Mark | None = None


def rule_of(finding: Attention) -> str:
    """The code of the rule in aturan_perhatian.csv that made the finding."""
    code = finding.code
    for variant in _VARIANTS:
        code = code.removesuffix(variant)
    return code


def identity_of(finding: Attention) -> str:
    """A text that is the same for the same matter, in whichever month it is found."""
    told = [name for name in (*_TELLING, *_DEADLINES) if name in finding.params]
    return "|".join(
        [rule_of(finding), finding.kode_wilayah, *(f"{name}={_text(finding.params[name])}" for name in told)]
    )


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
    grew by `growth_percent` or more, or when it became more urgent. `seen` are the identities that the last meeting
    could know of; None when no meeting is recorded, and then nothing is new.
    """
    judged = []
    for finding in findings:
        temuan, size = identity_of(finding), size_of(finding)
        mark = marks.get(temuan)
        if mark is not None and mark.bulan > month_key(bulan):
            mark = None
        judged.append(
            Judged(
                finding=finding,
                temuan=temuan,
                size=size,
                state=_state(finding, size, mark, growth_percent),
                new=seen is not None and temuan not in seen,
                mark=mark,
            )
        )
    return tuple(judged)


def _state(finding: Attention, size: Size, mark: Mark | None, growth_percent: float) -> State:
    if mark is None:
        return State.OPEN
    grown = size.amount > mark.ukuran and 100 * (size.amount - mark.ukuran) >= growth_percent * mark.ukuran
    more_urgent = _URGENCIES.index(finding.urgency) < _URGENCIES.index(Urgency(mark.tingkat))
    return State.RETURNED if grown or more_urgent else State.HANDLED


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return month_key(value)
    if isinstance(value, tuple):
        return "+".join(str(part) for part in value)
    return str(value)
