"""The figures of Mutu data as the values that the typesetting of the lists takes: words and cells only."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pandas as pd

from jamsos_data.colors import Look, palette
from jamsos_data.exports.cells import NUMERIC, table_texts
from jamsos_data.messages import Messages
from jamsos_data.metrics.checks import NOT_REPORTED
from jamsos_data.sentences.quality import check_table, formula_text, grade_table, score_text, silent_table
from jamsos_data.slides.slide import Footing
from jamsos_data.table import Table
from jamsos_data.views.quality_figures import QualityFigures
from jamsos_data.views.view import View
from jamsos_data.wording import has_value, month, rows_of

CHECK_COLUMNS = ("pemeriksaan", "wilayah", "periode", "segmen", "sumber", "angka", "pembanding")
GRADE_COLUMNS = ("huruf", "nilai", "lengkap", "terpetakan", "wajar", "penyebut")
LONG = 26  # letters: columns with longer cells share what room is left


def letters_content(
    found: QualityFigures, words: Messages, *, view: View, footing: Footing
) -> dict[str, Any]:
    """Everything that letters.typ shows; plain values that JSON can hold. One letter for each row of the grades."""
    return {
        "language": words.language,
        "colors": asdict(palette(Look())),
        "title": words("letter.document", month=month(footing.bulan, words)),
        "example": words("slide.example") if footing.example else "",
        "footing": f"{words('slide.source')} · {footing.state}",
        "note": words("letter.note"),
        "letters": [
            _letter(row, found, words, view=view)
            for row in sorted(rows_of(found.grades), key=lambda row: row.kode_wilayah)
        ],
    }


def _letter(row: Any, found: QualityFigures, words: Messages, *, view: View) -> dict[str, Any]:
    reference, area = view.reference, row.wilayah
    lead = words("letter.lead.none", month=month(view.month, words))
    if has_value(row.nilai):
        lead = words(
            "letter.lead",
            month=month(view.month, words),
            letter=row.huruf,
            score=score_text(row.nilai, words),
            formula=formula_text(words, reference=reference),
        )
    silent = silent_table(found.reporting[found.reporting["induk"] == row.kode_wilayah], words)
    concerned = found.checks["kode_wilayah"]
    inside = (concerned == row.kode_wilayah) | concerned.str.startswith(f"{row.kode_wilayah}.")
    inside &= found.checks["pemeriksaan"] != NOT_REPORTED  # those stand in the list above
    checks = check_table(found.checks[inside].reset_index(drop=True), words, reference=reference)
    grades = found.grades[found.grades["kode_wilayah"] == row.kode_wilayah]
    return {
        "kicker": words("letter.kicker", area=area),
        "title": words("letter.title", area=area),
        "lead": lead,
        "grade": _cells(grade_table(grades, words, reference=reference), words, GRADE_COLUMNS),
        "sections": [
            _section(silent, tuple(silent.columns), words, otherwise="letter.silent.none"),
            _section(checks, CHECK_COLUMNS, words, otherwise="letter.checks.none"),
        ],
        "ask": words("letter.ask") if len(silent.frame) or inside.any() else "",
    }


def _section(table: Table, names: tuple[str, ...], words: Messages, *, otherwise: str) -> dict[str, Any]:
    return {
        "heading": table.title,
        "table": None if table.frame.empty else _cells(table, words, names),
        "otherwise": words(otherwise),
    }


def _cells(table: Table, words: Messages, names: tuple[str, ...]) -> dict[str, Any]:
    kept = Table(
        name=table.name,
        title=table.title,
        frame=pd.DataFrame(table.frame),
        columns={name: table.columns[name] for name in names},
    )
    texts = table_texts(kept, words)
    longest = [max((len(cell) for cell in column), default=0) for column in zip(*texts, strict=True)]
    return {
        "heads": [column.title for column in kept.columns.values()],
        "rows": texts,
        "right": [column.kind in NUMERIC for column in kept.columns.values()],
        "widths": [number / LONG if number > LONG else 0 for number in longest],
    }
