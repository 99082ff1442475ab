"""The bounds of rows behind a figure in words."""

from __future__ import annotations

import pytest

from jamsos_data.messages import load_messages
from jamsos_data.metrics.lineage import Behind
from jamsos_data.reference import load_reference
from pages.parts.language import CATALOGUES
from pages.parts.trace_bounds import bounds_text
from tests.metrics.tables import month


@pytest.mark.parametrize(
    ("kind", "since", "until", "said"),
    [
        ("umkm", "2024-05", "2026-09", "Kudus · 2024 – 2026"),
        ("umkm", "2026-01", "2026-09", "Kudus · 2026"),  # one year, though not one month
        ("umkm", None, "2026-09", "Kudus · sampai 2026"),
        ("iuran", "2026-01", "2026-09", "Kudus · Januari 2026 – September 2026"),
        ("iuran", "2026-09", "2026-09", "Kudus · September 2026"),
        ("iuran", None, None, "Kudus"),
    ],
)
def test_a_data_set_by_year_is_bound_by_years_and_any_other_by_months(
    kind: str, since: str | None, until: str | None, said: str
) -> None:
    first, last = (month(key) if key else None for key in (since, until))
    behind = Behind(kind=kind, dalam="33.19", since=first, until=last)
    assert bounds_text(behind, load_messages("id", CATALOGUES), reference=load_reference()) == said
