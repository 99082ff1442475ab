"""No percentage over an incomplete denominator.

A potensi that was added up may lack parts: kecamatan that were not uploaded yet, or a segment. Dividing by what
is there would make the coverage far too high, so there is no percentage where a part can matter: an area below
always does, a segment only when people are counted in it.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

import pandas as pd

from jamsos_data.metrics.denominators import Denominator
from jamsos_data.metrics.frames import listed
from jamsos_data.metrics.participants import unsplit_construction, without_construction
from jamsos_data.metrics.questions import CONSTRUCTION
from jamsos_data.reference import Reference

INCOMPLETE = "potensi_tidak_lengkap"
WITHOUT_CONSTRUCTION = "potensi_tanpa_jakon"
TOO_SMALL = frozenset({INCOMPLETE, WITHOUT_CONSTRUCTION})  # reasons for which a potensi shown is only a part


class CountedSegments:
    """In which segments people are counted, by month and area of an answer."""

    def __init__(self, people: pd.DataFrame, *, reference: Reference, dengan_jakon: bool) -> None:
        """`people`: see :func:`participants.count_participants`; `dengan_jakon=False` leaves construction out."""
        self._tree = reference.segmen_tree
        counted = people[people["peserta_aktif"] > 0]
        if not dengan_jakon:
            counted = without_construction(counted, reference=reference)
        self._segments: defaultdict[tuple[datetime, str], set[str]] = defaultdict(set)
        for month, area, segmen in zip(*listed(counted, "periode", "kode_wilayah", "segmen"), strict=True):
            self._segments[month, area].add(segmen)
        self.unsplit = unsplit_construction(people, reference=reference)

    def why_too_small(self, found: Denominator, *, month: datetime, area: str, segmen: str) -> str:
        """Why `found`, the potensi of `segmen` in `area`, is no denominator in `month`; "" when it is one.

        potensi_tidak_lengkap: an area below is missing, or a segment that people are counted in (or that people
        stated for a segment above it may belong to). potensi_tanpa_jakon: only jasa konstruksi is missing so.
        """
        if not found.kurang:
            return ""
        if found.lacks_areas_of(area):
            return INCOMPLETE
        inside = self._segments.get((month, area), set()) & set(self._tree.descendants(segmen))
        missing = {part for _, part in found.kurang if self._counts_in(part, inside, month=month, area=area)}
        if missing == {CONSTRUCTION}:
            return WITHOUT_CONSTRUCTION
        return INCOMPLETE if missing else ""

    def _counts_in(self, part: str, inside: set[str], *, month: datetime, area: str) -> bool:
        """Whether people of the segments `inside` belong to the segment `part`, or may belong to it."""
        if not inside.isdisjoint(self._tree.descendants(part)):
            return True
        if part == CONSTRUCTION and (month, area) not in self.unsplit:
            return False
        return not inside.isdisjoint(self._tree.ancestors(part))
