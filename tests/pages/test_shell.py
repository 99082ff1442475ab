"""The front door, the catalogues, and who may upload."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from jamsos_data.messages import LANGUAGES, load_messages
from pages.parts import access
from pages.parts.language import CATALOGUES
from pages.parts.navigation import PAGES, existing_pages
from tests.pages.conftest import ROOT, OpenPage, shown_text
from tests.pages.small_lake import small_lake

EACH_PAGE = pytest.mark.parametrize("name", [entry.name for entry in existing_pages()])


@EACH_PAGE
def test_a_page_file_run_by_itself_shows_nothing(
    name: str, example_lake: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAMSOS_LAKE", str(example_lake))
    app = AppTest.from_file(str(ROOT / "pages" / f"{name}.py"), default_timeout=180).run()

    assert not app.exception
    assert len(app.main) == 0
    assert len(app.sidebar) == 0


@EACH_PAGE
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_opens_without_failing_on_the_example(
    open_page: OpenPage, example_lake: Path, name: str, language: str
) -> None:
    app = open_page(example_lake, name, bahasa=language)

    assert not app.exception
    assert not app.error
    assert app.title[0].value == load_messages(language, CATALOGUES)(f"page.{name}.title")


@EACH_PAGE
def test_every_page_opens_without_failing_on_an_empty_lake(
    open_page: OpenPage, tmp_path: Path, name: str
) -> None:
    app = open_page(tmp_path / "kosong", name)

    assert not app.exception
    assert not app.error
    assert len(shown_text(app)) > len(app.title[0].value)


def test_all_pages_of_the_design_are_there() -> None:
    assert [entry.url for entry in existing_pages()] == [entry.url for entry in PAGES]


def test_both_languages_have_the_same_sentences() -> None:
    keys = {
        language: {
            line
            for file in (CATALOGUES / language).glob("*.po")
            for line in file.read_text(encoding="utf-8").splitlines()
            if line.startswith("msgid ")
        }
        for language in LANGUAGES
    }

    assert keys["id"] == keys["en"]


@pytest.mark.parametrize(
    "address, allowed", [("localhost", True), ("127.0.0.1", True), ("0.0.0.0", False), (None, False)]
)
def test_a_server_that_others_reach_takes_no_uploads_without_login(
    monkeypatch: pytest.MonkeyPatch, address: str | None, allowed: bool
) -> None:
    monkeypatch.setattr(access.st, "get_option", {"server.address": address}.__getitem__)
    monkeypatch.setattr(access, "login_required", lambda: False)

    answer = access.upload_access()

    assert answer.allowed is allowed
    assert allowed or "[auth]" in load_messages("id", CATALOGUES)(answer.reason)


def test_a_link_that_names_what_is_not_there_says_so_in_one_line(open_page: OpenPage, tmp_path: Path) -> None:
    place = small_lake(tmp_path)
    app = open_page(place, wilayah="99", bulan="1999-01")
    known = open_page(place, wilayah="33.19.04", segmen="SEMUA", sumber="TIDAK_DIRINCI")

    assert [warning.value for warning in app.warning] == [
        "Tautan ini menyebut wilayah dan bulan yang tidak dikenal, jadi yang ditampilkan Kudus, September 2026."
    ]
    assert not known.warning


def test_the_empty_page_offers_the_example_inside_its_frame(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(tmp_path / "kosong")
    (frame,) = [block for block in app.main.children.values() if _has_button(block)]

    assert any("Belum ada data kepesertaan" in text.value for text in frame.markdown)


def _has_button(block: Any) -> bool:
    return hasattr(block, "button") and any(button.key == "load_example" for button in block.button)
