"""What is left of each pagu for a plan: granted, paid, and bound for the people who are protected already.

A pagu is of one year. Bound (terikat) is what keeping the present people protected through December still costs after
what is paid ahead: an estimate. Free (bebas) is what is neither paid nor bound. The pagu of a later year is bound for
the people of the month looked at: what they cost in each month of that year by the tariffs that are known now, less
what that pagu has paid already or what is paid ahead for months of that year, whichever is more: the one may be part
of the other.

Which pagu pays whom: :mod:`paying`. People added in an area take from the nearest area at or around it that has a
pagu for them; where there is none, from those of the areas in it, together, since nobody says where in it they are
added.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import pandas as pd

from jamsos_data.metrics.absorption import MONTHS_OF_A_YEAR, sources_above
from jamsos_data.metrics.budget_ends import ROW, MoneyByPlace, hold
from jamsos_data.metrics.estimates import cost_of_year
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.identity import ByIdentity
from jamsos_data.metrics.paying import Pagu, PayingPagu, Row, areas_around, paying_lines
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree

KEPT_YEARS = 32


@dataclass(frozen=True, kw_only=True)
class Left:
    """Rupiah of one pagu or several; realisasi None: nothing known paid; terikat, bebas None: a tariff is not known.

    `sure`: whether nobody else may be paid from it, of whom is only known that they belong to a wider area or source.
    """

    pagu: int
    realisasi: int | None
    sisa: int
    terikat: int | None
    bebas: int | None
    sure: bool = True

    @property
    def free(self) -> int:
        """What the plan may take: what is free, else what is left."""
        return self.sisa if self.bebas is None else self.bebas


@dataclass(frozen=True, kw_only=True)
class _Spent:
    """What was paid (None: nothing known) and what is bound (None: not known)."""

    paid: int | None
    bound: int | None


class Budgets:
    """The pagu of one year and what the present people leave of them."""

    def __init__(
        self, money: Mapping[int, MoneyByPlace], *, tahun: int, bulan: datetime, reference: Reference
    ) -> None:
        self._reference = reference
        of_year = money[tahun]
        paying = of_year.paying(reference)
        self.granted = dict(_granted(of_year, paying))
        self._by_area: dict[str, list[Pagu]] = {}
        for one in self.granted:
            self._by_area.setdefault(one.kode_wilayah, []).append(one)
        now = tahun == bulan.year
        spent = (
            _this_year(of_year, reference) if now else _another_year(money, tahun, bulan, paying, reference)
        )
        self._spent = {one: spent.pop(one, _Spent(paid=None, bound=0)) for one in self.granted}
        reached = ((paying.reachable(row), known) for row, known in spent.items())
        self._unsaid = [(pagu, known) for pagu, known in reached if pagu and (known.paid or known.bound != 0)]

    def drawn(self, area: str, source: str, segmen: str) -> frozenset[Pagu]:
        """The pagu that pay people of `segmen` who are added in `area` for `source`."""
        for upper in areas_around(area, self._reference):
            if found := self._at(upper, source, segmen):
                return found
        inside = [one for one in self._by_area if self._reference.is_within(one, area)]
        return frozenset().union(*(self._at(one, source, segmen) for one in inside))

    def left(self, pagu: Collection[Pagu]) -> Left:
        """What is left of all of `pagu`."""
        spent = [self._spent[one] for one in pagu]
        inside = [known for reached, known in self._unsaid if reached <= set(pagu)]
        sure = all(reached <= set(pagu) or not reached & set(pagu) for reached, _ in self._unsaid)
        granted = sum(self.granted[one] for one in pagu)
        paid = [one.paid for one in (*spent, *inside) if one.paid is not None]
        bound = [one.bound for one in (*spent, *inside)]
        known = None not in bound
        free = sum(
            max(self.granted[one] - (of.paid or 0) - (of.bound or 0), 0)
            for one, of in zip(pagu, spent, strict=True)
        )
        unsaid = sum((one.paid or 0) + (one.bound or 0) for one in inside)
        return Left(
            pagu=granted,
            realisasi=sum(paid) if paid else None,
            sisa=granted - sum(paid),
            terikat=sum(one or 0 for one in bound) if known else None,
            bebas=max(free - unsaid, 0) if known else None,
            sure=sure,
        )

    def _at(self, area: str, source: str, segmen: str) -> frozenset[Pagu]:
        """Those of one area: of the source, else the nearest above it, else all in it."""
        trees = self._reference.sumber_tree, self._reference.segmen_tree
        if source == trees[0].root:
            return frozenset()
        here = self._by_area.get(area, [])
        lines = {
            code: paying_lines([one for one in here if one.sumber_dana == code], segmen, trees[1])
            for code in {one.sumber_dana for one in here}
        }
        above = next((lines[code] for code in sources_above(source, trees[0]) if lines.get(code)), ())
        inside = (lines.get(code, ()) for code in trees[0].descendants(source))
        return frozenset(above or (one for found in inside for one in found))


def budgets_of_year(
    money: Mapping[int, MoneyByPlace], *, tahun: int, bulan: datetime, reference: Reference
) -> Budgets:
    """:class:`Budgets`, worked out once for the very same tables: no plan changes what is left without it."""
    of_years = tuple((year, ByIdentity(money[year])) for year in sorted({tahun, bulan.year}))
    return _kept(of_years, tahun, bulan, ByIdentity(reference))


@lru_cache(maxsize=KEPT_YEARS)
def _kept(
    of_years: tuple[tuple[int, ByIdentity[MoneyByPlace]], ...],
    tahun: int,
    bulan: datetime,
    known: ByIdentity[Reference],
) -> Budgets:
    money = {year: of_year.held for year, of_year in of_years}
    return Budgets(money, tahun=tahun, bulan=bulan, reference=known.held)


def holder_of(pagu: Iterable[Pagu], tree: CodeTree) -> str:
    """The source of all of `pagu`: their own, or the narrowest around them; "" for none."""
    sources = {one.sumber_dana for one in pagu}
    if len(sources) < 2:
        return next(iter(sources), "")
    around = (code for code in tree.codes if sources <= set(tree.descendants(code)))
    return max(around, key=lambda code: len(tree.ancestors(code)))


def _granted(money: MoneyByPlace, paying: PayingPagu) -> Iterable[tuple[Pagu, int]]:
    """Every pagu in order, with its rupiah."""
    stated = dict(zip(money.places, money.rows["pagu"], strict=True))
    for one in sorted(paying.all):
        yield one, sum(int(stated[one.kode_wilayah, one.sumber_dana, line]) for line in one.segments)


def _this_year(money: MoneyByPlace, reference: Reference) -> dict[Row, _Spent]:
    months = MONTHS_OF_A_YEAR - money.bulan.month
    return {
        _key(row): _Spent(
            paid=row["realisasi_pagu"],
            bound=None if months and (row["tanpa_tarif_pagu"] or 0) else row["kewajiban_pagu"] or 0,
        )
        for row in records(hold(money, reference=reference))
    }


def _another_year(
    money: Mapping[int, MoneyByPlace], tahun: int, bulan: datetime, paying: PayingPagu, reference: Reference
) -> dict[Row, _Spent]:
    """Of a later year bound for the present people; of an earlier one nothing is."""
    stated = money[tahun].rows.set_index(ROW)["realisasi"]
    paid = _by_pagu(stated, paying)
    if tahun < bulan.year:
        return {key: _Spent(paid=_known(amount), bound=0) for key, amount in paid.items()}
    people = money[bulan.year].people.set_index(ROW, drop=False).rename_axis([None] * len(ROW))
    costs = cost_of_year(people, tahun, reference=reference)
    needed = _by_pagu(costs, paying)
    ahead = _by_pagu(_ahead_in(tahun, money[bulan.year].ahead), paying)
    unknown = _by_pagu((costs.isna() & (people["dibayar"] > 0)).astype("Int64"), paying)
    return {
        key: _Spent(
            paid=(already := _known(paid.get(key))),
            bound=None
            if _known(unknown.get(key))
            else max((_known(needed.get(key)) or 0) - max(already or 0, _known(ahead.get(key)) or 0), 0),
        )
        for key in dict.fromkeys((*paid, *needed))
    }


def _ahead_in(tahun: int, ahead: pd.DataFrame) -> pd.Series:
    """Rp that is paid ahead for months of the year, indexed by ROW."""
    inside = ahead[ahead["periode"].dt.year == tahun]
    return inside.groupby(ROW)["rupiah"].sum().rename_axis([None] * len(ROW))


def _by_pagu(amounts: pd.Series, paying: PayingPagu) -> dict[Row, object]:
    """Sums of `amounts`, indexed by ROW, by the pagu that pays, or the row itself where none does."""
    holder = [tuple(paying.of(row) or row) for row in amounts.index.tolist()]
    sums = amounts.set_axis(pd.MultiIndex.from_tuples(holder, names=ROW)).groupby(level=ROW).sum(min_count=1)
    return dict(zip(sums.index.tolist(), sums.tolist(), strict=True))


def _key(row: Mapping[str, str]) -> Row:
    return row["kode_wilayah"], row["sumber_dana"], row["segmen"]


def _known(amount: object) -> int | None:
    return None if amount is None or amount is pd.NA else int(amount)  # type: ignore[call-overload]
