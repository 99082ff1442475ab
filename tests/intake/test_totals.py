"""The figures that people check an upload by are sums of the rows that are taken, and of nothing else."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, values, xlsx_of

TWO = {"33.19.03": 30, "33.19.04": 40}


def test_rejected_rows_and_sums_are_in_no_total() -> None:
    content = csv_of([
        ["Kecamatan", "Peserta Aktif"],
        ["Jati", 30], ["Entahlah", 7], ["Undaan", "x"], ["Bae", 40], ["", 5], ["Jumlah", 82],
    ])  # fmt: skip
    report = read(content, given=GIVEN)
    assert (
        report.totals == {"peserta_aktif": 70} == {"peserta_aktif": int(report.rows["peserta_aktif"].sum())}
    )
    assert report.by_kecamatan == {"33.19.03": 30, "33.19.07": 40}
    assert list(report.rejected["row"]) == [3, 4, 6]


def test_percentages_have_no_total() -> None:
    content = csv_of([["Tahun", "Kecamatan", "Segmen", "Target (%)"], [2026, "Jati", "BPU", "52,15"]])
    report = read(content)
    assert (report.kind, len(report.rows), report.totals, report.by_kecamatan) == ("target", 1, {}, {})


@pytest.mark.parametrize(
    "label",
    [
        *(
            "J U M L A H",
            "Keseluruhan",
            "Semua Kecamatan",
            "Se-Kabupaten Kudus",
            "JUMLAH TOTAL",
            "Semua",
            "Seluruh Desa",
        ),
        *(
            "Σ",
            "∑ Total",
            "Rekapitulasi",
            "Rekap Kabupaten",
            "Akumulasi",
            "Kumulatif",
            "Gabungan",
            "Se-Kab. Kudus",
        ),
        *(
            "Dipindahkan",
            "Pindahan",
            "Jumlah pindahan",
            "Dipindahkan ke halaman 2",
            "Grand Total",
            "Jumlah Kec. Bae",
        ),
    ],
)
def test_totals_under_any_name_are_left_out(label: str) -> None:
    report = read(
        csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Bae", 40], [label, 70]]), given=GIVEN
    )
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 70})
    assert "BARIS_TOTAL_DITINGGALKAN" in codes(report)


def test_the_name_of_the_regency_beneath_the_numbering_heads_the_total() -> None:
    rows = [["No", "Kecamatan", "Peserta Aktif"], [1, "Jati", 30], [2, "Bae", 40], ["Kab. Kudus", "", 70]]
    content = xlsx_of({"S": rows}, merged={"S": [(3, 0, 3, 1)]})
    report = read(content, given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 70})


def test_the_total_of_a_province_is_not_compared_with_the_rows_of_one_regency() -> None:
    rows = [["Kabupaten", "Peserta Aktif"], ["Kudus", 100], ["Pati", 200], ["Jepara", 300], ["Jumlah", 600]]
    report = read(csv_of(rows), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 100})
    assert finding(report, "BARIS_TOTAL_LEBIH_LUAS").row == 5


def test_a_kecamatan_row_that_sums_its_villages_is_a_subtotal() -> None:
    content = csv_of([
        ["Kecamatan/Desa", "Peserta Aktif"],
        ["Kec. Undaan", 10],
        ["Wates", 6],
        ["Wonosoco", 4],
        ["Kec. Jati", 5],
        ["Jati Wetan", 5],
    ])  # fmt: skip
    report = read(content, given=GIVEN)
    assert dict(report.by_kecamatan) == {"33.19.03": 5, "33.19.04": 10}
    assert [found.row for found in report.findings if found.code == "BARIS_TOTAL_DITINGGALKAN"] == [2, 5]


def test_a_total_row_that_does_not_add_up_is_left_out_with_both_numbers() -> None:
    content = csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40], ["JUMLAH", 75]])
    report = read(content, given=GIVEN)
    found = finding(report, "TOTAL_TIDAK_COCOK")
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 70})
    assert (found.row, found.params["printed"], found.params["summed"]) == (4, 75, 70)


def test_a_total_row_without_a_label_is_recognised_by_having_no_area() -> None:
    content = csv_of([["No", "Kecamatan", "Peserta Aktif"], [1, "Jati", 30], [2, "Undaan", 40], ["", "", 70]])
    report = read(content, given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", TWO)
    assert finding(report, "BARIS_TOTAL_DITINGGALKAN").row == 4


def test_the_regency_as_last_row_is_the_sum_when_it_equals_it() -> None:
    content = csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40], ["Kabupaten Kudus", 70]])
    report = read(content, given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", TWO)


def test_the_regency_beside_its_kecamatan_is_unmapped_when_it_is_not_their_sum() -> None:
    content = csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40], ["Kabupaten Kudus", 12]])
    report = read(content, given=GIVEN)
    assert dict(report.by_kecamatan) == {"33.19": 12, **TWO}
    assert finding(report, "BELUM_TERPETAKAN").row == 4


def test_a_total_may_stand_under_the_segment_and_a_segment_may_be_called_total() -> None:
    given = {key: GIVEN[key] for key in ("sumber_dana", "program", "periode")} | {"kode_wilayah": "33.19"}
    summed = csv_of([["Segmen", "Peserta Aktif"], ["PU", 10], ["BPU", 20], ["Jumlah", 30]])
    assert (read(summed, given=given).outcome, len(read(summed, given=given).rows)) == ("ok", 2)
    whole = csv_of([["Segmen", "Peserta Aktif"], ["Total pekerja", 30]])
    assert values(read(whole, given=given), "segmen", "peserta_aktif") == [("SEMUA", 30)]


@pytest.mark.parametrize("label", ["Semua", "Σ", "Akumulasi", "Rekapitulasi", "Pindahan", "Keseluruhan"])
def test_a_total_under_any_name_that_does_not_add_up_is_told_with_both_numbers(label: str) -> None:
    report = read(
        xlsx_of({"S": [["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Bae", 40], [label, 75]]}), given=GIVEN
    )
    found = finding(report, "TOTAL_TIDAK_COCOK")
    assert (report.outcome, found.params["printed"], found.params["summed"]) == ("problems", 75, 70)


@pytest.mark.parametrize("label", ["Pindahan dari Pati", "Rekaan", "Semuanya baru", "Gabungan RT"])
def test_words_that_only_begin_like_the_name_of_a_sum_are_no_sums(label: str) -> None:
    report = read(
        csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Bae", 40], [label, 70]]), given=GIVEN
    )
    assert finding(report, "NAMA_TIDAK_DIKENAL").value == label


def test_sums_carried_over_pages_run_on_and_break_no_block() -> None:
    rows = [["No", "Kecamatan", "Desa", "Peserta Aktif"], [1, "Bae", "Bacin", 20], [2, "Bae", "Panjang", 30]]
    rows += [["", "", "Dipindahkan", 50], ["", "", "Pindahan", 50], [3, "Bae", "Peganjaran", 5]]
    rows += [["", "Jumlah Bae", "", 55], [4, "Jati", "Ploso", 5], ["", "", "Jumlah dipindahkan", 60]]
    rows += [["", "", "Pindahan dari halaman 2", 60], [5, "Jati", "Megawon", 7], ["", "Jumlah Jati", "", 12]]
    report = read(xlsx_of({"S": [*rows, ["", "Jumlah", "", 67]]}), given=GIVEN)
    assert (report.outcome, report.by_kecamatan) == ("ok", {"33.19.07": 55, "33.19.03": 12})
    assert codes(report).count("BARIS_TOTAL_DITINGGALKAN") == 7
    rows[8][3] = 61
    report = read(xlsx_of({"S": rows}), given=GIVEN)
    found = finding(report, "TOTAL_TIDAK_COCOK")
    assert (found.row, found.params["printed"], found.params["summed"]) == (9, 61, 60)


def test_a_total_of_one_segment_is_compared_with_the_rows_of_that_segment() -> None:
    rows = [["Kecamatan", "Segmen", "Peserta Aktif"], ["Jati", "RENTAN", 30], ["Jati", "BPD", 3]]
    rows += [["Undaan", "RENTAN", 40], ["Undaan", "BPD", 4], ["Jumlah", "RENTAN", 70], ["Jumlah", "BPD", 8]]
    given = {key: text for key, text in GIVEN.items() if key != "segmen"}
    report = read(csv_of(rows), given=given)
    found = finding(report, "TOTAL_TIDAK_COCOK")
    assert (found.row, found.params["printed"], found.params["summed"]) == (7, 8, 7)
    assert codes(report).count("BARIS_TOTAL_DITINGGALKAN") == 1


@pytest.mark.parametrize("words", ["Jumlah", "Jumlah Kec.", "Total Kecamatan"])
def test_sums_gathered_at_the_foot_are_compared_with_the_rows_of_the_area_that_they_name(words: str) -> None:
    rows = [["Kecamatan", "Desa", "Peserta Aktif"], ["Bae", "Bacin", 20], ["Bae", "Gondangmanis", 30],
            ["Jati", "Jati Kulon", 5], ["Jati", "Loram Kulon", 6]]  # fmt: skip
    for bae, wrong in ((50, []), (51, [(6, 51, 50)])):
        foot = [["", f"{words} Bae", bae], ["", f"{words} Jati", 11], ["", "Jumlah total", 61]]
        report = read(xlsx_of({"S": [*rows, *foot]}), given=GIVEN, kind="kepesertaan")
        told = [found for found in report.findings if found.code == "TOTAL_TIDAK_COCOK"]
        assert [(f.row, f.params["printed"], f.params["summed"]) for f in told] == wrong
        assert report.totals == {"peserta_aktif": 61}


def test_a_sum_right_beneath_the_rows_of_its_area_is_compared_with_these() -> None:
    rows = [["Segmen", "Desa", "Kecamatan", "Peserta Aktif"],
            ["PU", "Bacin", "Bae", 20], ["PU", "Peganjaran", "Bae", 30],
            ["", "Jumlah Bae", "", 50], ["BPU", "Bacin", "Bae", 1], ["BPU", "Peganjaran", "Bae", 2],
            ["", "Jumlah Bae", "", 4]]  # fmt: skip
    given = {name: text for name, text in GIVEN.items() if name != "segmen"}
    told = finding(read(xlsx_of({"S": rows}), given=given, kind="kepesertaan"), "TOTAL_TIDAK_COCOK")
    assert (told.row, told.params["printed"], told.params["summed"]) == (7, 4, 3)


@pytest.mark.parametrize("label", ["Sub Jml", "Subjumlah", "SUB JUMLAH I", "Sub Total"])
def test_subtotals_under_any_name_are_left_out(label: str) -> None:
    rows = [["Kecamatan", "Desa", "Peserta Aktif"], ["Jati", "Ploso", 10], ["Jati", "Megawon", 20], [label, "", 30],
            ["Undaan", "Wates", 7], ["Undaan", "Kutuk", 8], [label, "", 15], ["Jumlah", "", 45]]  # fmt: skip
    report = read(csv_of(rows), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 45}), codes(report)
