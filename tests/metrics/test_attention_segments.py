"""Segments whose pace does not reach the target, and figures that jumped: worked out by hand."""

from __future__ import annotations

from jamsos_data.metrics.attention_marks import identity_of, matters_of, size_of
from jamsos_data.metrics.jumps import measure_jumps, times_between
from jamsos_data.metrics.questions import CoverageQuestion
from jamsos_data.reference import Reference
from tests.metrics.attention_tables import DAWE, UNDAAN, Rows, codes, found, people, the
from tests.metrics.tables import Engine, month

GOAL: dict[str, object] = {"tahun": 2026, "batas_waktu": "2026-12", "indikator": "peserta", "nilai": 700.0}


def test_a_segment_is_told_when_its_pace_is_below_what_the_target_takes(
    one_engine: Engine, reference: Reference
) -> None:
    """700 wanted by December, 400 there: 100 a month. From 160 in March it was 40 a month; UMKM makes 100."""
    rows: Rows = [
        people("33.19", 160, periode="2026-03"),
        people("33.19", 400),
        people("33.19", 100, periode="2026-03", segmen="UMKM"),
        people("33.19", 400 + 300, segmen="UMKM"),
    ]
    goals = [GOAL | {"segmen": "RENTAN"}, GOAL | {"segmen": "UMKM", "nilai": 1000.0}]
    findings = found(one_engine, reference, kepesertaan=rows, target=goals)
    lagging = the("SEGMEN_TERTINGGAL", findings)

    assert lagging.params["segmen"] == "RENTAN"
    assert (lagging.params["kurang_orang"], lagging.params["tambahan_per_bulan"]) == (300, 100)
    assert lagging.params["laju"] == 40.0


def test_a_segment_without_a_pace_is_told_and_a_passed_target_is_called_missed(
    one_engine: Engine, reference: Reference
) -> None:
    goal = GOAL | {"segmen": "RENTAN"}
    rows = [people("33.19", 400)]
    ahead = found(one_engine, reference, kepesertaan=rows, target=[goal])
    passed = found(one_engine, reference, kepesertaan=rows, target=[goal | {"batas_waktu": "2026-06"}])

    assert "SEGMEN_TERTINGGAL_TANPA_LAJU" in codes(ahead)
    assert the("SEGMEN_TERLEWAT", passed).orang == 300


def test_ten_times_the_month_before_is_a_jump_and_twice_is_not(
    one_engine: Engine, reference: Reference
) -> None:
    """118 became 1.180 (a lost separator); 118.040 became 118; 300 became 600 and 9 became 90 in earnest."""
    before = [people(UNDAAN, 118, periode="2026-08"), people(DAWE, 118_040, periode="2026-08")]
    before += [
        people(UNDAAN, 300, periode="2026-08", segmen="UMKM"),
        people(DAWE, 9, periode="2026-08", segmen="UMKM"),
    ]
    now = [people(UNDAAN, 1180), people(DAWE, 118)]
    now += [people(UNDAAN, 600, segmen="UMKM"), people(DAWE, 90, segmen="UMKM")]
    rows = one_engine.table("kepesertaan", *before, *now)
    jumps = measure_jumps(rows, reference=reference, question=CoverageQuestion(bulan=month("2026-09")))
    listed = jumps[["kode_wilayah", "sebelumnya", "peserta_aktif", "kali"]].to_numpy().tolist()

    assert listed == [[DAWE, 118_040, 118, 1000], [UNDAAN, 118, 1180, 10]]
    finding = the("LONJAKAN", found(one_engine, reference, kepesertaan=[*before, *now]))
    assert (finding.params["wilayah"], finding.params["lama"], finding.params["baru"]) == (DAWE, 118_040, 118)
    assert size_of(finding).amount == 2
    assert [identity_of(one) for one in matters_of(finding)] == [
        f"LONJAKAN|{kode}|wilayah={kode}|segmen=RENTAN|sumber_dana=DBHCHT|program=JKK+JKM|kali={times}|bulan=2026-09"
        for kode, times in ((DAWE, 1000), (UNDAAN, 10))
    ]
    assert times_between(0, 500) is None
