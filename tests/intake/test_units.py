"""Numbers in thousands or millions are multiplied only when somebody agrees."""

from __future__ import annotations

import pytest

from jamsos_data.intake.clean.units import find_unit
from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, values, xlsx_of


@pytest.mark.parametrize(
    ("text", "factor", "counts"),
    [
        ("Realisasi iuran (dalam ribuan rupiah)", 1000, "money"), ("Peserta (ribu orang)", 1000, "people"),
        ("Pagu (Rp juta)", 10**6, "money"), ("angka dalam jutaan", 10**6, ""), ("Iuran (Rp 000)", 1000, "money"),
        ("Satuan: juta rupiah", 10**6, "money"), ("Iuran (miliar Rp)", 10**9, "money"), ("(x 1.000)", 1000, ""),
        ("Iuran (Rp 1.000,-)", 1000, "money"), ("Pagu (Rp1.000.000)", 10**6, "money"), ("(x Rp1.000)", 1000, "money"),
        ("Satuan : Rp 1.000", 1000, "money"), ("Iuran Ribu Rupiah", 1000, "money"), ("(Rp.000,-)", 1000, "money"),
    ],
)  # fmt: skip
def test_a_unit_is_found_in_its_usual_forms(text: str, factor: int, counts: str) -> None:
    unit = find_unit(text)
    assert unit is not None
    assert (unit.factor, unit.counts) == (factor, counts)


@pytest.mark.parametrize(
    "text",
    [
        *("Perlindungan 30 ribu pekerja rentan", "Peserta Aktif (orang)", "Iuran (Rp)", "2026"),
        *(
            "Iuran (Rp 16.800)",
            "Tarif 16 ribu rupiah",
            "Satuan Rp 16.800",
            "Iuran (Rp 1.000.500)",
            "Target (1.000 orang)",
        ),
        *(
            "Iuran bagi pekerja berpenghasilan di bawah satu juta rupiah",
            "Penghasilan sampai dua juta rupiah",
            "Sejumlah Rp168.000 (seratus enam puluh delapan ribu rupiah)",
            "Bantuan sebesar lima belas juta rupiah",
            "Penghasilan di bawah juta rupiah",
            "Pagu seratus juta rupiah",
        ),
    ],
)
def test_numbers_in_titles_and_plain_units_multiply_nothing(text: str) -> None:
    assert find_unit(text) is None


@pytest.mark.parametrize(
    ("rows", "kind", "total"),
    [
        ([["Iuran (dalam ribuan rupiah)", ""], ["Kecamatan", "Iuran"], ["Jati", "168"], ["Undaan", "1.680"]],
         "iuran", {"nilai": 1_848_000}),
        ([["Kecamatan", "Iuran (Rp juta)"], ["Jati", "1,5"], ["Undaan", "2"], ["Jumlah", "3,5"]],
         "iuran", {"nilai": 3_500_000}),
        ([["Kecamatan", "Peserta Aktif (ribu orang)"], ["Jati", "3"], ["Undaan", "4,25"]],
         "kepesertaan", {"peserta_aktif": 7250}),
    ],
)  # fmt: skip
def test_rows_in_a_larger_unit_wait_until_the_unit_is_accepted(
    rows: list[list[object]], kind: str, total: dict[str, int]
) -> None:
    report = read(csv_of(rows), kind=kind, given=GIVEN)
    assert (report.outcome, len(report.rows), len(report.rejected)) == ("problems", 0, 2)
    assert "×" in (finding(report, "SATUAN_RIBUAN").proposal or "")
    taken = read(csv_of(rows), kind=kind, given=GIVEN, accepted=["SATUAN_RIBUAN"])
    assert (taken.outcome, taken.totals) == ("ok", total)


def test_a_unit_of_money_leaves_people_and_months_alone() -> None:
    content = csv_of([
        ["Realisasi dalam ribuan rupiah", "", "", ""], ["Kecamatan", "Iuran", "Peserta Dibayar", "Bulan Dibayar"],
        ["Jati", 168, 10, 1],
    ])  # fmt: skip
    report = read(content, kind="iuran", given=GIVEN, accepted=["SATUAN_RIBUAN"])
    assert report.totals["nilai"] == 168_000
    assert report.totals["peserta_dibayar"] == 10
    assert codes(report).count("SATUAN_RIBUAN") == 1


def test_three_decimals_in_millions_are_decimals_where_the_column_shows_it() -> None:
    rows = [["Kecamatan", "Iuran (Juta Rp)"], ["Bae", 1.5], ["Dawe", 1.68], ["Jati", 1.125], ["Gebog", 12.375],
            ["Jumlah", 16.68]]  # fmt: skip
    report = read(xlsx_of({"S": rows}), kind="iuran", given=GIVEN, accepted=["SATUAN_RIBUAN"])
    assert (report.outcome, values(report, "nilai")) == (
        "ok", [(1_500_000,), (1_680_000,), (1_125_000,), (12_375_000,)]
    )  # fmt: skip
    assert finding(report, "TANDA_DESIMAL").params["proof"] == "1.5"
    assert "TOTAL_TIDAK_COCOK" not in codes(report)


