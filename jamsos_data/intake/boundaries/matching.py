"""Finds which feature is which area, whatever the properties are called.

The property whose values are codes of the areas decides; without one, the names do: of kecamatan, or of desa inside
the kecamatan that another property states. Codes of BPS look alike and are told apart by not being among the areas.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from jamsos_data.intake.boundaries.geojson import Feature
from jamsos_data.intake.clean.area_names import AreaNames, split_name
from jamsos_data.reference import Reference

_CODE = re.compile(r"\d{2}\.?\d{2}(?:\.?\d{2}(?:\.?\d{4})?)?")
_BPS_LENGTHS = (7, 10)
_TRIED_KEYS = 60

Codes = dict[int, str]  # number of the feature → code of the area


@dataclass(frozen=True)
class Match:
    """Which feature is which area.

    `by` names the properties that decided; `foreign` are features of other regencies; `bps` properties that hold
    BPS codes; `differing` features whose name is that of another area; `strayed` features of a desa that state another
    kecamatan, with its code, or its name where it is unknown; `near` proposals for names that are no match.
    """

    codes: Codes
    by: tuple[str, ...]
    foreign: frozenset[int] = frozenset()
    bps: tuple[str, ...] = ()
    differing: Mapping[int, str] = field(default_factory=dict)
    strayed: Mapping[int, str] = field(default_factory=dict)
    near: Mapping[int, str] = field(default_factory=dict)


def match_features(features: Sequence[Feature], reference: Reference) -> Match:
    """The areas of the features; `codes` is empty when no property helps."""
    names = AreaNames.of(reference)
    keys = list(dict.fromkeys(key for feature in features for key in feature.properties))[:_TRIED_KEYS]
    foreign = _foreign(features, keys, names)
    home = [feature for feature in features if feature.number not in foreign]
    by_code = _best([(_by_code(home, key, names), (key,)) for key in keys])
    by_name = _best(_name_tries(home, keys, names))
    coded = bool(by_code[0]) and _count(by_code[0]) >= _count(by_name[0])
    codes, by = by_code if coded else by_name
    near, differing = {}, {}
    if coded:
        differing = {
            number: code
            for number, code in by_name[0].items()
            if number in codes
            and codes[number] != code
            and reference.area_level(code) == reference.area_level(codes[number])
        }
    else:
        near = _near(home, by, codes, names)
    return Match(
        codes=codes,
        by=by,
        foreign=foreign,
        bps=tuple(key for key in keys if _is_bps(home, key, names)),
        differing=differing,
        strayed=_strayed(home, keys, codes, names),
        near=near,
    )


def _count(codes: Codes) -> int:
    return len(set(codes.values()))


def _best(tries: list[tuple[Codes, tuple[str, ...]]]) -> tuple[Codes, tuple[str, ...]]:
    """The try with most different areas; of equals the first."""
    return max(tries, key=lambda one: _count(one[0]), default=({}, ()))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text) if _CODE.fullmatch(text.strip()) else ""


def _by_code(features: Sequence[Feature], key: str, names: AreaNames) -> Codes:
    known = {code.replace(".", ""): code for code in names.official if code != names.kabupaten}
    found = {feature.number: known.get(_digits(feature.properties.get(key, ""))) for feature in features}
    return {number: code for number, code in found.items() if code}


def _is_bps(features: Sequence[Feature], key: str, names: AreaNames) -> bool:
    """Whether the property holds codes of the regency in the lengths of BPS that are not codes of its areas."""
    texts = [feature.properties[key] for feature in features if key in feature.properties]
    home = names.kabupaten.replace(".", "")
    known = {code.replace(".", "") for code in names.official}
    alike = [
        text for text in texts if text.isdecimal() and len(text) in _BPS_LENGTHS and text.startswith(home)
    ]
    return bool(texts) and len(alike) == len(texts) and not known & set(alike)


def _foreign(features: Sequence[Feature], keys: list[str], names: AreaNames) -> frozenset[int]:
    """Features that state another regency: by a code of an area, or by its name where home is named too."""
    home = names.kabupaten.replace(".", "")
    elsewhere: set[int] = set()
    for key in keys:
        texts = {feature.number: feature.properties.get(key, "") for feature in features}
        coded = {number: _digits(text) for number, text in texts.items() if _digits(text)}
        at_home = {number for number, digits in coded.items() if digits.startswith(home)}
        if len(coded) == len(features) and at_home:
            elsewhere |= set(coded) - at_home
        named = {
            number for number, text in texts.items() if text and split_name(text)[0] in names.kabupaten_names
        }
        if _says_regency(key) and named:
            elsewhere |= {number for number, text in texts.items() if text} - named
    return frozenset(elsewhere)


def _says_regency(key: str) -> bool:
    plain = key.casefold()
    return any(word in plain for word in ("kab", "adm2", "name_2", "regency", "wadmkk", "kota"))


def _name_tries(
    features: Sequence[Feature], keys: list[str], names: AreaNames
) -> list[tuple[Codes, tuple[str, ...]]]:
    """All ways to read names: a desa in the kecamatan of another property, a kecamatan, a desa alone."""
    kecamatan = {key: _lookup(features, key, names.kecamatan.get) for key in keys}
    kecamatan = {key: codes for key, codes in kecamatan.items() if codes}
    unique = {bare: codes[0] for bare, codes in names.desa.items() if len(codes) == 1}
    tries = [
        (_desa_in(features, key, codes, names), (outer, key))
        for outer, codes in kecamatan.items()
        for key in keys
        if key != outer
    ]
    tries += [(codes, (key,)) for key, codes in kecamatan.items()]
    tries += [(_lookup(features, key, unique.get), (key,)) for key in keys]
    return tries


def _lookup(features: Sequence[Feature], key: str, find: Callable[[str], str | None]) -> Codes:
    found = {
        feature.number: find(split_name(feature.properties[key])[0])
        for feature in features
        if key in feature.properties
    }
    return {number: code for number, code in found.items() if code}


def _desa_in(features: Sequence[Feature], key: str, kecamatan: Codes, names: AreaNames) -> Codes:
    found = {
        feature.number: names.desa_in.get(kecamatan[feature.number], {}).get(
            split_name(feature.properties[key])[0]
        )
        for feature in features
        if feature.number in kecamatan and key in feature.properties
    }
    return {number: code for number, code in found.items() if code}


def _strayed(features: Sequence[Feature], keys: list[str], codes: Codes, names: AreaNames) -> dict[int, str]:
    """Features of a desa that a property of kecamatan places in another one: its code, or its name if unknown."""
    desa = [feature for feature in features if codes.get(feature.number, "").count(".") == 3]
    found: dict[int, str] = {}
    for key in keys:
        stated = _lookup(desa, key, names.kecamatan.get)
        right = {n for n, code in stated.items() if Reference.is_within(codes[n], code)}
        if len(right) * 2 <= len(desa):  # not the property of kecamatan: a desa may have the name of one
            continue
        for feature in desa:
            text = feature.properties.get(key, "")
            near = names.near_kecamatan(split_name(text)[0])
            is_near = bool(near) and Reference.is_within(codes[feature.number], near)
            if text and feature.number not in right and not is_near:
                found[feature.number] = stated.get(feature.number, text)
    return found


def _near(features: Sequence[Feature], by: tuple[str, ...], codes: Codes, names: AreaNames) -> dict[int, str]:
    """For features that no name fits: the area with the nearest name that no other feature has."""
    if not by or not codes:
        return {}
    level = len(next(iter(codes.values())).split("."))
    taken = set(codes.values())
    found: dict[int, str] = {}
    for feature in features:
        text = feature.properties.get(by[-1], "")
        if feature.number in codes or not text:
            continue
        bare = split_name(text)[0]
        if level == 3:
            code = names.near_kecamatan(bare)
        else:
            around = names.kecamatan.get(split_name(feature.properties.get(by[0], ""))[0])
            code = names.near_desa(bare, around)
        if code and code not in taken and code not in found.values():
            found[feature.number] = code
    return found
