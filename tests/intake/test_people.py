"""Lists by name become counts; the people themselves go nowhere."""

from __future__ import annotations

import pytest

from jamsos_data.intake import IntakeReport
from tests.intake.sheets import codes, csv_of, finding, read, values, xlsx_of

HEADER = ["No", "NIK", "Nama", "Desa", "Kecamatan", "Mulai", "Sampai"]
GIVEN = {"segmen": "RENTAN", "sumber_dana": "DBHCHT", "program": "JKK+JKM"}
PEOPLE = [
    ["1", "3319040101800001", "Orang Satu", "Wates", "Undaan", "Juli 2026", "September 2026"],
    ["2", "3319044101800002", "Orang Dua", "Wates", "Undaan", "Juli 2026", "Agustus 2026"],
    ["3", "3319030101900003", "Orang Tiga", "Jati Wetan", "Jati", "September 2026", ""],
]


def test_people_are_counted_for_every_month_of_their_cover() -> None:
    report = read(csv_of([HEADER, *PEOPLE]), given=GIVEN)
    assert (report.outcome, report.kind) == ("ok", "daftar_peserta")
    assert values(report, "periode", "kode_wilayah", "peserta_aktif") == [
        ("2026-07", "33.19.04.2013", 2), ("2026-08", "33.19.04.2013", 2),
        ("2026-09", "33.19.03.2003", 1), ("2026-09", "33.19.04.2013", 1),
    ]  # fmt: skip


def test_a_list_with_one_month_for_all_counts_that_month() -> None:
    header = ["NIK", "Nama Lengkap", "Desa", "Kecamatan"]
    rows = [[row[1], row[2], row[3], row[4]] for row in PEOPLE]
    report = read(csv_of([header, *rows]), given=GIVEN | {"periode": "2026-09"})
    assert (report.outcome, report.totals, report.periods) == ("ok", {"peserta_aktif": 3}, ("2026-09",))


def test_the_month_may_stand_in_the_title() -> None:
    header = ["NIK", "Nama", "Desa", "Kecamatan"]
    rows = [[row[1], row[2], row[3], row[4]] for row in PEOPLE]
    report = read(csv_of([["Daftar penerima bulan September 2026", "", "", ""], header, *rows]), given=GIVEN)
    assert report.periods == ("2026-09",)


def test_bad_numbers_and_double_people_are_said_without_naming_anybody() -> None:
    rows = [
        *PEOPLE,
        ["4", "3.31904E+15", "Orang Empat", "Wates", "Undaan", "Juli 2026", "Juli 2026"],
        ["5", "12345", "Orang Lima", "Wates", "Undaan", "Juli 2026", "Juli 2026"],
        ["6", "3319049901800001", "Orang Enam", "Wates", "Undaan", "Juli 2026", "Juli 2026"],
        ["7", "3319030101900003", "Orang Tiga", "Jati Wetan", "Jati", "September 2026", ""],
        ["8", "3319030101900008", "Orang Delapan", "Jati Wetan", "Jati", "September 2026", "Agustus 2026"],
        ["9", "3319030101900009", "Orang Sembilan", "Entah", "Jati", "September 2026", ""],
    ]
    report = read(csv_of([HEADER, *rows]), given=GIVEN)
    assert {code: finding(report, code).row for code in codes(report) if code.startswith(("NIK", "ORANG", "MASA"))} == {
        "NIK_DIBULATKAN": 5, "NIK_TIDAK_16_ANGKA": 6, "NIK_TANGGAL_SALAH": 7, "ORANG_KEMBAR": 8, "MASA_TERBALIK": 9,
    }  # fmt: skip
    assert sorted(report.rejected["row"]) == [5, 6, 7, 8, 9, 10]
    assert report.totals == {"peserta_aktif": 6}
    shown = repr(report) + report.rows.to_csv() + report.rejected.to_csv()
    shown += "".join(found.message("id") for found in report.findings).replace("Orang yang sama", "")
    for secret in ("Orang", "33190", "3.31904E+15", "12345"):
        assert secret not in shown.replace("33.19.0", "")


def test_a_list_read_as_counts_by_mistake_still_shows_nobody() -> None:
    content = csv_of(
        [
            ["NIK", "Nama", "Desa", "Peserta Aktif"],
            ["3319040101800001", "Orang Satu", "Entah", 1],
            ["3319040101800002", "Orang Dua", "Wates", 1],
        ]
    )
    report = read(content, kind="kepesertaan", given=GIVEN | {"periode": "2026-09"})
    shown = repr(report) + report.rejected.to_csv()
    assert list(report.rejected["row"]) == [2]
    assert "Orang" not in shown
    assert "3319040101800001" not in shown


def _row(number: int, *, village: str = "Wates", source: str = "", start: str, end: str) -> list[object]:
    return [f"33190401018000{number:02d}", f"Orang {number}", village, "Undaan", source, start, end]


TWICE = ["NIK", "Nama", "Desa", "Kecamatan", "Sumber Dana", "Mulai", "Sampai"]


