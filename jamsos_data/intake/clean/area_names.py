"""The names that areas go by, made comparable: prefixes, spacing, case and aliases do not matter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz, process

from jamsos_data.intake.names import normalise
from jamsos_data.reference import Reference

Level = Literal["kabupaten", "kecamatan", "desa", ""]

_PREFIXES: dict[str, Level] = {
    "kabupaten": "kabupaten",
    "kab": "kabupaten",
    "kecamatan": "kecamatan",
    "kec": "kecamatan",
    "desa": "desa",
    "ds": "desa",
    "kelurahan": "desa",
    "kel": "desa",
}
_NUMBERING = re.compile(
    r"^\s*(?:(?:\(?\d{1,3}[.)]|[a-zA-Z][.)]|[IVXivx]{1,5}[.)])\s*|\d{1,2}\s+(?=[a-zA-Z]{3}))"
)
# The mark of a footnote behind a name: "Bae 1)", "Gebog²"; or how many villages it has: "Jati (14 desa)".
_FOOTNOTE = re.compile(
    r"(?:\s*[¹²³⁴⁵⁶⁷⁸⁹†‡]+|\s+\(?\d\)|\s*[(–-]\s*\d+\s+(?:desa|kel)[a-z/ ]*\)?)\s*$", re.IGNORECASE
)
_BETWEEN_PLACES = re.compile(
    r"\s*[,;/()]\s*|\s+[-–]\s+|\s+(?=(?:kec|kecamatan|kab|kabupaten)\b)", re.IGNORECASE
)
_NEAR = 72
# Names that are less than this many points apart are equally near.
_EQUAL = 4
_SHORTEST_BEGINNING = 4


@lru_cache(maxsize=65536)
def split_name(text: str) -> tuple[str, Level]:
    """The bare name without spaces and the level its prefix states ("" when none).

    >>> split_name("2. Kec. Kota Kudus"), split_name("Ds. Bakalan Krapyak")
    (('kotakudus', 'kecamatan'), ('bakalankrapyak', 'desa'))
    """
    words = normalise(_FOOTNOTE.sub("", _NUMBERING.sub("", text))).split()
    level: Level = ""
    while len(words) > 1 and words[0] in _PREFIXES:
        level = level or _PREFIXES[words[0]]
        words = words[1:]
    return "".join(words), level


def split_places(text: str, names: AreaNames) -> tuple[str, str] | None:
    """Kecamatan and village that stand in one cell: "Ds. Ploso Kec. Jati", "Jati - Ploso", "Ploso, Jati, Kudus".

    None where the text is anything else: the village must lie in that kecamatan.
    """
    parts = [part for part in _BETWEEN_PLACES.split(_NUMBERING.sub("", text)) if part.strip(" .)")]
    home = [part for part in parts if split_name(part)[0] in names.kabupaten_names]
    if len(parts) == len(home) + 2:
        parts = [part for part in parts if part not in home]
    if len(parts) != 2:
        return None
    for village, kecamatan in (parts, parts[::-1]):
        code = names.kecamatan.get(split_name(kecamatan)[0])
        stated = split_name(village)[1] in ("", "desa") and split_name(kecamatan)[1] in ("", "kecamatan")
        if code is not None and stated and split_name(village)[0] in names.desa_in.get(code, {}):
            return kecamatan, village
    return None


def split_places_nearly(text: str, names: AreaNames) -> tuple[str, str] | None:
    """Kecamatan and the text of a village that is not known in it: "Jati / Plosoo", "Bae - Ploso".

    None where not just one of two parts names a kecamatan.
    """
    parts = [part for part in _BETWEEN_PLACES.split(_NUMBERING.sub("", text)) if part.strip(" .)")]
    if len(parts) != 2 or any(split_name(part)[0] in names.kabupaten_names for part in parts):
        return None
    heads = [
        part for part in parts if split_name(part)[0] in names.kecamatan and split_name(part)[1] != "desa"
    ]
    return (heads[0], next(part for part in parts if part is not heads[0])) if len(heads) == 1 else None


@dataclass(frozen=True)
class AreaNames:
    """Bare names → codes of the home regency."""

    kabupaten: str
    kabupaten_names: frozenset[str]
    kecamatan: dict[str, str]
    desa: dict[str, tuple[str, ...]]
    desa_in: dict[str, dict[str, str]]
    official: dict[str, str]

    @classmethod
    def of(cls, reference: Reference) -> AreaNames:
        """Names from the area table and its aliases."""
        aliases = reference.aliases
        named = [*zip(reference.wilayah["kode"], reference.wilayah["nama"], strict=True)]
        named += [(code, alias) for code, alias, within in aliases if not within]
        kecamatan: dict[str, str] = {}
        desa: defaultdict[str, list[str]] = defaultdict(list)
        desa_in: defaultdict[str, dict[str, str]] = defaultdict(dict)
        kabupaten_names: set[str] = set()
        for code, name in named:
            bare, level = split_name(name)[0], reference.area_level(code)
            if level == "kabupaten":
                kabupaten_names.add(bare)
            elif level == "kecamatan":
                kecamatan[bare] = code
            else:
                desa_in[reference.parent_area(code)][bare] = code
                if code not in desa[bare]:
                    desa[bare].append(code)
        for code, alias, within in aliases:
            if within:
                desa_in[within].setdefault(split_name(alias)[0], code)
        return cls(
            kabupaten=reference.kabupaten,
            kabupaten_names=frozenset(kabupaten_names),
            kecamatan=kecamatan,
            desa={bare: tuple(codes) for bare, codes in desa.items()},
            desa_in=dict(desa_in),
            official=dict(zip(reference.wilayah["kode"], reference.wilayah["nama"], strict=True)),
        )

    def label(self, code: str) -> str:
        """How an area is proposed to people: "Wates (33.19.04.2003)"."""
        return f"{self.official[code]} ({code})"

    def near_kecamatan(self, bare: str) -> str | None:
        """The one kecamatan whose name is nearest, or None."""
        return _only(self.like_kecamatan(bare))

    def near_desa(self, bare: str, kecamatan: str | None) -> str | None:
        """The one village with the nearest name, inside `kecamatan` when that is stated, or None."""
        return _only(self.like_desa(bare, kecamatan))

    def like_kabupaten(self, bare: str) -> tuple[str, ...]:
        """The home regency, where a name is near to one of its own."""
        return _nearest(bare, dict.fromkeys(self.kabupaten_names, (self.kabupaten,)))

    def like_kecamatan(self, bare: str) -> tuple[str, ...]:
        """The kecamatan whose names are nearest: several where none is nearer than the others."""
        return _nearest(bare, {name: (code,) for name, code in self.kecamatan.items()})

    def like_desa(self, bare: str, kecamatan: str | None) -> tuple[str, ...]:
        """The villages with the nearest names, inside `kecamatan` when that is stated.

        "Mlati" is as near to Mlati Lor as to Mlati Kidul and Mlatinorowito: the shorter name is no evidence.
        """
        if kecamatan is None:
            return _nearest(bare, self.desa)
        return _nearest(bare, {name: (code,) for name, code in self.desa_in.get(kecamatan, {}).items()})


def _only(codes: tuple[str, ...]) -> str | None:
    return codes[0] if len(codes) == 1 else None


def _nearest(bare: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    begun = {code for name in names if name.startswith(bare) for code in names[name]}
    if len(bare) >= _SHORTEST_BEGINNING and len(begun) > 1:
        return tuple(sorted(begun))
    scored = process.extract(bare, list(names), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=None)
    best = max((score for _, score, _ in scored), default=0)
    return tuple(sorted({code for name, score, _ in scored if score > best - _EQUAL for code in names[name]}))
