"""Headers of columns that part the people of one area by sex or age, and what stands beneath those of sex."""

from __future__ import annotations

from jamsos_data.intake.names import normalise

_PARTS = frozenset(
    [
        "jenis kelamin", "jns kelamin", "kelamin", "jk", "j k", "l p", "lk pr", "laki laki perempuan", "gender", "sex",
        "jenis kelamin l p", "kelompok umur", "kelompok usia", "gol umur", "golongan umur", "rentang umur",
        "umur", "usia", "rentang usia",
    ]
)  # fmt: skip
_AGES = frozenset(["umur", "usia"])
MEN = frozenset(["l", "lk", "laki", "laki laki", "lakilaki", "pria", "male"])
SEXES = MEN | {"p", "pr", "perempuan", "wanita", "female"}


def heads_parts_of_people(header: str) -> bool:
    """Whether a header is one of sexes or ages: "L/P", "Kelompok Umur".

    >>> heads_parts_of_people("Jenis Kelamin (L/P)"), heads_parts_of_people("Perusahaan")
    (True, False)
    """
    return normalise(header) in _PARTS


def heads_ages(header: str) -> bool:
    """Whether a header is one of ages.

    >>> heads_ages("Kelompok Umur"), heads_ages("L/P"), heads_ages("Usia Kepesertaan")
    (True, False, False)
    """
    return heads_parts_of_people(header) and not _AGES.isdisjoint(normalise(header).split())
