"""The area that a sheet is about: its kecamatan or village as the titles or its name say, else the regency."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jamsos_data.intake.clean.area_names import AreaNames, split_name
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.match.title_lines import lines_with_areas
from jamsos_data.intake.match.unclear_areas import says_no_single_area
from jamsos_data.intake.names import normalise

_VILLAGE = re.compile(r"\b(?:desa|kelurahan|ds|kel) (?=((?:\w+ ?){1,3}))")
_VILLAGES = re.compile(r"\b(?:se|per|semua|seluruh|tiap|setiap) ?(?:desa|kelurahan)\b")


def areas_from_titles(table: Table, mapping: ColumnMap, lexicon: Lexicon) -> dict[str, str]:
    """The kecamatan of a sheet from its name or a title; a village, in the same way, or the regency only when no column
    names an area. None where that hangs on a line that may be an address, or titles name
    several or except one.
    """
    roles = {slot.name for slot in mapping.of_role("area")}
    if roles & {"kecamatan", "kode"} or mapping.areas_by_column:
        return {}
    has_column, names = bool(roles), lexicon.areas
    texts = [table.sheet.name, *(line for title in table.titles for line in title.splitlines())]
    if any(says_no_single_area(text, names, with_villages=not has_column) for text in texts):
        return {}
    lines = lines_with_areas(table.titles)
    areas = _areas_in(lines.sure, table, names, has_column=has_column)
    everything = (*lines.sure, *lines.doubtful)
    return areas if areas == _areas_in(everything, table, names, has_column=has_column) else {}


def _areas_in(titles: Sequence[str], table: Table, names: AreaNames, *, has_column: bool) -> dict[str, str]:
    """The area by its role that the sheet's name or normalised titles say; a village or the regency only where the
    table does not have a column of areas. None where titles name several.
    """
    found = _kecamatan_of(table, " | ".join(titles), names)
    kecamatan = found[0] if len(found) == 1 else ""
    titled = () if has_column else _villages_of(titles, kecamatan, names)
    village = titled[0] if len(titled) == 1 else ""
    village = village or ("" if has_column else _village_of_sheet(table, kecamatan, names))
    if village:
        return {"desa": names.official[village], "kecamatan": names.official[village.rpartition(".")[0]]}
    if len(found) > 1 or len(titled) > 1:
        return {}
    if kecamatan:
        named = split_name(table.sheet.name)[0] in names.kecamatan
        return {"kecamatan": table.sheet.name if named else names.official[kecamatan]}
    return {} if has_column else _regency_in(titles, table, names)


def _regency_in(titles: Sequence[str], table: Table, names: AreaNames) -> dict[str, str]:
    home = normalise(names.official[names.kabupaten])
    found = re.search(rf"\b{re.escape(home)}\b", " | ".join((*titles, normalise(table.sheet.name))))
    return {"kabupaten": names.official[names.kabupaten]} if found else {}


def village_within(table: Table, mapping: ColumnMap, kecamatan: str, lexicon: Lexicon) -> dict[str, str]:
    """The village that the name of a sheet gives, inside the stated kecamatan, where no column names an area."""
    names = lexicon.areas
    code = names.kecamatan.get(split_name(kecamatan)[0], "")
    if mapping.of_role("area") or mapping.areas_by_column or not code:
        return {}
    village = _village_of_sheet(table, code, names)
    return {"desa": names.official[village]} if village else {}


def _village_of_sheet(table: Table, kecamatan: str, names: AreaNames) -> str:
    """The code of the one village that a sheet is named after; a name of a kecamatan is that of a village only where it
    says so ("Desa Mejobo").
    """
    bare, level = split_name(table.sheet.name)
    if level == "kecamatan" or (bare in names.kecamatan and level != "desa"):
        return ""
    found = names.desa_in.get(kecamatan, {}).get(bare) if kecamatan else None
    codes = (found,) if found else () if kecamatan else names.desa.get(bare, ())
    return codes[0] if len(codes) == 1 else ""


def _kecamatan_of(table: Table, words: str, names: AreaNames) -> tuple[str, ...]:
    """The code of the kecamatan that the sheet's name gives, or else the codes of all those in the titles."""
    bare, _ = split_name(table.sheet.name)
    if bare in names.kecamatan:
        return (names.kecamatan[bare],)
    stated = {
        code
        for code in names.kecamatan.values()
        if re.search(rf"\b(kecamatan|kec) {re.escape(normalise(names.official[code]))}\b", words)
    }
    if re.search(r"\b(kecamatan|kec) kota\b", words) and "kota" in names.kecamatan:
        stated.add(names.kecamatan["kota"])
    return tuple(sorted(stated))


def _villages_of(titles: Sequence[str], kecamatan: str, names: AreaNames) -> tuple[str, ...]:
    """The codes of the villages that titles name ("Pemerintah Desa Jepang"), within the kecamatan where one is named;
    none where the titles speak of all of them.
    """
    if any(map(_VILLAGES.search, titles)):
        return ()
    known = (
        {bare: (code,) for bare, code in names.desa_in.get(kecamatan, {}).items()}
        if kecamatan
        else names.desa
    )
    found = {
        code
        for title in titles
        for match in _VILLAGE.finditer(title)
        for code in _longest(match[1].split(), known)
    }
    return tuple(sorted(found))


def _longest(words: list[str], known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What the longest beginning of some words names: "prambatan lor kecamatan" names Prambatan Lor."""
    for count in range(len(words), 0, -1):
        if codes := known.get("".join(words[:count])):
            return codes
    return ()
