"""What needs attention about targets: the areas below theirs, told as one matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jamsos_data.metrics.attention_kinds import Attention, Part, Situation, Urgency
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.questions import ALL_SEGMENTS, AreaLevel, CoverageQuestion, TargetQuestion
from jamsos_data.metrics.silence import measure_silence


def missed_targets(now: Situation) -> Iterator[Attention]:
    """DI_BAWAH_TARGET, and TARGET_TERLEWAT for deadlines that have passed: the areas below their target.

    One finding tells the area furthest below and how many there are, since a meeting discusses them as one matter;
    each area is a part.
    Where none of the areas inside can be judged, the area looked at is: the codes then end in _SELURUHNYA.
    params: wilayah, selisih_poin, kurang_orang, tambahan_per_bulan, batas_waktu, banyak (areas below), dari, jenis
    (what the areas are), keluarga, and where its figure lacks desa that reported before: tanpa (their codes), sejak.
    """
    judged = _judged(now, _level_below(now))
    if not judged:
        yield from _missed_as_a_whole(now)
        return
    below = [row for row in judged if row["kurang_orang"] > 0]
    counted = {
        "dari": len(judged),
        "jenis": _kind_of([row["kode_wilayah"] for row in judged], now) if judged else "",
    }
    for code, passed in (("DI_BAWAH_TARGET", False), ("TARGET_TERLEWAT", True)):
        rows = [row for row in below if (not row["bulan_tersisa"]) is passed]
        if rows:
            yield _finding(now, code, rows, counted)


def _missed_as_a_whole(now: Situation) -> Iterator[Attention]:
    """The area looked at below its target. params: as of missed_targets, without banyak, dari and jenis."""
    for row in _judged(now, now.reference.area_level(now.place)):
        if row["kode_wilayah"] == now.place and row["kurang_orang"] > 0:
            code = "DI_BAWAH_TARGET_SELURUHNYA" if row["bulan_tersisa"] else "TARGET_TERLEWAT_SELURUHNYA"
            yield Attention(
                code=code,
                urgency=_urgency([row], now),
                params=_told(row, now) | _silent_in(now.place, now),
                page="targets",
                kode_wilayah=now.place,
                orang=row["kurang_orang"],
            )


def _judged(now: Situation, level: AreaLevel) -> list[dict[str, Any]]:
    """All workers of the areas of a level whose distance to their target is known."""
    question = TargetQuestion(
        bulan=now.question.bulan,
        tingkat=level,
        basis=now.question.basis,
        dengan_jakon=now.question.dengan_jakon,
        keluarga=now.question.keluarga,
        segmen=ALL_SEGMENTS,
        dalam=now.question.dalam,
    )
    return [
        row
        for row in records(now.ask("targets", question))
        if row["selisih_poin"] is not None and row["kurang_orang"] is not None
    ]


def _urgency(rows: Sequence[dict[str, Any]], now: Situation) -> Urgency:
    soon = min(row["bulan_tersisa"] for row in rows)
    return Urgency.URGENT if 0 < soon <= now.thresholds.urgent_target_months else Urgency.SOON


def _finding(
    now: Situation, code: str, rows: Sequence[dict[str, Any]], counted: dict[str, object]
) -> Attention:
    worst = max(rows, key=lambda row: (row["selisih_poin"], row["kode_wilayah"]))
    area = worst["kode_wilayah"]
    return Attention(
        code=code,
        urgency=_urgency(rows, now),
        params=_told(worst, now) | counted | {"banyak": len(rows)} | _silent_in(area, now),
        page="targets",
        kode_wilayah=area,
        orang=worst["kurang_orang"],
        parts=tuple(
            Part(kode_wilayah=row["kode_wilayah"], params=_told(row, now), orang=row["kurang_orang"])
            for row in rows
        ),
    )


def _told(row: dict[str, Any], now: Situation) -> dict[str, object]:
    names = ("selisih_poin", "kurang_orang", "tambahan_per_bulan")
    return {name: row[name] for name in names} | {
        "wilayah": row["kode_wilayah"],
        "batas_waktu": row["batas_waktu"].to_pydatetime(),
        "keluarga": now.question.keluarga,
    }


def _kind_of(areas: list[str], now: Situation) -> str:
    """kecamatan, desa, or desa_kelurahan where urban wards are among them."""
    if now.reference.area_level(areas[0]) != "desa":
        return "kecamatan"
    return "desa_kelurahan" if any(now.reference.is_kelurahan(area) for area in areas) else "desa"


def _silent_in(area: str, now: Situation) -> dict[str, object]:
    question = CoverageQuestion(bulan=now.question.bulan, dalam=area)
    silent = measure_silence(now.kepesertaan, now.potensi, reference=now.reference, question=question)
    if silent.empty or area in set(silent["kode_wilayah"]):
        return {}
    since = min(silent["sejak"]).to_pydatetime()
    return {"tanpa": tuple(silent["kode_wilayah"]), "sejak": since}


def _level_below(now: Situation) -> AreaLevel:
    return "kecamatan" if now.question.dalam is None else "desa"
