"""The group that the name of a sheet says: RT and RW are one segment, of which two sheets hold a part each, as do
those of men and of women.
"""

from __future__ import annotations

from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.match.slots import BOTH_SEXES
from jamsos_data.intake.names import normalise
from jamsos_data.intake.part_headers import SEXES


def named_group(sheet: str, lexicon: Lexicon) -> str:
    """The one word of a sheet's name that names a segment: "rt" of "Data RT (2)"; "" where none or several do.

    A name that says a sex or both ("L", "L+P") is one as a whole.
    """
    name = normalise(sheet)
    if name in {*SEXES, *BOTH_SEXES}:
        return name
    named = [word for word in name.split() if word in lexicon.codes["segmen"]]
    return named[0] if len(named) == 1 else ""
