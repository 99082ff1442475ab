"""Which sheets may be read and where their tables begin: by what somebody chose, else by what the sheet shows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jamsos_data.intake.layout import ANY_SHEET, RecalledLayout, SheetLayout, merge_layouts
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.header import cut_table, locate_table
from jamsos_data.intake.locate.table import Source, Table, column_letter
from jamsos_data.intake.names import normalise
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.intake.report import IntakeOptions, Refusal
from jamsos_data.intake.shape import find_recalled
from jamsos_data.intake.sheet_names import names_to_hide

MOST_HEADER_ROWS = 10
_LISTED = 20
_DIGITS_OF_PERSONS = 10


@dataclass(frozen=True, kw_only=True)
class PlannedSheet:
    """One sheet of the file, without the rows that were left out, with its table (None: no header found).

    `layout` is what the operator chose for it, `recalled` what was chosen for an earlier file of the same `shape`.
    """

    sheet: RawSheet
    table: Table | None
    layout: SheetLayout
    recalled: RecalledLayout | None = None
    shape: str | None = None

    @property
    def is_left_out(self) -> bool:
        """Whether somebody said that the sheet is not to be read."""
        return self._read is False

    @property
    def is_wanted(self) -> bool:
        """Whether somebody said that the sheet is to be read."""
        return self._read is True

    @property
    def _read(self) -> bool | None:
        if self.layout.read is not None or self.recalled is None:
            return self.layout.read
        return self.recalled.read


def plan_sheets(
    sheets: Sequence[RawSheet], options: IntakeOptions, lexicon: Lexicon
) -> tuple[PlannedSheet, ...]:
    """All sheets with their tables. Raises Refusal for a choice that does not fit the file."""
    layouts = _layouts_by_sheet(sheets, options.layout, lexicon)
    planned = tuple(
        _plan(sheet, layout, options, lexicon) for sheet, layout in zip(sheets, layouts, strict=True)
    )
    _require_named_everywhere(planned, options)
    if all(plan.is_left_out for plan in planned):
        raise Refusal("SEMUA_LEMBAR_DIKELUARKAN")
    return planned


def _layouts_by_sheet(
    sheets: Sequence[RawSheet], layout: Mapping[str, SheetLayout], lexicon: Lexicon
) -> list[SheetLayout]:
    """The choices of each sheet, which goes by its name or its number ("#2"), with those for all sheets."""
    names = [sheet.name for sheet in sheets]
    numbered = {f"#{number}": name for number, name in enumerate(names, start=1)}
    by_name: dict[str, SheetLayout] = {}
    for name, chosen in layout.items():
        if name == ANY_SHEET:
            continue
        called = name if name in names else numbered.get(name)
        if called is None:
            hidden = names_to_hide(names, lexicon.areas)
            known = ", ".join(hidden.get(other, other) for other in names[:_LISTED])
            raise Refusal("LEMBAR_PILIHAN_TIDAK_ADA", value=name, known=known)
        by_name[called] = chosen
    general = layout.get(ANY_SHEET, SheetLayout())
    return [merge_layouts(by_name.get(name, SheetLayout()), general) for name in names]


def _plan(sheet: RawSheet, layout: SheetLayout, options: IntakeOptions, lexicon: Lexicon) -> PlannedSheet:
    _refuse_nonsense(sheet, layout)
    kept = sheet
    if layout.left_out:
        kept = replace(sheet, cells=sheet.cells.drop(index=list(layout.left_out)))
    usable = {
        shape: recalled
        for shape, recalled in options.recalled.items()
        if options.kind in (None, recalled.kind) and layout.read is not False
    }
    found = find_recalled(kept, usable, lexicon)
    if found is not None and layout.header in (None, found[1]):
        shape, header, recalled = found
        table = cut_table(kept, header)
        return _with_choices(PlannedSheet(
            sheet=kept, table=table, layout=layout, recalled=recalled, shape=shape
        ))  # fmt: skip
    table = locate_table(kept, lexicon) if layout.header is None else cut_table(kept, layout.header)
    return _with_choices(PlannedSheet(sheet=kept, table=table, layout=layout))


def _refuse_nonsense(sheet: RawSheet, layout: SheetLayout) -> None:
    """Choices of rows that cannot be: backwards, empty, both header and left out, or for a sheet left out."""
    if layout.read is False and (layout.header or layout.left_out):
        raise Refusal("LEMBAR_DIKELUARKAN_DIATUR", sheet=sheet.name)
    lacking = [row for row in layout.left_out if row not in sheet.cells.index]
    if lacking:
        raise Refusal("BARIS_PILIHAN_KOSONG", sheet=sheet.name, row=lacking[0])
    if layout.header in (None, (0, 0)):
        return
    first, last = layout.header or (0, 0)
    if not 0 < first <= last < first + MOST_HEADER_ROWS:
        raise Refusal(
            "JUDUL_PILIHAN_SALAH", sheet=sheet.name, value=f"{first}–{last}", limit=MOST_HEADER_ROWS
        )
    both = [row for row in layout.left_out if first <= row <= last]
    if both:
        raise Refusal("JUDUL_DIKELUARKAN", sheet=sheet.name, row=both[0])
    inside = sheet.cells[(sheet.cells.index >= first) & (sheet.cells.index <= last)]
    if inside.empty:
        raise Refusal("BARIS_PILIHAN_KOSONG", sheet=sheet.name, row=first)
    if any(_may_tell_a_person(str(text)) for row in inside.to_numpy() for text in row):
        raise Refusal("JUDUL_BERISI_ORANG", value=f"{first}–{last}")


def _may_tell_a_person(text: str) -> bool:
    """Whether a cell holds the number of a person, a card or a phone: no header does, and headers are quoted."""
    return sum(character.isdecimal() for character in text) >= _DIGITS_OF_PERSONS


def _with_choices(plan: PlannedSheet) -> PlannedSheet:
    """The table with the meanings that were chosen for its columns, those of the operator over recalled ones."""
    table = plan.table
    if table is None:
        return plan
    choices: dict[int, str] = {}
    sources: dict[int, Source] = {}
    for position, meaning in (plan.recalled.columns if plan.recalled else {}).items():
        if position < len(table.headers):
            choices[position], sources[position] = meaning, "recalled"
    for name, meaning in plan.layout.columns.items():
        position = name if isinstance(name, int) else _position_of(name, table)
        if position is not None:
            choices[position], sources[position] = meaning, "operator"
    return replace(plan, table=replace(table, choices=choices, sources=sources))


def _position_of(name: str, table: Table) -> int | None:
    """The column that goes by a header text, or by its letter. Raises Refusal when several do."""
    wanted = normalise(name)
    places = range(len(table.headers))
    found = [place for place in places if wanted and wanted == normalise(table.header_text(place))]
    found = found or [
        place for place in places if wanted in {normalise(part) for part in table.headers[place]} - {""}
    ]
    if not found and re.fullmatch(r"[A-Za-z]{1,3}", name.strip()):
        found = [place for place in places if column_letter(place) == name.strip().upper()]
    if len(found) > 1:
        letters = ", ".join(column_letter(place) for place in found)
        raise Refusal("KOLOM_PILIHAN_GANDA", value=name, letters=letters)
    return found[0] if found else None


def _require_named_everywhere(planned: Sequence[PlannedSheet], options: IntakeOptions) -> None:
    """Every column that was named must be found: on its sheet, or on one sheet at least."""
    for sheet_name, layout in options.layout.items():
        plans = [
            plan
            for number, plan in enumerate(planned, start=1)
            if sheet_name in (ANY_SHEET, plan.sheet.name, f"#{number}")
        ]
        tables = [plan.table for plan in plans if plan.table is not None]
        for name in layout.columns:
            if not any(_has_column(name, table) for table in tables):
                headers = tables[0] if tables else None
                shown = (
                    [headers.header_text(place) for place in range(len(headers.headers))] if headers else []
                )
                raise Refusal(
                    "KOLOM_PILIHAN_TIDAK_ADA", value=_called(name), headers=", ".join(shown[:_LISTED]) or "–"
                )


def _has_column(name: int | str, table: Table) -> bool:
    if isinstance(name, int):
        return 0 <= name < len(table.headers)
    return _position_of(name, table) is not None


def _called(name: int | str) -> str:
    return column_letter(name) if isinstance(name, int) else name
