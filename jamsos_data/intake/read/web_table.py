"""Reads the tables of a web page: many portals save one under a name that ends in .xls."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import zip_longest

from jamsos_data.intake.read.cells import RawSheet, text_frame
from jamsos_data.intake.read.parser import cell_text
from jamsos_data.intake.report import Refusal

MAX_CELLS = 5_000_000
MAX_SPAN = 1_000
_HIDDEN = ("script", "style")
# What a page sets apart without a blank: a figure that is struck out beside the new one, the mark of a footnote.
_APART = ("br", "sup", "s", "del", "strike")


@dataclass
class _Grid:
    """One table: its rows, cells that reach down from above (column → rows left), and merged ranges."""

    rows: list[list[str]] = field(default_factory=list)
    hanging: dict[int, int] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    open: list[str] | None = None
    spans: tuple[int, int] = (1, 1)

    def begin_row(self) -> None:
        self.rows.append([])
        self.hanging = {column: left - 1 for column, left in self.hanging.items() if left > 1}

    def end_cell(self) -> None:
        """Put the open cell at the first free place of the last row."""
        text, self.open = " ".join("".join(self.open or []).split()), None
        row = self.rows[-1]
        while self.hanging.get(len(row), 0) > 0:
            row.append("")
        down, across = self.spans
        left, top = len(row), len(self.rows)
        row += [text, *[""] * (across - 1)]
        if down > 1 or across > 1:
            self.merged.append((top, left, top + down - 1, left + across - 1))
        if down > 1:
            # The next row takes one off before it asks.
            self.hanging |= dict.fromkeys(range(left, left + across), down)


class _Tables(HTMLParser):
    """Gathers tables; one inside another stands for itself. Entities become characters, scripts are passed over."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.grids: list[_Grid] = []
        self._stack: list[_Grid] = []
        self._hidden = self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "table":
            self._stack.append(_Grid())
            self.grids.append(self._stack[-1])
        elif self._stack and tag == "tr":
            self._end_cell()
            self._stack[-1].begin_row()
        elif self._stack and tag in ("td", "th"):
            self._begin_cell(dict(attrs))
        elif tag in _APART:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(self._hidden - 1, 0)
        elif not self._stack:
            return
        elif tag in _APART:
            self._end_apart(tag)
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "table"):
            self._end_cell()
            if tag == "table":
                self._stack.pop()

    def _end_apart(self, tag: str) -> None:
        """A footnote "45 1)" is told from a number by its bracket, a figure that is struck out by its stroke."""
        written = "".join(self._stack[-1].open or ()).rstrip()
        if tag == "sup":
            self.handle_data("" if written.endswith((")", "*")) else ")")
        elif tag != "br" and written[-1:].isdigit():
            self.handle_data(" / ")

    def handle_data(self, data: str) -> None:
        if self._stack and self._stack[-1].open is not None and not self._hidden:
            self._stack[-1].open.append(data)

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        grid = self._stack[-1]
        if not grid.rows:
            grid.begin_row()
        grid.open = []
        grid.spans = (_span(attributes.get("rowspan")), _span(attributes.get("colspan")))
        self._cells += grid.spans[1]
        if self._cells > MAX_CELLS:
            raise Refusal("TABEL_TERLALU_BESAR", rows=len(grid.rows), columns=len(grid.rows[-1]))

    def _end_cell(self) -> None:
        if self._stack[-1].open is not None:
            self._stack[-1].end_cell()


def _span(text: str | None) -> int:
    return min(max(int(text), 1), MAX_SPAN) if text and text.isdecimal() else 1


def read_web_tables(text: str) -> tuple[RawSheet, ...]:
    """The tables of a page with two cells in a row at least, numbered when there are several.

    A table of single cells before one of them, or of labels with what they say ("Periode", ": 03-2026"), holds its
    titles. Raises Refusal when there is no table: the page may
    load it from elsewhere, or be a login page.
    """
    parser = _Tables()
    parser.feed(text)
    parser.close()
    grids, titles = [], []
    for grid in parser.grids:
        if not all(map(_is_title, grid.rows)):
            grids.append(_beneath(titles, grid))
            titles = []
        else:
            titles += [row for row in grid.rows if any(row)]
    if not grids:
        raise Refusal("BUKAN_TABEL_WEB")
    return tuple(
        _sheet("" if len(grids) == 1 else str(number), grid) for number, grid in enumerate(grids, start=1)
    )


def _is_title(row: list[str]) -> bool:
    """Whether a row holds one text, or a label and what it says with a colon in one of the two or between."""
    label, *said = filter(None, row) if any(row) else [""]
    if len(said) == 2 and said[0] == ":":
        return True
    return not said or (len(said) == 1 and (label.endswith(":") or said[0].startswith(":")))


def _beneath(titles: list[list[str]], grid: _Grid) -> _Grid:
    """A table beneath its titles, as a spreadsheet shows the two."""
    down = len(titles)
    merged = [(top + down, left, bottom + down, right) for top, left, bottom, right in grid.merged]
    return _Grid(rows=[*titles, *grid.rows], merged=merged)


def _sheet(name: str, grid: _Grid) -> RawSheet:
    columns = [list(map(cell_text, cells)) for cells in zip_longest(*grid.rows, fillvalue="")]
    cells = text_frame(columns, range(1, len(grid.rows) + 1))
    return RawSheet(name, cells[(cells != "").any(axis=1)], tuple(grid.merged))
