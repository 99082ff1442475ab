"""Tells what the code of an area is: of the home regency, of another one, of BPS, or none.

Codes of BPS are never converted to Kemendagri codes by formula: only 72 of 128 comparable villages of Kudus have the
same last digits in both lists.
"""

from __future__ import annotations

import re
from typing import Literal

from jamsos_data.intake.clean.area_names import AreaNames

_DIGITS = re.compile(r"\d[\d. \-/]*\d")
# "3319032006.0" is a code that went through a column of fractions.
_FRACTION = re.compile(r"(?<=\d{4})[.,]0+$")
# Of the code of a regency; fewer are those of a province, or number a row.
REGENCY_DIGITS = 4
# The first two digits of every code of Indonesia: "2006" is no regency elsewhere but the end of a village's code.
_PROVINCES = frozenset(
    map(
        str,
        (
            *range(11, 20),
            21,
            *range(31, 37),
            *range(51, 54),
            *range(61, 66),
            *range(71, 77),
            81,
            82,
            *range(91, 98),
        ),
    )
)
CodeVerdict = Literal["home", "foreign", "bps", "unknown", "none"]


def judge_code(text: str, names: AreaNames) -> tuple[CodeVerdict, str]:
    """What a code is: of the home regency (in dotted form), of another, of BPS, unknown, or no code at all."""
    found = _DIGITS.search(_FRACTION.sub("", text))
    if not found:
        return "none", ""
    digits = _digits_of(found[0])
    home = names.kabupaten.replace(".", "")
    if len(digits) < REGENCY_DIGITS:
        return ("foreign" if digits == home[:2] else "unknown"), digits
    if not digits.startswith(home):
        return ("foreign" if digits[:2] in _PROVINCES else "unknown"), digits
    dotted = _dotted(digits)
    if dotted in names.official:
        return "home", dotted
    return ("bps" if len(digits) in (7, 10) else "unknown"), digits


def _digits_of(code: str) -> str:
    """The digits of a code, that of a kecamatan with the zero that "33.19.3.2006" has lost."""
    parts = re.findall(r"\d+", code)
    is_short = len(parts) in (3, 4) and [len(part) for part in parts[:3]] == [2, 2, 1]
    return "".join([*parts[:2], parts[2].zfill(2), *parts[3:]] if is_short else parts)


def _dotted(digits: str) -> str:
    parts = [digits[0:2], digits[2:4], digits[4:6], digits[6:]]
    return ".".join(part for part in parts if part)
