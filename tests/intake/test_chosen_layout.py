"""What the operator chooses instead of intake's guess: header rows, rows, sheets, and meanings of columns."""

from __future__ import annotations

import pytest

from jamsos_data.findings import Severity
from jamsos_data.intake import IntakeOptions, IntakeReport, SheetLayout, read_upload
from jamsos_data.reference import load_reference
from tests.intake.sheets import GIVEN, codes, csv_of, finding, values, xlsx_of

UNDAAN, JATI = "33.19.04", "33.19.03"


def read_as(content: bytes, layout: dict[str, SheetLayout], **options: object) -> IntakeReport:
    chosen = IntakeOptions(layout=layout, constants=GIVEN, **options)  # type: ignore[arg-type]
    return read_upload(content, file_name="berkas.xlsx", reference=load_reference(), options=chosen)


def people(report: IntakeReport) -> list[tuple[object, ...]]:
    return values(report, "kode_wilayah", "peserta_aktif")


# A draft table above the real one: its header is as good as the lower one, so the upper is taken.
TWO_HEADERS = csv_of(
    [
        ["Kecamatan", "Peserta aktif", "Iuran"],
        ["Undaan", 1, ""],
        ["Kecamatan", "Peserta aktif", "Catatan"],
        ["Undaan", 10, "a"],
        ["Jati", 20, "b"],
    ]
)


def test_the_chosen_header_row_cuts_the_table() -> None:
    report = read_as(TWO_HEADERS, {"": SheetLayout(header=(3, 3))})

    assert people(report) == [(UNDAAN, 10), (JATI, 20)]
    assert report.sheets[0].header_rows == (3,)
    assert finding(report, "JUDUL_DIPILIH").severity is Severity.INFO


def test_a_header_beyond_the_searched_rows_can_be_chosen() -> None:
    rows = [["catatan", n] for n in range(1, 80)] + [["Kecamatan", "Peserta aktif"], ["Undaan", 10]]
    report = read_as(csv_of(rows), {"*": SheetLayout(header=(80, 80))})

    assert people(report) == [(UNDAAN, 10)]


def test_a_table_without_header_is_read_by_the_letters_of_its_columns() -> None:
    content = csv_of([["Undaan", 10], ["Jati", 20]])
    layout = SheetLayout(header=(0, 0), columns={"A": "kecamatan", "B": "peserta_aktif"})
    report = read_as(content, {"": layout})

    assert people(report) == [(UNDAAN, 10), (JATI, 20)]
    assert "TANPA_JUDUL_DIPILIH" in codes(report)


def test_rows_left_out_are_counted_nowhere_and_said() -> None:
    content = csv_of([["Kecamatan", "Peserta aktif"], ["Undaan", 10], ["Jati", 99], ["Jumlah", 10]])
    report = read_as(content, {"": SheetLayout(left_out=(3,))})

    assert people(report) == [(UNDAAN, 10)]
    assert "TOTAL_TIDAK_COCOK" not in codes(report)
    assert "1 baris dilewati sesuai pilihan Anda (3)" in finding(report, "BARIS_DIKELUARKAN").message()
    assert report.sheets[0].left_out == 2


def test_a_sheet_left_out_is_not_read_and_needs_no_acknowledgement() -> None:
    rows = [["Kecamatan", "Peserta aktif"], ["Undaan", 10]]
    other = [["Kecamatan", "Peserta aktif"], ["Jati", 20]]
    content = xlsx_of({"Satu": rows, "Dua": other})
    report = read_as(content, {"Dua": SheetLayout(read=False)})

    assert people(report) == [(UNDAAN, 10)]
    assert "LEMBAR_DIKELUARKAN" in codes(report)
    assert report.outcome == "ok"


def test_a_summary_sheet_is_read_when_the_operator_wants_it() -> None:
    rows = [["Kecamatan", "Peserta aktif"], ["Undaan", 10]]
    other = [["Kecamatan", "Peserta aktif"], ["Jati", 20]]
    content = xlsx_of({"Satu": rows, "Rekap": other})
    assert people(read_as(content, {})) == [(UNDAAN, 10)]
    report = read_as(content, {"#2": SheetLayout(read=True)})

    assert people(report) == [(UNDAAN, 10), (JATI, 20)]
    assert "LEMBAR_DIPILIH" in codes(report)


def test_an_unknown_header_becomes_what_the_operator_says() -> None:
    content = csv_of([["Tempat", "Hasil"], ["Undaan", 10], ["Jati", 20]])
    layout = {"*": SheetLayout(header=(1, 1), columns={"Tempat": "kecamatan", "Hasil": "peserta_aktif"})}
    report = read_as(content, layout)

    assert people(report) == [(UNDAAN, 10), (JATI, 20)]
    said = finding(report, "KOLOM_DIPILIH")
    assert "“Tempat” → Kecamatan, “Hasil” → Peserta aktif" in said.message()
    assert "“Tempat” → Kecamatan (sub-district)" in said.message("en")
    assert report.outcome == "ok"


