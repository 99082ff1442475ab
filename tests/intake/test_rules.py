"""Keys, required columns and the rules of the field."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, values

HEADER = ["Bulan", "Kode", "Segmen", "Sumber Dana", "Program", "Peserta Aktif"]


def _rows(*rows: tuple[str, str, str, str, int]) -> bytes:
    return csv_of([HEADER, *(["2026-09", *row] for row in rows)])


def test_an_exact_repeat_is_taken_once() -> None:
    row = ("33.19.03", "RENTAN", "DBHCHT", "JKK+JKM", 5)
    report = read(_rows(row, row, ("33.19.04", *row[1:])))
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 10})
    assert (finding(report, "BARIS_KEMBAR").row, finding(report, "BARIS_KEMBAR").params["first"]) == (3, 2)


def test_rows_of_one_key_that_disagree_are_all_left_out() -> None:
    content = _rows(
        ("33.19.03", "RENTAN", "DBHCHT", "JKK+JKM", 5), ("33.19.03", "RENTAN", "DBHCHT", "JKK+JKM", 6),
        ("33.19.04", "RENTAN", "DBHCHT", "JKK+JKM", 7),
    )  # fmt: skip
    report = read(content)
    assert (report.totals, list(report.rejected["row"])) == ({"peserta_aktif": 7}, [2, 3])
    assert codes(report).count("KUNCI_BERTENTANGAN") == 2
    assert read(content, accepted=["KUNCI_BERTENTANGAN"]).totals == {"peserta_aktif": 13}


def test_an_urban_ward_has_no_village_budget() -> None:
    report = read(
        _rows(
            ("33.19.02.1009", "RT_RW", "ADD", "JKK+JKM", 5), ("33.19.02.2013", "RT_RW", "ADD", "JKK+JKM", 6)
        )
    )
    found = finding(report, "KELURAHAN_TANPA_APBDES")
    assert (found.row, report.totals) == (2, {"peserta_aktif": 6})


def test_dana_desa_needs_a_second_look() -> None:
    report = read(_rows(("33.19.04.2013", "RT_RW", "DANA_DESA", "JKK+JKM", 5)))
    assert (report.outcome, report.totals, "DANA_DESA" in codes(report)) == (
        "problems",
        {"peserta_aktif": 5},
        True,
    )
    assert (
        read(_rows(("33.19.04.2013", "RT_RW", "DANA_DESA", "JKK+JKM", 5)), accepted=["DANA_DESA"]).outcome
        == "ok"
    )


def test_construction_stays_at_the_regency() -> None:
    report = read(
        _rows(
            ("33.19.04", "JAKON", "PEMBERI_KERJA", "JKK+JKM", 5),
            ("33.19", "JAKON", "PEMBERI_KERJA", "JKK+JKM", 6),
        )
    )
    assert (finding(report, "JAKON_DI_BAWAH_KABUPATEN").row, report.totals) == (2, {"peserta_aktif": 6})


def test_enterprises_must_take_both_programmes() -> None:
    report = read(_rows(("33.19.04", "UMKM", "MANDIRI", "JKK", 5)))
    assert finding(report, "UMKM_SATU_PROGRAM").row == 2


def test_a_parent_beside_its_child_is_said() -> None:
    report = read(
        _rows(("33.19.04", "BPU", "MANDIRI", "JKK+JKM", 9), ("33.19.04", "RENTAN", "MANDIRI", "JKK+JKM", 5))
    )
    found = finding(report, "INDUK_DAN_ANAK")
    assert (found.value, len(report.rows)) == ("BPU", 2)
    assert "Pekerja rentan" in found.message("id")
    apart = read(
        _rows(("33.19.04", "BPU", "MANDIRI", "JKK+JKM", 9), ("33.19.05", "RENTAN", "MANDIRI", "JKK+JKM", 5))
    )
    assert "INDUK_DAN_ANAK" not in codes(apart)
    money = read(
        _rows(
            ("33.19.04", "RENTAN", "APBD_KAB", "JKK+JKM", 9), ("33.19.04", "RENTAN", "DBHCHT", "JKK+JKM", 5)
        )
    )
    assert "DBHCHT" in finding(money, "INDUK_DAN_ANAK").message("id")


_PARTS = [("PENERIMA UPAH", 300), ("PU Swasta", 200), ("BUMD", 40), ("Non ASN", 60), ("BUKAN PENERIMA UPAH", 150),
          ("Pekerja Rentan", 100), ("RT/RW", 50)]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "found"), [(450, []), (460, [460]), (900, [])], ids=["parents alone", "neither", "all rows"]
)
def test_a_printed_total_of_parents_alone_fits_beside_their_parts(printed: int, found: list[int]) -> None:
    rows = [["PESERTA AKTIF KABUPATEN KUDUS AGUSTUS 2026"], ["No", "Segmen", "Peserta Aktif"]]
    rows += [[number, name, people] for number, (name, people) in enumerate(_PARTS, start=1)]
    given = {"sumber_dana": "TIDAK_DIRINCI", "program": "JKK+JKM"}
    report = read(csv_of([*rows, ["", "TOTAL", printed]]), kind="kepesertaan", given=given)
    slips = [one.params["printed"] for one in report.findings if one.code == "TOTAL_TIDAK_COCOK"]
    assert (slips, report.totals, len(report.rows)) == (found, {"peserta_aktif": 450}, 7)
    assert report.by_kecamatan == {"33.19": 450}


def test_parts_of_another_area_are_added_to_a_parent_elsewhere() -> None:
    report = read(
        _rows(("33.19.04", "BPU", "MANDIRI", "JKK+JKM", 9), ("33.19.05", "RENTAN", "MANDIRI", "JKK+JKM", 5))
    )
    assert report.totals == {"peserta_aktif": 14}


def test_more_enterprises_registered_than_known_is_said() -> None:
    content = csv_of([["Tahun", "Kecamatan", "Usaha terdata", "Usaha terdaftar"], [2026, "Jati", 10, 12]])
    assert "TERDAFTAR_MELEBIHI_TERDATA" in codes(read(content))


def test_years_far_away_and_paid_months_before_the_month_are_errors() -> None:
    far = csv_of([HEADER, ["2062-09", "33.19.04", "RENTAN", "DBHCHT", "JKK+JKM", 5]])
    assert finding(read(far), "TAHUN_DI_LUAR_BATAS").value == "2062-09"
    paid = csv_of(
        [[*HEADER, "Lunas sampai"], ["2026-09", "33.19.04", "RENTAN", "DBHCHT", "JKK+JKM", 5, "2026-08"]]
    )
    assert finding(read(paid), "LUNAS_SEBELUM_PERIODE").row == 2


def test_a_required_column_that_nobody_gives_is_asked_for_by_name() -> None:
    content = csv_of([["Bulan", "Kecamatan", "Peserta Aktif"], ["2026-09", "Jati", 30]])
    report = read(content)
    asked = {
        str(found.params["name"]): found for found in report.findings if found.code == "KOLOM_WAJIB_TIDAK_ADA"
    }
    assert (report.outcome, set(asked), len(report.rejected)) == (
        "problems",
        {"segmen", "sumber_dana", "program"},
        1,
    )
    assert asked["segmen"].proposal == "SEMUA"
    assert "program" in asked["program"].message("id")
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    assert read(content, given=given).outcome == "ok"


def test_an_empty_required_cell_rejects_its_row_only() -> None:
    report = read(
        _rows(
            ("33.19.04", "", "DBHCHT", "JKK+JKM", 5),
            ("33.19.05", "BPD", "DBHCHT", "JKK+JKM", 6),
            ("33.19.06", "BPD", "DBHCHT", "JKK+JKM", 6),
        )
    )
    assert (finding(report, "SEL_WAJIB_KOSONG").row, report.totals) == (2, {"peserta_aktif": 12})


def test_every_rejected_row_is_kept_as_it_stood_with_its_reasons() -> None:
    report = read(
        _rows(("33.19.04", "GURU", "DBHCHT", "JKK+JKM", 5), ("33.19.05", "BPD", "DBHCHT", "JKK+JKM", 6))
    )
    row = report.rejected.iloc[0]
    assert (row["row"], row["temuan"], row["Segmen"]) == (2, "KODE_TIDAK_ADA_DI_DAFTAR", "GURU")


def test_paid_months_that_are_not_stated_count_as_one() -> None:
    content = csv_of([["Kecamatan", "Iuran (Rp)"], ["Jati", 16800]])
    assert values(read(content, given=GIVEN), "nilai", "bulan_dibayar") == [(16800, 1)]


def test_months_paid_may_be_stated_once_for_the_file() -> None:
    content = csv_of([["Kecamatan", "Iuran (Rp)"], ["Jati", 16800], ["Undaan", 33600]])
    report = read(content, given=GIVEN | {"bulan_dibayar": "7", "peserta dibayar": "5.606"})
    assert values(report, "bulan_dibayar", "peserta_dibayar") == [(7, 5606), (7, 5606)]


def test_a_required_number_that_is_missing_is_asked_for() -> None:
    report = read(csv_of([["Tahun", "Kecamatan", "Usaha terdaftar"], [2026, "Jati", 12]]))
    assert (report.outcome, finding(report, "KOLOM_WAJIB_TIDAK_ADA").params["name"]) == (
        "problems",
        "usaha_terdata",
    )
    assert (len(report.rows), len(report.rejected)) == (0, 1)


def test_enterprises_known_alone_are_not_to_be_renamed_as_registered_ones() -> None:
    report = read(csv_of([["Tahun", "Kecamatan", "Jumlah Usaha"], [2026, "Jati", 60]]), kind="umkm")
    assert (report.outcome, codes(report)) == ("refused", ["USAHA_TERDAFTAR_TIDAK_ADA"])
    assert "Jangan ganti judulnya" in report.findings[0].message("id")
