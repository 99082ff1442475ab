"""What is found about targets: one matter for all areas below theirs, marked for each of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from jamsos_data.messages import load_messages
from jamsos_data.metrics.attention_kinds import Attention, Urgency
from jamsos_data.metrics.attention_marks import (
    Judged,
    Mark,
    Size,
    State,
    judge_findings,
    marks_on,
    rule_of,
)
from jamsos_data.metrics.attention_text import attention_sentence
from jamsos_data.reference import Reference
from jamsos_data.sentences.attention import mark_text, marked_areas_text
from tests.metrics.attention_tables import Rows, codes, everywhere, found, people, the
from tests.metrics.tables import Engine, month

BAE, JATI, KALIWUNGU = "33.19.07", "33.19.03", "33.19.01"
WORDS = load_messages("id")


def tables(reference: Reference, due: str) -> dict[str, Rows]:
    potensi: Rows = [
        {"tahun": 2026, "kode_wilayah": kode, "segmen": "SEMUA", "jumlah": 400}
        for kode in reference.kecamatan
    ]
    target: Rows = [{"tahun": 2026, "batas_waktu": due, "segmen": "SEMUA", "nilai": 40.0}]
    return {"kepesertaan": everywhere(reference), "potensi": potensi, "target": target}


def test_the_worst_area_is_named_with_what_it_takes(one_engine: Engine, reference: Reference) -> None:
    """Bae has 10 villages with 10 people each: 25 % of 400 against 40 %."""
    finding = the("DI_BAWAH_TARGET", found(one_engine, reference, **tables(reference, "2026-12")))
    assert (finding.kode_wilayah, finding.urgency) == ("33.19.07", Urgency.URGENT)
    sentence = attention_sentence(finding, words=load_messages("id"), reference=reference)
    assert sentence == (
        "Enam dari sembilan kecamatan di bawah target. Terjauh Bae: kurang 15,0 poin persen atau 60 orang, "
        "perlu tambahan 20 orang per bulan sampai Desember 2026."
    )


def test_a_deadline_that_passed_was_missed(one_engine: Engine, reference: Reference) -> None:
    finding = the("TARGET_TERLEWAT", found(one_engine, reference, **tables(reference, "2025-12")))
    assert finding.urgency is Urgency.SOON


def test_a_deadline_far_ahead_is_less_urgent(one_engine: Engine, reference: Reference) -> None:
    finding = the("DI_BAWAH_TARGET", found(one_engine, reference, **tables(reference, "2027-12")))
    assert finding.urgency is Urgency.SOON


def test_areas_whose_deadline_passed_and_those_with_time_left_are_two_findings(
    one_engine: Engine, reference: Reference
) -> None:
    """Bae's own target of 40 % was due in 2025; the other five below it have until December 2026."""
    given = tables(reference, "2026-12")
    own: Rows = [
        {**row, "kode_wilayah": BAE, "batas_waktu": "2025-12", "tahun": 2025} for row in given["target"]
    ]
    regency: Rows = [
        {**row, "kode_wilayah": kode}
        for row in given["target"]
        for kode in reference.kecamatan
        if kode != BAE
    ]
    findings = found(one_engine, reference, **{**given, "target": [*own, *regency]})

    passed, below = the("TARGET_TERLEWAT", findings), the("DI_BAWAH_TARGET", findings)
    assert [part.kode_wilayah for part in passed.parts] == [BAE]
    assert len(below.parts) == 5
    assert BAE not in [part.kode_wilayah for part in below.parts]


@pytest.mark.parametrize(
    ("due", "code", "urgency", "told"),
    [
        (
            "2026-12",
            "DI_BAWAH_TARGET_SELURUHNYA",
            Urgency.URGENT,
            (
                "Kudus di bawah target: kurang 20,7 poin persen atau 103.500 orang, perlu tambahan 34.500 "
                "orang per bulan sampai Desember 2026."
            ),
        ),
        (
            "2026-06",
            "TARGET_TERLEWAT_SELURUHNYA",
            Urgency.SOON,
            "Target Juni 2026 terlewat di Kudus: kurang 20,7 poin persen atau 103.500 orang.",
        ),
    ],
)
def test_where_no_area_inside_can_be_judged_the_regency_is(
    one_engine: Engine, reference: Reference, due: str, code: str, urgency: Urgency, told: str
) -> None:
    """Known for the regency only: 159.950 of 500.000 = 31,99 % against 52,69 % (263.450)."""
    given: dict[str, Rows] = {
        "kepesertaan": [people("33.19", 159_950, segmen="SEMUA")],
        "potensi": [{"tahun": 2026, "segmen": "SEMUA", "jumlah": 500_000}],
        "target": [{"tahun": 2026, "batas_waktu": due, "segmen": "SEMUA", "nilai": 52.69}],
    }
    finding = the(code, found(one_engine, reference, **given))

    assert (finding.kode_wilayah, finding.urgency, finding.orang) == ("33.19", urgency, 103_500)
    assert attention_sentence(finding, words=WORDS, reference=reference) == told
    assert rule_of(finding) in reference.codes("aturan_perhatian")
    reached = {**given, "target": [{**given["target"][0], "nilai": 31.99}]}
    assert code not in codes(found(one_engine, reference, **reached))


