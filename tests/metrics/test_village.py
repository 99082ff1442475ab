"""One village beside its kecamatan: segments, payers and months without data, worked out by hand."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
import pytest

from jamsos_data.metrics.village import compare_segments, months_without_data, who_pays
from tests.metrics.tables import month


def coverage(**people: int | None) -> pd.DataFrame:
    """Rows of one area by segmen: people of a potensi of 200 each, for BPU alone."""
    rows = [
        {
            "segmen": segmen,
            "peserta_aktif": number,
            "potensi": 200 if segmen == "BPU" else None,
            "basis": "potensi BPJS/Bappenas",
            "tahun": 2026,
            "persen": number / 2 if segmen == "BPU" and number is not None else float("nan"),
            "alasan": "" if segmen == "BPU" else "tanpa_potensi",
        }
        for segmen, number in people.items()
    ]
    return pd.DataFrame(rows).astype({"peserta_aktif": "Int64", "potensi": "Int64", "tahun": "Int64"})


def test_segments_stand_beside_the_month_before_and_the_kecamatan() -> None:
    """BPU 80 of 200 = 40 %, 5 more than 75; RENTAN was not known before; LINMAS left no row; UMKM has nobody ever."""
    targets = pd.DataFrame({"segmen": ["BPU"], "kurang_orang": pd.array([20], dtype="Int64")})
    rows = compare_segments(
        coverage(BPU=80, RENTAN=30, UMKM=None), coverage(BPU=75, LINMAS=9), coverage(BPU=50), targets
    ).set_index("segmen")

    assert list(rows.index) == ["BPU", "RENTAN", "LINMAS"]
    compared = ["perubahan", "persen", "persen_sekitar", "kurang_orang"]
    assert rows[compared].iloc[0].to_list() == [
        5,
        40,
        25,
        20,
    ]
    assert rows["perubahan"].isna().tolist() == [False, True, True]
    assert rows["peserta_aktif"].isna().tolist() == [False, False, True]
    nobody = coverage(BPU=None)
    assert compare_segments(nobody, nobody, nobody, targets).empty


def test_payers_have_their_part_of_all_people_and_budgets_without_people_stay() -> None:
    """60 and 20 of 80 people are 75 % and 25 %; ADD has a pagu and nobody; a source of which nothing is known goes.

    55 of DBHCHT's 60 end first, in October; MANDIRI's end with a pagu, which is not paid yet."""
    known = {
        "sumber_dana": ["MANDIRI", "DBHCHT", "ADD", "CSR"],
        "peserta_aktif": [20, 60, None, None],
        "realisasi": [None, None, None, None],
        "pagu": [None, None, 1_100_000, None],
    }
    sources = pd.DataFrame(known).astype(dict.fromkeys(("peserta_aktif", "realisasi", "pagu"), "Int64"))
    never = pd.array([pd.NaT] * 4, dtype="datetime64[us]")
    ends = [
        ("DBHCHT", "2026-10", "lunas", 40),
        ("DBHCHT", "2026-10", "lunas", 15),
        ("DBHCHT", "2026-12", "lunas", 5),
        ("MANDIRI", "2026-11", "pagu", 20),
    ]
    endings = pd.DataFrame(ends, columns=["sumber_dana", "sampai", "sebab", "peserta_aktif"])
    endings["sampai"] = [month(key) for key in endings["sampai"]]
    latest = sources.assign(lunas_sampai=never, cukup_sampai=never, pagu_di="")
    latest.loc[1, "lunas_sampai"] = month("2026-12")
    rows = who_pays(latest, endings)

    assert rows["sumber_dana"].tolist() == ["DBHCHT", "MANDIRI", "ADD"]
    assert rows["bagian"].tolist() == pytest.approx([75, 25, float("nan")], nan_ok=True)
    assert rows["pagu"].tolist()[2] == 1_100_000
    assert rows["lunas_sampai"].dropna().tolist() == [month("2026-10")]
    assert rows["lunas_orang"].dropna().tolist() == [55]
    budgets_only = who_pays(latest, endings[endings["sebab"] == "pagu"])
    assert budgets_only[["lunas_sampai", "lunas_orang"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("people", "missing"),
    [
        ({"2026-01": None, "2026-02": 9, "2026-03": None, "2026-04": 8}, [month("2026-03")]),
        ({"2026-01": 7, "2026-02": None, "2026-03": None}, [month("2026-02"), month("2026-03")]),
        ({"2026-01": None, "2026-02": None}, []),
    ],
)
def test_a_month_is_missing_only_after_the_first_report(
    people: dict[str, int | None], missing: list[datetime]
) -> None:
    course = pd.DataFrame(
        {
            "periode": [month(key) for key in people],
            "peserta_aktif": pd.array(list(people.values()), dtype="Int64"),
        }
    ).astype({"periode": "datetime64[us]"})

    assert list(months_without_data(course)) == missing
