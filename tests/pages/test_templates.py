"""Templates on the page Unggah data, and the rules for suppliers in the guide."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from jamsos_data.lake import Lake
from jamsos_data.reference import load_reference
from pages.parts.upload import templates
from pages.parts.upload.templates import Filling, rows_of
from tests.lake.rows import put
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.uploading import labelled

WATES = "33.19.04.2013"


def find(widgets: Any, label: str) -> Any:
    return labelled(widgets, label)


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    put(Lake(tmp_path / "data"), ("2026-08", WATES, "RENTAN", 7))
    put(Lake(tmp_path / "data"), ("2026-09", WATES, "RENTAN", 8), ("2026-09", "33.19.03", "BPD", 4))
    return tmp_path / "data"


def test_a_template_is_empty_until_a_month_is_chosen(open_page: OpenPage, lake: Path) -> None:
    app = open_page(lake, "upload")
    months = find(app.selectbox, "Isi awal")
    assert months.value == ""
    assert months.options == [
        "Kosong", "Baris September 2026, untuk periode berikutnya", "Baris Agustus 2026, untuk periode berikutnya",
    ]  # fmt: skip
    assert "Beserta angkanya" not in [box.label for box in app.checkbox]
    months.select("2026-09").run()
    assert not app.exception
    assert find(app.checkbox, "Beserta angkanya").value is False


def test_where_nothing_can_be_carried_on_no_month_is_offered(open_page: OpenPage, lake: Path) -> None:
    app = open_page(lake, "upload")
    for kind in ("potensi", "sosialisasi", "daftar_peserta"):
        find(app.selectbox, "Kumpulan data").select(kind).run()
        assert "Isi awal" not in [box.label for box in app.selectbox]


def test_the_chosen_month_area_segment_and_values_are_what_is_filled_in(
    open_page: OpenPage, lake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Filling | None] = []

    def remember(kind: str, reference: object, filling: Filling | None) -> Any:
        asked.append(filling)
        return rows_of(kind, load_reference(), filling)

    monkeypatch.setattr(templates, "rows_of", remember)
    app = open_page(lake, "upload")
    assert asked[-1] is None
    find(app.selectbox, "Isi awal").select("2026-09").run()
    app.selectbox(key="template_area_kepesertaan").select("33.19.04").run()
    app.selectbox(key="template_segment_kepesertaan").select("RENTAN").run()
    find(app.checkbox, "Beserta angkanya").check().run()
    assert asked[-1] == Filling(
        period=datetime(2026, 9, 1), area="33.19.04", segmen="RENTAN", keep_values=True
    )


def test_the_guide_tells_the_rules_of_a_data_set_with_its_finding_codes(
    open_page: OpenPage, lake: Path
) -> None:
    app = open_page(lake, "guide")
    app.session_state["guide_tabs_id"] = "Menyiapkan berkas"
    app.run()
    text = shown_text(app)
    assert "Aturan berkas untuk pengirim data" in text
    assert "`ANGKA_NOL_HILANG`" in text
    assert "`NIK_DIBULATKAN`" not in text
    find(app.selectbox, "Kumpulan data").select("daftar_peserta").run()
    assert "`NIK_DIBULATKAN`" in shown_text(app)
