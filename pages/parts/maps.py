"""The coverage map: our own outlines as a Plotly choropleth, with labels that keep clear of each other.

Plotly draws a choropleth only after it has fetched a world topology; the page's config must point at
our empty one (`MAP_CONFIG`). Below the map stands whether it is schematic or whose boundaries it draws.
"""

from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import CLASS_WIDTH, Look, coverage_classes, coverage_color, ink_on, palette
from jamsos_data.map_labels import Label, place_labels
from jamsos_data.map_shapes import Frame, Outlines, frame_around, hatch_lines
from jamsos_data.messages import Messages
from jamsos_data.sentences.ranking import ordered
from jamsos_data.text_layout import text_width
from jamsos_data.wording import coverage_sentence, has_value, join, month, percent, reason, rows_of
from pages.parts.charts.canvas import Canvas, blank_canvas, fold_hover
from pages.parts.map_key import draw_key, draw_names, names_height

MAP_CONFIG = {"topojsonURL": "/app/static/", "displayModeBar": False, "scrollZoom": False}
HEIGHT = 420  # px, where nothing else is asked
HIGHEST = 560  # px: a map does not get wider with its frame
KEY_WIDTH = 78  # px beside the map for the class key, so that it covers no area
MARGIN = {"l": 0, "r": KEY_WIDTH, "t": 0, "b": 20}
NARROWEST = 440  # px: labels keep clear of each other from this width upwards


def map_coverage(
    frame: pd.DataFrame,
    words: Messages,
    *,
    look: Look,
    outlines: Outlines,
    selected: str = "",
    height: int = HEIGHT,
) -> go.Figure:
    """Areas coloured by ten classes from 0 to 100 %, each named or numbered, hatched without figure.

    `frame`: rows of measure_coverage of one month at kecamatan or desa level; rows without a shape (such
    as what is not mapped to a kecamatan) are not drawn. `selected` gets a thick outline. `height`: px
    wished, kept between HEIGHT and HIGHEST. A click gives `location` and customdata = [kode_wilayah].
    """
    rows = [row for row in rows_of(frame) if row.kode_wilayah in outlines.rings]
    height = min(max(height, HEIGHT), HIGHEST)
    extent = _extent(rows, outlines, height=height)
    labels = _place_labels(rows, extent, words, height=height, outlines=outlines)
    below = names_height(labels)
    canvas = blank_canvas(look, words, height=height + below, margin=MARGIN | {"b": MARGIN["b"] + below})
    known = [row for row in rows if has_value(row.persen)]
    unknown = [row for row in rows if not has_value(row.persen)]
    chosen = [row for row in rows if row.kode_wilayah == selected]
    _draw_areas(canvas, [row for row in known if row not in chosen], words, look=look, outlines=outlines)
    _draw_unknown(canvas, [row for row in unknown if row not in chosen], words, look=look, outlines=outlines)
    _draw_chosen(canvas, chosen, words, look=look, outlines=outlines)
    _hatch(canvas, unknown, extent, look=look, outlines=outlines)
    _write_labels(canvas, labels, {row.kode_wilayah: _fill(row, look) for row in rows}, look=look)
    draw_key(canvas, words, look=look, with_unknown=bool(unknown), note=escape(outlines.note))
    draw_names(canvas, labels, look=look, width=NARROWEST, beside=KEY_WIDTH)
    canvas.update_layout(
        geo={
            "visible": False,
            "fitbounds": False,
            "projection": {"type": "mercator"},
            "lonaxis": {"range": list(extent.lon)},
            "lataxis": {"range": list(extent.lat)},
            "domain": {"x": [0, 1], "y": [0, 1]},
        }
    )
    return canvas.figure()


def describe_map(frame: pd.DataFrame, words: Messages) -> str:
    """The map as sentences: highest and lowest area, areas without a figure."""
    rows = ordered(frame)
    known = [row for row in rows if has_value(row.persen)]
    missing = [row.wilayah for row in rows if not has_value(row.persen) and getattr(row, "terpetakan", True)]
    note = [words("chart.map.describe_missing", names=join(missing, words))] if missing else []
    if not known:
        return " ".join([words("chart.map.describe_none"), *note])
    sentence = words(
        "chart.map.describe",
        n=len(known),
        count=len(known),
        month=month(known[0].periode, words),
        first=known[0].wilayah,
        first_percent=percent(known[0].persen, words),
        last=known[-1].wilayah,
        last_percent=percent(known[-1].persen, words),
    )
    return " ".join([sentence, *note])


def _extent(rows: list[Any], outlines: Outlines, *, height: int) -> Frame:
    """The window around the areas and around the labels that stand outside them."""
    rings = [ring for row in rows for ring in outlines.rings[row.kode_wilayah]]
    bare = frame_around(rings, [], margin=0)
    degrees = bare.height / (height - MARGIN["b"])  # of one px, nearly: labels outside need some more
    outside = [
        row for row in rows if outlines.labels.get(row.kode_wilayah) != outlines.anchors.get(row.kode_wilayah)
    ]
    ends = []
    for row in outside:
        (x, y), (anchor, _) = outlines.labels[row.kode_wilayah], outlines.anchors[row.kode_wilayah]
        width = 1.4 * text_width(row.wilayah) * degrees
        ends.append((x - width if x < anchor else x + width, y))
    return frame_around(rings, ends)


