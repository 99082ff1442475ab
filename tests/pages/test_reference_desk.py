"""Data acuan on the page Unggah data: see what changes, save, undo, and go back to the schematic map."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response
from streamlit.testing.v1 import AppTest

from jamsos_data.lake import Lake
from pages.parts.outlines import outline_routes
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import shown_tables
from tests.pages.uploading import labelled
from tests.regency import AREAS, desa_map, put_reference


def open_desk(open_page: OpenPage, lake: Lake, kind: str) -> AppTest:
    app = open_page(Path(lake.location), "upload")
    app.session_state["reference_desk"] = True
    app.session_state["reference_kind"] = kind
    return app.run()


def drop(app: AppTest, kind: str, name: str, content: bytes) -> AppTest:
    app.file_uploader(key=f"drop_acuan_{kind}").set_value((name, content, "text/csv"))
    return app.run()


def test_a_table_is_compared_saved_and_undone(tmp_path: Path, open_page: OpenPage) -> None:
    lake = Lake(tmp_path / "data")
    app = open_desk(open_page, lake, "wilayah")
    assert "bawaan aplikasi, 142 baris" in shown_text(app)
    drop(app, "wilayah", "wilayah.csv", AREAS)
    assert not app.exception
    assert "12 baris ditambah, 0 diubah, 142 dihapus" in shown_text(app)
    assert "Tirta Raya" in shown_tables(app)
    labelled(app.button, "Ganti data acuan").click().run()  # type: ignore[attr-defined]
    assert lake.version("wilayah") is None, "a name is needed"
    labelled(app.text_input, "Nama Anda").input("Sri")  # type: ignore[attr-defined]
    labelled(app.button, "Ganti data acuan").click().run()  # type: ignore[attr-defined]
    assert not app.exception
    assert lake.reference().kabupaten == "99.01"
    assert [element.value for element in app.success if "versi 1" in element.value]
    labelled(app.button, "Batalkan").click().run()  # type: ignore[attr-defined]
    assert lake.reference().kabupaten == "33.19"


def test_a_refused_file_says_why_and_shows_no_button(tmp_path: Path, open_page: OpenPage) -> None:
    app = open_desk(open_page, Lake(tmp_path / "data"), "tarif")
    drop(app, "tarif", "tarif.csv", b"Luas;Penduduk\n1;2\n")
    assert "kolom Segmen, Program, Tarif tidak ditemukan" in shown_text(app)
    assert not [button for button in app.button if button.label == "Ganti data acuan"]


def test_boundaries_are_left_behind_with_one_click(tmp_path: Path, open_page: OpenPage) -> None:
    lake = Lake(tmp_path / "data")
    put_reference(lake, "wilayah", AREAS)
    put_reference(lake, "batas_wilayah", desa_map(), name="batas.geojson")
    app = open_desk(open_page, lake, "batas_wilayah")
    assert "batas.geojson" in shown_text(app)
    labelled(app.button, "Kembali ke peta skematik").click().run()  # type: ignore[attr-defined]
    assert not app.exception
    assert lake.scan("batas_wilayah").collect().is_empty()
    assert "peta skematik, bukan batas resmi" in shown_text(app)


def served(path: str, query: str = "") -> Response:
    """What the server's route for `path` answers."""
    (route,) = [route for route in outline_routes() if route.path == path]
    return route.endpoint(Request({"type": "http", "query_string": query.encode()}))


def test_the_server_hands_out_the_version_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lake = Lake(tmp_path / "data")
    put_reference(lake, "wilayah", AREAS)
    put_reference(lake, "batas_wilayah", desa_map(), name="batas.geojson")
    monkeypatch.setenv("JAMSOS_LAKE", lake.location)
    official = served("/peta/desa.geojson", "batas_wilayah=1&wilayah=1")
    assert official.headers["content-type"] == "application/geo+json"
    assert len(json.loads(bytes(official.body))["features"]) == 8
    assert len(json.loads(bytes(served("/peta/desa.geojson").body))["features"]) == 132
    for wrong in ("batas_wilayah=7", "batas_wilayah=x", "wilayah=-1"):
        assert served("/peta/desa.geojson", wrong).status_code == 404
