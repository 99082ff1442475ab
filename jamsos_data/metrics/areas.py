"""Which areas an answer has rows for, and how finer rows are gathered into them.

Kemendagri codes nest by prefix (Kepmendagri 300.2.2-2430/2025), so a code cut to the length of a level
is its area at that level; a code that is already shorter stays as it is and is the part of the answer
that is known only for the coarser area: "belum terpetakan". It is never dropped and never spread.
"""

from __future__ import annotations

from dataclasses import dataclass

import narwhals as nw

from jamsos_data.metrics.questions import AreaLevel
from jamsos_data.reference import Reference

_DEPTH: dict[AreaLevel, int] = {"kabupaten": 0, "kecamatan": 1, "desa": 2}


@dataclass(frozen=True, kw_only=True)
class AreaScope:
    """The area an answer stays `within`, the codes `shown` as rows, and the code length of those rows."""

    within: str
    shown: tuple[str, ...]
    code_length: int

    def keep_inside(self, frame: nw.LazyFrame) -> nw.LazyFrame:
        """The rows at or below `within`, judged by their column kode_wilayah."""
        kode = nw.col("kode_wilayah")
        return frame.filter((kode == self.within) | kode.str.starts_with(self.within + "."))

    def gather(self) -> nw.Expr:
        """kode_wilayah of the row of the answer that a row belongs to (inside the scope)."""
        return nw.col("kode_wilayah").str.slice(0, self.code_length)


def area_scope(reference: Reference, *, tingkat: AreaLevel, dalam: str | None = None) -> AreaScope:
    """The areas of `tingkat` inside `dalam` (default: the home regency).

    When `dalam` is not coarser than `tingkat`, the answer has one row: `dalam` itself.
    Raises ValueError for an area that the reference does not know.
    """
    within = reference.kabupaten if dalam is None else dalam
    if not reference.has_area(within):
        raise ValueError(f"unknown area {within!r}")
    if _DEPTH[tingkat] <= _DEPTH[reference.area_level(within)]:
        return AreaScope(within=within, shown=(within,), code_length=len(within))
    known = reference.kecamatan if tingkat == "kecamatan" else reference.all_desa
    shown = tuple(kode for kode in known if kode.startswith(within + "."))
    return AreaScope(within=within, shown=shown, code_length=max((len(kode) for kode in shown), default=0))
