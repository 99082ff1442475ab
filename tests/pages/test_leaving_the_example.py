"""The example is left with one click, brought back with one, and can be loaded again into an empty lake."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jamsos_data.lake import Lake
from pages.parts.example import LEFT, made_by
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import UNDAAN, put
from tests.pages.uploading import commit_file, csv_file, people_in


@pytest.fixture
def labelled_lake(tmp_path: Path) -> Lake:
    """A lake whose two tables hold example rows only."""
    lake = Lake(tmp_path / "data")
    paid = {"periode": "2026-09-01", "sumber_dana": "DBHCHT", "program": "JKK+JKM", "segmen": "RENTAN"}
    put(lake, "kepesertaan", [{**paid, "kode_wilayah": UNDAAN, "peserta_aktif": 320}], asal="contoh")
    umkm = {
        "tahun": 2025,
        "kode_wilayah": UNDAAN,
        "usaha_terdata": 4,
        "usaha_terdaftar": 1,
        "pekerja_terdaftar": 2,
    }
    put(lake, "umkm", [umkm], asal="contoh")
    return lake


def _left(app: AppTest, lake: Lake) -> AppTest:
    """The session in which the example has just been left (the test harness opens no dialogs)."""
    app.session_state[LEFT] = made_by(lake.remove_example())
    return app.run()


def test_leaving_is_undone_with_one_click(open_page: OpenPage, labelled_lake: Lake) -> None:
    app = _left(open_page(Path(labelled_lake.location)), labelled_lake)
    assert labelled_lake.is_empty()

    app.button(key="undo_leaving").click().run()

    assert labelled_lake.has_example() == {"kepesertaan", "umkm"}
    assert "320 orang" in shown_text(app)
    assert "undo_leaving" not in {button.key for button in app.button}


def test_undo_is_no_longer_offered_once_somebody_has_uploaded(
    open_page: OpenPage, labelled_lake: Lake
) -> None:
    app = _left(open_page(Path(labelled_lake.location)), labelled_lake)
    commit_file(labelled_lake, csv_file(people_in("Kalirejo", 5)))

    app.run()

    assert "undo_leaving" not in {button.key for button in app.button}


def test_an_empty_lake_offers_the_example_to_those_who_may_change_data(
    open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_page(tmp_path / "kosong")
    assert app.button(key="load_example").label == "Muat data contoh"

    monkeypatch.setattr("pages.parts.access.may_upload", lambda: False)

    assert "load_example" not in {button.key for button in app.run().button}


def test_the_example_is_loaded_as_that_of_no_person(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(tmp_path / "kosong")

    app.button(key="load_example").click().run(timeout=180)

    assert {version.author for version in Lake(tmp_path / "kosong").history("kepesertaan")} == {"Data contoh"}
    assert "pekerja di Kudus terlindungi" in shown_text(app)
