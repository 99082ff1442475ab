"""Gives columns headed by months without their year the years in which they follow one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jamsos_data.datasets import ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.months import MonthText, read_month
from jamsos_data.intake.clean.year_turns import find_year_pair, passes_new_year, years_in_order
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.slots import ColumnMap, Slot

_BARE = "----"


def roll_years(context: SheetContext) -> ColumnMap:
    """The columns of a sheet with the years that the months beside them or two years in a title give; that is said.

    A year of all months that somebody states, or that each row has, goes before.
    """
    mapping = context.mapping
    changed: dict[int, Slot] = {}
    for group in _groups(mapping):
        years = years_in_order([_month_of(run[0], mapping) for run in group], year_pair(context))
        for run, year in zip(group, years or [], strict=False):
            changed |= {
                slot.position: _in_year(slot, year, mapping) for slot in run if _is_bare(slot, mapping)
            }
    period = mapping.data.period_column or ""
    note_in_order({slot.header: slot.tags[period] for slot in changed.values()}, context)
    return replace(mapping, slots=tuple(changed.get(slot.position, slot) for slot in mapping.slots))


def year_pair(context: SheetContext) -> tuple[int, int] | None:
    """The two years that a title gives together; None where somebody states one for all, or each row has its own."""
    if context.stated.year or context.mapping.of_role("year"):
        return None
    pairs = {pair for text in context.titled.titles if (pair := find_year_pair(text))}
    return pairs.pop() if len(pairs) == 1 else None


def note_in_order(found: Mapping[str, str], context: SheetContext) -> None:
    """Say which months were read of texts without their year."""
    if found:
        told = ", ".join(f"{text} = {month}" for text, month in found.items())
        context.log.add("BULAN_BERURUTAN", Severity.INFO, sheet=context.sheet, value=told)


def note_one_year(months: Sequence[Sequence[MonthText | None]], year: str, context: SheetContext) -> None:
    """Ask about months in the order of the file that pass the turn of a year while only one year is given for all."""
    if any(map(passes_new_year, months)):
        context.log.add("BULAN_LEWAT_TAHUN", Severity.WARNING, sheet=context.sheet, value=year)


def months_by_group(mapping: ColumnMap) -> list[list[MonthText | None]]:
    """The months at the head of columns that differ by nothing else, from left to right."""
    return [[_month_of(run[0], mapping) for run in group] for group in _groups(mapping)]


def _groups(mapping: ColumnMap) -> list[list[list[Slot]]]:
    """Columns of the same number and labels, together where their months are the same (men and women), of which one at
    least is headed by a month without its year.
    """
    period = mapping.data.period_column
    if period is None or mapping.data.column(period).kind is not ColumnKind.MONTH:
        return []
    groups: dict[object, list[list[Slot]]] = {}
    for slot in mapping.of_role("value"):
        if period in slot.tags:
            rest = tuple(sorted((name, text) for name, text in slot.tags.items() if name != period))
            runs = groups.setdefault((slot.name, rest), [])
            if runs and runs[-1][0].tags[period] == slot.tags[period]:
                runs[-1].append(slot)
            else:
                runs.append([slot])
    return [group for group in groups.values() if any(_is_bare(run[0], mapping) for run in group)]


def _is_bare(slot: Slot, mapping: ColumnMap) -> bool:
    return slot.tags[mapping.data.period_column or ""].startswith(_BARE)


def _month_of(slot: Slot, mapping: ColumnMap) -> MonthText | None:
    text = slot.tags[mapping.data.period_column or ""]
    return MonthText(month=int(text[5:])) if _is_bare(slot, mapping) else read_month(text)


def _in_year(slot: Slot, year: int, mapping: ColumnMap) -> Slot:
    period = mapping.data.period_column or ""
    return replace(slot, tags={**slot.tags, period: f"{year:04d}{slot.tags[period][4:]}"})
