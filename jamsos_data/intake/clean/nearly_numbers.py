"""Cells that say a number without being one: "±50", "kurang lebih 50", "lima puluh". They are proposed, never taken.

Who wrote "about" does not know how many people there are, so that somebody has to say it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from jamsos_data.intake.clean.marks import Marks
from jamsos_data.intake.clean.number_words import read_words
from jamsos_data.intake.clean.numbers import Form

ABOUT, IN_WORDS = "ANGKA_KIRA_KIRA", "ANGKA_DENGAN_KATA"
_BEFORE = re.compile(
    r"^(?:±|\+\s*/\s*-|-\s*/\s*\+|~|≈|>=?|≥|kurang[ -]?lebih|lebih[ -]?kurang|k\s*/\s*l|k\.?\s*l\.?|sekitar"
    r"|kira[ -]kira|lebih dari|hampir|minimal|paling sedikit|ca\.)\s*(?=\d)",
    re.IGNORECASE,
)
_UNIT = r"(?:\s*(?:orang|org|jiwa|pekerja|peserta|usaha|unit))?"
_BEHIND = re.compile(rf"(?<=\d){_UNIT}\s*(?:\+|\?|lebih|an|-an|kurang lebih|±)$", re.IGNORECASE)
_NO_MARKS = Marks()
_WHOLE = (Form.PLAIN, Form.TRIPLE, Form.GROUPED)


def read_nearly(text: str, marks: Marks = _NO_MARKS) -> tuple[str, Decimal] | None:
    """The code of the finding and the whole number that a text may stand for; None where it says no single number.

    So it is with three digits behind a mark where `marks`, those of its column, part thousands by the other one.

    >>> read_nearly("± 50 orang"), read_nearly("lima puluh"), read_nearly("50-60")
    (('ANGKA_KIRA_KIRA', Decimal('50')), ('ANGKA_DENGAN_KATA', Decimal('50')), None)
    """
    body = text.strip()
    said = read_words(body)
    if said is not None:
        return IN_WORDS, Decimal(said)
    bare = _BEHIND.sub("", _BEFORE.sub("", body))
    if bare == body:
        return None
    number = marks.read(bare)
    if number.form is Form.TRIPLE and marks.thousands and number.grouping not in marks.thousands:
        return None
    whole = number.form in _WHOLE and number.value == number.value.to_integral_value()
    return (ABOUT, number.value) if whole and not number.negative and not number.percent else None
