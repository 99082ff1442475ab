"""Where the example's people live: shares of kecamatan and villages, and which villages budget for whom.

The kecamatan follow their population of 2023 (Kecamatan Dalam Angka 2024). Below the kecamatan no figure was found
that fits its neighbours, so village sizes are invented from the seed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from jamsos_data.reference import Reference

# Invented: how readily residents work for wages, from the factory belt in the west to the farms in the south and north.
UPAH_PER_KECAMATAN: Final = {
    "33.19.01": 0.505,
    "33.19.02": 0.475,
    "33.19.03": 0.465,
    "33.19.04": 0.190,
    "33.19.05": 0.290,
    "33.19.06": 0.325,
    "33.19.07": 0.420,
    "33.19.08": 0.255,
    "33.19.09": 0.205,
}
KALIWUNGU: Final = "33.19.01"
DAWE: Final = "33.19.09"
KUTUK: Final = "33.19.04.2007"
HADIPOLO: Final = "33.19.06.2010"


@dataclass(frozen=True, kw_only=True)
class Areas:
    """Shares of people by area code (any positive scale) and the sets of areas that groups of workers live in."""

    kabupaten: str
    penduduk: dict[str, float]
    upah: dict[str, float]
    kecamatan: dict[str, float]
    kelurahan: frozenset[str]
    seed: int

    @property
    def desa(self) -> frozenset[str]:
        """The villages proper: they have an APBDes, the kelurahan have none."""
        return frozenset(self.penduduk) - self.kelurahan

    @cached_property
    def budgeting(self) -> frozenset[str]:
        """Three villages of four: the others budget nothing for anybody's iuran."""
        return self._draw("menganggarkan", fraction=0.75, candidates=self.desa - {HADIPOLO}) | {HADIPOLO}

    def some_desa(self, name: str, *, fraction: float) -> frozenset[str]:
        """Draw that fraction of the budgeting villages; the same name and seed always give the same villages."""
        return self._draw(name, fraction=fraction, candidates=self.budgeting)

    def _draw(self, name: str, *, fraction: float, candidates: frozenset[str]) -> frozenset[str]:
        rng = np.random.default_rng([self.seed, *name.encode()])
        count = round(fraction * len(candidates))
        return frozenset(str(kode) for kode in rng.choice(sorted(candidates), size=count, replace=False))

    def shares_of(self, codes: Iterable[str]) -> dict[str, float]:
        """The population shares of the given villages, in the order of their codes."""
        return {kode: self.penduduk[kode] for kode in sorted(codes)}


def draw_areas(reference: Reference, *, seed: int) -> Areas:
    """Draw village sizes inside each kecamatan's published population, and the villages' leaning to wage work."""
    rng = np.random.default_rng([seed, 1])
    population = _population_of_kecamatan(reference)
    penduduk: dict[str, float] = {}
    upah: dict[str, float] = {}
    for kecamatan in reference.kecamatan:
        desa = reference.desa_of(kecamatan)
        sizes = rng.lognormal(0.0, 0.45, len(desa))
        leanings = rng.lognormal(0.0, 0.14, len(desa))
        for kode, size, leaning in zip(desa, sizes / sizes.sum(), leanings, strict=True):
            penduduk[kode] = population[kecamatan] * float(size)
            upah[kode] = penduduk[kode] * float(leaning)
        wanted = population[kecamatan] * UPAH_PER_KECAMATAN[kecamatan]
        scale = wanted / sum(upah[kode] for kode in desa)
        upah.update({kode: upah[kode] * scale for kode in desa})
    return Areas(
        kabupaten=reference.kabupaten,
        penduduk=penduduk,
        upah=upah,
        kecamatan=population,
        kelurahan=frozenset(kode for kode in penduduk if reference.is_kelurahan(kode)),
        seed=seed,
    )


def _population_of_kecamatan(reference: Reference) -> dict[str, float]:
    table = reference.wilayah.set_index("kode")["penduduk_2023"]
    return {kode: float(table[kode]) for kode in reference.kecamatan}
