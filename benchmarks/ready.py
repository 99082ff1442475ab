"""The charts, cards and tables of the pages, taken ready-made from the application itself.

`floor.py` shows them without computing anything: what it takes is what Streamlit, Plotly and the browser take.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from jamsos_data.reference import load_reference
from pages.parts.navigation import existing_pages

DASHBOARD = str(Path(__file__).parents[1] / "dashboard.py")


def pages_with_charts(file: Path) -> tuple[str, ...]:
    """The addresses of the pages that :func:`write_ready_made` found charts on."""
    ready = json.loads(file.read_text(encoding="utf-8"))
    return tuple(url for url, areas in ready.items() if all(shown["figures"] for shown in areas.values()))


def measured_areas() -> dict[str, str]:
    """Code → name: the regency and its kecamatan."""
    reference = load_reference()
    return {code: reference.area_name(code) for code in (reference.kabupaten, *reference.kecamatan)}


def write_ready_made(lake: Path, file: Path, *, only: str | None = None) -> None:
    """Write page → area → `figures` (Plotly JSON), `cards` (title, value, change), `tables` (columns of texts).

    Of all pages with filters, or of the one at the address `only`.
    """
    os.environ["JAMSOS_LAKE"] = str(lake)
    filtered = {
        entry.url: entry.file.name
        for entry in existing_pages()
        if entry.filtered and only in (None, entry.url)
    }
    ready = {url: {code: _shown(page, code) for code in measured_areas()} for url, page in filtered.items()}
    file.write_text(json.dumps(ready), encoding="utf-8")


def _shown(page: str, area: str) -> dict[str, Any]:
    app = AppTest.from_file(DASHBOARD, default_timeout=60)
    app.query_params["wilayah"] = area
    app.run()
    if page != "summary.py":
        app.switch_page(f"pages/{page}").run()
    charts = app.get("plotly_chart")
    return {
        "figures": [chart.proto.spec for chart in charts],  # type: ignore[attr-defined]
        "cards": [[card.label, card.value, card.delta] for card in app.metric],
        "tables": [table.value.astype(str).to_dict("list") for table in app.dataframe],
    }
