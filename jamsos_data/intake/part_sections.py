"""Headings inside a table that part the people of its areas: "Laki-laki" and "Perempuan", or two companies.

What the rows beneath each of them count is a part of the same area, as in a column of sexes or companies.
"""

from __future__ import annotations

import re

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
    data = body.data
    titled = {part for title in table.titles if (part := _part(title))}
    said = titled.pop() if len(titled) == 1 else ("", "")
    values = [slot.position for slot in (*mapping.main_values, *mapping.of_role("value", "total"))]
    numberless = (table.body[values] == "").all(axis=1)
    kept = set(data.index)
    is_fresh, found = False, {}
    for row in map(int, table.body.index):
        part = None
        if numberless[row]:
            texts = list(dict.fromkeys(text for text in map(str, table.body.loc[row]) if text))
            part = _part(only_text(texts))
            if part is None and row in body.notes and not is_fresh and may_head(texts, table.titles):
                part = ("", "")
        if part is not None:
            sex, firm = part
            said = part if firm or not sex else (sex, said[1])
            is_fresh = True
        elif row in kept and not numberless[row]:
            is_fresh, found[row] = False, said
    texts = {row: ", ".join(filter(None, (firm, sex))) for row, (sex, firm) in found.items()}
    several = len({*texts.values()} - {""}) >= _FEWEST
    return pd.Series(texts if several else {}, dtype="str").reindex(data.index, fill_value="")


def _part(text: str) -> tuple[str, str] | None:
    """The sex and the company that a heading says, one of them ""; None where neither."""
    bare = unnumbered(text.rpartition(":")[2].strip())
    sex = _SEX.fullmatch(normalise(bare))
    if sex is not None and sex[1] in SEXES:
        return sex[1], ""
    return ("", normalise(bare)) if is_firm(bare) else None
