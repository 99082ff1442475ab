"""What the picture of a slide shows, for any program that draws it: series, colours and texts, no layout.

Colours are those of the light theme as #RRGGBB. Figures are unrounded; texts are written for people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from jamsos_data.map_shapes import Point, Ring

Unit = Literal["percent", "people", "rupiah"]


@dataclass(frozen=True, kw_only=True)
class Series:
    """One series: a value (None = nothing to draw) for each row or month; `colors` hold one for all, or one each.

    `name` is what the legend and the data sheet of an editable chart call it.
    """

    name: str
    values: tuple[float | None, ...]
    colors: tuple[str, ...]
    dashed: bool = False
    dotted: bool = False
    marked: bool = False  # a symbol at each point instead of a line


@dataclass(frozen=True, kw_only=True)
class Bars:
    """Rows with level bars from zero, the series of a row one after the other; `end` of the axis in the unit.

    `columns` stand beside the bars: a heading and a text for each row. `key`: what the colours mean.
    """

    rows: tuple[str, ...]
    series: tuple[Series, ...]
    columns: tuple[tuple[str, tuple[str, ...]], ...]
    unit: Unit
    end: float
    alt: str
    key: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Upright bars for each month, the series stacked; `totals` written above them."""

    months: tuple[datetime, ...]
    series: tuple[Series, ...]
    totals: tuple[str, ...]
    unit: Unit
    alt: str


@dataclass(frozen=True, kw_only=True)
class Band:
    """What lies between two series over the same months; where nothing can be filled, their two lines say it."""

    name: str
    low: Series
    high: Series


@dataclass(frozen=True, kw_only=True)
class Lines:
    """Lines over the months, the axis from `low` to `high` by `step`; `band` lies behind them.

    `labels`: (number of the series, number of the month, text) written at a point.
    """

    months: tuple[datetime, ...]
    series: tuple[Series, ...]
    labels: tuple[tuple[int, int, str], ...]
    unit: Unit
    low: float
    high: float
    step: float
    alt: str
    band: Band | None = None


@dataclass(frozen=True, kw_only=True)
class MapArea:
    """One area of a map: outlines and label place in degrees; `anchor` is where a line from the label ends.

    `ink` is the colour that reads on the fill.
    """

    kode: str
    name: str
    value: str
    color: str
    ink: str
    rings: tuple[Ring, ...]
    at: Point | None
    anchor: Point | None


@dataclass(frozen=True, kw_only=True)
class Map:
    """Areas coloured by class; `classes` explain the colours, `note` says whose boundaries these are."""

    areas: tuple[MapArea, ...]
    classes: tuple[tuple[str, str], ...]
    note: str
    alt: str


Picture = Bars | Columns | Lines | Map
