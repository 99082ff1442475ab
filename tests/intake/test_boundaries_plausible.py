"""Boundaries that cannot be those of the areas: elsewhere, on each other, too large, or under another kecamatan."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from jamsos_data.intake import IntakeReport
from jamsos_data.lake import Lake
from tests.intake.sheets import finding
from tests.regency import AREAS, DESA, KECAMATAN, feature, geojson, put_reference, read_reference, square


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    made = Lake(tmp_path_factory.mktemp("letak") / "data")
    put_reference(made, "wilayah", AREAS)
    return made


@pytest.fixture(scope="module")
def pointless(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    made = Lake(tmp_path_factory.mktemp("tanpa_titik") / "data")
    rows = [row.split(b";")[:3] for row in AREAS.splitlines()]
    put_reference(made, "wilayah", b"\n".join(b";".join(row) for row in rows))
    return made


def drawn(
    lake: Lake, places: Mapping[str, tuple[float, float]], *accept: str, wide: float = 1.0
) -> IntakeReport:
    """The desa as squares at other places of the grid, the rest where they belong."""
    shapes = [feature({"kode": code}, square(*places.get(code, (x, y)), wide=wide)) for code, _, x, y in DESA]
    return read_reference(lake, "batas_wilayah", geojson(shapes), name="b.geojson", accept=accept)


def codes(report: IntakeReport) -> set[str]:
    return {found.code for found in report.findings if found.severity.value != "info"}


@pytest.mark.parametrize(("east", "north"), [(-40.0, 10.0), (3.0, 0.0), (0.0, 2.5)])
def test_boundaries_of_another_place_are_refused_with_where_they_lie(
    lake: Lake, east: float, north: float
) -> None:
    report = drawn(lake, {code: (x + east, y + north) for code, _, x, y in DESA})
    assert (report.outcome, codes(report)) == ("refused", {"BATAS_SALAH_TEMPAT"})
    assert finding(report, "BATAS_SALAH_TEMPAT").params["of"] == 8


def test_a_drawing_that_is_a_little_off_its_points_is_taken(lake: Lake) -> None:
    assert drawn(lake, {code: (x + 0.6, y - 0.4) for code, _, x, y in DESA}).outcome == "ok"


@pytest.mark.parametrize("with_points", [True, False])
def test_areas_that_are_all_one_square_are_refused(lake: Lake, pointless: Lake, with_points: bool) -> None:
    report = drawn(lake if with_points else pointless, {code: (1, 1) for code, *_ in DESA})
    assert (report.outcome, codes(report)) == ("refused", {"BATAS_SEMUA_BERTUMPUK"})


def test_a_shape_that_was_copied_to_a_neighbour_is_asked_about(lake: Lake, pointless: Lake) -> None:
    for one in (lake, pointless):
        report = drawn(one, {"99.01.01.2002": (0, 2)})
        assert (report.outcome, codes(report)) == ("problems", {"BATAS_BERTUMPUK"})
        assert (
            "Sumber Agung (99.01.01.2001) – Sumber Rejo (99.01.01.2002)"
            in finding(report, "BATAS_BERTUMPUK").message()
        )
        assert drawn(one, {"99.01.01.2002": (0, 2)}, "BATAS_BERTUMPUK").outcome == "ok"


def test_two_shapes_that_were_exchanged_are_asked_about(lake: Lake) -> None:
    report = drawn(lake, {"99.01.01.2003": (0, 0), "99.01.03.2001": (2, 2)})
    assert codes(report) == {"BATAS_JAUH_DARI_TITIK"}
    assert finding(report, "BATAS_JAUH_DARI_TITIK").params["n"] == 2


def test_shapes_far_larger_than_their_points_spread_are_asked_about(lake: Lake) -> None:
    """Points over 3,5 squares of 0,1 degrees; one kecamatan of 30 squares around them."""
    ring = [[114.9, -8.6], [115.5, -8.6], [115.5, -8.1], [114.9, -8.1], [114.9, -8.6]]
    content = geojson([feature({"kode": "99.01.02"}, ring)])
    report = read_reference(lake, "batas_wilayah", content, name="b.geojson")
    found = finding(report, "BATAS_LUAS_JANGGAL")
    # 0,3 and 0,035 square degrees of 111,32² km², at 8,3 degrees south (cosine 0,9895).
    assert found.params == {"drawn": pytest.approx(3679, abs=3), "spread": pytest.approx(429, abs=1)}


def test_shapes_far_smaller_than_their_points_spread_are_asked_about(lake: Lake) -> None:
    tiny = {code: (x + 0.45, y) for code, _, x, y in DESA}
    assert "BATAS_LUAS_JANGGAL" in codes(drawn(lake, tiny, wide=0.1))


def test_kecamatan_and_their_desa_in_one_file_do_not_overlap(lake: Lake) -> None:
    both = [feature({"kode": code}, square(x, y)) for code, _, x, y in DESA]
    both += [feature({"kode": c}, square(0, 2 - n, wide=2 if n == 2 else 3)) for n, c in enumerate(KECAMATAN)]
    assert read_reference(lake, "batas_wilayah", geojson(both), name="b.geojson").outcome == "ok"


def _named(lake: Lake, wrong: str, *, coded: bool) -> IntakeReport:
    shapes: list[dict[str, Any]] = []
    for code, name, x, y in DESA:
        about = {"WADMKC": KECAMATAN[code[:8]], "WADMKD": name} | ({"KDEPUM": code} if coded else {})
        about["WADMKC"] = wrong if name == "Muara" else about["WADMKC"]
        shapes.append(feature(about, square(x, y)))
    return read_reference(lake, "batas_wilayah", geojson(shapes), name="b.geojson")


@pytest.mark.parametrize("coded", [True, False])
@pytest.mark.parametrize(
    ("wrong", "said"), [("Hulu", "Hulu (99.01.01)"), ("Antah Berantah", "Antah Berantah")]
)
def test_a_desa_under_the_name_of_another_kecamatan_is_asked_about(
    lake: Lake, coded: bool, wrong: str, said: str
) -> None:
    report = _named(lake, wrong, coded=coded)
    assert report.outcome == "problems"
    found = finding(report, "BATAS_KECAMATAN_BERBEDA")
    assert (found.value, found.params["number"], found.params["other"]) == ("Muara (99.01.03.2001)", 7, said)


def test_a_slip_in_the_name_of_its_own_kecamatan_is_no_question(lake: Lake) -> None:
    assert _named(lake, "KEC. HILIR", coded=True).outcome == "ok"


@pytest.mark.parametrize("place", ["value", "name", "id"])
def test_half_a_character_in_the_properties_is_refused_with_a_sentence(lake: Lake, place: str) -> None:
    one = feature({"kode": "99.01.01.2001"}, square(0, 2))
    if place == "id":
        one["id"] = "\ud800"
    else:
        one["properties"] |= {"catatan": "a\ud800"} if place == "value" else {"\udfff": "a"}
    report = read_reference(
        lake, "batas_wilayah", json.dumps({"type": "FeatureCollection", "features": [one]}).encode()
    )
    assert (report.outcome, codes(report)) == ("refused", {"BATAS_TEKS_RUSAK"})
    assert "WGS" not in report.findings[0].message("en")


def test_a_pair_of_escapes_is_one_character(lake: Lake) -> None:
    shapes = [feature({"kode": code, "x": "\U0001f600"}, square(x, y)) for code, _, x, y in DESA]
    assert b"\\ud83d" in geojson(shapes)
    assert read_reference(lake, "batas_wilayah", geojson(shapes)).outcome == "ok"
