"""How words in files are made comparable: one spelling for headers, codes and labels.

Both the words of a file and the synonyms of the declarations pass through `normalise`, so a comma or a
line break never decides whether a header is known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_PARENTHESES = re.compile(r"\([^)]*\)|\[[^\]]*\]")
# The mark of a footnote behind a header: "Kecamatan*)", "Peserta Aktif 1)", "Peserta²".
_FOOTNOTE = re.compile(r"(?:\s*[*¹²³⁴⁵⁶⁷⁸⁹†‡]+\)?|\s+\d\))\s*$")
NEAR = 88
LIKE = 80
_SHORTEST_VARIABLE_WORD = 4


@lru_cache(maxsize=65536)
def normalise(text: str) -> str:
    r"""Lower case without accents and punctuation, single spaces; % becomes the word persen.

    >>> normalise(" Sumber\nDana : ")
    'sumber dana'
    """
    plain = unicodedata.normalize("NFKD", text.replace("%", " persen ")).casefold()
    return _NOT_WORD.sub(" ", plain.encode("ascii", "ignore").decode()).strip()


def alternatives(header: str) -> tuple[str, ...]:
    """The ways to read one header: whole, without brackets, by line, by slash (bilingual headers)."""
    without = _PARENTHESES.sub(" ", header)
    unmarked = _FOOTNOTE.sub("", header)
    pieces = [header, unmarked, without, *header.splitlines(), *without.splitlines(), *without.split("/")]
    readings = (normalise(piece) for piece in pieces)
    return tuple(dict.fromkeys(reading for reading in readings if reading))


def find_like(word: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """What the known spellings nearest to `word` stand for, each once: proposed where it is one, asked where several.

    >>> find_like("dbhchtt", {"dbhcht": "DBHCHT", "apbdes": "APBDES"})
    ('DBHCHT',)
    """
    if len(word) < _SHORTEST_VARIABLE_WORD:
        return ()
    scored = process.extract(word, list(known), scorer=fuzz.ratio, score_cutoff=LIKE, limit=None)
    best = max((score for _, score, _ in scored), default=0)
    return tuple(dict.fromkeys(known[name] for name, score, _ in scored if score == best))


def find_near(word: str, known: Sequence[str]) -> str | None:
    """The one known spelling that `word` is a slip of, or None; used without asking.

    Short words never vary (`jumlah kk` is not `jumlah tk`); each differing word must be long and alike.
    """
    if len(word) <= _SHORTEST_VARIABLE_WORD:
        return None
    matches = process.extract(word, known, scorer=fuzz.ratio, score_cutoff=NEAR, limit=3)
    for candidate, _, _ in matches:
        if _differs_by_slips(word, candidate):
            return candidate
    return None


def _differs_by_slips(word: str, candidate: str) -> bool:
    if word.replace(" ", "") == candidate.replace(" ", ""):
        return True
    pairs = list(zip(word.split(), candidate.split(), strict=False))
    if len(word.split()) != len(candidate.split()):
        return False
    different = [(mine, known) for mine, known in pairs if mine != known]
    return all(
        min(len(mine), len(known)) > _SHORTEST_VARIABLE_WORD and fuzz.ratio(mine, known) >= 80
        for mine, known in different
    )
