"""The published figures that the example data keeps exactly. Everything else in the example is invented.

Sources: Kudus, November 2023, participants and potensi by segment: Tribun Jateng, 30 November 2023. Kudus, December
2025, UCJ 46,55 %, about 249.000 not covered: Betanews and Kaifa News, December 2025; the potensi of 466.000 follows
from these two. Pekerja rentan: Murianews (2024), Betanews (August and December 2025). Perangkat desa: ISKNews.
RT: Joglo Jateng, September 2024. Labour force: BPS Sakernas, August, as the ministry of manpower publishes it.
UMKM: ANTARA, August 2021. Units: people, enterprises (umkm), rupiah (pagu).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

NOVEMBER_2023: Final[Mapping[str, int]] = MappingProxyType({"PU": 223_396, "JAKON": 21_563, "BPU": 9_128})
DECEMBER_2025: Final = 216_923

POTENSI_2023: Final[Mapping[str, int]] = MappingProxyType({"PU": 279_223, "BPU": 140_885, "JAKON": 64_940})
POTENSI_2025_TOTAL: Final = 466_000

ANGKATAN_KERJA: Final[Mapping[int, int]] = MappingProxyType({2023: 489_161, 2024: 518_222, 2025: 525_814})
PENDUDUK_BEKERJA: Final[Mapping[int, int]] = MappingProxyType({2024: 501_710, 2025: 508_810})

RENTAN_2024: Final = 9_773
RENTAN_AUGUST_2025: Final = 9_290
RENTAN_DECEMBER_2025: Final = 30_264
PERANGKAT_DESA: Final = 1_493
RT: Final = 1_507

UMKM_2021: Final = 15_000

PAGU_RENTAN_2025: Final = 4_300_000_000
PAGU_DBHCHT_2025: Final = 5_000_000_000
