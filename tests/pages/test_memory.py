"""What a server holds for good, and what it sets aside."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa

from pages.parts.memory import give_back
from tests.pages.conftest import OpenPage

ROOT = Path(__file__).parents[2]


def test_once_a_page_was_drawn_libraries_are_passed_over(open_page: OpenPage, example_lake: Path) -> None:
    open_page(example_lake, "guide")
    assert gc.get_freeze_count() > 100_000
    held = gc.get_freeze_count()

    open_page(example_lake, "guide")
    assert gc.get_freeze_count() <= held


def test_arrow_takes_its_memory_from_the_system(open_page: OpenPage, example_lake: Path) -> None:
    open_page(example_lake, "guide")
    assert pa.default_memory_pool().backend_name == "system"


def held_megabytes() -> float:
    """What the process holds of the machine's memory right now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def test_what_was_freed_between_what_is_held_is_given_back_to_the_system() -> None:
    pieces = [bytes(64 * 1024) for _ in range(1600)]  # 105 MB
    kept = pieces[::100]
    del pieces
    used = held_megabytes()
    give_back()
    assert held_megabytes() < used - 50
    assert len(kept) == 16


def test_pages_are_drawn_without_what_only_files_need() -> None:
    script = (
        "import sys\n"
        "from pages.parts import ahead, coverage_sections, downloads, page, sidebar, tables\n"
        "print(sorted({'jinja2', 'openpyxl', 'pandera', 'pptx', 'xlsxwriter'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
