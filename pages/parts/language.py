"""The language of this session: Indonesian unless the address says `bahasa=en`."""

from __future__ import annotations

from pathlib import Path

from jamsos_data.messages import LANGUAGES, Messages, load_messages
from pages.parts import address

CATALOGUES = Path(__file__).parent / "messages"
DEFAULT = LANGUAGES[0]


def language() -> str:
    """`id` or `en`."""
    wanted = address.chosen("bahasa")
    return wanted if wanted in LANGUAGES else DEFAULT


def words() -> Messages:
    """The sentences of the pages in this session's language."""
    return load_messages(language(), CATALOGUES)
