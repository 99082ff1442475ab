"""Meetings and what came of them, enterprises year by year, packages that are too small: worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from jamsos_data.metrics.enterprises import (
    measure_enterprise_areas,
    measure_enterprise_years,
    years_to_register_all,
)
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.outreach import (
    InviteRule,
    invite_again,
    measure_meetings,
    reasons_ranked,
    yield_by_area,
)
from jamsos_data.metrics.packages import measure_small_packages
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference, replace_tables
from tests.metrics.tables import Engine, month

UNDAAN, JEKULO, KALIREJO = "33.19.04", "33.19.06", "33.19.04.2003"
MEETINGS = pd.DataFrame(
    [
        ("2025-01-10", UNDAAN, "UMKM", 100, 20, "IURAN", "Cicilan"),  # older than the next of the same group
        ("2026-03-10", UNDAAN, "UMKM", 40, 10, "NIK", "Periksa NIK"),
        ("2026-04-10", KALIREJO, "BURUH_TANI", 50, 45, "IURAN", ""),  # nine in ten registered
        ("2026-05-10", JEKULO, "LINMAS", 30, 3, "USIA", ""),  # another meeting makes nobody younger
        ("2026-06-10", JEKULO, "RT_RW", 80, None, "BELUM_PAHAM", None),  # what came of it is not stated
        ("2026-07-10", "33.19", "UMKM", 60, 60, "TIDAK_ADA", ""),
        ("2026-10-10", UNDAAN, "UMKM", 10, 9, "NIK", ""),  # after the month asked for
    ],
    columns=[
        "tanggal",
        "kode_wilayah",
        "segmen",
        "hadir",
        "terdaftar_setelahnya",
        "kendala",
        "tindak_lanjut",
    ],
).astype({"tanggal": "datetime64[us]", "terdaftar_setelahnya": "Int64"})
UMKM = pd.DataFrame(
    [
        (2023, UNDAAN, 100, 10, None),
        (2023, JEKULO, 300, 30, 40),
        (2025, UNDAAN, 200, 60, 70),
        (2025, JEKULO, 300, 60, None),
        (2026, JEKULO, 310, 65, None),
    ],
    columns=["tahun", "kode_wilayah", "usaha_terdata", "usaha_terdaftar", "pekerja_terdaftar"],
).astype({"pekerja_terdaftar": "Int64"})


def test_what_meetings_brought_what_hinders_and_whom_to_invite_again(
    engine: Engine, reference: Reference
) -> None:
    """Undaan 20 + 10 + 45 of 190 = 39,5 %; Jekulo 3 of 30, of 80 more nothing is known; the regency's own 60 of 60."""
    asked = {"reference": reference, "bulan": month("2026-09")}
    meetings = measure_meetings(engine.of(MEETINGS), **asked)
    areas = yield_by_area(meetings, reference=reference).set_index("wilayah")
    reasons = reasons_ranked(meetings).set_index("kendala")
    rule = InviteRule.of(reference)
    again = invite_again(meetings, bulan=month("2026-09"), rule=rule)
    stricter = replace(rule, months=3, below_percent=30)

    assert (len(meetings), meetings["hadir"].sum(), meetings["terdaftar"].sum()) == (6, 360, 138)
    assert meetings["terdaftar"].isna().tolist() == meetings["belum"].isna().tolist()
    assert meetings.loc[meetings["terdaftar"].isna(), ["hadir", "segmen"]].to_numpy().tolist() == [
        [80, "RT_RW"]
    ]
    assert list(areas.index) == ["Kudus", "Undaan", "Jekulo"]
    assert areas["tanpa_hasil"].tolist() == [0, 0, 80]
    assert areas[["pertemuan", "hadir", "terdaftar", "belum", "persen"]].to_numpy().tolist()[2] == [
        1,
        30,
        3,
        27,
        10,
    ]
    assert areas[["pertemuan", "hadir", "terdaftar", "belum"]].to_numpy().tolist()[1] == [3, 190, 75, 115]
    assert areas.loc["Undaan", "persen"] == pytest.approx(100 * 75 / 190)
    assert reasons["belum"].to_dict() == {"IURAN": 85, "NIK": 30, "USIA": 27}
    assert reasons.loc["IURAN", "pertemuan"] == 2
    assert again[["kode_wilayah", "segmen", "belum", "pertemuan"]].to_numpy().tolist() == [
        [UNDAAN, "UMKM", 30, 2],
    ]
    assert invite_again(
        meetings, bulan=month("2026-09"), rule=stricter
    ).empty  # March and June are too long ago
    inside = measure_meetings(engine.of(MEETINGS), dalam=KALIREJO, segmen="BPU", **asked)
    assert inside["kode_wilayah"].tolist() == [KALIREJO, UNDAAN, UNDAAN]