def test_a_person_counts_once_a_month_where_covers_overlap() -> None:
    rows = [
        _row(1, source="DBHCHT", start="Januari 2026", end="Juni 2026"),
        _row(1, source="DBHCHT", start="Maret 2026", end="Agustus 2026"),
    ]
    given = {key: GIVEN[key] for key in ("segmen", "program")}
    report = read(csv_of([TWICE, *rows]), given=given)
    assert values(report, "periode", "peserta_aktif") == [(f"2026-0{month}", 1) for month in range(1, 9)]
    found = finding(report, "MASA_BERTUMPUK")
    assert (report.outcome, found.params["n"], found.params["months"], found.value) == (
        "problems",
        1,
        4,
        None,
    )
    assert report.twice.to_numpy().tolist() == [["", 2, "MASA_BERTUMPUK", 2], ["", 3, "MASA_BERTUMPUK", 2]]
    assert read(csv_of([TWICE, *rows]), given=given, accepted=["MASA_BERTUMPUK"]).outcome == "ok"


def test_two_payers_and_two_villages_of_one_person_are_said_and_the_first_row_counts() -> None:
    rows = [
        _row(1, source="DBHCHT", start="Juli 2026", end="Juli 2026"),
        _row(1, source="ADD", start="Juli 2026", end="Juli 2026"),
        _row(2, source="DBHCHT", start="Juli 2026", end="Juli 2026"),
        _row(2, source="DBHCHT", village="Wonosoco", start="Juli 2026", end="Juli 2026"),
    ]
    report = read(csv_of([TWICE, *rows]), given={key: GIVEN[key] for key in ("segmen", "program")})
    assert values(report, "kode_wilayah", "sumber_dana", "peserta_aktif") == [("33.19.04.2013", "DBHCHT", 2)]
    assert {"ORANG_DUA_SUMBER", "ORANG_DUA_WILAYAH"} <= set(codes(report))
    assert "ORANG_KEMBAR" not in codes(report)
    assert report.outcome == "problems"
    assert "(Wonosoco – Wates: 1)" in finding(report, "ORANG_DUA_WILAYAH").message("id")
    assert "DBHCHT: 1)" in finding(report, "ORANG_DUA_SUMBER").message("id")
    assert report.twice[["row", "temuan", "first_row"]].to_numpy().tolist() == [
        [2, "ORANG_DUA_SUMBER", 2], [3, "ORANG_DUA_SUMBER", 2],
        [4, "ORANG_DUA_WILAYAH", 4], [5, "ORANG_DUA_WILAYAH", 4],
    ]  # fmt: skip


def _niks(*numbers: str) -> bytes:
    header = ["NIK", "Nama", "Desa", "Kecamatan", "Mulai"]
    return csv_of([header, *([nik, "Orang", "Wates", "Undaan", "Juli 2026"] for nik in numbers)])


@pytest.mark.parametrize(
    ("nik", "code"),
    [
        ("3319042902000001", ""),  # 29 February 2000
        ("3319046902000001", ""),  # a woman of that day
        ("3319042902010001", "NIK_TANGGAL_SALAH"),
        ("3319043104900001", "NIK_TANGGAL_SALAH"),
        ("3319044001900001", "NIK_TANGGAL_SALAH"),  # day 40
        ("3319047201900001", "NIK_TANGGAL_SALAH"),  # a woman of day 32
        ("3319040113900001", "NIK_TANGGAL_SALAH"),
        ("3319040101900000", "NIK_DIBULATKAN"),
        ("3,31904E+15", "NIK_DIBULATKAN"),
        ("33 19 04.010190.0001", ""),
        ("331904010190000A", "NIK_TIDAK_16_ANGKA"),
    ],
)
def test_a_nik_holds_a_day_of_the_calendar(nik: str, code: str) -> None:
    report = read(_niks(nik), given=GIVEN)
    assert [found for found in codes(report) if found.startswith("NIK_")] == ([code] if code else [])


@pytest.mark.parametrize(
    ("ending_in_0", "others", "flagged"),
    [(6, 0, 6), (4, 0, 4), (2, 0, 2), (4, 3, 4), (3, 2, 3), (1, 3, 0), (2, 9, 0), (1, 0, 0)],
)
def test_more_nik_that_end_in_0_than_chance_has_were_rounded(
    ending_in_0: int, others: int, flagged: int
) -> None:
    """By chance one in ten: 3 or more of 5 in 0,9 % of all lists, 2 or more of 11 in 30 %."""
    niks = [f"331904010190{number:03d}0" for number in range(1, ending_in_0 + 1)]
    niks += [f"331904010190000{number}" for number in range(1, others + 1)]
    report = read(_niks(*niks), given=GIVEN)
    assert [found for found in codes(report) if found.startswith("NIK_")] == ["NIK_DIBULATKAN"] * flagged


def _workbook(niks: list[object]) -> bytes:
    header = ["NIK", "Nama", "Desa", "Kecamatan", "Mulai"]
    return xlsx_of({"A": [header, *([nik, "Orang", "Wates", "Undaan", "Juli 2026"] for nik in niks)]})


