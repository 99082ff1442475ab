"""What is found about money: budgets and payments."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from jamsos_data.messages import load_messages
from jamsos_data.metrics.attention_kinds import Attention, Urgency
from jamsos_data.metrics.attention_marks import (
    Judged,
    Size,
    State,
    identity_of,
    judge_findings,
    marks_on,
)
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

    def test_what_last_year_paid_ahead_for_this_year_makes_no_pagu_too_small(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        """100 people × Rp16.800: September, and October through December where nothing is paid ahead for them."""
        none = people("33.19", 100, periode="2025-12", lunas_sampai="2025-12")
        ahead = [*everywhere(reference), none, people("33.19", 100, lunas_sampai="2026-12")]
        findings = found(one_engine, reference, kepesertaan=ahead, anggaran=self.budget(9 * 1_680_000))
        assert "PAGU_KURANG" not in codes(findings)
        short = found(one_engine, reference, kepesertaan=ahead, anggaran=self.budget(9 * 1_680_000 - 1))
        assert "PAGU_KURANG" in codes(short)
        monthly = [*everywhere(reference), people("33.19", 100)]
        less = found(one_engine, reference, kepesertaan=monthly, anggaran=self.budget(12 * 1_680_000 - 1))
        assert "PAGU_KURANG" in codes(less)

    def test_months_that_last_year_paid_until_now_make_no_pagu_too_small(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        """100 people paid to June in December: July through December are six months of Rp1.680.000."""
        before = people("33.19", 100, periode="2025-12", lunas_sampai="2026-06")
        rows = [*everywhere(reference), before, people("33.19", 100)]
        enough = found(one_engine, reference, kepesertaan=rows, anggaran=self.budget(6 * 1_680_000))
        assert "PAGU_KURANG" not in codes(enough)
        short = found(one_engine, reference, kepesertaan=rows, anggaran=self.budget(6 * 1_680_000 - 1))
        assert "PAGU_KURANG" in codes(short)

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


class TestBudgetsOfSeveralDesa:
    """Ten people each in three desa of Undaan, paid for September; Rp168.000 a month, three months to December."""

    MONTHLY = 168_000
    FIRST, SECOND, THIRD = (f"{UNDAAN}.{number}" for number in (2001, 2002, 2013))

    def tables(
        self, reference: Reference, left: dict[str, int], *, paid_in: str = "", source: str = "PADES"
    ) -> dict[str, Rows]:
        """`left`: months that the pagu of each desa pays after September; all paid for at `paid_in` (else each)."""
        of: dict[str, object] = {"segmen": "RENTAN", "sumber_dana": source}
        one = {"nilai": self.MONTHLY, "peserta_dibayar": 10, "bulan_dibayar": 1}
        places = [paid_in] * len(left) if paid_in else list(left)
        return {
            "kepesertaan": [*everywhere(reference), *(people(kode, 10, sumber_dana=source) for kode in left)],
            "anggaran": [
                of | {"tahun": 2026, "kode_wilayah": kode, "pagu": (1 + months) * self.MONTHLY}
                for kode, months in left.items()
            ],
            "iuran": [of | one | {"periode": "2026-09", "kode_wilayah": kode} for kode in places],
        }

    def test_a_rich_one_does_not_hide_the_end_in_poor_ones(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        rows = self.tables(reference, {self.FIRST: 2, self.SECOND: 1, self.THIRD: 3})
        [finding] = found(one_engine, reference, **rows)

        assert (finding.code, finding.urgency) == ("ANGGARAN_HABIS_WILAYAH", Urgency.URGENT)
        assert finding.params == {
            "sumber_dana": "PADES",
            "pagu": 5 * self.MONTHLY,
            "estimasi_setahun": 24 * self.MONTHLY,
            "bulan_cukup": 2.0,
            "orang": 20,
            "tahun": 2026,
            "sisa": self.MONTHLY,
            "sampai": month("2026-10"),
            "sisa_bulan": 1.0,
            "banyak": 2,
            "dari": 3,
            "jenis": "desa_berpagu",
            "terburuk": self.SECOND,
            "segmen_terburuk": None,
        }
        assert attention_sentence(finding, words=load_messages("id"), reference=reference) == (
            "Pagu Pendapatan asli desa tidak cukup sampai Desember di dua dari tiga desa yang punya pagu, "
            "untuk 20 orang. Paling awal Lambangan: sisa Rp168.000, bersama iuran yang sudah dibayar di muka, "
            "hanya cukup sampai Oktober 2026."
        )

    def test_poor_ones_do_not_hide_that_one_has_far_too_much(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        rows = self.tables(reference, {self.FIRST: 2, self.SECOND: 100})
        findings = found(one_engine, reference, **rows)

        assert codes(findings) == ["ANGGARAN_HABIS_WILAYAH", "PAGU_BERLEBIH_WILAYAH"]
        assert [one.params["terburuk"] for one in findings] == [self.FIRST, self.SECOND]

    def test_it_is_the_same_matter_whichever_desa_is_the_first(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        each = [
            identity_of(
                the("ANGGARAN_HABIS_WILAYAH", found(one_engine, reference, **self.tables(reference, left)))
            )
            for left in ({self.FIRST: 2, self.SECOND: 1}, {self.FIRST: 1, self.SECOND: 3})
        ]
        assert each == ["ANGGARAN_HABIS|33.19|sumber_dana=PADES|tahun=2026"] * 2

    def test_what_was_paid_for_all_together_is_judged_together(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        """Six months for twenty people are three each; nobody says which of the desa was paid for."""
        enough = self.tables(reference, {self.FIRST: 2, self.SECOND: 4}, paid_in=UNDAAN)
        short = self.tables(reference, {self.FIRST: 2, self.SECOND: 3}, paid_in=UNDAAN)

        assert "ANGGARAN_HABIS" not in codes(found(one_engine, reference, **enough))
        finding = the("ANGGARAN_HABIS", found(one_engine, reference, **short))
        assert (finding.params["sampai"], finding.params["orang"]) == (month("2026-11"), 20)

    def test_lines_of_one_area_for_other_segments_are_named(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        both = [self.tables(reference, {"33.19": months}, source="APBD_PROV") for months in (1, 100)]
        for rows in both[1].values():
            for row in rows:
                row |= {"segmen": "RT_RW"} if row["sumber_dana"] == "APBD_PROV" else {}
        rows = {name: [*both[0][name], *both[1][name]] for name in both[0]}
        rows["kepesertaan"] = both[0]["kepesertaan"] + both[1]["kepesertaan"][-1:]
        finding = the("ANGGARAN_HABIS_WILAYAH", found(one_engine, reference, **rows))

        assert (finding.params["banyak"], finding.params["dari"], finding.params["jenis"]) == (
            1,
            2,
            "pos_anggaran",
        )
        for name, said in (
            ("id", "Kudus, Pekerja rentan (DTKS/DTSEN): "),
            ("en", "Kudus, Vulnerable workers (DTKS/DTSEN): "),
        ):
            assert said in attention_sentence(finding, words=load_messages(name), reference=reference)


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


def test_a_mark_on_odd_payments_hides_only_those_of_its_area_and_month(
    one_engine: Engine, reference: Reference
) -> None:
    """Ten people cost Rp168.000 a month: in Undaan Rp68.000 too little, in Dawe Rp32.000 too much."""

    def paid(kode: str, key: str, nilai: int) -> dict[str, object]:
        row: dict[str, object] = {"periode": key, "kode_wilayah": kode, "segmen": "RENTAN"}
        return row | {"sumber_dana": "DBHCHT", "nilai": nilai, "peserta_dibayar": 10, "bulan_dibayar": 1}

    def finding(*rows: dict[str, object]) -> Attention:
        given = found(one_engine, reference, kepesertaan=everywhere(reference), iuran=list(rows))
        return the("BAYAR_TIDAK_COCOK", given)

    may, june = paid(UNDAAN, "2026-05", 100_000), paid(UNDAAN, "2026-06", 100_000)
    moment = datetime(2026, 10, 14, tzinfo=UTC)
    marks = {
        mark.temuan: mark
        for mark in marks_on(
            finding(may), bulan=month("2026-09"), catatan="Ditagih", oleh="Sri", waktu=moment
        )
    }

    def judge(*rows: dict[str, object]) -> Judged:
        [one] = judge_findings(
            [finding(*rows)], bulan=month("2026-09"), marks=marks, seen=marks, growth_percent=10
        )
        return one

    assert judge(may).state is State.HANDLED
    other = judge(may, paid(DAWE, "2026-05", 200_000))
    assert (other.state, other.joined, other.new) == (State.RETURNED, (DAWE,), True)
    assert judge(june).state is State.OPEN  # as large as the one that was handled, and another one
    larger = judge(paid(UNDAAN, "2026-05", 90_000))
    assert larger.grown == (Size(68_000, "rupiah"), Size(78_000, "rupiah"))
