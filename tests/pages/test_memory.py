"""What a server holds for good, and what it sets aside."""

from __future__ import annotations

import gc
from pathlib import Path

import pyarrow as pa

from tests.pages.conftest import OpenPage


def test_once_a_page_was_drawn_libraries_are_passed_over(open_page: OpenPage, example_lake: Path) -> None:
    open_page(example_lake, "guide")
    assert gc.get_freeze_count() > 100_000
    held = gc.get_freeze_count()

    open_page(example_lake, "guide")
    assert gc.get_freeze_count() <= held


def test_arrow_takes_its_memory_from_the_system(open_page: OpenPage, example_lake: Path) -> None:
    open_page(example_lake, "guide")
    assert pa.default_memory_pool().backend_name == "system"