def test_a_number_of_16_digits_in_a_workbook_has_lost_its_last_one() -> None:
    """Where another one ends otherwise, a program wrote them whole."""
    texts = [f"33190401019000{number}" for number in range(11, 19)]
    report = read(_workbook([3319040101900010, *texts]), given=GIVEN)
    assert [(found.code, found.row) for found in report.findings if found.code.startswith("NIK_")] == [
        ("NIK_DIBULATKAN", 2)
    ]
    assert report.totals == {"peserta_aktif": 8}
    whole = read(_workbook([3319040101900010, 3319040101900011, *texts[1:]]), given=GIVEN)
    assert (whole.outcome, whole.totals) == ("ok", {"peserta_aktif": 9})


def test_a_sheet_of_rounded_nik_among_whole_ones_is_judged_by_itself() -> None:
    header = ["NIK", "Nama", "Desa", "Kecamatan", "Mulai"]
    rows = [
        [f"331904010190{n:03d}{1 + n % 9}", "Orang", "Wates", "Undaan", "Juli 2026"] for n in range(1, 41)
    ]
    rounded = [[f"331904010191{n:03d}0", "Orang", "Wates", "Undaan", "Juli 2026"] for n in range(1, 4)]
    report = read(xlsx_of({"A": [header, *rows], "B": [header, *rounded]}), given=GIVEN)
    assert [found.row for found in report.findings if found.code == "NIK_DIBULATKAN"] == [2, 3, 4]


def test_nik_issued_elsewhere_are_counted_and_kept() -> None:
    report = read(_niks("3320040101900001", "3319040101900001", "3573040101900001"), given=GIVEN)
    found = finding(report, "NIK_TERBIT_DI_LUAR")
    assert (report.outcome, found.params["n"], report.totals) == ("ok", 2, {"peserta_aktif": 3})
    assert "2 dari 3 NIK diterbitkan di luar Kudus" in found.message("id")
    assert "2 of 3 NIK were issued outside Kudus" in found.message("en")


def test_a_row_without_nik_never_takes_the_number_above() -> None:
    niks = ["3319040101900001", "", "3319040101900003", ""]
    report = read(_niks(*niks), given=GIVEN)
    assert [found.row for found in report.findings if found.code == "NIK_TIDAK_16_ANGKA"] == [3, 5]
    assert report.totals == {"peserta_aktif": 2}


def test_the_name_of_a_person_goes_no_further_than_the_cells() -> None:
    assert "nama" not in read(csv_of([HEADER, *PEOPLE]), given=GIVEN).rows.columns


@pytest.mark.parametrize("column", [0, 1, 2, 3])
@pytest.mark.parametrize("heading", ["Kelompok Ojek Maju", "Non Aktif", "Bukan Siapa-siapa"])
def test_a_heading_of_a_list_that_cannot_be_read_has_to_be_answered_and_is_never_quoted(
    heading: str, column: int
) -> None:
    row = ["", "", "", "", "", "", ""]
    row[column] = heading
    content = csv_of([HEADER, *PEOPLE[:2], row, PEOPLE[2]])
    report = read(content, given=GIVEN)
    found = finding(report, "JUDUL_BAGIAN_TIDAK_TERBACA")
    assert (report.outcome, found.row, found.value) == ("problems", 4, None)
    assert heading not in repr(report.findings)
    assert read(content, given=GIVEN, accepted=["JUDUL_BAGIAN_TIDAK_TERBACA"]).totals == {"peserta_aktif": 6}


@pytest.mark.parametrize("text", ["Halaman 2", "Catatan: dicetak dua kali", "Jumlah", "Daftar penerima"])
def test_a_page_note_sum_or_title_between_persons_is_no_question(text: str) -> None:
    title, row = ["Daftar penerima", *[""] * 6], [text, *[""] * 6]
    report = read(csv_of([title, HEADER, *PEOPLE[:2], row, PEOPLE[2]]), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 6})


def test_words_in_the_column_of_nik_beneath_the_last_person_are_a_signature() -> None:
    report = read(csv_of([HEADER, *PEOPLE, ["", "Kudus dan sekitarnya", *[""] * 5]]), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 6})


def _covered(*until: str) -> IntakeReport:
    rows = [
        [n, f"3319030101800{n:03d}", "Orang", "Ploso", "Jati", "2026-01", end]
        for n, end in enumerate(until, 1)
    ]
    return read(csv_of([HEADER, *rows]), given=GIVEN)


def test_persons_without_the_last_month_that_others_have_are_told() -> None:
    report = _covered("2026-03", "", "2026-02", "-")
    told = finding(report, "BULAN_AKHIR_KOSONG")
    assert (told.params["n"], told.params["of"], report.outcome) == (2, 4, "ok")
    assert "(baris 3, 5)" in told.message("id")


@pytest.mark.parametrize("until", [("2026-03", "2026-01"), ("", "")])
def test_a_list_in_which_all_or_none_say_their_last_month_needs_no_question(until: tuple[str, str]) -> None:
    report = _covered(*until)
    assert (report.outcome, "BULAN_AKHIR_KOSONG" in codes(report)) == ("ok", False), codes(report)
