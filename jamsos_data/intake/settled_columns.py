"""Settles what columns mean: as somebody chose, and as their content proposes where that was accepted."""

from __future__ import annotations

from dataclasses import replace

from jamsos_data.intake.layout_notes import PROPOSED, note_choices, note_proposals
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.choices import refuse_contradictions
from jamsos_data.intake.match.columns import match_columns
from jamsos_data.intake.match.constants import constants_of
from jamsos_data.intake.match.content import propose_meanings
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.report import FindingLog
from jamsos_data.intake.table_guesses import Request


def settle_columns(
    table: Table, mapping: ColumnMap, request: Request, log: FindingLog
) -> tuple[Table, ColumnMap]:
    """The meanings of the columns after what was chosen, with proposals taken where they were accepted."""
    lexicon = request.lexicon
    refuse_contradictions(table, mapping, lexicon)
    note_choices(table, mapping, lexicon, log)
    given = constants_of(request.options.constants, mapping.data).given
    proposals = propose_meanings(table, mapping, lexicon, given)
    note_proposals(table, proposals, mapping, lexicon, log)
    proposed = {position: meaning for position, (meaning, _) in proposals.items()}
    if PROPOSED not in log.accepted:
        return table, replace(mapping, proposed=frozenset(proposed.values()))
    if not proposed:
        return table, mapping
    agreed = replace(
        table,
        choices={**proposed, **table.choices},
        sources={**dict.fromkeys(proposed, "content"), **table.sources},
    )
    return agreed, match_columns(agreed, mapping.data, lexicon, given)
