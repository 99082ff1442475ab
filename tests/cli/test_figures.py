"""`coverage`, `targets` and `premiums` in JSON, CSV and as tables, from files committed before."""

import csv
import io
from datetime import UTC, datetime

import polars as pl
import pytest

from jamsos_data.lake import Lake, Provenance
from tests.cli.commands import PARTICIPANTS, Commands


def rows_by_area(answer_rows: list[dict[str, object]]) -> dict[object, dict[str, object]]:
    return {row["kode_wilayah"]: row for row in answer_rows}


def test_coverage_carries_numerator_denominator_basis_year_and_the_unrounded_percentage(
    filled: Commands,
) -> None:
    answer = filled.run("coverage", "--segmen", "RENTAN", "--json")
    assert answer.status == 0
    assert answer.json["question"]["bulan"] == "2026-09"
    assert answer.json["question"]["versi"]["kepesertaan"] == 1
    rows = rows_by_area(answer.json["rows"])
    assert len(rows) == 9
    dawe = rows["33.19.09"]
    assert (dawe["wilayah"], dawe["periode"], dawe["segmen"]) == ("Dawe", "2026-09", "RENTAN")
    assert (dawe["numerator"], dawe["denominator"]) == (80, 240)
    assert (dawe["basis"], dawe["year"]) == ("potensi BPJS/Bappenas", 2026)
    assert dawe["percentage"] == pytest.approx(100 / 3, abs=1e-12)
    assert rows["33.19.01"]["numerator"] is None
    assert rows["33.19.01"]["alasan"] == "tanpa_data"


def test_a_month_a_level_and_an_area_can_be_asked_for(filled: Commands) -> None:
    answer = filled.run("coverage", "--bulan", "2026-08", "--segmen", "rentan", "--dalam", "undaan", "--json")
    assert [(row["wilayah"], row["numerator"]) for row in answer.json["rows"]] == [("Undaan", 100)]
    kabupaten = filled.run("coverage", "--tingkat", "kabupaten", "--segmen", "RENTAN", "--json").json["rows"]
    assert [(row["kode_wilayah"], row["numerator"]) for row in kabupaten] == [("33.19", 200)]


def test_targets_say_both_gaps(filled: Commands) -> None:
    rows = filled.run("targets", "--segmen", "RENTAN", "--json").json["rows"]
    undaan = rows_by_area(rows)["33.19.04"]
    assert (undaan["percentage"], undaan["target_persen"], undaan["selisih_poin"]) == (75, 90, 15)
    assert (undaan["kurang_orang"], undaan["tambahan_per_bulan"], undaan["belum_terlindungi"]) == (24, 8, 40)
    assert (undaan["periode"], undaan["batas_waktu"]) == ("2026-09", "2026-12")


def test_premiums_set_what_was_paid_against_the_ceiling(filled: Commands) -> None:
    answer = filled.run("premiums", "--json")
    (row,) = [row for row in answer.json["rows"] if row["sumber_dana"] == "DBHCHT"]
    assert (row["numerator"], row["denominator"], row["basis"]) == (2_016_000, 20_160_000, "pagu murni")
    assert (row["percentage"], row["year"], row["periode"]) == (10, 2026, "2026-09")
    # 200 people × Rp16.800 a month: the reduced tariff of 2026 is not for those whom the APBD pays for.
    assert row["iuran_sebulan"] == 3_360_000
    assert row["bulan_cukup"] == 6


def test_csv_has_the_same_rows_for_programs(filled: Commands) -> None:
    text = filled.run("coverage", "--segmen", "RENTAN", "--csv").out
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["kode_wilayah"]: row["numerator"] for row in rows}["33.19.04"] == "120"
    assert {row["kode_wilayah"]: row["percentage"] for row in rows}["33.19.01"] == ""
    assert {row["data_contoh"] for row in rows} == {"false"}


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("coverage", "Undaan 120 160 75,00 % 40"),
        ("targets", "Undaan RENTAN 120 75,00 % 90,00 % 15,00 24 8 Des 2026 40"),
        ("premiums", "Kudus DBHCHT Rp2.016.000 Rp20.160.000 10,00 % 200 Rp3.360.000"),
    ],
)
def test_people_get_a_table_in_indonesian_figures(filled: Commands, command: str, expected: str) -> None:
    printed = filled.run(command, "--segmen", "RENTAN").out.splitlines()
    lines = [" ".join(line.split()) for line in printed]
    assert "September 2026" in lines[0]
    assert lines[1].startswith("Versi data: kepesertaan 1")
    assert any(line.startswith(expected) for line in lines), lines


def test_notes_are_words_for_people_and_codes_for_programs(filled: Commands) -> None:
    printed = " ".join(filled.run("premiums", "--segmen", "RENTAN").out.split())
    assert printed.endswith("pagu kurang untuk setahun")
    (row,) = filled.run("premiums", "--segmen", "RENTAN", "--json").json["rows"]
    assert row["catatan"] == "PAGU_KURANG"


def test_figures_can_be_asked_for_as_they_stood(filled: Commands) -> None:
    first = datetime.now(UTC)
    filled.run("commit", filled.write("k2.csv", PARTICIPANTS.replace(";80", ";90")))

    def dawe(*versions: str) -> object:
        chosen = [word for version in versions for word in ("--versi", version)]
        answer = filled.run("coverage", "--segmen", "RENTAN", "--bulan", "2026-09", "--json", *chosen)
        return rows_by_area(answer.json["rows"])["33.19.09"]["numerator"]

    assert dawe() == 90
    assert dawe("1") == 80
    assert dawe("kepesertaan=1", "potensi=1") == 80
    assert dawe(first.isoformat()) == 80
    assert dawe("2020-01-01") is None


def test_example_rows_are_called_so(filled: Commands) -> None:
    lake = Lake(filled.lake)
    assert "DATA CONTOH" not in filled.run("coverage").out
    example = lake.scan_stored("kepesertaan").collect().with_columns(asal=pl.lit("contoh"))
    lake.restore("kepesertaan", 0)
    lake.add_rows("kepesertaan", example, provenance=Provenance(action="contoh"))
    assert "DATA CONTOH" in filled.run("coverage").out
    assert filled.run("coverage", "--json").json["question"]["data_contoh"] is True
