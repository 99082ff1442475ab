"""What one row without a value says as a heading: a regency, a kecamatan, a month or year, a segment, a source.

A heading that cannot be read but is of the same sort as another one (its leading word, or the place where it stands)
ends what held before: its text is judged for the rows beneath like a cell, so that an unknown month, segment, source or
kecamatan is said there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pandas as pd

from jamsos_data.datasets import ColumnKind
from jamsos_data.intake.clean.area_names import split_name
from jamsos_data.intake.clean.months import find_month, read_month
from jamsos_data.intake.clean.number_columns import is_nil, is_number
from jamsos_data.intake.clean.spans import find_span
from jamsos_data.intake.lexicon import MONTH_WORDS, YEAR_WORDS, Lexicon
from jamsos_data.intake.locate.total_words import is_numbering, is_total_name
from jamsos_data.intake.match.constants import other_regency
from jamsos_data.intake.match.labels import column_spellings
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.match.title_codes import code_in_words
from jamsos_data.intake.names import normalise

_CODES = ("segmen", "sumber_dana")
_COLUMNS = ("kabupaten", "kecamatan", "period", "year", *_CODES)
LONGEST_NAME = 60
_MOST_WORDS_OF_A_KECAMATAN = 4
PAGE = re.compile(r"^\W*(?:hal|halaman|hlm|page)\b\W*\d", re.IGNORECASE)
NOTE = re.compile(
    r"^\s*(?:sumber|source|catatan|note|keterangan|ket\b|\*|http|www\.|dicetak|mengetahui)", re.IGNORECASE
)
_NUMBER = re.compile(r"^\s*\(?(?:\d{1,2}|[IVXivx]{1,5}|[A-Za-z])(?:[.)]+\s*|\s+[-–]\s+)(?=[A-Za-z])")
_Shape = tuple[tuple[int, bool], ...]


@dataclass
class Headings:
    """What the headings so far say: `marks` by dimension and row, and of which dimension a row of some shape was."""

    marks: dict[str, dict[int, str]] = field(default_factory=lambda: {column: {} for column in _COLUMNS})
    shapes: dict[_Shape, str] = field(default_factory=dict)

    @property
    def abroad(self) -> bool:
        """Whether the rows are those of another regency."""
        marks = self.marks["kabupaten"]
        return bool(marks) and marks[max(marks)] != ""

    def add(self, said: dict[str, str], row: int, *, shape: _Shape) -> None:
        """Note what a row says, and of which sort rows of its shape are (none for the title of a table)."""
        for column, text in said.items():
            self.marks[column][row] = text
            if shape:
                self.shapes[shape] = column

    def filled(self, index: pd.Index) -> pd.DataFrame:
        """A column per dimension: what holds for each row."""
        columns = {
            column: pd.Series(marks, dtype="str").reindex(index).ffill().fillna("")
            if marks
            else pd.Series("", index=index, dtype="str")
            for column, marks in self.marks.items()
        }
        return pd.DataFrame(columns, index=index)


def shape_of(cells: list[str]) -> _Shape:
    """Which cells of a row are filled, and which of them only number it."""
    return tuple((place, is_numbering(text)) for place, text in enumerate(cells) if text)


def read_section(texts: list[str], mapping: ColumnMap, lexicon: Lexicon) -> dict[str, str]:
    """The dimension that a heading row states, with its text: an area, a month, a year, a code."""
    text = only_text(texts)
    bare, level = split_name(text)
    if not text:
        return {}
    text = unnumbered(text)
    if bare in lexicon.areas.kecamatan and level in ("", "kecamatan") and _may_head_villages(mapping):
        return {"kecamatan": text}
    data = mapping.data
    month = read_month(text)
    if month is None and text.lower().startswith("tahun"):
        month = read_month(text[5:].strip(" :"))
    if month and data.period_column not in mapping.provided:
        return {"period": text} if month.month else {"year": str(month.year)}
    for column in _CODES:
        label, _, value = text.rpartition(":")
        if column in data.names and column not in mapping.provided and (
            normalise(value or label) in lexicon.codes[column] or normalise(text) in lexicon.codes[column]
        ):  # fmt: skip
            return {column: value.strip() or text}
    return {}


def may_head(texts: list[str], titles: tuple[str, ...]) -> bool:
    """Whether a row holds one text alone that may be a heading, and no note, sum, page or title printed again."""
    text = only_text(texts)
    printed = text in titles or PAGE.match(text) or NOTE.match(text)
    return bool(text) and not (printed or is_total_name(text) or is_number(text) or is_nil(text))


def unnumbered(text: str) -> str:
    """A heading without its number: "I. Pekerja Rentan", "b) RT/RW"."""
    return _NUMBER.sub("", text)


def only_text(texts: list[str]) -> str:
    """The one text of a row beside its numbering; "" where there are none or several."""
    texts = [text for text in texts if not is_numbering(text)]
    return texts[0] if len(texts) == 1 else ""


def _may_head_villages(mapping: ColumnMap) -> bool:
    """Whether a kecamatan alone in a row can be anything but a row of the table without its number."""
    roles = {slot.name for slot in mapping.of_role("area")}
    return "kecamatan" not in roles or bool(roles & {"desa", "wilayah", "kode"})


def read_regency(
    texts: list[str], found: Headings, mapping: ColumnMap, lexicon: Lexicon, *, title: bool
) -> dict[str, str]:
    """Another regency whose rows follow, or the home one after it; kecamatan above it are not its own."""
    if {slot.name for slot in mapping.of_role("area")} & {"kabupaten", "kode", "kode_bps"}:
        return {}
    text = only_text(texts)
    asked = [text for text in texts if not NOTE.match(text)] if title else [text]
    other = other_regency(asked, lexicon, anywhere=title)
    if other:
        return {"kabupaten": f"Kabupaten {other}", "kecamatan": ""}
    homes = lexicon.areas.kabupaten_names
    bare, level = split_name(text)
    named = title and any(set(normalise(title_row).split()) & homes for title_row in texts)
    if found.abroad and (named or bare in homes):
        return {"kabupaten": "", "kecamatan": ""}
    return {"kabupaten": ""} if bare in homes and level == "kabupaten" and not title else {}


def read_alike(
    cells: list[str],
    found: Headings,
    mapping: ColumnMap,
    lexicon: Lexicon,
    *,
    titles: tuple[str, ...],
    between: bool,
) -> dict[str, str]:
    """A heading of the same sort as another one, of which the text is not known."""
    text = only_text([cell for cell in cells if cell])
    if not text or len(text) > LONGEST_NAME or text in titles or PAGE.match(text) or is_total_name(text):
        return {}
    sort, value = _labelled(text, found, mapping)
    # A text alone in a list by name may be a person, who is never quoted.
    alone = not between and not mapping.data.column(mapping.data.value_column).personal
    if alone and not sort and not NOTE.match(text) and not is_number(text) and not is_nil(text):
        sort, value = found.shapes.get(shape_of(cells), ""), text
        sort = "" if sort == "kabupaten" or may_be_row(text, sort, lexicon) else sort
    return {sort: value} if sort else {}


def may_be_row(text: str, sort: str, lexicon: Lexicon) -> bool:
    """Whether a text alone may be an area without its number rather than a heading of some sort."""
    names = lexicon.areas
    bare, level = split_name(text)
    if bare in names.kecamatan or bare in names.desa or bare in names.kabupaten_names or level == "desa":
        return True
    return sort != "kecamatan" and bool(names.like_kecamatan(bare) or names.like_desa(bare, None))


def _labelled(text: str, found: Headings, mapping: ColumnMap) -> tuple[str, str]:
    """The dimension that the first word of a heading names ("Bulan: Oktobr 2026"), with the rest; "" where none."""
    label, mark, value = (part.strip() for part in text.partition(":"))
    words = normalise(text).split()
    data = mapping.data
    if len(words) > 1 and split_name(text)[1] == "kecamatan" and _may_head_villages(mapping):
        return ("kecamatan", text) if len(words) <= _MOST_WORDS_OF_A_KECAMATAN else ("", "")
    spelled = {column: column_spellings(data.column(column)) for column in _CODES if column in data.names}
    spelled = {
        column: [word for word in words if not _is_note_alone(word)]
        for column, words in spelled.items()
        if column not in mapping.provided
    }
    if data.period_column and data.period_column not in mapping.provided:
        spelled |= {"period": (*MONTH_WORDS, "periode"), "year": YEAR_WORDS}
    for column, spellings in spelled.items():
        if mark and value and normalise(label) in spellings:
            return column, value
        first = next((word for word in spellings if normalise(text).startswith(f"{word} ")), "")
        if first and not mark and found.marks[column]:
            return column, text
    return "", ""


def _is_note_alone(word: str) -> bool:
    """Whether a word begins notes as well ("Sumber: BPJS")."""
    return " " not in word and bool(NOTE.match(word))


def read_title(texts: list[str], mapping: ColumnMap, lexicon: Lexicon) -> dict[str, str]:
    """What the title of a table further down says of its rows: a month, a segment, a source."""
    found: dict[str, str] = {}
    months = {
        f"{month.year:04d}-{month.month:02d}" for text in texts if (month := find_month(text)) and month.month
    }
    months = months or {span.text for text in texts if (span := find_span(text))}
    period = mapping.data.period_column
    if (
        len(months) == 1
        and period not in mapping.provided
        and mapping.data.column(str(period)).kind is ColumnKind.MONTH
    ):
        found["period"] = months.pop()
    for column in _CODES:
        if column in mapping.data.names and column not in mapping.provided:
            code = code_in_words(str(mapping.data.column(column).codes), texts, lexicon)
            if code:
                found[column] = code
    return found
