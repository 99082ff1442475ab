"""The whole way of one reference table: locate → clean → check, ending in rows, rejected rows and findings."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.names import normalise
from jamsos_data.intake.reference_tables.areas import check_aliases, check_areas
from jamsos_data.intake.reference_tables.cells import clean_cells
from jamsos_data.intake.reference_tables.draft import Draft
from jamsos_data.intake.reference_tables.hierarchies import check_code_list
from jamsos_data.intake.reference_tables.locating import Located, locate_reference
from jamsos_data.intake.reference_tables.table import ReadTable
from jamsos_data.intake.reference_tables.tariffs import check_tariffs
from jamsos_data.intake.reference_tables.thresholds import check_thresholds
from jamsos_data.intake.report import ColumnReading, FindingLog, Refusal, SheetReading
from jamsos_data.masking import mask
from jamsos_data.reference import Reference
from jamsos_data.reference_sets import ORDER, THRESHOLDS

MAX_ROWS = 100_000
_GUIDES = frozenset(["petunjuk", "contoh", "panduan", "instructions", "guide", "example"])
_EXAMPLES = 3
_CHECKS: dict[str, Callable[[Draft], None]] = {
    "wilayah": check_areas,
    "alias_wilayah": check_aliases,
    "segmen": check_code_list,
    "sumber_dana": check_code_list,
    "program": check_code_list,
    "basis": check_code_list,
    "tarif": check_tariffs,
    THRESHOLDS: check_thresholds,
}


def read_reference_table(
    content: bytes, data: Dataset, reference: Reference, *, in_use: frozenset[str], log: FindingLog
) -> ReadTable:
    """Read a file as the reference table `data`; `in_use` are the codes that the data of the lake hold.

    Raises Refusal when the file is no such table or the table could not be used.
    """
    located = locate_reference(content, data)
    if located.texts.empty:
        raise Refusal("TANPA_BARIS_DATA")
    if len(located.texts) > MAX_ROWS:
        raise Refusal("TABEL_TERLALU_BESAR", rows=len(located.texts), columns=len(located.texts.columns))
    draft = Draft(
        data=data,
        sheet=located.sheet,
        texts=located.texts,
        headers=located.headers,
        reference=reference,
        in_use=in_use,
        log=log,
    )
    _tell_unused(located, draft)
    clean_cells(draft)
    _CHECKS[data.name](draft)
    rows = draft.good.reset_index(drop=True)
    rows[ORDER] = range(1, len(rows) + 1)
    return ReadTable(rows, _rejected(draft, located), _reading(draft, located))


def _tell_unused(located: Located, draft: Draft) -> None:
    unused = [text for text in located.unused if normalise(text) not in ("no", "nomor", "urutan")]
    if unused:
        draft.tell("ACUAN_KOLOM_LAIN", n=len(unused), columns=", ".join(unused))
    others = [name for name in located.other_sheets if not set(normalise(name).split()) & _GUIDES]
    if others:
        draft.log.add("ACUAN_LEMBAR_LAIN", Severity.INFO, n=len(others), sheets=", ".join(others))


def _rejected(draft: Draft, located: Located) -> pd.DataFrame:
    bad = located.texts[draft.bad.loc[located.texts.index]]
    codes: dict[int, list[str]] = {}
    for finding in draft.log.findings:
        if finding.severity is Severity.ERROR and finding.row is not None:
            codes.setdefault(finding.row, []).append(finding.code)
    shown = bad[[name for name in bad.columns if name in located.headers]].apply(_shown, args=(draft,))
    shown = shown.rename(columns=located.headers)
    shown.insert(0, "temuan", [", ".join(dict.fromkeys(codes.get(int(row), []))) for row in bad.index])
    shown.insert(0, "row", bad.index)
    shown.insert(0, "sheet", draft.sheet)
    return shown.reset_index(drop=True)


def _shown(texts: pd.Series, draft: Draft) -> pd.Series:
    """The cells of a column without numbers of persons; a latitude with all its decimals is none."""
    return texts.map(mask) if draft.data.column(str(texts.name)).kind is ColumnKind.TEXT else texts


def _reading(draft: Draft, located: Located) -> SheetReading:
    columns = [
        ColumnReading(
            header=header,
            column=name,
            examples=tuple(_shown(located.texts.loc[located.texts[name] != "", name].head(_EXAMPLES), draft)),
        )
        for name, header in located.headers.items()
    ]
    columns += [ColumnReading(header=text, column=None) for text in located.unused]
    return SheetReading(
        name=located.sheet,
        header_rows=(located.header_row,),
        data_rows=draft.read,
        left_out=int(draft.bad.sum()),
        columns=tuple(columns),
        constants={},
    )
