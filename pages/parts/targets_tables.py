"""The tables of the page Target: who must add how many each month, and the duties that are not numbers."""

from __future__ import annotations

import pandas as pd

from jamsos_data.origin import Origin, Rows, people_and_potential, targets_shown
from jamsos_data.sentences.projection import pace_text, reached_text
from jamsos_data.sentences.targets import goal_text, verdict
from jamsos_data.slides.tables import duty_table
from jamsos_data.table import Table, TableColumn
from jamsos_data.wording import has_value, rows_of
from pages.parts.keeping import made_once
from pages.parts.language import words
from pages.parts.state import Selection

_PACE_ORIGIN = Origin(
    formulas=("short_people", "target_people", "needed", "pace", "percent", "uncovered"),
    rows=(
        *people_and_potential("own_and_parts", unasked=("segmen", "sumber_dana")),
        Rows(kind="kepesertaan", when="pace", place="own_and_parts", unasked=("segmen", "sumber_dana")),
        targets_shown(),
    ),
)


@made_once
def pace_table(segments: pd.DataFrame, grid: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_targets, of all segments and of all areas, as a table with the verdict on the pace."""
    say, tree = words(), selection.reference.segmen_tree
    rows = pd.concat([segments, grid]).drop_duplicates(["kode_wilayah", "segmen"])
    rows = rows.sort_values(
        ["kurang_orang", "kode_wilayah", "segmen"], ascending=[False, True, True], na_position="last"
    )
    named = rows_of(rows)
    frame = rows.assign(
        nama_segmen=[tree.name(row.segmen, say.language) for row in named],
        sasaran=[goal_text(row, say) if has_value(row.nilai_target) else "" for row in named],
        kesimpulan=[verdict(row, say) for row in named],
        laju=[pace_text(row.laju_6_bulan, say) for row in named],
        tercapai=[reached_text(row, say) for row in named],
    )
    columns = {
        "wilayah": TableColumn(say("coverage.column.area"), width=100),
        "nama_segmen": TableColumn(say("coverage.column.segment"), width=165),
        "kesimpulan": TableColumn(say("targets.column.verdict"), width=120),
        "kurang_orang": TableColumn(say("targets.column.short"), "count", width=100),
        "tambahan_per_bulan": TableColumn(say("targets.column.needed"), "count", width=105),
        "laju": TableColumn(say("targets.column.pace"), width=145),
        "tercapai": TableColumn(say("targets.column.reached"), width=130),
        "persen": TableColumn(say("coverage.column.percent"), "percent", width=85),
        "sasaran": TableColumn(say("targets.column.goal"), width=92),
        "peserta_aktif": TableColumn(say("targets.column.active"), "count", width=95),
        "target_orang": TableColumn(say("targets.column.goal_people"), "count"),
        "bulan_tersisa": TableColumn(say("targets.column.months"), "count"),
        "batas_waktu": TableColumn(say("targets.column.deadline"), "month"),
        "belum_terlindungi": TableColumn(say("coverage.column.uncovered"), "count"),
        "dasar_hukum": TableColumn(say("targets.column.legal")),
        "kode_wilayah": TableColumn(say("coverage.column.code")),
    }
    title = say("targets.table.title")
    return Table(name="target_inpres", title=title, frame=frame, columns=columns, origin=_PACE_ORIGIN)


@made_once
def wide_duty_table(duties: pd.DataFrame, selection: Selection) -> Table:
    """Rows of duty_rows in the width of a page."""
    return duty_table(duties, selection, words(), wide=True)
