"""Columns that are told by those beside them: the end of a movement, the stock, the month's payments, men and women."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, KECAMATAN, Rows, codes, finding, read, xlsx_of

MOVED = [["Jati", 100, 7, 3, 104], ["Bae", 50, 0, 5, 45], ["Dawe", 60, 1, 1, 60], ["Jumlah", 210, 8, 9, 209]]
AREAS = ["33.19.03", "33.19.07", "33.19.09"]


def _read(rows: Rows, kind: str | None = "kepesertaan", **options: object):
    return read(xlsx_of({"S": rows}), kind=kind, given=GIVEN, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "heads",
    [
        ["Peserta Awal", "Masuk", "Keluar", "Akhir"],
        ["Awal", "Tambah", "Kurang", "Akhir"],
        ["Saldo Awal", "Penambahan", "Pengurangan", "Saldo Akhir"],
        ["Peserta Bulan Lalu", "Peserta Baru", "Peserta Keluar", "Peserta Bulan Ini"],
    ],
)
def test_of_a_movement_that_adds_up_the_end_is_the_stock(heads: list[str]) -> None:
    report = _read([["Kecamatan", *heads], *MOVED])
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 209}), codes(report)
    assert finding(report, "KOLOM_AKHIR_DIAMBIL").column == heads[3]


def test_the_movement_may_stand_under_the_name_of_the_people() -> None:
    rows = [["Kecamatan", "Peserta Aktif", "", "", ""], ["", "Awal", "Masuk", "Keluar", "Akhir"], *MOVED]
    report = read(xlsx_of({"S": rows}, merged={"S": [(0, 1, 0, 4)]}), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 209}), codes(report)


@pytest.mark.parametrize("heading", ["Penduduk", "Kartu", "Penduduk September 2026", "Perusahaan"])
def test_a_movement_under_a_heading_of_anything_but_people_is_not_taken(heading: str) -> None:
    given = {name: text for name, text in GIVEN.items() if name != "sumber_dana" or heading != "Perusahaan"}
    title = ["Peserta Aktif BPJS Ketenagakerjaan September 2026"]
    rows = [title, ["Kecamatan", heading, "", "", ""], ["", "Awal", "Masuk", "Keluar", "Akhir"], *MOVED]
    report = read(xlsx_of({"S": rows}, merged={"S": [(1, 1, 1, 4)]}), given=given)
    assert "KOLOM_AKHIR_DIAMBIL" not in codes(report)
    assert (report.outcome, len(report.rows)) == ("refused", 0)


@pytest.mark.parametrize("firms", ["Perusahaan", "Jumlah Badan Usaha"])
def test_of_firms_beside_workers_the_end_of_the_workers_is_taken(firms: str) -> None:
    rows = [
        ["Kecamatan", firms, "", "", "", "Tenaga Kerja", "", "", ""],
        ["", *["Awal", "Masuk", "Keluar", "Akhir"] * 2],
        *([row[0], 10, 2, 1, 11, *row[1:]] for row in MOVED[:3]),
    ]
    content = xlsx_of({"S": rows}, merged={"S": [(0, 1, 0, 4), (0, 5, 0, 8)]})
    report = read(content, kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 209}), codes(report)
    assert finding(report, "KOLOM_AKHIR_DIAMBIL").column == "Tenaga Kerja / Akhir"


def test_nothing_is_said_of_the_end_of_a_movement_where_named_people_are_taken() -> None:
    rows = [["Kecamatan", "Peserta Aktif", "Awal", "Masuk", "Keluar", "Akhir"]]
    report = _read([*rows, *([row[0], 500, *row[1:]] for row in MOVED[:3])])
    assert report.totals == {"peserta_aktif": 1500}
    assert "KOLOM_AKHIR_DIAMBIL" not in codes(report)


def test_rows_that_do_not_add_up_are_asked_about_together_and_the_others_are_read() -> None:
    rows = [["Kecamatan", "Peserta Awal", "Masuk", "Keluar", "Akhir"], *MOVED[:2], ["Dawe", 60, 1, 1, 70]]
    rows += [["Gebog", 10, 0, 0, 10], ["Undaan", 10, 0, 0, 12]]
    report = _read(rows)
    found = finding(report, "MUTASI_TIDAK_COCOK")
    assert (report.outcome, found.params["n"], found.params["rows"]) == ("problems", 2, "4, 6")
    assert codes(report).count("MUTASI_TIDAK_COCOK") == 1


def test_columns_that_do_not_add_up_are_no_movement() -> None:
    rows = [
        ["Kecamatan", "Peserta Awal", "Masuk", "Keluar", "Akhir"],
        *([row[0], 100, 7, 3, 12] for row in MOVED),
    ]
    assert _read(rows).outcome == "refused"


@pytest.mark.parametrize("upper", ["", "Peserta Aktif"])
def test_of_three_columns_that_add_up_the_stock_is_taken_even_under_bare_heads(upper: str) -> None:
    head = ["Kecamatan", "s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini"]
    above = [["Kecamatan", upper, "", ""]] if upper else []
    rows = [*above, head, ["Jati", 100, 5, 105], ["Bae", 50, 2, 52]]
    report = read(
        xlsx_of({"S": rows}, merged={"S": [(0, 1, 0, 3)]} if upper else {}), kind="kepesertaan", given=GIVEN
    )
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 157}), codes(report)


def test_newcomers_beside_those_until_last_month_are_added_once_somebody_agrees() -> None:
    rows = [["Kecamatan", "s.d. Bulan Lalu", "Bulan Ini"], ["Jati", 100, 5], ["Bae", 50, 2]]
    asking = _read(rows)
    assert (asking.outcome, codes(asking)) == ("problems", ["TAMBAHAN_BULAN_INI"])
    agreed = _read(rows, accepted=["TAMBAHAN_BULAN_INI"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 157})


@pytest.mark.parametrize(
    "heads", [["s.d. Bulan Lalu", "Bulan Ini"], ["s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini"]]
)
def test_of_payments_the_month_is_taken_beside_what_is_added_up_over_months(heads: list[str]) -> None:
    rows = [["Kecamatan", *heads], ["Jati", 800_000, 100_000, 900_000], ["Bae", 400_000, 50_000, 450_000]]
    report = _read([row[: len(heads) + 1] for row in rows], kind="iuran")
    assert (report.outcome, report.totals["nilai"]) == ("ok", 150_000), codes(report)


def test_under_a_heading_that_is_itself_the_payments_the_month_is_taken_too() -> None:
    rows = [
        ["No", "Kecamatan", "Pagu", "Realisasi", "", ""],
        ["", "", "", "s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini"],
    ]
    rows += [
        [1, "Jati", 12_000_000, 800_000, 100_000, 900_000],
        [2, "Bae", 6_000_000, 400_000, 50_000, 450_000],
    ]
    report = read(xlsx_of({"S": rows}, merged={"S": [(0, 3, 0, 5)]}), kind="iuran", given=GIVEN)
    assert (report.outcome, report.totals["nilai"]) == ("ok", 150_000), codes(report)


@pytest.mark.parametrize(("kind", "unit"), [("kepesertaan", 1), ("iuran", 16_800)])
def test_last_month_beside_this_one_asks_nothing(kind: str, unit: int) -> None:
    name = "Peserta Aktif" if kind == "kepesertaan" else "Realisasi Iuran"
    rows = [
        ["Kecamatan", name, ""],
        ["", "Bulan Lalu", "Bulan Ini"],
        ["Jati", 100 * unit, 105 * unit],
        ["Bae", 50 * unit, 48 * unit],
    ]
    report = read(xlsx_of({"S": rows}, merged={"S": [(0, 1, 0, 2)]}), kind=kind, given=GIVEN)
    assert (report.outcome, next(iter(report.totals.values()))) == ("ok", 153 * unit), codes(report)


def test_a_month_far_below_the_last_one_stays_a_question() -> None:
    rows = [
        ["Kecamatan", "Peserta Aktif", ""],
        ["", "Bulan Lalu", "Bulan Ini"],
        ["Jati", 100, 5],
        ["Bae", 50, 2],
    ]
    report = read(xlsx_of({"S": rows}, merged={"S": [(0, 1, 0, 2)]}), given=GIVEN)
    assert "KOLOM_SEKELOMPOK" in codes(report)


def test_beside_people_until_this_month_those_of_the_month_alone_are_not_taken() -> None:
    rows = [["Kecamatan", "Peserta Aktif", ""], ["", "Bulan Ini", "s.d. Bulan Ini"]]
    rows += [["Jati", 5, 205], ["Bae", 6, 207]]
    report = read(xlsx_of({"S": rows}, merged={"S": [(0, 1, 0, 2)]}), given=GIVEN)
    assert report.totals == {"peserta_aktif": 412}
    assert finding(report, "KOLOM_SEKELOMPOK").column == "Peserta Aktif / Bulan Ini"


def test_headers_that_say_participants_tell_what_the_data_are() -> None:
    rows = [["Kecamatan", "Peserta s.d. Bulan Lalu", "Peserta Bulan Ini"], ["Jati", 100, 5], ["Bae", 50, 2]]
    report = _read(rows, kind=None)
    assert (report.kind, codes(report)[0]) == ("kepesertaan", "TAMBAHAN_BULAN_INI")


@pytest.mark.parametrize("pair", [("L", "P"), ("Laki-laki", "Perempuan"), ("Pria", "Wanita")])
@pytest.mark.parametrize("upper", ["", "Peserta Aktif"])
def test_men_and_women_are_added_where_nothing_sums_them(pair: tuple[str, str], upper: str) -> None:
    rows = [["Kecamatan", *pair], *([name, 10, 5] for name in KECAMATAN)]
    rows = [["Kecamatan", upper, ""], *rows] if upper else rows
    content = xlsx_of({"S": rows}, merged={"S": [(0, 1, 0, 2)]} if upper else {})
    report = read(content, kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 135}), codes(report)
    assert "KOLOM_KELAMIN_DIJUMLAHKAN" in codes(report)


@pytest.mark.parametrize(
    "heads",
    [
        (["Jumlah Penduduk", ""], ["L", "P"], []),
        (["", ""], ["L", "P"], ["Jumlah KK"]),
    ],
)
def test_men_and_women_of_other_numbers_are_not_taken_for_participants(heads: tuple[list[str], ...]) -> None:
    upper, lower, more = heads
    rows = [
        ["Kecamatan", *upper, *more],
        ["", *lower, *([""] * len(more))],
        ["Jati", 10, 5, 9],
        ["Bae", 8, 7, 9],
    ]
    rows = [row[: 3 + len(more)] for row in rows]
    report = read(
        xlsx_of({"S": rows if upper[0] else [[*rows[0][:1], *lower, *more], *rows[2:]]}),
        kind="kepesertaan",
        given=GIVEN,
    )
    assert len(report.rows) == 0, codes(report)


@pytest.mark.parametrize("title", ["LAPORAN PESERTA DAN REALISASI IURAN", "LAPORAN BULANAN", "PESERTA AKTIF"])
def test_bare_heads_of_months_tell_no_kind_of_data_whatever_the_title_says(title: str) -> None:
    head = ["Kecamatan", "s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini"]
    rows = [[title], head, ["Jati", 100, 5, 105], ["Bae", 50, 2, 52]]
    assert _read(rows, kind=None).outcome == "refused"


@pytest.mark.parametrize(
    ("title", "kind"), [("MUTASI PESERTA AKTIF", "kepesertaan"), ("MUTASI PESERTA DAN IURAN", None)]
)
def test_a_movement_under_bare_heads_is_one_of_participants_where_the_title_speaks_of_them_alone(
    title: str, kind: str | None
) -> None:
    report = _read(
        [[title], ["No", "Kecamatan", "Awal", "Masuk", "Keluar", "Akhir"], *([1, *row] for row in MOVED[:3])],
        kind=None,
    )
    assert report.kind == kind, codes(report)


@pytest.mark.parametrize(("number", "outcome"), [(5, "problems"), (102, "ok")])
def test_a_month_far_below_the_people_until_the_one_before_is_asked_about(number: int, outcome: str) -> None:
    rows = [["Kecamatan", "Peserta", ""], ["", "s.d. Agustus 2026", "September 2026"], ["Jati", 100, number]]
    given = {name: text for name, text in GIVEN.items() if name != "periode"}
    report = read(xlsx_of({"S": rows}, merged={"S": [(0, 1, 0, 2)]}), kind="kepesertaan", given=given)
    assert report.outcome == outcome, codes(report)
    assert ("BULAN_MUNGKIN_TAMBAHAN" in codes(report)) == (outcome == "problems")


@pytest.mark.parametrize("heading", ["Segmen Kepesertaan", "Segmen", "Kelompok Pekerja"])
def test_the_sum_under_a_heading_of_segments_is_no_column_of_segments(heading: str) -> None:
    rows = [
        ["No", "Kecamatan", heading, "", ""],
        ["", "", "PU", "BPU", "Jumlah"],
        [1, "Jati", 30, 5, 35],
        [2, "Bae", 20, 4, 24],
    ]
    given = {name: text for name, text in GIVEN.items() if name != "segmen"}
    content = xlsx_of({"S": [["PESERTA AKTIF"], *rows]}, merged={"S": [(1, 2, 1, 4)]})
    report = read(content, given=given)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 59}), codes(report)


AGES = "KOLOM_UMUR_DIJUMLAHKAN"


@pytest.mark.parametrize("heads", [("<30", "30-50", ">50"), ("18 - 30 th", "31 - 50 th", "51 tahun ke atas")])
@pytest.mark.parametrize("upper", ["", "Peserta Aktif", "Kelompok Umur"])
def test_ages_are_added_where_nothing_sums_them_and_it_is_agreed_to(
    heads: tuple[str, ...], upper: str
) -> None:
    rows = [["Kecamatan", *heads], *([name, 10, 5, 1] for name in KECAMATAN)]
    rows = [["Kecamatan", upper, "", ""], *rows] if upper else rows
    content = xlsx_of({"S": rows}, merged={"S": [(0, 1, 0, 3)]} if upper else {})
    asking = read(content, kind="kepesertaan", given=GIVEN)
    assert (asking.outcome, codes(asking).count(AGES)) == ("problems", 1), codes(asking)
    agreed = read(content, kind="kepesertaan", given=GIVEN, accepted=[AGES])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 144}), codes(agreed)


@pytest.mark.parametrize("whole", ["Jumlah", "Peserta Aktif"])
def test_beside_a_sum_of_all_ages_none_of_them_is_taken(whole: str) -> None:
    rows = [["Kecamatan", "<30", "30-50", ">50", whole], *([name, 10, 5, 1, 16] for name in KECAMATAN)]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals, AGES in codes(report)) == ("ok", {"peserta_aktif": 144}, False)


WITHIN = "KOLOM_UMUR_DI_DALAM_LAIN"


def _ages(upper: str, heads: tuple[str, ...], *rows: tuple[int, ...]) -> bytes:
    table = [["Kecamatan", *heads], *([name, *row] for name, row in zip(("Jati", "Bae"), rows, strict=True))]
    table = [["Kecamatan", upper, *("" for _ in heads[1:])], *table] if upper else table
    return xlsx_of({"S": table}, merged={"S": [(0, 1, 0, len(heads))]} if upper else {})


@pytest.mark.parametrize("upper", ["", "Peserta Aktif", "Kelompok Umur"])
@pytest.mark.parametrize(
    ("heads", "rows", "people"),
    [
        (("18-40", "18-30", "31-40"), ((30, 10, 20), (9, 4, 5)), 39),
        (("18-30", "31-40", "18-40", ">40"), ((10, 20, 30, 7), (4, 5, 9, 1)), 47),
    ],
)
def test_columns_of_ages_that_sum_others_are_taken_once(
    upper: str, heads: tuple[str, ...], rows: tuple[tuple[int, ...], ...], people: int
) -> None:
    agreed = read(_ages(upper, heads, *rows), kind="kepesertaan", given=GIVEN, accepted=[AGES])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": people}), codes(agreed)


@pytest.mark.parametrize("upper", ["", "Peserta Aktif"])
@pytest.mark.parametrize(
    ("heads", "rows", "people"),
    [
        (("< 40", "< 60"), ((10, 20), (4, 5)), 25),
        (("< 40", "< 60", "60+"), ((10, 20, 3), (4, 5, 1)), 29),
        (("18-40", "18-30", "31-40"), ((35, 10, 20), (9, 4, 4)), 44),
    ],
)
def test_columns_of_ages_that_hold_others_are_asked_about_and_these_are_not_added(
    upper: str, heads: tuple[str, ...], rows: tuple[tuple[int, ...], ...], people: int
) -> None:
    asking = read(_ages(upper, heads, *rows), kind="kepesertaan", given=GIVEN, accepted=[AGES])
    assert (asking.outcome, WITHIN in codes(asking)) == ("problems", True), codes(asking)
    agreed = read(_ages(upper, heads, *rows), kind="kepesertaan", given=GIVEN, accepted=[AGES, WITHIN])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": people}), codes(agreed)


def test_columns_of_ages_that_have_fewer_than_those_within_them_are_not_taken_for_their_sum() -> None:
    for upper in ("", "Peserta Aktif"):
        report = read(_ages(upper, ("< 40", "< 60"), (20, 10), (4, 5)), kind="kepesertaan", given=GIVEN)
        assert report.outcome != "ok", codes(report)
        assert AGES not in codes(report)


def test_ages_that_overlap_or_leave_a_gap_are_not_added() -> None:
    for heads in (("17+", "60+", ">50"), ("18-25", "40-50", ">50")):
        rows = [["Kecamatan", *heads], *([name, 10, 5, 1] for name in KECAMATAN)]
        assert read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN).outcome == "refused"


def test_spans_of_months_and_of_days_overdue_are_no_ages() -> None:
    for heads in (("1-3", "4-6", "7-12"), ("1-10", "11-20", "21-31"), ("0-30", "31-60", "61-90", ">90")):
        rows = [["Kecamatan", *heads, "Jumlah"], *([name, *(1 for _ in heads), 4] for name in KECAMATAN)]
        report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
        assert report.outcome != "ok", heads
        assert AGES not in codes(report), heads


def test_ages_of_all_inhabitants_on_another_sheet_are_not_taken_beside_named_figures() -> None:
    people = [["Kecamatan", "Peserta Aktif"], *([name, 16] for name in KECAMATAN)]
    inhabitants = [["Kecamatan", "0-14", "15-64", "65+"], *([name, 100, 500, 60] for name in KECAMATAN)]
    report = read(xlsx_of({"Peserta": people, "Sheet2": inhabitants}), kind="kepesertaan", given=GIVEN)
    assert (report.totals, set(codes(report))) == ({"peserta_aktif": 144}, {"LEMBAR_BERANGKA_TIDAK_DIBACA"})
