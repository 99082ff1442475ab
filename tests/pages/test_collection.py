"""The search for memory to free passes over what a server holds for good."""

from __future__ import annotations

import gc
from pathlib import Path

from tests.pages.conftest import OpenPage


def test_once_a_page_was_drawn_libraries_are_passed_over(open_page: OpenPage, example_lake: Path) -> None:
    open_page(example_lake, "guide")
    assert gc.get_freeze_count() > 100_000
    held = gc.get_freeze_count()

    open_page(example_lake, "guide")
    assert gc.get_freeze_count() <= held
