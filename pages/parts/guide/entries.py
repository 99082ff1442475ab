"""Entries of the guide: a title, a text, and the section where they stand; and finding them by words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from pages.parts.language import words


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that can be looked up. `text` is Markdown, `section` the key of the tab, `terms` further words."""

    title: str
    text: str
    section: str
    terms: str = ""


def find_entries(entries: Iterable[Entry], query: str) -> tuple[Entry, ...]:
    """The entries in which every word of `query` begins some word; those with a hit in the title first."""
    wanted = _words(query)
    if not wanted:
        return ()
    found = [entry for entry in entries if _matches(wanted, f"{entry.title} {entry.text} {entry.terms}")]
    return tuple(sorted(found, key=lambda entry: not _matches(wanted, entry.title)))


def note_text(note: str) -> str:
    """A note of a reference table in the language of the session; as it is where nobody has translated it."""
    key = f"guide.note.{note}"
    return words()(key) if note and key in words() else note


def _matches(wanted: list[str], text: str) -> bool:
    there = _words(text)
    return all(any(word.startswith(start) for word in there) for start in wanted)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[a-z0-9]+", plain)
