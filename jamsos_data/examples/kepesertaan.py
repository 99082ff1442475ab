"""Active participants of the example: every group of `groups.py` and the offices of the villages, month by month.

Columns of all frames here: periode (month start), kode_wilayah, segmen, sumber_dana, program, peserta_aktif (people),
lunas_sampai (month start or missing). Exact: November 2023 by segment, December 2025 in total.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from jamsos_data.datasets import dataset
from jamsos_data.examples import anchors
from jamsos_data.examples.areas import HADIPOLO, KALIWUNGU, KUTUK, Areas
from jamsos_data.examples.groups import GROUPS, SWASTA_PROGRAMS, Group
from jamsos_data.examples.offices import village_offices
from jamsos_data.examples.spread import Shares, monthly_series, spread_months
from jamsos_data.periods import parse_month_key
from jamsos_data.reference import Reference

COLUMNS: Final = list(dataset("kepesertaan").names)
SILENT_SINCE: Final = parse_month_key("2026-07")
SMALL_PACKAGES: Final = ("33.19.05", "33.19.08")
SMALL_SINCE: Final = parse_month_key("2026-06")
NOVEMBER: Final = "2023-11"
DECEMBER: Final = "2025-12"
_FARMING: Final = ("33.19.04", "33.19.06", "33.19.08", "33.19.09")


def build_kepesertaan(reference: Reference, areas: Areas) -> pd.DataFrame:
    """All rows of the example's participants; Kutuk has none from July 2026."""
    places = _places(areas)
    known = [_people_of(group, places, areas) for group in GROUPS]
    frame = pd.concat([*known, village_offices(areas)], ignore_index=True)
    for closing in (_self_paying, _private_employees):
        frame = pd.concat([frame, _people_of(closing(frame, reference), places, areas)], ignore_index=True)
    silent = (frame["kode_wilayah"] == KUTUK) & (frame["periode"] >= SILENT_SINCE)
    kept = _with_small_packages(frame.loc[~silent, COLUMNS])
    return kept.sort_values(COLUMNS[:5], ignore_index=True)


def _with_small_packages(frame: pd.DataFrame) -> pd.DataFrame:
    """Workers around a participant (SERTAKAN) for whom two kecamatan took JKM only: less than they should."""
    rows = (frame["sumber_dana"] == "SERTAKAN") & (frame["program"] == "JKK+JKM")
    rows &= frame["kode_wilayah"].isin(SMALL_PACKAGES) & (frame["periode"] >= SMALL_SINCE)
    return frame.assign(program=frame["program"].mask(rows, "JKM"))


def _people_of(group: Group, places: Mapping[str, Shares], areas: Areas) -> pd.DataFrame:
    name = f"{group.segmen}/{group.sumber_dana}/{group.places}"
    totals = monthly_series(
        group.knots, wobble=group.wobble, rng=np.random.default_rng([areas.seed, *name.encode()])
    )
    parts = []
    left, weight = totals, 1.0
    for program, share in group.programs.items():
        people = np.round(left * (share / weight)).astype("int64") if share < weight else left
        left, weight = left - people, weight - share
        parts.append(spread_months(people, places[group.places]).assign(program=program))
    rows = pd.concat(parts, ignore_index=True)
    return rows.assign(
        segmen=group.segmen, sumber_dana=group.sumber_dana, lunas_sampai=_paid_until(rows["periode"], group)
    )


def _paid_until(periode: "pd.Series[pd.Timestamp]", group: Group) -> "pd.Series[pd.Timestamp]":
    """The last month of the window that a month lies in; missing where the group pays month by month."""
    until = pd.Series(pd.NaT, index=periode.index, dtype="datetime64[us]")
    for first, last in group.windows:
        inside = periode.between(parse_month_key(first), parse_month_key(last))
        until = until.mask(inside, parse_month_key(last))
    return until


def _self_paying(frame: pd.DataFrame, reference: Reference) -> Group:
    """Traders and drivers who pay for themselves: what is missing to the BPU of November 2023."""
    start = anchors.NOVEMBER_2023["BPU"] - _people_in(
        frame, NOVEMBER, reference.segmen_tree.descendants("BPU")
    )
    return Group(
        segmen="BPU_LAIN",
        sumber_dana="MANDIRI",
        places="penduduk",
        wobble=0.01,
        knots={"2023-10": start - 40, NOVEMBER: start, DECEMBER: 6_320, "2026-03": 6_480, "2026-09": 9_420},
    )


def _private_employees(frame: pd.DataFrame, reference: Reference) -> Group:
    """Private employees counted at home: what is missing to the PU of November 2023 and to all of December 2025."""
    start = anchors.NOVEMBER_2023["PU"] - _people_in(frame, NOVEMBER, reference.segmen_tree.descendants("PU"))
    end = anchors.DECEMBER_2025 - _people_in(frame, DECEMBER, reference.segmen_tree.codes)
    return Group(
        segmen="PU_SWASTA",
        sumber_dana="PEMBERI_KERJA",
        places="upah",
        programs=SWASTA_PROGRAMS,
        wobble=0.004,
        knots={
            "2023-10": start - 520,
            NOVEMBER: start,
            "2024-06": start - 900,
            "2024-12": start - 2_600,
            "2025-06": end + 900,
            DECEMBER: end,
            "2026-03": end + 300,
            "2026-09": end + 4_700,
        },
    )


def _people_in(frame: pd.DataFrame, month: str, segmen: tuple[str, ...]) -> int:
    rows = frame["segmen"].isin(segmen) & (frame["periode"] == parse_month_key(month))
    return int(frame.loc[rows, "peserta_aktif"].sum())


def _places(areas: Areas) -> dict[str, Shares]:
    farming = {kode for kode in areas.desa if kode.startswith(_FARMING)}
    retribusi = (areas.some_desa("buruh tani", fraction=0.7) & farming) | {HADIPOLO}
    provinsi = (areas.some_desa("buruh tani provinsi", fraction=0.8) & farming) - retribusi
    budgeting = areas.some_desa("rentan desa", fraction=0.5)
    return {
        "upah": areas.upah,
        "penduduk": areas.penduduk,
        "kecamatan": areas.kecamatan,
        "kabupaten": {areas.kabupaten: 1.0},
        "buruh_tani_retribusi": areas.shares_of(retribusi),
        "buruh_tani_provinsi": areas.shares_of(provinsi),
        "rentan_desa_pades": areas.shares_of(budgeting),
        "rentan_desa_retribusi": areas.shares_of(areas.some_desa("rentan desa retribusi", fraction=0.55)),
        "rentan_desa_dana_desa": areas.shares_of(sorted(areas.budgeting - budgeting)[4:6]),
        "csr": areas.shares_of(sorted(kode for kode in areas.desa if kode.startswith(KALIWUNGU))[:6]),
    }
