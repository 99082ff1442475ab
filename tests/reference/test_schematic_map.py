"""The area table, the spelling variants and the schematic map that is drawn from village points."""

import csv
import json
import math
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import plotly
import pytest
import shapely
from shapely.geometry import LineString, Point, Polygon, box, shape
from shapely.geometry.base import BaseGeometry

from jamsos_data.reference import build_schematic_map as schematic

PROJECT = Path(__file__).parents[2]
REFERENCE = PROJECT / "jamsos_data" / "reference"
TOPOLOGY = PROJECT / "static" / "world_110m.json"
MAPS = ("peta_kecamatan.geojson", "peta_desa.geojson")
MAX_BYTES = {"peta_kecamatan.geojson": 25_000, "peta_desa.geojson": 80_000}

# The map as docs/peta_skematik.md sets it up, drawn 420 pixels high with text of 12 pixels.
FRAME_LON, FRAME_LAT = (110.685, 110.995), (-6.985, -6.62)
TEXT_SIZE = 12 * (FRAME_LAT[1] - FRAME_LAT[0]) / 420  # degrees
# Measured in Chromium with Source Sans, in text sizes: a bold letter, "58,4 %", a line without its leading.
LETTER, VALUE, LINE = 0.56 * TEXT_SIZE, 2.8 * TEXT_SIZE, 1.15 * TEXT_SIZE
CLEARANCE = TEXT_SIZE / 4


