"""Where the browser gets the shapes of the map: once from this server, instead of inside every figure."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from starlette.responses import FileResponse
from starlette.routing import Route

from jamsos_data.reference import OWN_FOLDER
from pages.parts.map_shapes import Outlines, load_outlines
from pages.parts.state import Selection

MapLevel = Literal["kecamatan", "desa"]
_FILES: dict[MapLevel, Path] = {
    "kecamatan": OWN_FOLDER / "peta_kecamatan.geojson",
    "desa": OWN_FOLDER / "peta_desa.geojson",
}


def outlines_of(level: MapLevel) -> Outlines:
    """The schematic outlines of all kecamatan, or of all desa."""
    return load_outlines(_FILES[level], _address(level))


def outline_routes() -> list[Route]:
    """The routes by which this server hands out the outlines."""
    return [Route(_address(level), _serve(file)) for level, file in _FILES.items()]


def _address(level: MapLevel) -> str:
    return f"/peta/{level}.geojson"


def _serve(file: Path):
    async def respond(_request: object) -> FileResponse:
        return FileResponse(file, media_type="application/geo+json")

    return respond


def map_level(selection: Selection) -> MapLevel:
    """The level that a map of the area looked at shows: kecamatan of the regency, else desa."""
    return "kecamatan" if selection.kecamatan is None else "desa"
