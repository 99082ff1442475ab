"""Something that is equal to itself only, so that what was made of it can be kept: a table, a set of tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Any, Generic, TypeVar

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

    Many questions about a table begin with the same work: that of a whole regency, of which each looks at a part. So
    neither the table nor what was found may be changed in place.
    """

    def keeping(work: Callable[..., Found]) -> Callable[..., Found]:
        @lru_cache(maxsize=at_most)
        def find(table: ByIdentity[Any], reference: ByIdentity[Any], **keys: Any) -> Found:
            return work(table.held, reference=reference.held, **keys)

        @wraps(work)
        def kept(table: Any, *, reference: Any, **keys: Any) -> Found:
            return find(ByIdentity(table), ByIdentity(reference), **keys)

        return kept

    return keeping
