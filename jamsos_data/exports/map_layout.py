"""Where the areas and labels of a map stand on paper or on a slide."""

from __future__ import annotations

import math
from dataclasses import dataclass

from jamsos_data.map_labels import SIZE, Label, place_labels
from jamsos_data.map_shapes import Frame, Point, frame_around
from jamsos_data.slides.picture import Map
from jamsos_data.text_layout import text_width

DPI = 72  # labels are placed in points


@dataclass(frozen=True)
class Box:
    """A place in inches from the upper left corner."""

    left: float
    top: float
    width: float
    height: float


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


def extent_of(picture: Map) -> Frame:
    """The window around the areas and around the labels that stand outside them."""
    rings = [ring for area in picture.areas for ring in area.rings]
    bare = frame_around(rings, [], margin=0)
    ends = []
    for area in picture.areas:
        if area.at and area.anchor and area.at != area.anchor:
            reach = 1.6 * text_width(area.name, SIZE + 1) * bare.height / 380
            ends.append((area.at[0] + (reach if area.at[0] >= area.anchor[0] else -reach), area.at[1]))
    return frame_around(rings, ends, margin=0.01)


def labels_of(picture: Map, projection: Projection, *, size: float) -> list[Label]:
    """The labels, each with its place and text, for type of a `size` in points."""
    asked = [
        Label(kode=area.kode, name=area.name, value=area.value, at=area.at, anchor=area.anchor)
        for area in picture.areas
    ]
    rings = {area.kode: area.rings for area in picture.areas}
    # Labels are placed in the type of the screen, on a map that is larger or scale by as much.
    scale = SIZE / size
    room = (
        int(projection.extent.width * projection.shrink * projection.scale * DPI * scale),
        int(projection.extent.height * projection.scale * DPI * scale),
    )
    return place_labels(asked, rings, extent=projection.extent, size=room)
