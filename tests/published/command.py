"""Running `python -m jamsos_data` as a person or a scheduled job would: in a process of its own."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from contextlib import redirect_stdout
from itertools import groupby
from pathlib import Path
from typing import Any

from jamsos_data.cli import main
from tests.published.files import TypedFile

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one command; nothing of the surroundings decides about the lake or the language."""
    surroundings = {key: value for key, value in os.environ.items() if key != "JAMSOS_LAKE"}
    return subprocess.run(
        [sys.executable, "-m", "jamsos_data", *arguments],
        cwd=ROOT,
        env=surroundings | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


def commit(lake: Path, files: Iterable[TypedFile], folder: Path) -> None:
    """Write the files and commit them, in one command while what is stated stays the same; all must be in order."""
    for constants, group in groupby(files, key=lambda file: file.stated):
        paths = [str(file.write(folder)) for file in group]
        stated = [part for name, value in constants.items() for part in ("--set", f"{name}={value}")]
        done = run("commit", *paths, "--lake", str(lake), *stated, "--author", "Uji")
        assert done.returncode == 0, done.stdout + done.stderr


def ask(lake: Path, command: str, month: str, *arguments: str) -> list[dict[str, Any]]:
    """The rows that `command` answers with for the regency in one month; asked without another process."""
    asked = ("--lake", str(lake), "--bulan", month, "--tingkat", "kabupaten", "--json")
    answer = io.StringIO()
    with redirect_stdout(answer):
        status = main([command, *asked, *arguments])
    assert status == 0
    return json.loads(answer.getvalue())["rows"]
