"""What a set of areas is called: kecamatan, desa where there is no kelurahan among them, else desa/kelurahan."""

from __future__ import annotations

from collections.abc import Iterable

from jamsos_data.messages import Messages
from jamsos_data.reference import Reference
from jamsos_data.views.view import View

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


def naming_level(view: View) -> str:
    """The kind of areas inside the one looked at."""
    if view.level_inside == "kecamatan":
        return "kecamatan"
    return areas_kind(view.reference.desa_of(view.kecamatan or ""))
