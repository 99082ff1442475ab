"""What needs attention about budgets: those that end early, are too small, or are far too large.

Each pagu is judged by those it pays (:mod:`paying`), and what is found is told once for each source. Where money or
people are stated for an area or a source with several pagu in it, nobody says of which they are: then it is only sure
of one of these that it ends early where it does so even without them, and else the source is judged as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from jamsos_data.metrics.absorption import MONTHS_OF_A_YEAR, by_budget
from jamsos_data.metrics.attention_kinds import Attention, Situation, Urgency
from jamsos_data.metrics.budget_ends import MoneyByPlace, hold
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.paying import Pagu
from jamsos_data.periods import months_between

SEVERAL = "_WILAYAH"
Row = dict[str, Any]
_WORST: dict[str, Callable[[Row], Any]] = {
    "ANGGARAN_HABIS": lambda row: (row["cukup_sampai"], -row["peserta_pagu"]),
    "PAGU_KURANG": lambda row: (row["bulan_cukup"], -row["peserta_pagu"]),
    "PAGU_BERLEBIH": lambda row: _yearly(row) - row["pagu"],
}


def budgets(now: Situation) -> Iterator[Attention]:
    """Each budget against what its people cost: ANGGARAN_HABIS, PAGU_KURANG, PAGU_BERLEBIH.

    ANGGARAN_HABIS: what is left of the pagu and what is paid ahead do not last through December. PAGU_KURANG:
    nothing is known to be paid, and the pagu is below a year's estimate less what is paid ahead for its coming months
    and what last year's budget paid of those until now; not told where that is not known and would decide
    (:mod:`last_year`). PAGU_BERLEBIH: the pagu is above a year's estimate by more than
    the threshold of the reference. params: sumber_dana, pagu, estimasi_setahun (Rp), bulan_cukup, orang, tahun;
    for ANGGARAN_HABIS also sisa (Rp), sampai (last month that the money covers) and sisa_bulan (months).
    Where a source has several pagu, or its only one is of an area inside, with the ending _WILAYAH: banyak of `dari`
    pagu are meant, jenis says what they are of; terburuk (area) and segmen_terburuk (codes, where an area has several)
    is the one that ends first, lasts shortest, or is furthest above; bulan_cukup, sisa, sampai and sisa_bulan are of
    that one, the others are sums.
    """
    regency: MoneyByPlace = now.ask("money_by_place", replace(now.money, dalam=None))
    money = regency.inside(now.place)
    granted = [row for row in records(hold(money, reference=now.reference)) if row["pagu"] is not None]
    together = _known_together(money, now)
    told: set[str] = set()
    for source in dict.fromkeys(row["sumber_dana"] for row in granted):
        of_source = [row for row in granted if row["sumber_dana"] == source]
        codes = [_code(row, now, alone=_pagu(row) not in together) for row in of_source]
        for code in (one for one in _WORST if one in codes):
            told.add(source)
            meant = [row for row, found in zip(of_source, codes, strict=True) if found == code]
            yield _finding(code, meant, of_source, now)
    for source in sorted({one.sumber_dana for one in together} - told):
        yield from _as_a_whole(source, now)


def _code(row: Row, now: Situation, *, alone: bool = True) -> str:
    """What is wrong with a pagu; "" for nothing, or where its people or what they cost are not known.

    `alone`: whether it pays nobody but those whom it is known to pay.
    """
    if row["bulan_cukup"] is None:
        return ""
    until, yearly = row["cukup_sampai"], _yearly(row)
    if until is not None and until.month < MONTHS_OF_A_YEAR:
        return "ANGGARAN_HABIS"
    if not alone:
        return ""
    if until is None and row["pagu"] < row["sejak_januari"] + row["kewajiban_pagu"]:
        return "" if row["bulan_lalu"] else "PAGU_KURANG"
    much = (row["pagu"] - yearly) * 100 > yearly * now.reference.threshold("PAGU_BERLEBIH")
    return "PAGU_BERLEBIH" if much else ""


def _finding(code: str, meant: list[Row], of_source: list[Row], now: Situation) -> Attention:
    worst = min(meant, key=lambda row: (_WORST[code](row), row["kode_wilayah"], row["segmen"]))
    params: dict[str, Any] = {
        "sumber_dana": worst["sumber_dana"],
        "pagu": sum(row["pagu"] for row in meant),
        "estimasi_setahun": sum(_yearly(row) for row in meant),
        "bulan_cukup": worst["bulan_cukup"],
        "orang": sum(row["peserta_pagu"] for row in meant),
        "tahun": now.question.bulan.year,
    }
    urgency = Urgency.CHECK if code == "PAGU_BERLEBIH" else Urgency.SOON
    if code == "ANGGARAN_HABIS":
        params |= _end_of(worst)
        urgency = _urgency(params["sampai"], now)
    if len(of_source) > 1 or worst["kode_wilayah"] != now.place:
        code += SEVERAL
        params |= _where(worst, meant, of_source, now)
    return Attention(
        code=code,
        urgency=urgency,
        params=params,
        page="premiums",
        kode_wilayah=now.place,
        orang=params["orang"],
    )


def _where(worst: Row, meant: list[Row], of_source: list[Row], now: Situation) -> dict[str, Any]:
    areas = [row["kode_wilayah"] for row in of_source]
    lines = len(set(areas)) < len(areas)
    levels = {now.reference.area_level(area) for area in areas}
    same = len(levels) == 1 and levels <= {"desa", "kecamatan"}
    several = areas.count(worst["kode_wilayah"]) > 1
    return {
        "banyak": len(meant),
        "dari": len(of_source),
        "jenis": "pos_anggaran" if lines else f"{levels.pop() if same else 'wilayah'}_berpagu",
        "terburuk": worst["kode_wilayah"],
        "segmen_terburuk": tuple(worst["segmen"].split("+")) if several else None,
    }


def _known_together(money: MoneyByPlace, now: Situation) -> set[Pagu]:
    """The pagu that may have paid what nobody says of which it was paid, or people of whom nobody says it."""
    paying = money.paying(now.reference)
    return {one for place in money.places for one in paying.reachable(place)}


def _as_a_whole(source: str, now: Situation) -> Iterator[Attention]:
    for row in records(by_budget(now.ask("premiums", now.money))):
        if row["sumber_dana"] != source or row["pagu"] is None or row["bulan_cukup"] is None:
            continue
        whole = row | {
            "segmen": "",
            "peserta_pagu": row["peserta_aktif"],
            "realisasi_pagu": row["realisasi"],
            "iuran_pagu": row["iuran_sebulan"],
        }
        if code := _code(whole, now):
            yield _finding(code, [whole], [whole], now)


def _pagu(row: Row) -> Pagu:
    return Pagu(row["kode_wilayah"], row["sumber_dana"], row["segmen"])


def _yearly(row: Row) -> int:
    """What the people of a pagu cost in twelve months (Rp)."""
    return row["iuran_pagu"] * MONTHS_OF_A_YEAR


def _end_of(row: Row) -> dict[str, Any]:
    return {
        "sisa": max(row["pagu"] - row["realisasi_pagu"], 0),
        "sampai": row["cukup_sampai"].to_pydatetime(),
        "sisa_bulan": max(row["bulan_tersisa"], 0.0),
    }


def _urgency(until: datetime, now: Situation) -> Urgency:
    urgent = months_between(now.question.bulan, until) <= now.thresholds.urgent_months
    return Urgency.URGENT if urgent else Urgency.SOON
