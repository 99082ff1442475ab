"""Rows of one key that another column tells apart: companies, offices or groups of a kecamatan are parts of its figure.

A recap of BPJS by company ("Nama Perusahaan", "TK Aktif") or of offices ("Perangkat Daerah") has no row per key. Only
somebody who knows the file can say that its people are different ones, so that their sum is proposed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

import pandas as pd

from jamsos_data.dataset_columns import Text
from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.formats import format_count
from jamsos_data.intake.account_codes import are_account_codes
from jamsos_data.intake.check.aside import SECTION_NAME, SHEET_NAME
from jamsos_data.intake.check.coded_words import describe_words, told_by_words
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.key_groups import KeyGroups
from jamsos_data.intake.check.other_groups import groups_of
from jamsos_data.intake.check.part_texts import (
    telling_header,
    unsaid_parts,
)
from jamsos_data.intake.sheet_groups import are_apart

PROPOSED = "BARIS_BAGIAN_DIJUMLAHKAN"
# "5 1 02 ", an account code as cells beside the data are kept.
_ACCOUNT = re.compile(r"(?:\d+ )+")


@dataclass(frozen=True)
class _Told:
    """What tells the rows of a group apart: the header of columns, the rows of which these say no sex or age, and the
    words of the file where these all stand for one code.
    """

    header: str
    unsaid: tuple[int, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class JoinedRows:
    """`rows` with one row per group of parts, or without them while they are `waiting` (index of the rows).

    `sums` are the figures of the rows that stand for a group, by index, and `merged` the rows that are in them.
    """

    rows: pd.DataFrame
    waiting: pd.Index
    merged: pd.Index
    sums: pd.DataFrame

    @classmethod
    def none(cls, rows: pd.DataFrame, added: list[str]) -> JoinedRows:
        """`rows` as they are."""
        nothing = rows.index[:0]
        return cls(rows, nothing, nothing, rows.loc[nothing, added])

    def after(self, earlier: JoinedRows) -> JoinedRows:
        """Both together, where this one was made of the rows of the `earlier` one."""
        sums = pd.concat([earlier.sums.drop(self.sums.index, errors="ignore"), self.sums])
        waiting, merged = earlier.waiting.union(self.waiting), earlier.merged.union(self.merged)
        return JoinedRows(self.rows, waiting, merged, sums)

    def join_in(self, long: pd.DataFrame) -> pd.DataFrame:
        """All rows of the file, with the sums of the groups in place of their parts."""
        if self.merged.empty:
            return long
        joined = long.drop(self.merged)
        joined.loc[self.sums.index, self.sums.columns] = self.sums
        return joined


def join_parts(rows: pd.DataFrame, data: Dataset, context: CheckContext) -> JoinedRows:
    """Propose the sum of the rows of `rows` (canonical columns, _sheet, _table, _row) that are parts of one key.

    Each such group is told apart by one unused column with a name of its own in every row, or by words for one and the
    same segment, payer or programme ("Petani", "Buruh Tani"). Once the proposal is
    accepted the first row of a group carries the sums, in orang and Rp, and the others are gone. Groups that differ in
    more than that (the last paid month, say) stay as they are.
    """
    found = KeyGroups.of(rows, data, context)
    groups, added = _groups_of_parts(found, context), found.added
    if not groups:
        return JoinedRows.none(rows, added)
    _propose(rows, groups, data, context)
    parts = pd.Index([position for group in groups for position in group])
    if PROPOSED not in context.log.accepted:
        return replace(JoinedRows.none(rows, added), rows=rows.drop(parts), waiting=parts)
    return join_groups(rows, list(groups), added)


def join_groups(rows: pd.DataFrame, groups: list[tuple[int, ...]], added: list[str]) -> JoinedRows:
    """The rows with the sums of the columns `added` in the first of each group (index of its rows)."""
    parts = pd.Index([position for group in groups for position in group])
    first = pd.Series({position: group[0] for group in groups for position in group})
    sums = rows.loc[parts, added].groupby(first).sum(min_count=1)
    merged = parts.difference(sums.index)
    joined = rows.drop(merged)
    joined.loc[sums.index, added] = sums
    return JoinedRows(joined, rows.index[:0], merged, sums)


def _groups_of_parts(found: KeyGroups, context: CheckContext) -> dict[tuple[int, ...], _Told]:
    """The groups that are parts, and of each what tells its rows apart."""
    parts = {}
    for group in found.groups:
        texts = [found.names[position] for position in group]
        header = telling_header(texts)
        if header in (SHEET_NAME, SECTION_NAME) and not _are_apart(found.rows.loc[list(group)], context):
            continue
        if header and not _are_nested(texts):
            parts[group] = _Told(header, tuple(group[place] for place in unsaid_parts(texts, header)))
        elif not header and (told := told_by_words(found, group)) is not None:
            parts[group] = _Told(told.header, words=told.words)
    return parts


def _are_apart(rows: pd.DataFrame, context: CheckContext) -> bool:
    """Whether the sheets of some rows, or the headings above them, are about other people, each of another group."""
    groups = groups_of(rows, context).unique()
    return all(are_apart(one, other, context.reference) for one, other in combinations(groups, 2))


def _are_nested(texts: Sequence[Mapping[str, str]]) -> bool:
    """Whether an account code of one row begins that of another: 5.1 sums 5.1.02.01 beneath it, and is no part."""
    for header in {header for each in texts for header in each}:
        codes = sorted({f"{each[header]} " for each in texts if header in each})
        nested = all(map(_ACCOUNT.fullmatch, codes)) and any(b.startswith(a) for a, b in pairwise(codes))
        if nested and are_account_codes(header, (tuple(code.split()) for code in codes)):
            return True
    return False


def _propose(
    rows: pd.DataFrame, groups: Mapping[tuple[int, ...], _Told], data: Dataset, context: CheckContext
) -> None:
    """One finding for each sheet and column that tells the parts apart, which names those of no stated sex or age."""
    told: dict[tuple[str, str], list[tuple[int, ...]]] = defaultdict(list)
    for group, parts in groups.items():
        told[str(rows["_sheet"].loc[list(group)].iloc[0]), parts.header].append(group)
    for (sheet, header), parts in told.items():
        number = sum(map(len, parts))
        unsaid = rows.loc[[row for group in parts for row in groups[group].unsaid]]
        context.log.add(
            PROPOSED, Severity.ERROR, sheet=sheet, column=header,
            proposal=f"{number} → {len(parts)}", n=number, sums=len(parts),
            unsaid=_describe(unsaid, data) if unsaid.size else describe_words(groups[group].words for group in parts),
        )  # fmt: skip


def _describe(unsaid: pd.DataFrame, data: Dataset) -> Text:
    """How many rows say no sex or age, the first of them and its figure; nothing where there are none."""
    if unsaid.empty:
        return Text("", "")
    row, figure = int(str(unsaid["_row"].iloc[0])), int(str(unsaid[data.value_column].iloc[0]))
    return Text(
        id=f" {len(unsaid)} di antaranya tanpa isian (pertama baris {row}: {format_count(figure, language='id')}),"
        " dibaca sebagai orang yang kelompoknya tidak diketahui.",
        en=f" {len(unsaid)} of them say nothing there (first row {row}: {format_count(figure, language='en')}), which"
        " is read as people of whom that is not known.",
    )
