"""Each pagu with what it has to pay (:mod:`paying`), how long it lasts, and whose money ends before December."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.absorption import MONTHS_OF_A_YEAR
from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.frames import listed
from jamsos_data.metrics.identity import ByIdentity
from jamsos_data.metrics.last_year import december_before, may_be_of_last_year
from jamsos_data.metrics.lasting import ahead_by_month, is_priced, measure_lasting
from jamsos_data.metrics.paying import PayingPagu, Row
from jamsos_data.metrics.premiums import gather_premiums
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference

KEPT_YEARS = 8
BudgetEnds = tuple[tuple[str, str, str, datetime], ...]
ROW = ["kode_wilayah", "sumber_dana", "segmen"]
_PAID = {"realisasi": "realisasi_pagu", "peserta_aktif": "peserta_pagu", "iuran_sebulan": "iuran_pagu"} | {
    "tanpa_tarif": "tanpa_tarif_pagu",
    "di_muka": "di_muka_pagu",
}
_AHEAD = [*ROW, "periode", "rupiah"]
HELD = {
    **dict.fromkeys(ROW, "str"),
    "pagu": "Int64",
    **dict.fromkeys(_PAID.values(), "Int64"),
    "sejak_januari": "Int64",
    "bulan_lalu": "bool",
    "kewajiban_pagu": "Int64",
    "bulan_cukup": "float64",
    "bulan_tersisa": "float64",
    "cukup_sampai": "datetime64[us]",
}


@dataclass(frozen=True)
class MoneyByPlace:
    """Money and people of a year as they are stated, as of `bulan`.

    `rows`: kode_wilayah (desa, or the coarser area they are known for), sumber_dana, segmen, pagu (Int64 Rp, NA = no
    line), realisasi, iuran_sebulan (Int64 Rp), peserta_aktif, tanpa_tarif (Int64 orang), as in measure_premiums;
    `ahead`: kode_wilayah, sumber_dana, segmen, periode, rupiah (paid ahead for that month); `earlier`: the same of
    the months through `bulan`, paid before January. `people`: rows of monthly_people in `bulan`.
    """

    bulan: datetime
    rows: pd.DataFrame
    ahead: pd.DataFrame
    people: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*ROW, "program", "dibayar"]))
    earlier: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=_AHEAD))

    @cached_property
    def places(self) -> list[Row]:
        """The key of each of the rows."""
        return list(zip(*listed(self.rows, *ROW), strict=True))

    def inside(self, area: str) -> MoneyByPlace:
        """What is known of the money of `area` and of the areas in it."""

        def kept(frame: pd.DataFrame) -> pd.DataFrame:
            places = frame["kode_wilayah"]
            return frame[(places == area) | places.str.startswith(f"{area}.")].reset_index(drop=True)

        tables = (self.rows, self.ahead, self.people, self.earlier)
        return MoneyByPlace(self.bulan, *(kept(table) for table in tables))

    def paying(self, reference: Reference) -> PayingPagu:
        """Which pagu of the year pays whom."""
        return _paying(ByIdentity(self), ByIdentity(reference))


@lru_cache(maxsize=KEPT_YEARS)
def _paying(money: ByIdentity[MoneyByPlace], known: ByIdentity[Reference]) -> PayingPagu:
    """Worked out once for the very same table: several questions about one year begin with it."""
    held = money.held
    lines = {place for place, pagu in zip(held.places, held.rows["pagu"].notna(), strict=True) if pagu}
    return PayingPagu(lines, held.places, reference=known.held)


def measure_money_by_place(
    iuran: IntoFrame,
    anggaran: IntoFrame,
    kepesertaan: IntoFrame,
    *,
    reference: Reference,
    question: PremiumQuestion,
) -> MoneyByPlace:
    """What is known of the money of each desa, source and segment; the level of `question` is not asked.

    Raises ValueError as measure_premiums.
    """
    scope = area_scope(reference, tingkat="desa", dalam=question.dalam)
    found = gather_premiums(
        iuran, anggaran, kepesertaan, reference=reference, question=question, scope=scope, by=ROW
    )
    rows = found.rows[[*ROW, "pagu", *_PAID]]
    people = found.people[[*ROW, "program", "dibayar"]]
    return MoneyByPlace(question.bulan, rows, found.ahead[_AHEAD], people, found.earlier[_AHEAD])


def measure_budget_ends(
    iuran: IntoFrame,
    anggaran: IntoFrame,
    kepesertaan: IntoFrame,
    *,
    reference: Reference,
    question: PremiumQuestion,
) -> BudgetEnds:
    """(kode_wilayah, sumber_dana, segmen, last whole month paid) of all whose pagu does not last to December.

    kode_wilayah: a desa, or the coarser area that people are known for. Nothing is known to end where no pagu pays, or
    one of its parts is not known. Raises ValueError as measure_premiums.
    """
    money = measure_money_by_place(iuran, anggaran, kepesertaan, reference=reference, question=question)
    paying, held = money.paying(reference), hold(money, reference=reference)
    last = {
        place: until.to_pydatetime()
        for place, until in zip(
            held[ROW].itertuples(index=False, name=None), held["cukup_sampai"], strict=True
        )
        if not pd.isna(until) and until.month < MONTHS_OF_A_YEAR
    }
    ends = ((place, last.get(tuple(paying.of(place) or ()))) for place in money.places)
    return tuple((*place, until) for place, until in ends if until is not None)


def hold(money: MoneyByPlace, *, reference: Reference) -> pd.DataFrame:
    """One row for each pagu (segmen: as in :class:`paying.Pagu`), and each place that none pays; see HELD.

    pagu: Rp granted, NA where none pays; the columns of money and people are those of all whom it pays, as in
    measure_premiums: kewajiban_pagu, bulan_cukup, bulan_tersisa and cukup_sampai too. sejak_januari: as in
    measure_lasting; bulan_lalu: :func:`last_year.may_be_of_last_year`.
    """
    paying = money.paying(reference)
    holder = {place: paying.of(place) or place for place in money.places}
    rows, ahead, earlier = (_moved(frame, holder) for frame in (money.rows, money.ahead, money.earlier))
    sums = rows.groupby(ROW, as_index=False)[["pagu", *_PAID]].sum(min_count=1).rename(columns=_PAID)
    places = list(sums[ROW].itertuples(index=False, name=None))
    by_pagu = ahead_by_month(ahead, by=ROW, bulan=money.bulan)
    before = ahead_by_month(earlier, by=ROW, bulan=december_before(money.bulan))
    lasting = measure_lasting(sums, by_pagu, before, places=places, bulan=money.bulan)
    enough = sums["pagu"] / sums["iuran_pagu"].where(is_priced(sums)).astype("Float64")
    held = sums.assign(bulan_cukup=enough).join(lasting)
    return held.assign(bulan_lalu=may_be_of_last_year(held))[list(HELD)].astype(HELD)


def _moved(frame: pd.DataFrame, holder: dict[Row, Row]) -> pd.DataFrame:
    """`frame` with the keys of those who pay for its rows."""
    paid = [holder[place] for place in zip(*listed(frame, *ROW), strict=True)]
    return frame.assign(**{name: [place[at] for place in paid] for at, name in enumerate(ROW)})
