"""When a finding is the same matter as before, when it is handled, and when it comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from jamsos_data.metrics.attention_kinds import Attention, Part, Urgency
from jamsos_data.metrics.attention_marks import (
    Judged,
    Mark,
    Size,
    State,
    identity_of,
    judge_findings,
    marks_on,
    size_of,
)
from tests.metrics.tables import month

ENDING = Attention(
    code="BAYAR_BERAKHIR",
    urgency=Urgency.SOON,
    params={"orang": 100, "sumber_dana": "CSR", "lunas_sampai": month("2026-12"), "poin": 0.1},
    page="premiums",
    kode_wilayah="33.19",
    orang=100,
)
MISSING = Attention(
    code="DESA_TANPA_DATA",
    urgency=Urgency.CHECK,
    params={"bulan": month("2026-09"), "wilayah": "33.19.04", "banyak": 2},
    page="coverage",
    kode_wilayah="33.19.04",
)


def with_params(finding: Attention, **params: object) -> Attention:
    return replace(finding, params={**finding.params, **params})


def test_the_same_matter_is_known_again_however_large_it_is() -> None:
    larger = replace(with_params(ENDING, orang=250, poin=0.3), orang=250)
    without_points = replace(ENDING, code="BAYAR_BERAKHIR_TANPA_POIN")

    assert identity_of(larger) == identity_of(without_points) == identity_of(ENDING)
    assert identity_of(with_params(ENDING, sumber_dana="DBHCHT")) != identity_of(ENDING)
    assert identity_of(with_params(ENDING, lunas_sampai=month("2027-03"))) != identity_of(ENDING)
    assert identity_of(with_params(MISSING, bulan=month("2026-10"))) != identity_of(MISSING)


def test_what_the_desa_of_a_kecamatan_share_is_another_matter_than_the_kecamatan_as_a_whole() -> None:
    whole = replace(ENDING, code="BAYAR_GANDA_KECAMATAN", kode_wilayah="33.19.04")
    together = replace(whole, code="BAYAR_GANDA_DESA_BERSAMA")

    assert identity_of(whole) != identity_of(together)


def test_the_size_is_what_the_finding_is_about() -> None:
    odd = replace(ENDING, code="BAYAR_TIDAK_COCOK", params={"selisih": 344_400, "banyak": 1})
    budget = replace(
        ENDING, code="PAGU_BERLEBIH", params={"pagu": 4_300_000_000, "estimasi_setahun": 1_872_864_000}
    )

    assert size_of(ENDING) == Size(100, "orang")
    assert size_of(MISSING) == Size(2, "desa")
    assert size_of(odd) == Size(344_400, "rupiah")
    assert size_of(budget) == Size(2_427_136_000, "rupiah")
    assert size_of(replace(MISSING, code="BULAN_TANPA_DATA")) == Size()


@pytest.mark.parametrize(
    ("people", "urgency", "state"),
    [
        (100, Urgency.SOON, State.HANDLED),
        (109, Urgency.SOON, State.HANDLED),
        (110, Urgency.SOON, State.RETURNED),  # a tenth more than when it was marked
        (40, Urgency.CHECK, State.HANDLED),
        (100, Urgency.URGENT, State.RETURNED),
    ],
)
def test_a_handled_finding_comes_back_when_it_grows_by_a_tenth_or_is_more_urgent(
    people: int, urgency: Urgency, state: State
) -> None:
    mark = Mark(
        temuan=identity_of(ENDING),
        bulan="2026-09",
        ukuran=100,
        tingkat="segera",
        catatan="Diperpanjang",
        oleh="Sri",
        waktu=datetime(2026, 10, 14, tzinfo=UTC),
    )
    now = replace(ENDING, orang=people, urgency=urgency)

    def judge(key: str) -> State:
        [one] = judge_findings(
            [now], bulan=month(key), marks={mark.temuan: mark}, seen=None, growth_percent=10
        )
        assert not one.new
        return one.state

    assert judge("2026-09") is judge("2026-10") is state
    assert judge("2026-08") is State.OPEN  # nobody had marked it by then


def test_a_village_that_falls_silent_later_is_not_hidden_by_the_mark_on_another() -> None:
    def missing(*desa: str) -> Attention:
        parts = tuple(
            Part(kode_wilayah=kode, params={"bulan": month("2026-09"), "wilayah": kode, "banyak": 1})
            for kode in desa
        )
        return replace(with_params(MISSING, banyak=len(desa), desa=desa), parts=parts)

    first = missing("33.19.04.2001", "33.19.04.2002")
    moment = datetime(2026, 10, 14, tzinfo=UTC)
    marks = marks_on(first, bulan=month("2026-09"), catatan="Dihubungi", oleh="Sri", waktu=moment)
    known = {mark.temuan: mark for mark in marks}

    def judge(finding: Attention) -> Judged:
        [one] = judge_findings([finding], bulan=month("2026-09"), marks=known, seen=known, growth_percent=10)
        return one

    assert judge(first).state is State.HANDLED
    other = judge(missing("33.19.04.2001", "33.19.04.2003"))  # as many as before
    assert (other.state, other.joined, other.new) == (State.RETURNED, ("33.19.04.2003",), True)


def test_what_the_last_meeting_could_not_know_is_new() -> None:
    judged = judge_findings(
        [ENDING, MISSING],
        bulan=month("2026-09"),
        marks={},
        seen={identity_of(ENDING)},
        growth_percent=10,
    )

    assert [one.new for one in judged] == [False, True]