def test_a_label_gives_all_numbers_of_a_column_a_segment_and_a_month() -> None:
    content = csv_of([["Kecamatan", "Kol A", "Kol B"], ["Undaan", 10, 5]])
    columns: dict[int | str, str] = {
        "Kol A": "segmen=bpd,periode=2026-07",
        "Kol B": "segmen=LINMAS,periode=Agustus 2026",
    }
    given = {"sumber_dana": "ADD", "program": "JKK+JKM"}
    options = IntakeOptions(
        kind="kepesertaan", constants=given, layout={"": SheetLayout(header=(1, 1), columns=columns)}
    )
    report = read_upload(content, file_name="a.csv", reference=load_reference(), options=options)

    assert values(report, "periode", "segmen", "peserta_aktif") == [
        ("2026-07", "BPD", 10),
        ("2026-08", "LINMAS", 5),
    ]


def test_the_operators_column_beats_the_header_that_intake_would_take() -> None:
    content = csv_of([["Kecamatan", "Peserta aktif", "Hasil akhir"], ["Undaan", 10, 30]])
    report = read_as(content, {"": SheetLayout(columns={"Hasil akhir": "peserta_aktif"})})

    assert people(report) == [(UNDAAN, 30)]
    assert [column.column for column in report.sheets[0].columns] == ["kode_wilayah", None, "peserta_aktif"]


def test_a_column_can_be_left_unused() -> None:
    content = csv_of([["Kecamatan", "Desa", "Peserta aktif"], ["Undaan", "tidak jelas", 10]])
    report = read_as(content, {"": SheetLayout(columns={"Desa": "-"})})

    assert people(report) == [(UNDAAN, 10)]


WIDE = csv_of([["Kecamatan", "BPD", "LINMAS", "Lain"], ["Undaan", 1, 2, 3]])
PLAIN = csv_of([["Kecamatan", "Segmen", "Peserta aktif", "Lain"], ["Undaan", "BPD", 1, 2]])
SHEETS = xlsx_of({"Satu": [["Kecamatan", "Peserta aktif"], ["Undaan", 10]]})


@pytest.mark.parametrize(
    ("content", "layout", "code"),
    [
        (SHEETS, {"Dua": SheetLayout(read=True)}, "LEMBAR_PILIHAN_TIDAK_ADA"),
        (SHEETS, {"Satu": SheetLayout(read=False)}, "SEMUA_LEMBAR_DIKELUARKAN"),
        (SHEETS, {"Satu": SheetLayout(read=False, header=(1, 1))}, "LEMBAR_DIKELUARKAN_DIATUR"),
        (SHEETS, {"Satu": SheetLayout(header=(9, 9))}, "BARIS_PILIHAN_KOSONG"),
        (SHEETS, {"Satu": SheetLayout(left_out=(9,))}, "BARIS_PILIHAN_KOSONG"),
        (SHEETS, {"Satu": SheetLayout(header=(2, 1))}, "JUDUL_PILIHAN_SALAH"),
        (SHEETS, {"Satu": SheetLayout(header=(1, 1), left_out=(1,))}, "JUDUL_DIKELUARKAN"),
        (SHEETS, {"*": SheetLayout(columns={"Desa": "desa"})}, "KOLOM_PILIHAN_TIDAK_ADA"),
        (SHEETS, {"*": SheetLayout(columns={"Kecamatan": "planet"})}, "ARTI_KOLOM_TIDAK_DIKENAL"),
        (SHEETS, {"*": SheetLayout(columns={"Peserta aktif": "segmen=MARS"})}, "ARTI_KOLOM_TIDAK_DIKENAL"),
        (PLAIN, {"": SheetLayout(columns={2: "peserta_aktif", 3: "peserta_aktif"})}, "KOLOM_PILIHAN_BERTENTANGAN"),
        (PLAIN, {"": SheetLayout(columns={0: "kecamatan", 1: "kecamatan"})}, "KOLOM_PILIHAN_BERTENTANGAN"),
        (PLAIN, {"": SheetLayout(columns={"Lain": "segmen=BPD"})}, "KOLOM_PILIHAN_BERTENTANGAN"),
        (WIDE, {"": SheetLayout(columns={"Lain": "peserta_aktif"})}, "KOLOM_PILIHAN_BERTENTANGAN"),
        (
            csv_of([["Kecamatan", "Jumlah", "Jumlah"], ["Undaan", 1, 2]]),
            {"": SheetLayout(columns={"Jumlah": "peserta_aktif"})},
            "KOLOM_PILIHAN_GANDA",
        ),
    ],
)  # fmt: skip
def test_choices_that_cannot_be_are_refused_in_one_sentence(
    content: bytes, layout: dict[str, SheetLayout], code: str
) -> None:
    report = read_as(content, layout, kind="kepesertaan")

    assert report.outcome == "refused"
    assert codes(report) == [code]
    assert report.findings[0].message("id") != report.findings[0].message("en")


