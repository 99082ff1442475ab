"""The tables of simulated scenarios: compared, by funding source, area, month and tariff, and what has to be known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from jamsos_data.messages import Messages
from jamsos_data.metrics.simulation.obstacle import Weight
from jamsos_data.metrics.simulation.simulate import Simulation
from jamsos_data.origin import Origin, Rows, rows_judged_by, whole_budgets
from jamsos_data.sentences.simulation import obstacle_sentence, reach_text
from jamsos_data.table import Table, TableColumn
from jamsos_data.views.view import View
from jamsos_data.wording import rows_of

FINDING_WIDTH = 620  # px
_SOURCE_WIDTH = 180  # px, for the longest name: among many columns the browser makes all of them narrower
_PLANNED = ("plan_people", "plan_cost", "plan_percent")
_SOURCE_ORIGIN = Origin(
    formulas=("plan_cost", "plan_left", "plan_bound", "plan_free", "plan_over"),
    rows=whole_budgets(),
)
_TARIFF_ORIGIN = Origin(formulas=("plan_tariff",), rows=())


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A scenario beside others: its letter, its letter and name in words, and what came of it."""

    letter: str
    name: str
    found: Simulation


def compare_frame(shown: Sequence[Shown], view: View, words: Messages) -> pd.DataFrame:
    """One row for each scenario, with the coverage of the area and segment looked at before and after.

    Columns: huruf, skenario, orang, biaya, upah (Rp; NA: none counts), mulai, bulan, persen, persen_nanti,
    target_persen, kurang_nanti, tercapai (in words), halangan (how many obstacles forbid it).
    """
    rows = []
    for one in shown:
        found, row = one.found, one.found.effect_of(view.segmen)
        rows.append(
            {
                "huruf": one.letter,
                "skenario": one.name,
                "orang": found.orang,
                "biaya": found.biaya,
                "upah": found.plan.upah if found.plan.upah and found.by_wage else None,
                "mulai": found.plan.mulai,
                "bulan": found.plan.bulan,
                "persen": None if row is None else row.persen,
                "persen_nanti": None if row is None else row.persen_nanti,
                "target_persen": None if row is None else row.target_persen,
                "kurang_nanti": pd.NA if row is None else row.kurang_nanti,
                "tercapai": "" if row is None else reach_text(row, words),
                "halangan": sum(obstacle.weight is Weight.BLOCKS for obstacle in found.obstacles),
            }
        )
    types = {
        "biaya": "Int64",
        "upah": "Int64",
        "persen": "float64",
        "persen_nanti": "float64",
        "target_persen": "float64",
        "kurang_nanti": "Int64",
    }
    return pd.DataFrame(rows).astype(types)


def compare_table(shown: Sequence[Shown], view: View, words: Messages) -> Table:
    """The scenarios side by side."""
    columns = {
        "skenario": TableColumn(words("simulation.column.scenario")),
        "orang": TableColumn(words("simulation.column.people"), "count"),
        "biaya": TableColumn(words("simulation.column.cost"), "rupiah"),
        "upah": TableColumn(words("simulation.column.wage"), "rupiah"),
        "mulai": TableColumn(words("simulation.column.first"), "month"),
        "bulan": TableColumn(words("simulation.column.months"), "count"),
        "persen": TableColumn(words("simulation.column.now"), "percent"),
        "persen_nanti": TableColumn(words("simulation.column.later"), "percent"),
        "target_persen": TableColumn(words("simulation.column.target"), "percent"),
        "kurang_nanti": TableColumn(words("simulation.column.short"), "count"),
        "tercapai": TableColumn(words("simulation.column.reach")),
        "halangan": TableColumn(words("simulation.column.blocks"), "count"),
    }
    frame = compare_frame(shown, view, words)
    if frame["upah"].isna().all():
        del columns["upah"]
    origin = Origin(formulas=_PLANNED, rows=(*_gaps(shown), *whole_budgets()))
    return _table("simulasi", "compare", frame, columns, words, origin=origin)


def source_table(shown: Sequence[Shown], view: View, words: Messages) -> Table:
    """Each payer and budget year: what the plan costs there and what the pagu has left."""
    tree = view.reference.sumber_tree
    frame = _together(shown, [one.found.sources for one in shown])
    frame = frame.assign(
        sumber=tree.names_of(frame["sumber_dana"], words.language),
        tahun=frame["tahun"].astype("str"),
    )
    columns = {
        "skenario": TableColumn(words("simulation.column.scenario")),
        "sumber": TableColumn(words("simulation.column.source"), width=_SOURCE_WIDTH),
        "tahun": TableColumn(words("simulation.column.year")),
        "orang": TableColumn(words("simulation.column.people"), "count"),
        "bulan": TableColumn(words("simulation.column.months"), "count"),
        "biaya": TableColumn(words("simulation.column.cost"), "rupiah"),
        "bebas": TableColumn(words("simulation.column.free"), "rupiah"),
        "kurang": TableColumn(words("simulation.column.over"), "rupiah"),
        "bulan_cukup": TableColumn(words("simulation.column.lasts"), "number"),
        "pagu": TableColumn(words("simulation.column.budget"), "rupiah"),
        "realisasi": TableColumn(words("simulation.column.paid"), "rupiah"),
        "sisa": TableColumn(words("simulation.column.left"), "rupiah"),
        "terikat": TableColumn(words("simulation.column.bound"), "rupiah"),
    }
    return _table("simulasi_sumber", "sources", frame, columns, words, origin=_SOURCE_ORIGIN)


