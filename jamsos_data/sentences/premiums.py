"""Iuran in sentences: what was paid by whom, how far the budgets go, what needs a second look.

Pure functions: rows of the premium metrics and words in, text out. Pagu, realisasi and estimasi are named
each time and never added to one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pandas as pd

from jamsos_data.messages import Messages
from jamsos_data.metrics.absorption import Absorption, ends_early
from jamsos_data.metrics.unmapped_premiums import UnmappedPremiums
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree
from jamsos_data.wording import (
    count,
    has_value,
    join,
    lasting,
    month,
    months_count,
    people,
    percent,
    rows_of,
    rupiah,
    short_rupiah,
)

if TYPE_CHECKING:
    from jamsos_data.views.premiums_figures import PremiumFigures

# Notes on a source that are said as a sentence each, the most urgent first.
REMARKS = (
    "SERAPAN_LEBIH",
    "PAGU_HABIS",
    "PAGU_KURANG",
    "PAGU_BULAN_LALU",
    "PAGU_BERLEBIH",
    "ESTIMASI_BERBEDA",
    "SISA_INDUK",
    "PAGU_SEGMEN_LEBIH_LUAS",
)
# Said at its bar in the chart of budgets, for it holds for most sources of every kecamatan.
SAID_IN_CHART = ("PAGU_WILAYAH_LEBIH_LUAS",)


def opening_sentences(
    found: PremiumFigures, words: Messages, *, tree: CodeTree, bulan: datetime, area: str
) -> str:
    """The answer of the page in one paragraph: paid by whom, share of the budgets, what ends before December."""
    sentences = [
        f"**{paid_sentence(found.sources, words, tree=tree, bulan=bulan, area=area, known=found.known)}**",
        budget_sentence(found.absorption, words),
        early_sentence(found.budgeted, words, tree=tree),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def unmapped_sentences(unmapped: Sequence[UnmappedPremiums], words: Messages, *, reference: Reference) -> str:
    """What was paid for the areas around the one looked at and stands in none of its figures; empty for nothing."""
    return " ".join(
        words(
            f"premiums.unmapped.{one.tingkat}",
            amount=short_rupiah(one.nilai, words),
            percent=percent(one.persen, words, digits=0),
            area=reference.area_name(one.wilayah),
            source=reference.sumber_tree.name(one.sumber_terbanyak, words.language),
            most=short_rupiah(one.nilai_terbanyak, words),
        )
        for one in unmapped
    )


def without_budget_sentence(rows: pd.DataFrame, words: Messages, *, tree: CodeTree) -> str:
    """Who pays without ever having a pagu, and so is not in the picture of the budgets; empty for nobody."""
    if rows.empty:
        return ""
    names = tree.names_of(rows["sumber_dana"], words.language)
    total = short_rupiah(int(rows["realisasi"].sum()), words)
    return words("premiums.budgets.without", sources=join(names, words), total=total)


def paid_sentence(
    sources: pd.DataFrame, words: Messages, *, tree: CodeTree, bulan: datetime, area: str, known: bool = True
) -> str:
    """What was paid since January, by how many sources, and which paid most; unknown while not `known`."""
    if not known:
        return words("premiums.paid.unknown", year=bulan.year)
    paying = sources[sources["realisasi"] > 0].sort_values("realisasi", ascending=False)
    during = "premiums.during.january" if bulan.month == 1 else "premiums.during"
    values = {"area": area, "during": words(during, month=month(bulan, words))}
    if paying.empty:
        return words("premiums.paid.none", **values)
    largest = rows_of(paying)[0]
    return words(
        "premiums.paid",
        n=len(paying),
        total=short_rupiah(int(paying["realisasi"].sum()), words),
        sources=count(len(paying), words),
        largest=tree.name(largest.sumber_dana, words.language),
        most=short_rupiah(largest.realisasi, words),
        **values,
    )


def budget_sentence(budgets: Absorption, words: Messages) -> str:
    """How much of the budgets is paid; empty where there is none, or no payment from one is known."""
    if budgets.realisasi is None or budgets.persen is None:
        return ""
    return words(
        "premiums.budget",
        n=budgets.banyak,
        sources=count(budgets.banyak, words),
        paid=short_rupiah(budgets.realisasi, words),
        budget=short_rupiah(budgets.pagu, words),
        percent=percent(budgets.persen, words),
    )


def early_sentence(budgeted: pd.DataFrame, words: Messages, *, tree: CodeTree) -> str:
    """The sources whose budget, with what is paid ahead, does not last to December; says so when all do."""
    timed = [row for row in rows_of(budgeted) if has_value(row.cukup_sampai)]
    if not timed:
        return ""
    early = sorted((row for row in timed if ends_early(row)), key=lambda row: row.bulan_tersisa)
    if not early:
        return words("premiums.early.none", n=len(timed))
    named = [
        words(
            "premiums.early.source",
            source=tree.name(row.sumber_dana, words.language),
            lasting=lasting(row, words),
        )
        for row in early
    ]
    return words("premiums.early", n=len(early), sources=join(named, words))


def remarks(found: PremiumFigures, words: Messages, *, tree: CodeTree) -> list[str]:
    """What needs a second look, a sentence for each source and finding, the most urgent first."""
    return [
        remark(code, row, words, source=tree.name(row.sumber_dana, words.language))
        for code in REMARKS
        for row in rows_of(found.noted(code))
    ]


def remark(code: str, row: Any, words: Messages, *, source: str) -> str:
    """One finding on one source of measure_premiums, with the figures that make it."""
    known = {
        "pagu": row.pagu,
        "realisasi": row.realisasi,
        "setahun": row.estimasi_setahun,
        "seharusnya": row.estimasi_dibayar,
        "bertarif": row.realisasi_bertarif,
        "selisih": row.selisih_estimasi,
        "ahead": row.di_muka,
    }
    amounts = {name: rupiah(abs(value), words) if has_value(value) else "–" for name, value in known.items()}
    ahead = code == "PAGU_HABIS" and has_value(row.di_muka) and row.di_muka > 0
    left = max(row.pagu - row.realisasi, 0) if has_value(row.pagu) and has_value(row.realisasi) else None
    return words(
        f"premiums.remark.{code}{'.ahead' if ahead else ''}",
        left="–" if left is None else rupiah(left, words),
        lasting=lasting(row, words) if has_value(row.cukup_sampai) else "–",
        source=source,
        people=people(row.peserta_aktif, words) if has_value(row.peserta_aktif) else "–",
        months=months_count(row.bulan_cukup, words) if has_value(row.bulan_cukup) else "–",
        monthly=rupiah(row.iuran_sebulan, words) if has_value(row.iuran_sebulan) else "–",
        lebih=_excess(row, words),
        **amounts,
    )


def _excess(row: Any, words: Messages) -> str:
    """How much the pagu lies above the estimate of a year, in percent of the estimate."""
    if not (has_value(row.pagu) and has_value(row.estimasi_setahun) and row.estimasi_setahun > 0):
        return "–"
    return percent(100 * (row.pagu - row.estimasi_setahun) / row.estimasi_setahun, words, digits=0)


def uncertain_sentence(found: PremiumFigures, words: Messages, *, tree: CodeTree) -> str:
    """For which payers it is not certain whether the discount of PP 50/2025 holds; empty for none."""
    rows = rows_of(found.noted("DISKON_BELUM_PASTI"))
    names = [tree.name(row.sumber_dana, words.language) for row in rows]
    return words("premiums.uncertain", sources=join(names, words)) if names else ""


def tariff_sentence(found: PremiumFigures, words: Messages, *, bulan: datetime) -> str:
    """How many people have no known tariff and so stand in no estimate; empty for none."""
    number = found.people_without_tariff
    if not number:
        return ""
    return words("premiums.no_tariff", n=number, people=people(number, words), month=month(bulan, words))
