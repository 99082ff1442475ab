"""The tables of the page UMKM & sosialisasi."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from jamsos_data.metrics.outreach import MEETING_COLUMNS
from jamsos_data.origin import EVERY_CHOICE, Origin, Rows
from jamsos_data.table import Table, TableColumn
from pages.parts.keeping import made_once
from pages.parts.language import language, words
from pages.parts.state import Selection

_ENTERPRISES = Rows(kind="umkm", when="through", place="inside", unasked=EVERY_CHOICE)
_MEETING_ORIGIN = Origin(
    formulas=("yield", "not_yet"),
    rows=(Rows(kind="sosialisasi", when="through", place="inside", unasked=("sumber_dana", "jakon")),),
)


@made_once
def enterprise_table(areas: pd.DataFrame) -> Table:
    """Rows of measure_enterprise_areas."""
    say = words()
    columns = {"wilayah": TableColumn(say("coverage.column.kecamatan")), **_enterprise_columns()}
    columns["belum"] = TableColumn(say("outreach.column.unregistered"), "count")
    newest = replace(_ENTERPRISES, made="areas")
    origin = Origin(formulas=("registered", "unregistered", "registered_pace"), rows=(newest,))
    title = say("outreach.enterprises.title")
    return Table(name="umkm_kecamatan", title=title, frame=areas, columns=columns, origin=origin)


@made_once
def year_table(years: pd.DataFrame, areas: pd.DataFrame) -> Table:
    """Rows of measure_enterprise_years, newest first, with how many kecamatan each is of where one of `areas` lacks."""
    frame = years.iloc[::-1].assign(tahun=years.iloc[::-1]["tahun"].astype("str"))
    columns = _enterprise_columns()
    if (years["melapor"] < len(areas)).any():
        reporting = TableColumn(words()("outreach.column.reporting"), "count")
        columns = {"tahun": columns["tahun"], "melapor": reporting, **columns}
    origin = Origin(formulas=("registered", "registered_pace"), rows=(replace(_ENTERPRISES, made="years"),))
    title = words()("outreach.years.title")
    return Table(name="umkm_tahun", title=title, frame=frame, columns=columns, origin=origin)


def _enterprise_columns() -> dict[str, TableColumn]:
    say = words()
    return {
        "tahun": TableColumn(say("outreach.column.year")),
        "usaha_terdata": TableColumn(say("outreach.column.known"), "count"),
        "usaha_terdaftar": TableColumn(say("outreach.column.registered"), "count"),
        "persen": TableColumn(say("outreach.column.percent"), "percent"),
        "tambahan_setahun": TableColumn(say("outreach.column.pace"), "number"),
        "pekerja_terdaftar": TableColumn(say("outreach.column.workers"), "count"),
    }


@made_once
def yield_table(by_area: pd.DataFrame) -> Table:
    """Rows of yield_by_area."""
    say = words()
    columns = {
        "wilayah": TableColumn(say("coverage.column.area")),
        "pertemuan": TableColumn(say("outreach.column.meetings"), "count"),
        **_people_columns(),
        "tanpa_hasil": TableColumn(say("outreach.column.unstated"), "count"),
    }
    title = say("outreach.yield.title")
    return Table(
        name="sosialisasi_wilayah", title=title, frame=by_area, columns=columns, origin=_MEETING_ORIGIN
    )


@made_once
def meeting_table(meetings: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_meetings."""
    say = words()
    columns = {
        "tanggal": TableColumn(say("outreach.column.day"), "day"),
        "wilayah": TableColumn(say("coverage.column.area")),
        "nama_segmen": TableColumn(say("coverage.column.segment")),
        **_people_columns(),
        "nama_kendala": TableColumn(say("outreach.column.reason")),
        "tindak_lanjut": TableColumn(say("outreach.column.next"), width=320),
    }
    frame = _named(meetings[list(MEETING_COLUMNS)], selection)
    title = say("outreach.meetings.title")
    return Table(name="sosialisasi", title=title, frame=frame, columns=columns, origin=_MEETING_ORIGIN)


@made_once
def again_table(again: pd.DataFrame, selection: Selection) -> Table:
    """Rows of invite_again: the group, its last meeting, and what was agreed."""
    say = words()
    columns = {
        "wilayah": TableColumn(say("coverage.column.area")),
        "nama_segmen": TableColumn(say("coverage.column.segment")),
        "belum": TableColumn(say("outreach.column.unregistered"), "count"),
        "persen": TableColumn(say("outreach.column.yield"), "percent"),
        "tanggal": TableColumn(say("outreach.column.last"), "day"),
        "pertemuan": TableColumn(say("outreach.column.meetings"), "count"),
        "nama_kendala": TableColumn(say("outreach.column.reason")),
        "tindak_lanjut": TableColumn(say("outreach.column.next"), width=320),
    }
    frame = _named(again, selection)
    title = say("outreach.again.table")
    return Table(name="undang_lagi", title=title, frame=frame, columns=columns, origin=_MEETING_ORIGIN)


@made_once
def package_table(packages: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_small_packages."""
    say, reference = words(), selection.reference
    frame = packages.assign(
        nama_segmen=reference.segmen_tree.names_of(packages["segmen"], language()),
        sumber=reference.sumber_tree.names_of(packages["sumber_dana"], language()),
        paket=[reference.name_of("program", code, language()) for code in packages["program"]],
        kurang=[text.replace(";", ", ") for text in packages["kurang"]],
    )
    columns = {
        "wilayah": TableColumn(say("coverage.column.area")),
        "nama_segmen": TableColumn(say("coverage.column.segment")),
        "sumber": TableColumn(say("premiums.column.source")),
        "paket": TableColumn(say("premiums.column.program")),
        "kurang": TableColumn(say("outreach.column.lacking")),
        "peserta_aktif": TableColumn(say("coverage.column.active"), "count"),
        "kode_wilayah": TableColumn(say("coverage.column.code")),
    }
    people = Rows(kind="kepesertaan", matching=(("program", "program"),))
    origin, title = Origin(formulas=("package",), rows=(people,)), say("outreach.packages.table")
    return Table(name="paket_kurang", title=title, frame=frame, columns=columns, origin=origin)


def _people_columns() -> dict[str, TableColumn]:
    say = words()
    return {
        "hadir": TableColumn(say("outreach.column.present"), "count"),
        "terdaftar": TableColumn(say("outreach.column.after"), "count"),
        "persen": TableColumn(say("outreach.column.yield"), "percent"),
        "belum": TableColumn(say("outreach.column.unregistered"), "count"),
    }


def _named(rows: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    reference = selection.reference
    return rows.assign(
        nama_segmen=selection.reference.segmen_tree.names_of(rows["segmen"], language()),
        nama_kendala=[reference.name_of("kendala", code, language()) for code in rows["kendala"]],
    )