def _areas(
    rows: list[Any], words: Messages, *, outlines: Outlines, z: list[float], settings: dict[str, Any]
) -> go.Choropleth:
    return go.Choropleth(
        geojson=outlines.shapes({row.kode_wilayah for row in rows}),
        locationmode="geojson-id",
        locations=[row.kode_wilayah for row in rows],
        z=z,
        zmin=0,
        zmax=100,
        customdata=[[row.kode_wilayah] for row in rows],
        hovertext=[fold_hover(coverage_sentence(row, words, bulan=row.periode)) for row in rows],
        hoverinfo="text",
        showscale=False,
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        **settings,
    )


def _class_middle(row: Any) -> float:
    """The middle of the row's class, so that no percentage falls on the edge of two colours."""
    last = 100 // CLASS_WIDTH - 1
    return (min(max(int(row.persen // CLASS_WIDTH), 0), last) + 0.5) * CLASS_WIDTH


def _steps(look: Look) -> list[list[Any]]:
    classes = coverage_classes(look)
    return [[edge / len(classes), color] for i, color in enumerate(classes) for edge in (i, i + 1)]


def _draw_areas(canvas: Canvas, rows: list[Any], words: Messages, *, look: Look, outlines: Outlines) -> None:
    if rows:
        line = {"color": palette(look).border, "width": 1}
        settings = {"colorscale": _steps(look), "marker": {"line": line}}
        z = [_class_middle(row) for row in rows]
        canvas.add_trace(_areas(rows, words, outlines=outlines, z=z, settings=settings))


def _draw_unknown(
    canvas: Canvas, rows: list[Any], words: Messages, *, look: Look, outlines: Outlines
) -> None:
    if rows:
        colors = palette(look)
        settings = {
            "colorscale": [[0, colors.neutral], [1, colors.neutral]],
            "marker": {"line": {"color": colors.border, "width": 1}},
        }
        canvas.add_trace(_areas(rows, words, outlines=outlines, z=[0.0] * len(rows), settings=settings))


def _draw_chosen(canvas: Canvas, rows: list[Any], words: Messages, *, look: Look, outlines: Outlines) -> None:
    """The selected area in a trace of its own, above its neighbours, so that its outline is whole."""
    if not rows:
        return
    colors = palette(look)
    known = has_value(rows[0].persen)
    settings = {
        "colorscale": _steps(look) if known else [[0, colors.neutral], [1, colors.neutral]],
        "marker": {"line": {"color": colors.ink, "width": 3.5}},
    }
    z = [_class_middle(rows[0]) if known else 0.0]
    canvas.add_trace(_areas(rows, words, outlines=outlines, z=z, settings=settings))


def _hatch(canvas: Canvas, rows: list[Any], extent: Frame, *, look: Look, outlines: Outlines) -> None:
    lines = [
        line for row in rows for line in hatch_lines(outlines.rings[row.kode_wilayah], gap=extent.height / 55)
    ]
    if lines:
        canvas.add_trace(
            go.Scattergeo(
                mode="lines",
                lon=[x for start, end in lines for x in (start[0], end[0], None)],
                lat=[y for start, end in lines for y in (start[1], end[1], None)],
                line={"color": palette(look).hatch, "width": 1},
                hoverinfo="skip",
            )
        )


def _place_labels(
    rows: list[Any], extent: Frame, words: Messages, *, height: int, outlines: Outlines
) -> list[Label]:
    asked = [
        Label(
            kode=row.kode_wilayah,
            name=row.wilayah,
            value=percent(row.persen, words) if has_value(row.persen) else reason(row, words),
            at=outlines.labels.get(row.kode_wilayah),
            anchor=outlines.anchors.get(row.kode_wilayah),
        )
        for row in rows
    ]
    size = (NARROWEST - KEY_WIDTH - MARGIN["l"], height - MARGIN["b"])
    return place_labels(asked, outlines.rings, extent=extent, size=size)


def _write_labels(canvas: Canvas, placed: list[Label], fills: dict[str, str], *, look: Look) -> None:
    _draw_leaders(canvas, [label for label in placed if label.outside], look=look)
    canvas.add_trace(
        go.Scattergeo(
            mode="text",
            lon=[label.at[0] for label in placed if label.at],
            lat=[label.at[1] for label in placed if label.at],
            text=[label.text for label in placed],
            textposition=[label.position for label in placed],
            textfont={
                "size": 12,
                "color": [
                    palette(look).ink if label.outside else ink_on(fills[label.kode]) for label in placed
                ],
            },
            hoverinfo="skip",
        )
    )


def _fill(row: Any, look: Look) -> str:
    return coverage_color(row.persen, look) if has_value(row.persen) else palette(look).neutral


def _draw_leaders(canvas: Canvas, labels: list[Label], *, look: Look) -> None:
    """Lines from the labels that stand outside to their areas, edged so that they show on any class."""
    colors = palette(look)
    ends = [(label.at, label.anchor) for label in labels if label.at and label.anchor]
    if not ends:
        return
    for color, width in ((colors.surface, 3.5), (colors.ink, 1.2)):
        canvas.add_trace(
            go.Scattergeo(
                mode="lines",
                lon=[x for at, anchor in ends for x in (at[0], anchor[0], None)],
                lat=[y for at, anchor in ends for y in (at[1], anchor[1], None)],
                line={"color": color, "width": width},
                hoverinfo="skip",
            )
        )
    canvas.add_trace(
        go.Scattergeo(
            mode="markers",
            lon=[anchor[0] for _, anchor in ends],
            lat=[anchor[1] for _, anchor in ends],
            marker={"size": 7, "color": colors.ink, "line": {"color": colors.surface, "width": 1.5}},
            hoverinfo="skip",
        )
    )
