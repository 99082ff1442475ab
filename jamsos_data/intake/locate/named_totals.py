"""Rows that sum others by what they call themselves: the name must stand in the place of an area or another key.

A remark may begin with "Jumlah", a person may be born in Kudus: a row that names an area below the regency, or a
person, is data whatever its other columns say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

import pandas as pd

from jamsos_data.intake.clean.area_codes import judge_code
from jamsos_data.intake.clean.area_names import AreaNames, split_name, split_places
from jamsos_data.intake.clean.number_columns import is_nil, is_number
from jamsos_data.intake.firm_names import is_firm
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.total_words import (
    TOTAL_WORDS,
    is_bare_total_name,
    is_numbering,
    is_total_name,
)
from jamsos_data.intake.match.slots import ColumnMap, Slot
from jamsos_data.intake.names import normalise

_FEWEST_DIGITS_OF_A_PERSON = 8
_FEWEST_DIGITS_OF_A_CODE = 4
# Up to so many texts Python is faster with an expression that it knows than Arrow, which reads it anew each time.
_FEW = 500


def holding(texts: pd.Series, words: Iterable[str]) -> Iterable[str]:
    """The different texts that may hold one of `words`, however it is spaced, or written with letters beyond ASCII."""
    different = texts.unique()
    expression = _spaced(tuple(words))
    if len(different) <= _FEW:
        compiled = re.compile(expression)
        return [text for text in different if compiled.search(text)]
    many = pd.Series(different, dtype="str")
    return many[many.str.contains(expression, regex=True)]


@lru_cache(maxsize=64)
def _spaced(words: tuple[str, ...]) -> str:
    spaced = ("[^0-9a-z]*".join(map(re.escape, word)) for word in words)
    return f"(?i){'|'.join(spaced)}|[^\\x00-\\x7f]"


def named_totals(body: pd.DataFrame, mapping: ColumnMap, lexicon: Lexicon) -> pd.Series:
    """Rows that call themselves sums ("Total pekerja" as a segment is a code, no sum)."""
    found = pd.Series(False, index=body.index)
    for slot in mapping.slots:
        names = _names_in_place(body, slot, mapping, lexicon)
        if names:
            found |= body[slot.position].isin(names)
    beside = _names_beside(body, mapping, lexicon)
    if not beside:
        return found
    asked = pd.Series(False, index=body.index)
    for position, names in beside.items():
        asked |= body[position].isin(names)
    asked &= ~found & ~_names_a_person(body, mapping)
    asked &= ~_naming(body, mapping.of_role("area"), lambda slot, text: _is_below(slot, text, lexicon.areas))
    if not asked.any():
        return found
    labelled = _labelled(body[asked], mapping, lexicon)
    for row in body.index[asked]:
        found[row] = _begins_with_total(body.loc[row], beside, mapping, labelled=bool(labelled[row]))
    return found


def _names_in_place(body: pd.DataFrame, slot: Slot, mapping: ColumnMap, lexicon: Lexicon) -> list[str]:
    """The names of sums in a column of areas, months or another key."""
    known: dict[str, str] = {}
    if slot.role == "column":
        column = mapping.data.column(slot.name)
        if not column.key:
            return []
        known = lexicon.codes[column.codes] if column.codes else {}
    elif slot.role not in ("area", "month", "year"):
        return []
    texts = holding(body[slot.position], TOTAL_WORDS)
    return [text for text in texts if is_total_name(text) and normalise(text) not in known]


def _names_beside(body: pd.DataFrame, mapping: ColumnMap, lexicon: Lexicon) -> dict[int, list[str]]:
    """By column that is no key: texts that head a sum where nothing stands in the place of the area.

    "Kab. Kudus" beneath the numbering, merged over the column of areas, is such a text too.
    """
    home = lexicon.areas.kabupaten_names if mapping.of_role("area") else frozenset()
    found: dict[int, list[str]] = {}
    for slot in mapping.of_role("ignored", "unused"):
        texts = body[slot.position]
        names = [text for text in holding(texts, TOTAL_WORDS) if is_total_name(text) and not is_firm(text)]
        if home:
            named = (text for text in holding(texts, home) if not is_number(text))
            names += [text for text in named if split_name(text)[0] in home]
        if names:
            found[slot.position] = names
    return found


def _begins_with_total(
    cells: pd.Series, beside: dict[int, list[str]], mapping: ColumnMap, *, labelled: bool
) -> bool:
    """Whether the first text of a row names a sum; of a row that says what it counts, nothing but a sum."""
    for slot in sorted(mapping.slots, key=lambda slot: slot.position):
        text = str(cells[slot.position]) if slot.position >= 0 else ""
        tells = slot.role in ("area", "ignored", "unused") or (
            slot.role == "column" and mapping.data.column(slot.name).codes is not None
        )
        if tells and text and not is_nil(text) and not is_number(text) and not is_numbering(text):
            named = text in beside.get(slot.position, ())
            return named and (not labelled or is_bare_total_name(text))
    return False


def _labelled(body: pd.DataFrame, mapping: ColumnMap, lexicon: Lexicon) -> pd.Series:
    """Rows that have an area, if only the regency, or a known segment or other code."""

    def names_code(slot: Slot, text: str) -> bool:
        table = mapping.data.column(slot.name).codes
        return bool(table) and normalise(text) in lexicon.codes[str(table)]

    codes = tuple(slot for slot in mapping.of_role("column") if mapping.data.column(slot.name).key)
    areas = _naming(body, mapping.of_role("area"), lambda _, text: not is_nil(text))
    return areas | _naming(body, codes, names_code)


def _naming(body: pd.DataFrame, slots: Iterable[Slot], names: Callable[[Slot, str], bool]) -> pd.Series:
    """Rows in which a cell of `slots` holds a text of which `names` is true; each different text is asked once."""
    found = pd.Series(False, index=body.index)
    for slot in slots:
        texts = body[slot.position]
        found |= texts.isin([text for text in texts.unique() if text and names(slot, str(text))])
    return found


def _names_a_person(body: pd.DataFrame, mapping: ColumnMap) -> pd.Series:
    """Rows with a NIK, be it a damaged one."""
    found = pd.Series(False, index=body.index)
    for slot in mapping.main_values:
        if mapping.data.column(slot.name).personal:
            digits = body[slot.position].str.count(r"\d")
            found |= digits >= _FEWEST_DIGITS_OF_A_PERSON
    return found


def _is_below(slot: Slot, text: str, names: AreaNames) -> bool:
    """Whether a text names an area below the regency, or a place elsewhere by its code or regency."""
    if slot.name in ("kode", "kode_bps") and any(character.isdecimal() for character in text):
        digits = re.sub(r"\D", "", text)
        home = names.kabupaten.replace(".", "")
        return (
            len(digits) >= _FEWEST_DIGITS_OF_A_CODE
            and digits != home
            and judge_code(text, names)[0] != "none"
        )
    bare = split_name(re.sub(r"^[\d. ]+(?=\D)", "", text))[0]
    if slot.name == "kabupaten":
        return bool(bare) and bare not in names.kabupaten_names and not is_nil(text)
    return bare in names.kecamatan or bare in names.desa or split_places(text, names) is not None
