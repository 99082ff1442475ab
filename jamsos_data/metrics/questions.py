"""What can be asked of the metrics: frozen questions, usable as cache keys.

Every question names its month. Areas, segments and funding sources are codes of the reference tables;
`None` means "no restriction" (for `basis`: the first basis that has data, in the order of the reference).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

AreaLevel = Literal["kabupaten", "kecamatan", "desa"]

ALL_SEGMENTS = "SEMUA"
CONSTRUCTION = "JAKON"


@dataclass(frozen=True, kw_only=True)
class CoverageQuestion:
    """How many of whom are covered in `bulan` (a month start), with one row per area of `tingkat`.

    `dalam` keeps to one area; when it is not coarser than `tingkat`, the answer is the one row of that area.
    `sumber_dana` counts only the participants whom that source (or a source under it) pays for.
    """

    bulan: datetime
    tingkat: AreaLevel = "kecamatan"
    segmen: str = ALL_SEGMENTS
    basis: str | None = None
    dengan_jakon: bool = True
    sumber_dana: str | None = None
    dalam: str | None = None


@dataclass(frozen=True, kw_only=True)
class TargetQuestion:
    """How far `bulan` is from the targets of one family; `segmen=None` asks for every segment with data.

    `hanya`: of these only the ones named (None: all).
    """

    bulan: datetime
    tingkat: AreaLevel = "kecamatan"
    basis: str | None = None
    dengan_jakon: bool = True
    keluarga: str = "UCJ"
    segmen: str | None = None
    dalam: str | None = None
    hanya: frozenset[str] | None = None


@dataclass(frozen=True, kw_only=True)
class PremiumQuestion:
    """What is paid, budgeted and estimated from January of the year of `bulan` through `bulan`.

    Without `dengan_jakon` money and people stated for construction are left out, unless `segmen` asks for them.
    """

    bulan: datetime
    sumber_dana: str | None = None
    segmen: str | None = None
    dengan_jakon: bool = True
    dalam: str | None = None
    tingkat: AreaLevel = "kabupaten"


@dataclass(frozen=True, kw_only=True)
class AttentionQuestion:
    """What needs somebody's attention as of `bulan`."""

    bulan: datetime
    basis: str | None = None
    dengan_jakon: bool = True
    keluarga: str = "UCJ"
    dalam: str | None = None
