"""The document in which the browser starts."""

import pytest

from pages.parts.document import page_document


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_document_names_its_language_and_the_address_of_its_server(language: str) -> None:
    document = page_document(language)

    assert f'<html lang="{language}">' in document
    assert "BACKEND_BASE_URL" in document
    assert '<div id="root">' in document
