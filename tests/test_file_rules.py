"""The rules for suppliers: complete, in both languages, and as the declarations are now."""

from __future__ import annotations

from pathlib import Path

import pytest

from jamsos_data.datasets import DATASETS
from jamsos_data.file_rules import DOCUMENTS, checks_of, dataset_rules, file_rules
from jamsos_data.messages import load_messages
from jamsos_data.reference import load_reference

DOCS = Path(__file__).parents[1] / "docs"
LANGUAGES = ["id", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_written_rules_are_those_of_the_declarations(language: str) -> None:
    """`python -m jamsos_data templates --rules` writes them anew."""
    written = (DOCS / DOCUMENTS[language]).read_text(encoding="utf-8")
    assert written == file_rules(language=language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", DATASETS)
def test_each_column_stands_with_its_example_and_the_headers_it_goes_by(kind: str, language: str) -> None:
    lines = dataset_rules(kind, load_reference(), language=language).splitlines()
    for column in DATASETS[kind].columns:
        (line,) = [line for line in lines if f"(`{column.name}`)" in line]
        assert column.title.in_language(language) in line
        assert f"`{column.example}`" in line
        assert all(word in line for word in column.synonyms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_explained_without_a_placeholder(language: str) -> None:
    text = file_rules(language=language)
    for key in load_messages(language).keys("finding."):
        code = key.removeprefix("finding.")
        if code.isupper():
            assert f"| `{code}` |" in text
    assert "{" not in text


@pytest.mark.parametrize("kind", DATASETS)
def test_the_checks_of_a_data_set_are_findings(kind: str) -> None:
    known = load_messages("id").keys("finding.")
    assert all(f"finding.{code}" in known for code in checks_of(DATASETS[kind]))


def test_what_must_be_there_and_what_may_be_given_once_is_said() -> None:
    text = dataset_rules("kepesertaan", load_reference())
    month, people, paid = (
        next(line for line in text.splitlines() if f"(`{name}`)" in line)
        for name in ("periode", "peserta_aktif", "lunas_sampai")
    )
    assert "| wajib; boleh sekali untuk seluruh berkas |" in month
    assert "| wajib |" in people
    assert "| boleh kosong |" in paid
    assert "satu dari Tahun / Batas waktu" in dataset_rules("target", load_reference())
    assert "berarti “1”" in dataset_rules("iuran", load_reference())
