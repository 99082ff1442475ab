"""A really started server for measurements, and how much memory it holds."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

ROOT = Path(__file__).parents[1]
STARTS_WITHIN_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running server: its address and its process number."""

    address: str
    process: int

    def megabytes(self) -> float:
        """The memory that it holds now (Linux only: elsewhere 0)."""
        status = Path(f"/proc/{self.process}/status")
        if not status.is_file():
            return 0.0
        return int(status.read_text(encoding="utf-8").split("VmRSS:")[1].split()[0]) / 2**10


@contextmanager
def run_server(script: str, **environment: str) -> Iterator[Server]:
    """Start `script` on a free port with `environment` added, and end it afterwards."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    settings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    started = subprocess.Popen(
        command, cwd=ROOT, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        address = f"http://localhost:{port}"
        _wait_until_healthy(address)
        yield Server(address, started.pid)
    finally:
        started.terminate()
        started.wait(timeout=30)


def _wait_until_healthy(address: str) -> None:
    deadline = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError("the server did not start")
