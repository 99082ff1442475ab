"""A parser at work on one workbook, in a process of its own, so that a damaged file can hang or abort nobody else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self

import python_calamine

from jamsos_data.intake.read.extent import Extent

_PARSER = Path(__file__).with_name("parser.py")
_LIBRARY = str(Path(python_calamine.__file__).parents[1])
# A busy machine gives a process little of its time; only where seconds of work cannot be limited they count alone.
_PATIENCE = 10 if sys.platform != "win32" else 2


class Parsing:
    """Starts at once, within the limits of `extent`, and ends with its block at the latest.

    It gets the file through a pipe: people's data never touches the disk.
    """

    def __init__(self, content: bytes, extent: Extent) -> None:
        self._seconds = _PATIENCE * extent.seconds
        self._answer: bytes | None = None
        command = [sys.executable, "-P", "-S", "-s", str(_PARSER), str(extent.memory), str(extent.seconds)]
        self._process = subprocess.Popen(  # noqa: S603 - our own program, and the file is no part of the command
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=dict(os.environ, PYTHONPATH=_LIBRARY, RUST_BACKTRACE="0"),
            creationflags=subprocess.CREATE_NO_WINDOW if sys.platform == "win32" else 0,
        )
        self._thread = Thread(target=self._talk, args=(content,))
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._thread.join()

    def answer(self) -> bytes | None:
        """What the parser says, see `parser.py`; None when it gave the file up."""
        self._thread.join()
        return self._answer

    def _talk(self, content: bytes) -> None:
        with self._process as process:
            try:
                said, _ = process.communicate(content, timeout=self._seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                return
        if not process.returncode:
            self._answer = said
