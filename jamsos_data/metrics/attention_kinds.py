"""What a finding for people's attention is, how urgent it can be, and from where on something is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from narwhals.typing import IntoFrame

from jamsos_data.metrics.questions import (
    AttentionQuestion,
    CoverageQuestion,
    PremiumQuestion,
    TargetQuestion,
)
from jamsos_data.reference import Reference

Measure = Literal["coverage", "targets", "premiums", "money_by_place"]
Ask = Callable[[Measure, CoverageQuestion | TargetQuestion | PremiumQuestion], Any]

# Codes that a month must be complete for.
JUDGE_THE_MONTH = frozenset(
    {
        "DI_BAWAH_TARGET",
        "DI_BAWAH_TARGET_SELURUHNYA",
        "TARGET_TERLEWAT",
        "TARGET_TERLEWAT_SELURUHNYA",
        "SEGMEN_TERTINGGAL",
        "SEGMEN_TERTINGGAL_TANPA_LAJU",
        "SEGMEN_TERLEWAT",
    }
)


class Urgency(StrEnum):
    """How soon somebody must act, the most urgent first."""

    URGENT = "mendesak"
    SOON = "segera"
    CHECK = "periksa"


@dataclass(frozen=True, kw_only=True)
class Part:
    """What a finding gathers: one area, or one figure of an area, with its own params and people."""

    kode_wilayah: str
    params: Mapping[str, object]
    orang: int = 0


@dataclass(frozen=True, kw_only=True)
class Attention:
    """One finding: `code` names its sentence in the catalogue (attention.<code>), `params` what goes into it.

    params are raw: people and rupiah as int, months as datetime, areas, segments and sources as codes (tuples
    for several); :func:`attention_text.attention_sentence` writes them. `page` names the page that explains
    it, `kode_wilayah` the area to open there, `orang` how many people it is about (0 = not known). A finding that
    speaks of several areas or figures in one sentence has them as `parts`: each of them is handled by itself.
    """

    code: str
    urgency: Urgency
    params: Mapping[str, object]
    page: str
    kode_wilayah: str
    orang: int = 0
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AttentionThresholds:
    """From where on something needs attention; the shipped values and their reasons stand in ambang.csv."""

    months_ahead: int = 3  # paid protection that ends within so many months
    urgent_months: int = 1  # what ends within so many months is urgent
    urgent_points: float = 1.0  # and so is what costs so many percentage points of coverage
    urgent_target_months: int = 3  # a target missed with so few months left is urgent
    payment_percent: float = 1.0  # payments that differ from people × tariff × months by more
    denominator_percent: float = 1.0  # a denominator that changed by more against the year before

    @classmethod
    def of(cls, reference: Reference) -> AttentionThresholds:
        """The thresholds of the reference table."""
        known = reference.threshold
        return cls(
            months_ahead=int(known("BULAN_KE_DEPAN")),
            urgent_months=int(known("BULAN_MENDESAK")),
            urgent_points=known("POIN_MENDESAK"),
            urgent_target_months=int(known("BULAN_TARGET_MENDESAK")),
            payment_percent=known("SELISIH_PEMBAYARAN"),
            denominator_percent=known("PERUBAHAN_PENYEBUT"),
        )


@dataclass(frozen=True, kw_only=True)
class Situation:
    """The tables and the question that the rules look at, and how they `ask` for the answers of metrics."""

    kepesertaan: IntoFrame
    potensi: IntoFrame
    target: IntoFrame
    iuran: IntoFrame
    anggaran: IntoFrame
    reference: Reference
    question: AttentionQuestion
    ask: Ask
    thresholds: AttentionThresholds = field(default_factory=AttentionThresholds)

    @property
    def place(self) -> str:
        """The area looked at."""
        return self.question.dalam or self.reference.kabupaten

    @property
    def money(self) -> PremiumQuestion:
        """The money of the area and the month looked at, with or without construction as they are."""
        asked = self.question
        return PremiumQuestion(bulan=asked.bulan, dalam=asked.dalam, dengan_jakon=asked.dengan_jakon)
