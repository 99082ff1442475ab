"""The guides for officials: their pictures are there and light, and buttons are called as on the screen."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

from jamsos_data.messages import load_messages
from pages.parts.language import CATALOGUES

DOCS = Path(__file__).parents[1] / "docs"
GUIDES = {"id": DOCS / "panduan.md", "en": DOCS / "guide.md"}
WIDTH = 1366  # px
LARGEST = 200_000  # bytes: the guide opens on a weak network, too
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PICTURE = re.compile(r"!\[[^]]+\]\((pictures/[^)]+)\)")
# What a reader is told to look for, by the message that writes it on the screen.
NAMED = {
    "id": [
        "example.leave",
        "table.of_chart",
        "chart.picture",
        "upload.save",
        "upload.undo",
        "upload.marked",
        "presentation.start",
        "upload.fix",
        "upload.all_or_nothing",
        "upload.accept.warning",
        "upload.mode.replace",
        "upload.templates.rows",
        "upload.layout.open",
        "upload.people",
        "upload.people.forget",
        "history.undo",
        "history.look",
        "history.back",
        "download.slides",
        "download.tables",
        "download.report",
        "simulation.obstacles",
        "simulation.sharing",
        "attention.meeting.today",
        "attention.mark.open",
        "attention.mark.undo",
        "attention.rules.open",
        "quality.letters",
    ],
    "en": [
        "example.leave",
        "table.of_chart",
        "chart.picture",
        "attention.meeting.today",
        "attention.mark.open",
    ],
}
PAGES_OF_FIGURES = ("summary", "coverage", "targets", "premiums", "simulation", "attention", "quality")


def text_of(language: str) -> str:
    return " ".join(GUIDES[language].read_text("utf-8").split())


@pytest.mark.parametrize("language", GUIDES)
def test_a_guide_names_pages_and_buttons_as_the_screen_does(language: str) -> None:
    words, text = load_messages(language, CATALOGUES), text_of(language)
    pages = [f"page.{name}.title" for name in PAGES_OF_FIGURES]
    named = [words(key) for key in (*NAMED[language], *pages)]

    assert [label for label in named if label not in text] == []


@pytest.mark.parametrize("language", GUIDES)
def test_what_a_guide_links_to_is_there(language: str) -> None:
    links = LINK.findall(GUIDES[language].read_text("utf-8"))

    assert links
    assert [link for link in links if not (DOCS / link).resolve().exists()] == []


def test_every_picture_is_used_as_wide_as_the_screen_and_light() -> None:
    files = {f"pictures/{file.name}": file.read_bytes() for file in (DOCS / "pictures").glob("*.png")}
    used = {picture for guide in GUIDES.values() for picture in PICTURE.findall(guide.read_text("utf-8"))}

    assert used == files.keys()
    for name, content in files.items():
        (width,) = struct.unpack(">I", content[16:20])
        assert (name, width) == (name, WIDTH)
        assert len(content) <= LARGEST, name
