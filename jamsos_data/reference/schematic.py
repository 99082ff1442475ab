"""The schematic map of any regency, drawn from the points of its villages when no boundaries are there."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from jamsos_data.reference import Reference
from jamsos_data.reference.build_schematic_map import DECIMALS, HULL_RATIO, draw_villages

FEWEST_POINTS = 4
# The hull is loosened until it holds together: the tightest that looks right, then the convex hull.
_RATIOS = (HULL_RATIO, 0.5, 1.0)


def draw_schematic(wilayah: pd.DataFrame) -> dict[str, str] | None:
    """GeoJSON by level (kecamatan, desa) from the rows of `wilayah`; None where not every desa has a point.

    Nothing is drawn either when the points lie so that no map comes of them (all on one line, all on one spot).
    """
    desa = wilayah[wilayah["jenis"].isin(["desa", "kelurahan"])]
    if len(desa) < FEWEST_POINTS or (desa[["lat", "lon"]] == "").any(axis=None):
        return None
    rows = [{str(name): str(cell) for name, cell in row.items()} for row in desa.to_dict(orient="records")]
    villages = _draw(sorted(rows, key=lambda row: row["kode"]))
    if villages is None:
        return None
    members: defaultdict[str, list[BaseGeometry]] = defaultdict(list)
    for code, cell in villages.items():
        members[Reference.parent_area(code)].append(cell)
    kecamatan = {code: shapely.union_all(cells) for code, cells in members.items()}
    return {"kecamatan": _as_text(kecamatan), "desa": _as_text(villages)}


def _draw(rows: list[dict[str, str]]) -> dict[str, BaseGeometry] | None:
    for ratio in _RATIOS:
        try:
            villages = draw_villages(rows, ratio=ratio)
        except (ValueError, shapely.errors.ShapelyError):
            continue
        if len(villages) == len(rows) and not any(cell.is_empty for cell in villages.values()):
            return villages
    return None


def _as_text(shapes: dict[str, BaseGeometry]) -> str:
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": _geometry(shape)}
        for code, shape in sorted(shapes.items())
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))


def _geometry(shape: BaseGeometry) -> dict[str, Any]:
    turned = shapely.orient_polygons(shapely.set_precision(shape, 10**-DECIMALS), exterior_cw=True)
    return json.loads(shapely.to_geojson(turned))
