"""Account codes, of which the wider begins the narrower: "5.1.02" and "5.1.02.01". Other decimals look alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

Code = tuple[str, ...]

_SAYS_CODE = re.compile(r"kode|rekening|akun")
_FEWEST_LEVELS = 3
_THOUSANDS = 3


def are_account_codes(header: str, codes: Iterable[Code]) -> bool:
    """Whether a column that holds these dotted numbers holds codes: its heading says so, or one is of three levels.

    "1.250.000" is an amount, "1.5" a volume and "1.9" a day.
    """
    nested = [code for code in codes if len(code) > 1]
    if _SAYS_CODE.search(header.casefold()):
        return bool(nested)
    deep = [code for code in nested if len(code) >= _FEWEST_LEVELS]
    return any(len(part) != _THOUSANDS for code in deep for part in code[1:])
