"""The map of the areas, with the key of its colours beside it and, below each other, names that had no room."""

from __future__ import annotations

import math
from dataclasses import dataclass

from jamsos_data.colors import Look, in_look, ink_on, palette
from jamsos_data.map_labels import SIZE, Label, place_labels
from jamsos_data.map_shapes import Frame, Point, frame_around
from jamsos_data.slides.picture import Map, MapArea
from jamsos_data.text_layout import text_width
from pages.parts.stage.markup import element, number, text
from pages.parts.stage.measures import Room

TYPE = 27
PLACED = 30  # type size for which labels are given room: names are bold, and must not touch the outline
LINE = 31
KEY = 190  # px beside the map
NAMES_IN_COLUMN = 14


@dataclass(frozen=True)
class _Projection:
    """From degrees to px; a degree of longitude is a little shorter than one of latitude."""

    extent: Frame
    room: Room

    @property
    def shrink(self) -> float:
        return math.cos(math.radians(sum(self.extent.lat) / 2))

    @property
    def scale(self) -> float:
        across = self.room.width / (self.extent.width * self.shrink)
        return min(across, self.room.height / self.extent.height)

    @property
    def size(self) -> tuple[float, float]:
        return self.extent.width * self.shrink * self.scale, self.extent.height * self.scale

    def place(self, point: Point) -> Point:
        spare = (self.room.width - self.size[0]) / 2
        x = spare + (point[0] - self.extent.lon[0]) * self.shrink * self.scale
        return x, (self.extent.lat[1] - point[1]) * self.scale


@dataclass(frozen=True, kw_only=True)
class DrawnMap:
    """The map and, where some areas only bear a number, the list of their names (else empty)."""

    drawing: str
    names: str


def draw_map(picture: Map, room: Room, *, look: Look) -> DrawnMap:
    """The map as SVG; each of its areas can be pointed at."""
    inner = Room(room.width - KEY, room.height)
    projection = _Projection(_extent(picture, room), inner)
    labels = _labels(picture, projection)
    fills = {area.kode: in_look(area.color, look) for area in picture.areas}
    areas = [_area(area, projection, fills[area.kode], look=look) for area in picture.areas]
    written = [_label(label, projection, fills[label.kode], look=look) for label in labels]
    key = _key(picture, left=room.width - KEY + 24, height=room.height, look=look)
    drawing = element(
        "svg",
        *areas,
        *written,
        key,
        viewBox=f"0 0 {room.width:.0f} {room.height:.0f}",
        role="group",
        aria_label=picture.alt,
    )
    return DrawnMap(drawing=drawing, names=_names(labels))


def draw_silhouette(picture: Map, room: Room) -> str:
    """The outlines alone, without names: an ornament."""
    rings = [ring for area in picture.areas for ring in area.rings]
    projection = _Projection(frame_around(rings, [], margin=0), room)
    shapes = [element("path", d=_path(area, projection)) for area in picture.areas]
    view = f"0 0 {room.width:.0f} {room.height:.0f}"
    return element("svg", *shapes, viewBox=view, class_="silhouette", aria_hidden="true")


def _extent(picture: Map, room: Room) -> Frame:
    """The window around the areas and around the labels that stand outside them."""
    rings = [ring for area in picture.areas for ring in area.rings]
    degrees = frame_around(rings, [], margin=0).height / room.height
    ends = []
    for area in picture.areas:
        if area.at and area.anchor and area.at != area.anchor:
            reach = 1.3 * text_width(area.name, TYPE) * degrees
            ends.append((area.at[0] + (reach if area.at[0] >= area.anchor[0] else -reach), area.at[1]))
    return frame_around(rings, ends, margin=0.01)


def _labels(picture: Map, projection: _Projection) -> list[Label]:
    asked = [
        Label(kode=area.kode, name=area.name, value=area.value, at=area.at, anchor=area.anchor)
        for area in picture.areas
    ]
    rings = {area.kode: area.rings for area in picture.areas}
    # They are placed for their usual type size, on a map that is smaller by as much as they are larger here.
    width, height = (round(side * SIZE / PLACED) for side in projection.size)
    return place_labels(asked, rings, extent=projection.extent, size=(width, height))


