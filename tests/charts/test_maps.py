"""The map: classes, missing areas, labels that keep clear of each other, hatching inside the lines."""

import json
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

from jamsos_data.reference import OWN_FOLDER
from pages.parts.map_labels import Label, place_labels
from pages.parts.map_shapes import Frame, hatch_lines, load_outlines, middle_of, rings_of, widest_stretch
from pages.parts.maps import describe_map, map_coverage
from pages.parts.theme import LIGHT, Look
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
    assert len(figure.to_json() or "") < 12_000


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


def test_a_label_without_room_is_shortened_and_then_left_out() -> None:
    wide, narrow, tiny = (_scaled(SQUARE, factor) for factor in (9.0, 4.0, 0.5))
    asked = [Label(kode, "Prambatan", "30,1 %") for kode in ("wide", "narrow", "tiny")]
    rings = {"wide": wide, "narrow": _moved(narrow, 0, 200), "tiny": _moved(tiny, 0, 400)}

    placed = {label.kode: label.text for label in place_labels(asked, rings, extent=FRAME, size=(100, 100))}

    assert placed == {"wide": "<b>Prambatan</b><br>30,1 %", "narrow": "30,1 %"}


def test_of_two_labels_in_one_place_one_gives_way() -> None:
    square = _scaled(SQUARE, 9.0)
    asked = [Label("a", "Jati", "1 %"), Label("b", "Bae", "2 %")]

    placed = place_labels(asked, {"a": square, "b": square}, extent=FRAME, size=(100, 100))

    assert len(placed) == 1


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


def _scaled(rings: Any, factor: float) -> Any:
    return tuple(tuple((x * factor, y * factor) for x, y in ring) for ring in rings)


def _moved(rings: Any, right: float, up: float) -> Any:
    return tuple(tuple((x + right, y + up) for x, y in ring) for ring in rings)


def test_the_key_stands_beside_the_map_and_covers_no_area() -> None:
    layout = map_coverage(frames.coverage_desa(), ID, look=Look(), outlines=DESA).to_dict()["layout"]
    squares = [shape for shape in layout["shapes"] if shape["xanchor"] == 1]

    assert squares
    assert all(0 < shape["x0"] < shape["x1"] < layout["margin"]["r"] for shape in squares)