def read_csv(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def features(name: str) -> list[dict]:
    return json.loads((REFERENCE / name).read_text(encoding="utf-8"))["features"]


def areas(name: str) -> dict[str, Polygon]:
    found = {feature["id"]: shape(feature["geometry"]) for feature in features(name)}
    return {kode: area for kode, area in found.items() if isinstance(area, Polygon)}


def label_grounds() -> dict[str, BaseGeometry]:
    """Ground under the two lines of each kecamatan label; outside labels end at their point."""
    grounds = {}
    for feature in features("peta_kecamatan.geojson"):
        label = feature["properties"]
        x, y = label["label_lon"], label["label_lat"]
        lines = []
        for width, bottom in ((LETTER * len(label["nama"]), y), (VALUE, y - LINE)):
            left = x - width if x < label["anchor_lon"] else x - width / 2
            lines.append(box(left, bottom, left + width, bottom + LINE))
        grounds[label["kode"]] = shapely.union_all(lines)
    return grounds


def leaders() -> dict[str, LineString]:
    labels = [feature["properties"] for feature in features("peta_kecamatan.geojson")]
    lines = {
        label["kode"]: LineString(
            [(label["label_lon"], label["label_lat"]), (label["anchor_lon"], label["anchor_lat"])]
        )
        for label in labels
    }
    return {kode: line for kode, line in lines.items() if line.length > 0}


def test_the_table_holds_every_area_of_kudus_once():
    rows = read_csv("wilayah.csv")
    assert Counter(row["jenis"] for row in rows) == {
        "kabupaten": 1,
        "kecamatan": 9,
        "desa": 123,
        "kelurahan": 9,
    }
    assert len({row["kode"] for row in rows}) == len(rows)


def test_each_area_stands_under_the_parent_that_its_code_says():
    rows = {row["kode"]: row for row in read_csv("wilayah.csv")}
    assert rows["33.19"]["induk"] == ""
    for kode, row in rows.items():
        if kode != "33.19":
            assert row["induk"] == kode.rpartition(".")[0]
            assert row["induk"] in rows


def test_a_village_code_tells_a_kelurahan_from_a_desa():
    # Kemendagri: the last part starts with 1 for a kelurahan and with 2 for a desa.
    villages = [row for row in read_csv("wilayah.csv") if row["jenis"] in ("desa", "kelurahan")]
    assert {(row["jenis"], row["kode"][9]) for row in villages} == {("kelurahan", "1"), ("desa", "2")}
    assert {row["induk"] for row in villages if row["jenis"] == "kelurahan"} == {"33.19.02"}


def test_population_of_2023_is_given_for_kecamatan_only_and_adds_up():
    rows = read_csv("wilayah.csv")
    given = {row["kode"]: int(row["penduduk_2023"]) for row in rows if row["penduduk_2023"]}
    assert set(given) == {row["kode"] for row in rows if row["jenis"] == "kecamatan"}
    assert sum(given.values()) == 873_435
    assert given["33.19.04"] == 79_789


def test_village_names_are_unique_in_kudus():
    names = [row["nama"] for row in read_csv("wilayah.csv") if row["jenis"] in ("desa", "kelurahan")]
    assert len(set(names)) == 132


def test_a_spelling_variant_belongs_to_one_area_and_is_nobodys_official_name():
    official = {row["kode"]: row["nama"] for row in read_csv("wilayah.csv")}
    variants = read_csv("alias_wilayah.csv")
    assert len({row["alias"] for row in variants}) == len(variants) == 24
    for row in variants:
        assert row["kode"] in official
        assert row["alias"] not in official.values()
        assert row["asal_ejaan"]


@pytest.mark.parametrize("name", MAPS)
def test_the_script_reproduces_the_committed_map_byte_for_byte(name: str):
    drawn = schematic.build_maps(schematic.read_wilayah(REFERENCE / "wilayah.csv"))
    assert drawn[name].encode() == (REFERENCE / name).read_bytes()


@pytest.mark.parametrize("name", MAPS)
def test_a_map_holds_the_areas_of_the_table_with_their_names(name: str):
    levels = ("kecamatan",) if "kecamatan" in name else ("desa", "kelurahan")
    table = {row["kode"]: row["nama"] for row in read_csv("wilayah.csv") if row["jenis"] in levels}
    found = features(name)
    assert {feature["id"]: feature["properties"]["nama"] for feature in found} == table
    assert all(feature["properties"]["kode"] == feature["id"] for feature in found)


@pytest.mark.parametrize("name", MAPS)
def test_areas_meet_without_gap_or_overlap_and_each_is_one_piece(name: str):
    shapes = list(areas(name).values())
    assert all(area.is_valid and not area.interiors for area in shapes)
    assert shapely.coverage_is_valid(shapes)
    assert shapely.union_all(shapes).geom_type == "Polygon"


@pytest.mark.parametrize("name", MAPS)
def test_rings_run_clockwise_because_plotly_would_fill_the_world(name: str):
    assert all(not area.exterior.is_ccw for area in areas(name).values())


@pytest.mark.parametrize("name", MAPS)
def test_a_map_is_small_and_carries_four_decimals(name: str):
    text = (REFERENCE / name).read_text(encoding="utf-8")
    assert len(text.encode()) < MAX_BYTES[name]
    assert not re.search(r"[\[,:]-?\d+\.\d{5,}", text)


def test_a_kecamatan_is_exactly_its_villages():
    villages = areas("peta_desa.geojson")
    for kode, area in areas("peta_kecamatan.geojson").items():
        own = shapely.union_all([cell for village, cell in villages.items() if village.startswith(kode)])
        assert area.symmetric_difference(own).area == pytest.approx(0, abs=1e-12)


def test_every_village_point_lies_in_its_own_cell():
    villages = areas("peta_desa.geojson")
    for row in read_csv("wilayah.csv"):
        if row["jenis"] in ("desa", "kelurahan"):
            assert villages[row["kode"]].contains(Point(float(row["lon"]), float(row["lat"]))), row["nama"]


def test_the_outline_covers_about_the_official_area_of_kudus():
    # 447,445 km2 (Kepmendagri 300.2.2-2430/2025); one degree is about 110,6 km here.
    whole = shapely.union_all(list(areas("peta_kecamatan.geojson").values()))
    square_km = whole.area * 110.6**2 * math.cos(math.radians(6.79))
    assert square_km == pytest.approx(447.445, rel=0.03)


def test_labels_of_a_small_map_keep_clear_of_each_other_and_of_the_edge():
    grounds = {kode: label.buffer(CLEARANCE) for kode, label in label_grounds().items()}
    frame = box(FRAME_LON[0], FRAME_LAT[0], FRAME_LON[1], FRAME_LAT[1])
    for one, other in combinations(grounds, 2):
        assert not grounds[one].intersects(grounds[other]), (one, other)
    assert all(frame.contains(label) for label in grounds.values())
    assert all(frame.contains(area) for area in areas("peta_kecamatan.geojson").values())


def test_a_label_stands_inside_its_area_or_outside_all_with_a_line_to_it():
    kecamatan = areas("peta_kecamatan.geojson")
    whole = shapely.union_all(list(kecamatan.values()))
    for kode, label in label_grounds().items():
        if kode in leaders():
            assert not label.intersects(whole), kode
        else:
            assert kecamatan[kode].contains(label), kode


def test_a_leader_line_ends_in_its_area_and_crosses_no_other_label():
    kecamatan = areas("peta_kecamatan.geojson")
    assert set(leaders()) == {"33.19.02"}
    for kode, line in leaders().items():
        assert kecamatan[kode].contains(Point(line.coords[-1]))
        assert not any(line.intersects(label) for other, label in label_grounds().items() if other != kode)


def test_the_empty_topology_names_every_layer_that_plotly_may_draw():
    script = (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_text(encoding="utf-8")
    match = re.search(r"layerNameToAdjective=\{([^}]*)\}", script)
    assert match, "plotly.js no longer lists its map layers here"
    layers = set(re.findall(r"(\w+):", match[1])) - {"frame"}
    topology = json.loads(TOPOLOGY.read_bytes())
    assert set(topology["objects"]) == layers
    assert all(
        layer == {"type": "GeometryCollection", "geometries": []} for layer in topology["objects"].values()
    )
    assert topology["arcs"] == []
    assert len(TOPOLOGY.read_bytes()) < 1000
