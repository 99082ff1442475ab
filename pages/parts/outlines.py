"""Where the browser gets the shapes of the map: once from this server, instead of inside every figure.

Official boundaries that were uploaded are drawn instead of the schematic map. The address carries the version and a
fingerprint of the shapes, so that a browser keeps them for good and never shows old ones.
"""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jamsos_data.boundaries import MapLevel, map_shapes, origin_note
from jamsos_data.lake import UnknownVersionError
from jamsos_data.map_shapes import Outlines, read_outlines
from jamsos_data.reference_sets import BOUNDARIES
from pages.parts.language import words
from pages.parts.snapshot import Snapshot, lake, open_lake

LEVELS: tuple[MapLevel, ...] = ("kecamatan", "desa")
_VERSIONS = (BOUNDARIES, "wilayah")
_FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}
_ASK_AGAIN = {"Cache-Control": "no-cache"}


def outlines_of(level: MapLevel, snapshot: Snapshot) -> Outlines | None:
    """The outlines of all kecamatan, or of all desa, as they stood; None where no map can be drawn."""
    versions = dict(snapshot.versions)
    shapes = map_shapes(open_lake(snapshot.location), level, versions)
    if shapes is None:
        return None
    address = _address(level)
    if shapes.fingerprint:
        asked = {name: versions.get(name, 0) for name in _VERSIONS}
        address = f"{address}?{urlencode(asked | {'isi': shapes.fingerprint})}"
    return read_outlines(shapes.text, address, note=origin_note(shapes, words()))


def outline_routes() -> list[Route]:
    """The routes by which this server hands out the outlines."""
    return [Route(_address(level), _serve(level)) for level in LEVELS]


def _address(level: MapLevel) -> str:
    return f"/peta/{level}.geojson"


def _serve(level: MapLevel):
    def respond(request: Request) -> Response:
        asked = {name: request.query_params.get(name, "0") for name in _VERSIONS}
        if not all(text.isdecimal() and len(text) < 10 for text in asked.values()):
            return Response(status_code=404)
        try:
            shapes = map_shapes(lake(), level, {name: int(text) for name, text in asked.items()})
        except UnknownVersionError:
            shapes = None
        if shapes is None:
            return Response(status_code=404)
        headers = _FOR_GOOD if shapes.fingerprint == request.query_params.get("isi") else _ASK_AGAIN
        return Response(shapes.text, media_type="application/geo+json", headers=headers)

    return respond