def test_where_areas_inside_are_judged_the_regency_is_not_told_beside_them(
    one_engine: Engine, reference: Reference
) -> None:
    given = tables(reference, "2026-12")
    given["potensi"] = [*given["potensi"], {"tahun": 2026, "segmen": "SEMUA", "jumlah": 3_600}]

    assert "DI_BAWAH_TARGET_SELURUHNYA" not in codes(found(one_engine, reference, **given))


class TestMarks:
    """Undaan and Jekulo are below 40 % of 400 with 100 and 140 people: 60 and 20 short."""

    def finding(self, engine: Engine, reference: Reference, **counts: int) -> Attention:
        rows = [people(kode, counts.get(reference.area_name(kode), 400)) for kode in reference.kecamatan]
        given = {**tables(reference, "2026-12"), "kepesertaan": rows}
        return the("DI_BAWAH_TARGET", found(engine, reference, **given))

    def judge(self, finding: Attention, *marks: Mark, seen: set[str] | None = None) -> Judged:
        by_finding = {mark.temuan: mark for mark in marks}
        [one] = judge_findings(
            [finding], bulan=month("2026-09"), marks=by_finding, seen=seen, growth_percent=10
        )
        return one

    def said(self, one: Judged, reference: Reference) -> str:
        day = datetime(2026, 10, 14, tzinfo=UTC)
        return mark_text(one, WORDS, reference=reference, handled_by="Sri", day=day, note="Dibahas")

    def marks(self, finding: Attention) -> tuple[Mark, ...]:
        moment = datetime(2026, 10, 14, tzinfo=UTC)
        return marks_on(finding, bulan=month("2026-09"), catatan="Dibahas", oleh="Sri", waktu=moment)

    def test_a_mark_covers_every_area_below_target(self, one_engine: Engine, reference: Reference) -> None:
        both = self.finding(one_engine, reference, Undaan=100, Jekulo=140)
        marks = self.marks(both)

        assert [(mark.temuan.split("|")[1], mark.ukuran) for mark in marks] == [
            ("33.19.04", 60),
            ("33.19.06", 20),
        ]
        assert self.judge(both, *marks).state is State.HANDLED
        only = self.finding(one_engine, reference, Jekulo=140)
        assert self.judge(only, *marks).state is State.HANDLED
        shown = marked_areas_text(self.judge(both), WORDS, reference=reference)
        assert shown.startswith("Tanda ini berlaku untuk Undaan dan Jekulo.")

    def test_an_area_that_joins_brings_the_finding_back(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        marks = self.marks(self.finding(one_engine, reference, Undaan=100, Jekulo=140))
        one = self.judge(self.finding(one_engine, reference, Undaan=100, Jekulo=140, Dawe=150), *marks)

        assert (one.state, one.joined, one.grown) == (State.RETURNED, ("33.19.09",), None)
        assert self.said(one, reference) == (
            "Muncul lagi karena tanda itu belum mencakup Dawe. Ditangani Sri, 14 Oktober 2026: Dibahas."
        )

    def test_an_area_that_is_not_the_worst_brings_it_back_when_it_grows(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        """Jekulo goes from 20 to 22 people short (a tenth more), Undaan stays at 60."""
        marks = self.marks(self.finding(one_engine, reference, Undaan=100, Jekulo=140))
        one = self.judge(self.finding(one_engine, reference, Undaan=100, Jekulo=138), *marks)

        assert (one.state, one.joined, one.grown) == (
            State.RETURNED,
            (),
            (Size(20, "orang"), Size(22, "orang")),
        )
        assert "naik dari 20 orang menjadi 22 orang" in self.said(one, reference)
        smaller = self.finding(one_engine, reference, Undaan=100, Jekulo=139)
        assert self.judge(smaller, *marks).state is State.HANDLED

    def test_a_mark_made_on_the_worst_area_alone_does_not_hide_the_others(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        both = self.finding(one_engine, reference, Undaan=100, Jekulo=140)
        undaan = self.marks(both)[0]

        assert self.judge(both, undaan).joined == ("33.19.06",)
        assert self.judge(both, undaan, seen={undaan.temuan}).new
