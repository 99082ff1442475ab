"""What a set of areas is called: kecamatan, desa where there is no kelurahan among them, else desa/kelurahan."""

from __future__ import annotations

from collections.abc import Iterable

from jamsos_data.messages import Messages
from jamsos_data.reference import Reference
from pages.parts.outlines import map_level
from pages.parts.state import Selection

KELURAHAN = "1"  # first digit of the last part of a Kemendagri code of a kelurahan; a desa has 2


def areas_kind(codes: Iterable[str]) -> str:
    """``kecamatan``, ``desa`` or ``desa_kelurahan``: the ending of the keys of sentences about these areas."""
    known = [str(code) for code in codes]
    if not known or Reference.area_level(known[0]) != "desa":
        return "kecamatan"
    wards = any(code.rpartition(".")[2].startswith(KELURAHAN) for code in known)
    return "desa_kelurahan" if wards else "desa"


def areas_word(codes: Iterable[str], words: Messages) -> str:
    """The areas in one word: ``kecamatan``, ``desa``, ``desa/kelurahan``."""
    return words(f"areas.{areas_kind(codes)}")


def naming_level(selection: Selection) -> str:
    """The kind of areas inside the one looked at."""
    if map_level(selection) == "kecamatan":
        return "kecamatan"
    return areas_kind(selection.reference.desa_of(selection.kecamatan or ""))
