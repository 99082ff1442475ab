"""Realised payments of iuran, beside what their people should have cost by tariff.

A payment for several months covers its `periode` and the months after it (that is an assumption: the file states
one month and a number), and each covered month is priced at its own tariff: PP 50/2025 halves the JKK and JKM of
informal workers from April to December 2026, so seven months from March 2026 cost 16.800 + 6 × 8.400.
Unknown is not zero: a payment that does not say for how many people it is has no estimate and is not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import product

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import AreaScope, area_scope
from jamsos_data.metrics.disjoint import subtract_children
from jamsos_data.metrics.estimates import add_tariffs, only_asked
from jamsos_data.metrics.frames import (
    add_up,
    collect,
    in_memory,
    in_months,
    lazy,
    listed,
    numbered,
    shared_months,
)
from jamsos_data.metrics.identity import kept_for_table
from jamsos_data.metrics.participants import KEPT_SPANS
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.periods import add_months
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree

PAYMENT_CELL = ("periode", "kode_wilayah", "program")
LONGEST_PAYMENT = 24  # months priced one by one; a payment for more has the rest at the tariff of the last
NO_PEOPLE = "TANPA_PESERTA"
_KEYS = [*PAYMENT_CELL, "segmen", "sumber_dana"]
_COUNTED = ("nilai", "nilai_berorang", "orang", "orang_bulan", "seharusnya")
_KNOWN = ("berorang", "bertarif", "tanpa_tarif")
_STEP = "langkah"  # months from `periode` to the covered month


def payments(
    iuran: IntoFrame,
    *,
    reference: Reference,
    scope: AreaScope,
    question: PremiumQuestion,
    since: datetime | None,
) -> pd.DataFrame:
    """Realised payments from `since` (None: the first) through question.bulan, with what they should have been.

    Columns: periode, kode_wilayah (row of the answer), program, segmen, sumber_dana, nilai (int64 Rp paid),
    nilai_berorang (Int64 Rp: the part of it that says for how many people, NA = none), orang (int64: people paid
    for), orang_bulan (int64: people paid for × months paid), seharusnya (Int64 Rp for nilai_berorang: people × the
    tariff of each covered month, NA where one of these tariffs or the people are unknown), catatan (codes of the
    tariffs, and TANPA_PESERTA where a part of nilai does not say for how many people it is; joined by ";").
    """
    first, last = shared_months(since, question.bulan)
    regency = _of_regency(iuran, reference=reference, since=first, until=last)
    rows = in_months(regency, since=since, until=question.bulan)
    asked = only_asked(scope.keep_inside(rows), reference=reference, question=question)
    placed = asked.with_columns(scope.gather().alias("kode_wilayah"))
    sums = add_up(placed, *_COUNTED, *_KNOWN, by=_KEYS)
    found = collect(sums, sort_by=_KEYS).astype({"nilai_berorang": "Int64", "seharusnya": "Int64"})
    found["nilai_berorang"] = found["nilai_berorang"].where(found["berorang"] > 0)
    unpriced = (found["bertarif"] == 0) | (found["tanpa_tarif"] > 0)
    found["seharusnya"] = found["seharusnya"].mask(unpriced)
    noted = collect(placed.filter(nw.col("catatan") != "").select(*_KEYS, "catatan").unique(), sort_by=_KEYS)
    return _note_unknown(found.drop(columns=list(_KNOWN)), noted)


@kept_for_table(at_most=KEPT_SPANS)
def _of_regency(
    iuran: IntoFrame, *, reference: Reference, since: datetime | None, until: datetime
) -> nw.LazyFrame:
    """All payments of the regency where they are stated: _KEYS, catatan (codes of the tariffs), and whole numbers.

    nilai, nilai_berorang, orang, orang_bulan, seharusnya: as :func:`payments` has them, 0 where they are not known;
    berorang, bertarif, tanpa_tarif: 1 where the people are stated, where a month of theirs is counted, and where the
    tariff of one is not known.
    """
    regency = area_scope(reference, tingkat="kabupaten")
    rows = regency.keep_inside(in_months(lazy(iuran), since=since, until=until))
    trees = {"segmen": reference.segmen_tree, "sumber_dana": reference.sumber_tree}
    unknown = _cells_without_people(rows, trees)

    def reduced(
        frame: nw.LazyFrame, value: str, *more: str, without: nw.LazyFrame | None = None
    ) -> pd.DataFrame:
        left = subtract_children(frame, cell=(*PAYMENT_CELL, *more), trees=trees, value=value)
        known = left if without is None else left.join(without, on=_KEYS, how="anti")
        return collect(known, sort_by=[*_KEYS, *more])

    whole = reduced(rows, "nilai")
    known = whole if unknown is None else reduced(rows, "nilai", without=unknown)
    known = known.rename(columns={"nilai": "nilai_berorang"}).assign(berorang=1)
    priced = _priced(reduced(_covered_months(rows), "orang", _STEP, without=unknown), reference)
    joined = whole.merge(known, on=_KEYS, how="left").merge(priced, on=_KEYS, how="left")
    numbers = [*_COUNTED, *_KNOWN]
    return in_memory(
        joined.assign(**{name: joined[name].fillna(0).astype("int64") for name in numbers}).fillna(
            {"catatan": ""}
        )
    )


def _cells_without_people(rows: nw.LazyFrame, trees: Mapping[str, CodeTree]) -> nw.LazyFrame | None:
    """_KEYS of payments that do not say for how many people, and of the rows that may contain them; None for none."""
    missing = rows.filter(nw.col("peserta_dibayar").is_null()).select(_KEYS).unique()
    nodes = collect(missing.select(list(trees)).unique(), sort_by=list(trees))
    if nodes.empty:
        return None
    cells = []
    for node in nodes.itertuples(index=False):
        here = missing.filter(*(nw.col(column) == code for column, code in zip(trees, node, strict=True)))
        lines = [(code, *tree.ancestors(code)) for tree, code in zip(trees.values(), node, strict=True)]
        for above in product(*lines):
            labels = [nw.lit(code).alias(column) for column, code in zip(trees, above, strict=True)]
            cells.append(here.select(*PAYMENT_CELL, *labels))
    return nw.concat(cells, how="vertical").unique()


def _note_unknown(rows: pd.DataFrame, noted: pd.DataFrame) -> pd.DataFrame:
    """`rows` with catatan: the codes that `noted` (_KEYS, catatan) has for them, and whether people are not stated."""
    notes: dict[tuple[object, ...], tuple[str, ...]] = {}
    for *key, note in zip(*listed(noted, *_KEYS, "catatan"), strict=True):
        notes[tuple(key)] = (*notes.get(tuple(key), ()), note)
    unsaid = (rows["nilai_berorang"].fillna(0) < rows["nilai"]).tolist()
    keys = zip(*listed(rows, *_KEYS), strict=True)
    stated = [(*notes.get(key, ()), NO_PEOPLE if hit else "") for key, hit in zip(keys, unsaid, strict=True)]
    joined = {each: join_codes(each) for each in set(stated)}
    codes = [joined[each] for each in stated]
    return rows.assign(catatan=pd.array(codes, dtype="str"))


def tariff_of_payments(rows: pd.DataFrame, *, reference: Reference) -> pd.DataFrame:
    """`rows` (with bulan_dibayar) with what one person costs in all covered months.

    Added: tarif (Int64 Rp a month, of the first covered month), tarif_bulan (Int64 Rp: the sum over the covered
    months); NA = unknown.
    """
    keys = ["periode", "segmen", "sumber_dana", "program", "bulan_dibayar"]
    distinct = rows[keys].drop_duplicates(ignore_index=True)
    weights = [_weights(int(months)) for months in distinct["bulan_dibayar"]]
    steps = distinct.assign(
        orang=pd.Series(weights, dtype="object"),
        langkah=pd.Series([range(len(each)) for each in weights], dtype="object"),
    ).explode(["orang", _STEP], ignore_index=True)
    priced = _at_covered_month(steps.astype({"orang": "int64", _STEP: "int64"}), reference)
    first = priced[priced[_STEP] == 0].set_index(keys)["per_bulan"].rename("tarif")
    whole = _sum_known(priced, keys).rename("tarif_bulan")
    return rows.merge(pd.concat([first, whole], axis="columns").reset_index(), on=keys, how="left")


def _weights(months: int) -> list[int]:
    """How many months each step stands for: one, and the last of a very long payment for all the rest."""
    steps = min(max(months, 1), LONGEST_PAYMENT)
    return [1] * (steps - 1) + [max(months, 0) - (steps - 1)]


def _covered_months(rows: nw.LazyFrame) -> nw.LazyFrame:
    """A row for each covered month: _KEYS, langkah, orang (people paid for in it)."""
    months = collect(rows.select(nw.col("bulan_dibayar").max()), sort_by=["bulan_dibayar"])["bulan_dibayar"]
    longest = int(months.fillna(1).max()) if len(months) else 1
    steps = len(_weights(longest))
    people, count = nw.col("peserta_dibayar"), nw.col("bulan_dibayar")
    none = nw.lit(0).cast(nw.Int64)
    parts = []
    for step in range(steps):
        paid = rows if step == 0 else rows.filter(count > step)
        left = people * (count - step) if step == LONGEST_PAYMENT - 1 else people
        orang = left if step else nw.when(count > 0).then(people).otherwise(none)
        parts.append(paid.select(*_KEYS, orang.alias("orang"), nw.lit(step).cast(nw.Int64).alias(_STEP)))
    return nw.concat(parts, how="vertical")


def _at_covered_month(rows: pd.DataFrame, reference: Reference) -> pd.DataFrame:
    """`rows` with per_bulan and catatan of the month `langkah` months after `periode`; iuran = orang × per_bulan."""
    distinct, numbers = numbered(rows, "periode", _STEP)
    covered = pd.array([add_months(month, step) for month, step in distinct], dtype="datetime64[us]")
    dated = rows.assign(periode=covered.take(numbers))
    priced = add_tariffs(dated, reference=reference).assign(periode=rows["periode"].array)
    return priced.assign(iuran=priced["orang"].astype("Int64") * priced["per_bulan"])


def _sum_known(priced: pd.DataFrame, keys: list[str]) -> pd.Series:
    """The sums of iuran, NA where the tariff of one month is unknown."""
    groups = priced.assign(unknown=priced["iuran"].isna()).groupby(keys)
    return groups["iuran"].sum().mask(groups["unknown"].any())


def _priced(covered: pd.DataFrame, reference: Reference) -> pd.DataFrame:
    """What the people of `covered` (_KEYS, langkah, orang) cost: see the columns of :func:`_of_regency`."""
    priced = _at_covered_month(covered, reference)
    each = priced[_KEYS].assign(
        orang=priced["orang"].where(priced[_STEP] == 0, 0),
        orang_bulan=priced["orang"],
        seharusnya=priced["iuran"].fillna(0).astype("int64"),
        tanpa_tarif=priced["iuran"].isna().astype("int64"),
    )
    sums = each.groupby(_KEYS, as_index=False).sum().assign(bertarif=1)
    sums["tanpa_tarif"] = sums["tanpa_tarif"].clip(upper=1)
    return sums.merge(_joined_notes(priced), on=_KEYS, how="left")


def _joined_notes(priced: pd.DataFrame) -> pd.DataFrame:
    """_KEYS of the rows that are noted, with all that is noted of them: most have the same note in each month."""
    noted = priced.loc[priced["catatan"] != "", [*_KEYS, "catatan"]].drop_duplicates()
    several = noted.duplicated(_KEYS, keep=False)
    joined = noted[several].groupby(_KEYS)["catatan"].agg(join_codes).astype("str").reset_index()
    return pd.concat([noted[~several], joined], ignore_index=True)


def join_codes(notes: Iterable[str]) -> str:
    """The codes of several notes (each joined by ";"), each once."""
    return ";".join(sorted({code for note in notes for code in note.split(";") if code}))
