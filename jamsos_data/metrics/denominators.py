"""The denominator of coverage: potential workers (potensi) of one named basis and one year.

Rules. One basis and one year for a whole answer (figures of different bases differ by 10 %: Kudus 2023 has
485.049 potential workers per BPJS, 489.161 in the labour force per BPS). Rows may stand at any area and any
segment and contain one another; the figure for an area and segment is the row that states it, else the sum of
its parts, by segment before by area, so that a published figure of the regency is not replaced by an
estimated split. A sum says which parts it lacks; whether that matters is judged in :mod:`completeness`.
Construction workers are known for the regency only: SEMUA below the regency excludes them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.frames import add_up, collect, lazy
from jamsos_data.metrics.identity import ByIdentity
from jamsos_data.metrics.questions import CONSTRUCTION
from jamsos_data.reference import Reference

NOT_SEPARABLE = "jakon_tidak_terpisah"
MISSING = "tanpa_potensi"
KEPT_TABLES = 16

Place = tuple[str, str]  # area, segment


@dataclass(frozen=True, kw_only=True)
class Denominator:
    """`jumlah` orang (None: see `alasan`), whether an estimate is in it, the parts (`kurang`) that it lacks.

    `dari`: the rows that it is made of, by area and segment.
    """

    jumlah: int | None
    estimasi: bool = False
    kurang: frozenset[Place] = frozenset()
    alasan: str = ""
    dari: frozenset[Place] = field(default=frozenset(), compare=False, repr=False)

    def lacks_areas_of(self, area: str) -> bool:
        """Whether parts of areas below `area` are missing, not only segments of `area` itself."""
        return any(place != area for place, _ in self.kurang)


@dataclass(frozen=True, kw_only=True)
class PotentialYears:
    """Potensi of one basis ("" = no basis has data) by year, for the home regency."""

    basis: str
    by_year: Mapping[int, DenominatorTable]

    def year_of(self, bulan: datetime) -> int | None:
        """The newest year not after `bulan`; None when there is none."""
        return max((year for year in self.by_year if year <= bulan.year), default=None)


class DenominatorTable:
    """The potensi of one basis and year, looked up for any area and segment."""

    def __init__(self, rows: Mapping[Place, Denominator], reference: Reference) -> None:
        self._rows = rows
        self._reference = reference
        self._found: dict[Place, Denominator | None] = {}
        self._areas = {area for code, _ in rows for area in _with_parents(code, reference)}
        self._below = _areas_below(reference)
        tree = reference.segmen_tree
        self._children = {code: tree.children(code) for code in tree.codes}
        stated = [segmen for _, segmen in rows if segmen in tree]
        self._segments = {upper for code in stated for upper in (code, *tree.ancestors(code))}

    def of(self, area: str, segmen: str, *, dengan_jakon: bool = True) -> Denominator:
        """The denominator of `segmen` in `area`; `dengan_jakon=False` takes construction workers out."""
        separate = not dengan_jakon and self._holds_construction(area, segmen)
        found = self._without_construction(area, segmen) if separate else self._find(area, segmen)
        return found or Denominator(jumlah=None, alasan=MISSING)

    def _find(self, area: str, segmen: str) -> Denominator | None:
        place = (area, segmen)
        if place not in self._found:
            self._found[place] = self._rows.get(place) or self._from_parts(area, segmen)
        return self._found[place]

    def _from_parts(self, area: str, segmen: str) -> Denominator | None:
        if area not in self._areas or segmen not in self._segments:
            return None
        by_segment = self._add([(area, part) for part in self._segments_in(area, segmen)])
        if by_segment and not by_segment.kurang:
            return by_segment
        parts = [(below, segmen) for below in self._below[area]]
        if self._holds_construction(area, segmen):
            parts.append((area, CONSTRUCTION))
        return _fuller(by_segment, self._add(parts))

    def _without_construction(self, area: str, segmen: str) -> Denominator | None:
        parts = [part for part in self._segments_in(area, segmen) if part != CONSTRUCTION]
        by_segment = self._add([(area, part) for part in parts])
        if by_segment and not by_segment.kurang:
            return by_segment
        whole = self._rows.get((area, segmen))
        if whole is None:
            return _fuller(by_segment, self._add([(below, segmen) for below in self._below[area]]))
        return _difference(whole, self._find(area, CONSTRUCTION))

    def _segments_in(self, area: str, segmen: str) -> tuple[str, ...]:
        parts = self._children[segmen]
        return parts if area == self._reference.kabupaten else tuple(p for p in parts if p != CONSTRUCTION)

    def _holds_construction(self, area: str, segmen: str) -> bool:
        tree = self._reference.segmen_tree
        above = tree.ancestors(CONSTRUCTION) if CONSTRUCTION in tree else ()
        return area == self._reference.kabupaten and segmen in above

    def _add(self, places: Sequence[Place]) -> Denominator | None:
        parts = {place: self._find(*place) for place in places}
        known = [part for part in parts.values() if part is not None]
        if not known:
            return None
        absent = frozenset(place for place, part in parts.items() if part is None)
        return Denominator(
            jumlah=sum(part.jumlah or 0 for part in known),
            estimasi=any(part.estimasi for part in known),
            kurang=absent.union(*(part.kurang for part in known)),
            dari=frozenset().union(*(part.dari for part in known)),
        )


def read_potential(
    potensi: IntoFrame, *, reference: Reference, until: datetime, basis: str | None = None
) -> PotentialYears:
    """Potensi of the home regency up to the year of `until`, of `basis` or of the first basis with data.

    The very same table is read once for all questions about it; so it must not be changed in place.
    """
    return _read(ByIdentity(potensi), ByIdentity(reference), until.year, basis)


@lru_cache(maxsize=KEPT_TABLES)
def _read(potensi: ByIdentity, known: ByIdentity, until: int, basis: str | None) -> PotentialYears:
    reference: Reference = known.held
    inside = area_scope(reference, tingkat="kabupaten").keep_inside(lazy(potensi.held))
    rows = inside.filter(nw.col("tahun") <= until)
    if basis is not None:
        rows = rows.filter(nw.col("basis") == basis)
    keys = ["basis", "tahun", "kode_wilayah", "segmen"]
    flagged = rows.with_columns(nw.col("estimasi").cast(nw.Int64))
    small = collect(add_up(flagged, "jumlah", "estimasi", by=keys), sort_by=keys)
    chosen = _first_basis(small, reference) if basis is None else basis
    of_basis = small[small["basis"] == chosen]
    years = [int(year) for year in of_basis["tahun"].unique()]
    tables = {year: _table(of_basis[of_basis["tahun"] == year], reference) for year in years}
    return PotentialYears(basis=chosen, by_year=tables)


def _table(rows: pd.DataFrame, reference: Reference) -> DenominatorTable:
    columns = (rows[name].tolist() for name in ("kode_wilayah", "segmen", "jumlah", "estimasi"))
    return DenominatorTable(
        {
            (area, segmen): Denominator(
                jumlah=jumlah, estimasi=bool(estimasi), dari=frozenset({(area, segmen)})
            )
            for area, segmen, jumlah, estimasi in zip(*columns, strict=True)
        },
        reference,
    )


def _first_basis(rows: pd.DataFrame, reference: Reference) -> str:
    present = set(rows["basis"])
    return next((basis for basis in reference.codes("basis") if basis in present), "")


def _fuller(first: Denominator | None, second: Denominator | None) -> Denominator | None:
    """The one of two sums that lacks less, the first when in doubt; else the one that counts more people."""
    if first is None or second is None:
        return first or second
    if first.kurang <= second.kurang:
        return first
    return max(first, second, key=lambda part: (not part.kurang, part.jumlah or 0, -len(part.kurang)))


def _difference(whole: Denominator, construction: Denominator | None) -> Denominator:
    if construction is None or construction.jumlah is None or whole.jumlah is None:
        return Denominator(jumlah=None, alasan=NOT_SEPARABLE)
    return Denominator(
        jumlah=max(0, whole.jumlah - construction.jumlah),
        estimasi=whole.estimasi or construction.estimasi,
        kurang=construction.kurang,
        dari=whole.dari | construction.dari,
    )


def _with_parents(area: str, reference: Reference) -> list[str]:
    line = [area]
    while line[-1] != reference.kabupaten and "." in line[-1]:
        line.append(reference.parent_area(line[-1]))
    return line


def _areas_below(reference: Reference) -> dict[str, tuple[str, ...]]:
    below: dict[str, list[str]] = {kode: [] for kode in reference.wilayah["kode"]}
    for kode, induk in zip(reference.wilayah["kode"], reference.wilayah["induk"], strict=True):
        if induk in below:
            below[induk].append(kode)
    return {kode: tuple(parts) for kode, parts in below.items()}
