"""The very rows that a figure is made of, where others of the same data set, area and time stand beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd

from jamsos_data.metrics.denominators import Place, read_potential
from jamsos_data.metrics.enterprise_rows import rows_of_areas, rows_of_figure, rows_of_years
from jamsos_data.metrics.lineage import Cells
from jamsos_data.origin import Rows
from jamsos_data.periods import add_months
from jamsos_data.views import figures
from pages.parts.snapshot import frames
from pages.parts.state import Selection

YEAR = 12  # months
_ENTERPRISES: dict[str, Callable[..., frozenset[tuple[str, int]]]] = {
    "figure": rows_of_figure,
    "years": rows_of_years,
    "pace": partial(rows_of_years, last=2),
    "areas": rows_of_areas,
}


def cells_made(rows: Rows, selection: Selection) -> Cells | None:
    """Which rows of potensi (area, segment) or umkm (area, year) the figure of the area looked at is made of.

    None where `rows` asks for no such choice, or of targets, which :func:`judged_by` names.
    """
    if rows.made is None or rows.kind == "target":
        return None
    if rows.kind == "umkm":
        counted = _ENTERPRISES[rows.made](
            selection.rows("umkm"),
            reference=selection.reference,
            bulan=selection.month,
            dalam=selection.dalam,
        )
        return ("kode_wilayah", "tahun"), tuple(sorted(counted))
    return ("kode_wilayah", "segmen"), tuple(sorted(_potential(rows, selection)))


def judged_by(rows: Rows, selection: Selection) -> pd.DataFrame:
    """The rows of measure_targets of the areas and segments that `rows` names as judged."""
    parts = [figures.targets(selection, total=True, segmen=None)]
    levels = {selection.level_inside, *(selection.reference.area_level(area) for area, _ in rows.judged)}
    for level in sorted(levels - {"kabupaten"}):
        inside = selection.dalam if level == selection.level_inside else None
        parts.append(figures.targets(selection, segmen=None, tingkat=level, dalam=inside))
    found = pd.concat(parts)
    places = zip(found["kode_wilayah"], found["segmen"], strict=True)
    root = selection.reference.segmen_tree.root
    if rows.judged:
        return found[[place in rows.judged for place in places]]
    return found[[area == selection.wilayah or segmen == root for area, segmen in places]]


def _potential(rows: Rows, selection: Selection) -> frozenset[Place]:
    potential = read_potential(
        frames(selection.snapshot)["potensi"],
        reference=selection.reference,
        until=selection.month,
        basis=selection.basis,
    )
    asked = add_months(selection.month, -YEAR) if rows.when == "year_before" else selection.month
    year = potential.year_of(asked)
    if year is None:
        return frozenset()
    with_construction = selection.dengan_jakon or "jakon" in rows.unasked
    found = (
        potential.by_year[year].of(*place, dengan_jakon=with_construction)
        for place in _measured(rows, selection)
    )
    return frozenset().union(*(one.dari for one in found))


def _measured(rows: Rows, selection: Selection) -> list[Place]:
    """The areas and segments whose potensi is asked for."""
    if rows.made != "judged":
        asked_for_all = "segmen" in rows.unasked
        return [
            (
                selection.wilayah,
                selection.reference.segmen_tree.root if asked_for_all else selection.segmen,
            )
        ]
    judged = judged_by(rows, selection)
    known = judged[judged["potensi"].notna()]
    return list(zip(known["kode_wilayah"], known["segmen"], strict=True))
