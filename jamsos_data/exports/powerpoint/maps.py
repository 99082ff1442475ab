"""The map as shapes: one for each area, named, that can be moved and coloured in PowerPoint."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from jamsos_data.exports.powerpoint.design import COLORS, Box, Type, describe, rectangle, rgb, write
from jamsos_data.map_labels import Label, place_labels
from jamsos_data.map_shapes import Frame, Point, frame_around
from jamsos_data.slides.picture import Map, MapArea
from jamsos_data.text_layout import text_width

DPI = 72  # labels are placed in points
LABEL = 13  # points
KEY_STEP = 0.3  # inches


@dataclass(frozen=True)
class Projection:
    """From degrees to inches on the slide; one degree of longitude is shorter than one of latitude."""

    extent: Frame
    box: Box

    @property
    def shrink(self) -> float:
        """How much shorter a degree of longitude is here."""
        return math.cos(math.radians(sum(self.extent.lat) / 2))

    @property
    def scale(self) -> float:
        """Inches for one degree of latitude."""
        return min(self.box.width / (self.extent.width * self.shrink), self.box.height / self.extent.height)

    def place(self, point: Point) -> tuple[float, float]:
        """Inches from the upper left corner of the slide."""
        x = (point[0] - self.extent.lon[0]) * self.shrink * self.scale
        y = (self.extent.lat[1] - point[1]) * self.scale
        spare = self.box.width - self.extent.width * self.shrink * self.scale
        return self.box.left + x + spare / 2, self.box.top + y


def draw_map(shapes: Any, box: Box, picture: Map, *, language: str) -> None:
    """The areas in one group, their labels above them, the key of the colours on the right."""
    key = 1.5
    inner = Box(box.left, box.top, box.width - key, box.height)
    projection = Projection(_extent(picture), inner)
    group = shapes.add_group_shape()
    group.name = "Peta"
    for area in picture.areas:
        _draw_area(group.shapes, area, projection)
    describe(group, picture.alt)
    labels = _labels(picture, projection)
    inks = {area.kode: area.ink for area in picture.areas}
    for label in labels:
        _write_label(shapes, label, projection, inks[label.kode], language=language)
    _draw_key(
        shapes,
        Box(box.left + box.width - key + 0.2, box.top, key - 0.2, box.height),
        picture,
        language=language,
    )
    numbered = sorted((label for label in labels if label.number), key=lambda label: label.number)
    if numbered:
        names = " · ".join(f"{label.number} {label.name} {label.value}" for label in numbered)
        strip = Box(box.left, box.top + box.height - 0.5, box.width, 0.5)
        write(
            shapes,
            strip,
            [names],
            Type(size=11, color=COLORS.muted, anchor=MSO_ANCHOR.BOTTOM),
            language=language,
        )


def _extent(picture: Map) -> Frame:
    rings = [ring for area in picture.areas for ring in area.rings]
    bare = frame_around(rings, [], margin=0)
    ends = []
    for area in picture.areas:
        if area.at and area.anchor and area.at != area.anchor:
            reach = 1.6 * text_width(area.name, LABEL) * bare.height / 380
            ends.append((area.at[0] + (reach if area.at[0] >= area.anchor[0] else -reach), area.at[1]))
    return frame_around(rings, ends, margin=0.01)


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
        shape.shadow.inherit = False
        describe(shape, f"{area.name}: {area.value}")


def _labels(picture: Map, projection: Projection) -> list[Label]:
    asked = [
        Label(kode=area.kode, name=area.name, value=area.value, at=area.at, anchor=area.anchor)
        for area in picture.areas
    ]
    rings = {area.kode: area.rings for area in picture.areas}
    # The labels are set larger than on screen: the map they are placed on is that much smaller.
    smaller = 12 / LABEL
    size = (
        int(projection.extent.width * projection.shrink * projection.scale * DPI * smaller),
        int(projection.extent.height * projection.scale * DPI * smaller),
    )
    return place_labels(asked, rings, extent=projection.extent, size=size)


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
