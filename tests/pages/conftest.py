"""Opening the application in Streamlit's own test harness, over a lake of the test's choice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jamsos_data.lake import Lake
from tests.pages.uploading import lake_with, people_in

ROOT = Path(__file__).parents[2]

OpenPage = Callable[..., AppTest]


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> OpenPage:
    """A function ``open_page(lake, page="coverage", bulan="2026-03", …)``: the app after that link was opened.

    The harness knows the pages after a first run only; that one looks at an empty lake, which costs nothing.
    """

    def open_it(lake: Path, page: str = "summary", **address: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=180)
        for name, code in address.items():
            app.query_params[name] = code
        if page != "summary":
            monkeypatch.setenv("JAMSOS_LAKE", str(tmp_path_factory.getbasetemp() / "lake_of_nothing"))
            app.run()
            app.switch_page(f"pages/{page}.py")
        monkeypatch.setenv("JAMSOS_LAKE", str(lake))
        return app.run()

    return open_it


@pytest.fixture
def september(tmp_path: Path) -> Lake:
    """A lake with one month of two desa."""
    rows = [
        people_in(desa, number, month="September 2026")
        for desa, number in (("Kalirejo", 20), ("Wonosoco", 10))
    ]
    return lake_with(tmp_path, *rows)


def shown_text(app: AppTest) -> str:
    """All sentences on the page: titles, text, captions, metrics, messages, links."""
    kinds = (app.title, app.header, app.markdown, app.caption, app.error, app.warning, app.info)
    texts = [str(element.value) for kind in kinds for element in kind]
    figures = [f"{metric.label}: {metric.value}" for metric in app.metric]
    links = [link.proto.label for link in app.get("page_link")]  # type: ignore[attr-defined]
    return "\n".join([*texts, *figures, *links])
