"""Codes of the metrics have words in both languages, wherever they are shown."""

import pytest

from jamsos_data.messages import load_messages
from jamsos_data.metrics import completeness, coverage, denominators, premium_notes, targets, tariffs
from jamsos_data.metrics.note_text import note_texts
from jamsos_data.reference import load_reference
from jamsos_data.sentences.premiums import REMARKS, SAID_IN_CHART
from pages.parts.language import CATALOGUES

REASONS = (
    coverage.NO_DATA,
    coverage.UNMAPPED,
    denominators.MISSING,
    denominators.NOT_SEPARABLE,
    *sorted(completeness.TOO_SMALL),
    targets.NO_TARGET,
)
NOTES = (
    *premium_notes.NOTES,
    tariffs.NO_TARIFF,
    *tariffs.NEEDS.values(),
    *sorted(set(filter(str.isupper, load_reference().tarif["catatan"]))),
)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("code", NOTES)
def test_every_note_on_premiums_has_words(code: str, language: str) -> None:
    [text] = note_texts(code, load_messages(language))
    assert text != code


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("code", [code for code in premium_notes.NOTES if code not in SAID_IN_CHART])
def test_every_note_of_the_figures_is_a_remark_on_the_page(code: str, language: str) -> None:
    assert code in REMARKS
    assert f"premiums.remark.{code}" in load_messages(language, CATALOGUES)


def test_several_notes_are_told_one_by_one_and_one_of_an_uploaded_tariff_table_by_its_code() -> None:
    assert note_texts("PERLU_UPAH;KODE_BARU;SISA_INDUK", load_messages("en")) == [
        "some participants need wages",
        "KODE_BARU",
        "rest that is not broken down",
    ]
    assert note_texts("", load_messages("en")) == []


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("place", ["cli", "chart"])
@pytest.mark.parametrize("code", REASONS)
def test_every_reason_for_a_missing_percentage_has_words(code: str, place: str, language: str) -> None:
    assert f"{place}.reason.{code}" in load_messages(language, CATALOGUES)
