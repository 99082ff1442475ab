"""The tables of how long people stay protected: whose protection ends, what coverage falls to, who is paid twice."""

from __future__ import annotations

from typing import Any

import pandas as pd

from jamsos_data.origin import Matched, Origin, Rows, When, people_and_potential, whole_budgets
from jamsos_data.reference import Reference
from jamsos_data.table import Table, TableColumn
from jamsos_data.wording import join, rows_of
from pages.parts.keeping import made_once
from pages.parts.language import words
from pages.parts.premiums_tables import segment_names, source_names
from pages.parts.state import Selection

_PLACES = (("kode_wilayah", "kode_wilayah"), ("segmen", "segmen"), ("program", "program"))
_DOUBLES: tuple[tuple[str, When, Matched], ...] = (
    ("iuran", "through", "inside"),
    ("kepesertaan", "month", "related"),
)


@made_once
def ending_table(endings: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_endings, of one area, with the months that the payer's money lasts."""
    say = words()
    frame = endings.assign(
        sumber=source_names(endings, selection),
        nama_segmen=segment_names(endings, selection),
        alasan=[say(f"premiums.ending.{code}") for code in endings["sebab"]],
    )
    columns = {
        "sampai": TableColumn(say("premiums.column.protected_until"), "month"),
        "peserta_aktif": TableColumn(say("coverage.column.active"), "count"),
        "sumber": TableColumn(say("premiums.column.source")),
        "nama_segmen": TableColumn(say("coverage.column.segment")),
        "alasan": TableColumn(say("premiums.column.ending")),
        "bulan_tersisa": TableColumn(say("premiums.column.money_left"), "number"),
        "bulan_cukup": TableColumn(say("premiums.column.lasts"), "number"),
        "di_muka": TableColumn(say("premiums.column.ahead"), "rupiah"),
    }
    origin = Origin(
        formulas=("active", "ending", "lasts", "ahead"), rows=(Rows(kind="kepesertaan"), *whole_budgets())
    )
    title = say("premiums.until.table")
    return Table(name="iuran_lunas", title=title, frame=frame, columns=columns, origin=origin)


@made_once
def fall_table(falls: pd.DataFrame) -> Table:
    """Rows of falls_by_area."""
    say = words()
    names = [
        row.wilayah if row.terpetakan else say("coverage.row.unmapped", area=row.wilayah)
        for row in rows_of(falls)
    ]
    columns = {
        "nama": TableColumn(say("coverage.column.area"), width=150),
        "berakhir": TableColumn(say("premiums.column.leaving"), "count", width=80),
        "persen": TableColumn(say("premiums.column.percent_now"), "percent", width=80),
        "persen_nanti": TableColumn(say("premiums.column.percent_then"), "percent", width=80),
        "turun_poin": TableColumn(say("premiums.column.points_lost"), "number", width=80),
        "mulai": TableColumn(say("premiums.column.falls_in"), "month"),
        "peserta_aktif": TableColumn(say("premiums.column.people_now"), "count"),
        "peserta_nanti": TableColumn(say("premiums.column.people_then"), "count"),
    }
    frame = falls.assign(nama=names)
    origin = Origin(
        formulas=("remaining", "percent", "percent_remaining", "points_lost"),
        rows=(*people_and_potential("inside"), *whole_budgets()),
    )
    title = say("premiums.falls.title")
    return Table(name="iuran_jurang", title=title, frame=frame, columns=columns, origin=origin)


@made_once
def cliff_table(cliff: pd.DataFrame) -> Table:
    """Rows of measure_cliff: each month's people and coverage if nothing is renewed."""
    say = words()
    columns = {
        "periode": TableColumn(say("slide.column.month"), "month"),
        "berakhir": TableColumn(say("premiums.column.leaving"), "count"),
        "peserta_aktif": TableColumn(say("coverage.column.active"), "count"),
        "potensi": TableColumn(say("coverage.column.potential"), "count"),
        "persen": TableColumn(say("coverage.column.percent"), "percent"),
    }
    origin = Origin(
        formulas=("staying", "potential", "percent"), rows=(*people_and_potential("own"), *whole_budgets())
    )
    title = say("premiums.cliff.table")
    return Table(name="iuran_jurang_bulan", title=title, frame=cliff, columns=columns, origin=origin)


@made_once
def double_table(doubles: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_double_payments with the sources by name."""
    say, tree = words(), selection.reference.sumber_tree
    frame = doubles.assign(
        wilayah=[_place(row) for row in rows_of(doubles)],
        nama_segmen=segment_names(doubles, selection),
        pembayar=[join(tree.names_of(codes.split(";"), say.language), say) for codes in doubles["sumber"]],
    )
    columns = {
        "wilayah": TableColumn(say("coverage.column.area")),
        "nama_segmen": TableColumn(say("coverage.column.segment")),
        "pembayar": TableColumn(say("premiums.column.payers")),
        "peserta_dibayar": TableColumn(say("premiums.column.people_paid"), "count"),
        "peserta_aktif": TableColumn(say("coverage.column.active"), "count"),
        "lebih": TableColumn(say("premiums.column.beyond"), "count"),
    }
    # A kecamatan is told of with all that is in it, the regency as well.
    of_kecamatan = doubles["kode_wilayah"].map(Reference.area_level).ne("desa").any()
    rows = tuple(
        Rows(
            kind=kind,
            when=when,
            unasked=("sumber_dana", "segmen"),
            matching=_PLACES[:2] if of_kecamatan else _PLACES,
            matched=matched if of_kecamatan else "exactly",
        )
        for kind, when, matched in _DOUBLES
    )
    origin, title = Origin(formulas=("beyond",), rows=rows), say("premiums.doubles.table")
    return Table(name="bayar_ganda", title=title, frame=frame, columns=columns, origin=origin)


def _place(row: Any) -> str:
    """The desa, or the kecamatan as one: four desa bear the name of theirs."""
    level = Reference.area_level(row.kode_wilayah)
    return row.wilayah if level == "desa" else words()(f"premiums.doubles.in_{level}", area=row.wilayah)
