"""A grand total that is spread over rows by sex or age, of which only the first is named: "JUMLAH, L", then "P", "L+P".

Beneath a total of the whole table a row without an area and of another sex is its next part, if rows above are of that
sex: "Tidak diketahui" counts people of its own. Beneath the regency it may as well count people of no kecamatan: there,
and where it says nothing ("-"), it is a sum only where it is that of the rows of its sex, or of all.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

import pandas as pd

from jamsos_data.intake.check.part_texts import said_of_people
from jamsos_data.intake.clean.area_names import AreaNames, split_name
from jamsos_data.intake.clean.areas_of_parts import parts_of_people
from jamsos_data.intake.clean.numbers import take_apart
from jamsos_data.intake.locate.total_words import is_total_name
from jamsos_data.intake.match.slots import ColumnMap, says_all
from jamsos_data.intake.names import normalise

_SUM_WORDS = frozenset(["sub", "jumlah", "jml", "total", "grand", "subtotal"])


def parts_of_totals(
    body: pd.DataFrame, is_total: pd.Series, mapping: ColumnMap, names: AreaNames
) -> list[int]:
    """The numbers of rows that go on with the total above them; `is_total` says which rows call themselves sums."""
    areas = [slot.position for slot in mapping.of_role("area")]
    parts = parts_of_people(body, mapping)
    if not areas or not parts or mapping.data.column(mapping.data.value_column).personal:
        return []
    bare = (body[areas] == "").all(axis=1) & (body[parts] != "").any(axis=1)
    if not bare.any():
        return []
    said = body[parts].map(lambda text: normalise(str(text))).agg(" ".join, axis=1).str.strip()
    totals = is_total & ~_names(body, areas, {*names.kecamatan, *names.desa})
    homes = ~is_total & _names(body, areas, names.kabupaten_names)
    data = body.index[~is_total & ~homes & ~bare]
    figures = body[[slot.position for slot in mapping.main_values]]
    found: list[int] = []
    head, seen, strange = 0, set[str](), frozenset[int]()
    for row in map(int, body.index):
        if (totals[row] and not bare[row]) or homes[row]:
            # Amid the rows it may be that of a printed page, and what follows the rest of the area above it.
            is_outer = not ((data < row).any() and (data > row).any())
            head, seen = (row if is_outer else 0), {said[row]}
            above = ~is_total & ~homes & (~bare | (body.index < head))
            beneath = bare & ~is_total & (body.index > head)
            strange = _strangers(body, parts, above=above, beneath=beneath) if head else strange
        elif head and row in strange:
            continue
        elif head and bare[row] and said[row] not in seen:
            above = ~is_total & ~homes & (body.index < head)
            is_part = (totals[head] and bool(said[row])) or _sums(figures, row, said, above)
            found += [row] if is_part else []
            head, seen = (head if is_part or totals[head] else 0), {*seen, said[row]}
        else:
            head = 0
    return found


def _names(body: pd.DataFrame, areas: list[int], names: Collection[str]) -> pd.Series:
    """Rows of which a column of areas holds one of the names, beside words for sums."""
    found = pd.Series(False, index=body.index)
    for position in areas:
        texts = body[position]
        found |= texts.isin([text for text in texts.unique() if text and _bare_name(str(text)) in names])
    return found


def _bare_name(text: str) -> str:
    words = [word for word in normalise(text).split() if word not in _SUM_WORDS]
    return split_name(" ".join(words))[0]


def _strangers(
    body: pd.DataFrame, parts: list[int], *, above: pd.Series, beneath: pd.Series
) -> frozenset[int]:
    """Which rows `beneath` say a sex or age that those `above` do not say, nor all of these, nor nothing.

    Where those say none at all men and women are no strangers: the total alone is parted.
    """
    known = {part: {*_said(body.loc[above, part])} or {"l", "p"} for part in parts}
    return frozenset(
        row
        for row in map(int, body.index[beneath])
        if any(not known[part].issuperset(_said(body.loc[[row], part])) for part in parts)
    )


def _said(texts: pd.Series) -> tuple[str, ...]:
    return said_of_people(normalise(str(text)) for text in texts.unique())


def _sums(figures: pd.DataFrame, row: int, said: pd.Series, above: pd.Series) -> bool:
    """Whether a row has the sums of the rows `above` it that say the same, or, of all, of those that are no sums."""
    own = str(said[row])
    same = above & (said == own)
    if not same.any() and (not own or _names_sum(own)):
        same = above & ~said.isin([text for text in said.unique() if _names_sum(str(text))])
    pairs = ((figures.at[row, name], figures.loc[same, name]) for name in figures.columns)
    return bool(same.any()) and all(
        take_apart(str(printed)).value == sum((take_apart(str(text)).value for text in texts), Decimal(0))
        for printed, texts in pairs
    )


def _names_sum(text: str) -> bool:
    return says_all(text) or is_total_name(text)
