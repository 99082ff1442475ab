"""Titles that name an area and do not say that the figures are of it: several areas, or all others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jamsos_data.intake.clean.area_names import AreaNames
from jamsos_data.intake.names import normalise
from jamsos_data.intake.negations import NEGATION

_JOINT = re.compile(
    r"((?:\s*(?:[,;/&+–-]|\b(?:dan|serta|atau|beserta|sampai|s\.?\s?d\b\.?)(?!\w)))+\s*)", re.IGNORECASE
)
_MARKS_ALONE = re.compile(r"[\s,;/–-]+")
_LEVEL = {
    **dict.fromkeys(("kecamatan", "kec"), "kecamatan"),
    **dict.fromkeys(("desa", "ds", "kelurahan", "kel"), "desa"),
    **dict.fromkeys(("kabupaten", "kab"), "kabupaten"),
}
_NEGATED = re.compile(rf"(?<!\w){NEGATION}(?: (?:wilayah|daerah|warga|penduduk|dari|di))* (.+)")
_LONGEST = 3  # words of a name


def says_no_single_area(text: str, names: AreaNames, *, with_villages: bool) -> bool:
    """Whether a title names several areas ("Kecamatan Jati dan Undaan") or excepts one ("di luar Kecamatan Jati").

    Several villages count only `with_villages`. A village before its kecamatan ("Desa Panjang, Bae") is one area.
    """
    pieces = _JOINT.split(text)
    joined = zip(pieces[::2], pieces[1::2], pieces[2::2], strict=False)
    if any(_are_several(*each, names=names, with_villages=with_villages) for each in joined):
        return True
    excepted = _NEGATED.search(normalise(text))
    return excepted is not None and _begins_with_area(excepted[1].split(), names) != ("", "")


def _are_several(before: str, joint: str, after: str, *, names: AreaNames, with_villages: bool) -> bool:
    level, name = _ends_with_area(normalise(before).split(), names)
    words = normalise(after).split()
    next_level, next_name = _begins_with_area(words, names)
    if not name or not next_name or (level == "desa" and not with_villages):
        return False
    if next_level == "kabupaten" or (level, name) == (next_level, next_name):
        return False
    if not _MARKS_ALONE.fullmatch(joint):
        return with_villages or next_level == level
    is_its_kecamatan = level == "desa" and next_name in names.kecamatan
    return words[0] not in _LEVEL and next_level == level and not is_its_kecamatan


def _ends_with_area(words: Sequence[str], names: AreaNames) -> tuple[str, str]:
    """The level and the bare name of the area that ends a text: "peserta desa Ploso", or "Jati" alone."""
    for count in range(1, _LONGEST + 1):
        name, rest = "".join(words[-count:]), words[:-count]
        level = _LEVEL.get(rest[-1], "") if rest else _level_of(name, names)
        if level and name in _known(level, names):
            return level, name
    return "", ""


def _begins_with_area(words: Sequence[str], names: AreaNames) -> tuple[str, str]:
    """The level and the bare name of the area that begins a text, with its level before it or without."""
    stated = _LEVEL.get(words[0], "") if words else ""
    words = words[1:] if stated else words
    for count in range(_LONGEST, 0, -1):
        name = "".join(words[:count])
        level = stated or _level_of(name, names)
        if level and name in _known(level, names):
            return level, name
    return "", ""


def _level_of(name: str, names: AreaNames) -> str:
    levels = ("kecamatan", "desa", "kabupaten")
    return next((level for level in levels if name in _known(level, names)), "")


def _known(level: str, names: AreaNames) -> frozenset[str] | dict[str, str] | dict[str, tuple[str, ...]]:
    """The bare names of a level."""
    if level == "kabupaten":
        return names.kabupaten_names
    return names.kecamatan if level == "kecamatan" else names.desa
