"""Codes of the metrics have words in both languages, wherever they are shown."""

import pytest

from jamsos_data.messages import load_messages
from jamsos_data.metrics import completeness, coverage, denominators, targets
from pages.parts.language import CATALOGUES

REASONS = (
    coverage.NO_DATA,
    coverage.UNMAPPED,
    denominators.MISSING,
    denominators.NOT_SEPARABLE,
    *sorted(completeness.TOO_SMALL),
    targets.NO_TARGET,
)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("place", ["cli", "chart"])
@pytest.mark.parametrize("code", REASONS)
def test_every_reason_for_a_missing_percentage_has_words(code: str, place: str, language: str) -> None:
    assert f"{place}.reason.{code}" in load_messages(language, CATALOGUES)
