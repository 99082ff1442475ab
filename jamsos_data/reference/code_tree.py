"""A hierarchy of codes, such as segments or funding sources, with the walks that the figures need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd


@dataclass(frozen=True)
class CodeTree:
    """Codes with their parents (root: ""), in the order of the reference table."""

    parents: dict[str, str]
    names: dict[str, dict[str, str]]

    @classmethod
    def of(cls, table: pd.DataFrame) -> CodeTree:
        """Build from a table with columns kode, induk, nama, nama_en."""
        names = {
            row["kode"]: {"id": row["nama"], "en": row["nama_en"]} for row in table.to_dict(orient="records")
        }
        return cls(dict(zip(table["kode"], table["induk"], strict=True)), names)

    def __contains__(self, code: object) -> bool:
        return code in self.parents

    @cached_property
    def root(self) -> str:
        """The one code without a parent."""
        return next(code for code, parent in self.parents.items() if not parent)

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """Codes without children."""
        inner = set(self.parents.values())
        return tuple(code for code in self.parents if code not in inner)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """All codes, in the order of the table."""
        return tuple(self.parents)

    def parent(self, code: str) -> str:
        """The parent of `code`, "" for the root. Raises KeyError for an unknown code."""
        return self.parents[code]

    def children(self, code: str) -> tuple[str, ...]:
        """The direct children of `code`."""
        return self._children.get(code, ())

    def descendants(self, code: str) -> tuple[str, ...]:
        """`code` and everything below it."""
        return self._descendants.get(code) or (code,)

    def ancestors(self, code: str) -> tuple[str, ...]:
        """Everything above `code`, nearest first, without `code` itself. Raises KeyError for an unknown code."""
        return self._ancestors[code]

    @cached_property
    def _children(self) -> dict[str, tuple[str, ...]]:
        children: dict[str, list[str]] = {}
        for code, parent in self.parents.items():
            children.setdefault(parent, []).append(code)
        return {parent: tuple(codes) for parent, codes in children.items()}

    @cached_property
    def _descendants(self) -> dict[str, tuple[str, ...]]:
        def below(code: str) -> tuple[str, ...]:
            return (code, *(deeper for child in self.children(code) for deeper in below(child)))

        return {code: below(code) for code in self.parents}

    @cached_property
    def _ancestors(self) -> dict[str, tuple[str, ...]]:
        def above(code: str) -> tuple[str, ...]:
            parent = self.parents[code]
            return (parent, *above(parent)) if parent else ()

        return {code: above(code) for code in self.parents}

    def name(self, code: str, language: str = "id") -> str:
        """What people call `code`. Raises KeyError for an unknown code."""
        return self.names[code][language]

    def names_of(self, codes: Iterable[str], language: str = "id") -> list[str]:
        """What people call each of `codes`, in their order. Raises KeyError for an unknown code."""
        return [self.name(code, language) for code in codes]

    def order(self, code: str) -> int:
        """The position of `code` in the reference table, for stable sorting."""
        return self.codes.index(code)
