"""Counting active participants (peserta aktif) per month, area of the answer and segment, each once."""

from __future__ import annotations

from datetime import datetime

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import AreaScope, area_scope
from jamsos_data.metrics.disjoint import subtract_children
from jamsos_data.metrics.frames import add_up, collect, in_memory, in_months, lazy, shared_months, with_codes
from jamsos_data.metrics.identity import kept_for_table
from jamsos_data.metrics.questions import CONSTRUCTION
from jamsos_data.reference import Reference

CELL = ("periode", "kode_wilayah", "program")
KEPT_SPANS = 6  # of each table: rows of years of which all of the regency is kept
_UNSPLIT = "belum_dirinci"


def disjoint_participants(
    kepesertaan: IntoFrame, *, reference: Reference, scope: AreaScope, since: datetime | None, until: datetime
) -> nw.LazyFrame:
    """Participants inside `scope`, addable: CELL, segmen, sumber_dana, peserta_aktif."""
    first, last = shared_months(since, until)
    regency = _of_regency(kepesertaan, reference=reference, since=first, until=last)
    return scope.keep_inside(in_months(regency, since=since, until=until))


@kept_for_table(at_most=KEPT_SPANS)
def _of_regency(
    kepesertaan: IntoFrame, *, reference: Reference, since: datetime | None, until: datetime
) -> nw.LazyFrame:
    regency = area_scope(reference, tingkat="kabupaten")
    rows = regency.keep_inside(in_months(lazy(kepesertaan), since=since, until=until))
    trees = {"segmen": reference.segmen_tree, "sumber_dana": reference.sumber_tree}
    return in_memory(subtract_children(rows, cell=CELL, trees=trees, value="peserta_aktif"))


def count_participants(
    kepesertaan: IntoFrame,
    *,
    reference: Reference,
    scope: AreaScope,
    since: datetime | None,
    until: datetime,
    sumber_dana: str | None = None,
) -> pd.DataFrame:
    """People per month, area of the answer and stated segment.

    Columns: periode, kode_wilayah (an area of the scope, or the coarser area that the people are known for),
    segmen, belum_dirinci (stated for the whole regency at a node above jasa konstruksi, so that it may
    contain construction workers), peserta_aktif (int64 orang).
    """
    codes = None if sumber_dana is None else reference.sumber_tree.descendants(sumber_dana)
    people = disjoint_participants(kepesertaan, reference=reference, scope=scope, since=since, until=until)
    above = _above_construction(reference)
    unsplit = (nw.col("kode_wilayah") == reference.kabupaten) & nw.col("segmen").is_in(above)
    gathered = with_codes(people, "sumber_dana", codes).with_columns(
        unsplit.alias(_UNSPLIT), scope.gather().alias("kode_wilayah")
    )
    keys = ["periode", "kode_wilayah", "segmen", _UNSPLIT]
    return collect(add_up(gathered, "peserta_aktif", by=keys), sort_by=keys)


def roll_up(people: pd.DataFrame, *, reference: Reference, dengan_jakon: bool) -> pd.DataFrame:
    """People of every segment including the segments under it: periode, kode_wilayah, segmen, peserta_aktif.

    Without jasa konstruksi its people leave the segments above it; its own row is left out as well.
    """
    tree = reference.segmen_tree
    if not dengan_jakon:
        people = without_construction(people, reference=reference)
    steps = [(code, upper) for code in tree.codes for upper in (code, *tree.ancestors(code))]
    upwards = pd.DataFrame(steps, columns=["segmen", "induk"]).astype("str")
    lifted = people.merge(upwards, on="segmen").drop(columns="segmen").rename(columns={"induk": "segmen"})
    keys = ["periode", "kode_wilayah", "segmen"]
    return lifted.groupby(keys, as_index=False, sort=True)[["peserta_aktif"]].sum()


def count_by_place(
    people: pd.DataFrame, *, reference: Reference, dengan_jakon: bool
) -> dict[tuple[datetime, str, str], int]:
    """As :func:`roll_up`, by month, area and segment: quicker where the months are few."""
    tree = reference.segmen_tree
    if not dengan_jakon:
        people = without_construction(people, reference=reference)
    upwards = {code: (code, *tree.ancestors(code)) for code in tree.codes}
    sums: dict[tuple[datetime, str, str], int] = {}
    columns = (people[name].tolist() for name in ("periode", "kode_wilayah", "segmen", "peserta_aktif"))
    for month, area, segmen, count in zip(*columns, strict=True):
        for upper in upwards.get(segmen, ()):
            sums[month, area, upper] = sums.get((month, area, upper), 0) + count
    return sums


def without_construction(people: pd.DataFrame, *, reference: Reference) -> pd.DataFrame:
    """The rows (with a column segmen) that are not of jasa konstruksi."""
    tree = reference.segmen_tree
    if CONSTRUCTION not in tree:
        return people
    return people[~people["segmen"].isin(tree.descendants(CONSTRUCTION))]


def unsplit_construction(people: pd.DataFrame, *, reference: Reference) -> set[tuple[datetime, str]]:
    """(month, area) whose people may hide construction workers: a total, and no row of jasa konstruksi."""
    tree = reference.segmen_tree
    construction = tree.descendants(CONSTRUCTION) if CONSTRUCTION in tree else ()
    hidden = people[people[_UNSPLIT] & (people["peserta_aktif"] > 0)]
    split = set(people.loc[people["segmen"].isin(construction), "periode"])
    return {
        (periode, kode)
        for periode, kode in zip(hidden["periode"], hidden["kode_wilayah"], strict=True)
        if periode not in split
    }


def _above_construction(reference: Reference) -> list[str]:
    tree = reference.segmen_tree
    return list(tree.ancestors(CONSTRUCTION)) if CONSTRUCTION in tree else []
