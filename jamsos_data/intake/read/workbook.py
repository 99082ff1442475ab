"""Reads XLSX, XLSB, XLS and ODS into sheets of text, through a parser that runs in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import python_calamine

from jamsos_data.intake.read.cells import RawSheet, text_frame
from jamsos_data.intake.read.extent import Extent
from jamsos_data.intake.report import Refusal

_PARSER = Path(__file__).with_name("parser.py")
_LIBRARY = str(Path(python_calamine.__file__).parents[1])
# A busy machine gives a process little of its time; only where seconds of work cannot be limited they count alone.
_PATIENCE = 10 if sys.platform != "win32" else 2


def read_workbook(content: bytes, extent: Extent) -> tuple[RawSheet, ...]:
    """All worksheets of a workbook, hidden ones marked. Raises Refusal when it cannot be opened."""
    answer = _parse(content, extent)
    if "password" in answer:
        raise Refusal("BERKAS_BERSANDI")
    return tuple(_raw_sheet(**sheet) for sheet in answer["sheets"])


def _parse(content: bytes, extent: Extent) -> dict[str, Any]:
    """What the parser answers. It gets the file through a pipe: people's data never touches the disk."""
    command = [sys.executable, "-P", "-S", "-s", str(_PARSER), str(extent.memory), str(extent.seconds)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and the file is no part of the command
            command,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": _LIBRARY, "RUST_BACKTRACE": "0"},
            timeout=_PATIENCE * extent.seconds,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise Refusal("BERKAS_RUSAK") from None
    if done.returncode:
        raise Refusal("BERKAS_RUSAK")
    return json.loads(done.stdout)


def _raw_sheet(
    *,
    name: str,
    hidden: bool,
    numbers: list[int],
    first_column: int,
    columns: list[list[str]],
    merged: list[list[int]],
) -> RawSheet:
    cells = text_frame(columns, numbers, first_column)
    cells = cells[(cells != "").any(axis=1)] if len(cells) else cells
    ranges = tuple((top, left, bottom, right) for top, left, bottom, right in merged)
    return RawSheet(name, cells, ranges, hidden)
