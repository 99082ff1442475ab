"""The table of villages: all of the area looked at, those without data, and people mapped to no village."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from jamsos_data.origin import Origin, people_and_potential
from jamsos_data.sentences.coverage import missing_sentence, only_regency_sentence
from jamsos_data.sentences.wording import basis_mark
from jamsos_data.table import Table, TableColumn
from jamsos_data.views.coverage_figures import CoverageFigures
from jamsos_data.wording import month, reason, rows_of
from pages.parts.empty import link_to
from pages.parts.keeping import made_once
from pages.parts.language import words
from pages.parts.page import basis_text
from pages.parts.panel import panel
from pages.parts.state import Selection
from pages.parts.tables import data_table

HEIGHT = 460  # px


def draw_villages(found: CoverageFigures, selection: Selection, *, with_link: bool = False) -> None:
    """The villages with search, sorting and download; a click on a row opens the village.

    `with_link` leads to the village sheet.
    """
    say = words()
    note = say(
        "coverage.villages.unit", month=month(selection.month, say), basis=basis_mark(basis_text(selection))
    )
    if found.only_regency:
        with panel("villages", say("coverage.villages.title")):
            tree = selection.reference.segmen_tree
            st.markdown(only_regency_sentence(selection.segmen, say, tree=tree))
        return
    title = missing_sentence(found.villages, say) or say("coverage.villages.title")
    with panel("villages", title, note):
        data_table(
            village_table(found.villages, selection), selection=selection, height=HEIGHT, selects_area=True
        )
        if with_link:
            link_to("village", label=say("village.open"))


@made_once
def village_table(villages: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_coverage at desa level, with names, reasons and the mark of an estimated denominator."""
    say, reference = words(), selection.reference
    rows = rows_of(villages)
    frame = villages.assign(
        kecamatan=[_kecamatan(row.kode_wilayah, selection) for row in rows],
        desa=[
            row.wilayah if row.terpetakan else say("coverage.row.unmapped", area=row.wilayah) for row in rows
        ],
        jenis=[_kind(row.kode_wilayah, row.terpetakan, reference) for row in rows],
        keterangan=[_note(row) for row in rows],
    )
    columns = {
        "kecamatan": TableColumn(say("coverage.column.kecamatan")),
        "desa": TableColumn(say("coverage.column.desa")),
        "jenis": TableColumn(say("coverage.column.kind")),
        "peserta_aktif": TableColumn(say("coverage.column.active"), "count"),
        "potensi": TableColumn(say("coverage.column.potential"), "count"),
        "persen": TableColumn(say("coverage.column.percent"), "percent"),
        "belum_terlindungi": TableColumn(say("coverage.column.uncovered"), "count"),
        "keterangan": TableColumn(say("coverage.column.note")),
        "kode_wilayah": TableColumn(say("coverage.column.code")),
    }
    title = say("coverage.villages.title")
    origin = Origin(
        formulas=("active", "potential", "percent", "uncovered"), rows=people_and_potential("inside")
    )
    return Table(name="cakupan_desa", title=title, frame=frame, columns=columns, origin=origin)


def _kecamatan(kode: str, selection: Selection) -> str:
    reference = selection.reference
    level = reference.area_level(kode)
    if level == "kabupaten":
        return ""
    return reference.area_name(kode if level == "kecamatan" else reference.parent_area(kode))


def _kind(kode: str, mapped: bool, reference: Any) -> str:
    if not mapped:
        return ""
    return words()("level.kelurahan" if reference.is_kelurahan(kode) else "level.desa_only")


def _note(row: Any) -> str:
    say = words()
    notes = [reason(row, say)] if row.alasan else []
    if row.estimasi:
        notes.append(say("coverage.note.estimated"))
    return ", ".join(notes)
