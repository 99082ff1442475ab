"""Columns headed by the head of a village: with numbers beneath they count people, with words they name one."""

from __future__ import annotations

import re

from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.names import normalise

_HEAD = re.compile(
    r"(?:(?:jumlah|jml|banyaknya) )?(?P<who>kepala desa|kades|lurah|kepala kelurahan)(?: (?:dan )?(?:lurah|kelurahan))?"
)
# Heads of wards are civil servants; those of villages are insured with their officers.
_OF_VILLAGES = ("kepala desa", "kades")
_OFFICERS = "perangkat desa"


def names_head(header: str) -> bool:
    """Whether a header names the head of a village or ward.

    >>> names_head("Kepala Desa/Lurah"), names_head("Desa / Lurah")
    (True, False)
    """
    return _HEAD.fullmatch(normalise(header)) is not None


def segment_of_heads(header: str, lexicon: Lexicon) -> str | None:
    """The name of the segment to which the people under such a header may belong; None where there is none."""
    found = _HEAD.fullmatch(normalise(header))
    code = lexicon.codes["segmen"].get(_OFFICERS) if found and found["who"] in _OF_VILLAGES else None
    return lexicon.reference.name_of("segmen", code) if code else None
