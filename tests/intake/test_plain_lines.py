"""Lines without quotes and of one width are cut by a faster parser, which gives what the watchful one gives."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_data.intake.read.delimited import read_delimited
from jamsos_data.intake.read.plain_lines import cut_plain

_CELLS = st.text(
    st.characters(exclude_characters='";\r\n', exclude_categories=["Cs"]), max_size=8
)  # a lone half of a character is replaced when a file is decoded
_TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(_CELLS, min_size=width, max_size=width), min_size=1, max_size=8)
)


@given(_TABLES, st.sampled_from(["\n", "\r\n"]))
def test_plain_lines_are_cut_as_the_watchful_parser_cuts_them(rows: list[list[str]], end: str) -> None:
    lines = [";".join(row) + end for row in rows]
    columns = cut_plain(lines, ";")
    assert columns is not None
    found = [list(map(str, row)) for row in zip(*columns, strict=True)]
    assert found == list(csv.reader(lines, delimiter=";"))


@pytest.mark.parametrize(
    "lines",
    [
        ["a;b\n", '"c;d";e\n'],
        ["a;b\n", "c\n"],
        ["judul\n", "a;b\n"],
    ],
    ids=["quotes", "a short line", "a title"],
)
def test_other_lines_are_left_to_the_watchful_parser(lines: list[str]) -> None:
    assert cut_plain(lines, ";") is None


def test_an_empty_line_is_a_row_of_empty_cells() -> None:
    columns = cut_plain(["a;b\n", "\n", "c;d\n"], ";")
    assert columns is not None
    assert [texts.tolist() for texts in columns] == [["a", "", "c"], ["b", "", "d"]]


def test_numbers_of_rows_are_those_of_the_file_whoever_cuts_them() -> None:
    body = "".join(f"Bae;{n}\n" for n in range(30_000))
    cells = read_delimited(f'Judul "satu"\n\nKecamatan;Peserta\n{body}"Jati";7\n').cells
    assert cells.shape == (30_003, 2)
    assert cells.index[[0, 1, 2, -1]].tolist() == [1, 3, 4, 30_004]
    assert list(cells.loc[20_010]) == ["Bae", "20006"]
    assert list(cells.loc[30_004]) == ["Jati", "7"]
