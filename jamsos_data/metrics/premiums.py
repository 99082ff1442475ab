"""What protection costs, who pays, and how long the money lasts: one row per funding source.

Three kinds of money stand side by side and are never added: realisasi (paid), pagu (budget ceiling) and
estimasi (people × tariff × months). A source row holds what is stated for exactly that source: the row of a
source that has sources in it (APBD_KAB holds DBHCHT) is its remainder, "tidak dirinci", so all rows add up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.absorption import MONTHS_OF_A_YEAR, add_budget_holders
from jamsos_data.metrics.areas import AreaScope, area_scope
from jamsos_data.metrics.budgets import coarser_budgets, current_budget, nearest_budget_area
from jamsos_data.metrics.estimates import monthly_people
from jamsos_data.metrics.frames import numbered
from jamsos_data.metrics.last_year import december_before, paid_by_last_year
from jamsos_data.metrics.lasting import ahead_by_month, is_priced, measure_lasting
from jamsos_data.metrics.payments import payments
from jamsos_data.metrics.premium_notes import TOLERANCE_PERCENT, note_premiums
from jamsos_data.metrics.prepaid import cost_ahead_by_month, paid_until
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.periods import month_start
from jamsos_data.reference import Reference

COLUMNS = {
    "kode_wilayah": "str",
    "wilayah": "str",
    "terpetakan": "bool",
    "sumber_dana": "str",
    "induk": "str",
    "realisasi": "Int64",
    "pagu": "Int64",
    "versi": "str",
    "pemegang_pagu": "str",
    "pagu_di": "str",
    "realisasi_pagu": "Int64",
    "peserta_pagu": "Int64",
    "iuran_pagu": "Int64",
    "serapan_persen": "float64",
    "peserta_aktif": "Int64",
    "iuran_sebulan": "Int64",
    "estimasi": "Int64",
    "estimasi_setahun": "Int64",
    "estimasi_dibayar": "Int64",
    "realisasi_bertarif": "Int64",
    "selisih_estimasi": "Int64",
    "lunas_sampai": "datetime64[us]",
    "lunas_terakhir": "datetime64[us]",
    "persen_terakhir": "float64",
    "di_muka": "Int64",
    "di_muka_pagu": "Int64",
    "kewajiban_pagu": "Int64",
    "bulan_cukup": "float64",
    "bulan_tersisa": "float64",
    "cukup_sampai": "datetime64[us]",
    "tanpa_tarif": "Int64",
    "catatan": "str",
}
KEYS = ["kode_wilayah", "sumber_dana"]


@dataclass(frozen=True, kw_only=True)
class GatheredPremiums:
    """`rows`: money and people by the keys asked for; `people`: monthly_people of question.bulan; `ahead`: what is paid
    ahead for each month, by kode_wilayah, sumber_dana and segmen; `earlier`: as in
    paid_by_last_year; `notes`: the codes of the tariffs of each
    kode_wilayah and sumber_dana; `wider`: those whose pagu is stated for a segment above the one asked for.
    """

    rows: pd.DataFrame
    people: pd.DataFrame
    ahead: pd.DataFrame
    earlier: pd.DataFrame
    notes: dict[tuple[str, str], str]
    wider: frozenset[tuple[str, str]]


def measure_premiums(
    iuran: IntoFrame,
    anggaran: IntoFrame,
    kepesertaan: IntoFrame,
    *,
    reference: Reference,
    question: PremiumQuestion,
    tolerance_percent: float = TOLERANCE_PERCENT,
) -> pd.DataFrame:
    """Money and people of each funding source (and area of question.tingkat) with any data; see COLUMNS.

    realisasi: Rp paid, January through question.bulan. pagu, versi: budget of the year, newest version.
    pemegang_pagu: the source whose pagu pays this one, itself or a source above it ("" = none); realisasi_pagu,
    peserta_pagu, iuran_pagu, di_muka_pagu: realisasi, peserta_aktif, iuran_sebulan and di_muka of all sources that a
    pagu pays, in its row only (:mod:`absorption`). pagu_di: without such a pagu, the nearest area above that has one
    for the source ("" = none). serapan_persen = realisasi_pagu ÷ pagu × 100. peserta_aktif: orang in the month;
    tanpa_tarif: those of them whose tariff is unknown. iuran_sebulan: estimated Rp for the month; estimasi: the
    same, January through the month; estimasi_setahun = 12 × iuran_sebulan (assumes that all twelve months are
    paid). estimasi_dibayar = people paid for × tariff × months paid, of the payments whose people and tariff are
    known; realisasi_bertarif:
    Rp of those payments, part of realisasi; selisih_estimasi = realisasi_bertarif − estimasi_dibayar.
    lunas_sampai, lunas_terakhir: the earliest and the latest last paid month that is stated (NaT: none is);
    persen_terakhir: those who are paid to the latest, of peserta_aktif; di_muka: Rp paid for months after
    question.bulan (:mod:`prepaid`). kewajiban_pagu: Rp that the people of a pagu still cost through December, less
    what is paid ahead for those months. bulan_cukup = pagu ÷ iuran_pagu. bulan_tersisa: how many months after
    question.bulan pagu − realisasi_pagu pays, each less what is paid ahead for it (:mod:`lasting`); cukup_sampai: the
    last whole one, December at most, since a pagu is of one year. None of the four is known, nor is the pagu compared,
    where some people's tariff is unknown. NA, NaN, NaT = not known, never 0.
    terpetakan False: known only for a coarser area. induk: the source above ("" for the root).
    catatan: codes joined by ";": SISA_INDUK (remainder of a source that has others in it), PAGU_KURANG
    (pagu below a year's estimate less what is paid ahead for its coming months and what was paid before January for
    those until now), PAGU_BULAN_LALU (below it only if no month until now was paid before January, which is not known:
    :mod:`last_year`), PAGU_BERLEBIH (above a year's estimate
    by more than the threshold of the reference), PAGU_HABIS
    (cukup_sampai before December), SERAPAN_LEBIH (paid more than the pagu), ESTIMASI_BERBEDA (paid ≠ people
    paid for × tariff by more than the tolerance), PAGU_SEGMEN_LEBIH_LUAS (a pagu of the source is
    stated for a segment above question.segmen and not counted),
    PAGU_WILAYAH_LEBIH_LUAS (pagu_di is known), and the codes of the tariffs (:mod:`tariffs`).
    Raises ValueError for an unknown area, segment or funding source.
    """
    scope = area_scope(reference, tingkat=question.tingkat, dalam=question.dalam)
    found = gather_premiums(iuran, anggaran, kepesertaan, reference=reference, question=question, scope=scope)
    rows = found.rows
    rows["catatan"] = [found.notes.get(key, "") for key in places_of(rows)]
    rows["lebih_luas"] = [key in found.wider for key in places_of(rows)]
    held = add_budget_holders(rows, tree=reference.sumber_tree)
    coarser = coarser_budgets(anggaran, reference=reference, scope=scope, question=question)
    held["pagu_di"] = [
        "" if holder else nearest_budget_area(area, source, coarser, reference=reference)
        for area, source, holder in zip(*(held[name] for name in (*KEYS, "pemegang_pagu")), strict=True)
    ]
    by_pagu = _by_pagu(found.ahead, held, bulan=question.bulan)
    before = _by_pagu(found.earlier, held, bulan=december_before(question.bulan))
    lasting = measure_lasting(held, by_pagu, before, places=places_of(held), bulan=question.bulan)
    derived = _derive(held, lasting)
    notes = note_premiums(derived, reference=reference, tolerance_percent=tolerance_percent)
    return _finish(derived, notes, reference=reference, scope=scope)


def gather_premiums(
    iuran: IntoFrame,
    anggaran: IntoFrame,
    kepesertaan: IntoFrame,
    *,
    reference: Reference,
    question: PremiumQuestion,
    scope: AreaScope,
    by: Sequence[str] = KEYS,
) -> GatheredPremiums:
    """What is known of the money of each area of `scope` and source (and segmen), before a pagu is set against it."""
    january = month_start(question.bulan.year, 1)
    paid = payments(iuran, reference=reference, scope=scope, question=question, since=january)
    people = monthly_people(kepesertaan, reference=reference, scope=scope, question=question, since=january)
    budget = current_budget(anggaran, reference=reference, scope=scope, question=question)
    ahead = paid_until(kepesertaan, reference=reference, scope=scope, question=question)
    parts = [
        _realised(paid, by),
        _budgeted(budget.lines, reference, by),
        _estimated(people, question.bulan, by),
        _prepaid(ahead, by),
    ]
    now = people[people["periode"] == question.bulan]
    return GatheredPremiums(
        rows=pd.concat(parts, axis="columns", join="outer").sort_index().reset_index(),
        people=now,
        ahead=cost_ahead_by_month(ahead, reference=reference, question=question),
        earlier=paid_by_last_year(kepesertaan, reference=reference, scope=scope, question=question),
        notes=_tariff_notes(now, paid),
        wider=budget.wider,
    )


def places_of(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """The (kode_wilayah, sumber_dana) of each row."""
    return list(zip(*(rows[name] for name in KEYS), strict=True))


def _by_pagu(ahead: pd.DataFrame, held: pd.DataFrame, *, bulan: datetime) -> dict[tuple[str, ...], list[int]]:
    """Rp for each month after `bulan`, by the area and source of the pagu that pays."""
    paid = ahead.merge(held[[*KEYS, "pemegang_pagu"]], on=KEYS)
    return ahead_by_month(paid, by=("kode_wilayah", "pemegang_pagu"), bulan=bulan)


def _sums(rows: pd.DataFrame, by: Sequence[str], **columns: pd.Series) -> pd.DataFrame:
    """Sums of Int64 `columns` of `rows`; NA where no value is known."""
    return rows[[*by]].assign(**columns).groupby([*by]).sum(min_count=1)


def _realised(paid: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    nilai = paid["nilai"].astype("Int64")
    return _sums(
        paid,
        by,
        realisasi=nilai,
        estimasi_dibayar=paid["seharusnya"],
        realisasi_bertarif=paid["nilai_berorang"].where(paid["seharusnya"].notna()),
    )


def _budgeted(budget: pd.DataFrame, reference: Reference, by: Sequence[str]) -> pd.DataFrame:
    order = {versi: position for position, versi in enumerate(reference.codes("versi_anggaran"))}
    aged = budget.assign(urutan=budget["versi"].map(order)).sort_values("urutan")
    newest = aged.groupby([*by])["versi"].last()
    return _sums(budget, by, pagu=budget["pagu"].astype("Int64")).assign(versi=newest)


def _estimated(people: pd.DataFrame, bulan: datetime, by: Sequence[str]) -> pd.DataFrame:
    now, orang = people["periode"] == bulan, people["orang"].astype("Int64")
    return _sums(
        people,
        by,
        peserta_aktif=orang.where(now),
        tanpa_tarif=orang.where(people["per_bulan"].isna(), 0).where(now),
        iuran_sebulan=people["iuran"].where(now),
        estimasi=people["iuran"],
    )


def _prepaid(ahead: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    groups = ahead.groupby([*by])["lunas_sampai"]
    last = ahead["lunas_sampai"] == groups.transform("max")
    orang = ahead["peserta_aktif"].astype("Int64").where(last)
    sums = _sums(ahead, by, di_muka=ahead["di_muka"], orang_terakhir=orang)
    return sums.assign(lunas_sampai=groups.min(), lunas_terakhir=groups.max())


def _tariff_notes(*tables: pd.DataFrame) -> dict[tuple[str, str], str]:
    noted = pd.concat([table.loc[table["catatan"] != "", [*KEYS, "catatan"]] for table in tables])
    codes: dict[tuple[str, str], set[str]] = {}
    for area, source, notes in numbered(noted, *KEYS, "catatan")[0]:
        codes.setdefault((area, source), set()).update(notes.split(";"))
    return {key: ";".join(sorted(found)) for key, found in codes.items()}


def _derive(rows: pd.DataFrame, lasting: pd.DataFrame) -> pd.DataFrame:
    ceiling, known = (
        rows[name].where(rows[name] > 0).astype("Float64") for name in ("pagu", "peserta_aktif")
    )
    return rows.assign(
        serapan_persen=100 * rows["realisasi_pagu"] / ceiling,
        estimasi_setahun=rows["iuran_sebulan"] * MONTHS_OF_A_YEAR,
        persen_terakhir=100 * rows["orang_terakhir"] / known,
        selisih_estimasi=rows["realisasi_bertarif"] - rows["estimasi_dibayar"],
        bulan_cukup=rows["pagu"] / rows["iuran_pagu"].where(is_priced(rows)).astype("Float64"),
    ).join(lasting)


def _finish(rows: pd.DataFrame, notes: list[str], *, reference: Reference, scope: AreaScope) -> pd.DataFrame:
    tree = reference.sumber_tree
    complete = rows.assign(
        catatan=notes,
        wilayah=[reference.area_name(kode) for kode in rows["kode_wilayah"]],
        terpetakan=rows["kode_wilayah"].isin(scope.shown),
        induk=[tree.parent(code) for code in rows["sumber_dana"]],
        versi=rows["versi"].fillna(""),
        urutan=[tree.order(code) for code in rows["sumber_dana"]],
        sisa=~rows["kode_wilayah"].isin(scope.shown),
    ).sort_values(["sisa", "kode_wilayah", "urutan"], ignore_index=True)
    return complete[list(COLUMNS)].astype(COLUMNS)
