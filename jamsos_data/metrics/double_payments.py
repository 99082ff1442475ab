"""The same people paid for by several funding sources at once."""

from __future__ import annotations

from dataclasses import replace

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import AreaScope, area_scope
from jamsos_data.metrics.disjoint import subtract_children
from jamsos_data.metrics.estimates import only_asked
from jamsos_data.metrics.frames import add_up, collect, in_months, lazy
from jamsos_data.metrics.participants import disjoint_participants
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference

_GROUP = ["kode_wilayah", "segmen", "program"]
COLUMNS = ["periode", *_GROUP, "wilayah", "peserta_dibayar", "peserta_aktif", "lebih", "sumber"]


def measure_double_payments(
    iuran: IntoFrame,
    kepesertaan: IntoFrame,
    *,
    reference: Reference,
    question: PremiumQuestion,
) -> pd.DataFrame:
    """Villages where two or more sources together pay for more people than are active, in question.bulan.

    A payment is taken to cover the month it is paid in and the months after it, `bulan_dibayar` in all.
    Compared are payments and participants of the same village, segment and package, at that exact place; with
    question.sumber_dana those are listed where it (or a source in it) is one of the payers.
    Columns: periode, kode_wilayah, segmen, program, wilayah, peserta_dibayar, peserta_aktif, lebih (int64 orang:
    paid for beyond the active), sumber (codes joined by ";"). Most people first.
    Raises ValueError for an unknown area, segment or funding source.
    """
    bulan, dalam = question.bulan, question.dalam
    scope = area_scope(reference, tingkat="kabupaten", dalam=dalam)
    everyone = replace(question, sumber_dana=None)  # a source is paid twice beside another one
    paid = _paid_for(iuran, reference=reference, scope=scope, question=everyone)
    people = disjoint_participants(kepesertaan, reference=reference, scope=scope, since=bulan, until=bulan)
    active = collect(add_up(people, "peserta_aktif", by=_GROUP), sort_by=_GROUP)
    sums = paid.groupby(_GROUP, as_index=False).agg(
        peserta_dibayar=("peserta_dibayar", "sum"),
        sumber=("sumber_dana", ";".join),
        banyak=("sumber_dana", "size"),
    )
    both = sums[sums["banyak"] > 1].merge(active, on=_GROUP)
    over = both.assign(lebih=both["peserta_dibayar"] - both["peserta_aktif"], periode=pd.Timestamp(bulan))
    villages = over[(over["lebih"] > 0) & over["kode_wilayah"].isin(reference.all_desa)]
    if question.sumber_dana is not None:
        payers = set(reference.sumber_tree.descendants(question.sumber_dana))
        villages = villages[[not payers.isdisjoint(codes.split(";")) for codes in villages["sumber"]]]
    named = villages.assign(wilayah=[reference.area_name(kode) for kode in villages["kode_wilayah"]])
    return named.sort_values(["lebih", *_GROUP], ascending=[False, True, True, True], ignore_index=True)[
        COLUMNS
    ]


def _paid_for(
    iuran: IntoFrame, *, reference: Reference, scope: AreaScope, question: PremiumQuestion
) -> pd.DataFrame:
    """People paid for in question.bulan: _GROUP, sumber_dana, peserta_dibayar, each source once."""
    bulan = question.bulan
    month = nw.col("periode")
    age = (bulan.year - month.dt.year()) * 12 + (bulan.month - month.dt.month())
    rows = scope.keep_inside(in_months(lazy(iuran), since=None, until=bulan))
    running = rows.filter((age < nw.col("bulan_dibayar")) & (nw.col("peserta_dibayar") > 0))
    trees = {"segmen": reference.segmen_tree, "sumber_dana": reference.sumber_tree}
    keys = [*_GROUP, "sumber_dana"]
    reduced = subtract_children(
        running, cell=("kode_wilayah", "program"), trees=trees, value="peserta_dibayar"
    )
    asked = only_asked(reduced, reference=reference, question=question)
    return collect(asked.filter(nw.col("peserta_dibayar") > 0), sort_by=keys)
