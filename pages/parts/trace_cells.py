"""The very rows that a figure is made of, where others of the same data set, area and time stand beside them."""

from __future__ import annotations

from jamsos_data.metrics.denominators import Place, read_potential
from jamsos_data.metrics.enterprises import rows_counted
from jamsos_data.metrics.lineage import Cells
from jamsos_data.origin import Rows
from pages.parts.snapshot import frames
from pages.parts.state import Selection


def cells_made(rows: Rows, selection: Selection) -> Cells | None:
    """Which rows of potensi (area, segment) or umkm (area, year) the figure of the area looked at is made of.

    None where `rows` asks for no such choice.
    """
    if rows.made is None:
        return None
    if rows.kind == "umkm":
        each = 1 if rows.made == "figure" else 2
        counted = rows_counted(
            selection.rows("umkm"),
            reference=selection.reference,
            bulan=selection.month,
            dalam=selection.dalam,
            each=each,
        )
        return ("kode_wilayah", "tahun"), tuple(sorted(counted))
    return ("kode_wilayah", "segmen"), tuple(sorted(_potential(rows, selection)))


def _potential(rows: Rows, selection: Selection) -> frozenset[Place]:
    potential = read_potential(
        frames(selection.snapshot)["potensi"],
        reference=selection.reference,
        until=selection.month,
        basis=selection.basis,
    )
    year = potential.year_of(selection.month)
    if year is None:
        return frozenset()
    segmen = selection.reference.segmen_tree.root if "segmen" in rows.unasked else selection.segmen
    with_construction = selection.dengan_jakon or "jakon" in rows.unasked
    found = potential.by_year[year].of(selection.wilayah, segmen, dengan_jakon=with_construction)
    return found.dari
