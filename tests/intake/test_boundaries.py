"""Boundaries from GeoJSON: any property names, either order of coordinates, either direction of rings."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from shapely.geometry import shape

from jamsos_data.findings import Severity
from jamsos_data.intake import IntakeReport
from jamsos_data.intake.boundaries import geojson as limits
from jamsos_data.intake.boundaries import shapes
from jamsos_data.lake import Lake
from tests.intake.sheets import finding
from tests.regency import (
    ALIASES,
    AREAS,
    DESA,
    KECAMATAN,
    desa_map,
    feature,
    geojson,
    put_reference,
    read_reference,
    square,
)  # fmt: skip


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    made = Lake(tmp_path_factory.mktemp("batas") / "data")
    put_reference(made, "wilayah", AREAS)
    put_reference(made, "alias_wilayah", ALIASES)
    return made


def read(lake: Lake, content: bytes, *accept: str) -> IntakeReport:
    return read_reference(lake, "batas_wilayah", content, name="batas.geojson", accept=accept)


def drawn(report: IntakeReport) -> dict[str, dict[str, Any]]:
    return dict(zip(report.rows["kode"], map(json.loads, report.rows["geometri"]), strict=True))


def codes(report: IntakeReport) -> list[str]:
    return [found.code for found in report.findings]


def turn(ring: list[list[float]]) -> float:
    """Twice the signed area: negative for a clockwise ring."""
    return sum(x * v - u * y for (x, y), (u, v) in pairwise(ring))


KECAMATAN_SHAPES = {"99.01.01": (0, 2, 3), "99.01.02": (0, 1, 3), "99.01.03": (0, 0, 2)}


def kecamatan_map(**names: str) -> list[dict[str, Any]]:
    """The kecamatan as rectangles, named by the property names[kode] and names[nama]."""
    return [
        feature(
            {names[key]: text for key, text in (("kode", code), ("nama", KECAMATAN[code])) if key in names},
            square(x, y, wide=w),
        )
        for code, (x, y, w) in KECAMATAN_SHAPES.items()
    ]


@pytest.mark.parametrize("direction", [1, -1])
def test_exteriors_run_clockwise_and_holes_the_other_way_whatever_the_file_does(
    lake: Lake, direction: int
) -> None:
    hole = [[x, y] for x, y in ((115.02, -8.28), (115.04, -8.28), (115.04, -8.26), (115.02, -8.28))]
    outer = square(0, 2, wide=3)
    first = feature({"kode": "99.01.01"}, outer[::direction], hole[::direction])
    shape_of = drawn(read(lake, geojson([first]), "BATAS_WILAYAH_KURANG"))["99.01.01"]
    assert turn(shape_of["coordinates"][0]) < 0
    assert turn(shape_of["coordinates"][1]) > 0
    assert shape(shape_of).area == pytest.approx(0.03 - 0.0002)


@pytest.mark.parametrize("key", ["kode", "KDEPUM", "xyz", "id"])
def test_the_property_that_holds_the_codes_is_found_whatever_it_is_called(lake: Lake, key: str) -> None:
    report = read(lake, desa_map(code=key))
    assert report.outcome == "ok"
    assert sorted(drawn(report)) == [code for code, *_ in DESA]
    assert set(report.rows["tingkat"]) == {"desa"}
    assert finding(report, "BATAS_DICOCOKKAN").params == {"n": 8, "by": key}


def test_codes_without_dots_and_as_numbers_are_codes(lake: Lake) -> None:
    plain = [feature({"KODE": int(code.replace(".", ""))}, square(x, y)) for code, _, x, y in DESA]
    assert sorted(drawn(read(lake, geojson(plain)))) == [code for code, *_ in DESA]


def test_names_of_kecamatan_are_matched_with_prefix_and_case_aside(lake: Lake) -> None:
    report = read(lake, geojson(kecamatan_map(nama="NAMOBJ")))
    assert report.outcome == "ok"
    assert sorted(drawn(report)) == sorted(KECAMATAN)
    assert set(report.rows["tingkat"]) == {"kecamatan"}


def test_names_of_desa_are_sought_inside_the_kecamatan_that_is_stated(lake: Lake) -> None:
    """Tengah is a kecamatan and one of its desa; Pasarlawas is another spelling of Pasar Lama."""
    named = [
        feature(
            {
                "WADMKK": "Tirta Raya",
                "WADMKC": KECAMATAN[code[:8]],
                "WADMKD": "PASARLAWAS" if name == "Pasar Lama" else name.upper(),
            },
            square(x, y),
        )
        for code, name, x, y in DESA
    ]
    report = read(lake, geojson(named))
    assert report.outcome == "ok"
    assert sorted(drawn(report)) == [code for code, *_ in DESA]
    assert finding(report, "BATAS_DICOCOKKAN").params["by"] == "WADMKC + WADMKD"


def test_codes_of_bps_are_told_apart_and_the_names_decide(lake: Lake) -> None:
    rows = [
        feature({"kode_bps": f"99010{n}0", "nama": name}, square(*KECAMATAN_SHAPES[code][:2]))
        for n, (code, name) in enumerate(KECAMATAN.items(), start=1)
    ]
    report = read(lake, geojson(rows))
    assert finding(report, "BATAS_KODE_BPS").value == "kode_bps"
    assert sorted(drawn(report)) == sorted(KECAMATAN)


def test_a_code_beside_the_name_of_another_area_is_asked_about(lake: Lake) -> None:
    swapped = {"Sumber Agung": "Sumber Rejo", "Sumber Rejo": "Sumber Agung"}
    rows = [
        feature({"kode": code, "kec": KECAMATAN[code[:8]], "desa": swapped.get(name, name)}, square(x, y))
        for code, name, x, y in DESA
    ]
    report = read(lake, geojson(rows))
    assert codes(report).count("BATAS_KODE_NAMA_BERBEDA") == 2
    assert report.outcome == "problems"
    assert "Sumber Rejo" in finding(report, "BATAS_KODE_NAMA_BERBEDA").message("id")


def test_a_name_that_is_nearly_right_is_proposed_and_taken_only_when_accepted(lake: Lake) -> None:
    rows = kecamatan_map(nama="nama")
    rows[2]["properties"]["nama"] = "Hilirr"
    report = read(lake, geojson(rows))
    assert finding(report, "BATAS_NAMA_MIRIP").proposal == "Hilir (99.01.03)"
    assert (report.outcome, sorted(drawn(report))) == ("problems", ["99.01.01", "99.01.02"])
    accepted = read(lake, geojson(rows), "BATAS_NAMA_MIRIP")
    assert (accepted.outcome, sorted(drawn(accepted))) == ("ok", sorted(KECAMATAN))


def test_exchanged_coordinates_are_put_right_and_heights_are_dropped(lake: Lake) -> None:
    rows = kecamatan_map(kode="kode")
    for row in rows:
        for ring in row["geometry"]["coordinates"]:
            ring[:] = [[y, x, 12.5] for x, y in ring]
    report = read(lake, geojson(rows))
    assert report.outcome == "ok"
    assert "BATAS_TERTUKAR" in codes(report)
    assert shape(drawn(report)["99.01.03"]).bounds == pytest.approx((115.0, -8.5, 115.2, -8.4))


@pytest.mark.parametrize(
    ("move", "code"),
    [
        (lambda x, y: [x - 100, y + 50], "BATAS_DI_LUAR_INDONESIA"),
        (lambda x, y: [x * 4_000, y * 1_000_000], "BATAS_BUKAN_DERAJAT"),
    ],
)
def test_shapes_outside_indonesia_are_refused(lake: Lake, move: Any, code: str) -> None:
    rows = kecamatan_map(kode="kode")
    for ring in rows[0]["geometry"]["coordinates"]:
        ring[:] = [move(x, y) for x, y in ring]
    report = read(lake, geojson(rows))
    assert (report.outcome, codes(report)) == ("refused", [code])


def test_areas_without_a_shape_and_shapes_without_an_area_are_listed(lake: Lake) -> None:
    rows = [*kecamatan_map(kode="kode")[:2], feature({"kode": "entah"}, square(5, 5))]
    report = read(lake, geojson(rows))
    missing, stray = finding(report, "BATAS_WILAYAH_KURANG"), finding(report, "BATAS_TANPA_PASANGAN")
    assert (missing.params["n"], missing.params["names"]) == (1, "Hilir (99.01.03)")
    assert (stray.value, stray.params["number"]) == ("entah", 3)
    assert missing.severity is stray.severity is Severity.WARNING


def test_features_of_other_regencies_are_counted_and_left_out(lake: Lake) -> None:
    rows = [*kecamatan_map(kode="kode"), feature({"kode": "99.02.01"}, square(5, 5))]
    report = read(lake, geojson(rows))
    assert (report.outcome, finding(report, "BATAS_WILAYAH_LAIN").params["n"]) == ("ok", 1)


def test_a_map_of_elsewhere_is_refused_with_its_properties(lake: Lake) -> None:
    report = read(lake, geojson([feature({"KEC": "Undaan", "KODE": "33.19.04"}, square(0, 0))]))
    assert (report.outcome, codes(report)) == ("refused", ["BATAS_TIDAK_COCOK"])
    assert "KEC = Undaan" in report.findings[0].message("id")


def test_several_features_of_one_area_and_multipolygons_become_one_shape(lake: Lake) -> None:
    rows = kecamatan_map(kode="kode")
    rows[0]["geometry"] = {
        "type": "MultiPolygon",
        "coordinates": [[square(0, 2)], [square(2, 2)]],
    }
    rows.append(feature({"kode": "99.01.03"}, square(2, 0)))
    found = drawn(read(lake, geojson(rows)))
    assert found["99.01.01"]["type"] == "MultiPolygon"
    assert shape(found["99.01.03"]).area == pytest.approx(0.03)


def test_a_broken_shape_is_an_error_of_its_feature_and_a_bow_tie_is_mended(lake: Lake) -> None:
    rows = kecamatan_map(kode="kode")
    rows[0]["geometry"] = {"type": "Polygon", "coordinates": [[[115, -8], ["x", -8], [115, -7]]]}
    rows[1]["geometry"]["coordinates"] = [
        [[115, -8.4], [115.2, -8.3], [115.2, -8.4], [115, -8.3], [115, -8.4]]
    ]
    report = read(lake, geojson(rows))
    assert finding(report, "BATAS_BENTUK_RUSAK").params["number"] == 1
    mended = shape(drawn(report)["99.01.02"])
    assert mended.is_valid
    assert mended.area == pytest.approx(0.01)


def test_a_detailed_map_is_simplified_with_common_borders_kept_common(
    lake: Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shapes, "DRAWN_VERTICES", 100)
    rows = kecamatan_map(kode="kode")[:2]
    for row in rows:
        (ring,) = row["geometry"]["coordinates"]
        ring[:] = densify(ring)
    report = read(lake, geojson(rows))
    said = finding(report, "BATAS_DISEDERHANAKAN").params
    assert said == {"before": 1602, "after": 10}
    upper, lower = (shape(drawn(report)[code]) for code in ("99.01.01", "99.01.02"))
    assert upper.intersection(lower).area == 0
    assert upper.intersection(lower).length == pytest.approx(0.3)


def test_neighbours_that_do_not_fit_are_simplified_each_by_itself_and_that_is_said(
    lake: Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shapes, "DRAWN_VERTICES", 100)
    rows = kecamatan_map(kode="kode")
    for row in rows:
        (ring,) = row["geometry"]["coordinates"]
        ring[:] = densify(ring)
    said = finding(read(lake, geojson(rows)), "BATAS_DISEDERHANAKAN_TERPISAH").params
    assert said == {"before": 2403, "after": 15}


def densify(ring: list[list[float]], *, steps: int = 200) -> list[list[float]]:
    points = [
        [x + (u - x) * step / steps, y + (v - y) * step / steps]
        for (x, y), (u, v) in pairwise(ring)
        for step in range(steps)
    ]
    return [*points, ring[-1]]


def test_too_many_points_are_refused(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "MAX_VERTICES", 10)
    assert codes(read(lake, desa_map())) == ["BATAS_TERLALU_RINCI"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "BERKAS_KOSONG"),
        (b"PK\x03\x04", "BATAS_BUKAN_GEOJSON"),
        (b"kode;nama\n1;2\n", "BATAS_BUKAN_GEOJSON"),
        (b'{"type": "Topology", "features": [1]}', "BATAS_BUKAN_GEOJSON"),
        (b'{"type": "FeatureCollection", "features": []}', "BATAS_BUKAN_GEOJSON"),
        (b"[" * 100_000, "BATAS_BUKAN_GEOJSON"),
        (b'{"features": [{"type": "Feature"', "BATAS_BUKAN_GEOJSON"),
    ],
)
def test_what_is_no_geojson_is_refused_with_a_remedy(lake: Lake, content: bytes, code: str) -> None:
    report = read(lake, content)
    assert (report.outcome, codes(report)) == ("refused", [code])


def test_a_file_over_the_limit_is_refused_unread(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 100)
    assert codes(read(lake, desa_map())) == ["BERKAS_TERLALU_BESAR"]


def test_a_bare_list_of_features_and_a_single_feature_are_read(lake: Lake) -> None:
    rows = kecamatan_map(kode="kode")
    assert len(read(lake, json.dumps(rows).encode()).rows) == 3
    assert len(read(lake, json.dumps(rows[0]).encode(), "BATAS_WILAYAH_KURANG").rows) == 1


def test_every_sentence_is_there_in_both_languages(lake: Lake) -> None:
    rows = kecamatan_map(nama="nama", kode="kode")[:2]
    for found in read(lake, geojson([*rows, feature({"kode": "x"}, square(1, 1))])).findings:
        assert found.message("id") != found.message("en")
