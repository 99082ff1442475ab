"""Sentences for people, kept apart from the code in gettext catalogues.

A folder of catalogues holds one folder per language (`id`, `en`) with any number of `.po` files,
which are merged. Message ids are keys such as ``finding.BARIS_KOSONG``; values are filled in with
``str.format``. Plural rules come from the catalogue header.
"""

from __future__ import annotations

import gettext
import io
import re
from functools import cache, lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

OWN_FOLDER = Path(__file__).parent / "messages"
LANGUAGES = ("id", "en")
SENTENCES_KEPT = 5_000
_PLACEHOLDER = re.compile(r"\{(\w+)(?:![rs])?\}")


class Messages:
    """The sentences of one language. Call it with a key and the values to fill in."""

    def __init__(
        self,
        language: str,
        translations: tuple[gettext.GNUTranslations, ...],
        keys: frozenset[str] = frozenset(),
    ) -> None:
        self.language = language
        self._translations = translations
        self._keys = keys
        self._found = lru_cache(maxsize=SENTENCES_KEPT)(self._look_up)

    def keys(self, start: str = "") -> tuple[str, ...]:
        """All keys that begin with `start`, in order."""
        return tuple(sorted(key for key in self._keys if key.startswith(start)))

    def sample(self, key: str, /, **values: str) -> str:
        """The sentence for `key` as it reads in general: "…" for every value but `values`, and no place before it.

        Raises KeyError when no catalogue knows the key.
        """
        sentence = self._known(key, 2)
        text = _PLACEHOLDER.sub(lambda found: values.get(found[1], "…"), sentence.removeprefix("{place}: "))
        return text[0].upper() + text[1:]

    def placeholders(self, key: str) -> frozenset[str]:
        """The names of the values that the sentence for `key` takes. Raises KeyError for an unknown key."""
        return frozenset(_PLACEHOLDER.findall(self._known(key, 2)))

    def __contains__(self, key: str) -> bool:
        return self._find(key, None) is not None

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence for `key` with `values` filled in; `n` chooses the plural form.

        Raises KeyError when no catalogue knows the key.
        """
        return self._known(key, values.get("n")).format(**values)

    def _known(self, key: str, number: object) -> str:
        sentence = self._find(key, number)
        if sentence is None:
            raise KeyError(f"no message {key!r} in language {self.language!r}")
        return sentence

    def _find(self, key: str, number: object) -> str | None:
        return self._found(key, number if isinstance(number, int) else None)

    def _look_up(self, key: str, number: int | None) -> str | None:
        for translation in self._translations:
            if number is not None:
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
    catalogues = [_read_catalogue(file) for file in files]
    keys = frozenset(
        message.id if isinstance(message.id, str) else message.id[0]
        for catalogue in catalogues
        for message in catalogue
        if message.id
    )
    return Messages(language, tuple(map(_compile, catalogues)), keys)


def _read_catalogue(file: Path) -> Catalog:
    with file.open("rb") as stream:
        return read_po(stream, locale=file.parent.name)


def _compile(catalogue: Catalog) -> gettext.GNUTranslations:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
