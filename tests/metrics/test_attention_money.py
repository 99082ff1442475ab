"""What is found about money: budgets and payments."""

from __future__ import annotations

import pytest

from jamsos_data.messages import load_messages
from jamsos_data.metrics.attention_kinds import Urgency
from jamsos_data.metrics.attention_text import attention_sentence
from jamsos_data.reference import Reference
from tests.metrics.attention_tables import DAWE, UNDAAN, Rows, codes, everywhere, found, people, the
from tests.metrics.tables import Engine, month


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
        self, one_engine: Engine, reference: Reference, left: int, sampai: str | None, urgency: Urgency | None
    ) -> None:
        findings = found(
            one_engine,
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

    def test_months_paid_in_advance_count(self, one_engine: Engine, reference: Reference) -> None:
        rows = [*everywhere(reference), people("33.19", 100, lunas_sampai="2026-12")]
        money = {"anggaran": self.budget(20_160_000), "iuran": self.paid(20_160_000, 12)}
        assert "ANGGARAN_HABIS" not in codes(found(one_engine, reference, kepesertaan=rows, **money))

    def test_published_5_billion_for_30_264_people_and_4_3_billion_for_9_290(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        short = [*everywhere(reference), people("33.19", 30_264)]
        finding = the(
            "PAGU_KURANG",
            found(one_engine, reference, kepesertaan=short, anggaran=self.budget(5_000_000_000)),
        )
        assert attention_sentence(finding, words=load_messages("id"), reference=reference) == (
            "Pagu DBHCHT Rp5,0 miliar hanya cukup untuk 9,8 bulan bagi 30.264 orang; "
            "setahun penuh perlu Rp6,1 miliar."
        )
        ample = [*everywhere(reference), people("33.19", 9_290)]
        finding = the(
            "PAGU_BERLEBIH",
            found(one_engine, reference, kepesertaan=ample, anggaran=self.budget(4_300_000_000)),
        )
        assert finding.params["estimasi_setahun"] == 1_872_864_000


def test_payments_that_do_not_fit_are_counted_by_source(one_engine: Engine, reference: Reference) -> None:
    def paid(kode: str, nilai: int) -> dict[str, object]:
        row: dict[str, object] = {"periode": "2026-05", "kode_wilayah": kode, "segmen": "RENTAN"}
        return row | {"sumber_dana": "DBHCHT", "nilai": nilai, "peserta_dibayar": 10, "bulan_dibayar": 1}

    rows = [paid(UNDAAN, 100_000), paid(DAWE, 200_000), paid("33.19.01", 168_000)]
    finding = the(
        "BAYAR_TIDAK_COCOK", found(one_engine, reference, kepesertaan=everywhere(reference), iuran=rows)
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
