"""What is brought to people's attention, in which order, and in which words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jamsos_data.messages import load_messages
from jamsos_data.metrics.attention import find_attention
from jamsos_data.metrics.attention_kinds import Attention, AttentionThresholds, Urgency
from jamsos_data.metrics.attention_text import attention_sentence
from jamsos_data.metrics.questions import AttentionQuestion
from jamsos_data.reference import Reference
from tests.metrics.tables import Engine, month

UNDAAN = "33.19.04"
DAWE = "33.19.09"
Rows = list[dict[str, object]]


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """One engine: the metrics that the rules are made of are tested on all."""
    return Engine("polars", tmp_path)


def people(kode: str, count: int, **more: object) -> dict[str, object]:
    row = {"periode": "2026-09", "kode_wilayah": kode, "segmen": "RENTAN", "sumber_dana": "DBHCHT"}
    return row | {"peserta_aktif": count} | more


def everywhere(reference: Reference) -> Rows:
    return [people(kode, 10, sumber_dana="MANDIRI") for kode in reference.all_desa]


def found(engine: Engine, reference: Reference, **tables: Rows) -> list[Attention]:
    names = ("kepesertaan", "potensi", "target", "iuran", "anggaran")
    frames = [engine.table(name, *tables.get(name, [])) for name in names]
    question = AttentionQuestion(bulan=month("2026-09"))
    return list(find_attention(*frames, reference=reference, question=question))


def the(code: str, findings: list[Attention]) -> Attention:
    [finding] = [one for one in findings if one.code == code]
    return finding


def codes(findings: list[Attention]) -> list[str]:
    return [one.code for one in findings]


def test_nothing_is_wrong_when_all_is_well(engine: Engine, reference: Reference) -> None:
    assert found(engine, reference, kepesertaan=everywhere(reference)) == []


class TestEndingProtection:
    @pytest.mark.parametrize(
        ("until", "urgency"),
        [
            ("2026-09", Urgency.URGENT),
            ("2026-10", Urgency.URGENT),
            ("2026-11", Urgency.SOON),
            ("2026-12", Urgency.SOON),
            ("2027-01", None),
            ("2026-08", None),
            (None, None),
        ],
    )
    def test_it_is_found_within_three_months(
        self, engine: Engine, reference: Reference, until: str | None, urgency: Urgency | None
    ) -> None:
        rows = [*everywhere(reference), people("33.19", 40, lunas_sampai=until)]
        potensi: Rows = [{"tahun": 2026, "jumlah": 10_000}]
        findings = found(engine, reference, kepesertaan=rows, potensi=potensi)
        assert [one.urgency for one in findings if one.code == "BAYAR_BERAKHIR"] == (
            [urgency] if urgency else []
        )

    def test_many_people_are_urgent_earlier_and_their_points_are_told(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = [*everywhere(reference), people("33.19", 640, lunas_sampai="2026-11")]
        potensi: Rows = [{"tahun": 2026, "jumlah": 10_000}]
        finding = the("BAYAR_BERAKHIR", found(engine, reference, kepesertaan=rows, potensi=potensi))
        assert finding.urgency is Urgency.URGENT
        assert (finding.params["orang"], finding.params["poin"]) == (640, 6.4)

    def test_without_a_denominator_it_is_found_all_the_same(
        self, engine: Engine, reference: Reference
    ) -> None:
        rows = [*everywhere(reference), people("33.19", 640, lunas_sampai="2026-11")]
        assert codes(found(engine, reference, kepesertaan=rows)) == ["BAYAR_BERAKHIR_TANPA_POIN"]


class TestBudgets:
    def budget(self, pagu: int) -> Rows:
        return [{"tahun": 2026, "segmen": "RENTAN", "sumber_dana": "DBHCHT", "pagu": pagu}]

    def paid(self, nilai: int, months: int = 1) -> Rows:
        row: dict[str, object] = {"periode": "2026-09", "segmen": "RENTAN", "sumber_dana": "DBHCHT"}
        return [row | {"nilai": nilai, "peserta_dibayar": 100, "bulan_dibayar": months}]

    @pytest.mark.parametrize(
        ("left", "sampai", "urgency"),
        [
            (1_680_000 * 3, None, None),
            (1_680_000 * 3 - 1, "2026-11", Urgency.SOON),
            (1_680_000, "2026-10", Urgency.URGENT),
            (0, "2026-09", Urgency.URGENT),
        ],
    )
    def test_money_must_last_through_december(
        self, engine: Engine, reference: Reference, left: int, sampai: str | None, urgency: Urgency | None
    ) -> None:
        findings = found(
            engine,
            reference,
            kepesertaan=[*everywhere(reference), people("33.19", 100)],
            anggaran=self.budget(15_120_000 + left),
            iuran=self.paid(15_120_000, 9),
        )
        if sampai is None:
            assert findings == []
            return
        finding = the("ANGGARAN_HABIS", findings)
        assert (finding.urgency, finding.params["sampai"]) == (urgency, month(sampai))

    def test_months_paid_in_advance_count(self, engine: Engine, reference: Reference) -> None:
        rows = [*everywhere(reference), people("33.19", 100, lunas_sampai="2026-12")]
        money = {"anggaran": self.budget(20_160_000), "iuran": self.paid(20_160_000, 12)}
        assert "ANGGARAN_HABIS" not in codes(found(engine, reference, kepesertaan=rows, **money))

    def test_published_5_billion_for_30_264_people_and_4_3_billion_for_9_290(
        self, engine: Engine, reference: Reference
    ) -> None:
        short = [*everywhere(reference), people("33.19", 30_264)]
        finding = the(
            "PAGU_KURANG", found(engine, reference, kepesertaan=short, anggaran=self.budget(5_000_000_000))
        )
        assert attention_sentence(finding, words=load_messages("id"), reference=reference) == (
            "Pagu DBHCHT Rp5,0 miliar hanya cukup untuk 9,8 bulan bagi 30.264 orang; "
            "setahun penuh perlu Rp6,1 miliar."
        )
        ample = [*everywhere(reference), people("33.19", 9_290)]
        finding = the(
            "PAGU_BERLEBIH", found(engine, reference, kepesertaan=ample, anggaran=self.budget(4_300_000_000))
        )
        assert finding.params["estimasi_setahun"] == 1_872_864_000


class TestMissingData:
    def test_villages_are_named_for_each_kecamatan(self, engine: Engine, reference: Reference) -> None:
        kutuk, wates, japan = "33.19.04.2007", "33.19.04.2013", "33.19.09.2017"
        rows = [row for row in everywhere(reference) if row["kode_wilayah"] not in (kutuk, wates, japan)]
        findings = found(engine, reference, kepesertaan=rows)
        assert {one.kode_wilayah: one.params["desa"] for one in findings} == {
            UNDAAN: (kutuk, wates),
            DAWE: (japan,),
        }
        assert {one.code for one in findings} == {"DESA_TANPA_DATA"}

    def test_a_kecamatan_without_any_row_is_one_finding(self, engine: Engine, reference: Reference) -> None:
        rows = [row for row in everywhere(reference) if not str(row["kode_wilayah"]).startswith(UNDAAN)]
        assert codes(found(engine, reference, kepesertaan=rows)) == ["KECAMATAN_TANPA_DATA"]

    def test_a_kecamatan_known_as_a_whole_has_no_village_missing(
        self, engine: Engine, reference: Reference
    ) -> None:
        assert found(engine, reference, kepesertaan=[people(kode, 5) for kode in reference.kecamatan]) == []

    def test_a_month_without_any_row_is_urgent(self, engine: Engine, reference: Reference) -> None:
        findings = found(engine, reference, kepesertaan=[people("33.19", 5, periode="2026-08")])
        assert [(one.code, one.urgency) for one in findings] == [("BULAN_TANPA_DATA", Urgency.URGENT)]


class TestTargets:
    def tables(self, reference: Reference, due: str) -> dict[str, Rows]:
        potensi: Rows = [
            {"tahun": 2026, "kode_wilayah": kode, "segmen": "SEMUA", "jumlah": 400}
            for kode in reference.kecamatan
        ]
        target: Rows = [{"tahun": 2026, "batas_waktu": due, "segmen": "SEMUA", "nilai": 40.0}]
        return {"kepesertaan": everywhere(reference), "potensi": potensi, "target": target}

    def test_the_worst_area_is_named_with_what_it_takes(self, engine: Engine, reference: Reference) -> None:
        """Bae has 10 villages with 10 people each: 25 % of 400 against 40 %."""
        finding = the("DI_BAWAH_TARGET", found(engine, reference, **self.tables(reference, "2026-12")))
        assert (finding.kode_wilayah, finding.urgency) == ("33.19.07", Urgency.URGENT)
        sentence = attention_sentence(finding, words=load_messages("id"), reference=reference)
        assert sentence == (
            "6 dari 9 wilayah di bawah target. Terjauh Bae: kurang 15,0 poin persen atau 60 orang, "
            "perlu tambahan 20 orang per bulan sampai Desember 2026."
        )

    def test_a_deadline_that_passed_was_missed(self, engine: Engine, reference: Reference) -> None:
        finding = the("TARGET_TERLEWAT", found(engine, reference, **self.tables(reference, "2025-12")))
        assert finding.urgency is Urgency.SOON

    def test_a_deadline_far_ahead_is_less_urgent(self, engine: Engine, reference: Reference) -> None:
        finding = the("DI_BAWAH_TARGET", found(engine, reference, **self.tables(reference, "2027-12")))
        assert finding.urgency is Urgency.SOON


def test_a_denominator_that_changed_within_a_year_is_pointed_out(
    engine: Engine, reference: Reference
) -> None:
    potensi: Rows = [{"tahun": 2025, "jumlah": 485_049}, {"tahun": 2026, "jumlah": 466_000}]
    finding = the(
        "PENYEBUT_BERUBAH", found(engine, reference, kepesertaan=everywhere(reference), potensi=potensi)
    )
    assert (finding.params["potensi_lama"], finding.params["potensi"]) == (485_049, 466_000)
    same: Rows = [potensi[0], {"tahun": 2026, "jumlah": 485_100}]
    assert found(engine, reference, kepesertaan=everywhere(reference), potensi=same) == []


def test_payments_that_do_not_fit_are_counted_by_source(engine: Engine, reference: Reference) -> None:
    def paid(kode: str, nilai: int) -> dict[str, object]:
        row: dict[str, object] = {"periode": "2026-05", "kode_wilayah": kode, "segmen": "RENTAN"}
        return row | {"sumber_dana": "DBHCHT", "nilai": nilai, "peserta_dibayar": 10, "bulan_dibayar": 1}

    rows = [paid(UNDAAN, 100_000), paid(DAWE, 200_000), paid("33.19.01", 168_000)]
    finding = the(
        "BAYAR_TIDAK_COCOK", found(engine, reference, kepesertaan=everywhere(reference), iuran=rows)
    )
    assert (finding.params["banyak"], finding.params["selisih"]) == (2, 68_000 + 32_000)
    sentences = [
        attention_sentence(finding, words=load_messages(name), reference=reference) for name in ("id", "en")
    ]
    indonesian, english = sentences
    assert (
        indonesian == "DBHCHT: 2 pembayaran tidak sama dengan peserta × tarif × bulan; selisihnya Rp100.000."
    )
    assert english == (
        "Tobacco excise share (DBHCHT): 2 payments are not people × tariff × months; "
        "the differences add up to Rp100,000."
    )


def test_urgent_findings_come_first_and_larger_ones_before_smaller(
    engine: Engine, reference: Reference
) -> None:
    rows = [
        *(row for row in everywhere(reference) if row["kode_wilayah"] != "33.19.04.2007"),
        people("33.19", 500, lunas_sampai="2026-12"),
        people("33.19", 20, lunas_sampai="2026-09", sumber_dana="CSR"),
        people("33.19", 70, lunas_sampai="2026-10", sumber_dana="APBD_PROV"),
    ]
    findings = found(engine, reference, kepesertaan=rows)
    assert [(one.urgency.value, one.orang) for one in findings] == [
        ("mendesak", 70),
        ("mendesak", 20),
        ("segera", 500),
        ("periksa", 0),
    ]


@pytest.mark.parametrize("name", ["pandas", "lake"])
def test_every_engine_finds_the_same(
    engine: Engine, reference: Reference, tmp_path_factory: pytest.TempPathFactory, name: str
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
    findings = found(engine, reference, **tables)
    assert codes(findings) == [
        "BAYAR_BERAKHIR",
        "ANGGARAN_HABIS",
        "BAYAR_TIDAK_COCOK",
        "DESA_TANPA_DATA",
        "PENYEBUT_BERUBAH",
    ]
    assert found(other, reference, **tables) == findings


def test_thresholds_can_be_changed(engine: Engine, reference: Reference) -> None:
    rows = [*everywhere(reference), people("33.19", 40, lunas_sampai="2027-02")]
    tables = [engine.table(name) for name in ("potensi", "target", "iuran", "anggaran")]
    findings = find_attention(
        engine.table("kepesertaan", *rows),
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
        "BULAN_TANPA_DATA",
        "KECAMATAN_TANPA_DATA",
        "DESA_TANPA_DATA",
        "BAYAR_TIDAK_COCOK",
        "PENYEBUT_BERUBAH",
    ):
        finding = Attention(
            code=code, urgency=Urgency.SOON, params=values, page="premiums", kode_wilayah=UNDAAN
        )
        sentence = attention_sentence(finding, words=words, reference=reference)
        assert "{" not in sentence
        assert "None" not in sentence
        assert UNDAAN not in sentence
    assert all(f"urgency.{level.value}" in words for level in Urgency)
