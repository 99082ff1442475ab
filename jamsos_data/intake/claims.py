"""What rows say of whom: whether two tables may speak of the same people or rupiah, or one sums another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import pandas as pd

from jamsos_data.datasets import Dataset

_AREA = "kode_wilayah"
_CLAIMS_NOTHING = frozenset(["", "SEMUA", "TIDAK_DIRINCI"])
_KECAMATAN_DOTS = 2

Claim = tuple[str, tuple[str, ...]]


def overlap(rows: pd.DataFrame, others: pd.DataFrame, data: Dataset) -> bool:
    """Whether two rows may speak of the same people or rupiah: areas inside each other, the rest alike or unsaid."""
    keys = _keys(data)
    own, within = defaultdict(set), _by_outer(others, keys)
    for area, values in _told(others, keys):
        own[area].add(values)
        within[area].add(values)
    return any(
        _alike(values, other)
        for area, values in _told(rows, keys)
        for other in within[area].union(*(own[outer] for outer in _with_outer(area)))
    )


def holds_parts(recap: pd.DataFrame, details: pd.DataFrame, data: Dataset) -> bool:
    """Whether an area of one table holds areas of the other, of which the rest is alike or unsaid."""
    within = _by_outer(details, _keys(data))
    told = _told(recap, _keys(data))
    return any(_alike(values, other) for area, values in told for other in within[area])


def sums_up(recap: pd.DataFrame, details: pd.DataFrame, data: Dataset) -> bool:
    """Whether one table sums another: each of its areas with a number holds areas of the details, of which the rest is
    alike or unsaid, and most of its numbers are the sums of theirs; of two or more areas two at least.

    Rows that `beyond_details` finds prove nothing.
    """
    keys, value = _keys(data), data.value_column
    filled = recap[(recap[value].fillna(0) != 0) & ~beyond_details(recap, details, data)]
    within = _by_outer(details, keys)
    told = _told(filled, keys)
    if not told or not all(any(_alike(values, other) for other in within[area]) for area, values in told):
        return False
    printed, sums = _sums(filled, value), _sums_around(same_keys(details, filled, data), value)
    agreeing = sum(number == sums[area] for area, number in printed.items())
    return agreeing * 2 > len(printed) and agreeing >= min(2, len(printed))


def beyond_details(recap: pd.DataFrame, details: pd.DataFrame, data: Dataset) -> pd.Series:
    """Which rows of a recap are no sums of the details: they stand beside rows of areas inside their own, and those of
    their area together are not what the details hold, so that their people are known for the wider area only; or they
    are of a kecamatan that the details lack, where all others are their sums.
    """
    value = data.value_column
    areas = recap[_AREA].astype("str")
    outer = {around for area in areas.unique() for around in _with_outer(area)[1:]}
    sums = _sums_around(same_keys(details, recap, data), value)
    printed = _sums(recap, value)
    wider = {area for area, number in printed.items() if area in outer and number != sums[area]}
    told = {area for code in details[_AREA].astype("str").unique() for area in _with_outer(code)}
    # Nobody in a kecamatan of which the details say nothing is what they hold.
    lacking = {a for a, n in printed.items() if n and a not in told and a.count(".") == _KECAMATAN_DOTS}
    rest = [area for area, number in printed.items() if number and area not in wider | lacking]
    if len(rest) > 1 and all(printed[area] == sums[area] for area in rest):
        wider |= lacking
    return areas.isin(wider)


def _sums_around(rows: pd.DataFrame, value: str) -> Counter[str]:
    """By area the sum of all rows inside it."""
    sums = Counter[str]()
    for area, number in _sums(rows, value).items():
        for outer in _with_outer(area)[1:]:
            sums[outer] += number
    return sums


def same_keys(details: pd.DataFrame, recap: pd.DataFrame, data: Dataset) -> pd.DataFrame:
    """The rows of which the keys are among those that a recap tells: of its month, where there are others too."""
    kept = pd.Series(True, index=details.index)
    for name in _keys(data):
        if name in recap and name in details and not set(map(str, recap[name])) & _CLAIMS_NOTHING:
            kept &= details[name].isin(recap[name].unique())
    return details[kept]


def _sums(rows: pd.DataFrame, value: str) -> dict[str, int]:
    return {str(area): int(number) for area, number in rows.groupby(_AREA)[value].sum().items()}


def _keys(data: Dataset) -> list[str]:
    return [name for name in data.key if name != _AREA]


def _by_outer(rows: pd.DataFrame, keys: Sequence[str]) -> defaultdict[str, set[tuple[str, ...]]]:
    """By area what is told of the other keys inside it."""
    within = defaultdict(set)
    for area, values in _told(rows, keys):
        for outer in _with_outer(area)[1:]:
            within[outer].add(values)
    return within


def _told(rows: pd.DataFrame, keys: Iterable[str]) -> set[Claim]:
    """The area of each row with what it says of the other keys, "" where it does not."""
    texts = [
        rows[name].map(str).where(rows[name].notna(), "") if name in rows else "" for name in (_AREA, *keys)
    ]
    columns = [[text] * len(rows) if isinstance(text, str) else list(text) for text in texts]
    return {(str(area), tuple(map(str, values))) for area, *values in zip(*columns, strict=True)}


def _with_outer(area: str) -> list[str]:
    """An area and those around it: 33.19.04.2003, 33.19.04, 33.19."""
    parts = area.split(".")
    return [".".join(parts[:number]) for number in range(len(parts), 1, -1)]


def _alike(values: Sequence[str], others: Sequence[str]) -> bool:
    return all(
        value == other or {value, other} & _CLAIMS_NOTHING
        for value, other in zip(values, others, strict=True)
    )
