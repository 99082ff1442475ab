"""The line at the foot of a card: lowest at the bottom, highest on top, newest at the right."""

from urllib.parse import unquote

import pytest

from pages.parts.sparkline import sparkline


def test_the_line_runs_from_the_oldest_to_the_newest_between_lowest_and_highest() -> None:
    picture = unquote(sparkline([10, 30, 20], color="#0F766E"))

    assert picture.startswith("data:image/svg+xml,<svg")
    assert 'points="0.0,22.0 49.0,2.0 98.0,12.0"' in picture
    assert 'points="98.0,12.0 98.0,12.0"' in picture


def test_what_never_changes_is_a_level_line_and_one_value_is_none() -> None:
    assert 'points="0.0,12.0 98.0,12.0"' in unquote(sparkline([5, 5], color="#0F766E"))
    with pytest.raises(ValueError, match="two values"):
        sparkline([5], color="#0F766E")
