"""Draw the schematic map of Kudus from the village points in ``wilayah.csv``.

Owns the geometry of ``peta_kecamatan.geojson`` and ``peta_desa.geojson``. No boundary survey goes
into it: the only input is one point for each desa and kelurahan. Run it by hand after a change of
``wilayah.csv`` (``python jamsos_data/reference/build_schematic_map.py``); for the areas of another
regency the dashboard draws its map with the same steps (``schematic.py``).

The order of the work: an outline around all points, Voronoi cells dissolved by kecamatan, softened
borders, villages cut out of their kecamatan, one common grid of 0,0001 degrees (about 11 m), labels.
"""

import csv
import json
import math
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from pathlib import Path

import numpy as np
import shapely
from shapely import LineString, MultiPoint, Point, Polygon
from shapely.affinity import scale, translate
from shapely.geometry.base import BaseGeometry

FOLDER = Path(__file__).parent
DECIMALS = 4
GRID = 10**-DECIMALS

# One degree of longitude is this much shorter than one of latitude at Kudus (6,79 degrees south).
LONGITUDE_SCALE = math.cos(math.radians(6.79))

# Chosen by eye, in degrees: the outline then covers about the official 447,445 km2 (BIG 2024).
HULL_RATIO = 0.25
HULL_MARGIN = 0.011
HULL_SOFTNESS = 0.03
OUTLINE_TOLERANCE = 0.002
BORDER_TOLERANCE = 0.0015
CORNER_CUTS = 3
BRIDGE_SITES = 3

# Ground under a label of two lines ("Kaliwungu", "61,2 %") in text of 12 pixels on a map that is 420
# pixels and 0,365 degrees high, as Source Sans measures in Chromium (degrees).
TEXT_SIZE = 12 * 0.365 / 420
LINE_HEIGHT = 1.15 * TEXT_SIZE
NAME_LETTER = 0.56 * TEXT_SIZE
VALUE_WIDTH = 2.8 * TEXT_SIZE
# A label is tried with this much room around it, then with less, so that it stands as free as it can.
LABEL_SCALES = (1.2, 1.1, 1.0)

# Kota Kudus is narrower than its own label on a small map: the label stands in the free space between
# Kaliwungu and Undaan, joined by a line to the area. (label_lon, label_lat)
LABELS_OUTSIDE = {"33.19.02": (110.7560, -6.8600)}


@dataclass(frozen=True)
class Site:
    """A point that claims the ground nearest to it for a village (scaled degrees)."""

    kode: str
    point: Point

    @property
    def kecamatan(self) -> str:
        """The code of the kecamatan that the village lies in."""
        return self.kode[:8]


def read_wilayah(path: Path) -> list[dict[str, str]]:
    """Rows of ``wilayah.csv`` as text, sorted by kode."""
    with path.open(encoding="utf-8", newline="") as file:
        return sorted(csv.DictReader(file), key=lambda row: row["kode"])


def village_sites(rows: list[dict[str, str]]) -> list[Site]:
    """One site for each desa and kelurahan, longitudes scaled so that distances are true."""
    return [
        Site(row["kode"], Point(float(row["lon"]) * LONGITUDE_SCALE, float(row["lat"])))
        for row in rows
        if row["jenis"] in ("desa", "kelurahan")
    ]


def draw_outline(sites: list[Site], *, ratio: float = HULL_RATIO) -> Polygon:
    """Smoothed concave hull of all sites with a margin around it; `ratio` 1 is the convex hull."""
    hull = shapely.concave_hull(MultiPoint([site.point for site in sites]), ratio=ratio)
    filled = hull.buffer(HULL_MARGIN + HULL_SOFTNESS).buffer(-HULL_SOFTNESS).simplify(OUTLINE_TOLERANCE)
    if not isinstance(filled, Polygon):
        raise ValueError("The outline fell into pieces: raise HULL_RATIO or HULL_MARGIN.")
    return Polygon(cut_corners(filled.exterior))


def nearest_ground(sites: list[Site], inside: BaseGeometry, *, key: str) -> dict[str, BaseGeometry]:
    """Voronoi cells of the sites within an area, dissolved by ``kode`` or ``kecamatan``."""
    points = MultiPoint([site.point for site in sites])
    cells = shapely.voronoi_polygons(points, extend_to=inside, ordered=True).geoms
    ground: dict[str, list[BaseGeometry]] = {}
    for site, cell in zip(sites, cells, strict=True):
        ground.setdefault(getattr(site, key), []).append(cell)
    return {name: shapely.union_all(parts).intersection(inside) for name, parts in ground.items()}


