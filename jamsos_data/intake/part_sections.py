"""Headings inside a table that part the people of its areas: "Laki-laki" and "Perempuan", or two companies.

What the rows beneath each of them count is a part of the same area, as in a column of sexes or companies.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from jamsos_data.intake.firm_names import is_firm
from jamsos_data.intake.locate.body import Body
from jamsos_data.intake.locate.heading_texts import may_head, only_text, unnumbered
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.names import normalise
from jamsos_data.intake.part_headers import SEXES

_FEWEST = 2
# "L" or "P" alone in a row may be anything.
_SEX = re.compile(
    r"(?:(?:peserta|pekerja|tenaga kerja|jenis kelamin|kelompok) )*(laki laki|pria|perempuan|wanita)"
)


def part_sections(table: Table, body: Body, mapping: ColumnMap) -> pd.Series:
    """By row of the data the sex and company that the headings above it say, "" where none; all "" where they do not
    tell two parts apart.

    A title of the table holds up to the first heading, and a heading that says neither ends what was said before.
    """
    values = [slot.position for slot in (*mapping.main_values, *mapping.of_role("value", "total"))]
    nothing = pd.Series("", index=body.data.index, dtype="str")
    if not values:
        return nothing
    numberless = (table.body[values] == "").all(axis=1)
    filled = body.data.index[~numberless.loc[body.data.index]].to_numpy()
    starts, said = _headings(table, body, numberless.index[numberless], filled)
    texts = np.array([", ".join(filter(None, reversed(one))) for one in said])[
        np.searchsorted(starts, filled, side="right")
    ]
    if len({*texts} - {""}) < _FEWEST:
        return nothing
    return pd.Series(texts, index=filled, dtype="str").reindex(nothing.index, fill_value="")


def _headings(
    table: Table, body: Body, numberless: pd.Index, filled: np.ndarray
) -> tuple[list[int], list[tuple[str, str]]]:
    """The rows at which another sex or company begins, and what is said before the first, and from each of them on."""
    titled = {part for title in table.titles if (part := _part(title))}
    starts: list[int] = []
    said = [titled.pop() if len(titled) == 1 else ("", "")]
    for row in map(int, numberless):
        texts = list(dict.fromkeys(text for text in map(str, table.body.loc[row]) if text))
        part = _part(only_text(texts))
        is_fresh = bool(starts) and np.diff(np.searchsorted(filled, [starts[-1], row]))[0] == 0
        if part is None and row in body.notes and not is_fresh and may_head(texts, table.titles):
            part = ("", "")
        if part is not None:
            sex, firm = part
            starts.append(row)
            said.append(part if firm or not sex else (sex, said[-1][1]))
    return starts, said


def _part(text: str) -> tuple[str, str] | None:
    """The sex and the company that a heading says, one of them ""; None where neither."""
    bare = unnumbered(text.rpartition(":")[2].strip())
    sex = _SEX.fullmatch(normalise(bare))
    if sex is not None and sex[1] in SEXES:
        return sex[1], ""
    return ("", normalise(bare)) if is_firm(bare) else None
