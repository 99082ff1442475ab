"""The slide of the way to the target says and draws the projection of the page Target, on screen and in PowerPoint.

Kudus rose by 10 people a month for eleven months and by 16 in the last, to 980 in September 2026. The usual pace is 10
(median), at most missed by 6 of late; 1.100 are reached in twelve months. In December: 980 + 30 ± 18.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pptx import Presentation

from jamsos_data.colors import Look
from jamsos_data.exports.documents import DOCUMENTS
from jamsos_data.lake import Lake
from jamsos_data.lake_view import LakeView
from jamsos_data.messages import load_messages
from jamsos_data.periods import add_months
from jamsos_data.slides.deck import build_deck
from jamsos_data.slides.picture import Lines
from jamsos_data.slides.scene import footing_of
from jamsos_data.slides.slide import NO_OCCASION, Deck
from jamsos_data.views.targets_figures import target_figures
from pages.parts.stage.sheets import draw_sheets
from tests.exports.test_documents import september
from tests.pages.small_lake import KUDUS, put, small_lake

WORDS = load_messages("id")
SPACE = "\N{NO-BREAK SPACE}"
NOW = datetime(2026, 9, 1)


def lake_of(folder: Path, *, months: int) -> LakeView:
    """Kudus over the last `months` months through September 2026."""
    place = small_lake(folder, without=("kepesertaan",))
    paid = {"kode_wilayah": KUDUS, "segmen": "RENTAN", "sumber_dana": "DBHCHT", "program": "JKK+JKM"}
    people = {0: 980} | {back: 974 - 10 * back for back in range(1, months)}
    rows: list[Mapping[str, object]] = [
        {**paid, "periode": add_months(NOW, -back), "peserta_aktif": number}
        for back, number in people.items()
    ]
    put(Lake(place), "kepesertaan", rows)
    return september(Lake(place))


def deck_of(view: LakeView) -> Deck:
    footing = footing_of(view, WORDS, state="v1", example=False)
    return build_deck(view, WORDS, footing=footing, outlines=None, judged=view.judged, wanted=("burn_up",))


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> LakeView:
    return lake_of(tmp_path_factory.mktemp("setahun"), months=13)


def test_it_says_what_is_needed_the_pace_of_six_months_and_when_the_usual_pace_arrives(
    view: LakeView,
) -> None:
    (slide,) = deck_of(view).slides

    assert slide.title == "Perlu tambahan 40 orang per bulan selama 3 bulan sampai Desember 2026."
    assert slide.lead.replace(SPACE, " ") == (
        "Laju enam bulan terakhir 11 orang per bulan: belum cukup. Perkiraan: pada laju yang lazim (bertambah 10 orang "
        "per bulan) target baru tercapai September 2027, 9 bulan sesudah batas waktu. Pada Desember 2026 diperkirakan "
        "1.010 orang (pita 80 %: 992 sampai 1.028)."
    )
    assert any("median perubahan bulanan setahun" in note for note in slide.notes)


def test_it_draws_the_figures_of_the_page_with_their_band(view: LakeView) -> None:
    (slide,) = deck_of(view).slides
    page = target_figures(view).ahead
    picture: Any = slide.picture
    drawn = {one.name: [value for value in one.values if value is not None] for one in picture.series}

    assert isinstance(picture, Lines)
    assert picture.band is not None
    assert drawn["Perkiraan pada laju lazim"] == [980 + 10 * step for step in range(13)]
    assert drawn["Perkiraan pada laju lazim"] == list(page["perkiraan"])
    edges = [
        [one for one in edge.values if one is not None] for edge in (picture.band.low, picture.band.high)
    ]
    assert edges == [list(page["bawah"]), list(page["atas"])]
    assert (edges[0][3], edges[1][3], edges[0][12], edges[1][12]) == (992, 1028, 1028, 1172)
    assert picture.months[-1] == datetime(2027, 9, 1)
    assert (1, len(picture.months) - 1, "September 2027") in picture.labels


def test_on_screen_the_band_is_filled_and_all_type_is_read_from_ten_metres(view: LakeView) -> None:
    (sheet,) = draw_sheets(deck_of(view), chart=None, look=Look(), occasion=NO_OCCASION)
    (corners,) = re.findall(r'<polygon points="([^"]+)"', sheet)

    assert len(corners.split()) == 2 * 13
    assert "Pita 80 %" in sheet.replace(SPACE, " ")
    assert min(int(size) for size in re.findall(r'font-size[:="]+(\d+)', sheet)) >= 24


def test_in_powerpoint_estimate_and_band_are_series_that_can_be_edited(view: LakeView) -> None:
    made: Any = Presentation(io.BytesIO(DOCUMENTS["slides"].write(deck_of(view))))
    slide = made.slides[0]
    (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    drawn = {one.name.replace(SPACE, " "): list(one.values) for one in chart.plots[0].series}
    book: Any = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))

    assert drawn["Perkiraan pada laju lazim"][-1] == 1100
    assert (drawn["Batas bawah pita 80 %"][-1], drawn["Batas atas pita 80 %"][-1]) == (1028, 1172)
    assert list(book.active.values)[-1] == (datetime(2027, 9, 1), None, 1100, None, None, 1028, 1172)
    assert "median perubahan bulanan setahun" in slide.notes_slide.notes_text_frame.text


def test_with_too_few_months_it_says_so_and_draws_no_line(tmp_path: Path) -> None:
    (slide,) = deck_of(lake_of(tmp_path, months=11)).slides
    picture: Any = slide.picture

    assert slide.lead.endswith("Belum ada perkiraan: baru 11 bulan lengkap, perlu 12.")
    assert [one.name for one in picture.series] == ["Peserta aktif", "Jalan lurus ke target", "Target"]
    assert picture.band is None
    assert not any("median" in note for note in slide.notes)
