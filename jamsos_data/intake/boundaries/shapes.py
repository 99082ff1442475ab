"""Mends shapes so that the map draws them: order of coordinates, direction of rings, validity, number of points.

Shapely (GEOS) does the geometry: it is maintained, has wheels for all platforms, and simplifies neighbours together, so
that common borders stay common.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry import MultiPolygon
from shapely.geometry import Polygon as Shape
from shapely.geometry.base import BaseGeometry

from jamsos_data.intake.boundaries.geojson import MAX_VERTICES, Polygon
from jamsos_data.intake.reference_tables.areas import LATITUDES, LONGITUDES
from jamsos_data.intake.report import Refusal

GRID = 1e-5  # degrees, about one metre
DRAWN_VERTICES = 20_000  # what a browser draws and a weak network carries (about 400 kB)
FIRST_TOLERANCE = 5e-5  # degrees, about five metres
_PROJECTED = 360.0


@dataclass(frozen=True)
class Mended:
    """Shapes by area code, and what was done to them: exchanged coordinates, points before and after.

    `together` is whether neighbours fitted each other, so that their common borders were simplified as one.
    """

    shapes: dict[str, BaseGeometry]
    exchanged: bool
    together: bool
    before: int
    after: int


def mend_shapes(areas: Mapping[str, Sequence[Polygon]]) -> Mended:
    """The polygons of each area as one valid shape in degrees (longitude, latitude), exteriors clockwise.

    Raises Refusal when there are too many points or any lies outside Indonesia in both orders of coordinates.
    """
    points = [point for polygons in areas.values() for body in polygons for ring in body for point in ring]
    if len(points) > MAX_VERTICES:
        raise Refusal("BATAS_TERLALU_RINCI", n=len(points), limit=MAX_VERTICES)
    exchanged = _is_exchanged(points)
    shapes = {code: _join(polygons, exchanged=exchanged) for code, polygons in areas.items()}
    shapes = {code: shape for code, shape in shapes.items() if not shape.is_empty}
    together = bool(shapely.coverage_is_valid(list(shapes.values())))
    drawn = {code: _finish(shape) for code, shape in _simplify(shapes, together=together).items()}
    drawn = {code: shape for code, shape in drawn.items() if not shape.is_empty}
    return Mended(drawn, exchanged, together, len(points), _count(drawn))


def geometry_text(shape: BaseGeometry) -> str:
    """The shape as the text of a GeoJSON geometry."""
    found = json.loads(shapely.to_geojson(shape))
    return json.dumps(_rounded(found), separators=(",", ":"))


def _rounded(value: object) -> object:
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_rounded(inner) for inner in value]
    return round(value, 5) if isinstance(value, float) else value


def _is_exchanged(points: Sequence[tuple[float, float]]) -> bool:
    """Whether latitude stands first throughout. Raises Refusal when neither order lies in Indonesia."""
    if all(_in_country(x, y) for x, y in points):
        return False
    if all(_in_country(y, x) for x, y in points):
        return True
    x, y = next((point for point in points if not _in_country(*point)), points[0])
    code = "BATAS_BUKAN_DERAJAT" if max(abs(x), abs(y)) > _PROJECTED else "BATAS_DI_LUAR_INDONESIA"
    raise Refusal(code, value=f"{x:.10g}, {y:.10g}")


def _in_country(lon: float, lat: float) -> bool:
    return LONGITUDES[0] <= lon <= LONGITUDES[1] and LATITUDES[0] <= lat <= LATITUDES[1]


def _join(polygons: Sequence[Polygon], *, exchanged: bool) -> BaseGeometry:
    parts = []
    for exterior, *holes in polygons:
        rings = [[(y, x) for x, y in ring] if exchanged else ring for ring in (exterior, *holes)]
        parts.append(_areas_only(shapely.make_valid(Shape(rings[0], rings[1:]))))
    return parts[0] if len(parts) == 1 else _areas_only(shapely.union_all(parts))


def _areas_only(shape: BaseGeometry) -> BaseGeometry:
    """Polygon or MultiPolygon, without the lines and points that mending may leave behind."""
    parts = [
        part
        for outer in shapely.get_parts(shape)
        for part in shapely.get_parts(outer)
        if isinstance(part, Shape) and part.area > 0
    ]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def _simplify(shapes: dict[str, BaseGeometry], *, together: bool) -> dict[str, BaseGeometry]:
    """Fewer points until the browser can draw them: neighbours that fit each other keep one common line."""
    simplify = shapely.coverage_simplify if together else shapely.simplify
    tolerance = FIRST_TOLERANCE
    found = shapes
    while _count(found) > DRAWN_VERTICES and tolerance < 1:
        simple = simplify(list(shapes.values()), tolerance)
        found = dict(zip(shapes, map(_areas_only, simple), strict=True))
        tolerance *= 2
    return found


def _finish(shape: BaseGeometry) -> BaseGeometry:
    """Rounded to a grid and turned the way that Plotly draws: exteriors clockwise."""
    rounded = _areas_only(shapely.make_valid(shapely.set_precision(shape, GRID)))
    return shapely.orient_polygons(rounded, exterior_cw=True)


def _count(shapes: Mapping[str, BaseGeometry]) -> int:
    return int(sum(shapely.get_num_coordinates(shape) for shape in shapes.values()))
