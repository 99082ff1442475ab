"""Which figures the page Mutu data shows: who reported, what the checks found, and the grade of each kecamatan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from jamsos_data.metrics.grades import grade_areas, mapped_share
from jamsos_data.metrics.questions import CoverageQuestion
from jamsos_data.metrics.reporting import AS_A_WHOLE, REPORTED, SILENT, reported_by_kecamatan, with_counts
from jamsos_data.views.view import View, gathered_once


@dataclass(frozen=True, eq=False, kw_only=True)
class QualityFigures:
    """Answers for one view; of a desa its kecamatan is looked at.

    `shown` has the rows of the heat table: kode_wilayah, wilayah, periode, melapor, utuh, desa (int64), persen, keadaan
    (melapor, utuh or kosong; of a kecamatan utuh or ""), for the segmen looked at. `reporting` are the rows of
    measure_reporting for all segments, `checks` those of measure_checks, `mapping` those of measure_mapping, `grades`
    those of grade_areas.
    """

    shown: pd.DataFrame
    reporting: pd.DataFrame
    checks: pd.DataFrame
    mapping: pd.DataFrame
    grades: pd.DataFrame

    @property
    def silent_now(self) -> pd.DataFrame:
        """The rows of `reporting` of the newest month whose desa has no figure at all."""
        return self._now(SILENT)

    @property
    def whole_now(self) -> pd.DataFrame:
        """The rows of `reporting` of the newest month whose desa is known with its kecamatan as a whole only."""
        return self._now(AS_A_WHOLE)

    @property
    def reported_now(self) -> int:
        """How many desa reported by themselves in the newest month."""
        return len(self._now(REPORTED))

    @property
    def expected_now(self) -> int:
        """How many desa are expected to report in the newest month."""
        return int((self.reporting["periode"] == self.reporting["periode"].max()).sum())

    @property
    def complete_percent(self) -> float | None:
        """Share (%) of desa and months with figures, by themselves or with their kecamatan; None without any."""
        return share(self.reporting["keadaan"] != SILENT)

    @property
    def whole_percent(self) -> float | None:
        """Share (%) of desa and months known with their kecamatan as a whole only; None without any."""
        return share(self.reporting["keadaan"] == AS_A_WHOLE)

    @property
    def mapped_percent(self) -> float | None:
        """Share (%) of the people, those known for the regency only among them, whose desa is known; None without."""
        return mapped_share(self.mapping)

    def _now(self, state: str) -> pd.DataFrame:
        newest = self.reporting["periode"].max()
        return self.reporting[(self.reporting["periode"] == newest) & (self.reporting["keadaan"] == state)]


@gathered_once
def quality_figures(view: View) -> QualityFigures:
    """All figures of the page for a view."""
    reporting = view.ask("reporting", _question(view))
    of_segment = reporting
    if view.segmen != view.reference.segmen_tree.root:
        of_segment = view.ask("reporting", _question(view, segmen=view.segmen))
    checks = view.ask("checks", _question(view))
    mapping = view.ask("mapping", _question(view))
    return QualityFigures(
        shown=_shown(of_segment, view),
        reporting=reporting,
        checks=checks,
        mapping=mapping,
        grades=grade_areas(reporting, checks, mapping, reference=view.reference),
    )


def share(holds: pd.Series) -> float | None:
    """Share (%) of the rows for which something holds; None without rows."""
    return None if holds.empty else 100 * int(holds.sum()) / len(holds)


def _shown(rows: pd.DataFrame, view: View) -> pd.DataFrame:
    if view.kecamatan is None:
        return reported_by_kecamatan(rows, reference=view.reference)
    counted = with_counts(rows)
    return counted.assign(persen=100.0 * counted["melapor"]).drop(columns="induk")


def _question(view: View, **changes: Any) -> CoverageQuestion:
    return CoverageQuestion(
        **{
            "bulan": view.month,
            "basis": view.basis,
            "dengan_jakon": view.dengan_jakon,
            "dalam": view.kecamatan,
            **changes,
        }
    )
