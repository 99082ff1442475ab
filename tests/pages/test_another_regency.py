"""Another regency, set up by uploads alone: its names, map and titles; nothing of Kudus but the product's name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jamsos_data.lake import Lake
from pages.parts.outlines import outlines_of
from pages.parts.snapshot import take_snapshot
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import shown_tables
from tests.regency import AREAS, put_reference, set_up_regency

PRODUCT = "Jamsos Kudus"
OLD = re.compile(r"Kudus|33\.19|Undaan|Jekulo|Kaliwungu")


@pytest.fixture(scope="module")
def regency(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    return set_up_regency(tmp_path_factory.mktemp("lain") / "data")


def everything_on(app: AppTest) -> str:
    """All sentences, choices and table cells of a page, without the product's name."""
    choices = [str(option) for box in app.selectbox for option in box.options]
    charts = [str(chart.proto) for chart in app.get("plotly_chart")]
    found = "\n".join([shown_text(app), *choices, shown_tables(app), *charts])
    return found.replace(PRODUCT, "").replace("\N{NO-BREAK SPACE}", " ")


def test_the_summary_speaks_of_the_other_regency(regency: Lake, open_page: OpenPage) -> None:
    app = open_page(Path(regency.location), "summary")
    assert not app.exception
    shown = everything_on(app)
    assert "800 dari 3.000 pekerja di Tirta Raya" in shown
    assert "Cakupan 26,7 %" in shown
    assert OLD.findall(shown) == []


@pytest.mark.parametrize("page", ["coverage", "targets", "premiums", "simulation", "upload", "history"])
def test_no_page_speaks_of_kudus(regency: Lake, open_page: OpenPage, page: str) -> None:
    app = open_page(Path(regency.location), page)
    assert not app.exception
    assert OLD.findall(everything_on(app)) == []


def test_coverage_names_its_kecamatan_and_draws_its_boundaries(regency: Lake, open_page: OpenPage) -> None:
    app = open_page(Path(regency.location), "coverage")
    shown = everything_on(app)
    assert all(name in shown for name in ("Hulu", "Tengah", "Hilir", "Tirta Raya"))
    assert "batas resmi yang diunggah (batas_desa.geojson" in shown
    assert "kecamatan.geojson?batas_wilayah=1&wilayah=1&isi=" in shown
    assert "skematik" not in shown


def test_the_desa_of_a_kecamatan_are_those_uploaded(regency: Lake, open_page: OpenPage) -> None:
    app = open_page(Path(regency.location), "coverage", wilayah="99.01.02")
    assert not app.exception
    shown = everything_on(app)
    assert all(name in shown for name in ("Kota Tirta", "Pasar Lama"))
    assert OLD.findall(shown) == []


def test_in_english_too(regency: Lake, open_page: OpenPage) -> None:
    app = open_page(Path(regency.location), "coverage", bahasa="en")
    shown = everything_on(app)
    assert "official boundaries as uploaded" in shown
    assert OLD.findall(shown) == []


def test_without_boundaries_the_map_is_drawn_from_the_points_of_its_desa(
    tmp_path: Path, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    lake = set_up_regency(tmp_path / "data", boundaries=False)
    shown = everything_on(open_page(Path(lake.location), "coverage"))
    assert "peta skematik, bukan batas resmi" in shown
    monkeypatch.setenv("JAMSOS_LAKE", lake.location)
    outlines = outlines_of("kecamatan", take_snapshot())
    assert outlines is not None
    assert sorted(outlines.rings) == ["99.01.01", "99.01.02", "99.01.03"]


def test_an_empty_lake_of_another_regency_does_not_offer_the_example_of_kudus(
    tmp_path: Path, open_page: OpenPage
) -> None:
    lake = Lake(tmp_path / "data")
    put_reference(lake, "wilayah", AREAS)
    app = open_page(tmp_path / "data", "coverage")
    assert not app.exception
    assert "load_example" not in [button.key for button in app.button]
