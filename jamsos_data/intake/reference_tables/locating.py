"""Finds the header of a reference table among titles and notes, and which column is which."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from jamsos_data.datasets import Column, Dataset
from jamsos_data.intake.lexicon import spellings_of
from jamsos_data.intake.names import alternatives
from jamsos_data.intake.read import read_sheets
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.intake.report import Refusal
from jamsos_data.reference_sets import ORDER

_SEARCHED_ROWS = 40
_QUOTED = 8
# "Nilai baru" beside "Nilai": which of them is meant, no rule can tell.
_VERSIONS = frozenset(
    ("baru", "lama", "usulan", "semula", "menjadi", "sebelumnya", "sekarang", "revisi", "perubahan",
     "new", "old", "proposed", "previous", "current")
)  # fmt: skip


@dataclass(frozen=True)
class Located:
    """The texts under the header, by declared column; the header's row; its words; what was not used."""

    sheet: str
    header_row: int
    headers: dict[str, str]
    texts: pd.DataFrame
    unused: tuple[str, ...]
    other_sheets: tuple[str, ...]


def locate_reference(content: bytes, data: Dataset) -> Located:
    """The table of the sheet that has most of the declared columns.

    Raises Refusal when the file is no table, when no row names all columns that are needed, or when two columns
    with different cells compete for one of these.
    """
    sheets = read_sheets(content)
    shown = [sheet for sheet in sheets if not sheet.hidden] or list(sheets)
    found = [(row, names, sheet) for sheet in shown for row, names in _headers(sheet, data)]
    needed = {column.name for column in data.columns if column.required}
    row, names, sheet = max(
        found, key=lambda one: (needed <= set(one[1].values()), len(one[1])), default=(0, {}, shown[0])
    )
    missing = [
        column.title for column in data.columns if column.required and column.name not in names.values()
    ]
    if missing:
        raise Refusal(
            "ACUAN_KOLOM_TIDAK_ADA",
            sheet=sheet.name,
            title=data.title,
            columns=", ".join(title.id for title in missing),
            headers=_quote(sheet, row),
        )
    _require_no_rivals(sheet, row, names, data)
    return _cut(sheet, row, names, data, tuple(one.name for one in shown if one is not sheet))


def _headers(sheet: RawSheet, data: Dataset) -> list[tuple[int, dict[int, str]]]:
    """Row number → position → column, for each row that may be the header."""
    spellings = {
        word: column.name
        for column in reversed(data.columns)
        if column.name != ORDER
        for word in _words(column)
    }
    rows = []
    for number, cells in zip(
        sheet.cells.index[:_SEARCHED_ROWS],
        sheet.cells.head(_SEARCHED_ROWS).itertuples(index=False),
        strict=True,
    ):
        names: dict[int, str] = {}
        for position, cell in enumerate(cells):
            name = next((spellings[word] for word in alternatives(str(cell)) if word in spellings), None)
            if name is not None and name not in names.values():
                names[position] = name
        if names:
            rows.append((int(number), names))
    return rows


def _require_no_rivals(sheet: RawSheet, row: int, names: dict[int, str], data: Dataset) -> None:
    """Raise Refusal when a second column goes by the name of a needed one and holds something else."""
    header = sheet.cells.loc[row]
    body = sheet.cells[sheet.cells.index > row]
    for position, name in names.items():
        column = data.column(name)
        if not column.required:
            continue
        for other in sheet.cells.columns:
            text = str(header[other])
            if other not in names and _is_rival(text, column) and _differ(body[position], body[other]):
                raise Refusal(
                    "ACUAN_KOLOM_BERSAING", sheet=sheet.name, row=row, title=column.title,
                    first=" ".join(str(header[position]).split()), second=" ".join(text.split()),
                )  # fmt: skip


def _is_rival(header: str, column: Column) -> bool:
    known = _words(column)
    return any(
        " ".join(part for part in reading.split() if part not in _VERSIONS) in known
        for reading in alternatives(header)
    )


def _differ(mine: pd.Series, other: pd.Series) -> bool:
    return bool(((other.str.strip() != "") & (other.str.strip() != mine.str.strip())).any())


def _words(column: Column) -> tuple[str, ...]:
    return spellings_of(column.name, column.title.id, column.title.en, *column.synonyms)


def _cut(sheet: RawSheet, row: int, names: dict[int, str], data: Dataset, others: tuple[str, ...]) -> Located:
    positions = [int(position) for position in sheet.cells.columns]
    header = [str(cell) for cell in sheet.cells.loc[row]]
    body = sheet.cells[sheet.cells.index > row]
    texts = pd.DataFrame(
        {
            column.name: _texts_of(body, positions, names, column.name)
            for column in data.columns
            if column.name != ORDER
        },
        index=body.index,
        dtype="str",
    )
    used = (texts != "").any(axis=1)
    return Located(
        sheet=sheet.name,
        header_row=row,
        headers={name: " ".join(header[position].split()) for position, name in names.items()},
        texts=texts[used],
        unused=tuple(
            " ".join(text.split()) for place, text in enumerate(header) if text and place not in names
        ),
        other_sheets=others,
    )


def _texts_of(body: pd.DataFrame, positions: list[int], names: dict[int, str], name: str) -> pd.Series:
    for place, found in names.items():
        if found == name:
            return body[positions[place]].str.split().str.join(" ").str.lstrip("'’")
    return pd.Series("", index=body.index, dtype="str")


def _quote(sheet: RawSheet, row: int) -> str:
    cells = sheet.cells.loc[row] if row else sheet.cells.iloc[0]
    return ", ".join([str(cell) for cell in cells if cell][:_QUOTED])
