"""Tells the area of a row from its code and names: exactly, or as a proposal for people to confirm.

Village names are sought inside the stated kecamatan only, because names repeat and resemble each other
(Japan/Jepang, Demaan/Demangan). Codes of BPS are never converted to Kemendagri codes by formula: only 72
of 128 comparable villages of Kudus have the same last digits in both lists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from jamsos_data.intake.clean.area_names import AreaNames, Level, split_name
from jamsos_data.intake.clean.no_area import names_no_area
from jamsos_data.intake.clean.number_columns import is_nil
from jamsos_data.intake.match.regencies import plain_regency

_DIGITS = re.compile(r"\d[\d. \-/]*\d")
# "3319032006.0" is a code that went through a column of fractions.
_FRACTION = re.compile(r"(?<=\d{4})[.,]0+$")
_SHORT = 4
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
_ELSEWHERE = ("provinsi", "prov", "indonesia", "nasional")
# The regency, by no name: "Kabupaten" beneath its kecamatan.
_NAMELESS = ("kabupaten", "kab")
_UNMAPPED = ("belumterpetakan", "tidakterpetakan", "belumterpetakankekecamatan", "tidakdiketahuikecamatannya")


@dataclass(frozen=True, kw_only=True)
class AreaTexts:
    """What a row says about its area; `level` is what the header of `wilayah` states, "" for any level."""

    kode: str = ""
    kode_bps: str = ""
    kabupaten: str = ""
    kecamatan: str = ""
    desa: str = ""
    wilayah: str = ""
    level: Level = ""


@dataclass(frozen=True, kw_only=True)
class AreaReading:
    """The code that was found, or the problem: its finding code, text, proposed code. `foreign`: elsewhere.

    `within` is the kecamatan in which the text of a village stands, "" where none is stated; `alike` are areas that a
    text may be as well as any other of them. `unmapped`: the text names
    none, and no more than the wider area is proposed.
    """

    code: str | None = None
    problem: str | None = None
    role: str = ""
    text: str = ""
    proposal: str | None = None
    foreign: bool = False
    other: str = ""
    bps: bool = False
    within: str = ""
    unmapped: bool = False
    alike: tuple[str, ...] = ()


_NAMELESS_CODES = {"outside": "WILAYAH_LUAR", "part": "BAGIAN_BUKAN_WILAYAH"}
CodeVerdict = Literal["home", "foreign", "bps", "unknown", "none"]


def resolve_area(texts: AreaTexts, names: AreaNames) -> AreaReading:
    """The area of one row. Code and name must agree; without a usable code the name decides."""
    verdict, code = judge_code(texts.kode, names)
    if verdict == "none":
        bps_verdict, bps = judge_code(texts.kode_bps, names)
        if bps_verdict == "foreign" or bps == names.kabupaten:
            verdict, code = bps_verdict, bps
    by_name = _resolve_names(texts, names)
    # "33" is the province, or numbers the row of a name that is known.
    if verdict == "foreign" and not (len(code) < _SHORT and by_name.code):
        return AreaReading(foreign=True, role="kode", text=texts.kode or texts.kode_bps)
    if verdict == "home":
        return _combine(code, by_name, texts, names)
    if verdict == "none" or by_name.code or by_name.foreign:
        return replace(by_name, bps=verdict == "bps")
    if verdict == "bps":
        return AreaReading(problem="KODE_BPS", role="kode", text=texts.kode, proposal=by_name.proposal)
    return AreaReading(problem="KODE_TIDAK_DIKENAL", role="kode", text=texts.kode, proposal=by_name.proposal)


def judge_code(text: str, names: AreaNames) -> tuple[CodeVerdict, str]:
    """What a code is: of the home regency (in dotted form), of another, of BPS, unknown, or no code at all."""
    found = _DIGITS.search(_FRACTION.sub("", text))
    if not found:
        return "none", ""
    digits = _digits_of(found[0])
    home = names.kabupaten.replace(".", "")
    if len(digits) < _SHORT:
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


def _combine(code: str, by_name: AreaReading, texts: AreaTexts, names: AreaNames) -> AreaReading:
    """A known code beside names: the same area, a wider or finer one that contains it, or a conflict."""
    if by_name.code is None and not by_name.foreign and by_name.problem is None:
        return AreaReading(code=code)
    if by_name.code and (code == by_name.code or code.startswith(by_name.code + ".")):
        return AreaReading(code=code)
    if by_name.code and by_name.code.startswith(code + "."):
        return AreaReading(code=by_name.code)
    text = texts.kode
    if by_name.problem == "NAMA_GANDA":
        return AreaReading(code=code)
    if code in (by_name.proposal, *by_name.alike):
        return AreaReading(code=code)
    other = names.label(by_name.code) if by_name.code else by_name.text
    return AreaReading(problem="KODE_NAMA_BERBEDA", role="kode", text=text, other=other, proposal=None)


def _resolve_names(texts: AreaTexts, names: AreaNames) -> AreaReading:
    nameless = _read_nameless(texts, names)
    if nameless is not None:
        return nameless
    bare_kabupaten, _ = split_name(texts.kabupaten)
    homes = names.kabupaten_names | {f"kota{name}" for name in names.kabupaten_names}
    if bare_kabupaten and bare_kabupaten not in homes:
        return AreaReading(foreign=True, role="kabupaten", text=texts.kabupaten)
    kecamatan, desa, whole = _place_whole(texts, names)
    if whole is not None:
        return whole
    if kecamatan:
        stated = _find_kecamatan(kecamatan, names)
        if stated.code is None or not desa:
            return stated
        return _find_desa(desa, stated.code, names)
    if desa:
        return _find_desa(desa, None, names)
    return AreaReading(code=names.kabupaten) if bare_kabupaten else AreaReading()


def _read_nameless(texts: AreaTexts, names: AreaNames) -> AreaReading | None:
    """Those from outside, and those whose area nobody knows; these are proposed for the area that is known.

    A village that only one kecamatan has is known, whatever stands there for its kecamatan.
    """
    for role, text in (
        ("kabupaten", texts.kabupaten),
        ("kecamatan", texts.kecamatan),
        ("wilayah", texts.wilayah),
        ("desa", texts.desa),
    ):
        said = names_no_area(text) if text else ""
        if said in _NAMELESS_CODES:
            return AreaReading(problem=_NAMELESS_CODES[said], role=role, text=text)
        if said == "unknown":
            village = _find_desa(texts.desa, None, names).code if role == "kecamatan" and texts.desa else None
            if village:
                return AreaReading(code=village)
            inside = role in ("desa", "wilayah") and texts.kecamatan
            known = _find_kecamatan(texts.kecamatan, names).code if inside else None
            return AreaReading(
                problem="WILAYAH_TIDAK_DIKETAHUI", role=role, text=text, proposal=known or names.kabupaten,
                within=known or "", unmapped=True,
            )  # fmt: skip
    return None


def _place_whole(texts: AreaTexts, names: AreaNames) -> tuple[str, str, AreaReading | None]:
    """Put the text of an any-level column where it belongs; a reading when that already decides."""
    kecamatan, desa, text = texts.kecamatan, texts.desa, texts.wilayah
    if not text:
        return kecamatan, desa, None
    bare, stated = split_name(text)
    level = stated or texts.level
    if bare in (*_UNMAPPED, *_NAMELESS):
        return "", "", AreaReading(code=names.kabupaten)
    if text.casefold().split()[0].strip(".") in _ELSEWHERE:
        return "", "", AreaReading(foreign=True, role="wilayah", text=text)
    if level == "kabupaten" or (not level and bare in names.kabupaten_names):
        if bare in names.kabupaten_names:
            return "", "", AreaReading(code=names.kabupaten)
        if stated == "kabupaten":
            return "", "", _other_regency(text, "wilayah", names)
        return "", "", AreaReading(foreign=True, text=text)
    if level == "desa" or (not level and kecamatan):
        return kecamatan, desa or text, None
    if level == "kecamatan":
        return text, desa, None
    return _place_any_level(text, bare, names)


def _place_any_level(text: str, bare: str, names: AreaNames) -> tuple[str, str, AreaReading | None]:
    if bare in names.kecamatan and bare in names.desa:
        return "", "", twin_reading(text, names)
    if bare in names.kecamatan:
        return text, "", None
    if bare in names.desa:
        return "", text, None
    if bare.startswith("kota") and text.casefold().startswith("kota "):
        return "", "", AreaReading(foreign=True, role="wilayah", text=text)
    alike = names.like_kecamatan(bare) or names.like_desa(bare, None)
    return "", "", _unknown(text, "wilayah", alike, names)


def twin_reading(text: str, names: AreaNames) -> AreaReading:
    """The question which is meant by a name that a kecamatan and a village share; neither is proposed."""
    bare = split_name(text)[0]
    both = (names.kecamatan[bare], *names.desa[bare])
    return AreaReading(
        problem="NAMA_GANDA", role="wilayah", text=text, other=", ".join(map(names.label, both))
    )


def _find_kecamatan(text: str, names: AreaNames) -> AreaReading:
    bare, level = split_name(text)
    if bare in names.kecamatan:
        return AreaReading(code=names.kecamatan[bare])
    if level == "kabupaten" and bare not in (*_NAMELESS, *names.kabupaten_names):
        return _other_regency(text, "kecamatan", names)
    if bare in (*_UNMAPPED, *_NAMELESS) or (bare in names.kabupaten_names and "kab" in text.casefold()):
        return AreaReading(code=names.kabupaten)
    return _unknown(text, "kecamatan", names.like_kecamatan(bare), names)


def _other_regency(text: str, role: str, names: AreaNames) -> AreaReading:
    """A text with "Kab." whose name is not the home regency's: elsewhere, or a slip of a name at home.

    "Kab. Pati" is no slip of Jati, "Kab. Jtai" may well be.
    """
    bare = split_name(text)[0]
    alike = names.like_kabupaten(bare) or names.like_kecamatan(bare)
    if alike and not plain_regency(bare, names):
        return _unknown(text, role, alike, names)
    return AreaReading(foreign=True, role=role, text=text)


def _unknown(
    text: str, role: str, alike: tuple[str, ...], names: AreaNames, *, within: str = ""
) -> AreaReading:
    """A name that is not known: with a proposal where one name is nearest, and none where several are."""
    if len(alike) > 1:
        return AreaReading(
            problem="NAMA_MIRIP_BEBERAPA", role=role, text=text, other=", ".join(map(names.label, alike)),
            within=within, alike=alike,
        )  # fmt: skip
    proposal = alike[0] if alike else None
    return AreaReading(problem="NAMA_TIDAK_DIKENAL", role=role, text=text, proposal=proposal, within=within)


def _find_desa(text: str, kecamatan: str | None, names: AreaNames) -> AreaReading:
    bare, level = split_name(text)
    if kecamatan == names.kabupaten:
        kecamatan = None
    if kecamatan is not None and (
        is_nil(text) or (level == "kecamatan" and names.kecamatan.get(bare) == kecamatan)
    ):
        # "Kec. Bae" or a dash among the villages of Bae: the kecamatan itself, never the village of its name.
        return AreaReading(code=kecamatan)
    if kecamatan is None:
        codes = names.desa.get(bare, ())
        if len(codes) == 1:
            return AreaReading(code=codes[0])
        if codes:
            return AreaReading(
                problem="NAMA_GANDA", role="desa", text=text, other=", ".join(map(names.label, codes))
            )
    elif bare in names.desa_in.get(kecamatan, {}):
        return AreaReading(code=names.desa_in[kecamatan][bare])
    elif bare in _UNMAPPED:
        return AreaReading(code=kecamatan)
    elsewhere = [code for code in names.desa.get(bare, ()) if kecamatan is not None]
    if elsewhere:
        # A near name would be a guess against an exact one: either the village or its kecamatan is a slip.
        parents = ", ".join(names.official[code.rpartition(".")[0]] for code in elsewhere)
        return AreaReading(
            problem="DESA_DI_KECAMATAN_LAIN", role="desa", text=text, other=parents, within=kecamatan or ""
        )
    return _unknown(text, "desa", names.like_desa(bare, kecamatan), names, within=kecamatan or "")
