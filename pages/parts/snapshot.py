"""The lake as a page sees it: one fixed set of versions for a whole run, so that no page mixes two states.

Normally the newest versions; with `versi` in the address, those that were the newest at that moment.
Everything shown is cached by the snapshot, so new data makes new answers and old ones are never stale.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import polars as pl

from jamsos_data.lake import Lake, fingerprint_of, lake_folder
from jamsos_data.lake_view import regency_frames
from jamsos_data.metrics.reported import Reported, find_incomplete_months
from jamsos_data.reference import Reference
from pages.parts.keeping import kept

KEPT_SNAPSHOTS = 4


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Versions of the data sets at one location. `moment` (aware) is set when looking back."""

    location: str
    fingerprint: str
    versions: tuple[tuple[str, int], ...]
    moment: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no data set holds anything that could be shown."""
        return not available_periods(self)


@kept(at_most=4)
def open_lake(location: str) -> Lake:
    """The lake at a location, shared by all sessions."""
    return Lake(location)


def lake() -> Lake:
    """The lake of this server: `JAMSOS_LAKE`, else `data/` beside the code."""
    return open_lake(lake_folder())


def take_snapshot(moment: datetime | None = None) -> Snapshot:
    """The newest versions, or those that were the newest at `moment` (aware)."""
    store = lake()
    versions = store.versions()
    fingerprint = fingerprint_of(versions)
    if moment is not None:
        return _snapshot_at(store.location, fingerprint, moment)
    return Snapshot(
        location=store.location, fingerprint=fingerprint, versions=tuple(sorted(versions.items()))
    )


@kept(at_most=32)
def _snapshot_at(location: str, fingerprint: str, moment: datetime) -> Snapshot:
    versions = open_lake(location).versions_at(moment)
    return Snapshot(
        location=location, fingerprint=fingerprint, versions=tuple(sorted(versions.items())), moment=moment
    )


@kept(at_most=KEPT_SNAPSHOTS)
def frames(snapshot: Snapshot) -> dict[str, pl.LazyFrame]:
    """The frames of all data sets at the snapshot's versions, of the home regency (:func:`regency_frames`).

    Not to be changed.
    """
    return regency_frames(
        open_lake(snapshot.location), dict(snapshot.versions), kabupaten=reference_of(snapshot).kabupaten
    )


def reference_of(snapshot: Snapshot) -> Reference:
    """The reference tables at the snapshot's versions; the same object while none of them changes."""
    return open_lake(snapshot.location).reference(dict(snapshot.versions))


@kept(at_most=KEPT_SNAPSHOTS)
def available_periods(snapshot: Snapshot) -> dict[str, tuple[datetime, ...]]:
    """Months with data, oldest first, of the data sets that have any: `kepesertaan` and `iuran`."""
    found = {
        kind: frames(snapshot)[kind].select(pl.col("periode").unique().sort()).collect()["periode"].to_list()
        for kind in ("kepesertaan", "iuran")
    }
    return {kind: tuple(months) for kind, months in found.items() if months}


@kept(at_most=KEPT_SNAPSHOTS)
def incomplete_months(snapshot: Snapshot) -> dict[datetime, Reported]:
    """The months of which only a part is in the lake, with what they lack."""
    return find_incomplete_months(frames(snapshot)["kepesertaan"], reference=reference_of(snapshot))


def available_bases(snapshot: Snapshot) -> tuple[str, ...]:
    """The bases of `potensi` with data, in the order of the reference table."""
    held = _basis_years(snapshot)
    return tuple(basis for basis in reference_of(snapshot).codes("basis") if basis in held)


@kept(at_most=KEPT_SNAPSHOTS)
def _basis_years(snapshot: Snapshot) -> dict[str, list[int]]:
    held = frames(snapshot)["potensi"].group_by("basis").agg(pl.col("tahun").unique()).collect()
    return dict(zip(held["basis"].to_list(), held["tahun"].to_list(), strict=True))


def basis_year(snapshot: Snapshot, basis: str, month: datetime) -> int | None:
    """The year of the denominator that counts for `month`: the newest one that is not later."""
    return max((year for year in _basis_years(snapshot).get(basis, []) if year <= month.year), default=None)


@kept(at_most=KEPT_SNAPSHOTS)
def holds_example(snapshot: Snapshot) -> bool:
    """Whether any row of the snapshot is example data."""
    return any(
        not rows.filter(pl.col("asal") == "contoh").head(1).collect().is_empty()
        for rows in frames(snapshot).values()
    )
