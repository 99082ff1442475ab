"""The shapes that maps draw, for any regency: official boundaries that were uploaded, else a schematic map.

Answers are GeoJSON feature collections whose features carry the area's code as `id`, exteriors clockwise.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Literal

import pandas as pd
import polars as pl
import shapely

from jamsos_data.formats import WESTERN_INDONESIA, format_day
from jamsos_data.lake import Lake
from jamsos_data.messages import Messages
from jamsos_data.reference import OWN_FOLDER, Reference
from jamsos_data.reference.schematic import draw_schematic
from jamsos_data.reference_sets import BOUNDARIES

MapLevel = Literal["kecamatan", "desa"]
_HASH_SHOWN = 12


@dataclass(frozen=True)
class MapShapes:
    """What a map draws. `text` is GeoJSON; `file_name` and `time` (aware) of the upload, empty for a schematic map.

    `fingerprint` changes with the text; it is empty for the shipped schematic map.
    """

    text: str
    fingerprint: str
    file_name: str = ""
    time: datetime | None = None

    @property
    def official(self) -> bool:
        """Whether these are boundaries that somebody uploaded."""
        return self.time is not None


def map_shapes(lake: Lake, level: MapLevel, versions: dict[str, int]) -> MapShapes | None:
    """The shapes at the given versions of the lake's tables; None where nothing can be drawn.

    Official boundaries of the level come first, then those of kecamatan joined from official ones of desa, then the
    shipped map of the shipped areas, then one drawn from the points of the areas.
    """
    wanted = (versions.get(BOUNDARIES, 0), versions.get("wilayah", 0))
    return _map_shapes(lake.location, level, *wanted)


@lru_cache(maxsize=16)
def _map_shapes(location: str, level: MapLevel, boundaries: int, areas: int) -> MapShapes | None:
    lake = Lake(location)
    reference = lake.reference({"wilayah": areas})
    rows = lake.scan_stored(BOUNDARIES, version=boundaries).collect() if boundaries else None
    if rows is not None and not rows.is_empty():
        found = _official(
            rows.filter(pl.col("kode").is_in(list(reference.wilayah["kode"]))), level, reference
        )
        if found is not None:
            return _stamped(lake, *found, version=boundaries)
    return _schematic(level, reference)


def origin_note(shapes: MapShapes, words: Messages) -> str:
    """What stands under a map: that it is schematic, or whose boundaries it draws."""
    if shapes.time is None:
        return words("chart.map.note")
    day = format_day(shapes.time.astimezone(WESTERN_INDONESIA), language=words.language)
    return words("chart.map.official", file=shapes.file_name, day=day)


def _official(rows: pl.DataFrame, level: MapLevel, reference: Reference) -> tuple[str, str] | None:
    """The boundaries of the level as GeoJSON and the mark of the file that they came in."""
    own = rows.filter(pl.col("tingkat") == level)
    if not own.is_empty():
        geometries = dict(zip(own["kode"], map(json.loads, own["geometri"]), strict=True))
        return _as_text(geometries), str(own["asal"][0])
    desa = rows.filter(pl.col("tingkat") == "desa")
    if level == "desa" or set(desa["kode"]) != set(reference.all_desa):
        return None
    return _as_text(_join_desa(desa.to_pandas())), str(desa["asal"][0])


def _join_desa(desa: pd.DataFrame) -> dict[str, Any]:
    """The kecamatan as the sum of all their desa."""
    parts: defaultdict[str, list[shapely.Geometry]] = defaultdict(list)
    for code, text in zip(desa["kode"], desa["geometri"], strict=True):
        parts[Reference.parent_area(code)].append(shapely.from_geojson(text))
    joined = {
        code: shapely.orient_polygons(shapely.union_all(shapes), exterior_cw=True)
        for code, shapes in parts.items()
    }
    return {code: json.loads(shapely.to_geojson(shape)) for code, shape in joined.items()}


def _as_text(geometries: dict[str, Any]) -> str:
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": geometry}
        for code, geometry in sorted(geometries.items())
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))


def _stamped(lake: Lake, text: str, mark: str, *, version: int) -> MapShapes:
    """The shapes with the file they came in and when, told by the mark that each row carries."""
    history = [entry for entry in lake.history(BOUNDARIES) if entry.version <= version]
    made = next((entry for entry in history if entry.sha256.startswith(mark)), history[0])
    return MapShapes(text, _fingerprint(text), file_name=made.file_name, time=made.time)


def _schematic(level: MapLevel, reference: Reference) -> MapShapes | None:
    text = (OWN_FOLDER / f"peta_{level}.geojson").read_text(encoding="utf-8")
    drawn = {feature["id"] for feature in json.loads(text)["features"]}
    wanted = set(reference.kecamatan if level == "kecamatan" else reference.all_desa)
    if wanted <= drawn:
        return MapShapes(text, "")
    maps = draw_schematic(reference.wilayah)
    return None if maps is None else MapShapes(maps[level], _fingerprint(maps[level]))


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_HASH_SHOWN]