def test_a_sum_is_read_with_the_marks_of_its_column() -> None:
    rows = [["Kecamatan", "Iuran (Juta Rp)"], ["Bae", 1.5], ["Dawe", 1.125], ["Jumlah", 2.625]]
    report = read(xlsx_of({"S": rows}), kind="iuran", given=GIVEN, accepted=["SATUAN_RIBUAN"])
    assert (report.outcome, report.totals) == ("ok", {"nilai": 2_625_000})


@pytest.mark.parametrize(
    ("unit", "meaning", "other"),
    [
        ("juta", 1_125_000, 1_125_000_000),
        ("ribu", 1_125_000, 1_125),
        ("miliar", 1_125_000_000, 1_125_000_000_000),
    ],
)
def test_thousands_or_decimals_in_a_unit_are_asked_with_both_readings(
    unit: str, meaning: int, other: int
) -> None:
    rows = [["Kecamatan", f"Iuran (Rp {unit})"], ["Bae", "1.125"], ["Dawe", "12.375"]]
    agreed = ["SATUAN_RIBUAN"]
    report = read(csv_of(rows), kind="iuran", given=GIVEN, accepted=agreed)
    found = finding(report, "ANGKA_RIBUAN_ATAU_DESIMAL")
    assert (report.outcome, found.row, found.params["other"]) == ("problems", 2, other)
    assert str(meaning) in found.message("id")
    assert str(other) in found.message("en")
    agreed.append("ANGKA_RIBUAN_ATAU_DESIMAL")
    taken = read(csv_of(rows), kind="iuran", given=GIVEN, accepted=agreed)
    assert (taken.outcome, values(taken, "nilai")[0]) == ("ok", (meaning,))


def test_typed_numbers_in_a_unit_mean_what_they_are() -> None:
    rows = [["Kecamatan", "Iuran (Juta Rp)"], ["Bae", 15], ["Dawe", 1.125]]
    report = read(xlsx_of({"S": rows}), kind="iuran", given=GIVEN, accepted=["SATUAN_RIBUAN"])
    assert (report.outcome, values(report, "nilai")) == ("ok", [(15_000_000,), (1_125_000,)])
    rows.append(["Jati", "2.125"])
    mixed = read(xlsx_of({"S": rows}), kind="iuran", given=GIVEN, accepted=["SATUAN_RIBUAN"])
    assert "ANGKA_RIBUAN_ATAU_DESIMAL" in codes(mixed)


PLAIN = [["Kecamatan", "Iuran"], ["Jati", 168], ["Undaan", 1680]]


@pytest.mark.parametrize(
    "rows",
    [
        [*PLAIN, [], ["Keterangan: angka dalam ribuan rupiah"]],
        [*PLAIN, ["Catatan : nilai dalam ribuan (Rp.000)"]],
        [*PLAIN, ["Catatan: bantuan awal (Rp 1.000.000), angka dalam ribuan rupiah"]],
        [*PLAIN, ["Satuan: Rupiah (ribuan)"]],
        [*PLAIN, ["Catatan: angka dalam (Rp 000)"]],
        [["Satuan", "Ribu Rp"], *PLAIN],
        [["Kecamatan", "Iuran", "Satuan"], ["Jati", 168, "Rp. 000"], ["Undaan", 1680, "Rp. 000"]],
        [PLAIN[0], [None, "(Rp.000,-)"], *PLAIN[1:]],
    ],
)
def test_a_unit_beneath_beside_or_in_a_column_of_its_own_is_asked_about(rows: list[list[object]]) -> None:
    content = xlsx_of({"S": rows})
    assert (read(content, kind="iuran", given=GIVEN).outcome, len(read(content, kind="iuran", given=GIVEN).rows)) == (
        "problems", 0,
    )  # fmt: skip
    assert read(content, kind="iuran", given=GIVEN, accepted=["SATUAN_RIBUAN"]).totals["nilai"] == 1_848_000


@pytest.mark.parametrize(
    "rows",
    [
        [*PLAIN, ["Keterangan: APBD menambah 5 juta rupiah"]],
        [*PLAIN, ["Catatan: dibayar dalam dua tahap, bantuan awal (Rp 1.000.000)"]],
        [["Iuran bagi pekerja berpenghasilan di bawah satu juta rupiah", ""], *PLAIN],
        [["Kecamatan", "Iuran", "Satuan"], ["Jati", 168, "Rp"], ["Undaan", 1680, "Rp"]],
    ],
)
def test_an_amount_in_words_or_in_a_note_and_a_column_of_plain_units_multiply_nothing(
    rows: list[list[object]],
) -> None:
    report = read(xlsx_of({"S": rows}), kind="iuran", given=GIVEN)
    assert (report.outcome, report.totals["nilai"]) == ("ok", 1848)
