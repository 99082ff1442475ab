"""What holds for a whole file or sheet: said by the operator, by a title row, or by the sheet's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from jamsos_data.datasets import Column, ColumnKind, Dataset
from jamsos_data.formats import format_month
from jamsos_data.intake.clean.lost_zeros import may_be_cut
from jamsos_data.intake.clean.months import (
    find_bare_month,
    find_month,
    find_year,
    read_month,
    year_in_name,
)
from jamsos_data.intake.clean.spans import find_span
from jamsos_data.intake.clean.year_turns import find_year_pair
from jamsos_data.intake.lexicon import AREA_ROLES, MONTH_WORDS, YEAR_WORDS, Lexicon
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.labels import column_spellings
from jamsos_data.intake.match.regencies import plain_regency
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.match.title_codes import code_in_words
from jamsos_data.intake.match.titled_areas import areas_from_titles, village_within
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import Refusal

# Lists whose codes may be read from the words of a title; the others must be labelled ("Status: proses").
_FREE_TEXT = ("segmen", "sumber_dana", "program", "basis", "versi", "keluarga")
# The unit of targets in brackets at a title.
_UNITS = (
    (re.compile(r"\((?:dalam )?(?:orang|jiwa|pekerja|peserta|tenaga kerja)\)"), "peserta"),
    (re.compile(r"\((?:dalam )?(?:%|persen|persentase)\)"), "persen"),
)
# What follows "kabupaten" in a title and names none.
_NO_REGENCY = frozenset([
    "kota", "dalam", "angka", "tahun", "bulan", "yang", "dengan", "untuk", "pada", "setempat", "masing", "provinsi",
    "atau", "data", "kecamatan", "desa", "kelurahan", "jawa",
])  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Constants:
    """Texts that hold for all rows: `columns` by canonical column, `areas` by area role, helpers year and month.

    `titles` are the title rows themselves, which may state a unit. `file_year` is the year in the file's name, for
    months of which nothing else says the year. A month among `columns` may lack its year ("Januari").
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    year: str = ""
    month: str = ""
    file_year: str = ""
    titles: tuple[str, ...] = ()

    @property
    def given(self) -> frozenset[str]:
        """Canonical columns that are stated."""
        return frozenset(self.columns) | ({"kode_wilayah"} if self.areas else frozenset())


def constants_of(options: Mapping[str, str], data: Dataset) -> Constants:
    """The operator's constants for `data`. Raises Refusal for a name that means nothing there."""
    columns: dict[str, str] = {}
    areas: dict[str, str] = {}
    helpers = {"year": "", "month": ""}
    spellings = {
        spelling: column for column in reversed(data.columns) for spelling in column_spellings(column)
    }
    spellings |= {normalise(column.name): column for column in data.columns}
    for key, text in options.items():
        word = normalise(key)
        role = next((role for role, words in AREA_ROLES.items() if word in words), None)
        column = spellings.get(word)
        if role or (column and column.kind is ColumnKind.AREA):
            areas[role or "kode"] = text
        elif column is not None:
            columns[column.name] = text
        elif word in YEAR_WORDS:
            helpers["year"] = text
        elif word in MONTH_WORDS:
            helpers["month"] = text
        else:
            raise Refusal("KONSTANTA_TIDAK_DIKENAL", column=key, known=", ".join(data.names))
    return Constants(columns=columns, areas=areas, year=helpers["year"], month=helpers["month"])


def constants_from_titles(
    table: Table, mapping: ColumnMap, stated: Constants, lexicon: Lexicon, *, file_name: str = ""
) -> Constants:
    """What titles and the sheet's name add to what neither the columns nor the operator say."""
    texts = [*table.titles, table.sheet.name]
    columns: dict[str, str] = {}
    for column in mapping.data.columns:
        if column.personal or column.name in mapping.provided or column.name in stated.columns:
            continue
        found = _labelled(column, table.titles) or _from_words(column, texts, lexicon)
        found = found or _bare_month(column, table)
        if found:
            columns[column.name] = found
    year = _year_for_partial_months(texts, mapping) if not stated.year else ""
    areas = _titled_areas(table, mapping, stated, lexicon)
    # Two years in a title leave it to the months which of them is meant.
    file_year = "" if any(map(find_year_pair, texts)) else str(year_in_name(file_name) or "")
    return Constants(columns=columns, areas=areas, year=year, file_year=file_year, titles=tuple(texts))


