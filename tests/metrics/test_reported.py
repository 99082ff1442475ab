"""Months of which only a part has been uploaded are known as such; what has ended is no gap."""

from __future__ import annotations

import pytest

from jamsos_data.metrics.reported import find_incomplete_months, measure_reported
from jamsos_data.reference import Reference
from tests.metrics.tables import Engine, month

FULL = [("PU_SWASTA", "PEMBERI_KERJA", 900), ("RENTAN", "DBHCHT", 80), ("RT_RW", "ADD", 20)]


def rows(key: str, *nodes: tuple[str, str, int], **more: object) -> list[dict[str, object]]:
    return [
        {"periode": key, "segmen": segmen, "sumber_dana": sumber, "peserta_aktif": people} | more
        for segmen, sumber, people in nodes
    ]


def test_a_month_with_one_recap_lacks_the_other_segments_and_sources(
    engine: Engine, reference: Reference
) -> None:
    table = engine.table("kepesertaan", *rows("2026-09", *FULL), *rows("2026-10", ("RENTAN", "DBHCHT", 70)))

    found = measure_reported(table, reference=reference, bulan=month("2026-10"), before=month("2026-09"))

    assert (found.segmen, found.segmen_before) == (("PU_SWASTA", "RT_RW"), 3)
    assert (found.sumber_dana, found.sumber_before) == (("ADD", "PEMBERI_KERJA"), 3)
    assert (found.orang, found.orang_before) == (920, 1000)
    assert not found.is_complete


@pytest.mark.parametrize(
    ("now", "complete"),
    [
        pytest.param([("SEMUA", "TIDAK_DIRINCI", 1000)], True, id="a total stands for all that is under it"),
        pytest.param([*FULL[:2], ("RT_RW", "ADD", 0)], True, id="zero people are a statement"),
        pytest.param([("PU_SWASTA", "PEMBERI_KERJA", 995)], False, id="the poor are missing"),
        pytest.param([*FULL[:2], ("RT_RW", "PADES", 20)], False, id="a source of two percent is missing"),
        pytest.param([("PU_SWASTA", "PEMBERI_KERJA", 1), *FULL[1:]], True, id="few people are no gap"),
    ],
)
def test_what_counts_as_complete(
    one_engine: Engine, reference: Reference, now: list[tuple[str, str, int]], complete: bool
) -> None:
    table = one_engine.table("kepesertaan", *rows("2026-09", *FULL), *rows("2026-10", *now))

    assert (month("2026-10") not in find_incomplete_months(table, reference=reference)) is complete


def test_below_one_percent_of_the_people_a_month_is_complete(
    one_engine: Engine, reference: Reference
) -> None:
    before = [("PU_SWASTA", "PEMBERI_KERJA", 991), ("RT_RW", "ADD", 9)]
    table = one_engine.table("kepesertaan", *rows("2026-09", *before), *rows("2026-10", before[0]))

    assert not find_incomplete_months(table, reference=reference)


def test_finer_rows_stand_for_a_coarse_one_when_they_hold_its_people(
    one_engine: Engine, reference: Reference
) -> None:
    coarse = rows("2026-08", ("BPU", "TIDAK_DIRINCI", 100))
    finer = rows("2026-09", ("RENTAN", "DBHCHT", 60), ("RT_RW", "ADD", 30))
    few = rows("2026-10", ("RENTAN", "DBHCHT", 40))

    assert not find_incomplete_months(one_engine.table("kepesertaan", *coarse, *finer), reference=reference)
    assert find_incomplete_months(one_engine.table("kepesertaan", *coarse, *few), reference=reference)


def test_the_next_month_is_compared_with_the_last_complete_one(
    one_engine: Engine, reference: Reference
) -> None:
    part = [("RENTAN", "DBHCHT", 70)]
    table = one_engine.table(
        "kepesertaan",
        *rows("2026-09", *FULL),
        *(row for key in ("2026-10", "2026-11", "2026-12", "2027-01") for row in rows(key, *part)),
    )

    found = find_incomplete_months(table, reference=reference)

    assert {key: one.before for key, one in found.items()} == {
        month(key): month("2026-09") for key in ("2026-10", "2026-11", "2026-12")
    }


