"""Budget ceilings (pagu): which version counts, what each funding source has, which villages budget at all.

APBD and APBDes come in versions (murni, pergeseran, perubahan; Permendagri 77/2020). A newer version replaces
the whole budget of a source in an area: all its lines come from the newest version that the source has there,
and a line that this version does not repeat is gone. Older versions stay visible (measure_budget_versions).
A line for a source contains the lines of the sources in it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import AreaScope, area_scope
from jamsos_data.metrics.disjoint import subtract_children
from jamsos_data.metrics.estimates import only_asked
from jamsos_data.metrics.frames import add_up, collect, lazy
from jamsos_data.metrics.payments import payments
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.periods import month_start
from jamsos_data.reference import Reference

_BUDGET = ["tahun", "kode_wilayah", "sumber_dana"]  # what one version decides as a whole
_LINE = [*_BUDGET, "segmen"]
_CELL = ("tahun", "kode_wilayah")
VILLAGE_SOURCES = "APBDES"
WIDER = "PAGU_SEGMEN_LEBIH_LUAS"


@dataclass(frozen=True, kw_only=True)
class CurrentBudget:
    """The budget of a year, of each source and area in its newest version, each rupiah once.

    `lines`: kode_wilayah (row of the answer), sumber_dana, segmen, versi (newest among the areas), pagu (int64 Rp).
    `wider`: the (kode_wilayah, sumber_dana) that have a pagu which is stated only for a segment above the one
    asked for, and so is in none of the lines.
    """

    lines: pd.DataFrame
    wider: frozenset[tuple[str, str]]


def current_budget(
    anggaran: IntoFrame, *, reference: Reference, scope: AreaScope, question: PremiumQuestion
) -> CurrentBudget:
    """The budget of the year of question.bulan, of the segment and the source asked for."""
    inside = scope.keep_inside(lazy(anggaran))
    lines = _budget_lines(inside, reference=reference, question=question)
    current = lines[lines["berlaku"]]
    trees = {"sumber_dana": reference.sumber_tree, "segmen": reference.segmen_tree}
    reduced = collect(subtract_children(lazy(current), cell=_CELL, trees=trees, value="pagu"), sort_by=_LINE)
    shown = reduced.assign(baris=reduced["kode_wilayah"].str.slice(0, scope.code_length))
    asked = collect(only_asked(lazy(shown), reference=reference, question=question), sort_by=_LINE)
    rows = asked.merge(current[[*_LINE, "urutan"]], on=_LINE)
    keys = ["kode_wilayah", "sumber_dana", "segmen"]
    rows["kode_wilayah"] = rows["baris"]
    gathered = rows.groupby(keys, as_index=False, sort=True).agg(
        pagu=("pagu", "sum"), urutan=("urutan", "max")
    )
    versions = dict(enumerate(reference.codes("versi_anggaran")))
    lines = gathered.assign(versi=gathered["urutan"].map(versions).astype("str")).drop(columns="urutan")
    above = reference.segmen_tree.ancestors(question.segmen) if question.segmen else ()
    wide = shown[shown["segmen"].isin(above) & (shown["pagu"] > 0)]
    return CurrentBudget(lines=lines, wider=frozenset(zip(wide["baris"], wide["sumber_dana"], strict=True)))


def coarser_budgets(
    anggaran: IntoFrame, *, reference: Reference, scope: AreaScope, question: PremiumQuestion
) -> frozenset[tuple[str, str]]:
    """The (kode_wilayah, sumber_dana) with a pagu this year in areas that contain those `scope` shows.

    A pagu counts for the segment asked for also when it is stated for a segment above it.
    """
    above = {upper for kode in scope.shown for upper in _areas_above(kode, reference)}
    if not above:
        return frozenset()
    rows = lazy(anggaran).filter(nw.col("kode_wilayah").is_in(sorted(above)))
    lines = _budget_lines(rows, reference=reference, question=question)
    granted = lines[lines["berlaku"] & (lines["pagu"] > 0)]
    tree = reference.segmen_tree
    wide = granted["segmen"].isin(tree.ancestors(question.segmen) if question.segmen else ())
    asked = collect(only_asked(lazy(granted), reference=reference, question=question), sort_by=_LINE)
    found = pd.concat([asked, granted[wide]])
    return frozenset(zip(found["kode_wilayah"], found["sumber_dana"], strict=True))


def nearest_budget_area(
    area: str, source: str, granted: Collection[tuple[str, str]], *, reference: Reference
) -> str:
    """The nearest area above `area` with a pagu for `source`, or for a source above it that is stated; "" for none."""
    tree = reference.sumber_tree
    paying = [code for code in (source, *tree.ancestors(source)) if code != tree.root]
    areas = _areas_above(area, reference)
    return next((upper for upper in areas if any((upper, code) in granted for code in paying)), "")


def _areas_above(kode: str, reference: Reference) -> list[str]:
    """The areas of the reference that contain `kode`, the nearest first."""
    above: list[str] = []
    upper = reference.parent_area(kode)
    while reference.has_area(upper):
        above.append(upper)
        upper = reference.parent_area(upper)
    return above


def measure_budget_versions(
    anggaran: IntoFrame, *, reference: Reference, question: PremiumQuestion
) -> pd.DataFrame:
    """Every version of every budget line of the year: the history behind the current pagu.

    Columns: tahun, kode_wilayah, wilayah, sumber_dana, segmen, versi, pagu (int64 Rp), berlaku (bool: of the
    newest version of its source in its area, the one that counts). Lines may contain one another; do not add them.
    """
    scope = area_scope(reference, tingkat="kabupaten", dalam=question.dalam)
    inside = scope.keep_inside(lazy(anggaran))
    lines = _budget_lines(inside, reference=reference, question=question)
    chosen = collect(
        only_asked(lazy(lines), reference=reference, question=question), sort_by=[*_LINE, "urutan"]
    )
    named = chosen.assign(wilayah=chosen["kode_wilayah"].map(reference.area_name).astype("str"))
    return named[["tahun", "kode_wilayah", "wilayah", "sumber_dana", "segmen", "versi", "pagu", "berlaku"]]


def measure_village_budgets(
    anggaran: IntoFrame, iuran: IntoFrame, *, reference: Reference, question: PremiumQuestion
) -> pd.DataFrame:
    """Villages that budget iuran in their APBDes, and those that do not: one row per village.

    Urban wards (kelurahan) have no APBDes and no row. Sources: question.sumber_dana, else APBDES and all in
    it. Columns: kode_wilayah, wilayah, kecamatan (code), menganggarkan (bool: a pagu above 0 is stated, for
    question.segmen or a segment above it), pagu (Int64 Rp, NA = no line for the segment), realisasi (Int64 Rp,
    January through question.bulan, NA = none), catatan (PAGU_SEGMEN_LEBIH_LUAS: a pagu is stated for a segment
    above question.segmen and not counted in `pagu`; else "").
    """
    asked = replace(question, sumber_dana=question.sumber_dana or VILLAGE_SOURCES, tingkat="desa")
    scope = area_scope(reference, tingkat="desa", dalam=question.dalam)
    villages = [kode for kode in scope.shown if not reference.is_kelurahan(kode)]
    budget = current_budget(anggaran, reference=reference, scope=scope, question=asked)
    since = month_start(question.bulan.year, 1)
    paid = payments(iuran, reference=reference, scope=scope, question=asked, since=since)
    sources = reference.sumber_tree.descendants(asked.sumber_dana or VILLAGE_SOURCES)
    wider = {kode for kode, source in budget.wider if source in sources}
    noted = pd.Series([kode in wider for kode in villages], index=villages, dtype="bool")
    pagu = budget.lines.groupby("kode_wilayah")["pagu"].sum().reindex(villages).astype("Int64")
    spent = paid.groupby("kode_wilayah")["nilai"].sum().reindex(villages).astype("Int64")
    return pd.DataFrame(
        {
            "kode_wilayah": pd.array(villages, dtype="str"),
            "wilayah": pd.array([reference.area_name(kode) for kode in villages], dtype="str"),
            "kecamatan": pd.array([reference.parent_area(kode) for kode in villages], dtype="str"),
            "menganggarkan": ((pagu > 0).fillna(False) | noted).to_numpy(dtype=bool),
            "pagu": pagu.array,
            "realisasi": spent.array,
            "catatan": noted.map({True: WIDER, False: ""}).array.astype("str"),
        }
    )


def _budget_lines(rows: nw.LazyFrame, *, reference: Reference, question: PremiumQuestion) -> pd.DataFrame:
    """The lines of the year: _LINE, versi, pagu, urutan (age of the version), berlaku (of the newest version)."""
    keys = [*_LINE, "versi"]
    this_year = rows.filter(nw.col("tahun") == question.bulan.year)
    lines = collect(add_up(this_year, "pagu", by=keys), sort_by=keys)
    order = {versi: position for position, versi in enumerate(reference.codes("versi_anggaran"))}
    lines["urutan"] = lines["versi"].map(order).astype("int64")
    newest = lines.groupby(_BUDGET)["urutan"].transform("max")
    return lines.assign(berlaku=lines["urutan"] == newest)
