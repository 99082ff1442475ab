"""A really started server and a real Chromium, once per session; a fresh browser context per test."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlparse

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.browser.chromium import ARGUMENTS, find_chromium

ROOT = Path(__file__).parents[2]
STARTS_WITHIN_SECONDS = 180
PATIENCE_MILLISECONDS = 90_000  # a slow machine is no failure
expect.set_options(timeout=PATIENCE_MILLISECONDS)

LAPTOP: ViewportSize = {"width": 1366, "height": 768}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder carries the marker `browser`."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@contextmanager
def run_server(lake: Path, **environment: str) -> Iterator[str]:
    """Start the application on a free port over `lake` and give its address; end it afterwards.

    `environment` is added to the server's own.
    """
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    log = lake.parent / f"server-{port}.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "JAMSOS_LAKE": str(lake), **environment},
            stdout=output,
            stderr=output,
        )
    try:
        address = f"http://localhost:{port}"
        _wait_until_healthy(address, server, log)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=120)


def _wait_until_healthy(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"the server did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")


@pytest.fixture(scope="session")
def server(example_lake: Path) -> Iterator[str]:
    """The address of a server over the example data. Only to be looked at."""
    with run_server(example_lake) as address:
        yield address


@pytest.fixture
def own_server(own_lake: Path) -> Iterator[str]:
    """The address of a freshly started server over a copy of the example data (`own_lake`)."""
    with run_server(own_lake) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    assert path, "no Chromium found: run `make test`, or install one"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@dataclass
class Watched:
    """A browser page, with what it asked for and complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def over(cls, page: Page) -> Watched:
        """Begin to watch `page`."""
        watched = cls(page)
        page.on("request", lambda request: watched.requests.append(request.url))
        page.on("websocket", lambda socket: watched.requests.append(socket.url))
        page.on("console", watched.note_console)
        page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        return watched

    def forget(self) -> None:
        """Begin anew."""
        self.requests.clear()
        self.complaints.clear()

    def hosts(self) -> set[str]:
        """The hosts that were asked for anything."""
        return {urlparse(url).hostname or "" for url in self.requests if url.startswith(("http", "ws"))}

    def note_console(self, message: ConsoleMessage) -> None:
        """Remember errors that the browser wrote to its console."""
        if message.type == "error":
            self.complaints.append(f"{message.text} ({message.location})")


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Watched]:
    """A page in a context of its own, on a laptop screen, with what it asks for noted."""
    context = chromium.new_context(viewport=LAPTOP, locale="id-ID", accept_downloads=True)
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    yield Watched.over(context.new_page())
    context.close()


@pytest.fixture(scope="session")
def office(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser that has been here before, so that it keeps Streamlit's ten megabytes of code."""
    context = chromium.new_context(viewport=LAPTOP, locale="id-ID", accept_downloads=True)
    context.set_default_timeout(PATIENCE_MILLISECONDS)
    yield context
    context.close()


@pytest.fixture
def page(office: BrowserContext) -> Iterator[Page]:
    """A new tab on a laptop screen, for tests that only look at what is shown."""
    page = office.new_page()
    yield page
    page.close()
