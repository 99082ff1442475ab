"""Which pagu pays whom, and which may be meant where none pays: hand-made lines of a few desa."""

from __future__ import annotations

import pytest

from jamsos_data.metrics.paying import Pagu, PayingPagu, Row
from jamsos_data.reference import load_reference

UNDAAN, KALIREJO, PLADEN = "33.19.04", "33.19.04.2003", "33.19.06.2007"
LINES = [
    (KALIREJO, "ADD", "RT_RW"),
    (KALIREJO, "ADD", "LINMAS"),
    (KALIREJO, "CSR", "RT_RW"),
    (PLADEN, "ADD", "RT_RW"),
]


def _pagu(area: str) -> Pagu:
    return Pagu(area, "ADD", "RT_RW")


@pytest.mark.parametrize(
    ("row", "paying", "reachable"),
    [
        ((KALIREJO, "ADD", "RT_RW"), _pagu(KALIREJO), set()),
        ((UNDAAN, "ADD", "RT_RW"), None, {_pagu(KALIREJO)}),
        ((UNDAAN, "APBDES", "RT_RW"), None, {_pagu(KALIREJO)}),
        (("33.19", "ADD", "RT_RW"), None, {_pagu(KALIREJO), _pagu(PLADEN)}),
    ],
    ids=[
        "the desa's own",
        "a kecamatan reaches its desa alone",
        "a source reaches those in it",
        "the regency",
    ],
)
def test_where_no_pagu_pays_those_of_the_same_area_source_and_segment_may_be_meant(
    row: Row, paying: Pagu | None, reachable: set[Pagu]
) -> None:
    known = PayingPagu(LINES, [], reference=load_reference())
    assert known.of(row) == paying
    assert known.reachable(row) == reachable
