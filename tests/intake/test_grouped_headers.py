"""Headers with parts beneath a group, with units, or with a label in the same text: none of them loses anybody."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, Rows, codes, csv_of, finding, read, values, xlsx_of

GROUP = {"S": [(0, 2, 0, 4)]}


def test_of_the_parts_of_a_group_the_sum_is_taken_and_without_one_the_rest_is_told() -> None:
    for parts in (["L", "P", "L+P"], ["Lama", "Baru", "Jumlah"]):
        rows = [["No", "Kecamatan", "Peserta Aktif", "", ""], ["", "", *parts], [1, "Jati", 10, 20, 30]]
        report = read(xlsx_of({"S": [*rows, [2, "Bae", 5, 6, 11]]}, merged=GROUP), given=GIVEN)
        assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 41})
    rows = [["No", "Kecamatan", "Peserta Aktif", ""], ["", "", "Lama", "Baru"], [1, "Jati", 10, 20]]
    report = read(xlsx_of({"S": rows}, merged={"S": [(0, 2, 0, 3)]}), given=GIVEN)
    found = finding(report, "KOLOM_SEKELOMPOK")
    assert (found.severity, found.column) == ("warning", "Peserta Aktif / Baru")
    assert found.params["other"] == "Peserta Aktif / Lama"


def test_a_row_of_units_belongs_to_the_header_and_multiplies_only_when_agreed() -> None:
    rows = [["No", "Kecamatan", "Realisasi Iuran"], ["", "", "(juta Rp)"], [1, "Jati", 2], [2, "Bae", 3]]
    report = read(xlsx_of({"S": rows}), given=GIVEN)
    found = finding(report, "SATUAN_RIBUAN")
    assert (len(report.rows), found.column, found.proposal) == (0, "Realisasi Iuran (juta Rp)", "× 1.000.000")
    assert read(xlsx_of({"S": rows}), given=GIVEN, accepted=["SATUAN_RIBUAN"]).totals == {"nilai": 5_000_000}


def test_a_header_may_hold_its_name_and_its_month_or_year() -> None:
    given = {"versi": "murni", "segmen": "RENTAN", "sumber_dana": "DBHCHT"}
    report = read(xlsx_of({"S": [["Kecamatan", "Pagu 2025", "Pagu 2026"], ["Jati", 100, 120]]}), given=given)
    assert (report.outcome, values(report, "tahun", "pagu")) == ("ok", [(2025, 100), (2026, 120)])
    rows = [["Kecamatan", "Peserta Aktif Agustus 2026", "Peserta Aktif September 2026"], ["Jati", 50, 30]]
    report = read(
        xlsx_of({"S": rows}), given={key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    )
    assert values(report, "periode", "peserta_aktif") == [("2026-08", 50), ("2026-09", 30)]


def test_a_number_merged_over_two_villages_is_told() -> None:
    rows = [["Kecamatan", "Desa", "Peserta Aktif"], ["Jati", "Ploso", 30], ["Jati", "Megawon", ""]]
    report = read(xlsx_of({"S": rows}, merged={"S": [(1, 2, 2, 2)]}), given=GIVEN)
    found = finding(report, "ANGKA_TERGABUNG")
    assert (found.row, found.params["last"], report.outcome) == (2, 3, "problems")
    assert "ANGKA_TERGABUNG" not in codes(read(xlsx_of({"S": rows}), given=GIVEN))


def test_payments_added_up_until_a_month_are_not_taken_for_those_of_the_month_without_a_word() -> None:
    parts = ["s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini"]
    rows = [["No", "Kecamatan", "Realisasi Iuran", "", ""], ["", "", *parts], [1, "Jati", 100, 50, 150]]
    report = read(xlsx_of({"S": rows}, merged=GROUP), kind="iuran", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"nilai": 50})
    rows = [["REALISASI IURAN S.D. SEPTEMBER 2026"], ["Kecamatan", "Realisasi Iuran"], ["Jati", 100]]
    report = read(xlsx_of({"S": rows}), given=GIVEN)
    assert (finding(report, "IURAN_KUMULATIF").severity, report.outcome) == ("warning", "problems")
    assert read(xlsx_of({"S": rows}), given={**GIVEN, "bulan_dibayar": "9"}).outcome == "ok"
    people = [["PESERTA AKTIF S.D. SEPTEMBER 2026"], ["Kecamatan", "Peserta Aktif"], ["Jati", 100]]
    assert read(xlsx_of({"S": people}), given=GIVEN).outcome == "ok"


@pytest.mark.parametrize("months", [["Bulan Lalu", "Bulan Ini"], ["Bulan Ini", "Bulan Sebelumnya"]])
def test_beside_the_month_before_this_month_is_proposed_wherever_it_stands(months: list[str]) -> None:
    rows = [["No", "Kecamatan", "Peserta Aktif", ""], ["", "", *months], [1, "Jati", 10, 20]]
    report = read(xlsx_of({"S": rows}, merged={"S": [(0, 2, 0, 3)]}), kind="kepesertaan", given=GIVEN)
    assert report.totals == {"peserta_aktif": rows[2][2 + months.index("Bulan Ini")]}
    assert finding(report, "KOLOM_SEKELOMPOK").params["other"] == "Peserta Aktif / Bulan Ini"


UNTIL = ["Peserta s.d. Bulan Lalu", "Peserta Bulan Ini", "Peserta s.d. Bulan Ini"]


@pytest.mark.parametrize(
    "head",
    [
        [["No", "Kecamatan", *UNTIL]],
        [
            ["No", "Kecamatan", "Peserta Aktif", "", ""],
            ["", "", "s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini"],
        ],
        [["No", "Kecamatan", "Peserta Bulan Lalu", *UNTIL[1:]]],
    ],
)
def test_participants_until_this_month_are_taken_where_those_of_the_month_are_additions(head: Rows) -> None:
    rows = [*head, [1, "Jati", "1.000", 3, "1.003"], [2, "Bae", 50, "-", 50], ["", "Jumlah", 1050, 3, 1053]]
    merged = GROUP if len(head) > 1 else None
    report = read(xlsx_of({"S": rows}, merged=merged), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 1053}), codes(report)


@pytest.mark.parametrize("heads", [UNTIL, UNTIL[1:]])
def test_participants_of_this_month_beside_those_until_a_month_are_asked_about(heads: list[str]) -> None:
    numbers = dict(zip(UNTIL, (100, 3, 104), strict=True))
    rows = [["Kecamatan", *heads], ["Jati", *(numbers[head] for head in heads)]]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    found = finding(report, "KOLOM_SAMPAI_BULAN")
    assert (report.outcome, found.severity, found.params["other"]) == ("problems", "warning", UNTIL[1])


@pytest.mark.parametrize("group", ["", "Jumlah", "Segmen", "Kepesertaan"])
@pytest.mark.parametrize("is_merged", [True, False])
def test_an_area_in_one_row_and_two_segments_in_the_other_are_a_header_together(
    group: str, *, is_merged: bool
) -> None:
    titles = [["REKAP PESERTA AKTIF", "", ""]]
    rows = [*titles, ["Kecamatan", group, ""], ["", "PU", "BPU"], ["Jati", 30, 31], ["Undaan", 40, 41]]
    merged = {"S": [(0, 0, 0, 2), (1, 0, 2, 0), *([(1, 1, 1, 2)] if group else [])]} if is_merged else {}
    given = {name: text for name, text in GIVEN.items() if name != "segmen"}
    report = read(xlsx_of({"S": rows}, merged=merged), given=given, kind="kepesertaan")
    assert sorted(values(report, "segmen", "peserta_aktif")) == [
        ("BPU", 31),
        ("BPU", 41),
        ("PU", 30),
        ("PU", 40),
    ]
    assert report.outcome == "ok"


@pytest.mark.parametrize("units", [("Org", "Rp"), ("Jiwa", "Rp"), ("Orang", "Rupiah")])
@pytest.mark.parametrize("kind", ["iuran", "kepesertaan"])
def test_units_beneath_merged_months_tell_people_and_rupiah_apart(kind: str, units: tuple[str, str]) -> None:
    rows = [
        ["Kecamatan", "Januari", "", "Februari", ""],
        ["", *units, *units],
        ["Jati", 100, 1680000, 110, 1848000],
        ["Bae", 50, 840000, 50, 840000],
    ]
    merged = {"S": [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)]}
    given = {**GIVEN, "tahun": "2026"}
    del given["periode"]
    report = read(xlsx_of({"S": rows}, merged=merged), kind=kind, given=given)
    people, money = ("peserta_dibayar", {"nilai": 5208000}) if kind == "iuran" else ("peserta_aktif", {})
    assert (report.outcome, report.totals) == ("ok", {**money, people: 310})


def test_a_bare_rp_among_figures_is_a_row_of_data() -> None:
    rows = [
        ["Kecamatan", "Januari", "", "Februari", ""],
        ["Jati", 10, "Rp", 20, "Rp"],
        ["Bae", 5, "-", 6, "-"],
    ]
    merged = {"S": [(0, 1, 0, 2), (0, 3, 0, 4)]}
    given = {**GIVEN, "tahun": "2026"}
    del given["periode"]
    report = read(xlsx_of({"S": rows}, merged=merged), kind="kepesertaan", given=given)
    assert set(report.rows["kode_wilayah"]) == {"33.19.03", "33.19.07"}


def test_two_columns_of_one_month_are_told_by_its_name() -> None:
    rows = [["Kecamatan", "Januari", "Januari"], ["Jati", 10, 20], ["Bae", 5, 6]]
    given = {**GIVEN, "tahun": "2026"}
    del given["periode"]
    found = finding(read(csv_of(rows), kind="kepesertaan", given=given), "KOLOM_DIJUMLAHKAN_RAGU")
    assert found.value == "Januari"
