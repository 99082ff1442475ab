"""The tables of the page Iuran, each narrow enough for a small desk screen: details stand in a second one."""

from __future__ import annotations

import pandas as pd

from jamsos_data.metrics.note_text import note_texts
from jamsos_data.table import Table, TableColumn
from jamsos_data.wording import join, rows_of, rupiah
from pages.parts.keeping import made_once
from pages.parts.language import words
from pages.parts.state import Selection


@made_once
def source_table(sources: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_premiums, one for each source: pagu and realisasi, and until when the pagu lasts."""
    say = words()
    frame = _largest_first(sources).assign(sumber=lambda rows: _source_names(rows, selection))
    columns = {
        "sumber": TableColumn(say("premiums.column.source")),
        "pagu": TableColumn(say("premiums.column.pagu"), "rupiah"),
        "realisasi": TableColumn(say("premiums.column.paid"), "rupiah"),
        "serapan_persen": TableColumn(say("premiums.column.used"), "percent"),
        "cukup_sampai": TableColumn(say("premiums.column.until"), "month"),
        "bulan_tersisa": TableColumn(say("premiums.column.left"), "number"),
        "peserta_aktif": TableColumn(say("coverage.column.active"), "count"),
        "iuran_sebulan": TableColumn(say("premiums.column.monthly"), "rupiah"),
    }
    return Table(name="iuran_sumber", title=say("premiums.sources.title"), frame=frame, columns=columns)


def _largest_first(sources: pd.DataFrame) -> pd.DataFrame:
    return sources.sort_values(["realisasi", "pagu"], ascending=False, na_position="last", ignore_index=True)


@made_once
def estimate_table(sources: pd.DataFrame, selection: Selection) -> Table:
    """The same rows: what was paid against what its people cost, and what is for later months."""
    say = words()
    frame = _largest_first(sources).assign(sumber=lambda rows: _source_names(rows, selection))
    columns = {
        "sumber": TableColumn(say("premiums.column.source")),
        "realisasi_bertarif": TableColumn(say("premiums.column.compared"), "rupiah"),
        "estimasi_dibayar": TableColumn(say("premiums.column.should"), "rupiah"),
        "di_muka": TableColumn(say("premiums.column.ahead"), "rupiah"),
        "lunas_sampai": TableColumn(say("premiums.column.paid_until"), "month"),
        "tanpa_tarif": TableColumn(say("premiums.column.no_tariff"), "count"),
        "estimasi_setahun": TableColumn(say("premiums.column.year"), "rupiah"),
    }
    return Table(name="iuran_estimasi", title=say("premiums.sources.estimates"), frame=frame, columns=columns)


@made_once
def note_table(sources: pd.DataFrame, selection: Selection) -> Table:
    """The same rows: the version of the pagu, how many months of a year it pays, and what there is to note."""
    say = words()
    rows = _largest_first(sources)
    frame = rows.assign(
        sumber=_source_names(rows, selection),
        versi=[_version_name(code, selection) for code in rows["versi"]],
        keterangan=["; ".join(note_texts(codes, say)) for codes in rows["catatan"]],
    )
    columns = {
        "sumber": TableColumn(say("premiums.column.source")),
        "versi": TableColumn(say("premiums.column.version")),
        "bulan_cukup": TableColumn(say("premiums.column.lasts"), "number"),
        "keterangan": TableColumn(say("coverage.column.note")),
    }
    return Table(name="iuran_catatan", title=say("premiums.sources.notes"), frame=frame, columns=columns)


@made_once
def ending_table(endings: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_endings, of one area, with the months that the payer's money lasts."""
    say = words()
    frame = endings.assign(
        sumber=_source_names(endings, selection),
        nama_segmen=_segment_names(endings, selection),
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
    return Table(name="iuran_lunas", title=say("premiums.until.table"), frame=frame, columns=columns)


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
    return Table(name="iuran_jurang", title=say("premiums.falls.title"), frame=frame, columns=columns)


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
    return Table(name="iuran_jurang_bulan", title=say("premiums.cliff.table"), frame=cliff, columns=columns)


@made_once
def double_table(doubles: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_double_payments with the sources by name."""
    say, tree = words(), selection.reference.sumber_tree
    frame = doubles.assign(
        nama_segmen=_segment_names(doubles, selection),
        pembayar=[
            join([tree.name(code, say.language) for code in codes.split(";")], say)
            for codes in doubles["sumber"]
        ],
    )
    columns = {
        "wilayah": TableColumn(say("premiums.column.village")),
        "nama_segmen": TableColumn(say("coverage.column.segment")),
        "pembayar": TableColumn(say("premiums.column.payers")),
        "peserta_dibayar": TableColumn(say("premiums.column.people_paid"), "count"),
        "peserta_aktif": TableColumn(say("coverage.column.active"), "count"),
        "lebih": TableColumn(say("premiums.column.beyond"), "count"),
    }
    return Table(name="bayar_ganda", title=say("premiums.doubles.table"), frame=frame, columns=columns)


@made_once
def version_table(versions: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_budget_versions: every version of every budget line, the one that counts marked."""
    say = words()
    frame = versions.assign(
        sumber=_source_names(versions, selection),
        nama_segmen=_segment_names(versions, selection),
        nama_versi=[_version_name(code, selection) for code in versions["versi"]],
        dipakai=[
            say("premiums.version.counts" if counts else "premiums.version.old")
            for counts in versions["berlaku"]
        ],
    )
    columns = {
        "wilayah": TableColumn(say("coverage.column.area")),
        "sumber": TableColumn(say("premiums.column.source")),
        "nama_segmen": TableColumn(say("coverage.column.segment")),
        "nama_versi": TableColumn(say("premiums.column.version")),
        "pagu": TableColumn(say("premiums.column.pagu"), "rupiah"),
        "dipakai": TableColumn(say("premiums.column.current")),
    }
    return Table(name="pagu_versi", title=say("premiums.versions.title"), frame=frame, columns=columns)


@made_once
def cost_table(costs: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_unit_costs: rupiah per person and month as paid and by tariff."""
    say = words()
    frame = costs.assign(sumber=_source_names(costs, selection), nama_segmen=_segment_names(costs, selection))
    columns = {
        "nama_segmen": TableColumn(say("coverage.column.segment")),
        "sumber": TableColumn(say("premiums.column.source")),
        "per_orang_bulan": TableColumn(say("premiums.column.cost"), "rupiah"),
        "seharusnya_per_orang": TableColumn(say("premiums.column.tariff"), "rupiah"),
        "orang_bulan": TableColumn(say("premiums.column.person_months"), "count"),
        "nilai": TableColumn(say("premiums.column.paid_in_all"), "rupiah"),
    }
    return Table(name="biaya_per_orang", title=say("premiums.costs.title"), frame=frame, columns=columns)


@made_once
def difference_table(differences: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_reconciliation: which payment, what it is off by, and why."""
    say = words()
    frame = _named_differences(differences, selection).assign(
        sebab=[say(f"premiums.reason.{code}") for code in differences["alasan"]],
        beda=[
            say("premiums.less" if value < 0 else "premiums.more", amount=rupiah(abs(value), say))
            for value in differences["selisih"]
        ],
    )
    columns = {
        "periode": TableColumn(say("premiums.column.month"), "month"),
        "wilayah": TableColumn(say("coverage.column.area")),
        "nama_segmen": TableColumn(say("coverage.column.segment")),
        "sumber": TableColumn(say("premiums.column.source")),
        "beda": TableColumn(say("premiums.column.difference")),
        "sebab": TableColumn(say("premiums.column.reason")),
    }
    return Table(name="selisih_iuran", title=say("premiums.differences.table"), frame=frame, columns=columns)


@made_once
def reckoning_table(differences: pd.DataFrame, selection: Selection) -> Table:
    """The same rows: the people, months and tariff from which the estimate of each payment is reckoned."""
    say = words()
    frame = _named_differences(differences, selection)
    columns = {
        "periode": TableColumn(say("premiums.column.month"), "month"),
        "wilayah": TableColumn(say("coverage.column.area")),
        "sumber": TableColumn(say("premiums.column.source")),
        "peserta_dibayar": TableColumn(say("premiums.column.people_paid"), "count"),
        "bulan_dibayar": TableColumn(say("premiums.column.months_paid"), "count"),
        "tarif": TableColumn(say("premiums.column.tariff"), "rupiah"),
        "estimasi_dibayar": TableColumn(say("premiums.column.should"), "rupiah"),
        "nilai": TableColumn(say("premiums.column.paid"), "rupiah"),
    }
    return Table(
        name="hitungan_iuran", title=say("premiums.differences.reckoning"), frame=frame, columns=columns
    )


def _named_differences(differences: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    return differences.assign(
        sumber=_source_names(differences, selection),
        nama_segmen=_segment_names(differences, selection),
    )


@made_once
def village_table(villages: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_village_budgets, those that do not budget first."""
    say, reference = words(), selection.reference
    ordered = villages.sort_values(["menganggarkan", "kode_wilayah"], kind="stable")
    frame = ordered.assign(
        nama_kecamatan=[reference.area_name(kode) for kode in ordered["kecamatan"]],
        keadaan=[
            say(_village_state(yes, stated=stated))
            for yes, stated in zip(ordered["menganggarkan"], (ordered["pagu"] > 0).fillna(False), strict=True)
        ],
    )
    columns = {
        "nama_kecamatan": TableColumn(say("coverage.column.kecamatan")),
        "wilayah": TableColumn(say("premiums.column.village")),
        "keadaan": TableColumn(say("premiums.column.budgets")),
        "pagu": TableColumn(say("premiums.column.pagu"), "rupiah"),
        "realisasi": TableColumn(say("premiums.column.paid"), "rupiah"),
        "kode_wilayah": TableColumn(say("coverage.column.code")),
    }
    return Table(name="anggaran_desa", title=say("premiums.villages.table"), frame=frame, columns=columns)


def _village_state(budgets: bool, *, stated: bool) -> str:
    if not budgets:
        return "premiums.village.not"
    return "premiums.village.budgets" if stated else "premiums.village.wider"


def _source_names(rows: pd.DataFrame, selection: Selection) -> list[str]:
    tree, language = selection.reference.sumber_tree, words().language
    return [tree.name(code, language) for code in rows["sumber_dana"]]


def _segment_names(rows: pd.DataFrame, selection: Selection) -> list[str]:
    tree, language = selection.reference.segmen_tree, words().language
    return [tree.name(code, language) for code in rows["segmen"]]


def _version_name(code: str, selection: Selection) -> str:
    return selection.reference.name_of("versi_anggaran", code, words().language) if code else ""