def test_where_no_result_is_stated_nothing_is_known_of_it(one_engine: Engine, reference: Reference) -> None:
    blank = MEETINGS[MEETINGS["segmen"] == "RT_RW"]
    meetings = measure_meetings(one_engine.of(blank), reference=reference, bulan=month("2026-09"))
    [area] = records(yield_by_area(meetings, reference=reference))

    assert (area["pertemuan"], area["hadir"], area["tanpa_hasil"], area["persen"]) == (0, 0, 80, None)
    assert reasons_ranked(meetings).empty
    assert invite_again(meetings, bulan=month("2026-09"), rule=InviteRule.of(reference)).empty


def test_enterprises_year_by_year_and_how_long_the_rest_takes(engine: Engine, reference: Reference) -> None:
    """2023: 40 of 400; 2025: 120 of 500 = 24 %, 40 a year, so 380 take 9,5 years. 2026 has Jekulo only: no pace."""
    asked = {"reference": reference, "bulan": month("2025-09")}
    years = measure_enterprise_years(engine.of(UMKM), **asked)
    areas = measure_enterprise_areas(engine.of(UMKM), reference=reference, bulan=month("2026-09"))
    later = measure_enterprise_years(engine.of(UMKM), reference=reference, bulan=month("2026-09"))

    assert years["persen"].tolist() == pytest.approx([10, 24])
    assert years["tambahan_setahun"].tolist() == pytest.approx([float("nan"), 40], nan_ok=True)
    assert years["pekerja_terdaftar"].tolist() == [40, 70]
    assert later["melapor"].tolist() == [2, 2, 1]
    assert years_to_register_all(years) == pytest.approx(9.5)
    assert pd.isna(later["tambahan_setahun"].iloc[-1])
    assert years_to_register_all(later) is None
    assert areas[["wilayah", "tahun", "tambahan_setahun", "belum"]].to_numpy().tolist() == [
        ["Undaan", 2025, 25, 140],
        ["Jekulo", 2026, 5, 245],
    ]
    assert years_to_register_all(years.head(0)) is None


def test_there_is_no_pace_while_an_area_known_before_has_not_reported(
    one_engine: Engine, reference: Reference
) -> None:
    """Jekulo reports in 2026 and 2027, Undaan in neither: Jekulo's 15 a year are not the pace of both."""
    next_year = UMKM.tail(1).assign(tahun=2027, usaha_terdaftar=80)
    rows = one_engine.of(pd.concat([UMKM, next_year]))
    asked = {"reference": reference, "bulan": month("2027-09")}

    assert pd.isna(measure_enterprise_years(rows, **asked)["tambahan_setahun"].iloc[-1])
    jekulo = measure_enterprise_years(rows, dalam=JEKULO, **asked)
    assert jekulo["tambahan_setahun"].iloc[-1] == 15


def test_packages_without_jkk_or_jkm_are_listed_where_they_are_known(
    engine: Engine, reference: Reference
) -> None:
    people: list[dict[str, object]] = [
        {"kode_wilayah": KALIREJO, "program": "JKM", "peserta_aktif": 4},
        {"kode_wilayah": UNDAAN, "program": "JKK", "peserta_aktif": 9},
        {"kode_wilayah": JEKULO, "program": "JKK+JKM+JHT", "peserta_aktif": 50},
        {"kode_wilayah": JEKULO, "program": "JKM", "peserta_aktif": 7, "periode": "2026-08"},
    ]
    usual: dict[str, object] = {"segmen": "UMKM", "sumber_dana": "MANDIRI", "periode": "2026-09"}
    rows = measure_small_packages(
        engine.table("kepesertaan", *(usual | row for row in people)),
        reference=reference,
        question=PremiumQuestion(bulan=month("2026-09")),
    )

    assert rows[["wilayah", "program", "kurang", "peserta_aktif"]].to_numpy().tolist() == [
        ["Undaan", "JKK", "JKM", 9],
        ["Kalirejo", "JKM", "JKK", 4],
    ]


def test_the_rule_of_inviting_again_is_what_the_reference_tables_say(reference: Reference) -> None:
    """A year and half of those present are the shipped rule; another office asks within four months below a third."""
    shipped = InviteRule.of(reference)
    thresholds, reasons = (reference.table(name) for name in ("ambang", "kendala"))
    changed = thresholds["kode"].map({"UNDANG_BULAN": "4", "UNDANG_HASIL": "33"})
    other = replace_tables(
        reference,
        {
            "ambang": thresholds.assign(nilai=changed.fillna(thresholds["nilai"])),
            "kendala": reasons.assign(menetap=reasons["kode"].map({"NIK": "ya"}).fillna("")),
        },
    )

    assert (shipped.months, shipped.below_percent) == (12, 50)
    assert set(shipped.lasting) == {"USIA", "SUDAH_TERDAFTAR", "TIDAK_ADA"}
    assert InviteRule.of(other) == InviteRule(months=4, below_percent=33, lasting=("NIK",))
