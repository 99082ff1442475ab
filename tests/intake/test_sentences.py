"""Every finding that intake can make has a sentence in both languages, and no sentence is left over."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.pofile import read_po

import jamsos_data.intake
from jamsos_data.reference import load_reference

FOLDER = Path(jamsos_data.intake.__file__).parent
NOT_FINDINGS = {
    "TEKS",
    "PDF",
    "HTML",
    "BINER",
    "SEMUA",
    "TIDAK_DIRINCI",
    "APBDES",
    "DANA_DESA",
    "JAKON",
    "UMKM",
}


def _made() -> set[str]:
    source = "\n".join(file.read_text(encoding="utf-8") for file in sorted(FOLDER.rglob("*.py")))
    named = set(re.findall(r'"([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)"', source))
    return named - NOT_FINDINGS - set(load_reference().codes("ambang")) | {"DANA_DESA"}


def _known(language: str) -> set[str]:
    keys: list[str] = []
    for file in sorted((FOLDER.parent / "messages" / language).glob("intake*.po")):
        with file.open("rb") as stream:
            ids = [message.id for message in read_po(stream) if message.id]
            keys += [key if isinstance(key, str) else key[0] for key in ids]
    return {key.removeprefix("finding.") for key in keys if re.fullmatch(r"finding\.[A-Z0-9_]+", key)}


def test_codes_and_sentences_agree_in_both_languages() -> None:
    assert _known("id") == _known("en")
    assert _made() == _known("id")
