"""Workers who could be covered, in the example: the published regency figures and their split to smaller areas.

2023 by segment is published; 2025 only in total (466.000), its segments are invented. The split to villages follows
the population of their kecamatan and invented village sizes: it is marked as an estimate and says so.
Construction stays with the regency. No figure for 2024 in the main basis.
"""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from jamsos_data.datasets import dataset
from jamsos_data.examples import anchors
from jamsos_data.examples.areas import Areas
from jamsos_data.examples.spread import split_total
from jamsos_data.reference import Reference

BASIS: Final = "potensi BPJS/Bappenas"
SPLIT_SOURCE: Final = "Rekaan (contoh): angka kabupaten dibagi menurut jumlah penduduk"
POTENSI_2025: Final = {"PU": 268_000, "BPU": 148_000, "JAKON": 50_000}
_YEARS: Final[tuple[tuple[int, Mapping[str, int], str], ...]] = (
    (2023, anchors.POTENSI_2023, "BPJS Ketenagakerjaan Cabang Kudus, November 2023"),
    (2025, POTENSI_2025, "Total 466.000 dari berita Desember 2025; rincian segmen rekaan (contoh)"),
)

Row = tuple[int, str, str, str, int, bool, str]


def build_potensi(reference: Reference, areas: Areas) -> pd.DataFrame:
    """All rows of the example's potensi, in the columns of that data set; people, `estimasi` true below the regency."""
    rows: list[Row] = []
    for tahun, potensi, sumber in _YEARS:
        for segmen, jumlah in potensi.items():
            rows.append((tahun, reference.kabupaten, segmen, BASIS, jumlah, False, sumber))
            if segmen != "JAKON":
                parts = _split(jumlah, reference, areas)
                rows += [
                    (tahun, kode, segmen, BASIS, part, True, SPLIT_SOURCE) for kode, part in parts.items()
                ]
    rows += _labour_market(reference.kabupaten)
    frame = pd.DataFrame(rows, columns=list(dataset("potensi").names))
    return frame.sort_values(["tahun", "kode_wilayah", "segmen", "basis"], ignore_index=True)


def _split(total: int, reference: Reference, areas: Areas) -> dict[str, int]:
    """The total by village: first to the kecamatan, then inside each; all parts add up to the total."""
    parts: dict[str, int] = {}
    for kecamatan, people in split_total(total, areas.kecamatan).items():
        parts |= split_total(people, areas.shares_of(reference.desa_of(kecamatan)))
    return parts


def _labour_market(kabupaten: str) -> list[Row]:
    force = [
        (tahun, kabupaten, "SEMUA", "angkatan kerja BPS", jumlah, False, "BPS, Sakernas Agustus")
        for tahun, jumlah in anchors.ANGKATAN_KERJA.items()
    ]
    sources = {
        2024: "BPS, Sakernas Agustus: angkatan kerja dikurangi menganggur (hitungan)",
        2025: "BPS, Sakernas Agustus (dibulatkan)",
    }
    employed = [
        (tahun, kabupaten, "SEMUA", "penduduk bekerja BPS", jumlah, tahun == 2024, sources[tahun])
        for tahun, jumlah in anchors.PENDUDUK_BEKERJA.items()
    ]
    return force + employed