def _path(area: MapArea, projection: _Projection) -> str:
    rings = []
    for ring in area.rings:
        points = [f"{number(x)} {number(y)}" for x, y in map(projection.place, ring)]
        rings.append(f"M{'L'.join(points)}Z")
    return "".join(rings)


def _area(area: MapArea, projection: _Projection, fill: str, *, look: Look) -> str:
    return element(
        "path",
        d=_path(area, projection),
        fill=fill,
        fill_rule="evenodd",
        stroke=palette(look).border,
        stroke_width=2,
        data_area=area.name,
        data_value=area.value,
        tabindex=0,
        role="button",
        aria_label=f"{area.name} {area.value}",
    )


def _label(label: Label, projection: _Projection, fill: str, *, look: Look) -> str:
    if label.at is None:
        return ""
    x, y = projection.place(label.at)
    lines = label.text.replace("\N{NO-BREAK SPACE}", " ").split("<br>")
    ends = {"middle center": ("middle", 0), "middle left": ("end", -12), "middle right": ("start", 12)}
    anchor, shift = ends[label.position]
    top = y - LINE * (len(lines) - 1) / 2 + TYPE * 0.35
    written = [
        element(
            "tspan",
            text(line.replace("<b>", "").replace("</b>", "").strip()),
            x=x + shift,
            y=top + LINE * place,
            font_weight=700 if "<b>" in line else 400,
        )
        for place, line in enumerate(lines)
    ]
    color = palette(look).ink if label.outside else ink_on(fill)
    leader = (
        _leader((x, y), projection.place(label.anchor), look=look) if label.outside and label.anchor else ""
    )
    halo = palette(look).surface if label.outside else fill
    shown = element(
        "text",
        *written,
        text_anchor=anchor,
        font_size=TYPE,
        fill=color,
        style=f"paint-order:stroke;stroke:{halo};stroke-width:5px;stroke-linejoin:round",
    )
    return element("g", leader, shown, class_="label", data_of=label.name, aria_hidden="true")


def _leader(start: Point, end: Point, *, look: Look) -> str:
    colors = palette(look)
    path = f"M{number(start[0])} {number(start[1])}L{number(end[0])} {number(end[1])}"
    return (
        element("path", d=path, stroke=colors.surface, stroke_width=8)
        + element("path", d=path, stroke=colors.ink, stroke_width=3)
        + element("circle", cx=end[0], cy=end[1], r=8, fill=colors.ink, stroke=colors.surface, stroke_width=3)
    )


def _key(picture: Map, *, left: float, height: float, look: Look) -> str:
    """The classes from high to low."""
    step = min(48.0, height / max(len(picture.classes), 1))
    top = (height - step * len(picture.classes)) / 2
    entries = []
    for place, (color, name) in enumerate(reversed(picture.classes)):
        y = top + step * place
        entries.append(
            element("rect", x=left, y=y, width=36, height=step - 4, rx=3, fill=in_look(color, look))
        )
        entries.append(
            element(
                "text",
                text(name),
                x=left + 50,
                y=y + step / 2 + 7,
                font_size=26,
                fill=palette(look).muted,
            )
        )
    return "".join(entries)


def _names(labels: list[Label]) -> str:
    """The names of the areas that bear a number."""
    numbered = sorted((label for label in labels if label.number), key=lambda label: label.number)
    if not numbered:
        return ""
    shown = [
        element(
            "li",
            element("b", str(label.number)),
            element("span", text(label.name)),
            element("span", text(label.value), class_="value"),
        )
        for label in numbered
    ]
    columns = math.ceil(len(numbered) / NAMES_IN_COLUMN)
    rows = math.ceil(len(numbered) / columns)
    return element("ol", *shown, class_="names", style=f"grid-template-rows:repeat({rows},auto)")
