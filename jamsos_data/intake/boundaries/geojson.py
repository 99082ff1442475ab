"""Takes a GeoJSON file apart into features, whatever wraps them, and refuses what is none."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jamsos_data.intake.read.delimited import decode
from jamsos_data.intake.report import Refusal

# Numbers in Python take about fifteen times their text: this keeps a file within the memory of an upload.
MAX_BYTES = 30 * 1024**2
MAX_FEATURES = 20_000
MAX_VERTICES = 500_000

_FOREIGN_STARTS = (b"PK", b"\x1f\x8b", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x00\x00\x27\x0a")
_POLYGONS = ("Polygon", "MultiPolygon", "GeometryCollection")
_ID = "id"
_HALF = re.compile(r"\\u[dD][89a-fA-F]")

Ring = list[tuple[float, float]]
Polygon = list[Ring]


@dataclass(frozen=True)
class Feature:
    """One feature: its 1-based number, its properties as text (with its id), and its geometry as it came."""

    number: int
    properties: Mapping[str, str]
    geometry: Any


def read_features(content: bytes) -> tuple[Feature, ...]:
    """The features of a FeatureCollection, a Feature or a list of features. Raises Refusal for anything else."""
    if len(content) > MAX_BYTES:
        raise Refusal("BERKAS_TERLALU_BESAR", megabytes=len(content) // 1024**2, limit=MAX_BYTES // 1024**2)
    if not content.strip():
        raise Refusal("BERKAS_KOSONG")
    if content.startswith(_FOREIGN_STARTS):
        raise Refusal("BATAS_BUKAN_GEOJSON")
    try:
        text = decode(content)
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise Refusal("BATAS_BUKAN_GEOJSON") from None
    listed = _listed(document)
    if len(listed) > MAX_FEATURES:
        raise Refusal("BATAS_TERLALU_RINCI", n=len(listed), limit=MAX_FEATURES)
    if _HALF.search(text) and any(_is_broken(one) for one in listed):
        raise Refusal("BATAS_TEKS_RUSAK")
    return tuple(
        Feature(number, _properties(feature), feature.get("geometry"))
        for number, feature in enumerate(listed, start=1)
        if isinstance(feature, dict)
    )


def _is_broken(feature: Any) -> bool:
    """Whether the texts of a feature hold half a character, which nothing can write."""
    about = (
        {key: value for key, value in feature.items() if key != "geometry"}
        if isinstance(feature, dict)
        else {}
    )
    try:
        json.dumps(about, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    return False


def _listed(document: Any) -> list[Any]:
    if isinstance(document, dict) and document.get("type") == "Topology":
        raise Refusal("BATAS_BUKAN_GEOJSON")
    if isinstance(document, dict) and isinstance(document.get("features"), list):
        document = document["features"]
    elif isinstance(document, dict) and document.get("type") == "Feature":
        document = [document]
    if not isinstance(document, list) or not document:
        raise Refusal("BATAS_BUKAN_GEOJSON")
    if not any(isinstance(one, dict) and isinstance(one.get("geometry"), dict) for one in document):
        raise Refusal("BATAS_BUKAN_GEOJSON")
    return document


def _properties(feature: dict[str, Any]) -> dict[str, str]:
    given = feature.get("properties")
    properties = given if isinstance(given, dict) else {}
    texts = {str(key): _text(value) for key, value in properties.items()}
    if _ID in feature:
        texts.setdefault(_ID, _text(feature[_ID]))
    return {key: text for key, text in texts.items() if text}


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split()) if isinstance(value, (str, int, float)) else ""


def polygons_of(geometry: Any) -> list[Polygon] | None:
    """The polygons of a geometry as rings of (x, y), heights dropped; None when it is no area or is broken."""
    if not isinstance(geometry, dict) or geometry.get("type") not in _POLYGONS:
        return None
    try:
        if geometry["type"] == "GeometryCollection":
            parts = [polygons_of(part) or [] for part in geometry["geometries"]]
            return [polygon for part in parts for polygon in part] or None
        bodies = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        polygons = [[_ring(ring) for ring in body] for body in bodies]
    except (KeyError, TypeError, ValueError, IndexError, RecursionError, OverflowError):
        return None
    return [polygon for polygon in polygons if polygon] or None


def _ring(points: Any) -> Ring:
    """A closed ring. Raises ValueError for one that encloses nothing or holds what is no number."""
    ring = [(float(point[0]), float(point[1])) for point in points]
    if not all(math.isfinite(x) and math.isfinite(y) for x, y in ring):
        raise ValueError("not a number")
    if ring and ring[0] != ring[-1]:
        ring.append(ring[0])
    if len(ring) < 4:
        raise ValueError("too few points")
    return ring