def test_a_refused_choice_still_shows_the_sheet_to_choose_in() -> None:
    report = read_as(SHEETS, {"Satu": SheetLayout(header=(2, 1))})

    assert [row.cells for row in report.outlines[0].rows] == [
        ("Kecamatan", "Peserta aktif"),
        ("Undaan", "10"),
    ]
    assert [row.role for row in report.outlines[0].rows] == ["header", "unread"]


def test_a_column_of_village_names_under_an_unknown_header_waits_for_consent() -> None:
    content = csv_of(
        [["Alfa", "Peserta aktif", "Program"], ["Kalirejo", 10, "JKK+JKM"], ["Wonosoco", 5, "JKK+JKM"]]
    )
    report = read_as(content, {})
    said = finding(report, "KOLOM_DIUSULKAN")
    assert (report.outcome, len(report.rows), said.severity) == ("problems", 0, Severity.ERROR)
    assert "2 dari 2 isinya cocok untuk Desa/kelurahan" in said.message()
    column = report.sheets[0].columns[0]
    assert (column.column, column.proposal) == (None, "desa")
    assert column.evidence is not None
    assert column.evidence.confidence == "ragu"

    agreed = read_as(content, {}, accepted=frozenset({"KOLOM_DIUSULKAN"}))
    assert people(agreed) == [("33.19.04.2003", 10), ("33.19.04.2001", 5)]
    assert agreed.outcome == "ok"


@pytest.mark.parametrize(
    ("cells", "meaning"),
    [
        (["Undaan", "Kec. Jati"], "kecamatan"),
        (["33.19.04", "33.19.03"], "kode"),
        (["Juli 2026", "Agt 2026"], "periode"),
        (["BPD", "Linmas"], "segmen"),
        (["DBHCHT", "ADD"], "sumber_dana"),
    ],
)
def test_the_cells_alone_tell_areas_months_and_codes(cells: list[str], meaning: str) -> None:
    content = csv_of([["Alfa", "Peserta aktif", "Program"], *([cell, 1, "JKK+JKM"] for cell in cells)])
    options = IntakeOptions(kind="kepesertaan")
    report = read_upload(content, file_name="a.csv", reference=load_reference(), options=options)

    assert report.sheets[0].columns[0].proposal == meaning


def test_one_other_cell_is_enough_to_propose_nothing() -> None:
    content = csv_of([["Alfa", "Kecamatan", "Peserta aktif"], ["BPD", "Jati", 1], ["umum", "Bae", 2]])
    report = read_upload(content, file_name="a.csv", reference=load_reference())

    assert report.sheets[0].columns[0].proposal is None
    assert "KOLOM_DIUSULKAN" not in codes(report)


@pytest.mark.parametrize(
    ("header", "confidence", "reason"),
    [
        ("Peserta aktif", "pasti", "judul sama dengan nama kolom; isi 2 dari 2 sel adalah angka"),
        (
            "Jumlah peserta",
            "pasti",
            "judul sama dengan sinonim “jumlah peserta”; isi 2 dari 2 sel adalah angka",
        ),
        ("Pesrta aktif", "mungkin", "judul mirip “peserta aktif”; isi 2 dari 2 sel adalah angka"),
        (
            "Peserta aktif (orang)",
            "pasti",
            "sebagian judul sama dengan “peserta aktif”; isi 2 dari 2 sel adalah angka",
        ),
        ("BPD", "pasti", "judul menyebut “BPD”; isi 2 dari 2 sel adalah angka"),
    ],
)
def test_each_column_says_how_sure_it_is_and_why(header: str, confidence: str, reason: str) -> None:
    content = csv_of([["Kecamatan", header], ["Undaan", 10], ["Jati", 20]])
    report = read_as(content, {}, kind="kepesertaan")
    evidence = report.sheets[0].columns[1].evidence

    assert evidence is not None
    assert (evidence.confidence, evidence.reason("id")) == (confidence, reason)


def test_a_known_header_over_cells_of_another_kind_is_doubtful() -> None:
    content = csv_of([["Kecamatan", "Desa", "Peserta aktif"], ["Undaan", "7", 1], ["Jati", "8", 2]])
    report = read_as(content, {})
    evidence = report.sheets[0].columns[1].evidence

    assert evidence is not None
    assert evidence.confidence == "ragu"
    assert "isi 0 dari 2 sel adalah nama desa/kelurahan" in evidence.reason("id")
