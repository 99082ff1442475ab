"""Templates with the rows of last month: what moves on, what stays empty, and that they read back in order."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from jamsos_data.datasets import STORED
from jamsos_data.examples.participant_files import SMALL_PACKAGES
from jamsos_data.intake import IntakeReport, read_upload
from jamsos_data.lake import Lake
from jamsos_data.reference import load_reference
from jamsos_data.template_rows import can_be_carried, carry_rows, known_periods
from jamsos_data.templates import Row, template_csv, template_fields, template_xlsx
from tests.lake.rows import put

WATES, WONOSOCO, JATI_WETAN = "33.19.04.2013", "33.19.04.2004", "33.19.03.2003"
CARRIED = [kind for kind in STORED if can_be_carried(kind)]


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    lake = Lake(tmp_path / "data")
    put(lake, ("2026-11", WATES, "RENTAN", 7))
    put(
        lake,
        ("2026-12", WATES, "RENTAN", 8),
        ("2026-12", JATI_WETAN, "RENTAN", 9),
        ("2026-12", "33.19", "BPD", 3),
    )
    return lake


def carried(lake: Lake, **choice: object) -> tuple[Row, ...]:
    return carry_rows(lake.scan("kepesertaan"), "kepesertaan", load_reference(), **choice).rows  # type: ignore[arg-type]


def read(content: bytes, name: str) -> IntakeReport:
    return read_upload(content, file_name=name, reference=load_reference())


def test_the_newest_month_moves_one_on_and_its_values_are_left_to_be_filled_in(lake: Lake) -> None:
    january, package = datetime(2027, 1, 1), "JKK + JKM"
    assert list(map(tuple, carried(lake))) == [
        (january, "Kabupaten Kudus", None, "Anggota BPD", "DBHCHT", package, None, None),
        (january, "Jati", "Jati Wetan", "Pekerja rentan (DTKS/DTSEN)", "DBHCHT", package, None, None),
        (january, "Undaan", "Wates", "Pekerja rentan (DTKS/DTSEN)", "DBHCHT", package, None, None),
    ]


def test_values_an_older_month_a_kecamatan_and_a_segment_can_be_chosen(lake: Lake) -> None:
    assert [row[6] for row in carried(lake, keep_values=True)] == [3, 9, 8]
    (november,) = carried(lake, period=datetime(2026, 11, 1), keep_values=True)
    assert (november[0], november[6]) == (datetime(2026, 12, 1), 7)
    assert [row[2] for row in carried(lake, area="33.19.04")] == ["Wates"]
    assert [row[2] for row in carried(lake, segmen="RENTAN")] == ["Jati Wetan", "Wates"]
    assert len(carried(lake, segmen="BPU")) == 3
    assert known_periods(lake.scan("kepesertaan"), "kepesertaan") == (
        datetime(2026, 12, 1),
        datetime(2026, 11, 1),
    )


def test_without_data_there_is_nothing_to_carry_on(tmp_path: Path) -> None:
    for kind in CARRIED:
        found = carry_rows(Lake(tmp_path).scan(kind), kind, load_reference())
        assert (found.rows, found.period) == ((), None)


def test_meetings_of_one_day_and_lists_by_name_are_not_carried_on() -> None:
    assert not can_be_carried("sosialisasi")
    assert not can_be_carried("daftar_peserta")


def test_filled_in_by_hand_the_rows_of_last_month_read_in_order(lake: Lake) -> None:
    rows = [[*row[:6], number, None] for number, row in enumerate(carried(lake), start=10)]
    report = read(template_xlsx("kepesertaan", load_reference(), rows=rows), "isian.xlsx")
    assert (report.outcome, report.totals, report.periods) == ("ok", {"peserta_aktif": 33}, ("2027-01",))


def test_left_as_it_is_the_template_says_which_numbers_are_missing(lake: Lake) -> None:
    report = read(template_csv("kepesertaan", load_reference(), rows=carried(lake)), "isian.csv")
    assert report.rows.empty


@pytest.mark.parametrize(("language", "name"), [("id", "isian.csv"), ("en", "isian.xlsx")])
@pytest.mark.parametrize("kind", CARRIED)
def test_every_data_set_carried_on_with_its_values_reads_back_as_it_was(
    example_lake: Path, kind: str, language: str, name: str
) -> None:
    lake, reference = Lake(example_lake), load_reference()
    found = carry_rows(lake.scan(kind), kind, reference, language=language, keep_values=True)
    value = [field.name for field in template_fields(kind, reference)].index("kecamatan")
    assert all(row[value] for row in found.rows)
    make = template_csv if name.endswith("csv") else template_xlsx
    report = read(make(kind, reference, rows=found.rows, language=language), name)
    # Sums of the regency over what is known by kecamatan are left out, unmapped people are asked about, and so are
    # those of whom the example says that they took one programme alone.
    asked = {f.code for f in report.findings if f.severity != "info"}
    assert asked <= {"BELUM_TERPETAKAN", *SMALL_PACKAGES}
    assert report.kind == kind
    assert report.rejected.empty
    assert len(report.rows) >= len(found.rows) - 2


def test_budgets_start_the_next_year_with_their_first_version(example_lake: Path) -> None:
    rows = Lake(example_lake).scan("anggaran")
    found = carry_rows(rows, "anggaran", load_reference(), keep_values=True)
    assert {row[1] for row in found.rows} == {"APBD murni"}
    assert found.period == 2027


def test_a_filled_workbook_keeps_months_as_dates_and_numbers_as_numbers(lake: Lake) -> None:
    content = template_xlsx("kepesertaan", load_reference(), rows=carried(lake, keep_values=True))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    cells = [cell.value for cell in sheet[2]]
    assert (cells[0], cells[6]) == (datetime(2027, 1, 1), 3)
    assert sheet["A2"].number_format == "mmmm yyyy"
