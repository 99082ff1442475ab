"""Lists by name become counts; the people themselves go nowhere."""

from __future__ import annotations

from tests.intake.sheets import codes, csv_of, finding, read, values

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
    assert (report.outcome, dict(found.params), found.value) == ("problems", {"n": 1, "months": 4}, None)
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
