"""Which figures the page UMKM & sosialisasi shows: enterprises, meetings, and packages that are too small."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from jamsos_data.metrics.enterprises import (
    Enterprises,
    measure_enterprise_areas,
    measure_enterprise_years,
    years_to_register_all,
)
from jamsos_data.metrics.outreach import (
    InviteRule,
    invite_again,
    measure_meetings,
    reasons_ranked,
    yield_by_area,
)
from jamsos_data.views import figures
from jamsos_data.views.view import View, gathered_once


@dataclass(frozen=True, kw_only=True)
class OutreachFigures:
    """`place`: the area that enterprises and meetings are of (of a desa its kecamatan).

    `enterprises`, `years` and `areas`: measure_enterprises, _years and _areas (whatever the segment looked at),
    `years_left`: years_to_register_all. `meetings`: measure_meetings of the segment looked at, `by_area`, `by_reason`
    and `again` (of `rule`) are made of them. `packages`: measure_small_packages of the month.
    """

    place: str
    enterprises: Enterprises | None
    years: pd.DataFrame
    areas: pd.DataFrame
    years_left: float | None
    meetings: pd.DataFrame
    by_area: pd.DataFrame
    by_reason: pd.DataFrame
    again: pd.DataFrame
    rule: InviteRule
    packages: pd.DataFrame

    @property
    def judged(self) -> int:
        """Meetings whose result is stated."""
        return int(self.by_area["pertemuan"].sum())

    @property
    def present(self) -> int:
        """People at the meetings whose result is stated."""
        return int(self.by_area["hadir"].sum())

    @property
    def unstated(self) -> int:
        """People at the other meetings."""
        return int(self.by_area["tanpa_hasil"].sum())

    @property
    def to_invite(self) -> int:
        """People of the groups to invite again who have not registered."""
        return int(self.again["belum"].sum())

    @property
    def registered(self) -> int:
        """Those present who registered afterwards."""
        return int(self.by_area["terdaftar"].sum())

    @property
    def yield_percent(self) -> float | None:
        """Registered of those present, persen 0–100; None where nobody came or no result is stated."""
        return 100 * self.registered / self.present if self.present else None


@gathered_once
def outreach_figures(view: View) -> OutreachFigures:
    """All figures of the page; gathered once for the same choices and data. Not to be changed."""
    rule = InviteRule.of(view.reference)
    asked = {"reference": view.reference, "bulan": view.month, "dalam": view.dalam}
    years = measure_enterprise_years(view.rows("umkm"), **asked)
    meetings = measure_meetings(view.rows("sosialisasi"), segmen=view.segmen, **asked)
    return OutreachFigures(
        place=view.kecamatan or view.reference.kabupaten,
        enterprises=figures.enterprises(view),
        years=years,
        areas=measure_enterprise_areas(view.rows("umkm"), **asked),
        years_left=years_to_register_all(years),
        meetings=meetings,
        by_area=yield_by_area(meetings, reference=view.reference),
        by_reason=reasons_ranked(meetings),
        again=invite_again(meetings, bulan=view.month, rule=rule),
        rule=rule,
        packages=figures.small_packages(view),
    )
