"""What the first visit costs on the line: code comes compressed, is kept by the browser, and is the same code."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.request import Request, urlopen

from playwright.sync_api import expect
from streamlit.file_util import get_static_dir

from tests.browser.conftest import Watched

FIRST_VISIT_BYTES = 3_000_000


def test_code_comes_compressed_to_those_who_can_read_it_and_is_the_same(server: str) -> None:
    file = max(Path(get_static_dir(), "static", "js").glob("*.js"), key=lambda path: path.stat().st_size)
    address = f"{server}/static/js/{file.name}"

    with urlopen(Request(address, headers={"Accept-Encoding": "gzip, br"})) as answer:
        content = answer.read()
        assert answer.headers["Content-Encoding"] == "gzip"
        assert "immutable" in answer.headers["Cache-Control"]
        assert gzip.decompress(content) == file.read_bytes()
        assert len(content) < file.stat().st_size / 3
    with urlopen(Request(address, headers={"Accept-Encoding": "identity"})) as answer:
        assert "Content-Encoding" not in answer.headers
        assert answer.read() == file.read_bytes()


def test_the_first_visit_takes_less_than_three_megabytes(watched: Watched, server: str) -> None:
    page = watched.page
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))

    page.goto(server)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    expect(page.locator(".stDataFrame canvas").first).to_be_attached()
    page.wait_for_load_state("networkidle")

    assert 1_000_000 < sum(sizes) <= FIRST_VISIT_BYTES
