"""Areas that somebody chose for texts that nothing else could read, and the spellings that are thereby confirmed.

A choice answers a problem; it never changes what is read without one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jamsos_data.intake.clean.area_names import AreaNames, split_name
from jamsos_data.intake.report import AreaAlias, AreaText, Refusal
from jamsos_data.masking import mask

# Problems of names that may be remembered: neither a code that is not known, nor a name that is as near to one area as
# to another, which may mean the other in the next file.
_OF_NAMES = ("NAMA_TIDAK_DIKENAL", "NAMA_GANDA", "DESA_DI_KECAMATAN_LAIN")
_LONGEST = 80
ANSWERABLE = (
    *_OF_NAMES, "NAMA_MIRIP_BEBERAPA", "KODE_TIDAK_DIKENAL", "KODE_BPS", "WILAYAH_LUAR", "WILAYAH_TIDAK_DIKETAHUI",
)  # fmt: skip


@dataclass(frozen=True)
class AreaChoices:
    """Codes by bare text and by the kecamatan in which it stands ("": in any)."""

    codes: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, chosen: Mapping[AreaText, str], names: AreaNames) -> AreaChoices:
        """From what was chosen. Raises Refusal for a code that is no area of the regency."""
        for code in [*chosen.values(), *(within for _, within in chosen if within)]:
            if code not in names.official:
                raise Refusal("PILIHAN_WILAYAH_SALAH", value=code)
        return cls({(bare_text(text), within): code for (text, within), code in chosen.items()})

    def code(self, text: str, within: str) -> str | None:
        """The code that was chosen for a text inside a kecamatan, else for the text anywhere."""
        bare = bare_text(text)
        return self.codes.get((bare, within)) or self.codes.get((bare, ""))


def bare_text(text: str) -> str:
    """A text of an area without prefix, numbering and spacing; a code as its digits."""
    return split_name(text)[0]


def alias_of(problem: str, text: str, within: str, code: str) -> AreaAlias | None:
    """The spelling to remember: of an ambiguous name only together with its kecamatan, of a code never.

    Nor is a text that is too long for a name, or that looks like the number of a person.
    """
    if len(text) > _LONGEST or mask(text) != text:
        return None
    ambiguous = problem != "NAMA_TIDAK_DIKENAL"
    if problem not in _OF_NAMES or not bare_text(text) or (ambiguous and not within):
        return None
    return AreaAlias(alias=text.strip(), kode=code, kecamatan=within)
