"""An address at which there is no page."""

import pytest

from pages.parts.navigation import PAGES
from pages.parts.unknown_address import unknown_address_sheet


@pytest.mark.parametrize(("language", "said"), [("id", "tidak ada halaman"), ("en", "no page at")])
def test_an_unknown_address_is_answered_with_the_pages_there_are(language: str, said: str) -> None:
    sheet = unknown_address_sheet("umkm", language=language)

    assert "/umkm" in sheet
    assert said in sheet
    assert sheet.count('<li><a href="./') == len(PAGES)


def test_links_from_an_unknown_address_keep_the_language() -> None:
    assert 'href="./cakupan?bahasa=en"' in unknown_address_sheet("umkm", language="en")
    assert 'href="./cakupan"' in unknown_address_sheet("umkm", language="id")
