"""Running `python -m jamsos_data` as a person or a scheduled job would: in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

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


def commit(lake: Path, file: TypedFile, folder: Path) -> None:
    """Write the file and commit it; every finding must already be in order."""
    constants = [part for name, value in file.stated.items() for part in ("--set", f"{name}={value}")]
    done = run("commit", str(file.write(folder)), "--lake", str(lake), *constants, "--author", "Uji")
    assert done.returncode == 0, done.stdout + done.stderr


def ask(lake: Path, command: str, month: str, *arguments: str) -> list[dict[str, Any]]:
    """The rows that `command` answers with for the regency in one month."""
    asked = ("--lake", str(lake), "--bulan", month, "--tingkat", "kabupaten", "--json")
    done = run(command, *asked, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)["rows"]