def _titled_areas(table: Table, mapping: ColumnMap, stated: Constants, lexicon: Lexicon) -> Mapping[str, str]:
    if not stated.areas:
        return areas_from_titles(table, mapping, lexicon)
    within = stated.areas["kecamatan"] if set(stated.areas) == {"kecamatan"} else ""
    return village_within(table, mapping, within, lexicon)


def titled_otherwise(table: Table, mapping: ColumnMap, stated: Constants, lexicon: Lexicon) -> dict[str, str]:
    """Columns that the operator states and of which the titles say something else, with what they say.

    A title may be wider or narrower than the statement (BPU above pekerja rentan); that is no contradiction.
    """
    texts = [*table.titles, table.sheet.name]
    found: dict[str, str] = {}
    for name, text in stated.columns.items():
        column = mapping.data.column(name)
        if column.personal or name in mapping.provided:
            continue
        titled = _labelled(column, table.titles) or _from_words(column, texts, lexicon)
        titled = titled or _bare_month(column, table)
        if titled and not _agree(column, titled, text, lexicon):
            found[name] = titled
    return found


def titled_period(table: Table, mapping: ColumnMap, lexicon: Lexicon) -> str:
    """The month or year that the titles or the name of a sheet say of its rows; "" where its columns do, or none."""
    name = mapping.data.period_column
    if name is None or name in mapping.provided or mapping.data.column(name).personal:
        return ""
    column = mapping.data.column(name)
    said = _labelled(column, table.titles) or _from_words(column, [*table.titles, table.sheet.name], lexicon)
    return said or _bare_month(column, table)


def _agree(column: Column, titled: str, stated: str, lexicon: Lexicon) -> bool:
    if column.kind in (ColumnKind.MONTH, ColumnKind.YEAR):
        one, other = read_month(titled), read_month(stated)
        if one is None or other is None:
            return True
        within = one.month == other.month or (
            one.month and other.month and one.month - one.months < other.month < one.month
        )
        return bool(within) and one.year in (None, other.year)
    if column.kind is not ColumnKind.CODE or not column.codes:
        return True
    codes = lexicon.codes[column.codes]
    one, other = codes.get(normalise(titled)), codes.get(normalise(stated))
    tree = {"segmen": lexicon.reference.segmen_tree, "sumber_dana": lexicon.reference.sumber_tree}.get(
        column.codes
    )
    if one is None or other is None or one == other:
        return True
    return tree is not None and (one in tree.descendants(other) or other in tree.descendants(one))


def regency_elsewhere(table: Table, lexicon: Lexicon) -> str:
    """The regency that the titles or the sheet's name give, when it is not the home one; "" otherwise.

    Each speaks for itself: an office of Kudus may be titled above the sheet of another regency.
    """
    titled = other_regency(table.titles, lexicon, anywhere=True)
    named = other_regency([table.sheet.name], lexicon, anywhere=True)
    return titled or named or plain_regency(table.sheet.name, lexicon.areas)


def other_regency(texts: Iterable[str], lexicon: Lexicon, *, anywhere: bool) -> str:
    """The first regency but the home one that `texts` name; "" where they name the home one too, or none.

    Not `anywhere`: a text must begin with it and say no more.
    """
    home = lexicon.areas.kabupaten_names
    titles = [normalise(text) for text in texts]
    if any(re.search(rf"\b{re.escape(name)}\b", title) for name in home for title in titles):
        return ""
    begun = r"^(?:\w{1,4} )?(?:kabupaten kota|kab kota|kabupaten|kab|kota) ([a-z]{4,})(?: \w+)?$"
    pattern = r"\b(?:kabupaten|kab) ([a-z]{4,})\b" if anywhere else begun
    for title in titles:
        named = re.search(pattern, title)
        if named and named[1] not in _NO_REGENCY and named[1] not in lexicon.areas.kecamatan:
            return named[1].capitalize()
    return ""


