"""An area beside its own parts: their total, or people without a part; never both without a word."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read

HEADER = ["Kecamatan", "Desa", "Peserta Aktif"]


def _by_name(dawe: int) -> bytes:
    return csv_of([HEADER, ["Dawe", "", dawe], ["Dawe", "Cendono", 60], ["Dawe", "Cranggang", 40]])


def _by_code(regency: int) -> bytes:
    rows: list[list[object]] = [["Kode", "Peserta Aktif"], ["33.19", regency], ["33.19.03", 100]]
    return csv_of([*rows, ["33.19.04", 120], ["33.19.05", 80]])


@pytest.mark.parametrize(("content", "people"), [(_by_name(100), 100), (_by_code(300), 300)])
def test_an_area_that_equals_its_parts_is_their_total(content: bytes, people: int) -> None:
    report = read(content, given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": people})
    assert finding(report, "BARIS_TOTAL_DITINGGALKAN").row == 2


@pytest.mark.parametrize(
    ("content", "name", "printed", "summed"),
    [(_by_name(101), "Dawe", 101, 100), (_by_code(301), "Kudus", 301, 300)],
)
def test_a_total_off_by_one_is_left_out_and_must_be_acknowledged(
    content: bytes, name: str, printed: int, summed: int
) -> None:
    report = read(content, given=GIVEN)
    found = finding(report, "INDUK_WILAYAH_TIDAK_COCOK")
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": summed})
    assert (found.row, found.params["printed"], found.params["summed"]) == (2, printed, summed)
    assert f"{name} {printed}, jumlah rinciannya {summed}" in found.message("id")
    assert read(content, given=GIVEN, accepted=["INDUK_WILAYAH_TIDAK_COCOK"]).outcome == "ok"


@pytest.mark.parametrize(("content", "people"), [(_by_name(12), 112), (_by_code(12), 312)])
def test_people_without_a_part_are_added_once_that_is_acknowledged(content: bytes, people: int) -> None:
    report = read(content, given=GIVEN)
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": people})
    assert finding(report, "BELUM_TERPETAKAN").params["printed"] == 12
    assert read(content, given=GIVEN, accepted=["BELUM_TERPETAKAN"]).outcome == "ok"


def test_an_area_beside_a_single_part_must_be_acknowledged_even_when_equal() -> None:
    content = csv_of([HEADER, ["Dawe", "", 60], ["Dawe", "Cendono", 60]])
    report = read(content, given=GIVEN)
    assert (report.outcome, finding(report, "BELUM_TERPETAKAN").row) == ("problems", 2)


def test_a_wrong_total_of_one_month_does_not_save_the_right_total_of_another() -> None:
    header = ["Bulan", "Kecamatan", "Peserta Aktif"]
    rows = [["2026-08", "Jati", 30], ["2026-08", "Undaan", 40], ["2026-08", "Kabupaten Kudus", 70]]
    rows += [["2026-09", "Jati", 30], ["2026-09", "Undaan", 41], ["2026-09", "Kabupaten Kudus", 70]]
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    report = read(csv_of([header, *rows]), given=given)
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 141})


def test_areas_in_different_cells_are_no_parts_of_each_other() -> None:
    content = csv_of([["Kecamatan", "Desa", "Segmen", "Peserta Aktif"], ["Dawe", "", "RENTAN", 60],
                      ["Dawe", "Cendono", "RT_RW", 60]])  # fmt: skip
    given = {key: GIVEN[key] for key in ("periode", "sumber_dana", "program")}
    assert codes(read(content, given=given)).count("BELUM_TERPETAKAN") == 0


def test_potensi_of_the_regency_contains_its_kecamatan_and_both_stay() -> None:
    content = csv_of([["Kecamatan", "Potensi"], ["Jati", 30], ["Undaan", 40], ["Kabupaten Kudus", 75]])
    report = read(content, given={"tahun": "2025", "segmen": "SEMUA", "basis": "potensi BPJS/Bappenas"})
    assert (report.outcome, len(report.rows)) == ("ok", 3)
    assert finding(report, "POTENSI_INDUK_BERBEDA").params["summed"] == 70


def test_a_heading_with_a_sum_is_the_kecamatan_above_its_villages_and_its_difference_is_told() -> None:
    """Kaliwungu is a kecamatan and a village in it; the heading above three villages misses their sum by far."""
    rows = [["No", "Desa", "Peserta Aktif"], ["I", "KALIWUNGU", 91], [1, "Prambatan Kidul", 10]]
    rows += [[2, "Kaliwungu", 25], [3, "Mijen", 15], ["II", "JATI", 50], [1, "Ploso", 20], [2, "Megawon", 30]]
    report = read(csv_of(rows), given=GIVEN)
    assert dict(report.by_kecamatan) == {"33.19.01": 50, "33.19.03": 50}
    found = finding(report, "INDUK_WILAYAH_TIDAK_COCOK")
    assert (found.row, found.params["printed"], found.params["summed"]) == (2, 91, 50)
    assert finding(report, "BARIS_TOTAL_DITINGGALKAN").row == 6
    slip = csv_of([[str(text).replace("JATI", "Kec. Jatti") for text in row] for row in rows])
    found = finding(read(slip, given=GIVEN), "NAMA_TIDAK_DIKENAL")
    assert (found.row, found.column, found.proposal) == (6, "Desa", "Jati (33.19.03)")


def test_a_list_of_villages_without_headings_stays_one_although_villages_bear_names_of_kecamatan() -> None:
    rows = [["Desa", "Segmen", "Peserta Aktif"], ["Bacin", "BPD", 1], ["Bae", "BPD", 2], ["Bae", "RT/RW", 3]]
    given = {key: text for key, text in GIVEN.items() if key != "segmen"}
    report = read(
        csv_of([*rows, ["Gondangmanis", "BPD", 4], ["Mejobo", "BPD", 5], ["Jepang", "BPD", 6]]), given=given
    )
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 21})
    assert set(report.rows["kode_wilayah"].str.count(r"\.")) == {3}


@pytest.mark.parametrize(
    "order", [(0, 1, 2, 3, 4, 5), (1, 2, 0, 4, 5, 3)], ids=["total above", "total below"]
)
@pytest.mark.parametrize("columns", [slice(0, 3), slice(1, 3)], ids=["two columns of areas", "one"])
def test_a_total_that_holds_a_village_nobody_knows_is_never_added_to_the_others(
    order: tuple[int, ...], columns: slice
) -> None:
    """Ploso 10 and a village of Jati with a name that is none, 90: the 100 of Jati are these two."""
    desa = "" if columns.start == 0 else "Jati"
    bae = "" if columns.start == 0 else "Bae"
    rows = [["Jati", desa, 100], ["Jati", "Ploso", 10], ["Jati", "Qwertyuiop", 90]]
    rows += [["Bae", bae, 7], ["Bae", "Bacin", 3], ["Bae", "Gondangmanis", 4]]
    header = ["Kecamatan", "Desa" if columns.start == 0 else "Wilayah", "Peserta Aktif"]
    content = csv_of([row[columns] for row in (header, *(rows[place] for place in order))])
    report = read(content, given=GIVEN, kind="kepesertaan", accepted=["BELUM_TERPETAKAN"])

    assert report.totals == {"peserta_aktif": 17}
    assert "BELUM_TERPETAKAN" not in codes(report)
    assert finding(report, "INDUK_WILAYAH_TIDAK_COCOK").value == "100"


def test_people_without_a_village_are_asked_about_where_an_unknown_village_is_not_all_of_them() -> None:
    rows = [["Jati", "", 100], ["Jati", "Ploso", 10], ["Jati", "Qwertyuiop", 50]]
    report = read(csv_of([HEADER, *rows]), given=GIVEN, kind="kepesertaan")
    assert "BELUM_TERPETAKAN" in codes(report)


@pytest.mark.parametrize(
    ("key", "first", "second"), [("periode", "Juli 2026", "Agustus 2026"), ("segmen", "Linmas", "BPD")]
)
def test_a_wider_row_is_the_sum_of_the_rows_of_its_own_month_and_segment(
    key: str, first: str, second: str
) -> None:
    rows: list[list[object]] = [
        ["Bulan" if key == "periode" else "Segmen", "Wilayah", "Peserta Aktif"],
        *(
            [first, name, people]
            for name, people in (("Kec. Jati", 30), ("Jati Wetan", 10), ("Loram Kulon", 20))
        ),
        *(
            [second, name, people]
            for name, people in (("Kec. Jati", 50), ("Jati Wetan", 20), ("Loram Kulon", 30))
        ),
    ]
    given = {name: text for name, text in GIVEN.items() if name != key}
    report = read(csv_of(rows), given=given)
    assert (report.outcome, report.totals, len(report.rows)) == ("ok", {"peserta_aktif": 80}, 4), codes(
        report
    )
