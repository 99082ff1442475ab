"""Rows that name a kecamatan in the column of its villages: headings of a section that carry its sum.

They stand above their villages or below them ("Kec. Kaliwungu | 1.234"). The villages get their kecamatan from them,
and the row itself is one of the kecamatan, never of the village that has the same name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from jamsos_data.intake.clean.area_names import AreaNames, split_name
from jamsos_data.intake.match.slots import ColumnMap

_NO_CODE = ""


@dataclass(frozen=True)
class _Scan:
    """By row: the kecamatan whose section it is in ("" for none), and whether it is the heading of one.

    `score` counts the villages that lie in the kecamatan of their section, less those that do not.
    """

    within: list[str]
    heads: list[bool]
    score: int


def place_sections(texts: pd.DataFrame, names: AreaNames) -> tuple[pd.DataFrame, frozenset[int]]:
    """The area texts (columns of ROLES) with such headings as kecamatan; and their row numbers, where they head any.

    Headings are sought where no column, title or sheet gives the kecamatan. Whether they stand above or below is told
    by the villages.
    """
    column = "desa" if (texts["desa"] != "").any() else "wilayah"
    if (texts["kecamatan"] != "").any() or not any(map(Headings(names).must_head, texts[column].unique())):
        return texts, frozenset()
    rows = list(map(str, texts[column]))
    below = _scan(rows, names)
    above = _scan(rows[::-1], names)
    best = max(below, _Scan(above.within[::-1], above.heads[::-1], above.score), key=lambda scan: scan.score)
    if best.score <= 0:
        stated = (
            [split_name(text)[1] == "kecamatan" for text in rows] if column == "desa" else [False] * len(rows)
        )
        best = _Scan([_NO_CODE] * len(rows), stated, 0)
    heads = np.array(best.heads, dtype=bool)
    named = [names.official[code] if code else "" for code in best.within]
    placed = texts.assign(
        kecamatan=np.where(heads, texts[column], named), **{column: texts[column].mask(heads, "")}
    ).astype("str")
    return placed, frozenset(map(int, texts.index[heads])) if best.score > 0 else frozenset()


@dataclass(frozen=True)
class Headings:
    """Tells which texts head a section."""

    names: AreaNames

    def must_head(self, text: str) -> bool:
        """Whether a text can be nothing but a kecamatan. A table without any such heading is a list of villages."""
        bare, level = split_name(text)
        return level == "kecamatan" or (
            level == "" and bare in self.names.kecamatan and bare not in self.names.desa
        )

    def heads(self, text: str, *, within: str, following: str) -> bool:
        """Whether a text in the section `within` begins another; a village may have the name of its kecamatan."""
        bare, level = split_name(text)
        code = self.names.kecamatan.get(bare, _NO_CODE)
        if level or not code:
            return level == "kecamatan"
        if bare not in self.names.desa:
            return True
        next_name = split_name(following)[0]
        return code != within and next_name != bare and next_name in self.names.desa_in.get(code, {})


def _scan(rows: Sequence[str], names: AreaNames) -> _Scan:
    """Read the rows in order, each heading holding for the rows after it."""
    headings = Headings(names)
    within, heads, score, current = [], [], 0, _NO_CODE
    for text, following in zip(rows, [*rows[1:], ""], strict=True):
        is_head = headings.heads(text, within=current, following=following)
        bare = split_name(text)[0]
        if is_head:
            current = names.kecamatan.get(bare, _NO_CODE)
        elif current and bare in names.desa:
            score += 1 if bare in names.desa_in.get(current, {}) else -1
        within.append(_NO_CODE if is_head else current)
        heads.append(is_head)
    return _Scan(within, heads, score)


def under_headings(texts: pd.DataFrame, sections: pd.DataFrame, names: AreaNames) -> pd.DataFrame:
    """The texts of areas; rows that say no kecamatan or regency themselves have those of the headings above them."""
    kecamatan = texts["kecamatan"].where(texts["kecamatan"] != "", sections["kecamatan"])
    said = texts.assign(kecamatan=kecamatan)
    if not (sections["kabupaten"] != "").any():
        return said
    own = texts["kabupaten"] != ""
    for role in ("kecamatan", "wilayah"):
        read = {text: split_name(text) for text in texts[role].unique() if text}
        regencies = [
            t for t, (bare, level) in read.items() if level == "kabupaten" or bare in names.kabupaten_names
        ]
        own |= texts[role].isin(regencies)
    return said.assign(kabupaten=texts["kabupaten"].where(own, sections["kabupaten"]))


def heading_rows(body: pd.DataFrame, mapping: ColumnMap) -> frozenset[int]:
    """Rows that fill the column of kecamatan and not that of villages, above rows that do it the other way round."""
    roles = {slot.name: slot.position for slot in mapping.of_role("area")}
    if not {"kecamatan", "desa"} <= set(roles):
        return frozenset()
    kecamatan, desa = (body[roles[name]] != "" for name in ("kecamatan", "desa"))
    heads = kecamatan & ~desa & (desa & ~kecamatan).shift(-1, fill_value=False)
    return frozenset(map(int, body.index[heads]))
