"""Pictures of slides as native charts: their figures are edited in PowerPoint, their look is ours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from jamsos_data.exports.powerpoint.data_sheet import data_sheet
from jamsos_data.exports.powerpoint.design import COLORS, Box, Type, describe, emu, rgb, set_font
from jamsos_data.slides.picture import Bars, Columns, Lines, Series, Unit

FORMATS: dict[Unit, str] = {"percent": "0.0", "people": "#,##0", "rupiah": "#,##0"}
BILLIONS = {"id": '"Rp"0.0,,," miliar"', "en": '"Rp"0.0,,," billion"'}
MILLIONS = {"id": '"Rp"0,," juta"', "en": '"Rp"0,," million"'}
BILLION = 1_000_000_000
LABEL = Type(size=14, color=COLORS.ink)
TICK = Type(size=12, color=COLORS.muted)
MONTHS = {"id": "[$-421]mmm yyyy", "en": "[$-809]mmm yyyy"}  # with the language as Windows numbers it
MOST_TICKS = 14
EDGE_WIDTH = 1.75  # points
END_MONTHS = 3  # labels of the last months stand left of their points, where the chart has room
NAME = "/".join(qn(tag) for tag in ("c:tx", "c:strRef", "c:strCache", "c:pt", "c:v"))


def draw_bars(shapes: Any, box: Box, picture: Bars, *, head: float, names: float, type_size: float) -> Any:
    """Level bars; the plot begins `head` inches below the top and `names` inches from the left of the box."""
    chart = _chart(shapes, box, XL_CHART_TYPE.BAR_STACKED, picture.rows, picture.series, picture)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 55, 100
    _place_plot(chart, names / box.width, head / box.height, 1 - names / box.width, 1 - head / box.height)
    _value_axis(chart, low=0, high=picture.end)
    chart.value_axis.visible = False
    axis = chart.category_axis
    axis.reverse_order = True
    _quiet(axis)
    set_font(axis.tick_labels.font, Type(size=type_size))
    for number, one in enumerate(picture.series):
        _color_bars(plot.series[number], one)
    return chart


def draw_columns(shapes: Any, box: Box, picture: Columns, *, language: str) -> Any:
    """Stacked upright bars with a legend on the right, the topmost series first."""
    chart = _chart(shapes, box, XL_CHART_TYPE.COLUMN_STACKED, picture.months, picture.series, picture)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    highest = max(
        sum(value or 0 for value in values)
        for values in zip(*(one.values for one in picture.series), strict=True)
    )
    axis = chart.value_axis
    axis.minimum_scale = 0
    axis.tick_labels.number_format = (BILLIONS if highest >= BILLION else MILLIONS)[language]
    axis.tick_labels.number_format_is_linked = False
    _grid(axis)
    _quiet(chart.category_axis, line=True)
    _by_months(chart.category_axis, len(picture.months), language=language)
    for number, one in enumerate(picture.series):
        _color_bars(plot.series[number], one)
    _legend(chart, XL_LEGEND_POSITION.RIGHT)
    return chart


def draw_lines(shapes: Any, box: Box, picture: Lines, *, language: str) -> Any:
    """Lines by month with the figures written at the points that matter; a band as the two lines of its edges."""
    edges = (picture.band.low, picture.band.high) if picture.band else ()
    series = (*picture.series, *edges)
    chart = _chart(shapes, box, XL_CHART_TYPE.LINE_MARKERS, picture.months, series, picture)
    _value_axis(chart, low=picture.low, high=picture.high)
    chart.value_axis.major_unit = picture.step
    _grid(chart.value_axis)
    _quiet(chart.category_axis, line=True)
    chart.value_axis.tick_labels.number_format = FORMATS[picture.unit]
    chart.value_axis.tick_labels.number_format_is_linked = False
    _by_months(chart.category_axis, len(picture.months), language=language)
    for number, one in enumerate(series):
        _draw_line(chart.plots[0].series[number], one, width=EDGE_WIDTH if one in edges else None)
    for number, place, text in picture.labels:
        one, point = picture.series[number], chart.plots[0].series[number].points[place]
        _label(point, text, one, at_end=place >= len(picture.months) - END_MONTHS, language=language)
    _legend(chart, XL_LEGEND_POSITION.BOTTOM)
    return chart


def _chart(
    shapes: Any,
    box: Box,
    kind: Any,
    categories: Sequence[str | datetime],
    series: Sequence[Series],
    picture: Any,
) -> Any:
    data = CategoryChartData(number_format=FORMATS[picture.unit])
    # Names only stand in for the real ones: python-pptx would write a text such as "=1" as a formula.
    data.categories = [
        category if isinstance(category, datetime) else f"k{number}"
        for number, category in enumerate(categories)
    ]
    for number, one in enumerate(series):
        data.add_series(f"s{number}", one.values)
    frame = shapes.add_chart(kind, *emu(box), data)
    chart = frame.chart
    _name(chart, categories, series)
    chart.part.chart_workbook.update_from_xlsx_blob(
        data_sheet(categories, series, number_format=FORMATS[picture.unit])
    )
    chart.has_title = False
    chart.has_legend = False
    set_font(chart.font, TICK)
    describe(frame, picture.alt)
    return chart


def _name(chart: Any, categories: Sequence[str | datetime], series: Sequence[Series]) -> None:
    """Put the names of categories and series into the chart, beside the references to its data sheet."""
    for number, element in enumerate(chart._chartSpace.iter(qn("c:ser"))):
        element.find(NAME).text = series[number].name
        for point in element.find(qn("c:cat")).iter(qn("c:pt")):
            category = categories[int(point.get("idx"))]
            if isinstance(category, str):
                point.find(qn("c:v")).text = category


def _color_bars(series: Any, one: Series) -> None:
    series.invert_if_negative = False
    fill = series.format.fill
    fill.solid()
    fill.fore_color.rgb = rgb(one.colors[0])
    if len(one.colors) > 1:
        for place, color in enumerate(one.colors):
            point = series.points[place].format.fill
            point.solid()
            point.fore_color.rgb = rgb(color)


def _draw_line(series: Any, one: Series, *, width: float | None = None) -> None:
    color = rgb(one.colors[0])
    series.smooth = False
    line, marker = series.format.line, series.marker
    if one.marked:
        line.fill.background()
        marker.style, marker.size = XL_MARKER_STYLE.DIAMOND, 13
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = color
        marker.format.line.fill.background()
        return
    line.color.rgb = color
    line.width = Pt(width or (2.5 if one.dashed or one.dotted else 3.5))
    if one.dashed or one.dotted:
        line.dash_style = MSO_LINE.DASH if one.dashed else MSO_LINE.ROUND_DOT
        marker.style = XL_MARKER_STYLE.NONE
        return
    # A month between two without data stands alone: only its dot shows it.
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 5
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = color
    marker.format.line.fill.background()


def _label(point: Any, text: str, one: Series, *, at_end: bool, language: str) -> None:
    label = point.data_label
    frame = label.text_frame
    below = not one.marked and not one.dotted
    # Below its point a label begins with an empty line, so that it keeps clear of the line of the chart.
    frame.text = f"\n{text}" if below else text
    color = COLORS.target_text if one.colors[0] == COLORS.target else one.colors[0]
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            set_font(run.font, Type(size=16, color=color, bold=True), language=language)
    aside = XL_LABEL_POSITION.LEFT if at_end and one.marked else XL_LABEL_POSITION.ABOVE
    label.position = XL_LABEL_POSITION.BELOW if below else aside


def _value_axis(chart: Any, *, low: float, high: float) -> None:
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = low, high
    chart.value_axis.has_major_gridlines = False


def _grid(axis: Any) -> None:
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = rgb(COLORS.grid)
    axis.major_gridlines.format.line.width = Pt(0.75)
    axis.format.line.fill.background()
    axis.major_tick_mark = XL_TICK_MARK.NONE
    set_font(axis.tick_labels.font, TICK)


def _quiet(axis: Any, *, line: bool = False) -> None:
    axis.has_major_gridlines = False
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if line:
        axis.format.line.color.rgb = rgb(COLORS.axis)
    else:
        axis.format.line.fill.background()
    set_font(axis.tick_labels.font, TICK)


def _by_months(axis: Any, months: int, *, language: str) -> None:
    """An axis of dates: a level name under every so many months, in the language of the slides."""
    axis.tick_labels.number_format = MONTHS[language]
    axis.tick_labels.number_format_is_linked = False
    element = axis._element
    element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("rot", "0")
    step = next((one for one in (1, 3, 6, 12) if months / one <= MOST_TICKS), 12)
    for old in ("c:baseTimeUnit", "c:majorUnit", "c:majorTimeUnit"):
        for found in element.findall(qn(old)):
            element.remove(found)
    for tag, value in (
        ("c:baseTimeUnit", "months"),
        ("c:majorUnit", str(step)),
        ("c:majorTimeUnit", "months"),
    ):
        made = OxmlElement(tag)
        made.set("val", value)
        element.append(made)


def _legend(chart: Any, position: Any) -> None:
    chart.has_legend = True
    chart.legend.position = position
    chart.legend.include_in_layout = False
    set_font(chart.legend.font, TICK)


def _place_plot(chart: Any, x: float, y: float, width: float, height: float) -> None:
    """Fix the inner plot (shares of the chart), so that what stands beside it keeps its rows."""
    area = chart._chartSpace.find(f"{qn('c:chart')}/{qn('c:plotArea')}")
    old = area.find(qn("c:layout"))
    if old is not None:
        area.remove(old)
    layout = OxmlElement("c:layout")
    manual = OxmlElement("c:manualLayout")
    layout.append(manual)
    settings = {
        "layoutTarget": "inner",
        "xMode": "edge",
        "yMode": "edge",
        "x": x,
        "y": y,
        "w": width,
        "h": height,
    }
    for name, value in settings.items():
        element = OxmlElement(f"c:{name}")
        element.set("val", str(value))
        manual.append(element)
    area.insert(0, layout)