def bridge(one: list[Site], other: list[Site]) -> list[Site]:
    """Sites on the line between the two nearest villages of two groups, each owned by the nearer one."""
    start, end = min(product(one, other), key=lambda pair: pair[0].point.distance(pair[1].point))
    line = LineString([start.point, end.point])
    shares = [step / (BRIDGE_SITES + 1) for step in range(1, BRIDGE_SITES + 1)]
    return [
        Site((start if share < 0.5 else end).kode, line.interpolate(share, normalized=True))
        for share in shares
    ]


def bridge_exclaves(sites: list[Site], outline: Polygon) -> list[Site]:
    """Sites with more of them between the parts of a kecamatan that bare points would split.

    Rahtawu lies far from the other villages of Gebog, behind villages of Dawe: without sites in
    between it would be an island.
    """
    grown = list(sites)
    for kode, area in nearest_ground(sites, outline, key="kecamatan").items():
        members = [site for site in sites if site.kecamatan == kode]
        groups = [[site for site in members if part.covers(site.point)] for part in shapely.get_parts(area)]
        for one, other in combinations([group for group in groups if group], 2):
            grown += bridge(one, other)
    return grown


def cut_corners(line: LineString) -> LineString:
    """Chaikin's corner cutting; open ends stay, so that junctions of borders stay joined."""
    points = shapely.get_coordinates(line)
    for _ in range(CORNER_CUTS):
        near = points[:-1] * 0.75 + points[1:] * 0.25
        far = points[:-1] * 0.25 + points[1:] * 0.75
        cut = np.stack([near, far], axis=1).reshape(-1, 2)
        ring = np.vstack([cut, cut[:1]])
        points = ring if line.is_closed else np.vstack([points[:1], cut[1:-1], points[-1:]])
    return LineString(shapely.get_coordinates(LineString(points).simplify(GRID)))


def soften_borders(areas: dict[str, BaseGeometry], outline: Polygon) -> dict[str, BaseGeometry]:
    """Round the zigzag of Voronoi borders between kecamatan; neighbours keep one common line."""
    calm = shapely.coverage_simplify(list(areas.values()), BORDER_TOLERANCE, simplify_boundary=False)
    lines = shapely.line_merge(shapely.union_all([area.boundary for area in calm]))
    edge = outline.exterior.buffer(GRID / 10)
    softened = [line if edge.covers(line) else cut_corners(line) for line in shapely.get_parts(lines)]
    faces = shapely.get_parts(shapely.polygonize([shapely.union_all(softened)]))
    return regroup(faces, dict(zip(areas, calm, strict=True)))


