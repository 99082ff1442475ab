"""The tables of the page Iuran, each narrow enough for a small desk screen: details stand in a second one."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from jamsos_data.metrics.budgets import VILLAGE_SOURCES
from jamsos_data.metrics.note_text import note_texts
from jamsos_data.origin import Origin, Rows
from jamsos_data.table import Table, TableColumn
from jamsos_data.wording import rupiah
from pages.parts.keeping import made_once
from pages.parts.language import words
from pages.parts.state import Selection

PAID, BUDGETS = Rows(kind="iuran", when="since_january"), Rows(kind="anggaran")


@made_once
def source_table(sources: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_premiums, one for each source: pagu and realisasi, and until when the pagu lasts."""
    say = words()
    frame = _largest_first(sources).assign(sumber=lambda rows: source_names(rows, selection))
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
    origin = Origin(
        formulas=("budget", "paid", "used", "left", "monthly"), rows=(PAID, BUDGETS, Rows(kind="kepesertaan"))
    )
    title = say("premiums.sources.title")
    return Table(name="iuran_sumber", title=title, frame=frame, columns=columns, origin=origin)


def _largest_first(sources: pd.DataFrame) -> pd.DataFrame:
    return sources.sort_values(["realisasi", "pagu"], ascending=False, na_position="last", ignore_index=True)


@made_once
def estimate_table(sources: pd.DataFrame, selection: Selection) -> Table:
    """The same rows: what was paid against what its people cost, and what is for later months."""
    say = words()
    frame = _largest_first(sources).assign(sumber=lambda rows: source_names(rows, selection))
    columns = {
        "sumber": TableColumn(say("premiums.column.source")),
        "realisasi_bertarif": TableColumn(say("premiums.column.compared"), "rupiah"),
        "estimasi_dibayar": TableColumn(say("premiums.column.should"), "rupiah"),
        "di_muka": TableColumn(say("premiums.column.ahead"), "rupiah"),
        "lunas_sampai": TableColumn(say("premiums.column.paid_until"), "month"),
        "lunas_terakhir": TableColumn(say("premiums.column.paid_longest"), "month"),
        "persen_terakhir": TableColumn(say("premiums.column.paid_share"), "percent"),
        "tanpa_tarif": TableColumn(say("premiums.column.no_tariff"), "count"),
        "estimasi_setahun": TableColumn(say("premiums.column.year"), "rupiah"),
    }
    origin = Origin(formulas=("compared", "should", "ahead", "year"), rows=(PAID, Rows(kind="kepesertaan")))
    title = say("premiums.sources.estimates")
    return Table(name="iuran_estimasi", title=title, frame=frame, columns=columns, origin=origin)


@made_once
def note_table(sources: pd.DataFrame, selection: Selection) -> Table:
    """The same rows: the version of the pagu, how many months of a year it pays, and what there is to note."""
    say = words()
    rows = _largest_first(sources)
    frame = rows.assign(
        sumber=source_names(rows, selection),
        versi=[_version_name(code, selection) for code in rows["versi"]],
        keterangan=["; ".join(note_texts(codes, say)) for codes in rows["catatan"]],
    )
    columns = {
        "sumber": TableColumn(say("premiums.column.source")),
        "versi": TableColumn(say("premiums.column.version")),
        "bulan_cukup": TableColumn(say("premiums.column.lasts"), "number"),
        "keterangan": TableColumn(say("coverage.column.note")),
    }
    origin = Origin(formulas=("lasts",), rows=(PAID, BUDGETS, Rows(kind="kepesertaan")))
    title = say("premiums.sources.notes")
    return Table(name="iuran_catatan", title=title, frame=frame, columns=columns, origin=origin)


@made_once
def version_table(versions: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_budget_versions: every version of every budget line, the one that counts marked."""
    say = words()
    frame = versions.assign(
        sumber=source_names(versions, selection),
        nama_segmen=segment_names(versions, selection),
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
    origin, title = Origin(formulas=("as_stated",), rows=(BUDGETS,)), say("premiums.versions.title")
    return Table(name="pagu_versi", title=title, frame=frame, columns=columns, origin=origin)


@made_once
def cost_table(costs: pd.DataFrame, selection: Selection) -> Table:
    """Rows of measure_unit_costs: rupiah per person and month as paid and by tariff."""
    say = words()
    frame = costs.assign(sumber=source_names(costs, selection), nama_segmen=segment_names(costs, selection))
    columns = {
        "nama_segmen": TableColumn(say("coverage.column.segment")),
        "sumber": TableColumn(say("premiums.column.source")),
        "per_orang_bulan": TableColumn(say("premiums.column.cost"), "rupiah"),
        "seharusnya_per_orang": TableColumn(say("premiums.column.tariff"), "rupiah"),
        "orang_bulan": TableColumn(say("premiums.column.person_months"), "count"),
        "nilai": TableColumn(say("premiums.column.paid_in_all"), "rupiah"),
    }
    origin = Origin(formulas=("unit_cost", "person_months"), rows=(PAID,))
    title = say("premiums.costs.title")
    return Table(name="biaya_per_orang", title=title, frame=frame, columns=columns, origin=origin)


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
    origin, title = Origin(formulas=("difference",), rows=(PAID,)), say("premiums.differences.table")
    return Table(name="selisih_iuran", title=title, frame=frame, columns=columns, origin=origin)


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
    origin, title = Origin(formulas=("reckoning",), rows=(PAID,)), say("premiums.differences.reckoning")
    return Table(name="hitungan_iuran", title=title, frame=frame, columns=columns, origin=origin)


def _named_differences(differences: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    return differences.assign(
        sumber=source_names(differences, selection),
        nama_segmen=segment_names(differences, selection),
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
    origin = Origin(
        formulas=("budget", "paid"),
        rows=tuple(replace(rows, place="villages", under=VILLAGE_SOURCES) for rows in (BUDGETS, PAID)),
    )
    title = say("premiums.villages.table")
    return Table(name="anggaran_desa", title=title, frame=frame, columns=columns, origin=origin)


def _village_state(budgets: bool, *, stated: bool) -> str:
    if not budgets:
        return "premiums.village.not"
    return "premiums.village.budgets" if stated else "premiums.village.wider"


def source_names(rows: pd.DataFrame, selection: Selection) -> list[str]:
    """The names of the codes in sumber_dana."""
    tree, language = selection.reference.sumber_tree, words().language
    return tree.names_of(rows["sumber_dana"], language)


def segment_names(rows: pd.DataFrame, selection: Selection) -> list[str]:
    """The names of the codes in segmen."""
    tree, language = selection.reference.segmen_tree, words().language
    return tree.names_of(rows["segmen"], language)


def _version_name(code: str, selection: Selection) -> str:
    return selection.reference.name_of("versi_anggaran", code, words().language) if code else ""
