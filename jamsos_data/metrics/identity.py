"""Something that is equal to itself only, so that what was made of it can be kept: a table, a set of tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Any, Generic, TypeVar
from weakref import ref

import polars as pl

Held = TypeVar("Held")
Found = TypeVar("Found")


@dataclass(frozen=True, eq=False)
class ByIdentity(Generic[Held]):
    """`held`, told apart by being the very same; it must not be changed in place."""

    held: Held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByIdentity) and self.held is other.held

    def __hash__(self) -> int:
        return id(self.held)


def kept_for_table(*, at_most: int) -> Callable[[Callable[..., Found]], Callable[..., Found]]:
    """Keeps what a function `work(table, *, reference, **keys)` found for the very same table and reference.

    Many questions about a table begin with the same work: that of a whole regency, of which each looks at a part. For
    each Polars frame `at_most` answers are kept, as long as somebody holds the frame itself; they must not be changed
    in place. Of other tables, which may be, nothing is kept.
    """

    def keeping(work: Callable[..., Found]) -> Callable[..., Found]:
        finders: dict[int, Callable[..., Found]] = {}

        def finder(table: pl.LazyFrame) -> Callable[..., Found]:
            number = id(table)
            if number not in finders:
                held = ref(table, lambda _: finders.pop(number, None))

                @lru_cache(maxsize=at_most)
                def find(reference: ByIdentity[Any], **keys: Any) -> Found:
                    return work(held(), reference=reference.held, **keys)

                finders[number] = find
            return finders[number]

        @wraps(work)
        def kept(table: Any, *, reference: Any, **keys: Any) -> Found:
            if not isinstance(table, pl.LazyFrame):
                return work(table, reference=reference, **keys)
            return finder(table)(ByIdentity(reference), **keys)

        return kept

    return keeping
