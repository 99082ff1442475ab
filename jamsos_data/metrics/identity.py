"""Something that is equal to itself only, so that what was made of it can be kept: a table, a set of tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Held = TypeVar("Held")


@dataclass(frozen=True, eq=False)
class ByIdentity(Generic[Held]):
    """`held`, told apart by being the very same; it must not be changed in place."""

    held: Held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByIdentity) and self.held is other.held

    def __hash__(self) -> int:
        return id(self.held)
