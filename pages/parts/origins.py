"""The trace of a table: what its origin declares, with the values of what is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

import pandas as pd

from jamsos_data.metrics.lineage import Behind
from jamsos_data.metrics.pace import PACE_MONTHS
from jamsos_data.metrics.questions import CONSTRUCTION, AreaLevel
from jamsos_data.metrics.reporting import MONTHS as REPORTED_MONTHS
from jamsos_data.origin import Matched, Origin, Place, Rows
from jamsos_data.periods import add_months, month_range, month_start
from jamsos_data.reference import Reference
from jamsos_data.table import Table
from pages.parts.language import words
from pages.parts.snapshot import basis_year
from pages.parts.state import Selection
from pages.parts.trace_cells import YEAR, cells_made, judged_by
from pages.parts.tracing import Trace, trace_popover

Months = tuple[datetime | None, datetime | None]
_BY_YEAR = ("potensi", "anggaran")  # of which one year counts for a month, not the years between
_BEFORE: dict[str, int] = {"pace": PACE_MONTHS, "year_before": YEAR}
_WITHOUT_COLUMN = "trace.word."


def offer_trace(table: Table, selection: Selection) -> None:
    """The quiet button of a table that says what it rests on; nothing for a table that holds no figures of the data."""
    if table.origin is not None:
        trace_popover(partial(_trace, table, table.origin, selection), key=f"trace_table_{table.name}")


def trace_like(table: Table, figures: tuple[tuple[str, str], ...], selection: Selection) -> Trace:
    """The trace of `figures` that stand in a table, too. Raises ValueError for a table without an origin."""
    if table.origin is None:
        raise ValueError(f"table {table.name} has no origin")
    return replace(_trace(table, table.origin, selection), figures=figures)


def take_apart(
    name: str,
    figures: tuple[tuple[str, str], ...],
    selection: Selection,
    rows: tuple[Rows, ...],
    *,
    of: Any = None,
    among: pd.DataFrame | None = None,
) -> Trace:
    """The trace of a single figure: its formula by `name`, its parts in words, and the rows behind.

    `of` (a row) or `among` (rows) hold the codes by which `rows` name some of their rows.
    """
    frame = pd.DataFrame([{} if of is None else of._asdict()]) if among is None else among
    return Trace(
        formulas=(words()(f"trace.formula.{name}"),),
        snapshot=selection.snapshot,
        figures=figures,
        behind=tuple(dict.fromkeys(behind for one in rows for behind in rows_behind(one, frame, selection))),
    )


def _trace(table: Table, origin: Origin, selection: Selection) -> Trace:
    said = (_formula(name, table) for name in origin.formulas)
    behind = (one for rows in origin.rows for one in rows_behind(rows, table.frame, selection))
    return Trace(
        formulas=tuple(text for text in said if text),
        snapshot=selection.snapshot,
        behind=tuple(dict.fromkeys(behind)),
    )


def _formula(name: str, table: Table) -> str:
    """A formula in the words of the headings; "" where the table lacks a column and no word stands for it."""
    say, key = words(), f"trace.table.{name}"
    headings = {code: column.title for code, column in table.columns.items()}
    for code in say.placeholders(key) - headings.keys():
        if (word := f"{_WITHOUT_COLUMN}{code}") not in say:
            return ""
        headings[code] = say(word)
    return say(key, **headings)


def rows_behind(rows: Rows, frame: pd.DataFrame, selection: Selection) -> Iterator[Behind]:
    """The bounds of `rows` for a table with this frame: one for each stretch of months; none where they are empty."""
    if rows.made == "judged" and rows.matching:
        frame = judged_by(rows, selection)
    if any(column not in frame for _, column in rows.matching):
        return
    only = tuple(
        (name, _widened(name, _codes(frame[column]), rows.matched, selection.reference))
        for name, column in rows.matching
    )
    if rows.place == "upwards":
        only = (("kode_wilayah", selection.upwards),)
    place, level = _place(rows.place, selection)
    narrowed = _narrowed(rows, selection)
    for months in _months(rows, frame, selection):
        yield Behind(
            kind=rows.kind,
            dalam=place,
            tingkat=level,
            basis=selection.basis,
            keluarga=selection.keluarga,
            only=only,
            cells=cells_made(rows, selection),
            **narrowed,
            **_when(rows.kind, months, selection),
        )


def _codes(values: pd.Series) -> tuple[Any, ...]:
    known = values.dropna().drop_duplicates()
    dated = pd.api.types.is_datetime64_any_dtype(known)
    return tuple(sorted(known.dt.to_pydatetime() if dated else (code for code in known if code)))


def _widened(name: str, codes: tuple[Any, ...], matched: Matched, reference: Reference) -> tuple[Any, ...]:
    """Codes with those that they are matched with as well."""
    if matched == "exactly" or name not in ("kode_wilayah", "segmen"):
        return codes
    if name == "kode_wilayah":
        return tuple(sorted({*codes, *(desa for code in codes for desa in reference.desa_of(code))}))
    tree = reference.segmen_tree
    inside = {inner for code in codes for inner in tree.descendants(code)}
    above = {upper for code in codes for upper in tree.ancestors(code)} if matched == "related" else set()
    return tuple(sorted(inside | above))


def _place(place: Place, selection: Selection) -> tuple[str, AreaLevel]:
    """The area to stay inside, and the level that the rows are known for at least."""
    regency = selection.reference.kabupaten
    inside = selection.kecamatan or regency
    is_desa = selection.reference.area_level(selection.wilayah) == "desa"
    places: dict[Place, tuple[str, AreaLevel]] = {
        "own": (selection.wilayah, "kabupaten"),
        "inside": (inside, "kabupaten"),
        "parts": (inside, selection.level_inside),
        "own_and_parts": (inside, "desa" if is_desa else "kabupaten"),
        "villages": (inside, "desa"),
        "upwards": (regency, "kabupaten"),
        "regency": (regency, "kabupaten"),
    }
    return places[place]


def _narrowed(rows: Rows, selection: Selection) -> dict[str, Any]:
    tree = selection.reference.segmen_tree
    segmen = None if "segmen" in rows.unasked or selection.segmen == tree.root else selection.segmen
    asked_apart = not selection.dengan_jakon and "jakon" not in rows.unasked
    apart = (asked_apart or rows.without_jakon) and segmen != CONSTRUCTION
    source = None if "sumber_dana" in rows.unasked else selection.sumber_dana
    return {
        "segmen": segmen,
        "tanpa": tuple(tree.descendants(CONSTRUCTION)) if apart and CONSTRUCTION in tree else (),
        "sumber_dana": source or rows.under,
    }


def _months(rows: Rows, frame: pd.DataFrame, selection: Selection) -> list[Months]:
    now = selection.month
    if rows.when == "compared":
        return [] if selection.banding is None else [(selection.banding, selection.banding)]
    if rows.when in _BEFORE:
        before = add_months(now, -_BEFORE[rows.when])
        return [(before, before)]
    if rows.when == "shown":
        shown = frame["periode"]
        return [] if shown.empty else [(shown.min().to_pydatetime(), shown.max().to_pydatetime())]
    stretches: dict[str, Months] = {
        "month": (now, now),
        "since_january": (month_start(now.year, 1), now),
        "twelve_months": (add_months(now, 1 - REPORTED_MONTHS), now),
        "through": (None, now),
        "always": (None, None),
    }
    return [stretches[rows.when]]


def _when(kind: str, months: Months, selection: Selection) -> dict[str, Any]:
    """The bounds in time; of potensi the years whose figure counts for one of the months."""
    since, until = months
    if kind not in _BY_YEAR or since is None or until is None:
        return {"since": since, "until": until}
    if kind == "anggaran":
        return {"tahun": tuple(range(since.year, until.year + 1))}
    basis = selection.basis or ""
    years = {basis_year(selection.snapshot, basis, month) for month in month_range(since, until)}
    return {"tahun": tuple(sorted(year for year in years if year is not None)) or (until.year,)}
