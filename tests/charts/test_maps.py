"""The map: classes, missing areas, labels that keep clear of each other, hatching inside the lines."""

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from jamsos_data.colors import LIGHT, Look
from jamsos_data.map_labels import Label, box_of, overlap, place_labels
from jamsos_data.map_shapes import (
    Frame,
    frame_around,
    hatch_lines,
    load_outlines,
    middle_of,
    rings_of,
    widest_stretch,
)
from jamsos_data.reference import OWN_FOLDER, load_reference
from pages.parts.maps import HEIGHT, KEY_WIDTH, NARROWEST, describe_map, map_coverage
from tests.charts import frames
from tests.charts.gallery import DESA, KECAMATAN, words_of

ID, EN = words_of("id"), words_of("en")
SQUARE = (((0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0), (0.0, 0.0)),)
FRAME = Frame((0.0, 100.0), (0.0, 100.0))


def drawn(figure: go.Figure, kind: str) -> list[Any]:
    return [trace for trace in figure.to_dict()["data"] if trace["type"] == kind]


def texts(figure: go.Figure) -> list[str]:
    return [text for trace in drawn(figure, "scattergeo") for text in trace.get("text", ())]


def test_every_kecamatan_is_named_with_its_percentage() -> None:
    written = " ".join(texts(map_coverage(frames.coverage(), ID, look=Look(), outlines=KECAMATAN)))

    assert all(name in written for name in frames.NAMES.values())
    assert "61,2\N{NO-BREAK SPACE}%" in written


def test_an_area_without_data_is_grey_and_hatched_and_in_the_key() -> None:
    figure = map_coverage(frames.coverage(missing=("33.19.05",)), ID, look=Look(), outlines=KECAMATAN)
    known, unknown = drawn(figure, "choropleth")

    assert "33.19.05" not in known["locations"]
    assert list(unknown["locations"]) == ["33.19.05"]
    assert unknown["colorscale"][0][1] == LIGHT.neutral
    assert any(trace["mode"] == "lines" for trace in drawn(figure, "scattergeo"))
    assert any("tanpa data" in note["text"] for note in figure.to_dict()["layout"]["annotations"])


def test_the_selected_area_is_drawn_last_with_a_thick_outline() -> None:
    figure = map_coverage(frames.coverage(), ID, look=Look(), outlines=KECAMATAN, selected="33.19.04")
    last = drawn(figure, "choropleth")[-1]

    assert list(last["locations"]) == ["33.19.04"]
    assert last["marker"]["line"]["width"] > 3


def test_what_has_no_shape_is_not_drawn() -> None:
    figure = map_coverage(frames.coverage(unmapped=True), ID, look=Look(), outlines=KECAMATAN)

    assert "33.19" not in [code for trace in drawn(figure, "choropleth") for code in trace["locations"]]


def test_colours_are_classes_so_that_months_can_be_compared() -> None:
    frame = frames.coverage().assign(persen=[0.0, 9.9, 10.0, 40.0, 49.9, 50.0, 99.9, 100.0, 140.0])

    figure = map_coverage(frame, ID, look=Look(), outlines=KECAMATAN)

    assert list(drawn(figure, "choropleth")[0]["z"]) == [5, 5, 15, 45, 45, 55, 95, 95, 95]


def test_the_map_says_that_it_is_schematic() -> None:
    for words, note in (
        (ID, "peta skematik, bukan batas resmi"),
        (EN, "schematic map, not official boundaries"),
    ):
        figure = map_coverage(frames.coverage(), words, look=Look(), outlines=KECAMATAN)

        assert note in [given["text"] for given in figure.to_dict()["layout"]["annotations"]]


def test_shapes_by_address_stay_out_of_the_figure() -> None:
    by_address = load_outlines(OWN_FOLDER / "peta_desa.geojson", "/peta/desa.geojson")

    figure = map_coverage(frames.coverage_desa(), ID, look=Look(), outlines=by_address)

    assert drawn(figure, "choropleth")[0]["geojson"] == "/peta/desa.geojson"
    assert len(figure.to_json() or "") < 14_000


def test_shapes_inside_the_figure_are_only_those_that_it_draws() -> None:
    figure = map_coverage(frames.coverage_desa(), ID, look=Look(), outlines=DESA)
    shapes = [trace["geojson"]["features"] for trace in drawn(figure, "choropleth")]

    assert sum(map(len, shapes)) == 15


def test_the_map_in_sentences() -> None:
    text = describe_map(frames.coverage(missing=("33.19.05",), unmapped=True), EN)

    assert text == (
        "Map of the coverage of 8 areas, September 2026: highest Kaliwungu 61.2%, lowest Undaan 33.1%. "
        "Without a figure: Mejobo."
    )


def test_a_label_without_room_gives_up_its_value_and_then_its_name_for_a_number() -> None:
    wide, narrow, tiny = (_scaled(SQUARE, factor) for factor in (9.0, 4.5, 1.5))
    flat = tuple(tuple((x * 9.0, y * 2.0) for x, y in ring) for ring in SQUARE)
    asked = [Label(kode, "Prambatan", "30,1 %") for kode in ("wide", "flat", "narrow", "tiny")]
    rings = {
        "wide": wide,
        "flat": _moved(flat, 0, 200),
        "narrow": _moved(narrow, 0, 300),
        "tiny": _moved(tiny, 0, 400),
    }

    placed = {label.kode: label.text for label in place_labels(asked, rings, extent=FRAME, size=(100, 100))}

    assert placed["wide"] == "<b>Prambatan</b><br>30,1 %"
    assert placed["flat"] == "<b>Prambatan</b>"
    assert {placed["narrow"], placed["tiny"]} == {"<b>1</b><br>30,1 %", "<b>2</b>"}


