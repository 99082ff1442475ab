"""Which desa reported: a stated zero is a report, a figure of the kecamatan as a whole is one for all its desa."""

from __future__ import annotations

import pytest

from jamsos_data.metrics.questions import CoverageQuestion
from jamsos_data.metrics.reporting import measure_reporting, reported_by_kecamatan
from jamsos_data.reference import Reference
from jamsos_data.wording import rows_of
from tests.metrics.attention_tables import UNDAAN, Rows, people
from tests.metrics.tables import Engine, month

BAE = "33.19.07"
KUTUK, SAMBUNG = "33.19.04.2007", "33.19.04.2002"


def reports(reference: Reference) -> Rows:
    """From July on: all of Undaan but Kutuk, which last reported in July; Bae as a whole in September only."""
    rows: Rows = []
    for key in ("2026-07", "2026-08", "2026-09"):
        rows += [
            people(kode, 0 if kode == SAMBUNG else 10, periode=key)
            for kode in reference.desa_of(UNDAAN)
            if kode != KUTUK or key == "2026-07"
        ]
    rows += [
        people(kode, 10, periode=key) for kode in reference.desa_of(BAE) for key in ("2026-07", "2026-08")
    ]
    return [*rows, people(BAE, 100), people(SAMBUNG, 5, segmen="RT_RW")]


def test_every_month_of_every_desa_is_reported_stated_as_a_whole_or_empty(
    one_engine: Engine, reference: Reference
) -> None:
    table = one_engine.table("kepesertaan", *reports(reference))
    rows = measure_reporting(table, reference=reference, question=CoverageQuestion(bulan=month("2026-09")))
    states = {(row.kode_wilayah, f"{row.periode:%Y-%m}"): row.keadaan for row in rows_of(rows)}

    assert len(rows) == 132 * 3  # no month before the first with data
    assert [states[KUTUK, key] for key in ("2026-07", "2026-08", "2026-09")] == [
        "melapor",
        "kosong",
        "kosong",
    ]
    assert states[SAMBUNG, "2026-09"] == "melapor"
    assert {states[kode, "2026-09"] for kode in reference.desa_of(BAE)} == {"utuh"}
    counted = {
        (row.kode_wilayah, f"{row.periode:%m}"): (row.melapor, row.utuh, row.desa, row.persen, row.keadaan)
        for row in rows_of(reported_by_kecamatan(rows, reference=reference))
    }
    assert counted[UNDAAN, "09"] == (15, 0, 16, 93.75, "")
    assert counted[BAE, "08"] == (10, 0, 10, 100.0, "")
    assert counted[BAE, "09"] == (0, 10, 10, 0.0, "utuh")  # no desa of Bae reported by itself
    assert counted["33.19.01", "09"] == (0, 0, 15, 0.0, "")


def test_a_segment_is_expected_from_the_desa_that_report_it(one_engine: Engine, reference: Reference) -> None:
    table = one_engine.table("kepesertaan", *reports(reference))

    def asked(segmen: str) -> list[tuple[str, str]]:
        question = CoverageQuestion(bulan=month("2026-09"), segmen=segmen, dalam=UNDAAN)
        rows = measure_reporting(table, reference=reference, question=question)
        return [(row.kode_wilayah, row.keadaan) for row in rows_of(rows)]

    assert asked("RT_RW") == [(SAMBUNG, "kosong"), (SAMBUNG, "kosong"), (SAMBUNG, "melapor")]
    assert asked("UMKM") == []
    assert len(asked("BPU")) == 16 * 3
    with pytest.raises(ValueError, match="unknown segmen"):
        asked("TIDAK_ADA")
