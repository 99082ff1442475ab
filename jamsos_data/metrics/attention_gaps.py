"""What could not be looked at: a rule that has no data finds nothing, and that is not the same as nothing wrong."""

from __future__ import annotations

from collections.abc import Iterator

from jamsos_data.metrics.attention_kinds import Attention, Situation, Urgency
from jamsos_data.metrics.frames import collect, lazy

UNCHECKED = "BELUM_DIPERIKSA"
_NEEDED = ("potensi", "target", "iuran", "anggaran")


def unchecked(now: Situation) -> Iterator[Attention]:
    """BELUM_DIPERIKSA: data sets without any row, so that the rules that need them cannot find anything.

    params: data (names of data sets), banyak.
    """
    missing = tuple(name for name in _NEEDED if collect(lazy(getattr(now, name)).head(1), sort_by=[]).empty)
    if missing:
        yield Attention(
            code=UNCHECKED,
            urgency=Urgency.SOON,
            params={"data": missing, "banyak": len(missing)},
            page="upload",
            kode_wilayah=now.place,
        )
