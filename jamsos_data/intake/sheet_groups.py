"""The group that the name of a sheet says: RT and RW are one segment, of which two sheets hold a part each."""

from __future__ import annotations

from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.names import normalise


def named_group(sheet: str, lexicon: Lexicon) -> str:
    """The one word of a sheet's name that names a segment: "rt" of "Data RT (2)"; "" where none or several do."""
    named = [word for word in normalise(sheet).split() if word in lexicon.codes["segmen"]]
    return named[0] if len(named) == 1 else ""
