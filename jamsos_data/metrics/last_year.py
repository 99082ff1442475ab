"""Which months of this year last year's budget has paid already, as December's participants say.

Who was paid ahead in December was paid out of last year's budget: those months need nothing of this year's. Only
`lunas_sampai` of December says so. A payment of last year for several months does not: it may be for arrears.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import AreaScope
from jamsos_data.metrics.prepaid import cost_ahead_by_month, paid_until
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.periods import add_months, month_start
from jamsos_data.reference import Reference

PLACE = ["kode_wilayah", "sumber_dana", "segmen"]


def december_before(bulan: datetime) -> datetime:
    """The last month of the year before that of `bulan`."""
    return add_months(month_start(bulan.year, 1), -1)


def paid_by_last_year(
    kepesertaan: IntoFrame, *, reference: Reference, scope: AreaScope, question: PremiumQuestion
) -> pd.DataFrame:
    """Rp paid before January for each month, January through question.bulan: PLACE, periode, rupiah (Int64).

    A place whose December says until when its people are paid has a row for January, of 0 where nothing was paid ahead.
    """
    asked = replace(question, bulan=december_before(question.bulan))
    rows = paid_until(kepesertaan, reference=reference, scope=scope, question=asked)
    ahead = cost_ahead_by_month(rows, reference=reference, question=asked)
    said = rows[PLACE].drop_duplicates().assign(periode=month_start(question.bulan.year, 1), rupiah=0)
    found = pd.concat([ahead[ahead["periode"] <= question.bulan], said])
    kinds = {**dict.fromkeys(PLACE, "str"), "periode": "datetime64[us]", "rupiah": "Int64"}
    return found.astype(kinds).groupby([*PLACE, "periode"], as_index=False)[["rupiah"]].sum()


def may_be_of_last_year(held: pd.DataFrame) -> pd.Series:
    """Pagu too small for all months, but not for those to come, of which nobody knows what last year's budget paid.

    That is where its people are paid ahead now, nothing is known to be paid this year, and December did not say until
    when they were paid. `held`: pagu, realisasi_pagu, di_muka_pagu, and the columns of measure_lasting.
    """
    ahead = (held["di_muka_pagu"] > 0).fillna(False)
    enough = (held["pagu"] >= held["kewajiban_pagu"]).fillna(False)
    return ahead & enough & held["realisasi_pagu"].isna() & ~held["tahun_lalu"]
