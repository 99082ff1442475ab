"""What the start document asks for at once."""

from pages.parts.document import page_document
from pages.parts.preloads import COMPONENTS


def test_the_document_asks_for_charts_tables_and_choices_and_what_they_import() -> None:
    document = page_document("id")
    links = [line for line in document.splitlines() if 'fetchpriority="low"' in line]

    assert all(any(f"/js/{component}." in link for link in links) for component in COMPONENTS)
    assert any("/js/arrowFormatUtils." in link for link in links)  # imported by the code of tables


def test_no_file_is_asked_for_twice() -> None:
    files = [part.split('"')[0] for part in page_document("id").split("./static/js/")[1:]]

    assert len(files) == len(set(files))
