"""Titles that call the figures beneath them something else than what they would be stored as.

usulan, kuota, target, potensi, registered and active are all printed as "jumlah pekerja"; what is owed, planned and
paid as "iuran". The title alone then says which it is, so it is never passed over. And what looks like titles may be a
table of its own, without areas, that is not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from jamsos_data.datasets import ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.clean.numbers import take_apart
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.header_words import counts_columns, is_year
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.shares_and_rates import is_share_or_rate, is_titled_share
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.names import normalise
from jamsos_data.intake.table_above import find_table_above
from jamsos_data.intake.titled_words import NEGATED, OTHER_FIGURES, Words

_WHOLE = 100  # percent


def note_titled_figures(table: Table, context: SheetContext) -> None:
    """Warn where a title or the name of a sheet calls the figures something else than the data set holds.

    Only our own word is quoted: a title may name anybody.
    """
    mapping = context.mapping
    if any(slot.is_chosen and slot.source != "assumed" for slot in mapping.main_values):
        return
    _note_titled_shares(table, context)
    titles = [normalise(text) for text in (*table.titles, table.sheet.name)]
    for words in OTHER_FIGURES.get(mapping.data.name, ()):
        if found := _other_figure([_without_codes(text, context.lexicon) for text in titles], words, mapping):
            column = mapping.data.column(mapping.data.value_column)
            context.log.add(
                "JUDUL_ANGKA_LAIN", Severity.WARNING, sheet=context.sheet, value=found, title=column.title
            )
            return


def _note_titled_shares(table: Table, context: SheetContext) -> None:
    """Warn where a title speaks of percentages, no column beside is headed so, and no figure is above 100."""
    mapping = context.mapping
    column = mapping.data.column(mapping.data.value_column)
    titles = (*table.titles, table.sheet.name)
    if column.kind not in (ColumnKind.COUNT, ColumnKind.RUPIAH) or not any(map(is_titled_share, titles)):
        return
    if any(is_share_or_rate(slot.header.split(" / "), column.kind) for slot in mapping.slots):
        return
    texts = {str(text) for slot in mapping.main_values for text in table.body[slot.position].unique()}
    if all(take_apart(text).fraction <= _WHOLE for text in texts if is_number(text)):
        context.log.add(
            "JUDUL_ANGKA_LAIN", Severity.WARNING, sheet=context.sheet, value="persen", title=column.title
        )


def note_rows_above(table: Table, context: SheetContext) -> None:
    """Say where rows above the header hold figures beside words: they are not taken.

    Those of a table with areas of its own must be acknowledged. Of others two rows at least are told: they may be a
    recap by segment above the areas or, of a letterhead, facts of the office.
    """
    cells = table.sheet.cells
    above = cells[cells.index < min(table.header_rows, default=0)]
    titles = set(table.titles)
    texts = {
        int(number): list(map(str, row)) for number, row in zip(above.index, above.to_numpy(), strict=True)
    }
    rows = [number for number, row in texts.items() if _holds_figures(set(filter(None, row)), titles)]
    if found := find_table_above(texts, rows, context):
        context.log.add(
            "TABEL_LAIN_DI_ATAS", Severity.WARNING, sheet=context.sheet, row=found.row, value=found.header,
            n=found.rows,
        )  # fmt: skip
        return
    headed = [
        pair
        for pair in pairwise(texts)
        if _heads_figures(texts[pair[0]], texts[pair[1]]) and titles.issuperset(filter(None, texts[pair[1]]))
    ]
    rows = sorted({*rows, *chain.from_iterable(headed)})
    if len(rows) > 1:
        context.log.add(
            "ANGKA_DI_ATAS_JUDUL", Severity.INFO, sheet=context.sheet, row=rows[0], last=rows[-1], n=len(rows)
        )


def _holds_figures(texts: set[str], titles: set[str]) -> bool:
    """Whether a row of titles has a figure (no year) and a word; rows of another table are none of its titles."""
    numbers = {text for text in texts if is_number(text)}
    return texts <= titles and numbers != texts and any(not is_year(text) for text in numbers)


def _heads_figures(heads: Sequence[str], figures: Sequence[str]) -> bool:
    """Whether all numbers of a row, two at least, stand beneath words of their own: "RT/RW | Linmas", "40 | 20"."""
    numbers = [place for place, text in enumerate(figures) if is_number(text) and not is_year(text)]
    worded = all(heads[place] and not is_number(heads[place]) for place in numbers)
    return len(numbers) > 1 and worded and not counts_columns(figures)


def _other_figure(titles: Sequence[str], words: Words, mapping: ColumnMap) -> str:
    """The first word for other figures that neither a title nor a header makes good; "" where there is none."""
    heads = " | ".join(normalise(slot.header) for slot in mapping.main_values)
    beside = " ".join(normalise(slot.header) for slot in mapping.slots if slot not in mapping.main_values)
    for place, title in enumerate(titles):
        others = " | ".join((*titles[:place], *titles[place + 1 :], heads))
        if words.own.search(NEGATED.sub(" ", others)):
            continue
        for word in dict.fromkeys(found[0] for found in words.other.finditer(title)):
            # "Target cakupan" is a target, "target dan cakupan" both.
            said_too = words.beside.search(re.sub(rf"\b{word} (?:{words.beside.pattern})", " ", title))
            if not said_too and not re.search(rf"\b{word}\b", beside):
                return word
    return ""


def _without_codes(title: str, lexicon: Lexicon) -> str:
    """A title without names of segments: "pekerja rentan usulan desa" are no proposals."""
    for spelling in sorted(lexicon.codes["segmen"], key=len, reverse=True):
        if " " in spelling and spelling in title:
            title = re.sub(rf"\b{re.escape(spelling)}\b", "|", title)
    return title
