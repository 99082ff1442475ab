"""The village sheet: nothing on it keeps anybody out, and on paper it is one upright A4 sheet with all rows."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.test_access import barriers
from tests.browser.test_shell import settle

A4_UPRIGHT = (595, 842)  # points


def test_a_village_can_be_read_by_anybody_and_is_printed_on_one_upright_sheet(
    server: str, page: Page
) -> None:
    page.goto(f"{server}/desa?kode=33.19.04.2003")
    settle(page)
    expect(page.get_by_text("Desa Kalirejo, Kecamatan Undaan")).to_be_visible()
    page.locator(".st-key-village_trend .main-svg").first.wait_for()
    found, _ = barriers(page)
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = paper.pages[0].extract_text()

    assert found == []
    assert len(paper.pages) == 1
    box = paper.pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(A4_UPRIGHT, abs=1)
    for part in (
        "33.19.04.2003",
        "Peserta menurut segmen",
        "Buruh tani",
        "Siapa yang membayar",
        "Bagi hasil pajak",
    ):
        assert part in text
