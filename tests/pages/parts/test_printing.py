"""What is put on paper is text, whatever it holds."""

from __future__ import annotations

from pages.parts.printing import css_text, printed_table


def test_no_text_ends_the_style_sheet_that_carries_it() -> None:
    assert css_text('a"}</b> é') == '"a\\22 \\7d \\3c \\2f b\\3e  é"'


def test_no_cell_ends_the_attribute_that_carries_it() -> None:
    written = printed_table(["Desa", "Orang"], [['"><b>Bae</b>', "12"]], numeric=[False, True])

    assert "<b>" not in written
    assert written.count('"') == 6  # of three attributes
