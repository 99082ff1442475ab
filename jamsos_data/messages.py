"""Sentences for people, kept apart from the code in gettext catalogues.

A folder of catalogues holds one folder per language (`id`, `en`) with any number of `.po` files,
which are merged. Message ids are keys such as ``finding.BARIS_KOSONG``; values are filled in with
``str.format``. Plural rules come from the catalogue header.
"""

from __future__ import annotations

import gettext
import io
from functools import cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

OWN_FOLDER = Path(__file__).parent / "messages"
LANGUAGES = ("id", "en")


class Messages:
    """The sentences of one language. Call it with a key and the values to fill in."""

    def __init__(self, language: str, translations: tuple[gettext.GNUTranslations, ...]) -> None:
        self.language = language
        self._translations = translations

    def __contains__(self, key: str) -> bool:
        return self._find(key, None) is not None

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence for `key` with `values` filled in; `n` chooses the plural form.

        Raises KeyError when no catalogue knows the key.
        """
        sentence = self._find(key, values.get("n"))
        if sentence is None:
            raise KeyError(f"no message {key!r} in language {self.language!r}")
        return sentence.format(**values)

    def _find(self, key: str, number: object) -> str | None:
        for translation in self._translations:
            if isinstance(number, int):
                plural = translation.ngettext(key, "", number)
                if plural not in (key, ""):
                    return plural
            sentence = translation.gettext(key)
            if sentence != key:
                return sentence
        return None


@cache
def load_messages(language: str, *folders: Path) -> Messages:
    """The messages of `language` from this package's own catalogues and those in `folders`.

    Raises ValueError for a language without catalogues.
    """
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}, expected one of {LANGUAGES}")
    files = [file for folder in (OWN_FOLDER, *folders) for file in sorted((folder / language).glob("*.po"))]
    return Messages(language, tuple(_read_catalogue(file) for file in files))


def _read_catalogue(file: Path) -> gettext.GNUTranslations:
    with file.open("rb") as stream:
        catalogue = read_po(stream, locale=file.parent.name)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
