"""A parent and its child are never added; what a parent says beyond its children is kept."""

from __future__ import annotations

import pytest

from jamsos_data.metrics.disjoint import nested_nodes, subtract_children
from jamsos_data.metrics.frames import collect, lazy, records
from jamsos_data.reference import Reference
from tests.metrics.tables import Engine

KEYS = ["periode", "kode_wilayah", "program", "segmen", "sumber_dana"]


def row(segmen: str, sumber_dana: str, count: int, **more: object) -> dict[str, object]:
    where = {"periode": "2026-09", "segmen": segmen, "sumber_dana": sumber_dana}
    return where | {"peserta_aktif": count} | more


def remainders(
    engine: Engine, reference: Reference, *rows: dict[str, object]
) -> dict[tuple[str, str, str], int]:
    trees = {"segmen": reference.segmen_tree, "sumber_dana": reference.sumber_tree}
    reduced = subtract_children(
        lazy(engine.table("kepesertaan", *rows)), cell=KEYS[:3], trees=trees, value="peserta_aktif"
    )
    found = records(collect(reduced, sort_by=KEYS))
    return {(one["kode_wilayah"], one["segmen"], one["sumber_dana"]): one["peserta_aktif"] for one in found}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("RENTAN", "DBHCHT", 5), ("BPD", "ADD", 7)], [5, 7]),
        ([("RENTAN", "DBHCHT", 5), ("RENTAN", "DBHCHT", 7)], [12]),
        ([("RENTAN", "APBD_KAB", 10), ("RENTAN", "DBHCHT", 4)], [6, 4]),
        (
            [("BPU", "TIDAK_DIRINCI", 100), ("RENTAN", "DBHCHT", 30), ("RENTAN", "APBD_KAB_UMUM", 20)],
            [50, 30, 20],
        ),
        ([("SEMUA", "TIDAK_DIRINCI", 9), ("BPU", "TIDAK_DIRINCI", 6), ("RENTAN", "DBHCHT", 4)], [3, 2, 4]),
        # two containers that overlap without containing one another: 10 + 8 − 3 people in all
        ([("BPU", "DBHCHT", 10), ("RENTAN", "APBD_KAB", 8), ("RENTAN", "DBHCHT", 3)], [7, 5, 3]),
        # the children say more than their parent: they are believed, and nothing becomes negative
        ([("BPU", "DBHCHT", 10), ("RENTAN", "DBHCHT", 12)], [0, 12]),
        ([("BPU", "DBHCHT", 10), ("RENTAN", "DBHCHT", 0)], [10, 0]),
    ],
)
def test_a_row_keeps_what_it_says_beyond_the_rows_it_contains(
    engine: Engine, reference: Reference, rows: list[tuple[str, str, int]], expected: list[int]
) -> None:
    found = remainders(engine, reference, *(row(*one) for one in rows))
    nodes = dict.fromkeys((segmen, source) for segmen, source, _ in rows)
    assert [found["33.19", segmen, source] for segmen, source in nodes] == expected


def test_rows_of_other_cells_are_left_alone(engine: Engine, reference: Reference) -> None:
    found = remainders(
        engine,
        reference,
        row("BPU", "DBHCHT", 10),
        row("RENTAN", "DBHCHT", 4, kode_wilayah="33.19.04"),
        row("UMKM", "DBHCHT", 3, program="JKK+JKM+JHT"),
        row("BPU", "DBHCHT", 6, kode_wilayah="33.19.04"),
    )
    assert found == {
        ("33.19", "BPU", "DBHCHT"): 10,
        ("33.19", "UMKM", "DBHCHT"): 3,
        ("33.19.04", "BPU", "DBHCHT"): 2,
        ("33.19.04", "RENTAN", "DBHCHT"): 4,
    }


def test_containers_come_after_what_they_contain(reference: Reference) -> None:
    trees = {"segmen": reference.segmen_tree}
    found = nested_nodes([("SEMUA",), ("RENTAN",), ("BPU",), ("PU",)], trees)
    assert found == {("BPU",): [("RENTAN",)], ("SEMUA",): [("RENTAN",), ("BPU",), ("PU",)]}
    assert list(found) == [("BPU",), ("SEMUA",)]
