"""What needs attention about people: protection that ends, missing data, people paid for twice, odd figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from jamsos_data.metrics.attention_kinds import Attention, Part, Situation, Urgency
from jamsos_data.metrics.completeness import TOO_SMALL
from jamsos_data.metrics.coverage import NO_DATA
from jamsos_data.metrics.denominators import read_potential
from jamsos_data.metrics.double_payments import measure_double_payments
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.jumps import measure_jumps
from jamsos_data.metrics.prepaid import measure_paid_until
from jamsos_data.metrics.questions import ALL_SEGMENTS, AreaLevel, CoverageQuestion
from jamsos_data.periods import add_months, months_between

_SHARED = {
    "kecamatan": "_DESA_BERSAMA",
    "kabupaten": "_KECAMATAN_BERSAMA",
}  # by where a package is paid twice


def ending_protection(now: Situation) -> Iterator[Attention]:
    """BAYAR_BERAKHIR: people of one source whose protection ends with this month or one of the next few.

    params: orang, sumber_dana, lunas_sampai, poin (percentage points of coverage, None = no denominator).
    """
    ending = _paid_until(now)
    if not ending:
        return
    total = _coverage(now, tingkat=now.reference.area_level(now.place))[0]
    everybody = None if total["alasan"] in TOO_SMALL else total["potensi"]
    for row in ending:
        until, people = row["lunas_sampai"].to_pydatetime(), int(row["peserta_aktif"])
        points = 100 * people / everybody if everybody else None
        near = months_between(now.question.bulan, until) <= now.thresholds.urgent_months
        urgent = near or (points is not None and points >= now.thresholds.urgent_points)
        yield Attention(
            code="BAYAR_BERAKHIR" if points is not None else "BAYAR_BERAKHIR_TANPA_POIN",
            urgency=Urgency.URGENT if urgent else Urgency.SOON,
            params={
                "orang": people,
                "sumber_dana": row["sumber_dana"],
                "lunas_sampai": until,
                "poin": points,
            },
            page="premiums",
            kode_wilayah=now.place,
            orang=people,
        )


def missing_data(now: Situation) -> Iterator[Attention]:
    """Areas without data in the month: BULAN_TANPA_DATA, KECAMATAN_TANPA_DATA or DESA_TANPA_DATA.

    A sub-district whose people are known only as a whole has no village missing.
    params: bulan, wilayah; for villages also banyak and desa (their codes), each of them a part.
    """
    rows = _coverage(now, tingkat="desa")
    if all(row["peserta_aktif"] is None for row in rows):
        yield _missing(now, "BULAN_TANPA_DATA", Urgency.URGENT, now.place)
        return
    in_whole = {row["kode_wilayah"] for row in rows if not row["terpetakan"]}
    villages: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["terpetakan"] and now.reference.area_level(row["kode_wilayah"]) == "desa":
            villages[now.reference.parent_area(row["kode_wilayah"])].append(row)
    for kecamatan, group in villages.items():
        without = tuple(row["kode_wilayah"] for row in group if row["alasan"] == NO_DATA)
        if without and len(without) < len(group):
            yield _missing(now, "DESA_TANPA_DATA", Urgency.CHECK, kecamatan, without)
        elif without and kecamatan not in in_whole:
            yield _missing(now, "KECAMATAN_TANPA_DATA", Urgency.SOON, kecamatan)


def paid_twice(now: Situation) -> Iterator[Attention]:
    """BAYAR_GANDA: a village where several sources pay for more people than are active; of a kecamatan with all that is
    paid in it and everybody active there, BAYAR_GANDA_KECAMATAN; of some of its desa together, which share those who
    are known for areas around them only, BAYAR_GANDA_DESA_BERSAMA, and of those of several kecamatan,
    BAYAR_GANDA_KECAMATAN_BERSAMA.

    params: orang, wilayah, segmen, sumber (codes), bulan; of a kecamatan also dibayar, aktif (orang).
    """
    rows = measure_double_payments(
        now.iuran,
        now.kepesertaan,
        reference=now.reference,
        question=now.money,
    )
    for row in records(rows):
        of_kecamatan = not row["program"]
        shared = _SHARED.get(now.reference.area_level(row["kode_wilayah"]), "")
        code = "BAYAR_GANDA" + ("_KECAMATAN" if of_kecamatan else shared)
        compared = {"dibayar": int(row["peserta_dibayar"]), "aktif": int(row["peserta_aktif"])}
        yield Attention(
            code=code,
            urgency=Urgency.SOON,
            params={
                "orang": int(row["lebih"]),
                "wilayah": row["kode_wilayah"],
                "segmen": row["segmen"],
                "sumber": tuple(row["sumber"].split(";")),
                "bulan": now.question.bulan,
            }
            | (compared if of_kecamatan else {}),
            page="premiums",
            kode_wilayah=row["kode_wilayah"],
            orang=int(row["lebih"]),
        )


def jumped_figures(now: Situation) -> Iterator[Attention]:
    """LONJAKAN: figures of people about 10, 100 or 1.000 times those of the month before, or that part of them.

    params: banyak (figures, each of them a part), wilayah, segmen, lama, baru (orang) of the largest, bulan.
    """
    asked = now.question
    question = CoverageQuestion(bulan=asked.bulan, dengan_jakon=asked.dengan_jakon, dalam=asked.dalam)
    found = records(measure_jumps(now.kepesertaan, reference=now.reference, question=question))
    if not found:
        return
    parts = [_jump(row, asked.bulan) for row in found]
    told = ("wilayah", "segmen", "lama", "baru", "bulan")
    yield Attention(
        code="LONJAKAN",
        urgency=Urgency.CHECK,
        params={name: parts[0].params[name] for name in told} | {"banyak": len(parts)},
        page="quality",
        kode_wilayah=now.place,
        parts=tuple(parts),
    )


def changed_denominator(now: Situation) -> Iterator[Attention]:
    """PENYEBUT_BERUBAH: the potensi of the year differs from the one used twelve months before.

    A potensi that lacks areas is not complete yet and is not compared.
    params: basis, tahun_lama, tahun, potensi_lama, potensi (orang), wilayah.
    """
    potential = read_potential(
        now.potensi, reference=now.reference, until=now.question.bulan, basis=now.question.basis
    )
    year = potential.year_of(now.question.bulan)
    before = potential.year_of(add_months(now.question.bulan, -12))
    if year is None or before is None or year == before:
        return
    found = [
        potential.by_year[each].of(now.place, ALL_SEGMENTS, dengan_jakon=now.question.dengan_jakon)
        for each in (year, before)
    ]
    if any(one.lacks_areas_of(now.place) for one in found):
        return
    new, old = (one.jumlah for one in found)
    if new is None or not old or abs(new - old) * 100 < old * now.thresholds.denominator_percent:
        return
    yield Attention(
        code="PENYEBUT_BERUBAH",
        urgency=Urgency.CHECK,
        params={
            "basis": potential.basis,
            "tahun_lama": before,
            "tahun": year,
            "potensi_lama": old,
            "potensi": new,
            "wilayah": now.place,
        },
        page="coverage",
        kode_wilayah=now.place,
    )


def _paid_until(now: Situation) -> list[dict[str, Any]]:
    """People of the month whose protection ends within the months ahead, by sumber_dana and lunas_sampai."""
    people = measure_paid_until(now.kepesertaan, reference=now.reference, question=now.money)
    near = people["lunas_sampai"] <= add_months(now.question.bulan, now.thresholds.months_ahead)
    sums = people[near].groupby(["lunas_sampai", "sumber_dana"], as_index=False)[["peserta_aktif"]].sum()
    return records(sums)


def _coverage(now: Situation, *, tingkat: AreaLevel) -> list[dict[str, Any]]:
    question = CoverageQuestion(
        bulan=now.question.bulan,
        tingkat=tingkat,
        basis=now.question.basis,
        dengan_jakon=now.question.dengan_jakon,
        dalam=now.question.dalam,
    )
    return records(now.ask("coverage", question))


def _missing(now: Situation, code: str, urgency: Urgency, area: str, desa: tuple[str, ...] = ()) -> Attention:
    params: dict[str, object] = {"bulan": now.question.bulan, "wilayah": area}
    if not desa:
        return Attention(code=code, urgency=urgency, params=params, page="quality", kode_wilayah=area)
    one = {"bulan": now.question.bulan, "banyak": 1}
    return Attention(
        code=code,
        urgency=urgency,
        params=params | {"banyak": len(desa), "desa": desa},
        page="quality",
        kode_wilayah=area,
        parts=tuple(Part(kode_wilayah=each, params=one | {"wilayah": each}) for each in desa),
    )


def _jump(row: dict[str, Any], bulan: datetime) -> Part:
    names = ("segmen", "sumber_dana", "program", "kali")
    params = {name: row[name] for name in names} | {
        "wilayah": row["kode_wilayah"],
        "lama": row["sebelumnya"],
        "baru": row["peserta_aktif"],
        "bulan": bulan,
        "banyak": 1,
    }
    return Part(kode_wilayah=row["kode_wilayah"], params=params)
