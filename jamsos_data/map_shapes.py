"""Outlines of areas, read from GeoJSON, as plain points (degrees).

The frame around them, hatching inside one, and the place in one where a label stands best.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True)
class Frame:
    """A window of the map: lowest and highest longitude and latitude."""

    lon: Point
    lat: Point

    @property
    def width(self) -> float:
        """Degrees of longitude."""
        return self.lon[1] - self.lon[0]

    @property
    def height(self) -> float:
        """Degrees of latitude."""
        return self.lat[1] - self.lat[0]


@dataclass(frozen=True)
class Outlines:
    """Map shapes: what Plotly draws (`source`: GeoJSON or its URL) and what the labels need to know.

    `note` says under the map where the shapes come from.
    """

    source: str | Mapping[str, Any]
    rings: Mapping[str, tuple[Ring, ...]]
    anchors: Mapping[str, Point]
    labels: Mapping[str, Point]
    note: str = ""

    def shapes(self, drawn: Collection[str]) -> Any:
        """The URL of the shapes; where they travel in the figure, no more of them than it draws."""
        if isinstance(self.source, str):
            return self.source
        features = [
            {"type": "Feature", "id": feature["id"], "geometry": feature["geometry"]}
            for feature in self.source["features"]
            if feature["id"] in drawn
        ]
        return {"type": "FeatureCollection", "features": features}


def load_outlines(path: Path, url: str = "", *, note: str = "") -> Outlines:
    """Read a GeoJSON file of areas, as `read_outlines` does."""
    return read_outlines(path.read_text(encoding="utf-8"), url, note=note)


@lru_cache(maxsize=16)
def read_outlines(text: str, url: str = "", *, note: str = "") -> Outlines:
    """Read a GeoJSON of areas (`id` = kode; optional properties label_lon/lat, anchor_lon/lat).

    With `url` the browser fetches the shapes itself, once, and figures stay small; without it they
    travel inside each figure.
    """
    peta = json.loads(text)
    known = {feature["id"]: feature["properties"] for feature in peta["features"]}

    def points(lon: str, lat: str) -> dict[str, Point]:
        return {kode: (given[lon], given[lat]) for kode, given in known.items() if lon in given}

    return Outlines(
        source=url or peta,
        rings={feature["id"]: rings_of(feature["geometry"]) for feature in peta["features"]},
        anchors=points("anchor_lon", "anchor_lat"),
        labels=points("label_lon", "label_lat"),
        note=note,
    )


def rings_of(geometry: dict[str, Any]) -> tuple[Ring, ...]:
    """All rings (outer ones and holes) of a GeoJSON Polygon or MultiPolygon."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return tuple(tuple((x, y) for x, y, *_ in ring) for polygon in polygons for ring in polygon)


def frame_around(rings: Sequence[Ring], points: Sequence[Point], *, margin: float = 0.04) -> Frame:
    """The window that holds rings and label points, with a margin (share of its height)."""
    everything = [point for ring in rings for point in ring] + list(points)
    if not everything:
        return Frame((0.0, 1.0), (0.0, 1.0))
    lons, lats = [x for x, _ in everything], [y for _, y in everything]
    edge = margin * max(max(lats) - min(lats), max(lons) - min(lons))
    return Frame((min(lons) - edge, max(lons) + edge), (min(lats) - edge, max(lats) + edge))


def hatch_lines(rings: Sequence[Ring], *, gap: float) -> list[tuple[Point, Point]]:
    """Parallel strokes (45°) inside the rings by the even-odd rule, `gap` degrees apart.

    Coordinates are turned so that the strokes are level, cut at the edges, and turned back.
    """
    edges = [((x + y, y - x), (u + v, v - u)) for ring in rings for (x, y), (u, v) in pairwise(ring)]
    if not edges:
        return []
    levels = [end[1] for edge in edges for end in edge]
    strokes = []
    for step in range(1, int((max(levels) - min(levels)) / (2 * gap)) + 1):
        level = min(levels) + 2 * gap * step
        cuts = sorted(_cut(edge, level) for edge in edges if (edge[0][1] > level) != (edge[1][1] > level))
        strokes += [
            (_turn_back(a, level), _turn_back(b, level)) for a, b in zip(cuts[::2], cuts[1::2], strict=True)
        ]
    return strokes


def _cut(edge: tuple[Point, Point], level: float) -> float:
    (x, y), (u, v) = edge
    return x + (level - y) / (v - y) * (u - x)


def _turn_back(along: float, level: float) -> Point:
    return round((along - level) / 2, 5), round((along + level) / 2, 5)


def middle_of(rings: Sequence[Ring]) -> Point:
    """The roomiest level stroke's middle: a point well inside, where a label stands best.

    Nine levels of the shape are tried; the one whose longest inner stretch, weighted towards the
    middle of the shape, is widest wins.
    """
    lats = [y for ring in rings for _, y in ring]
    low, high = min(lats), max(lats)
    best, place = -1.0, (0.0, 0.0)
    for step in range(1, 10):
        level = low + (high - low) * step / 10
        start, end = widest_stretch(rings, level)
        room = (end - start) * (1 - abs(step - 5) / 10)
        if room > best:
            best, place = room, ((start + end) / 2, level)
    return place


def widest_stretch(rings: Sequence[Ring], lat: float) -> Point:
    """From and to (longitude) of the longest stretch of a latitude that lies inside the rings."""
    edges = [edge for ring in rings for edge in pairwise(ring)]
    cuts = sorted(_cut(edge, lat) for edge in edges if (edge[0][1] > lat) != (edge[1][1] > lat))
    return max(zip(cuts[::2], cuts[1::2], strict=True), key=lambda cut: cut[1] - cut[0], default=(0.0, 0.0))
