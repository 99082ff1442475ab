"""Ages as headers write them: "<30", "31 - 50 th", "60+", "Usia 17 ke atas"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_OLDEST = 130
# Where the last group of ages begins: parts of a year or month (1-3, 4-6, 1-10) begin before, days overdue (>90) after.
_LAST_FROM, _LAST_TO = 30, 85
_UNIT = re.compile(r"\b(?:tahun|thn|th|usia|umur)\b\.?")
_RANGE = re.compile(r"(\d{1,3})\s*(?:-|–|s\.?/?d\.?|sampai)\s*(\d{1,3})")
_BELOW = re.compile(
    r"(<=?|≤|di ?bawah|kurang dari|s\.?/?d\.?|sampai)\s*(\d{1,3})|(\d{1,3})\s*(?:ke|dan) ?bawah"
)
_ABOVE = re.compile(r"(>=?|≥|di ?atas|lebih dari)\s*(\d{1,3})|(\d{1,3})\s*(?:(?:ke|dan) ?atas|\+)")


def age_span(header: str) -> tuple[int, int] | None:
    """The first and the last age that a header names, at most 130.

    >>> age_span("<30"), age_span("30 - 50 th"), age_span("> 50"), age_span("60+"), age_span("Usia 17 ke atas")
    ((0, 29), (30, 50), (51, 130), (60, 130), (17, 130))
    >>> age_span("2026"), age_span("Jumlah"), age_span("50-30")
    (None, None, None)
    """
    text = " ".join(_UNIT.sub(" ", header.casefold()).split())
    if found := _RANGE.fullmatch(text):
        first, last = int(found[1]), int(found[2])
    elif found := _BELOW.fullmatch(text):
        first, last = 0, int(found[2] or found[3]) - (found[1] in ("<", "di bawah", "dibawah", "kurang dari"))
    elif found := _ABOVE.fullmatch(text):
        first, last = (
            int(found[2] or found[3]) + (found[1] in (">", "di atas", "diatas", "lebih dari")),
            _OLDEST,
        )
    else:
        return None
    return (first, last) if first <= last <= _OLDEST else None


def are_age_groups(spans: Iterable[tuple[int, int]]) -> bool:
    """Whether ages, two at least, follow each other without a gap until those of grown-up people.

    >>> are_age_groups([(0, 29), (30, 50), (51, 130)]), are_age_groups([(1, 3), (4, 6), (7, 12)])
    (True, False)
    """
    ordered = sorted(spans)
    follow = all(after[0] - before[1] in (0, 1) for before, after in pairwise(ordered))
    return len(ordered) > 1 and follow and _LAST_FROM <= ordered[-1][0] <= _LAST_TO
