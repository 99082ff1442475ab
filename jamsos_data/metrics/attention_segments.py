"""What needs attention about segments: those that the usual pace does not bring to their target."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jamsos_data.metrics.attention_kinds import Attention, Situation, Urgency
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.questions import ALL_SEGMENTS, TargetQuestion


def lagging_segments(now: Situation) -> Iterator[Attention]:
    """SEGMEN_TERTINGGAL: a segment of the area short of its target whose pace of six months is below what it takes.

    SEGMEN_TERLEWAT once the deadline has passed. A segment without a known pace counts as lagging; all segments
    together are the matter of the area (DI_BAWAH_TARGET).
    params: segmen, wilayah, kurang_orang, tambahan_per_bulan, laju (orang a month, None = not known), batas_waktu,
    keluarga.
    """
    asked = now.question
    question = TargetQuestion(
        bulan=asked.bulan,
        tingkat=now.reference.area_level(now.place),
        basis=asked.basis,
        dengan_jakon=asked.dengan_jakon,
        keluarga=asked.keluarga,
        segmen=None,
        dalam=asked.dalam,
    )
    for row in records(now.ask("targets", question)):
        if row["kode_wilayah"] == now.place and row["segmen"] != ALL_SEGMENTS and _lags(row):
            yield _finding(now, row)


def _lags(row: dict[str, Any]) -> bool:
    if not row["kurang_orang"]:
        return False
    pace, needed = row["laju_6_bulan"], row["tambahan_per_bulan"]
    return pace is None or needed is None or pace < needed


def _finding(now: Situation, row: dict[str, Any]) -> Attention:
    pace = row["laju_6_bulan"]
    code = "SEGMEN_TERTINGGAL" if row["bulan_tersisa"] else "SEGMEN_TERLEWAT"
    if code == "SEGMEN_TERTINGGAL" and pace is None:
        code = "SEGMEN_TERTINGGAL_TANPA_LAJU"
    names = ("segmen", "kurang_orang", "tambahan_per_bulan")
    return Attention(
        code=code,
        urgency=Urgency.SOON,
        params={name: row[name] for name in names}
        | {
            "wilayah": row["kode_wilayah"],
            "laju": pace,
            "batas_waktu": row["batas_waktu"].to_pydatetime(),
            "keluarga": now.question.keluarga,
        },
        page="targets",
        kode_wilayah=row["kode_wilayah"],
        orang=row["kurang_orang"],
    )