@pytest.mark.parametrize(("announced", "ended"), [("2026-09", True), (None, False)])
def test_what_was_paid_in_advance_up_to_the_month_before_has_ended(
    one_engine: Engine, reference: Reference, announced: str | None, ended: bool
) -> None:
    table = one_engine.table(
        "kepesertaan",
        *(
            row
            for key in ("2026-08", "2026-09")
            for row in [*rows(key, FULL[0]), *rows(key, FULL[1], lunas_sampai=announced)]
        ),
        *rows("2026-10", FULL[0]),
    )

    assert (not find_incomplete_months(table, reference=reference)) is ended


def test_the_staff_of_an_election_are_not_missed_after_it(one_engine: Engine, reference: Reference) -> None:
    staff = ("PENYELENGGARA_PEMILU", "PEMBERI_KERJA", 100)
    table = one_engine.table("kepesertaan", *rows("2024-02", *FULL, staff), *rows("2024-03", *FULL))

    assert not find_incomplete_months(table, reference=reference)


def _in(area: str, key: str, *nodes: tuple[str, str, int]) -> list[dict[str, object]]:
    return rows(key, *nodes, kode_wilayah=area)


def test_what_ended_in_one_kecamatan_is_missed_in_another(one_engine: Engine, reference: Reference) -> None:
    """Only JATI's were announced to end in September; JEKULO's are not there in October."""
    poor, wage = ("RENTAN", "DBHCHT", 80), ("PU_SWASTA", "PEMBERI_KERJA", 900)
    table = one_engine.table(
        "kepesertaan",
        *(
            row
            for key in ("2026-08", "2026-09")
            for row in [
                *(dict(one, lunas_sampai="2026-09") for one in _in("33.19.03", key, poor)),
                *_in("33.19.06", key, poor, wage),
            ]
        ),
        *_in("33.19.06", "2026-10", wage),
    )

    found = find_incomplete_months(table, reference=reference)[month("2026-10")]

    assert (found.segmen, found.kecamatan, found.orang) == (("RENTAN",), (), 80)


def test_a_kecamatan_that_lacks_a_segment_which_others_have_is_missed(
    one_engine: Engine, reference: Reference
) -> None:
    poor, wage = ("RENTAN", "DBHCHT", 80), ("PU_SWASTA", "PEMBERI_KERJA", 900)
    table = one_engine.table(
        "kepesertaan",
        *_in("33.19.03", "2026-09", poor, wage),
        *_in("33.19.04", "2026-09", poor, wage),
        *_in("33.19.03", "2026-10", poor, wage),
        *_in("33.19.04.2003", "2026-10", wage),
    )

    found = find_incomplete_months(table, reference=reference)[month("2026-10")]

    assert (found.segmen, found.sumber_dana) == ((), ())
    assert (found.kecamatan, found.kecamatan_before) == (("33.19.04",), 2)
    assert (found.orang, found.orang_before) == (80, 1960)


@pytest.mark.parametrize(
    "instead",
    [
        pytest.param(("33.19", "RENTAN", 150), id="the regency as a whole"),
        pytest.param(("33.19.04", "BPU", 80), id="a segment above"),
        pytest.param(("33.19.04.2003", "RENTAN", 70), id="a village"),
        pytest.param(("33.19.04", "RENTAN", 0), id="zero people"),
    ],
)
def test_what_stands_for_the_kecamatan_is_not_missed(
    one_engine: Engine, reference: Reference, instead: tuple[str, str, int]
) -> None:
    poor = ("RENTAN", "DBHCHT", 80)
    area, segmen, people = instead
    table = one_engine.table(
        "kepesertaan",
        *_in("33.19.03", "2026-09", poor),
        *_in("33.19.04", "2026-09", poor),
        *_in("33.19.03", "2026-10", poor),
        *_in(area, "2026-10", (segmen, "DBHCHT", people)),
    )

    assert not find_incomplete_months(table, reference=reference)
