"""A desa that stops reporting: its silence is no fall, and is named with what it last said."""

from __future__ import annotations

from typing import Any

from jamsos_data.metrics.frames import records
from jamsos_data.metrics.questions import CoverageQuestion, TargetQuestion
from jamsos_data.metrics.silence import measure_silence
from jamsos_data.metrics.targets import measure_targets
from jamsos_data.reference import Reference
from tests.metrics.tables import Engine, month

UNDAAN, KALIREJO, KUTUK = "33.19.04", "33.19.04.2003", "33.19.04.2007"


def people(periode: str, kode: str, count: int, segmen: str = "RENTAN") -> dict[str, object]:
    return {"periode": periode, "kode_wilayah": kode, "segmen": segmen, "peserta_aktif": count}


SILENT_SINCE_JULY = [
    people("2026-03", KALIREJO, 100),
    people("2026-03", KUTUK, 60),
    people("2026-06", KALIREJO, 105),
    people("2026-06", KUTUK, 65),
    people("2026-09", KALIREJO, 112),
]


def silence(
    engine: Engine, reference: Reference, rows: list[dict[str, object]], **asked: Any
) -> list[dict[str, Any]]:
    question = CoverageQuestion(bulan=month("2026-09"), **asked)
    found = measure_silence(
        engine.table("kepesertaan", *rows), engine.table("potensi"), reference=reference, question=question
    )
    return records(found)


def pace(
    engine: Engine, reference: Reference, rows: list[dict[str, object]], **asked: Any
) -> dict[str, tuple[float | None, str]]:
    found = measure_targets(
        engine.table("kepesertaan", *rows),
        engine.table("potensi", {"tahun": 2026, "kode_wilayah": "33.19", "jumlah": 1000}),
        engine.table("target"),
        reference=reference,
        question=TargetQuestion(bulan=month("2026-09"), segmen="SEMUA", **asked),
    )
    return {row["kode_wilayah"]: (row["laju_6_bulan"], row["laju_tanpa"]) for row in records(found)}


def test_a_silent_desa_is_named_with_its_last_month_and_its_people_then(
    engine: Engine, reference: Reference
) -> None:
    (found,) = silence(engine, reference, SILENT_SINCE_JULY)

    assert (found["kode_wilayah"], found["wilayah"], found["induk"]) == (KUTUK, "Kutuk", UNDAAN)
    assert (found["terakhir"], found["sejak"]) == (month("2026-06"), month("2026-07"))
    assert found["peserta_aktif"] == 65


def test_the_desa_itself_is_told_silent_by_its_neighbours(engine: Engine, reference: Reference) -> None:
    assert [row["wilayah"] for row in silence(engine, reference, SILENT_SINCE_JULY, dalam=KUTUK)] == ["Kutuk"]
    assert silence(engine, reference, SILENT_SINCE_JULY, dalam=KALIREJO) == []


def test_who_has_been_silent_for_more_than_a_year_or_never_spoke_is_no_news(
    engine: Engine, reference: Reference
) -> None:
    rows = [people("2025-08", KUTUK, 60), people("2025-08", KALIREJO, 90), people("2026-09", KALIREJO, 112)]

    assert silence(engine, reference, rows) == []


def test_people_gathered_under_the_kecamatan_are_not_silent(engine: Engine, reference: Reference) -> None:
    gathered = [*SILENT_SINCE_JULY, people("2026-09", UNDAAN, 66)]
    another_segment = [*SILENT_SINCE_JULY, people("2026-09", UNDAAN, 66, "PU_SWASTA")]

    assert silence(engine, reference, gathered) == []
    assert [row["wilayah"] for row in silence(engine, reference, another_segment)] == ["Kutuk"]


def test_the_pace_is_that_of_the_desa_which_report_at_both_ends(engine: Engine, reference: Reference) -> None:
    """(112 − 100) ÷ 6 = 2 people a month; with Kutuk's 60 it would be a fall of 8."""
    regency = pace(engine, reference, SILENT_SINCE_JULY, tingkat="kabupaten")
    kecamatan = pace(engine, reference, SILENT_SINCE_JULY)

    assert regency["33.19"] == (2.0, KUTUK)
    assert kecamatan[UNDAAN] == (2.0, KUTUK)


def test_a_desa_that_begins_to_report_is_no_growth(engine: Engine, reference: Reference) -> None:
    rows = [people("2026-03", KALIREJO, 100), people("2026-09", KALIREJO, 112), people("2026-09", KUTUK, 60)]

    assert pace(engine, reference, rows)[UNDAAN] == (2.0, KUTUK)


def test_people_mapped_to_desa_only_of_late_still_have_a_pace(engine: Engine, reference: Reference) -> None:
    """March by regency only, September by desa: (112 + 60 − 160) ÷ 6 = 2."""
    rows = [people("2026-03", "33.19", 160), people("2026-09", KALIREJO, 112), people("2026-09", KUTUK, 60)]

    assert pace(engine, reference, rows, tingkat="kabupaten")["33.19"] == (2.0, "")
