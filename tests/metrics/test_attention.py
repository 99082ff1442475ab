"""What is brought to people's attention, in which order, and in which words."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from jamsos_data.messages import load_messages
from jamsos_data.metrics.attention import find_attention
from jamsos_data.metrics.attention_kinds import Attention, AttentionThresholds, Urgency
from jamsos_data.metrics.attention_text import attention_sentence
from jamsos_data.metrics.budget_ends import MoneyByPlace, measure_money_by_place
from jamsos_data.metrics.questions import AttentionQuestion, CoverageQuestion, PremiumQuestion
from jamsos_data.reference import Reference
from tests.metrics.attention_tables import UNDAAN, Rows, codes, everywhere, found, people
from tests.metrics.tables import Engine, month


def test_nothing_is_wrong_when_all_is_well(one_engine: Engine, reference: Reference) -> None:
    assert found(one_engine, reference, kepesertaan=everywhere(reference)) == []


def test_urgent_findings_come_first_and_larger_ones_before_smaller(
    one_engine: Engine, reference: Reference
) -> None:
    rows = [
        *(row for row in everywhere(reference) if row["kode_wilayah"] != "33.19.04.2007"),
        people("33.19", 500, lunas_sampai="2026-12"),
        people("33.19", 20, periode="2026-08", lunas_sampai="2026-09", sumber_dana="CSR"),
        people("33.19", 20, lunas_sampai="2026-09", sumber_dana="CSR"),
        people("33.19", 70, lunas_sampai="2026-10", sumber_dana="APBD_PROV"),
    ]
    findings = found(one_engine, reference, kepesertaan=rows)
    assert [(one.urgency.value, one.orang) for one in findings] == [
        ("mendesak", 70),
        ("mendesak", 20),
        ("segera", 500),
        ("periksa", 0),
    ]


def test_answers_that_the_caller_keeps_are_taken_from_him(one_engine: Engine, reference: Reference) -> None:
    line: dict[str, object] = {"tahun": 2026, "segmen": "RENTAN", "sumber_dana": "DBHCHT", "pagu": 10_000}
    tables = {"kepesertaan": [*everywhere(reference), people("33.19", 100)], "anggaran": [line]}
    names = ("kepesertaan", "potensi", "target", "iuran", "anggaran")
    frames = {name: one_engine.table(name, *tables.get(name, [])) for name in names}
    kept = measure_money_by_place(
        *(frames[name] for name in ("iuran", "anggaran", "kepesertaan")),
        reference=reference,
        question=PremiumQuestion(bulan=month("2026-09")),
    )
    asked: list[object] = []

    def ask(measure: str, question: object) -> object:
        asked.append((measure, question))
        return kept if measure == "money_by_place" else kept.rows.head(0)

    findings = find_attention(
        *frames.values(), reference=reference, question=AttentionQuestion(bulan=month("2026-09")), ask=ask
    )
    assert "PAGU_KURANG" in [one.code for one in findings]
    assert ("money_by_place", PremiumQuestion(bulan=month("2026-09"))) in asked
    assert ("coverage", CoverageQuestion(bulan=month("2026-09"), tingkat="desa")) in asked


def test_money_inside_an_area_is_what_is_known_of_the_area_alone(
    one_engine: Engine, reference: Reference
) -> None:
    areas = ("33.19.04", "33.19.04.2003", "33.19.05")
    line: dict[str, object] = {"tahun": 2026, "segmen": "RENTAN", "sumber_dana": "DBHCHT", "pagu": 10_000}
    tables = {
        "anggaran": [line | {"kode_wilayah": area} for area in areas],
        "kepesertaan": [people(area, 100) for area in areas],
    }
    frames = [one_engine.table(name, *tables.get(name, [])) for name in ("iuran", "anggaran", "kepesertaan")]

    def money(dalam: str | None) -> MoneyByPlace:
        question = PremiumQuestion(bulan=month("2026-09"), dalam=dalam)
        return measure_money_by_place(*frames, reference=reference, question=question)

    found, alone = money(None).inside("33.19.04"), money("33.19.04")
    assert {area for area, *_ in found.places} == {"33.19.04", "33.19.04.2003"}
    for name in ("rows", "ahead", "people"):
        pd.testing.assert_frame_equal(getattr(found, name), getattr(alone, name).reset_index(drop=True))


@pytest.mark.parametrize("name", ["pandas", "lake"])
def test_every_engine_finds_the_same(
    one_engine: Engine, reference: Reference, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    row: dict[str, object] = {"periode": "2026-09", "segmen": "RENTAN", "sumber_dana": "DBHCHT"}
    tables: dict[str, Rows] = {
        "kepesertaan": [*everywhere(reference)[5:], people("33.19", 100, lunas_sampai="2026-10")],
        "potensi": [{"tahun": 2025, "jumlah": 485_049}, {"tahun": 2026, "jumlah": 466_000}],
        "target": [{"tahun": 2026, "batas_waktu": "2026-12", "segmen": "SEMUA", "nilai": 40.0}],
        "iuran": [row | {"nilai": 5_000, "peserta_dibayar": 100, "bulan_dibayar": 10}],
        "anggaran": [{"tahun": 2026, "segmen": "RENTAN", "sumber_dana": "DBHCHT", "pagu": 10_000}],
    }
    other = Engine(name, tmp_path_factory.mktemp(name))
    findings = found(one_engine, reference, **tables)
    assert codes(findings) == [
        "DI_BAWAH_TARGET_SELURUHNYA",
        "BAYAR_BERAKHIR",
        "ANGGARAN_HABIS",
        "BAYAR_TIDAK_COCOK",
        "DESA_TANPA_DATA",
        "PENYEBUT_BERUBAH",
    ]
    assert found(other, reference, **tables) == findings


def test_thresholds_can_be_changed(one_engine: Engine, reference: Reference) -> None:
    rows = [*everywhere(reference), people("33.19", 40, lunas_sampai="2027-02")]
    tables = [one_engine.table(name) for name in ("potensi", "target", "iuran", "anggaran")]
    findings = find_attention(
        one_engine.table("kepesertaan", *rows),
        *tables,
        reference=reference,
        question=AttentionQuestion(bulan=month("2026-09")),
        thresholds=AttentionThresholds(months_ahead=6),
    )
    assert codes(list(findings)) == ["BAYAR_BERAKHIR_TANPA_POIN"]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_every_sentence_is_written_out_in_both_languages(
    reference: Reference, language: str, count: int
) -> None:
    values: dict[str, Any] = {
        "orang": count,
        "dibayar": 70,
        "aktif": 65,
        "laju": 40.0,
        "lama": 118,
        "baru": 1180,
        "banyak": count,
        "dari": 9,
        "wilayah": UNDAAN,
        "desa": reference.desa_of(UNDAAN)[:count],
        "segmen": "RENTAN",
        "sumber_dana": "DBHCHT",
        "sumber": ("ADD", "CSR"),
        "poin": 6.44,
        "selisih_poin": 21.3,
        "kurang_orang": 8_100,
        "tambahan_per_bulan": 2_700,
        "bulan_cukup": 9.83,
        "sisa_bulan": 2.1,
        "data": ("potensi", "iuran"),
        "jenis": "desa",
        "tanpa": ("33.19.04.2007",),
        "sejak": month("2026-07"),
        "pagu": 5_000_000_000,
        "estimasi_setahun": 6_101_222_400,
        "sisa": 32_600_000,
        "selisih": 344_400,
        "basis": "potensi BPJS/Bappenas",
        "tahun": 2025,
        "tahun_lama": 2023,
        "potensi": 466_000,
        "potensi_lama": 485_048,
    } | dict.fromkeys(("bulan", "lunas_sampai", "batas_waktu", "sampai"), month("2026-11"))
    words = load_messages(language)
    for code in (
        "BAYAR_BERAKHIR",
        "BAYAR_BERAKHIR_TANPA_POIN",
        "ANGGARAN_HABIS",
        "PAGU_KURANG",
        "PAGU_BERLEBIH",
        "DI_BAWAH_TARGET",
        "TARGET_TERLEWAT",
        "BAYAR_GANDA",
        "BAYAR_GANDA_KECAMATAN",
        "BAYAR_GANDA_DESA_BERSAMA",
        "BAYAR_GANDA_KECAMATAN_BERSAMA",
        "BULAN_TANPA_DATA",
        "KECAMATAN_TANPA_DATA",
        "DESA_TANPA_DATA",
        "BAYAR_TIDAK_COCOK",
        "PENYEBUT_BERUBAH",
        "SEGMEN_TERTINGGAL",
        "SEGMEN_TERTINGGAL_TANPA_LAJU",
        "SEGMEN_TERLEWAT",
        "LONJAKAN",
        "DI_BAWAH_TARGET_SELURUHNYA",
        "TARGET_TERLEWAT_SELURUHNYA",
    ):
        finding = Attention(
            code=code, urgency=Urgency.SOON, params=values, page="premiums", kode_wilayah=UNDAAN
        )
        sentence = attention_sentence(finding, words=words, reference=reference)
        assert "{" not in sentence
        assert "None" not in sentence
        assert UNDAAN not in sentence
    assert all(f"urgency.{level.value}" in words for level in Urgency)
