"""What tests of the page Simulasi share."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import shown_text

SPACE = "\N{NO-BREAK SPACE}"
ALL_OF_THEM = (
    "segmen-BPU~wilayah-33.19.04,33.19.06~sasaran-penuh~mulai-2026-10~bulan-3~sumber-DBHCHT:50,MANDIRI:50"
)


def text_of(app: AppTest) -> str:
    """All sentences on the page, with plain spaces."""
    return shown_text(app).replace(SPACE, " ")


def scenario(app: AppTest, letter: str) -> str:
    """The code of a scenario in the address."""
    given = app.query_params.get(f"skenario_{letter}", "")
    return given if isinstance(given, str) else "".join(given)
