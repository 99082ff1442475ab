"""Contributions paid in the example: people of `kepesertaan` × rupiah × months, with a few differences on purpose.

Rupiah per person: the informal minimum of Rp16.800 (JKK 10.000 + JKM 6.800; JHT 20.000 on top), half of JKK and JKM
for those who pay for themselves or are paid by SERTAKAN from April to December 2026 (PP 50/2025). Wage earners and
construction have no tariff without wages: their rupiah are invented, risk programmes only but for village officers.
"""

from typing import Final

import numpy as np
import pandas as pd

from jamsos_data.datasets import dataset
from jamsos_data.examples.areas import DAWE, HADIPOLO
from jamsos_data.periods import parse_month_key

COLUMNS: Final = list(dataset("iuran").names)
KEY: Final = list(dataset("iuran").key)
MINIMUM: Final = 16_800
DISCOUNTED: Final = 8_400
JKM: Final = 6_800
JHT: Final = 20_000
PAID_TWICE: Final = 31
_BY_WAGE: Final = {
    "PU_SWASTA": {2023: 13_100, 2024: 13_500, 2025: 14_400, 2026: 15_300},
    "PU_BUMD": {2023: 16_900, 2024: 17_400, 2025: 18_300, 2026: 19_100},
    "NON_ASN": {2023: 12_900, 2024: 13_200, 2025: 13_600, 2026: 14_100},
    "PERANGKAT_DESA": {2023: 146_000, 2024: 149_000, 2025: 152_000, 2026: 155_000},
    "JAKON": {2023: 11_200, 2024: 11_600, 2025: 12_100, 2026: 12_700},
}
_VILLAGE_PAYERS: Final = (
    "PADES",
    "BAGI_HASIL_PAJAK",
    "BAGI_HASIL_RETRIBUSI",
    "ADD",
    "DANA_DESA",
    "APBD_PROV",
)
_DISCOUNTED_PAYERS: Final = ("MANDIRI", "SERTAKAN")


def build_iuran(kepesertaan: pd.DataFrame, kabupaten: str) -> pd.DataFrame:
    """Payments from the participants: nilai in rupiah, peserta_dibayar in people, bulan_dibayar in months.

    Villages' payments stand at the village, those that are collected by kecamatan stand there, others at the
    regency. Months paid in one go are paid in their first month.
    """
    rows = _payments(kepesertaan)
    rows = rows.assign(kode_wilayah=_paying_area(rows, kabupaten), program=_paid_program(rows))
    rows = rows.rename(columns={"peserta_aktif": "peserta_dibayar"})
    grouped = rows.groupby([*KEY, "bulan_dibayar"], observed=True)["peserta_dibayar"].sum().reset_index()
    grouped["nilai"] = grouped["peserta_dibayar"] * _rupiah_per_person(grouped) * grouped["bulan_dibayar"]
    with_differences = pd.concat([_with_odd_payments(grouped), _second_payment()], ignore_index=True)
    return with_differences[COLUMNS].sort_values(KEY, ignore_index=True)


def _payments(kepesertaan: pd.DataFrame) -> pd.DataFrame:
    """Only the months in which money moves, with the number of months it pays for."""
    window = kepesertaan.groupby(["segmen", "sumber_dana", "lunas_sampai"])["periode"].transform("min")
    prepaid = kepesertaan["lunas_sampai"].notna()
    rows = kepesertaan.loc[~prepaid | (kepesertaan["periode"] == window)]
    until = rows["lunas_sampai"].fillna(rows["periode"])
    months = 12 * (until.dt.year - rows["periode"].dt.year) + until.dt.month - rows["periode"].dt.month + 1
    return rows.assign(bulan_dibayar=months.astype("int64"))


def _paying_area(rows: pd.DataFrame, kabupaten: str) -> "pd.Series[str]":
    by_village = rows["sumber_dana"].isin(_VILLAGE_PAYERS) & (rows["segmen"] != "PERANGKAT_DESA")
    collected = ["RENTAN", "RT_RW", "PENYELENGGARA_PEMILU"]
    by_kecamatan = rows["segmen"].isin(collected) | (rows["sumber_dana"] == "MANDIRI")
    kecamatan = rows["kode_wilayah"].str.slice(0, len(kabupaten) + 3)
    areas = kecamatan.where(by_kecamatan, kabupaten)
    return rows["kode_wilayah"].where(by_village, areas)


def _paid_program(rows: pd.DataFrame) -> "pd.Series[str]":
    """Employers' payments are listed for the risk programmes only; others for the whole package."""
    risk_only = (rows["sumber_dana"] == "PEMBERI_KERJA") | (rows["segmen"] == "NON_ASN")
    return rows["program"].mask(risk_only, "JKK+JKM")


def _rupiah_per_person(rows: pd.DataFrame) -> "pd.Series[int]":
    months = rows["periode"].between(parse_month_key("2026-04"), parse_month_key("2026-12"))
    discounted = months & rows["sumber_dana"].isin(_DISCOUNTED_PAYERS)
    informal = pd.Series(np.where(discounted, DISCOUNTED, MINIMUM), index=rows.index)
    informal = informal.mask(rows["program"] == "JKM", informal * JKM // MINIMUM)
    informal += JHT * rows["program"].eq("JKK+JKM+JHT").astype("int64")
    years = rows["periode"].dt.year
    for segmen, by_year in _BY_WAGE.items():
        informal = informal.mask(rows["segmen"] == segmen, years.map(by_year))
    return informal.astype("int64")


def _with_odd_payments(rows: pd.DataFrame) -> pd.DataFrame:
    """Differences as they happen: a short payment, an old tariff, a village that paid half."""
    people = rows["peserta_dibayar"]
    short = _cell(rows, "2025-12", "RENTAN", "DBHCHT") & (rows["kode_wilayah"] == DAWE)
    old_tariff = _cell(rows, "2026-04", "UMKM", "MANDIRI")
    half = _cell(rows, "2026-02", "RENTAN_DESA", "PADES")
    half &= rows["kode_wilayah"] == rows.loc[half, "kode_wilayah"].min()
    nilai = rows["nilai"].mask(short, people * 16_000).mask(old_tariff, people * MINIMUM)
    return rows.assign(nilai=nilai.mask(half, people * DISCOUNTED))


def _cell(rows: pd.DataFrame, month: str, segmen: str, sumber_dana: str) -> "pd.Series[bool]":
    same_group = (rows["segmen"] == segmen) & (rows["sumber_dana"] == sumber_dana)
    return same_group & (rows["periode"] == parse_month_key(month))


def _second_payment() -> pd.DataFrame:
    """Farm labourers of Hadipolo whom the village pays for already: the province pays for 31 of them again."""
    row = (parse_month_key("2026-09"), HADIPOLO, "BURUH_TANI", "APBD_PROV", "JKK+JKM")
    values = (PAID_TWICE * MINIMUM, PAID_TWICE, 1)
    frame = pd.DataFrame([(*row, *values)], columns=COLUMNS)
    return frame.astype({"periode": "datetime64[us]"})
