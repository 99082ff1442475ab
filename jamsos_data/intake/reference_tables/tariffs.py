"""Rules of the tariffs: known segments, payers and programmes, whole rupiah, months that do not overlap."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from jamsos_data.datasets import dataset
from jamsos_data.intake.reference_tables.draft import Draft
from jamsos_data.intake.reference_tables.ranges import range_of_tariff, reject_low_rates, reject_outside
from jamsos_data.reference_sets import RUPIAH, TARIFF_UNITS, WAGE_CEILING

_RULE = ["segmen", "sektor", "pembayar", "program"]
_ANY = "*"


def check_tariffs(draft: Draft) -> None:
    """The rules of `tarif`; a standing rule (without months) may stand under rules that hold for a time."""
    _require_known(draft, "segmen", draft.reference.codes("segmen"), "segmen")
    _require_known(draft, "pembayar", (_ANY, *draft.reference.codes("sumber_dana")), "sumber_dana")
    packages = draft.reference.table("program")["komponen"]
    _require_known(draft, "program", {part for text in packages for part in text.split("|")}, "program")
    unknown = ~draft.good["satuan"].isin(TARIFF_UNITS)
    draft.reject(draft.good.index[unknown], "ACUAN_SATUAN", "satuan", known=", ".join(TARIFF_UNITS))
    _check_amounts(draft)
    _check_months(draft)


def _require_known(draft: Draft, column: str, known: object, table: str) -> None:
    unknown = ~draft.good[column].isin(list(known))  # type: ignore[call-overload]
    draft.reject(draft.good.index[unknown], "ACUAN_KODE_ASING", column, table=dataset(table).title)


def _check_amounts(draft: Draft) -> None:
    good = draft.good
    draft.reject(good.index[good["nilai"] < 0], "ACUAN_NILAI_NEGATIF", "nilai")
    reject_outside(draft, draft.good["satuan"].map(range_of_tariff))
    good = draft.good
    amounts = good["satuan"].isin([RUPIAH, WAGE_CEILING])
    broken = amounts & (good["nilai"] % 1 != 0)
    draft.reject(good.index[broken], "ACUAN_RUPIAH_TIDAK_BULAT", "nilai")
    good = draft.good
    above = good["satuan"].str.startswith("persen") & (good["nilai"] > 100)
    draft.reject(good.index[above], "ACUAN_PERSEN_TERLALU_BESAR", "nilai")
    reject_low_rates(draft)


def _check_months(draft: Draft) -> None:
    good = draft.good
    turned = good["dari"].notna() & good["sampai"].notna() & (good["dari"] > good["sampai"])
    draft.reject(good.index[turned], "ACUAN_BULAN_TERBALIK", "sampai")
    good = draft.good
    standing = good["dari"].isna() & good["sampai"].isna()
    ceiling = good["satuan"] == WAGE_CEILING  # stands beside a rate and does not compete with it
    for rows in (good[standing], good[~standing]):
        for _, same in rows.groupby([*_RULE, ceiling], sort=False):
            _reject_overlaps(draft, same)


def _reject_overlaps(draft: Draft, same: pd.DataFrame) -> None:
    """Of rules that differ in nothing but their months, those that begin before an earlier one has ended."""
    spans = sorted(
        (_month(begin, datetime.min), _month(end, datetime.max), int(row))
        for row, begin, end in zip(same.index, same["dari"], same["sampai"], strict=True)
    )
    _, last_end, last = spans[0]
    for begin, end, row in spans[1:]:
        if begin <= last_end:
            draft.reject([row], "ACUAN_TARIF_TUMPANG_TINDIH", "dari", other=last)
        if end > last_end:
            last_end, last = end, row


def _month(value: pd.Timestamp, otherwise: datetime) -> datetime:
    return otherwise if pd.isna(value) else value.to_pydatetime()
