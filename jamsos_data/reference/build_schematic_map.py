"""Draw the schematic map of Kudus from the village points in ``wilayah.csv``.

Owns the geometry of ``peta_kecamatan.geojson`` and ``peta_desa.geojson``. No boundary survey goes
into it: the only input is one point for each desa and kelurahan. Run it by hand after a change of
``wilayah.csv`` (``python jamsos_data/reference/build_schematic_map.py``); the dashboard never
imports it, and Shapely is a development dependency only.

The order of the work: an outline around all points, Voronoi cells dissolved by kecamatan, softened
borders, villages cut out of their kecamatan, one common grid of 0,0001 degrees (about 11 m), labels.
"""

import csv
import json
import math
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import shapely
from shapely import LineString, MultiPoint, Point, Polygon
from shapely.affinity import scale
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

# A label has two lines ("Kaliwungu", "61,2 %"): it is as high as five of its letters are wide.
LETTERS_HIGH = 5
LETTERS_OF_VALUE = len("61,2 %")

# Kota Kudus is narrower than its own label on a small map: the label stands in the free space between
# Kaliwungu and Undaan, joined by a line to the area. (label_lon, label_lat)
LABELS_OUTSIDE = {"33.19.02": (110.7450, -6.8600)}


@dataclass(frozen=True)
class Site:
    """A point that claims the ground nearest to it for a village (scaled degrees)."""

    kode: str
    point: Point

    @property
    def kecamatan(self) -> str:
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


def draw_outline(sites: list[Site]) -> Polygon:
    """Smoothed concave hull of all sites with a margin around it."""
    hull = shapely.concave_hull(MultiPoint([site.point for site in sites]), ratio=HULL_RATIO)
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


def bridge_exclaves(sites: list[Site], outline: Polygon) -> list[Site]:
    """Add sites between the parts of a split kecamatan until each is one piece.

    Rahtawu is Gebog's only village on the summit of Muria, and points alone would cut it off from
    Gebog; sites on the line to its nearest neighbour in Gebog keep the kecamatan together.
    """
    grown = list(sites)
    for kode, area in nearest_ground(sites, outline, key="kecamatan").items():
        parts = shapely.get_parts(area)
        members = [site for site in sites if site.kecamatan == kode]
        groups = [[site for site in members if part.covers(site.point)] for part in parts]
        for one, other in combinations([group for group in groups if group], 2):
            start, end = min(
                ((a, b) for a in one for b in other), key=lambda pair: pair[0].point.distance(pair[1].point)
            )
            line = LineString([start.point, end.point])
            for step in range(1, BRIDGE_SITES + 1):
                share = step / (BRIDGE_SITES + 1)
                owner = start if share < 0.5 else end
                grown.append(Site(owner.kode, line.interpolate(share, normalized=True)))
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
    return LineString(points).simplify(GRID)


def soften_borders(areas: dict[str, BaseGeometry], outline: Polygon) -> dict[str, BaseGeometry]:
    """Round the zigzag of Voronoi borders between kecamatan; neighbours keep one common line."""
    calm = shapely.coverage_simplify(list(areas.values()), BORDER_TOLERANCE, simplify_boundary=False)
    lines = shapely.line_merge(shapely.union_all([area.boundary for area in calm]))
    edge = outline.exterior.buffer(GRID / 10)
    softened = [line if edge.covers(line) else cut_corners(line) for line in shapely.get_parts(lines)]
    faces = shapely.get_parts(shapely.polygonize([shapely.union_all(softened)]))
    return regroup(faces, dict(zip(areas, calm, strict=True)))


def regroup(faces: np.ndarray, areas: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Give each face to the area that holds most of it and dissolve (on the common grid)."""
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


def roomiest_point(area: BaseGeometry, nama: str) -> Point:
    """Middle of the largest ellipse in the area that has the shape of the label."""
    aspect = max(len(nama), LETTERS_OF_VALUE) / LETTERS_HIGH
    squeezed = scale(area, xfact=1 / aspect, yfact=1, origin=(0, 0))
    radius = shapely.maximum_inscribed_circle(squeezed, tolerance=GRID / 10)
    x, y = shapely.get_coordinates(radius)[0].tolist()
    return Point(x * aspect, y)


def label_points(kode: str, nama: str, area: BaseGeometry) -> dict[str, float]:
    """Where the label of a kecamatan stands and where its leader line ends (degrees)."""
    anchor = roomiest_point(area, nama)
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
    rings = [
        [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in ring.coords]
        for ring in (tidy.exterior, *tidy.interiors)
    ]
    geometry = {"type": "Polygon", "coordinates": rings}
    return {"type": "Feature", "id": properties["kode"], "properties": properties, "geometry": geometry}


def draw_villages(rows: list[dict[str, str]]) -> dict[str, BaseGeometry]:
    """Cell of each village, by kode, in degrees on the common grid."""
    villages = village_sites(rows)
    outline = draw_outline(villages)
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
