"""The same people paid for by several funding sources at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import AreaScope, area_scope
from jamsos_data.metrics.desa_payments import GROUP, compare_desa
from jamsos_data.metrics.disjoint import subtract_children
from jamsos_data.metrics.estimates import only_asked
from jamsos_data.metrics.frames import add_up, collect, in_months, lazy
from jamsos_data.metrics.kecamatan_payments import Active, Beyond, Payment, compare_kecamatan
from jamsos_data.metrics.packages import packages_lacking
from jamsos_data.metrics.participants import disjoint_participants
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference

COLUMNS = ["periode", *GROUP, "wilayah", "peserta_dibayar", "peserta_aktif", "lebih", "sumber"]
UNJUDGED_COLUMNS = {
    "kode_wilayah": "str",
    "wilayah": "str",
    "segmen": "str",
    "peserta_dibayar": "int64",
    "peserta_aktif": "int64",
    "lebih": "int64",
    "sumber": "str",
    "alasan": "str",
    "banyak": "int64",
}


def measure_double_payments(
    iuran: IntoFrame,
    kepesertaan: IntoFrame,
    *,
    reference: Reference,
    question: PremiumQuestion,
) -> pd.DataFrame:
    """Desa and kecamatan where several sources together pay for more people than are active, in question.bulan.

    A payment is taken to cover the month it is paid in and the months after it, `bulan_dibayar` in all: arrears, which
    pay for months before, look the same, so people listed here may be those whose payer has changed. Of several
    payments of one source that run in the month the largest counts: they may be for the same people.
    Two payments of one source for the same people cannot be told from arrears: a file does not say whether the later
    one is for others, for arrears, or for the same people once more.
    Of a desa, payments of one package at that exact place are compared with the participants there and those known for
    the areas around only, as :mod:`desa_payments` says; what is beyond in several desa that share those is told of
    their kecamatan or the regency, with the package (:mod:`shared_people`). Of a kecamatan, all there are in it, as
    :mod:`kecamatan_payments` says; its program is "" and its peserta_dibayar are without those whom its desa are listed
    for. With question.sumber_dana those are listed where it (or a source in it) is one of the payers.
    Columns: periode, kode_wilayah, segmen, program, wilayah, peserta_dibayar, peserta_aktif, lebih (int64 orang:
    paid for beyond the active), sumber (codes joined by ";"). Most people first.
    Raises ValueError for an unknown area, segment or funding source.
    """
    villages = _in_villages(iuran, kepesertaan, reference=reference, question=question)
    over = [
        one
        for one in _in_kecamatan(iuran, kepesertaan, reference=reference, question=question)
        if not one.alasan
    ]
    whole = _table(over, reference).assign(program="", periode=pd.Timestamp(question.bulan))
    found = pd.concat([villages, whole[COLUMNS]]) if over else villages
    return found.sort_values(["lebih", *GROUP], ascending=[False, True, True, True], ignore_index=True)


def measure_unjudged_payments(
    iuran: IntoFrame, kepesertaan: IntoFrame, *, reference: Reference, question: PremiumQuestion
) -> pd.DataFrame:
    """Kecamatan where several sources pay for more people than are known to be active, but more may be active.

    Columns: UNJUDGED_COLUMNS, as in :func:`measure_double_payments`. alasan: HANYA_KABUPATEN (`banyak` people are
    known for the regency only) or DESA_TANPA_PESERTA (`banyak` desa do not say how many they have).
    """
    found = _in_kecamatan(iuran, kepesertaan, reference=reference, question=question)
    return _table([one for one in found if one.alasan], reference)


def _in_villages(
    iuran: IntoFrame, kepesertaan: IntoFrame, *, reference: Reference, question: PremiumQuestion
) -> pd.DataFrame:
    bulan = question.bulan
    scope = area_scope(reference, tingkat="kabupaten", dalam=question.dalam)
    everyone = replace(question, sumber_dana=None)  # a source is paid twice beside another one
    paid = _paid_for(iuran, reference=reference, scope=scope, question=everyone)
    whole = area_scope(reference, tingkat="kabupaten")  # who is known for an area around may be meant
    people = disjoint_participants(kepesertaan, reference=reference, scope=whole, since=bulan, until=bulan)
    active = collect(add_up(people, "peserta_aktif", by=GROUP), sort_by=GROUP)
    villages = compare_desa(paid, active, reference=reference).assign(periode=pd.Timestamp(bulan))
    if question.sumber_dana is not None:
        payers = set(reference.sumber_tree.descendants(question.sumber_dana))
        paying = [not payers.isdisjoint(codes.split(";")) for codes in villages["sumber"]]
        villages = villages[pd.array(paying, dtype="bool")]
    return villages.assign(wilayah=[reference.area_name(kode) for kode in villages["kode_wilayah"]])[COLUMNS]


def _in_kecamatan(
    iuran: IntoFrame, kepesertaan: IntoFrame, *, reference: Reference, question: PremiumQuestion
) -> list[Beyond]:
    if question.dalam is not None and reference.area_level(question.dalam) == "desa":
        return []
    bulan = question.bulan
    of_all = PremiumQuestion(
        bulan=bulan, dalam=question.dalam
    )  # whom a desa is told of, whatever is asked for
    told = partial(_in_villages, iuran, kepesertaan, reference=reference, question=of_all)
    regency = area_scope(reference, tingkat="kabupaten")
    people = disjoint_participants(kepesertaan, reference=reference, scope=regency, since=bulan, until=bulan)
    keys = ["kode_wilayah", "segmen"]
    rows = collect(add_up(people, "peserta_aktif", by=keys), sort_by=keys)
    active = [Active(kode_wilayah=a, segmen=s, orang=n) for a, s, n in rows.itertuples(index=False)]
    paid = _payments(iuran, reference=reference, scope=regency, question=of_all)
    return compare_kecamatan(paid, active, told, reference=reference, question=question)


def _payments(
    iuran: IntoFrame, *, reference: Reference, scope: AreaScope, question: PremiumQuestion
) -> Iterator[Payment]:
    """Payments that hold JKK and JKM."""
    running = _running(iuran, scope=scope, question=question)
    whole = running.filter(~nw.col("program").is_in(list(packages_lacking(reference))))
    rows = collect(_disjoint(_largest_of_source(whole), reference), sort_by=[*GROUP, "sumber_dana"])
    for area, segmen, source, people in rows[
        ["kode_wilayah", "segmen", "sumber_dana", "peserta_dibayar"]
    ].itertuples(index=False):
        if people > 0:
            yield Payment(kode_wilayah=area, segmen=segmen, sumber_dana=source, orang=int(people))


def _paid_for(
    iuran: IntoFrame, *, reference: Reference, scope: AreaScope, question: PremiumQuestion
) -> pd.DataFrame:
    """People paid for in question.bulan: GROUP, sumber_dana, peserta_dibayar, each source once."""
    running = _largest_of_source(_running(iuran, scope=scope, question=question))
    reduced = _disjoint(running, reference)
    asked = only_asked(reduced, reference=reference, question=question)
    return collect(asked.filter(nw.col("peserta_dibayar") > 0), sort_by=[*GROUP, "sumber_dana"])


def _running(iuran: IntoFrame, *, scope: AreaScope, question: PremiumQuestion) -> nw.LazyFrame:
    """The payments for somebody that cover question.bulan."""
    bulan, month = question.bulan, nw.col("periode")
    age = (bulan.year - month.dt.year()) * 12 + (bulan.month - month.dt.month())
    rows = scope.keep_inside(in_months(lazy(iuran), since=None, until=bulan))
    return rows.filter((age < nw.col("bulan_dibayar")) & (nw.col("peserta_dibayar") > 0))


def _largest_of_source(running: nw.LazyFrame) -> nw.LazyFrame:
    """GROUP, sumber_dana, peserta_dibayar: of the payments of one source for a segment and package, the largest.

    Those of one month are added; those of several months may be for the same people, and no more is sure.
    """
    keys = [*GROUP, "sumber_dana"]
    of_month = add_up(running, "peserta_dibayar", by=[*keys, "periode"])
    return of_month.group_by(*keys).agg(nw.col("peserta_dibayar").max())


def _disjoint(rows: nw.LazyFrame, reference: Reference) -> nw.LazyFrame:
    trees = {"segmen": reference.segmen_tree, "sumber_dana": reference.sumber_tree}
    return subtract_children(rows, cell=("kode_wilayah", "program"), trees=trees, value="peserta_dibayar")


def _table(found: list[Beyond], reference: Reference) -> pd.DataFrame:
    rows = [
        {
            "kode_wilayah": one.kode_wilayah,
            "wilayah": reference.area_name(one.kode_wilayah),
            "segmen": one.segmen,
            "peserta_dibayar": one.dibayar,
            "peserta_aktif": one.aktif,
            "lebih": one.lebih,
            "sumber": ";".join(one.sumber),
            "alasan": one.alasan,
            "banyak": one.banyak,
        }
        for one in found
    ]
    return pd.DataFrame(rows, columns=list(UNJUDGED_COLUMNS)).astype(UNJUDGED_COLUMNS)
