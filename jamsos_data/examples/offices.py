"""People in the service of a village: head and officers, BPD, RT and RW, Linmas. Their number hardly changes.

The regency has 1.493 village officers (all paid through the APBDes) and 1.507 RT; the other counts are invented.
A kelurahan has no APBDes: its RT and RW are paid by the regency.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from jamsos_data.examples import anchors
from jamsos_data.examples.areas import Areas
from jamsos_data.examples.spread import MONTHS, split_total
from jamsos_data.periods import parse_month_key

RW = 402


@dataclass(frozen=True, kw_only=True)
class Office:
    """Holders of one office by village, active from the month `first` on."""

    segmen: str
    sumber_dana: str
    holders: Mapping[str, int]
    first: str
    program: str = "JKK+JKM"


def village_offices(areas: Areas) -> pd.DataFrame:
    """Rows of all offices, in the columns of kepesertaan; they pay month by month, so lunas_sampai is missing."""
    return pd.concat([_rows(office) for office in _offices(areas)], ignore_index=True)


def _offices(areas: Areas) -> tuple[Office, ...]:
    rt_rw = neighbourhood_heads(areas)
    paying_rt = areas.some_desa("rt rw", fraction=0.86)
    bpd = _council_members(areas)
    early = areas.some_desa("bpd", fraction=0.6)
    late = areas.some_desa("bpd 2025", fraction=0.45) - early
    others = areas.desa - paying_rt
    return (
        Office(
            segmen="PERANGKAT_DESA",
            sumber_dana="ADD",
            program="JKK+JKM+JHT",
            holders=_at_least(8, anchors.PERANGKAT_DESA, areas.shares_of(areas.desa)),
            first="2023-10",
        ),
        Office(segmen="BPD", sumber_dana="ADD", holders=_only(bpd, early), first="2023-10"),
        Office(segmen="BPD", sumber_dana="ADD", holders=_only(bpd, late), first="2025-01"),
        Office(segmen="RT_RW", sumber_dana="PADES", holders=_only(rt_rw, paying_rt), first="2024-06"),
        Office(
            segmen="RT_RW",
            sumber_dana="APBD_KAB_UMUM",
            holders=_only(rt_rw, areas.kelurahan),
            first="2024-06",
        ),
        Office(segmen="RT_RW", sumber_dana="APBD_KAB_UMUM", holders=_only(rt_rw, others), first="2026-01"),
        Office(
            segmen="LINMAS",
            sumber_dana="BAGI_HASIL_PAJAK",
            holders=_only(_guards(areas), areas.some_desa("linmas", fraction=0.6)),
            first="2024-09",
        ),
    )


def neighbourhood_heads(areas: Areas) -> dict[str, int]:
    """RT and RW together by village or kelurahan: 1.507 RT (published) and 402 RW (invented)."""
    shares = areas.shares_of(areas.penduduk)
    rt = _at_least(2, anchors.RT, shares)
    rw = _at_least(1, RW, shares)
    return {kode: rt[kode] + rw[kode] for kode in shares}


def _council_members(areas: Areas) -> dict[str, int]:
    """Five, seven or nine members, by the size of the village."""
    ranked = sorted(areas.desa, key=lambda kode: (areas.penduduk[kode], kode))
    return {kode: 5 + 2 * (3 * rank // len(ranked)) for rank, kode in enumerate(ranked)}


def _guards(areas: Areas) -> dict[str, int]:
    return _at_least(8, 1_640, areas.shares_of(areas.desa))


def _at_least(minimum: int, total: int, shares: Mapping[str, float]) -> dict[str, int]:
    rest = split_total(total - minimum * len(shares), shares)
    return {kode: minimum + people for kode, people in rest.items()}


def _only(holders: Mapping[str, int], codes: frozenset[str]) -> dict[str, int]:
    return {kode: holders[kode] for kode in sorted(codes)}


def _rows(office: Office) -> pd.DataFrame:
    months = pd.DatetimeIndex([month for month in MONTHS if month >= parse_month_key(office.first)]).as_unit(
        "us"
    )
    return pd.DataFrame(
        {
            "periode": np.repeat(months, len(office.holders)),
            "kode_wilayah": list(office.holders) * len(months),
            "segmen": office.segmen,
            "sumber_dana": office.sumber_dana,
            "program": office.program,
            "peserta_aktif": list(office.holders.values()) * len(months),
            "lunas_sampai": pd.Series(
                pd.NaT, index=range(len(months) * len(office.holders)), dtype="datetime64[us]"
            ),
        }
    )
