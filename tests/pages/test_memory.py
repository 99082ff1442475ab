"""What a server holds for good, and what it sets aside."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

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


def test_pages_are_drawn_without_what_only_files_need(example_lake: Path) -> None:
    script = (
        "import sys\n"
        "from streamlit.testing.v1 import AppTest\n"
        "assert not AppTest.from_file('dashboard.py', default_timeout=60).run().exception\n"
        "print(sorted({'jinja2', 'openpyxl', 'pandera', 'PIL.Image', 'pptx', 'xlsxwriter'} & set(sys.modules)))\n"
    )
    assert _run(script, JAMSOS_LAKE=str(example_lake)).stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(sys.platform != "linux", reason="a matter of glibc")
def test_threads_take_their_memory_together() -> None:
    script = (
        "import ctypes, sys, threading\n"
        "from pages.parts.memory import set_nothing_aside\n"
        "set_nothing_aside()\n"
        "started = threading.Barrier(9)\n"
        "def take():\n"
        "    ctypes.CDLL(None).malloc(1000)\n"
        "    started.wait()\n"
        "    started.wait()\n"
        "for _ in range(8):\n"
        "    threading.Thread(target=take).start()\n"
        "started.wait()\n"
        "ctypes.CDLL(None).malloc_stats()\n"
        "started.wait()\n"
    )
    assert _run(script).stderr.count("Arena ") <= 2  # that of the start, and one that was there before


def _run(script: str, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script]
    environment = {**os.environ, **settings, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
