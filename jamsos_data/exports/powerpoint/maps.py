"""The map as shapes: one for each area, named, that can be moved and coloured in PowerPoint."""

from __future__ import annotations

from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from jamsos_data.exports.map_layout import Projection, extent_of, labels_of
from jamsos_data.exports.powerpoint.design import (
    COLORS,
    Box,
    Type,
    describe,
    rectangle,
    rgb,
    without_style,
    write,
)
from jamsos_data.map_labels import Label
from jamsos_data.slides.picture import Map, MapArea

LABEL = 13  # points
KEY_STEP = 0.3  # inches
KEY_WIDTH = 1.5  # inches
NAMES_HEIGHT = 0.55  # inches, for the names of numbered areas


def draw_map(shapes: Any, box: Box, picture: Map, *, language: str) -> None:
    """The areas in one group, their labels above them, the key of the colours on the right."""
    inner = Box(box.left, box.top, box.width - KEY_WIDTH, box.height)
    projection = Projection(extent_of(picture), inner)
    labels = labels_of(picture, projection, size=LABEL)
    if any(label.number for label in labels):
        inner = Box(inner.left, inner.top, inner.width, inner.height - NAMES_HEIGHT)
        projection = Projection(projection.extent, inner)
        labels = labels_of(picture, projection, size=LABEL)
    group = shapes.add_group_shape()
    group.name = "Peta"
    for area in picture.areas:
        _draw_area(group.shapes, area, projection)
    describe(group, picture.alt)
    inks = {area.kode: area.ink for area in picture.areas}
    for label in labels:
        _write_label(shapes, label, projection, inks[label.kode], language=language)
    _draw_key(
        shapes,
        Box(box.left + box.width - KEY_WIDTH + 0.2, box.top, KEY_WIDTH - 0.2, box.height),
        picture,
        language=language,
    )
    numbered = sorted((label for label in labels if label.number), key=lambda label: label.number)
    if numbered:
        names = " · ".join(f"{label.number} {label.name} {label.value}" for label in numbered)
        strip = Box(box.left, box.top + box.height - NAMES_HEIGHT, box.width, NAMES_HEIGHT)
        write(
            shapes,
            strip,
            [names],
            Type(size=11, color=COLORS.muted, anchor=MSO_ANCHOR.BOTTOM),
            language=language,
        )


def _draw_area(shapes: Any, area: MapArea, projection: Projection) -> None:
    for ring in area.rings:
        points = [tuple(int(Inches(part)) for part in projection.place(point)) for point in ring]
        builder = shapes.build_freeform(*points[0], scale=1.0)
        builder.add_line_segments(points[1:], close=True)
        shape = builder.convert_to_shape()
        shape.name = f"{area.name} ({area.kode})"
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(area.color)
        shape.line.color.rgb = rgb(COLORS.border)
        shape.line.width = Pt(0.75)
        without_style(shape)
        describe(shape, f"{area.name}: {area.value}")


def _write_label(shapes: Any, label: Label, projection: Projection, ink: str, *, language: str) -> None:
    if label.at is None:
        return
    x, y = projection.place(label.at)
    if label.outside and label.anchor:
        _leader(shapes, (x, y), projection.place(label.anchor))
    lines = label.text.replace("\N{NO-BREAK SPACE}<br>", "<br>").split("<br>")
    texts = [line.replace("<b>", "").replace("</b>", "").strip("\N{NO-BREAK SPACE}") for line in lines]
    width, height = 2.2, 0.2 * len(texts)
    left = {"middle center": x - width / 2, "middle left": x - width - 0.06, "middle right": x + 0.06}[
        label.position
    ]
    align = {"middle center": PP_ALIGN.CENTER, "middle left": PP_ALIGN.RIGHT, "middle right": PP_ALIGN.LEFT}
    color = COLORS.ink if label.outside else ink
    shape = write(
        shapes,
        Box(left, y - height / 2, width, height),
        texts,
        Type(size=LABEL, color=color, align=align[label.position], anchor=MSO_ANCHOR.MIDDLE),
        language=language,
    )
    for line, paragraph in zip(lines, shape.text_frame.paragraphs, strict=True):
        paragraph.runs[0].font.bold = "<b>" in line
        paragraph.line_spacing = 0.9


def _leader(shapes: Any, start: tuple[float, float], end: tuple[float, float]) -> None:
    line = shapes.add_connector(1, *(Inches(part) for part in (*start, *end)))
    line.line.color.rgb = rgb(COLORS.ink)
    line.line.width = Pt(1)


def _draw_key(shapes: Any, box: Box, picture: Map, *, language: str) -> None:
    """The classes from high to low."""
    for place, (color, text) in enumerate(reversed(picture.classes)):
        top = box.top + 0.2 + place * KEY_STEP
        rectangle(shapes, Box(box.left, top, 0.3, KEY_STEP - 0.03), color)
        spot = Box(box.left + 0.4, top, box.width - 0.4, KEY_STEP - 0.03)
        write(
            shapes,
            spot,
            [text],
            Type(size=11, color=COLORS.muted, anchor=MSO_ANCHOR.MIDDLE),
            language=language,
        )
