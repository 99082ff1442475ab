"""Budget ceilings of the example, 2024–2026: the regency's by version, the villages' from what they pay for.

Published: Rp4,3 billion for 9.290 people (2025) and Rp5 billion DBHCHT in the revised budget of 2025. The DBHCHT of
2026 pays for eleven months of 30.264 people: it ends before December. All other ceilings are invented.
"""

from typing import Final

import pandas as pd

from jamsos_data.datasets import dataset
from jamsos_data.examples import anchors
from jamsos_data.examples.iuran import MINIMUM

COLUMNS: Final = list(dataset("anggaran").names)
KEY: Final = list(dataset("anggaran").key)
_VILLAGE_SOURCES: Final = ("PADES", "BAGI_HASIL_PAJAK", "BAGI_HASIL_RETRIBUSI", "ADD", "DANA_DESA")
_ROUNDED_TO: Final = 100_000

# tahun, versi, sumber_dana, segmen, pagu
_REGENCY: Final = (
    (2024, "murni", "APBD_KAB_UMUM", "RENTAN", 11_000 * MINIMUM * 12),
    (2024, "perubahan", "APBD_KAB_UMUM", "RENTAN", 1_850_000_000),
    (2024, "murni", "APBD_KAB_UMUM", "NON_ASN", 1_100_000_000),
    (2024, "murni", "APBD_KAB_UMUM", "PENYELENGGARA_PEMILU", 520_000_000),
    (2024, "perubahan", "APBD_KAB_UMUM", "RT_RW", 12_000_000),
    (2024, "murni", "ADD", "PERANGKAT_DESA", 2_700_000_000),
    (2025, "murni", "APBD_KAB_UMUM", "RENTAN", anchors.PAGU_RENTAN_2025),
    (2025, "murni", "APBD_KAB_UMUM", "NON_ASN", 900_000_000),
    (2025, "pergeseran", "APBD_KAB_UMUM", "NON_ASN", 780_000_000),
    (2025, "murni", "APBD_KAB_UMUM", "RT_RW", 20_000_000),
    (2025, "perubahan", "DBHCHT", "RENTAN", anchors.PAGU_DBHCHT_2025),
    (2025, "murni", "APBD_PROV", "BURUH_TANI", 90_000_000),
    (2025, "murni", "ADD", "PERANGKAT_DESA", 2_750_000_000),
    (2026, "murni", "APBD_KAB_UMUM", "NON_ASN", 420_000_000),
    (2026, "murni", "APBD_KAB_UMUM", "RT_RW", 150_000_000),
    (2026, "murni", "DBHCHT", "RENTAN", 5_000_000_000),
    (2026, "pergeseran", "DBHCHT", "RENTAN", 5_600_000_000),
    (2026, "murni", "APBD_PROV", "BURUH_TANI", 220_000_000),
    (2026, "murni", "ADD", "PERANGKAT_DESA", 2_800_000_000),
)


def build_anggaran(kepesertaan: pd.DataFrame, kabupaten: str) -> pd.DataFrame:
    """All ceilings in rupiah: the regency's rows at the regency, those of an APBDes at the village that budgets."""
    regency = pd.DataFrame(
        [(tahun, versi, kabupaten, sumber, segmen, pagu) for tahun, versi, sumber, segmen, pagu in _REGENCY],
        columns=COLUMNS,
    )
    frame = pd.concat([regency, _villages(kepesertaan)], ignore_index=True)
    return frame.sort_values(KEY, ignore_index=True)


def _villages(kepesertaan: pd.DataFrame) -> pd.DataFrame:
    """Twelve months of the largest number of people in the year, rounded up; the officers' ADD is the regency's."""
    paid = kepesertaan["sumber_dana"].isin(_VILLAGE_SOURCES) & (kepesertaan["segmen"] != "PERANGKAT_DESA")
    rows = kepesertaan.loc[paid].assign(tahun=kepesertaan["periode"].dt.year.astype("int64"), versi="murni")
    rows = rows.loc[rows["tahun"] >= 2024]
    people = rows.groupby(KEY, as_index=False, observed=True)["peserta_aktif"].max()
    needed = people["peserta_aktif"] * MINIMUM * 12
    pagu = -(-needed // _ROUNDED_TO) * _ROUNDED_TO
    return people.assign(pagu=pagu)[COLUMNS]
