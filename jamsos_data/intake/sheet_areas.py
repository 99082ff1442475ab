"""Places the rows of one sheet in areas: by its columns, its headings, its titles and what the operator stated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.area_choices import AreaChoices
from jamsos_data.intake.clean.area_columns import AreaColumn, AreaSheet, read_areas
from jamsos_data.intake.clean.area_sections import heading_rows, place_sections, under_headings
from jamsos_data.intake.clean.area_texts import area_texts, disagreeing_columns
from jamsos_data.intake.clean.split_codes import join_split_codes
from jamsos_data.intake.locate.body import Body
from jamsos_data.intake.locate.table import column_letter
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.sheet_notes import figures_of
from jamsos_data.intake.twin_areas import place_twins


@dataclass(frozen=True, kw_only=True)
class PlacedRows:
    """The body of a table with the areas of its data rows: which of these are `kept`, and which head a section of
    villages with its sum.
    """

    body: Body
    areas: AreaColumn
    kept: pd.Series
    sections: frozenset[int]

    @cached_property
    def data(self) -> pd.DataFrame:
        """The data rows that are kept: those of the regency that say anything."""
        return self.body.data if self.kept.all() else self.body.data[self.kept]

    @property
    def unfilled(self) -> int:
        """How many rows of the regency say nothing but their area."""
        return int((~self.kept & ~self.areas.foreign).sum())


def place_rows(body: Body, context: SheetContext, choices: AreaChoices) -> PlacedRows:
    """The data rows with their areas. `choices` answer for areas that are not read otherwise."""
    areas, sections = _read_areas(body, context, choices)
    kept = ~areas.foreign & _is_filled(body.data, context.mapping)
    return PlacedRows(body=body, areas=areas, kept=kept, sections=sections)


def _read_areas(body: Body, context: SheetContext, choices: AreaChoices) -> tuple[AreaColumn, frozenset[int]]:
    """The areas of the data rows, and which of these head a section of villages with its sum."""
    log, sheet, titled = context.log, context.sheet, context.titled
    data = join_split_codes(body.data, context.mapping, context.lexicon.areas)
    texts, filled = area_texts(data, context.mapping)
    for header, count in filled.items():
        log.add("ISIAN_TURUN", Severity.INFO, sheet=sheet, column=header, n=count)
    _note_without_desa(texts, data, context)
    for slot, other, n in disagreeing_columns(data, context.mapping):
        log.add(
            "KOLOM_WILAYAH_BERBEDA", Severity.WARNING, sheet=sheet, column=slot.header, n=n, other=other.header,
            letter=column_letter(slot.position), other_letter=column_letter(other.position),
        )  # fmt: skip
    texts = under_headings(texts, body.sections, context.lexicon.areas)
    own = (texts != "").any(axis=1)
    for source in (context.stated.areas, titled.areas):
        for role, text in source.items():
            wider = role in ("kabupaten", "kecamatan")
            blank = (texts[role] == "") & (True if wider else ~own)
            texts[role] = texts[role].where(~blank, text)
    texts, twins = place_twins(texts, body, context)
    texts, sections = place_sections(texts, context.lexicon.areas)
    sections |= twins | heading_rows(body.data, context.mapping)
    if titled.areas:
        area = ", ".join(titled.areas.values())
        log.add("WILAYAH_DARI_JUDUL", Severity.INFO, sheet=sheet, value=area)
    of_sheet = AreaSheet(
        name=sheet, mapping=context.mapping, names=context.lexicon.areas, log=log,
        figures=figures_of(body.data, context.mapping),
    )  # fmt: skip
    return read_areas(texts, of_sheet, choices), sections


def _note_without_desa(texts: pd.DataFrame, data: pd.DataFrame, context: SheetContext) -> None:
    """Ask about rows that name no area, of which the one above names the kecamatan alone: so much is known of them."""
    areas = context.mapping.of_role("area")
    desa = next((slot.header for slot in areas if slot.name == "desa"), None)
    bare = (data[[slot.position for slot in areas]] == "").all(axis=1)
    others = [role for role in texts.columns if role not in ("kabupaten", "kecamatan")]
    bare &= (texts["kecamatan"] != "") & (texts[others] == "").all(axis=1)
    if desa is None or not bare.any():
        return
    row = int(bare.index[bare][0])
    context.log.add(
        "DESA_KOSONG_DALAM_KECAMATAN", Severity.WARNING, sheet=context.sheet, row=row, column=desa, n=int(bare.sum()),
        within=str(texts["kecamatan"][row]),
    )  # fmt: skip


def _is_filled(data: pd.DataFrame, mapping: ColumnMap) -> pd.Series:
    """Rows with any value at all; a row with an area and no number says that there is no data.

    In a list by name a row without NIK is a person all the same.
    """
    positions = [slot.position for slot in (*mapping.main_values, *mapping.of_role("value"))]
    filled = (data[positions] != "").any(axis=1)
    if mapping.data.column(mapping.data.value_column).personal:
        others = [slot.position for slot in mapping.of_role("column", "area")]
        filled |= (data[others] != "").sum(axis=1) > 1
    return filled
