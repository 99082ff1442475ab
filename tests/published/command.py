"""Running the commands of `python -m jamsos_data` as a person or a scheduled job would."""

import io
import json
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from itertools import groupby
from pathlib import Path
from typing import Any

from jamsos_data.cli import main
from tests.published.files import TypedFile


def commit(lake: Path, files: Iterable[TypedFile], folder: Path) -> None:
    """Write the files and commit them, in one command while what is stated stays the same; all must be in order."""
    for constants, group in groupby(files, key=lambda file: file.stated):
        paths = [str(file.write(folder)) for file in group]
        stated = [part for name, value in constants.items() for part in ("--set", f"{name}={value}")]
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            status = main(["commit", *paths, "--lake", str(lake), *stated, "--author", "Uji"])
        assert status == 0, said.getvalue()


def ask(lake: Path, command: str, month: str, *arguments: str) -> list[dict[str, Any]]:
    """The rows that `command` answers with for the regency in one month; asked without another process."""
    asked = ("--lake", str(lake), "--bulan", month, "--tingkat", "kabupaten", "--json")
    answer = io.StringIO()
    with redirect_stdout(answer):
        status = main([command, *asked, *arguments])
    assert status == 0
    return json.loads(answer.getvalue())["rows"]
