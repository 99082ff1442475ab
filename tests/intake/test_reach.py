"""How far a sheet reaches, whatever the order and number of its cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jamsos_data.intake.read.reach import Reach

LETTERS = st.text("ABCXYZ", min_size=1, max_size=3)
ROWS = st.integers(1, 2_000_000)


def _sheet(cells: list[tuple[str, int]]) -> bytes:
    return "".join(f'<row r="{row}"><c r="{column}{row}" t="n"/></row>' for column, row in cells).encode()


def _number(letters: str) -> int:
    return sum((ord(letter) - 64) * 26**place for place, letter in enumerate(reversed(letters)))


@given(st.lists(st.tuples(LETTERS, ROWS), min_size=1, max_size=30), st.integers(1, 4))
def test_the_furthest_cell_is_found_wherever_it_stands(cells: list[tuple[str, int]], parts: int) -> None:
    reach = Reach()
    for start in range(parts):
        reach.feed(_sheet(cells[start::parts]))
    assert reach.columns == max(_number(letters) for letters, _ in cells)
    assert reach.rows == max(row for _, row in cells)


def test_it_is_found_far_behind_others_and_before_the_last() -> None:
    near = [("B", row) for row in range(1, 5_000)]
    reach = Reach()
    reach.feed(_sheet([*near, ("XFD", 1_048_576), *near]))
    assert (reach.columns, reach.rows) == (16_384, 1_048_576)
    assert reach.rectangle == 16_384 * 1_048_576


def test_a_sheet_without_cells_reaches_nowhere() -> None:
    reach = Reach()
    reach.feed(b"<sheetData/>")
    assert (reach.columns, reach.rows, reach.rectangle) == (0, 0, 0)