def area_table(shown: Sequence[Shown], view: View, words: Messages) -> Table:
    """Each area of each scenario: people, cost, and coverage of the segment that its gap is measured by."""
    tree = view.reference.segmen_tree
    frame = _together(shown, [area_frame(one.found) for one in shown])
    frame = frame.assign(diukur=tree.names_of(frame["segmen"], words.language))
    columns = {
        "skenario": TableColumn(words("simulation.column.scenario")),
        "wilayah": TableColumn(words("simulation.column.area")),
        "orang": TableColumn(words("simulation.column.people"), "count"),
        "biaya": TableColumn(words("simulation.column.cost"), "rupiah"),
        "diukur": TableColumn(words("simulation.column.measured")),
        "persen": TableColumn(words("simulation.column.now"), "percent"),
        "persen_nanti": TableColumn(words("simulation.column.later"), "percent"),
        "target_persen": TableColumn(words("simulation.column.target"), "percent"),
        "kurang_nanti": TableColumn(words("simulation.column.short"), "count"),
    }
    origin = Origin(formulas=_PLANNED, rows=_gaps(shown))
    return _table("simulasi_wilayah", "areas", frame, columns, words, origin=origin)


def area_frame(found: Simulation) -> pd.DataFrame:
    """The areas of a simulation before and after, with `biaya` (Int64 Rp, NA = not known)."""
    rows = found.areas
    cost = found.rows.groupby("kode_wilayah")["biaya"].agg(lambda amounts: amounts.sum(skipna=False))
    return rows.assign(
        biaya=rows["kode_wilayah"].map(cost).astype("Int64").fillna(0).mask(_unpriced(found, rows))
    )


def month_table(shown: Sequence[Shown], words: Messages) -> Table:
    """Rupiah by month, one column for each scenario."""
    parts = [
        one.found.months.groupby("periode")["biaya"].sum(min_count=1).rename(one.letter) for one in shown
    ]
    frame = pd.concat(parts, axis="columns").sort_index().reset_index()
    frame = frame.rename(columns={frame.columns[0]: "periode"})
    columns = {"periode": TableColumn(words("simulation.column.month"), "month")}
    columns |= {one.letter: TableColumn(f"{one.name} (Rp)", "rupiah") for one in shown}
    return _table(
        "simulasi_bulan",
        "months",
        frame,
        columns,
        words,
        origin=Origin(formulas=("plan_months",), rows=_gaps(shown)),
    )


def tariff_table(shown: Sequence[Shown], view: View, words: Messages) -> Table:
    """The tariffs that were reckoned with, and the regulation behind each."""
    sources, segments = view.reference.sumber_tree, view.reference.segmen_tree
    frame = _together(shown, [one.found.tariffs for one in shown])
    frame = frame.assign(
        sumber=[sources.name(code, words.language) for code in frame["sumber_dana"]],
        nama_segmen=[segments.name(code, words.language) for code in frame["segmen"]],
    )
    columns = {
        "skenario": TableColumn(words("simulation.column.scenario")),
        "nama_segmen": TableColumn(words("simulation.column.segment")),
        "sumber": TableColumn(words("simulation.column.source"), width=_SOURCE_WIDTH),
        "dari": TableColumn(words("simulation.column.from"), "month"),
        "sampai": TableColumn(words("simulation.column.to"), "month"),
        "tarif": TableColumn(words("simulation.column.tariff"), "rupiah"),
        "dasar_hukum": TableColumn(words("simulation.column.basis")),
    }
    return _table("simulasi_tarif", "tariffs", frame, columns, words, origin=_TARIFF_ORIGIN)


def obstacle_table(shown: Sequence[Shown], view: View, words: Messages) -> Table:
    """What stands in the way of each scenario or has to be known about it."""
    rows = [
        (
            one.name,
            words(f"simulation.weight.{obstacle.weight}"),
            obstacle_sentence(obstacle, words, view.reference),
        )
        for one in shown
        for obstacle in one.found.obstacles
    ]
    frame = pd.DataFrame(rows, columns=["skenario", "bobot", "temuan"])
    columns = {
        "skenario": TableColumn(words("simulation.column.scenario")),
        "bobot": TableColumn(words("simulation.column.weight")),
        "temuan": TableColumn(words("simulation.column.finding"), width=FINDING_WIDTH),
    }
    return _table("simulasi_temuan", "obstacles", frame, columns, words)


def _unpriced(found: Simulation, rows: pd.DataFrame) -> pd.Series:
    """Which areas have people whose cost is not known."""
    unknown = {row.kode_wilayah for row in rows_of(found.rows) if pd.isna(row.biaya)}
    return rows["kode_wilayah"].isin(unknown)


def _gaps(shown: Sequence[Shown]) -> tuple[Rows, ...]:
    """What the gaps of all areas of the plans, and of the area looked at, rest on."""
    places = {
        (row.kode_wilayah, row.segmen)
        for one in shown
        for frame in (one.found.areas, one.found.whole)
        for row in rows_of(frame)
    }
    return rows_judged_by("regency", tuple(sorted(places)))


def _together(shown: Sequence[Shown], frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    named = [frame.assign(skenario=one.letter) for one, frame in zip(shown, frames, strict=True)]
    return pd.concat(named, ignore_index=True)


def _table(
    name: str,
    title: str,
    frame: pd.DataFrame,
    columns: dict[str, TableColumn],
    words: Messages,
    *,
    origin: Origin | None = None,
) -> Table:
    return Table(
        name=name,
        title=words(f"simulation.table.{title}"),
        frame=frame,
        columns=columns,
        notes=(words("simulation.assumed"),),
        origin=origin,
    )