def _labelled(column: Column, titles: tuple[str, ...]) -> str:
    """The text after "Sumber dana:", in the same cell or in the next one."""
    spellings = column_spellings(column)
    for position, title in enumerate(titles):
        label, mark, value = title.partition(":")
        if normalise(label) not in spellings:
            continue
        following = titles[position + 1] if position + 1 < len(titles) else ""
        text = value.strip() or following.lstrip(": ").strip()
        if text and (mark or column.kind is not ColumnKind.TEXT) and column.kind is not ColumnKind.AREA:
            return text
    return ""


def _from_words(column: Column, texts: list[str], lexicon: Lexicon) -> str:
    if _may_be_titled(column):
        months = _whole_months(texts) or {
            span.text for text in texts if (span := find_span(text)) and span.year
        }
        return months.pop() if len(months) == 1 else ""
    if column.kind is ColumnKind.YEAR:
        years = {year for text in texts if (year := find_year(text))}
        return str(years.pop()) if len(years) == 1 else ""
    if column.name == "indikator":
        said = {
            indicator for text in texts for pattern, indicator in _UNITS if pattern.search(text.casefold())
        }
        return said.pop() if len(said) == 1 else ""
    if column.kind is ColumnKind.CODE and column.name in _FREE_TEXT and column.codes:
        # A sheet may be named by a short code alone ("PU").
        return lexicon.codes[column.codes].get(normalise(texts[-1])) or code_in_words(
            column.codes, texts, lexicon
        )
    return ""


def _whole_months(texts: Iterable[str]) -> set[str]:
    """The months with their years in titles or names of sheets, as 2026-09."""
    said = [text for text in texts if not may_be_cut(text)]
    found = [month for text in said for month in (find_month(text), read_month(text)) if month]
    return {f"{m.year:04d}-{m.month:02d}" for m in found if m.year and m.month and m.months == 1}


def _may_be_titled(column: Column) -> bool:
    """Whether a title or the name of a sheet may give this month: that of the figures, not a deadline."""
    is_key = column.kind is ColumnKind.MONTH and column.key and column.name != "batas_waktu"
    return is_key or column.name == "mulai"


def _bare_month(column: Column, table: Table) -> str:
    """The month or quarter without its year in the sheet's name or a title ("Januari"); "" where they disagree, also
    on whole months.
    """
    named, titled = _whole_months([table.sheet.name]), _whole_months(table.titles)
    if not _may_be_titled(column) or (named and titled and not named & titled):
        return ""
    months = {find_bare_month(table.sheet.name, is_name=True)}
    months |= {find_bare_month(title, is_name=False) for title in table.titles}
    months -= {None}
    spans = {span.text for text in (table.sheet.name, *table.titles) if (span := find_span(text))}
    if not months and len(spans) == 1:
        return spans.pop()
    if len(months) != 1:
        return ""
    return format_month(datetime(2000, months.pop() or 1, 1), language="id").rpartition(" ")[0]


def named_otherwise(table: Table, titled: Constants, mapping: ColumnMap) -> tuple[str, str] | None:
    """The month in the sheet's name and the one in its titles, where they differ: a title copied along unchanged."""
    span = find_span(table.sheet.name)
    named = find_bare_month(table.sheet.name, is_name=True) or (span and span.month)
    text = titled.columns.get(mapping.data.period_column or "", "")
    month = read_month(text)
    if named is None or month is None or month.month in (None, named):
        return None
    return table.sheet.name, text


def _year_for_partial_months(texts: list[str], mapping: ColumnMap) -> str:
    if any(slot.role == "year" for slot in mapping.slots) or any(map(find_year_pair, texts)):
        return ""
    years = {year for text in texts if (year := find_year(text))}
    return str(years.pop()) if len(years) == 1 else ""
