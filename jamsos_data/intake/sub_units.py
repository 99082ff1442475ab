"""Units below a desa, which have no code: columns of dusun, RW and RT part the people of their desa."""

from __future__ import annotations

from jamsos_data.intake.names import normalise

_NAMING = frozenset(["nama", "no", "nomor", "nmr", "kode"])
# From the widest to the narrowest.
_UNITS = (
    frozenset(
        [
            "dusun", "dukuh", "pedukuhan", "padukuhan", "dukuhan", "kebayanan", "kampung", "lingkungan", "dusun dukuh",
            "dusun lingkungan", "dukuh dusun", "dusun rw", "lingkungan rw", "dusun rt rw",
        ]
    ),
    frozenset(["rw", "rukun warga"]),
    frozenset(["rt", "rukun tetangga", "rt rw", "rw rt"]),
)  # fmt: skip


def unit_rank(header: str) -> int | None:
    """How narrow the units are that a header or the lowest part of it names: 0 for dusun, 1 for RW, 2 for RT; None for
    anything else.

    >>> unit_rank("Nama Dusun"), unit_rank("RT/RW"), unit_rank("Alamat / RW"), unit_rank("Jumlah RT")
    (0, 2, 1, None)
    """
    for text in (header, header.rpartition(" / ")[2]):
        words = normalise(text).split()
        while len(words) > 1 and words[0] in _NAMING:
            words = words[1:]
        for rank, names in enumerate(_UNITS):
            if " ".join(words) in names:
                return rank
    return None


def heads_units(header: str) -> bool:
    """Whether a header is one of units below a desa: "Dusun", "RT"."""
    return unit_rank(header) is not None
