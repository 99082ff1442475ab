"""What needs attention on slides and in the report: what was marked as handled is not shown as open there.

Of eight findings one is handled (Kaliwungu without data), one came back and is new since the meeting (Undaan).
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pypdf import PdfReader

from jamsos_data.cli import main
from jamsos_data.lake import Lake
from jamsos_data.lake.attention_marks import remove_marks
from jamsos_data.lake_view import LakeView
from jamsos_data.messages import load_messages
from jamsos_data.slides.deck import build_deck
from jamsos_data.slides.scene import footing_of
from jamsos_data.slides.slide import Slide
from tests.exports.test_documents import september, texts_of
from tests.pages.conftest import OpenPage, open_page
from tests.pages.small_lake import noted_lake
from tests.pages.test_presentation import shown_stage

__all__ = ["open_page"]
WORDS = load_messages("id")
NOTED = "1 di antaranya baru sejak rapat terakhir. 1 temuan lain sudah ditangani."
HANDLED = "Kecamatan Kaliwungu belum mempunyai data kepesertaan"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return noted_lake(tmp_path_factory.mktemp("ditandai"))


def slide_of(view: LakeView) -> Slide:
    footing = footing_of(view, WORDS, state="v1", example=False)
    deck = build_deck(view, WORDS, footing=footing, outlines=None, judged=view.judged, wanted=("attention",))
    return deck.slides[0]


def test_it_counts_and_lists_what_is_open_says_how_many_are_handled_and_marks_news(place: Path) -> None:
    slide = slide_of(september(Lake(place)))

    assert slide.title == "Tujuh hal perlu perhatian, satu di antaranya mendesak"
    assert slide.lead == NOTED
    assert slide.caption == "Masih ada dua temuan lain; semuanya di tabel."
    assert [point.tag for point in slide.points] == ["Baru", "", "", "", ""]
    assert not any(HANDLED in line for line in (*(point.text for point in slide.points), *slide.notes))
    assert slide.table is not None
    states = list(slide.table.frame["keadaan"])
    assert states[0].startswith("Baru · Muncul lagi karena ukurannya naik dari 100 orang menjadi 180 orang.")
    assert states[1:7] == ["Terbuka"] * 6
    assert states[7] == "Ditangani Sri *W*, 14 Oktober 2026: Dibahas TAPD."


def test_as_it_stood_before_the_marks_all_of_them_were_open(place: Path) -> None:
    slide = slide_of(replace(september(Lake(place)), moment=datetime(2026, 10, 1, tzinfo=UTC)))

    assert slide.title.startswith("Delapan hal perlu perhatian")
    assert slide.lead == ""
    assert slide.table is not None
    assert "keadaan" not in slide.table.columns


def test_the_command_line_takes_the_marks_from_the_lake(place: Path, tmp_path: Path) -> None:
    for name, file in (("slides", "rapat.pptx"), ("report", "laporan.pdf")):
        assert main([name, "--lake", str(place), "--out", str(tmp_path / file)]) == 0
    slides: Any = Presentation(str(tmp_path / "rapat.pptx")).slides
    (attention,) = [one for one in slides if one.shapes.title.text.startswith("Tujuh hal")]
    report = " ".join(
        " ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "laporan.pdf").pages
    )

    assert NOTED in texts_of(attention)
    assert "Baru · " in texts_of(attention)
    assert HANDLED not in texts_of(attention)
    assert NOTED in report
    assert "Ditangani Sri *W*, 14 Oktober 2026: Dibahas TAPD." in report


def test_the_screen_shows_the_same_and_follows_a_mark(
    place: Path, open_page: OpenPage, tmp_path: Path
) -> None:
    own = Path(shutil.copytree(place, tmp_path / "data"))
    app = open_page(own, "presentation", mulai="ya", slide="attention")

    def shown() -> str:
        stage = shown_stage(app)
        return stage["slides"][0]["html"] if stage else ""

    html = shown()
    assert "Tujuh hal" in html
    assert NOTED in html
    assert '<b class="tag">Baru</b>' in html
    assert HANDLED not in html

    silent = "KECAMATAN_TANPA_DATA|33.19.01|wilayah=33.19.01|bulan=2026-09"
    remove_marks(str(own), [silent], author="Sri")
    app.run()
    assert "Delapan hal" in shown()
