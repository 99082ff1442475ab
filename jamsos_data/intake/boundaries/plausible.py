"""Whether shapes can be those of the areas: where the points of the areas lie, as large as these spread, side by side.

The points are those of the reference table of areas. An area without one, and a regency without any, is judged by its
neighbours alone. All lengths are in degrees; near the equator a degree is as long in both directions.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from jamsos_data.findings import Severity
from jamsos_data.intake.report import FindingLog, Refusal
from jamsos_data.reference import Reference

Shapes = Mapping[str, BaseGeometry]
_KM_PER_DEGREE = 111.32
_FEWEST_POINTS = 4
# The points of villages span most of their regency: woods and waters beside them do not make it five times as large.
_LARGEST, _SMALLEST = 5.0, 0.4
_MOSTLY = 0.5
_OVERLAP = 0.05  # of the smaller one: slips of drawing are thinner
_LISTED = 6


@dataclass(frozen=True)
class _Level:
    """The shapes of one level, the points of its areas by code, and about how wide an area of it is."""

    shapes: Shapes
    points: Mapping[str, shapely.Point]
    width: float


def check_plausible(shapes: Shapes, reference: Reference, log: FindingLog) -> None:
    """Raises Refusal where most shapes lie elsewhere or on each other; what may be right has to be acknowledged."""
    points = _points(reference)
    hull = shapely.convex_hull(shapely.MultiPoint([p for code, p in points.items() if code.count(".") == 3]))
    for codes in (reference.kecamatan, reference.all_desa):
        drawn = {code: shapes[code] for code in codes if code in shapes}
        width = math.sqrt(hull.area / len(codes)) if codes else 0.0
        level = _Level(drawn, {code: points[code] for code in drawn if code in points}, width)
        if drawn:
            _check_overlaps(level, reference, log)
        if drawn and width and len(points) >= _FEWEST_POINTS:
            _check_places(level, reference, log)
            _check_size(level, hull, log, whole=len(drawn) == len(codes))


def _points(reference: Reference) -> dict[str, shapely.Point]:
    """The point of each area; of a kecamatan without one the middle of its villages."""
    table = reference.wilayah
    places = pd.DataFrame({name: pd.to_numeric(table[name], errors="coerce") for name in ("lon", "lat")})
    known = places.assign(kode=table["kode"]).dropna()
    found = {code: shapely.Point(lon, lat) for lon, lat, code in known.itertuples(index=False)}
    middles = known[known["kode"].str.count(r"\.") == 3].assign(kode=known["kode"].map(Reference.parent_area))
    for code, middle in middles.groupby("kode")[["lon", "lat"]].mean().iterrows():
        found.setdefault(str(code), shapely.Point(middle["lon"], middle["lat"]))
    return found


def _check_places(level: _Level, reference: Reference, log: FindingLog) -> None:
    """Shapes farther from the point of their area than an area is wide."""
    away = [
        code
        for code, point in level.points.items()
        if shapely.distance(level.shapes[code], point) > level.width
    ]
    if len(away) > _MOSTLY * len(level.points):
        x, y = shapely.centroid(shapely.union_all(list(level.shapes.values()))).coords[0]
        raise Refusal("BATAS_SALAH_TEMPAT", n=len(away), of=len(level.points), value=f"{x:.2f}, {y:.2f}")
    if away:
        log.add("BATAS_JAUH_DARI_TITIK", Severity.WARNING, n=len(away), names=_names(away, reference))


def _check_size(level: _Level, hull: BaseGeometry, log: FindingLog, *, whole: bool) -> None:
    """All shapes together far larger than their points spread, or, where none is missing, far smaller."""
    together = shapely.union_all(list(level.shapes.values())).area
    if together > _LARGEST * hull.area or (whole and together < _SMALLEST * hull.area):
        drawn, spread = (_square_km(area, hull.centroid.y) for area in (together, hull.area))
        log.add("BATAS_LUAS_JANGGAL", Severity.WARNING, drawn=drawn, spread=spread)


def _square_km(area: float, latitude: float) -> int:
    return round(area * _KM_PER_DEGREE**2 * math.cos(math.radians(latitude)))


def _check_overlaps(level: _Level, reference: Reference, log: FindingLog) -> None:
    """Areas that lie on each other by more than slips of drawing."""
    codes, shapes = list(level.shapes), np.array(list(level.shapes.values()))
    pairs = [(codes[one], codes[other]) for one, other in _overlapping(shapes)]
    if not pairs:
        return
    together, each = shapely.union_all(shapes).area, shapely.area(shapes).sum()
    if together < _MOSTLY * each:
        raise Refusal("BATAS_SEMUA_BERTUMPUK", n=len(pairs))
    listed = "; ".join(_names(pair, reference, mark=" – ") for pair in pairs[:_LISTED])
    log.add(
        "BATAS_BERTUMPUK",
        Severity.WARNING,
        n=len(pairs),
        names=listed + ("; …" if len(pairs) > _LISTED else ""),
    )


def _overlapping(shapes: np.ndarray) -> Sequence[tuple[int, int]]:
    tree = shapely.STRtree(shapes)
    ones, others = tree.query(shapes, predicate="intersects")
    once = ones < others
    ones, others = ones[once], others[once]
    shared = shapely.area(shapely.intersection(shapes[ones], shapes[others]))
    smaller = np.minimum(shapely.area(shapes[ones]), shapely.area(shapes[others]))
    much = shared > _OVERLAP * smaller
    return [(int(one), int(other)) for one, other in zip(ones[much], others[much], strict=True)]


def _names(codes: Sequence[str], reference: Reference, *, mark: str = ", ") -> str:
    more = mark + "…" if len(codes) > _LISTED else ""
    return mark.join(f"{reference.area_name(code)} ({code})" for code in codes[:_LISTED]) + more
