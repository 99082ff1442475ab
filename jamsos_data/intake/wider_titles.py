"""Titles that speak of more than the regency: its branch office, or several regencies.

The branch office of Kudus serves five regencies (DATA.md, 6, rule 3). Of a table without areas only the title says
whose figures it holds, so such a one is never passed over.
"""

from __future__ import annotations

import re

from jamsos_data.findings import Severity
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.regencies import names_home, other_regencies
from jamsos_data.intake.match.title_lines import lines_with_areas
from jamsos_data.intake.names import normalise

_BRANCH = (
    r"\b(?:cabang|kancab|kacab|kc)(?: (?:utama|madya|pratama|bpjs|ketenagakerjaan|bpjamsostek|jateng|diy))* "
)
_BETWEEN = r"(?: (?:dan|serta|kabupaten|kab|kota))* "


def note_wider_titles(table: Table, context: SheetContext) -> None:
    """Warn where the rows of a table are those of the regency by its title or the operator alone, and a title speaks of
    the branch office or of several regencies.
    """
    mapping = context.mapping
    if mapping.of_role("area") or mapping.areas_by_column or not _is_of_regency(context):
        return
    wider = _wider_than_regency(table, context.lexicon)
    if wider:
        home = context.lexicon.areas.official[context.lexicon.areas.kabupaten]
        context.log.add("JUDUL_LEBIH_LUAS", Severity.WARNING, sheet=context.sheet, value=wider, home=home)


def _is_of_regency(context: SheetContext) -> bool:
    names = context.lexicon.areas
    areas = context.stated.areas or context.titled.areas
    texts = {text.strip() for text in areas.values()} - {""}
    return bool(texts) and all(text == names.kabupaten or names_home(text, names) for text in texts)


def _wider_than_regency(table: Table, lexicon: Lexicon) -> str:
    """The branch or the regencies that titles name, in our own words; "" where none does, or the name of the sheet or a
    title gives the regency itself.
    """
    names = lexicon.areas
    home = normalise(names.official[names.kabupaten])
    if names_home(table.sheet.name, names):
        return ""
    lines = lines_with_areas((*table.titles, table.sheet.name))
    words = " ".join((*lines.sure, *lines.doubtful))
    others = "|".join(sorted(other_regencies(names)))
    beside = re.search(rf"\b{home}{_BETWEEN}({others})\b|\b({others}){_BETWEEN}{home}\b", words)
    if beside:
        return f"{home}, {beside[1] or beside[2]}".title()
    if re.search(rf"\b(?:kabupaten|kab) {home}\b", words):
        return ""
    return f"Kantor Cabang {home.capitalize()}" if re.search(rf"{_BRANCH}{home}\b", words) else ""
