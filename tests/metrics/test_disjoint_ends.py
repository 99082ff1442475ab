"""Whoever is in a total and in one of its parts ends once, in the month that the part says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_data.metrics.disjoint import subtract_children
from jamsos_data.metrics.disjoint_ends import subtract_children_by_end
from jamsos_data.metrics.frames import collect, lazy, records
from jamsos_data.reference import Reference, load_reference
from tests.metrics.tables import typed

REFERENCE = load_reference()
CELL = ["periode", "kode_wilayah", "program"]
NODE = ["segmen", "sumber_dana"]
Said = tuple[str, str, int, str | None]


def by_end(reference: Reference, *rows: Said) -> list[Said]:
    """segmen, sumber_dana, people, end → the same, disjoint."""
    typed_rows: list[dict[str, object]] = [
        {
            "periode": "2026-09",
            "segmen": segmen,
            "sumber_dana": source,
            "peserta_aktif": count,
            "lunas_sampai": end,
        }
        for segmen, source, count, end in rows
    ]
    trees = {"segmen": reference.segmen_tree, "sumber_dana": reference.sumber_tree}
    found = subtract_children_by_end(
        typed("kepesertaan", typed_rows), cell=CELL, trees=trees, end="lunas_sampai", value="peserta_aktif"
    )
    months = {row["lunas_sampai"] for row in records(found)}
    named = {month: None if month is None else f"{month:%Y-%m}" for month in months}
    rows_of = [
        (row["segmen"], row["sumber_dana"], row["peserta_aktif"], named[row["lunas_sampai"]])
        for row in records(found)
    ]
    return sorted(rows_of, key=str)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [("BPU", "DBHCHT", 100, "2026-12"), ("RENTAN", "DBHCHT", 30, "2026-10")],
            [("BPU", "DBHCHT", 70, "2026-12"), ("RENTAN", "DBHCHT", 30, "2026-10")],
            id="the part ends earlier",
        ),
        pytest.param(
            [("BPU", "DBHCHT", 100, "2026-08"), ("RENTAN", "DBHCHT", 30, None)],
            [("BPU", "DBHCHT", 70, "2026-08"), ("RENTAN", "DBHCHT", 30, None)],
            id="the end of the part is not stated",
        ),
        pytest.param(
            [
                ("BPU", "DBHCHT", 60, "2026-10"),
                ("BPU", "DBHCHT", 40, "2026-12"),
                ("RENTAN", "DBHCHT", 30, "2026-10"),
            ],
            [
                ("BPU", "DBHCHT", 30, "2026-10"),
                ("BPU", "DBHCHT", 40, "2026-12"),
                ("RENTAN", "DBHCHT", 30, "2026-10"),
            ],
            id="the same end loses the part first",
        ),
        pytest.param(
            [
                ("BPU", "DBHCHT", 50, "2026-10"),
                ("BPU", "DBHCHT", 20, None),
                ("BPU", "DBHCHT", 30, "2026-12"),
                ("RENTAN", "DBHCHT", 25, "2026-11"),
            ],
            [
                ("BPU", "DBHCHT", 25, "2026-12"),
                ("BPU", "DBHCHT", 50, "2026-10"),
                ("RENTAN", "DBHCHT", 25, "2026-11"),
            ],
            id="then those without an end, then the latest",
        ),
        pytest.param(
            [
                ("SEMUA", "DBHCHT", 100, "2026-12"),
                ("BPU", "DBHCHT", 60, "2026-11"),
                ("RENTAN", "DBHCHT", 20, "2026-10"),
            ],
            [
                ("BPU", "DBHCHT", 40, "2026-11"),
                ("RENTAN", "DBHCHT", 20, "2026-10"),
                ("SEMUA", "DBHCHT", 40, "2026-12"),
            ],
            id="three storeys",
        ),
        pytest.param(
            [("BPU", "DBHCHT", 10, "2026-12"), ("RENTAN", "DBHCHT", 12, "2026-10")],
            [("RENTAN", "DBHCHT", 12, "2026-10")],
            id="the parts are believed where they say more",
        ),
    ],
)
def test_each_person_has_the_end_of_the_finest_row(
    reference: Reference, rows: list[Said], expected: list[Said]
) -> None:
    assert by_end(reference, *rows) == sorted(expected, key=str)
    assert by_end(reference, *rows[::-1]) == sorted(expected, key=str)


many = st.lists(
    st.fixed_dictionaries(
        {
            "periode": st.just("2026-09"),
            "kode_wilayah": st.sampled_from(["33.19", "33.19.04"]),
            "segmen": st.sampled_from(["SEMUA", "BPU", "RENTAN", "UMKM"]),
            "sumber_dana": st.sampled_from(["TIDAK_DIRINCI", "APBD_KAB", "DBHCHT", "MANDIRI"]),
            "peserta_aktif": st.integers(0, 100),
            "lunas_sampai": st.sampled_from([None, "2026-08", "2026-09", "2026-10", "2026-12"]),
        }
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(rows=many)
def test_over_all_ends_with_those_not_stated_everybody_is_counted_once(rows: list[dict[str, object]]) -> None:
    frame = typed("kepesertaan", rows)
    trees = {"segmen": REFERENCE.segmen_tree, "sumber_dana": REFERENCE.sumber_tree}
    found = subtract_children_by_end(frame, cell=CELL, trees=trees, end="lunas_sampai", value="peserta_aktif")
    people = subtract_children(lazy(frame), cell=CELL, trees=trees, value="peserta_aktif")

    expected = collect(people, sort_by=[*CELL, *NODE]).set_index([*CELL, *NODE])["peserta_aktif"]
    counted = found.groupby([*CELL, *NODE])["peserta_aktif"].sum()
    assert counted.to_dict() == expected[expected > 0].to_dict()
