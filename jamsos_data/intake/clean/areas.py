"""Tells the area of a row from its code and names; where they disagree, people are asked."""

from __future__ import annotations

from dataclasses import replace

from jamsos_data.intake.clean.area_codes import REGENCY_DIGITS, judge_code
from jamsos_data.intake.clean.area_names import AreaNames, split_name
from jamsos_data.intake.clean.area_readings import AreaReading, AreaTexts
from jamsos_data.intake.clean.area_search import (
    NAMELESS,
    UNMAPPED,
    find_desa,
    find_kecamatan,
    other_regency,
    twin_reading,
    unknown_name,
    with_village,
)
from jamsos_data.intake.clean.no_area import names_no_area

_ELSEWHERE = ("provinsi", "prov", "indonesia", "nasional")
_NAMELESS_CODES = {"outside": "WILAYAH_LUAR", "part": "BAGIAN_BUKAN_WILAYAH"}


def resolve_area(texts: AreaTexts, names: AreaNames) -> AreaReading:
    """The area of one row. Code and name must agree; without a usable code the name decides."""
    verdict, code = judge_code(texts.kode, names)
    if verdict == "none":
        bps_verdict, bps = judge_code(texts.kode_bps, names)
        if bps_verdict == "foreign" or bps == names.kabupaten:
            verdict, code = bps_verdict, bps
    by_name = _resolve_names(texts, names)
    # "33" is the province, or numbers the row of a name that is known.
    if verdict == "foreign" and not (len(code) < REGENCY_DIGITS and by_name.code):
        return AreaReading(foreign=True, role="kode", text=texts.kode or texts.kode_bps)
    if verdict == "home":
        return _combine(code, by_name, texts, names)
    if verdict == "none" or by_name.code or by_name.foreign:
        return replace(by_name, bps=verdict == "bps")
    return AreaReading(
        problem="KODE_BPS" if verdict == "bps" else "KODE_TIDAK_DIKENAL", role="kode", text=texts.kode,
        proposal=by_name.proposal, desa=by_name.desa, village=by_name.village,
    )  # fmt: skip


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
        stated = find_kecamatan(kecamatan, names)
        if stated.code is None or not desa:
            return with_village(stated, desa, names) if stated.problem else stated
        return find_desa(desa, stated.code, names)
    if desa:
        return find_desa(desa, None, names)
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
            village = find_desa(texts.desa, None, names).code if role == "kecamatan" and texts.desa else None
            if village:
                return AreaReading(code=village)
            inside = role in ("desa", "wilayah") and texts.kecamatan
            known = find_kecamatan(texts.kecamatan, names).code if inside else None
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
    if bare in (*UNMAPPED, *NAMELESS):
        return "", "", AreaReading(code=names.kabupaten)
    if text.casefold().split()[0].strip(".") in _ELSEWHERE:
        return "", "", AreaReading(foreign=True, role="wilayah", text=text)
    if level == "kabupaten" or (not level and bare in names.kabupaten_names):
        if bare in names.kabupaten_names:
            return "", "", AreaReading(code=names.kabupaten)
        if stated == "kabupaten":
            return "", "", other_regency(text, "wilayah", names)
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
    return "", "", unknown_name(text, "wilayah", alike, names)
