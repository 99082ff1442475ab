"""Ages as headers write them: "<30", "31 - 50 th", "60+", "Usia 17 ke atas"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

Span = tuple[int, int]
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


def age_span_of_words(text: str) -> tuple[int, int] | None:
    """The same for a text without marks, as cells beside the data are kept.

    >>> age_span_of_words("18 30 tahun"), age_span_of_words("sampai 40"), age_span_of_words("mulai 60")
    ((18, 30), (0, 40), (60, 130))
    >>> age_span_of_words("bawah 18"), age_span_of_words("18 s d 30"), age_span_of_words("loram 18")
    ((0, 17), (18, 30), None)
    """
    words = " ".join(_UNIT.sub(" ", text.casefold()).split())
    words = re.sub(r"\b(?:s d|sd|hingga)\b", "sampai", words)
    words = re.sub(r"^(bawah|atas) ", r"di \1 ", words)
    words = re.sub(r"^(?:mulai|minimal|minimum) (\d+)$", r"\1 ke atas", words)
    words = re.sub(r"^(?:maksimal|maksimum) (\d+)$", r"sampai \1", words)
    return age_span(re.sub(r"^(\d{1,3}) (\d{1,3})$", r"\1-\2", words))


def show_span(span: tuple[int, int]) -> str:
    """Ages in figures.

    >>> show_span((18, 40)), show_span((0, 40)), show_span((41, 130))
    ('18-40', '≤40', '≥41')
    """
    first, last = span
    return f"≤{last}" if first == 0 else f"≥{first}" if last == _OLDEST else f"{first}-{last}"


def are_age_groups(spans: Iterable[Span]) -> bool:
    """Whether ages, two at least, follow each other without a gap until those of grown-up people.

    >>> are_age_groups([(0, 29), (30, 50), (51, 130)]), are_age_groups([(1, 3), (4, 6), (7, 12)])
    (True, False)
    """
    ordered = sorted(spans)
    return len(ordered) > 1 and _follow(ordered) and _LAST_FROM <= ordered[-1][0] <= _LAST_TO


def are_nested_ages(spans: Collection[Span]) -> bool:
    """Whether some ages hold others, and the widest follow each other without a gap until those of grown-up people.

    >>> are_nested_ages([(18, 40), (18, 30), (31, 40)]), are_nested_ages([(0, 39), (0, 59)])
    (True, True)
    >>> are_nested_ages([(1, 31), (1, 15), (16, 31)]), are_nested_ages([(0, 29), (30, 50)])
    (False, False)
    """
    outer = outermost(spans)
    # Ages below one begin the next group.
    last = max(first or end + 1 for first, end in spans)
    is_nested = len({*spans}) == len(spans) > len(outer)
    return is_nested and _follow(sorted(outer)) and _LAST_FROM <= last <= _LAST_TO


def outermost(spans: Collection[Span]) -> list[Span]:
    """The ages that lie within no others.

    >>> outermost([(0, 39), (0, 59), (60, 130)])
    [(0, 59), (60, 130)]
    """
    return [span for span in spans if not any(holds(other, span) for other in spans)]


def holds(wide: Span, narrow: Span) -> bool:
    """Whether ages are all of others, and more.

    >>> holds((0, 59), (0, 39)), holds((0, 39), (0, 39))
    (True, False)
    """
    return wide != narrow and wide[0] <= narrow[0] and narrow[1] <= wide[1]


def fills(parts: Collection[Span], whole: Span) -> bool:
    """Whether ages together are those of the whole, without a gap.

    >>> fills([(31, 40), (18, 30)], (18, 40)), fills([(0, 39)], (0, 59))
    (True, False)
    """
    ordered = sorted(parts)
    return _follow(ordered) and bool(ordered) and (ordered[0][0], ordered[-1][1]) == whole


def _follow(ordered: Sequence[Span]) -> bool:
    return all(after[0] - before[1] in (0, 1) for before, after in pairwise(ordered))
