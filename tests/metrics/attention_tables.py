"""Tables in which one thing is wrong, and what is found in them."""

from __future__ import annotations

from jamsos_data.metrics.attention import find_attention
from jamsos_data.metrics.attention_kinds import Attention
from jamsos_data.metrics.questions import AttentionQuestion
from jamsos_data.reference import Reference
from tests.metrics.tables import Engine, month

UNDAAN = "33.19.04"
DAWE = "33.19.09"
Rows = list[dict[str, object]]


def people(kode: str, count: int, **more: object) -> dict[str, object]:
    row = {"periode": "2026-09", "kode_wilayah": kode, "segmen": "RENTAN", "sumber_dana": "DBHCHT"}
    return row | {"peserta_aktif": count} | more


def everywhere(reference: Reference) -> Rows:
    return [people(kode, 10, sumber_dana="MANDIRI") for kode in reference.all_desa]


def found(engine: Engine, reference: Reference, **tables: Rows) -> list[Attention]:
    return found_for(AttentionQuestion(bulan=month("2026-09")), engine, reference, tables)


def found_for(
    question: AttentionQuestion, engine: Engine, reference: Reference, tables: dict[str, Rows]
) -> list[Attention]:
    names = ("kepesertaan", "potensi", "target", "iuran", "anggaran")
    frames = [engine.table(name, *tables.get(name, [])) for name in names]
    return list(find_attention(*frames, reference=reference, question=question))


def the(code: str, findings: list[Attention]) -> Attention:
    [finding] = [one for one in findings if one.code == code]
    return finding


def codes(findings: list[Attention]) -> list[str]:
    return [one.code for one in findings]
