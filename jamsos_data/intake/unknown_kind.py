"""Refuses a file of which no table is of a known kind, and says what it lacks."""

from __future__ import annotations

from typing import NoReturn

import pandas as pd

from jamsos_data.datasets import DATASETS, Dataset
from jamsos_data.intake.assumed_value import kinds_told_by
from jamsos_data.intake.clean.area_columns import AreaSheet, read_areas
from jamsos_data.intake.clean.area_texts import area_texts
from jamsos_data.intake.clean.lost_zeros import may_be_cut
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.kinds import Guess, lacking_column
from jamsos_data.intake.match.slots import ColumnMap
from jamsos_data.intake.match.title_hints import told_by_titles
from jamsos_data.intake.personal import has_nik
from jamsos_data.intake.report import FindingLog, IntakeOptions, Refusal
from jamsos_data.intake.table_guesses import Request
from jamsos_data.intake.titled_kind import PROPOSED_KIND
from jamsos_data.intake.years_across import refuse_years_across
from jamsos_data.masking import mask

_PROBED_ROWS = 2_000
_UNSHOWN = "•••"


def refuse_unknown(
    table: Table, guess: Guess, request: Request, *, proposed: Dataset | None = None
) -> NoReturn:
    """Say that the file is about elsewhere, if it is; else which column is missing or that the kind is unknown, with
    the one that is `proposed`.
    """
    if _is_elsewhere(table, guess.mapping, request.lexicon):
        raise Refusal("WILAYAH_LAIN", n=len(table.body))
    quoted = [table.header_text(position) for position in range(min(len(table.headers), 8))]
    # A row of a list by name taken for a header is not quoted, nor is a sheet that lists persons named.
    headers = _UNSHOWN if any(mask(text) != text for text in quoted) else ", ".join(quoted)
    sheet = None if has_nik(guess.mapping.slots) or headers == _UNSHOWN else table.sheet.name
    cut = next((slot for slot in guess.mapping.of_role("unused") if may_be_cut(slot.header)), None)
    if request.options.kind is None and (cut is None or told_by_titles(table) is None):
        _refuse_kind(headers, request.options, sheet=sheet, proposed=proposed)
    if cut is not None:
        raise Refusal(
            "BULAN_SATU_ATAU_SEPULUH", sheet=sheet, column=cut.header, value=cut.header, year=cut.header[:4]
        )
    refuse_years_across(table, guess.mapping.data)
    if "usaha_terdata" in guess.mapping.provided:
        raise Refusal("USAHA_TERDAFTAR_TIDAK_ADA", sheet=sheet, headers=headers)
    column = guess.mapping.data.column(lacking_column(guess.mapping))
    raise Refusal(
        "KOLOM_NILAI_TIDAK_ADA", sheet=sheet, column=column.title.id, headers=headers,
        kind=guess.mapping.data.title.id,
    )  # fmt: skip


def _refuse_kind(
    headers: str, options: IntakeOptions, *, sheet: str | None, proposed: Dataset | None
) -> NoReturn:
    known = ", ".join(data.name for data in kinds_told_by(options) or tuple(DATASETS.values()))
    if proposed is not None and headers != _UNSHOWN:
        raise Refusal(
            PROPOSED_KIND,
            sheet=sheet,
            proposal=proposed.name,
            title=proposed.title,
            headers=headers,
            known=known,
        )
    raise Refusal("JENIS_TIDAK_DIKENAL", sheet=sheet, headers=headers, known=known)


def _is_elsewhere(table: Table, mapping: ColumnMap, lexicon: Lexicon) -> bool:
    body: pd.DataFrame = table.body.head(_PROBED_ROWS)
    if not mapping.of_role("area") or body.empty:
        return False
    texts, _ = area_texts(body, mapping)
    areas = read_areas(texts, AreaSheet(name="", mapping=mapping, names=lexicon.areas, log=FindingLog()))
    return bool(areas.foreign.any() and not (areas.codes != "").any())
