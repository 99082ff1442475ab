"""Coverage (cakupan): active participants of a month ÷ potential workers of a named basis and year, ×100.

Active means paid for that month (BLTH); registered is not active. The numerator of a segment adds the
segments under it, each person once; the denominator is that of :mod:`denominators`, and where parts of it
are missing there is no percentage (:mod:`completeness`). Nothing is rounded.
What is missing stays missing (NA with a reason in `alasan`), it is never counted as zero.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import product

import numpy as np
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.completeness import INCOMPLETE, CountedSegments
from jamsos_data.metrics.denominators import MISSING, NOT_SEPARABLE, read_potential
from jamsos_data.metrics.participants import count_by_place, count_participants
from jamsos_data.metrics.questions import CONSTRUCTION, CoverageQuestion
from jamsos_data.periods import month_range
from jamsos_data.reference import Reference

COLUMNS = (
    "periode",
    "kode_wilayah",
    "wilayah",
    "terpetakan",
    "segmen",
    "peserta_aktif",
    "potensi",
    "basis",
    "tahun",
    "estimasi",
    "persen",
    "belum_terlindungi",
    "alasan",
)
NO_DATA = "tanpa_data"
UNMAPPED = "belum_terpetakan"


def measure_coverage(
    kepesertaan: IntoFrame, potensi: IntoFrame, *, reference: Reference, question: CoverageQuestion
) -> pd.DataFrame:
    """Coverage of one segment in one month: a row per area, and one for what could not be mapped further.

    Columns: periode (month start), kode_wilayah, wilayah, terpetakan (False: people known only for this
    coarser area; in the total, in no row of the level), segmen, peserta_aktif (Int64 orang, NA =
    no data), potensi (Int64 orang), basis, tahun (Int64; newest year up to the month's, one for all rows),
    estimasi (an estimate is in the potensi), persen (0–100, unrounded, NaN = not known), belum_terlindungi
    (Int64 orang, to 100 %; NA when only one funding source is asked for), alasan: "" or why there is no
    percentage: tanpa_data, tanpa_potensi, belum_terpetakan, jakon_tidak_terpisah, and of a potensi that is
    only a part: potensi_tidak_lengkap, potensi_tanpa_jakon.
    The sum of peserta_aktif over all rows is the total of the area asked for.
    Raises ValueError for an unknown area, segment or funding source.
    """
    answer = _Answer(kepesertaan, potensi, reference=reference, question=question, since=question.bulan)
    return answer.rows([question.segmen])


def measure_coverage_trend(
    kepesertaan: IntoFrame,
    potensi: IntoFrame,
    *,
    reference: Reference,
    question: CoverageQuestion,
    since: datetime | None = None,
) -> pd.DataFrame:
    """As :func:`measure_coverage`, for each month from `since` (default: the first with data) on.

    Each month takes the newest potensi year up to its own year; where `tahun` changes along a line, the
    denominators differ and the line must break. Months without data are present with NA.
    """
    answer = _Answer(kepesertaan, potensi, reference=reference, question=question, since=since)
    return answer.rows([question.segmen])


def measure_coverage_by_segmen(
    kepesertaan: IntoFrame,
    potensi: IntoFrame,
    *,
    reference: Reference,
    question: CoverageQuestion,
    also: Collection[str] = (),
    only: Collection[str] | None = None,
) -> pd.DataFrame:
    """As :func:`measure_coverage`, for question.segmen and each segment under it with people or potensi.

    Segments in `also` have rows even without either, those that are not in `only` have none (None: all have).
    """
    answer = _Answer(kepesertaan, potensi, reference=reference, question=question, since=question.bulan)
    segments = answer.segments_with_data(also)
    return answer.rows([code for code in segments if only is None or code in only])


class _Answer:
    """The counted people and the denominators of one question."""

    def __init__(
        self,
        kepesertaan: IntoFrame,
        potensi: IntoFrame,
        *,
        reference: Reference,
        question: CoverageQuestion,
        since: datetime | None,
    ) -> None:
        _check_codes(reference, question)
        self.reference = reference
        self.question = question
        self.scope = area_scope(reference, tingkat=question.tingkat, dalam=question.dalam)
        counted = count_participants(
            kepesertaan,
            reference=reference,
            scope=self.scope,
            since=since,
            until=question.bulan,
            sumber_dana=question.sumber_dana,
        )
        self.people = count_by_place(counted, reference=reference, dengan_jakon=self._with_construction)
        self.counted = CountedSegments(counted, reference=reference, dengan_jakon=self._with_construction)
        self.hidden = set() if question.dengan_jakon else self.counted.unsplit
        first = since or min(counted["periode"], default=question.bulan)
        self.months = month_range(first, question.bulan)
        self.potential = read_potential(
            potensi, reference=reference, until=question.bulan, basis=question.basis
        )

    @property
    def _with_construction(self) -> bool:
        """The switch removes construction workers from totals; asked for by name, they stay."""
        return self.question.dengan_jakon or self.question.segmen == CONSTRUCTION

    def segments_with_data(self, also: Collection[str]) -> list[str]:
        asked = self.reference.segmen_tree.descendants(self.question.segmen)
        counted = {*(segmen for _, _, segmen in self.people), *also}
        return [segmen for segmen in asked if segmen in counted or self._has_potential(segmen)]

    def _has_potential(self, segmen: str) -> bool:
        if segmen == CONSTRUCTION and not self._with_construction:
            return False
        year = self.potential.year_of(self.question.bulan)
        if year is None:
            return False
        table = self.potential.by_year[year]
        areas = (self.scope.within, *self.scope.shown)
        return any(table.of(area, segmen).jumlah is not None for area in areas)

    def rows(self, segments: Sequence[str]) -> pd.DataFrame:
        places = self._places(segments)
        years = {month: self.potential.year_of(month) for month in self.months}
        found = [self._denominator(years.get(place[0]), *place) for place in places]
        months, areas, codes, mapped = zip(*places, strict=True) if places else ((), (), (), ())
        jumlah, estimasi, alasan = zip(*found, strict=True) if found else ((), (), ())
        total = set(self.reference.segmen_tree.ancestors(CONSTRUCTION))
        hidden = [place[2] in total and place[:2] in self.hidden for place in places]
        people = [self.people.get(place[:3]) for place in places]
        judged = list(map(_judge, alasan, people, jumlah, mapped, hidden))
        compared = [
            (many, of) if not why and many is not None and of is not None else None
            for why, many, of in zip(judged, people, jumlah, strict=True)
        ]
        of_all_sources = self.question.sumber_dana is None
        left = [max(pair[1] - pair[0], 0) if pair and of_all_sources else None for pair in compared]
        rows = pd.DataFrame(
            {
                "periode": np.array(months, dtype="datetime64[us]"),
                "kode_wilayah": pd.array(areas, dtype="str"),
                "wilayah": pd.array([self.reference.area_name(area) for area in areas], dtype="str"),
                "terpetakan": np.array(mapped, dtype="bool"),
                "segmen": pd.array(codes, dtype="str"),
                "peserta_aktif": pd.array(people, dtype="Int64"),
                "potensi": pd.array(jumlah, dtype="Int64"),
                "basis": pd.array([self.potential.basis] * len(places), dtype="str"),
                "tahun": pd.array([years.get(month) for month in months], dtype="Int64"),
                "estimasi": np.array(estimasi, dtype="bool"),
                "alasan": pd.array(judged, dtype="str"),
                "persen": np.array(
                    [100 * pair[0] / pair[1] if pair else np.nan for pair in compared], dtype="float64"
                ),
                "belum_terlindungi": pd.array(left, dtype="Int64"),
            }
        )
        return rows[list(COLUMNS)]

    def _places(self, segments: Sequence[str]) -> list[tuple[datetime, str, str, bool]]:
        """Month, area, segment of each row in order, and whether the area is one of the level asked for."""
        shown, asked = set(self.scope.shown), set(segments)
        grid = [(month, area, segmen, True) for month, area, segmen in product(self.months, shown, segments)]
        coarser = [(*place, False) for place in self.people if place[1] not in shown and place[2] in asked]
        order = {code: place for place, code in enumerate(self.reference.segmen_tree.codes)}
        return sorted([*grid, *coarser], key=lambda row: (row[0], order[row[2]], not row[3], row[1]))

    def _denominator(
        self, year: int | None, month: datetime, area: str, segmen: str, mapped: bool
    ) -> tuple[int | None, bool, str]:
        if not mapped:
            return None, False, UNMAPPED
        if year is None:
            return None, False, MISSING
        found = self.potential.by_year[year].of(area, segmen, dengan_jakon=self.question.dengan_jakon)
        small = self.counted.why_too_small(found, month=month, area=area, segmen=segmen)
        return found.jumlah, found.estimasi, found.alasan or small


def _judge(alasan: str, people: int | None, potensi: int | None, mapped: bool, hidden: bool) -> str:
    """Why a row has no percentage: `alasan` of its denominator, unless something else tells more; "" when it has."""
    why = NOT_SEPARABLE if hidden and not alasan else alasan
    if people is None and mapped and why != INCOMPLETE:
        return NO_DATA
    return MISSING if not why and potensi == 0 else why


def _check_codes(reference: Reference, question: CoverageQuestion) -> None:
    if question.segmen not in reference.segmen_tree:
        raise ValueError(f"unknown segment {question.segmen!r}")
    if question.sumber_dana is not None and question.sumber_dana not in reference.sumber_tree:
        raise ValueError(f"unknown funding source {question.sumber_dana!r}")
