"""Tables beneath the first one of a sheet: read as tables of their own where that is plain, the way sheets are.

Plain is a table of the same data set that leaves no question by itself and says nothing of what the others say. Of a
recap and the details that it sums the details are read, whichever of them stands first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.choice_notes import note_columns
from jamsos_data.intake.choose import Chosen
from jamsos_data.intake.claims import beyond_details, holds_parts, overlap, sums_up
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.header import CHOSEN_SCORE
from jamsos_data.intake.locate.other_tables import OtherTable, find_other_tables, repeats_header
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.constants import Constants, regency_elsewhere
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.report import FindingLog
from jamsos_data.intake.sheet_notes import note_other_table
from jamsos_data.intake.table_recaps import TableRecap
from jamsos_data.intake.table_trial import Trial, Tried

ReadAs = tuple[Table, ColumnMap]

# What asks whether the figures of a table are those of the data set at all: no details of a table that does not ask so.
_MEANING = frozenset(["JUDUL_ANGKA_LAIN", "JUDUL_NILAI_RAGU", "KOLOM_NILAI_DIANGGAP", "IURAN_KUMULATIF"])
_WIDER_ONLY = "BELUM_TERPETAKAN"


@dataclass(frozen=True, kw_only=True)
class _Parts:
    """The tables of a sheet to `read`, `recaps` that sum them, what recaps tell `beyond` that of wider areas, and those
    that none to read holds, so that nothing would name them.
    """

    read: tuple[ReadAs, ...]
    recaps: tuple[Tried, ...] = ()
    beyond: tuple[Tried, ...] = ()
    left: tuple[OtherTable, ...] = ()


def split_beneath(
    chosen: Chosen, stated: Constants, lexicon: Lexicon, log: FindingLog, *, file_name: str
) -> Chosen:
    """The tables to read, each followed by those beneath it that can plainly be read by themselves, and the recaps.

    Lists by name, and tables of which somebody said what columns are, stay as they are.
    """
    split: list[ReadAs] = []
    recaps: list[TableRecap] = []
    for table, mapping in chosen.tables:
        trial = Trial(data=mapping.data, stated=stated, lexicon=lexicon, file_name=file_name)
        parts = _split(table, mapping, trial)
        for found, meanings in parts.read:
            note_columns(found, meanings, lexicon, log)
        for other in parts.left:
            note_other_table(other, log, sheet=table.sheet.name)
        for rest in parts.beyond:
            log.extend(found for found in rest.log.findings if found.code == _WIDER_ONLY)
            _note_lacking(rest, lexicon, log)
        summed = [(read, True) for read in parts.read]
        tables = sorted([*summed, *(((r.table, r.mapping), False) for r in parts.beyond)], key=_first_row)
        places = frozenset(len(split) + place for place, (_, is_summed) in enumerate(tables) if is_summed)
        split += [read for read, _ in tables]
        recaps += [
            TableRecap(
                table=recap.table, mapping=recap.mapping, rows=recap.rows, own=recap.log, places=places
            )
            for recap in parts.recaps
        ]
    return replace(chosen, tables=tuple(split), table_recaps=tuple(recaps))


def _note_lacking(rest: Tried, lexicon: Lexicon, log: FindingLog) -> None:
    """Say of each kecamatan that only a recap tells of that its figure is taken from there."""
    said = {found.row for found in rest.log.findings if found.code == _WIDER_ONLY}
    rows = rest.rows[~rest.rows["_row"].isin(list(said))]
    value = rest.mapping.data.value_column
    sums = rows.groupby(["kode_wilayah", "_row"], as_index=False)[value].sum()
    for area, row, number in zip(sums["kode_wilayah"], sums["_row"], sums[value], strict=True):
        if area != lexicon.areas.kabupaten and number:
            log.add(
                _WIDER_ONLY, Severity.WARNING, sheet=rest.table.sheet.name, row=int(row),
                column=rest.mapping.main_values[0].header, value=str(int(number)),
                wilayah=lexicon.areas.official[area], printed=int(number), summed=0, n=1,
            )  # fmt: skip


def _split(table: Table, mapping: ColumnMap, trial: Trial) -> _Parts:
    data = mapping.data
    whole = _Parts(read=((table, mapping),))
    if table.choices or mapping.proposed or data.column(data.value_column).personal:
        return whole
    others = find_other_tables(table.body, table, mapping, repeats_header(table.body, table))
    own = trial.read(_without(table, _rows_of(others)), mapping) if others else None
    if own is None:
        return whole
    tried = {other: found for other in others if (found := trial.read_beneath(table, other)) is not None}
    details = _details_of(own, tried, trial)
    if details:
        rest = {other: found for other, found in tried.items() if other not in details}
        beneath, recaps = _read_beside(rest, [found.rows for found in details.values()], data)
        read = {**details, **beneath}
        left = tuple(other for other in others if other not in read and other not in recaps)
        return _parts(_in_order(read), (own, *recaps.values()), [f.rows for f in read.values()], data, left)
    beneath, recaps = _read_beside(tried, [own.rows], data)
    taken = frozenset[int]().union(*(found.cut for found in (*beneath.values(), *recaps.values())))
    first = _without(table, taken) if taken else table
    known = [own.rows, *(found.rows for found in beneath.values())]
    return _parts(((first, mapping), *_in_order(beneath)), tuple(recaps.values()), known, data)


def _parts(
    read: tuple[ReadAs, ...],
    recaps: Iterable[Tried],
    known: list[pd.DataFrame],
    data: Dataset,
    left: tuple[OtherTable, ...] = (),
) -> _Parts:
    """The tables with each recap parted into what sums the rows `known`, and its rows beyond these."""
    sums, beyond = [], []
    for recap in recaps:
        rest = beyond_details(recap.rows, pd.concat(known, ignore_index=True), data)
        numbers = frozenset(map(int, recap.rows.loc[rest, "_row"]))
        others = frozenset(map(int, recap.table.body.index)) - numbers
        sums.append(replace(recap, table=_without(recap.table, numbers), rows=recap.rows[~rest]))
        if numbers:
            beyond.append(replace(recap, table=_without(recap.table, others), rows=recap.rows[rest]))
    return _Parts(read=read, recaps=tuple(sums), beyond=tuple(beyond), left=left)


def _details_of(own: Tried, tried: dict[OtherTable, Tried], trial: Trial) -> dict[OtherTable, Tried]:
    """The tables beneath that the first one sums; none where somebody chose its header. What they would ask is no
    reason to take the sums instead, unless it is what their figures are.
    """
    data = trial.data
    is_chosen = own.table.score >= CHOSEN_SCORE
    if is_chosen or not _can_sum(own, data) or regency_elsewhere(own.table, trial.lexicon):
        return {}
    found: dict[OtherTable, Tried] = {}
    for other, former in tried.items():
        detail = _under_titles(former, own, trial)
        if detail.asks(_MEANING) - own.asks(_MEANING) or not holds_parts(own.rows, detail.rows, data):
            continue
        if not any(overlap(detail.rows, known.rows, data) for known in found.values()):
            found[other] = detail
    rows = [detail.rows for detail in found.values()]
    return found if rows and sums_up(own.rows, pd.concat(rows, ignore_index=True), data) else {}


def _under_titles(found: Tried, above: Tried, trial: Trial) -> Tried:
    """A table as it is read under the titles of the one above, too, where its own do not say what those say."""
    if not found.lacking - above.lacking:
        return found
    titles = tuple(dict.fromkeys((*above.table.titles, *found.table.titles)))
    return trial.read(replace(found.table, titles=titles), found.mapping, found.cut) or found


def _read_beside(
    tried: dict[OtherTable, Tried], known: list[pd.DataFrame], data: Dataset
) -> tuple[dict[OtherTable, Tried], dict[OtherTable, Tried]]:
    """The plain tables that say nothing of what those before them say, and the recaps of what is `known` then."""
    beneath: dict[OtherTable, Tried] = {}
    recaps: dict[OtherTable, Tried] = {}
    for other, found in tried.items():
        if found.is_plain and not any(overlap(found.rows, rows, data) for rows in known):
            known.append(found.rows)
            beneath[other] = found
    for other, found in tried.items():
        details = pd.concat(known, ignore_index=True)
        if other not in beneath and _can_sum(found, data) and sums_up(found.rows, details, data):
            recaps[other] = found
    return beneath, recaps


def _can_sum(found: Tried, data: Dataset) -> bool:
    """Whether a table may sum others: it has numbers that add up, and its rows are read, whatever it sums over; potensi
    of an area may be more than that of its parts.
    """
    adds_up = data.column(data.value_column).kind in (ColumnKind.COUNT, ColumnKind.RUPIAH)
    unclear = any(noted.severity is Severity.ERROR and noted.row is not None for noted in found.log.findings)
    read = not found.rows.empty and data.value_column in found.rows
    return adds_up and data.name != "potensi" and read and not unclear and not found.foreign


def _in_order(tables: dict[OtherTable, Tried]) -> tuple[ReadAs, ...]:
    return tuple(
        (tables[other].table, tables[other].mapping) for other in sorted(tables, key=lambda o: o.row)
    )


def _first_row(read: tuple[ReadAs, bool]) -> int:
    return min(map(int, read[0][0].body.index), default=0)


def _rows_of(others: Iterable[OtherTable]) -> frozenset[int]:
    return frozenset(row for other in others for row in other.rows)


def _without(table: Table, rows: frozenset[int]) -> Table:
    return replace(table, body=table.body[~table.body.index.isin(list(rows))])
