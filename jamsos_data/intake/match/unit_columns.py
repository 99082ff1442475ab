"""Columns "RW" and "RT" that number neighbourhoods beside the figure of each, not the heads of RT and RW in a desa."""

from __future__ import annotations

import re
from itertools import pairwise

import pandas as pd

from jamsos_data.intake.clean.areas_of_parts import holds_sexes
from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.clean.numbers import take_apart
from jamsos_data.intake.clean.unit_numbers import fill_within_areas
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.locate.total_words import is_total_name
from jamsos_data.intake.match.slots import Slot, says_all
from jamsos_data.intake.part_headers import heads_ages, heads_parts_of_people
from jamsos_data.intake.sub_units import heads_units, unit_rank

_UNNAMED = 99
_UNIT = re.compile(
    r"(?:(?:rt|rw)[ .:]*)?(?:\d{1,3}|[ivx]{1,5})\.?(?:(?:\s*/\s*|\s+(?=r))(?:(?:rt|rw)[ .:]*)?\d{1,3})?"
)
_PLAIN = re.compile(r"[1-9]\d{0,2}")
_PADDED = re.compile(r"0\d{1,2}")
_TICKS = frozenset(["v", "x"])
_LEAST_PADDED = 10
_MOST = 0.5
_SORTED = 0.9


def without_unit_numbers(slots: list[Slot], table: Table) -> list[Slot]:
    """The columns, those of RT and RW that number the rows of another figure not taken for people of the segment RT/RW.

    Each area has several rows of them. Numbers in a form that no count has ("001", "RT 02", "01/05") name
    neighbourhoods; others do where they run from 1 in an area and the figure is not their sum.
    """
    heads = [slot for slot in slots if _may_number(slot)]
    figures = [slot for slot in slots if slot not in heads and _is_figure(slot, table)]
    if not heads or not figures:
        return slots
    rows = _rows_of(table.body, slots, heads, figures[0])
    units = [slot for slot in slots if slot in heads or _heads_wider_units(slot)]
    rows = fill_within_areas(rows, [slot.position for slot in slots if slot.role == "area"], units)
    heads = [slot for slot in heads if _are_units(rows[slot.position])]
    sure = [slot for slot in heads if _are_surely_units(rows[slot.position])]
    # Each neighbourhood may have ages of its own, or several of them.
    ageless = [slot for slot in slots if not heads_ages(slot.lowest_header)]
    if sure and not any(_has_several_in_areas(_blocks(rows, others, sure)) for others in (slots, ageless)):
        sure = []
    plain = [slot for slot in heads if slot not in sure]
    if plain and not (
        _are_running(rows, slots, plain, figures[0])
        or _are_running(_once(rows, ageless, plain), ageless, plain, figures[0])
    ):
        plain = []
    found = {slot.position for slot in (*sure, *plain)}
    return [
        Slot(position=slot.position, header=slot.header, role="unused", proof="units")
        if slot.position in found
        else slot
        for slot in slots
    ]


def _once(rows: pd.DataFrame, slots: list[Slot], units: list[Slot]) -> pd.DataFrame:
    """The first row of each unit of an area."""
    told = pd.concat([rows[[slot.position for slot in units]], _blocks(rows, slots, units)], axis=1)
    return rows[~told.duplicated()]


def _may_number(slot: Slot) -> bool:
    """Whether a column of a segment has the header of a unit alone: not "Peserta Aktif / RT"."""
    is_label = slot.role == "value" and set(slot.tags) == {"segmen"} and slot.rank == _UNNAMED
    return is_label and not slot.is_chosen and heads_units(slot.lowest_header)


def _heads_wider_units(slot: Slot) -> bool:
    return slot.role == "unused" and heads_units(slot.lowest_header)


def _is_figure(slot: Slot, table: Table) -> bool:
    """Whether a column holds numbers that are of no segment."""
    taken = slot.role == "total" or (slot.role == "value" and "segmen" not in slot.tags)
    return taken and any(map(is_number, table.body[slot.position]))


def _rows_of(body: pd.DataFrame, slots: list[Slot], heads: list[Slot], figure: Slot) -> pd.DataFrame:
    """The rows with a figure of a unit; none that is named as the sum of others."""
    units = body[[slot.position for slot in heads]]
    named = body[[slot.position for slot in slots if slot.role == "area" or heads_units(slot.lowest_header)]]
    sums = named.map(lambda text: says_all(text) or is_total_name(text)).any(axis=1)
    return body[body[figure.position].map(is_number) & (units != "").any(axis=1) & ~sums]


def _are_units(texts: pd.Series) -> bool:
    filled = {text.strip().casefold() for text in texts} - {"", "-"}
    return bool(filled - _TICKS) and all(map(_UNIT.fullmatch, filled))


def _are_surely_units(texts: pd.Series) -> bool:
    """Whether none of the texts can be a count, but for 10 and more beside "09"."""
    filled = {text.strip() for text in texts if text not in ("", "-")}
    plain = {text for text in filled if _PLAIN.fullmatch(text)}
    others = filled - plain
    if not others or "0" in others:
        return False
    return not plain or (
        any(map(_PADDED.fullmatch, others)) and min(int(text) for text in plain) >= _LEAST_PADDED
    )


def _are_running(rows: pd.DataFrame, slots: list[Slot], plain: list[Slot], figure: Slot) -> bool:
    """Whether the numbers tell the rows of each area apart, run from 1 in most and do not add up to the figure."""
    numbers = rows[
        [slot.position for slot in sorted(plain, key=lambda slot: unit_rank(slot.lowest_header) or 0)]
    ]
    if not numbers.map(lambda text: bool(_PLAIN.fullmatch(text))).all(axis=None):
        return False
    counts = numbers.astype("int64")
    figures = rows[figure.position].map(lambda text: take_apart(text).value)
    if (counts.sum(axis=1) == figures).mean() >= _MOST:
        return False
    blocks = _blocks(rows, slots, plain)
    told_apart = not pd.concat([counts, blocks], axis=1).duplicated().any()
    if not _has_several_in_areas(blocks) or not told_apart:
        return False
    order = pd.Series(list(counts.itertuples(index=False, name=None)), index=rows.index)
    steps = [above < below for _, group in order.groupby(blocks) for above, below in pairwise(group)]
    begins = counts.groupby(blocks).min().eq(1).all(axis=1)
    return sum(steps) >= _SORTED * len(steps) and begins.mean() >= _MOST


def _has_several_in_areas(blocks: pd.Series) -> bool:
    """Whether most rows are one of several of their area, as neighbourhoods are; heads are counted in one for each."""
    return bool((blocks.map(blocks.value_counts()) > 1).mean() >= _MOST)


def _blocks(rows: pd.DataFrame, slots: list[Slot], plain: list[Slot]) -> pd.Series:
    """A number for the rows of each area, month and other key, sex and wider unit."""
    areas = [slot.position for slot in slots if slot.role == "area"]
    others = [
        slot.position
        for slot in slots
        if slot not in plain
        and (
            slot.role in ("column", "month", "year")
            or heads_units(slot.lowest_header)
            or heads_parts_of_people(slot.lowest_header)
            or (slot.role in ("unused", "ignored") and holds_sexes(rows[slot.position]))
        )
    ]
    if not areas and not others:
        return pd.Series(0, index=rows.index)
    keys = pd.concat([rows[areas].mask(rows[areas] == "").ffill().fillna(""), rows[others]], axis=1)
    return keys.groupby(list(keys.columns), sort=False).ngroup()
