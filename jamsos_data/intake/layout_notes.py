"""Says what was read as somebody chose instead of as intake would guess, and what only cells suggest."""

from __future__ import annotations

from collections.abc import Sequence

from jamsos_data.dataset_columns import Text
from jamsos_data.findings import Severity
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.plan import PlannedSheet
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.content import Content
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.meanings import name_meaning
from jamsos_data.intake.report import FindingLog
from jamsos_data.intake.shown import show_list

PROPOSED = "KOLOM_DIUSULKAN"
RECALLED = "TATA_LETAK_DIINGAT"
_LISTED = 12


def note_plans(plans: Sequence[PlannedSheet], log: FindingLog) -> None:
    """Sheets, header rows and rows that were chosen, and choices that an earlier file of the same shape gave."""
    for plan in plans:
        name, layout = plan.sheet.name, plan.layout
        if plan.recalled is not None:
            log.add(
                RECALLED, Severity.INFO, sheet=name, n=len(plan.recalled.columns),
                author=plan.recalled.author or "–", time=plan.recalled.time or "–", shape=plan.shape,
            )  # fmt: skip
        if plan.is_left_out:
            log.add("LEMBAR_DIKELUARKAN", Severity.INFO, sheet=name)
            continue
        if layout.read:
            log.add("LEMBAR_DIPILIH", Severity.INFO, sheet=name)
        if layout.header is not None:
            first, last = layout.header
            rows = str(first) if first == last else f"{first}–{last}"
            code = "TANPA_JUDUL_DIPILIH" if first == 0 else "JUDUL_DIPILIH"
            log.add(code, Severity.INFO, sheet=name, rows=rows)
        if layout.left_out:
            rows = ", ".join(map(str, layout.left_out[:_LISTED]))
            more = " …" if len(layout.left_out) > _LISTED else ""
            log.add("BARIS_DIKELUARKAN", Severity.INFO, sheet=name, n=len(layout.left_out), rows=rows + more)


def note_choices(table: Table, mapping: ColumnMap, lexicon: Lexicon, log: FindingLog) -> None:
    """The columns that were taken as the operator said, each with its meaning."""
    chosen = [slot for slot in mapping.slots if slot.source == "operator"]
    if not chosen:
        return
    data, reference = mapping.data, lexicon.reference
    said = []
    for slot in chosen:
        meaning = name_meaning(table.choices[slot.position], data, reference)
        said.append(Text(id=f"“{slot.header}” → {meaning.id}", en=f"“{slot.header}” → {meaning.en}"))
    log.add(
        "KOLOM_DIPILIH", Severity.INFO, sheet=table.sheet.name, n=len(chosen), said=show_list(said[:_LISTED])
    )


def note_proposals(
    table: Table,
    proposals: dict[int, tuple[str, Content]],
    mapping: ColumnMap,
    lexicon: Lexicon,
    log: FindingLog,
) -> None:
    """Columns under unknown headers whose cells say what they may be: no row is taken before somebody agrees."""
    for position, (meaning, content) in proposals.items():
        words = name_meaning(meaning, mapping.data, lexicon.reference)
        log.add(
            PROPOSED, Severity.ERROR, sheet=table.sheet.name, column=table.header_text(position),
            proposal=words.id, meaning=words, n=content.fitting, filled=content.filled,
        )  # fmt: skip
