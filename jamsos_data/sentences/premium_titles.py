"""The findings that stand as titles over the pictures and tables of iuran.

Pure functions: rows of the premium metrics and words in, text out.
"""

from __future__ import annotations

import pandas as pd

from jamsos_data.messages import Messages
from jamsos_data.metrics.premium_months import paid_at_once
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree
from jamsos_data.wording import count, join, month, people, rows_of, short_rupiah, whole_months


def months_title(months: pd.DataFrame, words: Messages, *, tree: CodeTree) -> str:
    """The month in which most was paid, and who paid several months at once in it."""
    totals = months.groupby("periode")["nilai"].sum()
    top = max(totals.index, key=totals.__getitem__)
    values = {"month": month(top, words), "total": short_rupiah(int(totals.max()), words)}
    at_once = paid_at_once(months[months["periode"] == top])
    if at_once.empty:
        return words("premiums.months.title", **values)
    payer = rows_of(at_once)[0]
    return words(
        "premiums.months.title_at_once",
        source=tree.name(payer.sumber_dana, words.language),
        months=whole_months(payer.bulan_dibayar, words),
        **values,
    )


def doubles_title(doubles: pd.DataFrame, unjudged: pd.DataFrame, words: Messages) -> str:
    """How many people more are paid for than there are participants, and in how many desa and kecamatan."""
    if doubles.empty:
        return words("premiums.doubles.none" if unjudged.empty else "premiums.doubles.none_known")
    levels = doubles["kode_wilayah"].drop_duplicates().map(Reference.area_level)
    areas = [
        words(f"premiums.doubles.{level}", n=number, count=count(number, words))
        for level in ("desa", "kecamatan")
        if (number := int((levels == level).sum()))
    ]
    beyond = people(int(doubles["lebih"].sum()), words)
    return words("premiums.doubles.title", people=beyond, areas=join(areas, words))


def unjudged_sentence(unjudged: pd.DataFrame, words: Messages, *, tree: CodeTree) -> str:
    """Which kecamatan may have such people and why that cannot be told; "" where each can be judged."""
    told = [
        words(
            f"premiums.unjudged.{row.alasan}",
            n=row.banyak,
            area=row.wilayah,
            segment=tree.name(row.segmen, words.language),
            paid=count(row.peserta_dibayar, words),
            active=count(row.peserta_aktif, words),
            count=count(row.banyak, words),
        )
        for row in rows_of(unjudged)
    ]
    return words("premiums.unjudged", areas="; ".join(told)) if told else ""


def villages_title(villages: pd.DataFrame, words: Messages) -> str:
    """How many desa budget for contributions, and how many do not."""
    budgeting, everything = int(villages["menganggarkan"].sum()), len(villages)
    ending = "none" if budgeting == 0 else "all" if budgeting == everything else "some"
    return words(
        f"premiums.villages.{ending}",
        n=budgeting,
        some=count(budgeting, words),
        others=count(everything - budgeting, words),
        all=count(everything, words),
    )


def differences_title(differences: pd.DataFrame, words: Messages) -> str:
    """How many payments differ from people × tariff × months."""
    number = len(differences)
    if number == 0:
        return words("premiums.differences.none")
    return words("premiums.differences", n=number, count=count(number, words))
