"""The changes of the data as people made them: what one person did at once is one change, over all its tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jamsos_data.datasets import VERSIONED, dataset
from jamsos_data.lake import Version
from jamsos_data.lake.history import EXAMPLE_AUTHOR, LOAD_EXAMPLE, REMEMBER, REMOVE_EXAMPLE
from pages.parts.keeping import kept
from pages.parts.language import language, words
from pages.parts.snapshot import KEPT_SNAPSHOTS, Snapshot, open_lake
from pages.parts.wording import count_text, plain


@dataclass(frozen=True, kw_only=True)
class Change:
    """The versions that one action made, in the order in which it made them."""

    versions: tuple[Version, ...]

    @property
    def lead(self) -> Version:
        """What the person did; the rest came with it (an upload that also leaves the example)."""
        return self.versions[0]

    @property
    def time(self) -> datetime:
        """When (aware, UTC) all of it was done."""
        return max(version.time for version in self.versions)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The data sets touched, in the order of the catalogue."""
        return tuple(kind for kind in VERSIONED if any(version.kind == kind for version in self.versions))

    @property
    def before(self) -> dict[str, int]:
        """Data set → the version that stood before."""
        return {kind: min(self._numbers(kind)) - 1 for kind in self.kinds}

    @property
    def after(self) -> dict[str, int]:
        """Data set → the version that stood after it."""
        return {kind: max(self._numbers(kind)) for kind in self.kinds}

    @property
    def rows(self) -> int:
        """Rows that its main action speaks of, over all tables."""
        return sum(version.rows for version in self.versions if version.action == self.lead.action)

    @property
    def with_example_left(self) -> tuple[Version, ...]:
        """The tables that lost their example rows beside what the person did; empty when that was all."""
        removed = tuple(version for version in self.versions if version.action == REMOVE_EXAMPLE)
        return () if self.lead.action == REMOVE_EXAMPLE else removed

    @property
    def spellings(self) -> int:
        """How many spellings of areas were remembered with it."""
        return sum(version.rows for version in self.versions if version.action == REMEMBER)

    @property
    def is_one_upload(self) -> bool:
        """Whether the person did one thing, whatever came with it."""
        came_along = (REMOVE_EXAMPLE, REMEMBER)
        others = {version.kind for version in self.versions if version.action not in came_along}
        return len(self.kinds) == 1 or (len(others) == 1 and self.lead.kind in others)

    def _numbers(self, kind: str) -> list[int]:
        return [version.version for version in self.versions if version.kind == kind]


def all_versions(location: str, kinds: Sequence[str] = VERSIONED) -> tuple[Version, ...]:
    """The versions of the given data sets and reference tables, newest first."""
    lake = open_lake(location)
    found = [version for kind in kinds for version in lake.history(kind)]
    return tuple(
        sorted(found, key=lambda version: (version.time, version.kind, version.version), reverse=True)
    )


def changes_of(versions: Sequence[Version]) -> tuple[Change, ...]:
    """Versions, newest first, as changes, newest first."""
    groups: dict[object, list[Version]] = {}
    for version in reversed(versions):
        groups.setdefault(version.change or (version.kind, version.version), []).append(version)
    made = [Change(versions=tuple(group)) for group in groups.values()]
    return tuple(sorted(made, key=lambda change: change.time, reverse=True))


@kept(at_most=KEPT_SNAPSHOTS)
def newest_change(snapshot: Snapshot) -> Change | None:
    """The last change that the snapshot holds; None for an empty lake."""
    held = dict(snapshot.versions)
    versions = [one for one in all_versions(snapshot.location) if one.version <= held.get(one.kind, 0)]
    return next(iter(changes_of(versions)), None)


def change_title(change: Change) -> str:
    """What was changed: the data set, ``data contoh``, or how many data sets."""
    if change.lead.action in (LOAD_EXAMPLE, REMOVE_EXAMPLE):
        return words()(f"change.{change.lead.action}")
    kinds = len(change.kinds)
    if not change.is_one_upload:
        return words()("change.datasets", n=kinds, count=count_text(kinds))
    return dataset(change.lead.kind).title.in_language(language())


def author_text(version: Version) -> str:
    """Who made a version, safe in Markdown; the example data are nobody's."""
    if version.author == EXAMPLE_AUTHOR:
        return words()("change.no_person")
    return plain(version.author) or words()("history.unnamed")