def test_a_name_keeps_clear_of_the_number_of_another_area() -> None:
    square = _scaled(SQUARE, 9.0)
    beside = _moved(_scaled(SQUARE, 2.0), 50, 36)
    asked = [Label("a", "Jati", "1 %"), Label("b", "Bae", "2 %")]

    placed = place_labels(asked, {"a": square, "b": beside}, extent=FRAME, size=(100, 100))

    assert [label.text for label in placed] == ["<b>1</b>", "<b>Bae</b>"]


@pytest.mark.parametrize("kecamatan", [f"33.19.{i:02d}" for i in range(1, 10)])
@pytest.mark.parametrize("known", [True, False])
def test_every_village_is_named_on_the_map_or_by_its_number_below(kecamatan: str, known: bool) -> None:
    frame = villages_of(kecamatan, known=known)
    figure = map_coverage(frame, ID, look=Look(), outlines=DESA)
    written = texts(figure)
    key = [note["text"] for note in figure.to_dict()["layout"]["annotations"]]

    assert len(written) == len(frame)
    for name in frame["wilayah"]:
        on_map = any(text.replace("<br>", " ").startswith(f"<b>{name}</b>") for text in written)
        numbers = [text.split("</b>")[0] for text in key if f"</b> {name} " in text]
        assert on_map or any(text.startswith(f"{number}</b>") for number in numbers for text in written)


@pytest.mark.parametrize("kecamatan", [f"33.19.{i:02d}" for i in range(1, 10)])
def test_no_two_labels_of_villages_overlap(kecamatan: str) -> None:
    frame = villages_of(kecamatan)
    rows = {kode: Label(kode, name, "46,6 %") for kode, name in frame[["kode_wilayah", "wilayah"]].to_numpy()}
    rings = [ring for kode in rows for ring in DESA.rings[kode]]
    extent, size = frame_around(rings, []), (NARROWEST - KEY_WIDTH, HEIGHT - 20)
    scale = min(size[0] / extent.width, size[1] / extent.height)

    placed = place_labels(list(rows.values()), DESA.rings, extent=extent, size=size)
    boxes = [box_of(label, label.text, scale) for label in placed]

    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]


def test_every_kecamatan_is_named_even_without_potensi() -> None:
    frame = frames.coverage(missing=tuple(frames.NAMES))
    written = " ".join(texts(map_coverage(frame, ID, look=Look(), outlines=KECAMATAN)))

    assert [name for name in frames.NAMES.values() if f"<b>{name}" not in written] == []


def test_hatching_stays_inside_and_leaves_holes_free() -> None:
    hole = ((3.0, 3.0), (7.0, 3.0), (7.0, 7.0), (3.0, 7.0), (3.0, 3.0))

    lines = hatch_lines((*SQUARE, hole), gap=0.5)
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in lines]

    assert lines
    assert all(0 <= x <= 10 and 0 <= y <= 10 for line in lines for x, y in line)
    assert not [(x, y) for x, y in middles if 3 < x < 7 and 3 < y < 7]


def test_the_middle_of_an_area_lies_inside_it() -> None:
    for rings in (*KECAMATAN.rings.values(), *DESA.rings.values()):
        lon, lat = middle_of(rings)
        start, end = widest_stretch(rings, lat)

        assert start < lon < end


@pytest.mark.parametrize("kind", ["Polygon", "MultiPolygon"])
def test_official_shapes_may_be_polygons_or_several(tmp_path: Path, kind: str) -> None:
    ring = [[110.0, -7.0], [110.0, -6.0], [111.0, -6.0], [110.0, -7.0]]
    shape = {"type": kind, "coordinates": [ring] if kind == "Polygon" else [[ring]]}
    feature = {"type": "Feature", "id": "33.19.01", "properties": {"nama": "Kaliwungu"}, "geometry": shape}
    file = tmp_path / f"{kind}.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))

    outlines = load_outlines(file)
    figure = map_coverage(frames.coverage(), ID, look=Look(), outlines=outlines)

    assert outlines.rings["33.19.01"] == rings_of(shape)
    assert len(texts(figure)) == 1


def villages_of(kecamatan: str, *, known: bool = True) -> pd.DataFrame:
    """All villages of a kecamatan, in the form of frames.coverage_desa."""
    one = frames.coverage_desa().iloc[[0]]
    reference = load_reference()
    places = [(kode, reference.area_name(kode)) for kode in reference.desa_of(kecamatan)]
    frame = pd.concat([one.assign(kode_wilayah=kode, wilayah=name) for kode, name in places])
    return frame if known else frame.assign(persen=None, alasan="TANPA_POTENSI")


def _scaled(rings: Any, factor: float) -> Any:
    return tuple(tuple((x * factor, y * factor) for x, y in ring) for ring in rings)


def _moved(rings: Any, right: float, up: float) -> Any:
    return tuple(tuple((x + right, y + up) for x, y in ring) for ring in rings)


def test_the_key_stands_beside_the_map_and_covers_no_area() -> None:
    layout = map_coverage(frames.coverage_desa(), ID, look=Look(), outlines=DESA).to_dict()["layout"]
    squares = [shape for shape in layout["shapes"] if shape["xanchor"] == 1]

    assert squares
    assert all(0 < shape["x0"] < shape["x1"] < layout["margin"]["r"] for shape in squares)
