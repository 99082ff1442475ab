"""Columns that are added because their headers lead to one code or month: told where they are its parts, else asked.

RT and RW are both parts of one segment, men and women of all people. Terdaftar and Aktif, Pagu and Sisa, February and
"s.d. Februari" under one code are not: added, they would count twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from jamsos_data.findings import Severity
from jamsos_data.formats import format_month
from jamsos_data.intake.lexicon import WIDE_TABLES, Lexicon
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.labels import FILLERS
from jamsos_data.intake.match.parts_beside import note_joined
from jamsos_data.intake.match.people_by_programme import stand_by_sex
from jamsos_data.intake.match.program_parts import is_part
from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.match.unread_words import SEXES, HeaderWords
from jamsos_data.intake.names import normalise


def note_added(slots: Sequence[Slot], context: SheetContext) -> None:
    """Say of the value columns `slots` which are added to one another; a doubt has to be answered."""
    note_joined(slots, context.sheet, context.mapping, context.log)
    together: dict[tuple[str, tuple[tuple[str, str], ...]], list[Slot]] = {}
    for slot in slots:
        if slot.tags:
            together.setdefault((slot.name, tuple(sorted(slot.tags.items()))), []).append(slot)
    doubted: set[int] = set()
    for (_, tags), same in together.items():
        if len(same) > 1:
            sure = (
                all(slot.is_chosen for slot in same)
                or stand_by_sex(same)
                or _are_parts(same, dict(tags), context.lexicon)
            )
            context.log.add(
                "KOLOM_DIJUMLAHKAN" if sure else "KOLOM_DIJUMLAHKAN_RAGU",
                Severity.INFO if sure else Severity.WARNING,
                sheet=context.sheet,
                column=", ".join(slot.header for slot in same),
                value=", ".join(_shown(text) for _, text in tags),
            )
            doubted |= set() if sure else {slot.position for slot in same}
    read = (slot for slot in slots if slot.position not in doubted and not slot.is_chosen and not slot.proof)
    _note_unread(list(read), context)


def _shown(code: str) -> str:
    """A code as it is; of a month whose year stands elsewhere ("-----01") its name."""
    number = code.removeprefix("-----")
    return code if number == code else format_month(datetime(2000, int(number), 1)).rpartition(" ")[0]


def _note_unread(slots: Sequence[Slot], context: SheetContext) -> None:
    """Say of which columns a part of the header was not understood: they may count something else than the code."""
    words = HeaderWords(context.mapping.data, context.lexicon)
    for slot in slots:
        unread = words.unread(slot, context.mapping.slots)
        if unread and not is_part(slot, slot.tags.get("program", ""), context.lexicon):
            context.log.add(
                "JUDUL_NILAI_RAGU", Severity.WARNING, sheet=context.sheet, column=slot.header, value=" / ".join(unread),
                title=context.mapping.data.column(slot.name).title,
            )  # fmt: skip


def _are_parts(slots: Sequence[Slot], tags: Mapping[str, str], lexicon: Lexicon) -> bool:
    """Whether the lowest headers all differ in more than fillers, and each spells the common code itself, a sex, or a
    programme of the package.
    """
    lowest = [normalise(slot.lowest_header) for slot in slots]
    if len(set(lowest)) < len(lowest):
        return False
    if all(text in SEXES for text in lowest):
        return True
    if all(is_part(slot, tags.get("program", ""), lexicon) for slot in slots):
        return True
    codes = [(lexicon.codes[WIDE_TABLES[name]], code) for name, code in tags.items() if name in WIDE_TABLES]
    bare = [" ".join(word for word in text.split() if word not in FILLERS) for text in lowest]
    # "RT/RW" beside "Jumlah RT/RW" is the same once more.
    return len(set(bare)) == len(bare) and all(
        any(known.get(text) == code for known, code in codes) for text in bare
    )
