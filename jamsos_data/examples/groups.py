"""The groups of workers in the example, as data: who they are, who pays, how many in which month, and where.

All numbers are invented but those that come from `anchors.py`. Two groups of private employees and one of the
self-paying close the sums: their knots are computed in `kepesertaan.py` so that the published totals come out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from jamsos_data.examples import anchors

RISK_ONLY: Final = {"JKK+JKM": 1.0}
WITH_JHT: Final = {"JKK+JKM+JHT": 1.0}
Window = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Group:
    """People of one segment and payer: `knots` per month, spread over the areas called `places`.

    `programs` divides them into packages. `windows` are the months paid for in one go (first, last), in order.
    """

    segmen: str
    sumber_dana: str
    places: str
    knots: Mapping[str, int]
    programs: Mapping[str, float] = field(default_factory=lambda: RISK_ONLY)
    wobble: float = 0.0
    windows: tuple[Window, ...] = ()


def _flat(first: str, last: str, people: int) -> dict[str, int]:
    return {first: people, last: people}


SWASTA_PROGRAMS: Final = {"JKK+JKM+JHT+JP": 0.78, "JKK+JKM+JHT": 0.22}
SERTAKAN_PROGRAMS: Final = {"JKK+JKM": 0.74, "JKK+JKM+JHT": 0.26}

# Until December 2024 the employers' lists named no homes: many rows, non-residents among them, are known for the
# regency only. From January 2025 private employees are counted where they live.
UNMAPPED: Final = Group(
    segmen="PU_SWASTA",
    sumber_dana="PEMBERI_KERJA",
    places="kabupaten",
    programs=SWASTA_PROGRAMS,
    knots={
        "2023-10": 65_450,
        "2023-11": 65_800,
        "2024-12": 66_920,
        "2025-01": 7_380,
        "2025-12": 8_020,
        "2026-09": 8_610,
    },
)

GROUPS: Final = (
    UNMAPPED,
    Group(
        segmen="PU_BUMD",
        sumber_dana="PEMBERI_KERJA",
        places="kecamatan",
        programs={"JKK+JKM+JHT+JP": 1.0},
        knots={"2023-10": 1_236, "2023-11": 1_240, "2025-12": 1_310, "2026-09": 1_322},
    ),
    Group(
        segmen="NON_ASN",
        sumber_dana="APBD_KAB_UMUM",
        places="kecamatan",
        # Falls as staff become PPPK: in the spring of 2024 and again through 2025.
        knots={
            "2023-10": 6_820,
            "2023-11": 6_800,
            "2024-04": 6_650,
            "2024-06": 5_480,
            "2025-03": 5_310,
            "2025-10": 3_100,
            "2025-12": 3_100,
            "2026-09": 1_240,
        },
    ),
    Group(
        segmen="RENTAN",
        sumber_dana="APBD_KAB_UMUM",
        places="penduduk",
        knots={
            **_flat("2024-03", "2024-12", anchors.RENTAN_2024),
            **_flat("2025-01", "2025-09", anchors.RENTAN_AUGUST_2025),
        },
    ),
    Group(
        segmen="RENTAN",
        sumber_dana="DBHCHT",
        places="penduduk",
        knots={
            "2025-10": 17_180,
            "2025-11": 24_530,
            **_flat("2025-12", "2026-09", anchors.RENTAN_DECEMBER_2025),
        },
        windows=(("2026-09", "2026-11"),),
    ),
    Group(
        segmen="RENTAN_DESA",
        sumber_dana="BAGI_HASIL_RETRIBUSI",
        places="rentan_desa_retribusi",
        knots=_flat("2024-01", "2025-06", 2_340),
        windows=(("2024-01", "2024-06"), ("2024-07", "2024-12"), ("2025-01", "2025-06")),
    ),
    Group(
        segmen="RENTAN_DESA",
        sumber_dana="DANA_DESA",
        places="rentan_desa_dana_desa",
        knots=_flat("2024-05", "2024-10", 64),
    ),
    Group(
        segmen="RENTAN_DESA",
        sumber_dana="PADES",
        places="rentan_desa_pades",
        knots={"2024-07": 610, "2025-12": 1_450, "2026-09": 2_410},
    ),
    Group(
        segmen="BURUH_TANI",
        sumber_dana="BAGI_HASIL_RETRIBUSI",
        places="buruh_tani_retribusi",
        knots={"2025-03": 720, "2025-12": 1_150, "2026-09": 1_690},
    ),
    Group(
        segmen="BURUH_TANI",
        sumber_dana="APBD_PROV",
        places="buruh_tani_provinsi",
        knots={"2025-08": 640, "2025-12": 900, "2026-09": 1_080},
    ),
    Group(
        segmen="PENYELENGGARA_PEMILU",
        sumber_dana="APBD_KAB_UMUM",
        places="kecamatan",
        knots={
            "2024-01": 11_240,
            "2024-02": 11_240,
            "2024-03": 0,
            "2024-10": 0,
            "2024-11": 8_060,
            "2024-12": 0,
        },
    ),
    Group(
        segmen="UMKM",
        sumber_dana="MANDIRI",
        places="penduduk",
        knots={"2023-10": 1_870, "2023-11": 1_900, "2025-12": 3_150, "2026-03": 3_240, "2026-09": 4_610},
        wobble=0.012,
    ),
    Group(
        segmen="BPU_LAIN",
        sumber_dana="SERTAKAN",
        places="kecamatan",
        programs=SERTAKAN_PROGRAMS,
        knots={"2023-10": 150, "2023-11": 152, "2025-12": 240, "2026-09": 410},
    ),
    Group(
        segmen="BPU_LAIN",
        sumber_dana="CSR",
        places="csr",
        knots={
            **_flat("2024-09", "2024-11", 420),
            **_flat("2024-12", "2025-03", 0),
            **_flat("2025-04", "2025-06", 450),
            **_flat("2025-07", "2026-02", 0),
            **_flat("2026-03", "2026-05", 600),
            **_flat("2026-06", "2026-07", 0),
            **_flat("2026-08", "2026-09", 560),
        },
        windows=(
            ("2024-09", "2024-11"),
            ("2025-04", "2025-06"),
            ("2026-03", "2026-05"),
            ("2026-08", "2026-10"),
        ),
    ),
    Group(
        segmen="JAKON",
        sumber_dana="PEMBERI_KERJA",
        places="kabupaten",
        # Projects start after the tenders of spring and end in December.
        knots={
            "2023-10": 21_180,
            "2023-11": anchors.NOVEMBER_2023["JAKON"],
            "2024-01": 12_300,
            "2024-07": 16_400,
            "2024-11": 19_050,
            "2025-02": 9_870,
            "2025-08": 13_240,
            "2025-12": 14_480,
            "2026-02": 8_940,
            "2026-09": 13_870,
        },
        wobble=0.01,
    ),
)