def regroup(faces: np.ndarray, areas: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Give each face to the area that holds most of it and dissolve."""
    owned: dict[str, list[BaseGeometry]] = {kode: [] for kode in areas}
    for face in faces:
        owner = max(areas, key=lambda kode: areas[kode].intersection(face).area)
        owned[owner].append(face)
    return {kode: shapely.union_all(parts) for kode, parts in owned.items()}


def join_stray_parts(cells: dict[str, BaseGeometry], sites: list[Site]) -> dict[str, BaseGeometry]:
    """Hand each part of a cell without a site of its own to the neighbour with the longest border."""
    home = {kode: [site.point for site in sites if site.kode == kode] for kode in cells}
    parts = [(kode, part) for kode, cell in cells.items() for part in shapely.get_parts(cell)]
    joined = {kode: [] for kode in cells}
    strays = []
    for kode, part in parts:
        held = any(part.covers(point) for point in home[kode])
        (joined[kode] if held else strays).append(part)
    whole = {kode: shapely.union_all(kept) for kode, kept in joined.items()}
    for stray in strays:
        owner = max(whole, key=lambda kode: whole[kode].intersection(stray).length)
        whole[owner] = shapely.union_all([whole[owner], stray])
    return whole


def snap_to_grid(cells: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Unscale to degrees and put all borders on the common grid, each border once."""
    degrees = {
        kode: scale(cell, xfact=1 / LONGITUDE_SCALE, yfact=1, origin=(0, 0)) for kode, cell in cells.items()
    }
    lines = shapely.union_all([cell.boundary for cell in degrees.values()], grid_size=GRID)
    faces = shapely.get_parts(shapely.polygonize([lines]))
    return regroup(faces, degrees)


def room_for(line: Polygon, area: BaseGeometry) -> BaseGeometry:
    """All points of the area where a line of text, drawn relative to that point, stays inside it."""
    mirrored = scale(line, xfact=-1, yfact=-1, origin=(0, 0))
    blocked = [translate(mirrored, x, y) for x, y in shapely.get_coordinates(area.boundary)]
    swept = [shapely.union(one, other).convex_hull for one, other in pairwise(blocked)]
    return area.difference(shapely.union_all(swept))


def room_for_label(area: BaseGeometry, nama: str) -> BaseGeometry:
    """Where the label of an area can stand with as much room around it as there is (may be empty)."""
    name_reach, value_reach = NAME_LETTER * len(nama) / 2, VALUE_WIDTH / 2
    for size in LABEL_SCALES:
        name_line = shapely.box(-name_reach * size, 0, name_reach * size, LINE_HEIGHT * size)
        value_line = shapely.box(-value_reach * size, -LINE_HEIGHT * size, value_reach * size, 0)
        room = room_for(name_line, area).intersection(room_for(value_line, area))
        if not room.is_empty:
            return room
    return Polygon()


def anchor_point(area: BaseGeometry, nama: str) -> Point:
    """The middle of the area if the label has room there, else the middle of the room that it has."""
    room = room_for_label(area, nama)
    if room.covers(area.centroid):
        return area.centroid
    radii = shapely.maximum_inscribed_circle([area if room.is_empty else room])
    return Point(shapely.get_coordinates(radii)[0])


def label_points(kode: str, nama: str, area: BaseGeometry) -> dict[str, float]:
    """Where the label of a kecamatan stands and where its leader line ends (degrees)."""
    anchor = anchor_point(area, nama)
    anchor_lon, anchor_lat = round(anchor.x, DECIMALS), round(anchor.y, DECIMALS)
    label_lon, label_lat = LABELS_OUTSIDE.get(kode, (anchor_lon, anchor_lat))
    return {
        "label_lon": label_lon,
        "label_lat": label_lat,
        "anchor_lon": anchor_lon,
        "anchor_lat": anchor_lat,
    }


def as_feature(area: BaseGeometry, properties: dict[str, str | float]) -> dict[str, object]:
    """GeoJSON feature with clockwise rings: Plotly fills the rest of the world otherwise."""
    tidy = shapely.orient_polygons(shapely.normalize(area), exterior_cw=True)
    if not isinstance(tidy, Polygon) or tidy.interiors:
        raise ValueError(f"{properties['kode']} is not one piece without holes: try more BRIDGE_SITES.")
    ring = shapely.get_coordinates(tidy).round(DECIMALS).tolist()
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "id": properties["kode"], "properties": properties, "geometry": geometry}


def draw_villages(rows: list[dict[str, str]], *, ratio: float = HULL_RATIO) -> dict[str, BaseGeometry]:
    """Cell of each village, by kode, in degrees on the common grid. Raises ValueError where no map comes of it."""
    villages = village_sites(rows)
    outline = draw_outline(villages, ratio=ratio)
    sites = bridge_exclaves(villages, outline)
    kecamatan = soften_borders(nearest_ground(sites, outline, key="kecamatan"), outline)
    cells: dict[str, BaseGeometry] = {}
    for kode, area in kecamatan.items():
        own = [site for site in sites if site.kecamatan == kode]
        cells |= join_stray_parts(nearest_ground(own, area, key="kode"), own)
    return snap_to_grid(cells)


def build_maps(rows: list[dict[str, str]]) -> dict[str, str]:
    """File name to GeoJSON text of the two maps, from the rows of ``wilayah.csv``."""
    nama = {row["kode"]: row["nama"] for row in rows}
    villages = draw_villages(rows)
    members: dict[str, list[BaseGeometry]] = {}
    for kode, cell in villages.items():
        members.setdefault(kode[:8], []).append(cell)
    kecamatan = {kode: shapely.coverage_union_all(cells) for kode, cells in members.items()}
    desa_features = [as_feature(cell, {"kode": kode, "nama": nama[kode]}) for kode, cell in villages.items()]
    kecamatan_features = [
        as_feature(area, {"kode": kode, "nama": nama[kode], **label_points(kode, nama[kode], area)})
        for kode, area in kecamatan.items()
    ]
    return {
        "peta_kecamatan.geojson": as_text(kecamatan_features),
        "peta_desa.geojson": as_text(desa_features),
    }


def as_text(features: list[dict[str, object]]) -> str:
    """One feature for each line, so that a change of the map can be read in a diff."""
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'


def main() -> None:
    """Write both maps beside ``wilayah.csv``."""
    for name, text in build_maps(read_wilayah(FOLDER / "wilayah.csv")).items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
