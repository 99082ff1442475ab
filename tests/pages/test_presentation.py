"""The page Presentasi: the choices of the presenter, and links that start the slides by themselves."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from jamsos_data.lake import Lake
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import UNDAAN, put, small_lake


def shown_stage(app: AppTest) -> dict[str, Any] | None:
    """What the browser is given to show; None while the presenter chooses."""
    stages = app.get("bidi_component")
    return json.loads(stages[0].proto.json) if stages else None


def test_the_presenter_chooses_slides_order_occasion_and_pace(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(small_lake(tmp_path), "presentation")
    assert not app.exception
    assert "980 dari 2.200 pekerja di Kudus terlindungi." in shown_text(app)

    app.button(key="presentation_up_map").click().run()
    for name in ("premiums", "budgets", "attention", "closing", "targets", "burn_up"):
        app.checkbox(key=f"presentation_shows_{name}").uncheck().run()
    app.text_input(key="presentation_title").input("Rapat <triwulan>").run()
    app.date_input(key="presentation_day").set_value(date(2026, 10, 14)).run()
    app.toggle(key="presentation_auto").set_value(True).run()
    app.number_input(key="presentation_seconds").set_value(30).run()

    (link,) = app.code
    assert "otomatis=30&slide=cover,map,headline,ranking&acara=Rapat" in link.value
    app.button(key="presentation_start").click().run()
    stage = shown_stage(app)
    assert stage is not None
    assert [slide["name"] for slide in stage["slides"]] == ["cover", "map", "headline", "ranking"]
    assert "Rapat &lt;triwulan&gt;" in stage["slides"][0]["html"]
    assert "14 Oktober 2026" in stage["slides"][0]["html"]
    assert "44,5" in stage["slides"][2]["html"]
    assert stage["seconds"] == 30
    assert "Per September 2026" in stage["chip"]
    assert "potensi BPJS/Bappenas 2026" in stage["chip"]
    assert "WIB" in stage["chip"]
    assert stage["marks"] == []
    assert not app.title


def test_a_link_starts_by_itself_and_one_that_is_not_understood_says_so(
    open_page: OpenPage, tmp_path: Path
) -> None:
    app = open_page(small_lake(tmp_path), "presentation", wilayah="33.19.04", bahasa="en")
    app.query_params["otomatis"] = "7"
    app.query_params["slide"] = "headline"
    for _ in range(2):  # it stays when the page runs again
        app.run()
        stage = shown_stage(app)
        assert stage is not None
        assert (stage["seconds"], stage["language"], len(stage["slides"])) == (7, "en", 1)
        assert "320 of 1,000 workers in Undaan are covered." in stage["slides"][0]["html"]

    app.query_params["otomatis"] = "0"
    app.query_params["slide"] = "headline,weather"
    app.run()
    assert shown_stage(app) is None
    (warning,) = app.warning
    assert warning.value.startswith("This link names slides and a number of seconds that cannot be followed")

    elsewhere = open_page(small_lake(tmp_path / "lain"), "presentation", wilayah="99.99")
    elsewhere.query_params["otomatis"] = "20"
    elsewhere.run()
    assert shown_stage(elsewhere) is None
    assert "wilayah yang tidak dikenal" in elsewhere.warning[0].value


def test_a_month_that_is_not_complete_and_example_data_are_marked_on_every_slide(
    open_page: OpenPage, tmp_path: Path
) -> None:
    place = small_lake(tmp_path)
    only_one: dict[str, object] = {
        "periode": datetime(2026, 10, 1),
        "kode_wilayah": UNDAAN,
        "segmen": "RENTAN",
        "sumber_dana": "DBHCHT",
        "program": "JKK+JKM",
        "peserta_aktif": 300,
    }
    put(Lake(place), "kepesertaan", [only_one], asal="contoh")
    app = open_page(place, "presentation")
    app.query_params["mulai"] = "ya"
    app.run()
    stage = shown_stage(app)

    assert stage is not None
    assert stage["marks"] == ["DATA CONTOH", "BULAN BELUM LENGKAP"]


def test_a_wall_screen_without_data_waits_and_says_for_what(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(tmp_path / "kosong", "presentation")
    app.query_params["otomatis"] = "20"
    app.run()
    stage = shown_stage(app)

    assert stage is not None
    assert "Belum ada data kepesertaan" in stage["slides"][0]["html"]
