"""The figures of pictures that no other table of their page holds: each picture can be read as a table, too."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from jamsos_data.origin import Origin, Rows, people_and_potential
from jamsos_data.sentences.naming import naming_level
from jamsos_data.table import CellKind, Table, TableColumn
from jamsos_data.wording import month, reason, rows_of
from pages.parts.keeping import made_once
from pages.parts.language import words
from pages.parts.state import Selection


@made_once
def trend_table(rows: pd.DataFrame) -> Table:
    """Rows of measure_coverage_trend, area by area, oldest month first."""
    say = words()
    columns = {
        "wilayah": TableColumn(say("coverage.column.area")),
        "periode": TableColumn(say("slide.column.month"), "month"),
        "peserta_aktif": TableColumn(say("coverage.column.active"), "count"),
        "potensi": TableColumn(say("coverage.column.potential"), "count"),
        "persen": TableColumn(say("coverage.column.percent"), "percent"),
    }
    frame = rows.sort_values(["kode_wilayah", "periode"], ignore_index=True)
    origin = Origin(
        formulas=("active", "potential", "percent"),
        rows=people_and_potential("own" if frame["kode_wilayah"].nunique() == 1 else "parts", when="shown"),
    )
    title = say("coverage.trend.title")
    return Table(name="cakupan_bulanan", title=title, frame=frame, columns=columns, origin=origin)


@made_once
def comparison_table(
    before: pd.DataFrame, after: pd.DataFrame, *, months: tuple[datetime, datetime]
) -> Table:
    """Rows of measure_coverage for the same areas in two months, side by side; highest in the second one first."""
    say, figures = words(), ["peserta_aktif", "potensi", "persen"]
    earlier = before[["kode_wilayah", *figures]]
    frame = after.merge(earlier, on="kode_wilayah", how="left", suffixes=("", "_dulu"))
    titles: dict[str, tuple[str, CellKind]] = {
        "peserta_aktif": ("coverage.column.active", "count"),
        "potensi": ("coverage.column.potential", "count"),
        "persen": ("coverage.column.percent", "percent"),
    }
    columns = {"wilayah": TableColumn(say("coverage.column.area"))}
    for suffix, moment in zip(("_dulu", ""), months, strict=True):
        for figure, (key, kind) in titles.items():
            columns[f"{figure}{suffix}"] = TableColumn(f"{say(key)}, {month(moment, say)}", kind)
    frame = frame.sort_values("persen", ascending=False, na_position="last", ignore_index=True)
    origin = Origin(
        formulas=("percent_before", "percent", "potential"),
        rows=(*people_and_potential("parts"), *people_and_potential("parts", when="compared")),
    )
    title = say("coverage.compare.title")
    return Table(name="dua_bulan", title=title, frame=frame, columns=columns, origin=origin)


@made_once
def flow_table(flow: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_premium_flow, largest first, with the names of their codes."""
    say, reference = words(), selection.reference
    frame = flow.assign(
        sumber=reference.sumber_tree.names_of(flow["sumber_dana"], say.language),
        nama_segmen=reference.segmen_tree.names_of(flow["segmen"], say.language),
    )
    columns = {
        "sumber": TableColumn(say("premiums.column.source")),
        "nama_segmen": TableColumn(say("coverage.column.segment")),
        "program": TableColumn(say("premiums.column.program")),
        "nilai": TableColumn(say("premiums.column.paid"), "rupiah"),
    }
    origin = Origin(formulas=("paid_by_flow",), rows=(Rows(kind="iuran", when="since_january"),))
    title = say("premiums.flow.title")
    return Table(name="iuran_alur", title=title, frame=frame, columns=columns, origin=origin)


@made_once
def coverage_segment_table(own: pd.DataFrame, inside: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_coverage_by_segmen, of the area looked at and of those inside it."""
    say, tree = words(), selection.reference.segmen_tree
    rows = pd.concat([own, inside])
    named = rows.assign(
        nama_segmen=tree.names_of(rows["segmen"], say.language),
        keterangan=[reason(row, say) if row.alasan else "" for row in rows_of(rows)],
    )
    columns = {
        "kode_wilayah": TableColumn(say("coverage.column.code")),
        "wilayah": TableColumn(say("coverage.column.area")),
        "nama_segmen": TableColumn(say("coverage.column.segment")),
        "peserta_aktif": TableColumn(say("coverage.column.active"), "count"),
        "potensi": TableColumn(say("coverage.column.potential"), "count"),
        "persen": TableColumn(say("coverage.column.percent"), "percent"),
        "keterangan": TableColumn(say("coverage.column.note")),
    }
    title = say(f"coverage.segments.title.{naming_level(selection)}")
    origin = Origin(formulas=("active", "potential", "percent"), rows=people_and_potential("own_and_parts"))
    return Table(name="cakupan_segmen", title=title, frame=named, columns=columns, origin=origin)
