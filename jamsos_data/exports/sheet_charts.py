"""Native charts beside an exported table: they draw its cells, so they follow when these are changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from jamsos_data.colors import Look, palette

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

COLORS = palette(Look())
WIDTH, ROW = 860, 34  # px
LONG = 20  # rows of a table that a chart stands beside
HEIGHT = 360  # px, of upright charts
DATE_LANGUAGE = {"id": "[$-421]", "en": "[$-809]"}  # as Excel numbers them
RUPIAH = '[>=1000000000]"Rp"0.0,,,"{billion}";[>=1000000]"Rp"0.0,,"{million}";"Rp"#,##0'
MILLIONS = {"id": {"billion": " miliar", "million": " juta"}, "en": {"billion": " bn", "million": " m"}}


@dataclass(frozen=True, kw_only=True)
class SheetChart:
    """Which columns of a table are drawn, and how; `rows` is how many from the top (None: all).

    `series`: (column, colour #RRGGBB). "bars" lie level, the first row on top; "stacked" are upright, one on another.
    `frame` is the column that stands as an empty frame around the bars: what is to be reached or may be spent.
    """

    kind: Literal["bars", "stacked", "line"]
    title: str
    category: str
    series: tuple[tuple[str, str], ...]
    unit: Literal["percent", "people", "rupiah"]
    frame: str = ""
    rows: int | None = None


def insert_chart(
    workbook: Workbook,
    sheet: Worksheet,
    chart: SheetChart,
    *,
    language: str,
    columns: Sequence[str],
    first_row: int,
    last_row: int,
) -> None:
    """Draw the chart below a table, or right of a long one; its headings stand in the row above `first_row`."""
    last = last_row if chart.rows is None else min(last_row, first_row + chart.rows - 1)
    kinds = {
        "bars": {"type": "bar"},
        "stacked": {"type": "column", "subtype": "stacked"},
        "line": {"type": "line"},
    }
    drawn: Any = workbook.add_chart(kinds[chart.kind])
    category = columns.index(chart.category)
    for name, color in chart.series:
        place = columns.index(name)
        drawn.add_series(
            {
                "name": [sheet.name, first_row - 1, place],
                "categories": [sheet.name, first_row, category, last, category],
                "values": [sheet.name, first_row, place, last, place],
                "gap": 45,
                "overlap": 100,
                **_look(chart, name, color),
            }
        )
    _set_axes(drawn, chart, language=language)
    drawn.set_title({"name": chart.title, "overlay": False, "name_font": {"size": 12, "color": COLORS.ink}})
    if len(chart.series) > 1:
        drawn.set_legend({"position": "bottom", "font": {"color": COLORS.muted}})
    else:
        drawn.set_legend({"none": True})
    drawn.set_chartarea({"border": {"none": True}})
    rows = last - first_row + 1
    height = max(220, 90 + ROW * rows) if chart.kind == "bars" else HEIGHT
    drawn.set_size({"width": WIDTH, "height": height})
    below = last_row - first_row < LONG
    sheet.insert_chart(last_row + 2 if below else first_row - 1, 0 if below else len(columns) + 1, drawn)


def _look(chart: SheetChart, name: str, color: str) -> dict[str, Any]:
    if chart.kind == "line":
        return {"line": {"color": color, "width": 2.75}}
    if name == chart.frame:
        return {"fill": {"none": True}, "border": {"color": color, "width": 1.75}}
    return {"fill": {"color": color}, "border": {"none": True}}


def _set_axes(drawn: Any, chart: SheetChart, *, language: str) -> None:
    months = f"{DATE_LANGUAGE[language]}mmm yyyy"
    formats = {"percent": "0", "people": "#,##0", "rupiah": RUPIAH.format_map(MILLIONS[language])}
    font = {"color": COLORS.muted}
    names = {"num_font": font, "line": {"color": COLORS.axis}, "major_tick_mark": "none"}
    figures = {
        "num_font": font,
        "num_format": formats[chart.unit],
        "major_gridlines": {"visible": True, "line": {"color": COLORS.grid}},
        "line": {"none": True},
        "major_tick_mark": "none",
    }
    if chart.kind == "bars":
        # Excel calls the axis of the names x also where it stands upright.
        drawn.set_x_axis(figures | {"min": 0})
        drawn.set_y_axis(names | {"reverse": True})
    elif chart.kind == "line":
        dates = {
            "date_axis": True,
            "num_format": months,
            "num_font": font | {"rotation": 0},
            "major_unit": 3,
            "major_unit_type": "months",
        }
        drawn.set_x_axis(names | dates)
        drawn.set_y_axis(figures)
    else:
        drawn.set_x_axis(names | {"num_format": months})
        drawn.set_y_axis(figures | {"min": 0})
