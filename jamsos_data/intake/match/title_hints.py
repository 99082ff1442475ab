"""Which data set the titles of a table, the name of its sheet and that of the file speak of."""

from __future__ import annotations

from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.names import normalise

# Words in titles that speak for a data set, most telling first.
_HINTS: dict[str, tuple[str, ...]] = {
    "kepesertaan": (
        "peserta aktif",
        "kepesertaan",
        "tenaga kerja aktif",
        "peserta bpjs",
        "terlindungi",
        "peserta",
    ),
    "potensi": ("potensi", "angkatan kerja", "penduduk bekerja"),
    "target": ("target", "sasaran"),
    "iuran": ("realisasi iuran", "iuran", "premi", "pembayaran"),
    "anggaran": ("pagu", "anggaran", "alokasi"),
    "tindak_lanjut": ("tindak lanjut", "inpres"),
    "umkm": ("umkm", "usaha mikro"),
    "sosialisasi": ("sosialisasi",),
    "daftar_peserta": ("daftar peserta", "by name", "bnba"),
}


def hint_of(kind: str, table: Table, file_name: str) -> int:
    """How strongly titles (1 to 6) or else the name of the file (2) speak for a data set; 0 where neither does."""
    name = f" {normalise(file_name)} "
    return _titled(kind, table) or (2 if any(f" {words} " in name for words in _HINTS[kind]) else 0)


def told_by_titles(table: Table) -> str | None:
    """The one data set for which titles speak more strongly than for all others; None where there is none."""
    weights = {kind: _titled(kind, table) for kind in _HINTS}
    best = max(weights.values())
    kinds = [kind for kind, weight in weights.items() if weight == best]
    return kinds[0] if best and len(kinds) == 1 else None


def told_alone(table: Table) -> str | None:
    """The one data set that titles speak of while they speak of no other; None where there is none.

    "Daftar peserta" heads counts as well as persons, who are told by their numbers.
    """
    spoken = {kind for kind in _HINTS if _titled(kind, table)} - {"daftar_peserta"}
    return spoken.pop() if len(spoken) == 1 else None


def _titled(kind: str, table: Table) -> int:
    title = f" {normalise(' '.join((*table.titles, table.sheet.name)))} "
    for position, words in enumerate(_HINTS[kind]):
        if f" {words} " in title:
            return 6 - position
    return 0
