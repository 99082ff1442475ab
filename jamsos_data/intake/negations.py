"""Words that turn a name into everything else: "selain DBHCHT", "non-DBHCHT", "di luar dana DBHCHT"."""

from __future__ import annotations

import re

# As `normalise` leaves them; the longer first.
_WORDS = (
    *("tidak termasuk", "belum termasuk", "tidak dari", "bukan dari", "di luar", "other than", "diluar"),
    *("selain", "kecuali", "tanpa", "bukan", "non", "minus", "excluding", "except", "without", "exclude"),
)
NEGATION = rf"(?:{'|'.join(_WORDS)})"
_FOUND = re.compile(rf"(?<!\w){NEGATION}(?!\w)")


def negations_in(text: str) -> tuple[str, ...]:
    """The negations in a normalised text, in order.

    >>> negations_in("apbd selain dbhcht")
    ('selain',)
    """
    return tuple(_FOUND.findall(text))


def negate_alike(one: str, other: str) -> bool:
    """Whether two normalised texts may be slips of each other as far as negations go.

    "non penerima upah" never is one of "penerima upah", nor "non dbhcht" of "apbd non dbhcht".
    """
    before_one, before_other = (_FOUND.split(text)[0] for text in (one, other))
    negations = negations_in(one)
    return negations == negations_in(other) and (not negations or before_one == before_other)
