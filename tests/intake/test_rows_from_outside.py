"""Rows of people from outside, or of whom nobody knows where they live: told by row and figure, never taken unasked."""

from __future__ import annotations

import pytest

from jamsos_data.intake import IntakeOptions, read_upload
from jamsos_data.reference import load_reference
from tests.intake.sheets import GIVEN, KECAMATAN, Rows, codes, csv_of, finding, read

KUDUS, JATI = "33.19", "33.19.03"
OUTSIDE, UNKNOWN, PART = "WILAYAH_LUAR", "WILAYAH_TIDAK_DIKETAHUI", "BAGIAN_BUKAN_WILAYAH"
OWN = 9 * 100


def _table(*more: tuple[object, ...]) -> bytes:
    rows: Rows = [[number, name, 100] for number, name in enumerate(KECAMATAN, start=1)]
    total = OWN + sum(int(str(row[-1])) for row in more)
    return csv_of([["No", "Kecamatan", "Peserta Aktif"], *rows, *more, ["", "Jumlah", total]])


@pytest.mark.parametrize(
    "name", ["Luar Kudus", "Luar Daerah", "Luar Kab. Kudus", "Luar Kabupaten", "Kabupaten Lain"]
)
def test_people_from_outside_are_told_by_row_and_figure_and_left_out_on_request(name: str) -> None:
    report = read(_table((10, name, 33)), given=GIVEN)
    found = finding(report, OUTSIDE)
    assert (report.outcome, report.totals, len(report.rejected)) == ("problems", {"peserta_aktif": OWN}, 1)
    assert (found.row, found.value, found.params["amount"], found.proposal) == (11, name, "33", None)
    assert "(33)" in found.message("id")
    agreed = read(_table((10, name, 33)), given=GIVEN, accepted=[OUTSIDE])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": OWN})


@pytest.mark.parametrize(
    "name",
    ["Lain-lain", "Lainnya", "Tidak diketahui", "Tdk Terdata", "Tanpa Alamat", "Belum ada desa", "Blm ada desanya",
     "Belum diisi", "Desa belum ada", "Tidak mencantumkan desa", "Belum ada data desa", "Kosong"],
)  # fmt: skip
def test_people_of_an_unknown_area_are_proposed_for_the_regency_with_one_answer(name: str) -> None:
    asking = read(_table((10, name, 33)), given=GIVEN)
    assert (asking.totals, finding(asking, UNKNOWN).proposal) == ({"peserta_aktif": OWN}, "Kudus (33.19)")
    agreed = read(_table((10, name, 33)), given=GIVEN, accepted=[UNKNOWN])
    assert (agreed.outcome, dict(agreed.by_kecamatan)[KUDUS]) == ("ok", 33), codes(agreed)


def test_several_such_rows_do_not_refuse_the_rest_of_a_small_file() -> None:
    rows = [["Desa", "Kecamatan", "Peserta Aktif"], ["Loram Kulon", "Jati", 3], ["Lain-lain", "Jati", 7]]
    rows += [["", "Luar Kudus", 5], ["-", "Luar Daerah", 6], ["", "Luar Kota", 6], ["", "Luar Kab", 6]]
    report = read(csv_of(rows), given=GIVEN, accepted=[OUTSIDE])
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 3})
    assert finding(report, UNKNOWN).proposal == "Jati (33.19.03)"


def test_such_a_row_that_is_the_sum_of_the_others_is_not_added_even_when_it_is_agreed_to() -> None:
    report = read(_table((10, "Lain-lain", OWN)), given=GIVEN, accepted=[UNKNOWN])
    assert report.totals == {"peserta_aktif": OWN}


def test_people_of_an_unknown_village_that_equal_the_others_by_chance_are_asked_about() -> None:
    rows = [["Kecamatan", "Desa", "Peserta Aktif"], ["Jati", "Loram Kulon", 7], ["Jati", "Getas Pejaten", 8]]
    rows += [["Jati", "Lain-lain", 15], ["Bae", "Gondangmanis", 5], ["Bae", "Lain-lain", 5]]
    report = read(csv_of(rows), given=GIVEN, accepted=[UNKNOWN])
    assert (report.outcome, finding(report, "BARIS_INDUK_DITINGGALKAN").row) == ("problems", 4)
    assert dict(report.by_kecamatan) == {JATI: 15, "33.19.07": 10}


@pytest.mark.parametrize(("total", "summed"), [(933, 933), (930, 933)])
def test_the_sum_of_the_regency_holds_the_people_of_an_unknown_area_too(total: int, summed: int) -> None:
    rows: Rows = [*([name, 100] for name in KECAMATAN), ["Lain-lain", 33], ["Kabupaten Kudus", total]]
    report = read(csv_of([["Kecamatan", "Peserta Aktif"], *rows]), given=GIVEN, accepted=[UNKNOWN])
    assert (report.totals, dict(report.by_kecamatan)[KUDUS]) == ({"peserta_aktif": summed}, 33)
    assert ("INDUK_WILAYAH_TIDAK_COCOK" in codes(report)) == (total != summed)


def test_another_regency_is_no_slip_of_a_kecamatan_and_is_told_with_its_figure() -> None:
    report = read(_table((10, "Kab. Pati", 33)), given=GIVEN, accepted=["NAMA_TIDAK_DIKENAL"])
    assert (report.totals, dict(report.by_kecamatan)[JATI]) == ({"peserta_aktif": OWN}, 100)
    assert "Baris 11 (Kab. Pati: 33)." in finding(report, "BARIS_WILAYAH_LAIN").message("id")


@pytest.mark.parametrize(
    "parts", [("Laki-laki", "Perempuan"), ("a. L", "b. P"), ("18-30 tahun", "31 s.d. 64 tahun")]
)
@pytest.mark.parametrize("is_summed", [False, True])
def test_sexes_and_ages_among_the_areas_are_parts_and_no_other_regency(
    parts: tuple[str, str], *, is_summed: bool
) -> None:
    rows: list[list[object]] = [["No", "Kecamatan", "Peserta Aktif"]]
    for number, name in enumerate(KECAMATAN, start=1):
        rows += [[number, name, 30 if is_summed else ""], ["", parts[0], 10], ["", parts[1], 20]]
    report = read(csv_of(rows), given=GIVEN, accepted=[PART])
    assert (report.outcome, report.totals.get("peserta_aktif", 0)) == ("ok", 270 if is_summed else 0), codes(
        report
    )
    found = finding(report, PART)
    assert (found.row, found.value, found.params["amount"]) == (3, parts[0], "10")


@pytest.mark.parametrize("name", ["Luaran", "Lain Jati", "Loram Luar"])
def test_other_names_are_not_taken_for_such_rows(name: str) -> None:
    assert {OUTSIDE, UNKNOWN}.isdisjoint(codes(read(_table((10, name, 33)), given=GIVEN)))


@pytest.mark.parametrize(
    ("name", "meant"), [("Kab. Jtai", "Jati (33.19.03)"), ("Kab. Kuds", "Kudus (33.19)")]
)
@pytest.mark.parametrize("header", ["Kecamatan", "Wilayah"])
def test_a_slip_behind_kab_is_asked_about_and_not_left_out_as_another_regency(
    name: str, meant: str, header: str
) -> None:
    report = read(csv_of([["No", header, "Peserta Aktif"], [1, name, 40], [2, "Bae", 50]]), given=GIVEN)
    found = finding(report, "NAMA_TIDAK_DIKENAL")
    assert (report.outcome, found.value, found.proposal) == ("problems", name, meant)


def test_a_known_village_is_taken_although_its_kecamatan_is_called_unknown() -> None:
    rows = [
        ["Kecamatan", "Desa", "Peserta Aktif"],
        ["Jati", "Loram Kulon", 3],
        ["Lain-lain", "Gondangmanis", 7],
    ]
    report = read(csv_of(rows), given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {JATI: 3, "33.19.07": 7})


def test_people_of_no_village_beneath_the_heading_of_a_kecamatan_are_proposed_for_it() -> None:
    rows = [["No", "Kecamatan / Desa", "Peserta Aktif"], ["A", "Kec. Jati", 107], [1, "Loram Kulon", 60]]
    rows += [[2, "Getas Pejaten", 40], [3, "Lain-lain", 7], ["B", "Kec. Bae", 50], [1, "Gondangmanis", 20]]
    rows += [[2, "Peganjaran", 30]]
    assert finding(read(csv_of(rows), given=GIVEN), UNKNOWN).proposal == "Jati (33.19.03)"
    agreed = read(csv_of(rows), given=GIVEN, accepted=[UNKNOWN])
    assert dict(agreed.by_kecamatan) == {JATI: 107, "33.19.07": 50}, codes(agreed)


@pytest.mark.parametrize("accepted", [[], [UNKNOWN]])
@pytest.mark.parametrize("name", ["Kabupaten Kudus", "Kudus"])
def test_the_sum_of_the_regency_is_no_further_people_before_the_question_is_answered(
    name: str, accepted: list[str]
) -> None:
    rows: Rows = [*([kecamatan, 100] for kecamatan in KECAMATAN), ["Lain-lain", 300], [name, 1200]]
    report = read(csv_of([["Kecamatan", "Peserta Aktif"], *rows]), given=GIVEN, accepted=accepted)
    assert report.totals == {"peserta_aktif": 1200 if accepted else OWN}, codes(report)
    assert finding(report, "BARIS_TOTAL_DITINGGALKAN").row == 12


@pytest.mark.parametrize("accepted", [[], [UNKNOWN]])
def test_a_sum_without_the_people_of_no_village_is_told_with_these(accepted: list[str]) -> None:
    rows = [["Kecamatan", "Desa", "Peserta Aktif"], ["Jati", "", 100], ["Jati", "Loram Kulon", 60]]
    rows += [["Jati", "Getas Pejaten", 40], ["Jati", "Lain-lain", 7], ["Bae", "Gondangmanis", 5]]
    report = read(csv_of(rows), given=GIVEN, accepted=accepted)
    found = finding(report, "INDUK_TANPA_TAK_TERPETAKAN")
    assert (found.row, found.params["printed"], found.params["summed"]) == (2, 100, 107)
    assert ("'Lain-lain' (7)" in found.message("en"), "INDUK_WILAYAH_TIDAK_COCOK" in codes(report)) == (
        True,
        False,
    )
    assert dict(report.by_kecamatan)[JATI] == (107 if accepted else 100)


def test_who_was_chosen_for_the_regency_is_a_part_of_its_sum_too() -> None:
    rows: Rows = [*([name, 100] for name in KECAMATAN), ["Lain-lain", 300], ["Kabupaten Kudus", 1200]]
    options = IntakeOptions(constants=GIVEN, areas={("Lain-lain", ""): KUDUS})
    content = csv_of([["Kecamatan", "Peserta Aktif"], *rows])
    report = read_upload(content, file_name="a.csv", reference=load_reference(), options=options)
    assert (report.outcome, report.totals, dict(report.by_kecamatan)[KUDUS]) == (
        "ok",
        {"peserta_aktif": 1200},
        300,
    )


def test_two_names_for_people_of_no_village_are_one_rest_of_their_kecamatan_and_it_is_told() -> None:
    rows = [["Kecamatan", "Desa", "Peserta Aktif"], ["Jati", "Loram Kulon", 60], ["Jati", "Lain-lain", 30]]
    rows += [["Jati", "Tidak diketahui", 20], ["Bae", "Gondangmanis", 5], ["", "Jumlah", 115]]
    report = read(csv_of(rows), given=GIVEN, accepted=[UNKNOWN])
    assert (report.outcome, report.totals, len(report.rejected)) == ("ok", {"peserta_aktif": 115}, 0)
    found = finding(report, "BARIS_TANPA_RINCIAN_DIJUMLAHKAN")
    assert (found.row, found.value, found.params["printed"]) == (3, "Lain-lain, Tidak diketahui", 50)
    assert dict(report.by_kecamatan)[JATI] == 110


def test_two_names_for_people_of_no_kecamatan_are_added_in_each_column_of_segments() -> None:
    rows: Rows = [["Kecamatan", "PU", "BPU"], ["Jati", 10, 1], ["Bae", 20, 2], ["Lain-lain", 5, 3]]
    rows = [*rows, ["Tanpa alamat", 6, 4], ["Kabupaten Kudus", 41, 10]]
    given = {key: text for key, text in GIVEN.items() if key != "segmen"}
    report = read(csv_of(rows), given=given, kind="kepesertaan", accepted=[UNKNOWN])
    assert (report.totals, dict(report.by_kecamatan)[KUDUS]) == ({"peserta_aktif": 51}, 18), codes(report)


def test_one_name_twice_for_people_of_no_village_may_be_the_same_people() -> None:
    rows = [["Kecamatan", "Desa", "Peserta Aktif"], ["Jati", "Lain-lain", 30], ["Jati", "Lain-lain", 20]]
    report = read(csv_of([*rows, ["Bae", "Gondangmanis", 5]]), given=GIVEN, accepted=[UNKNOWN])
    assert (report.totals, codes(report).count("KUNCI_BERTENTANGAN")) == ({"peserta_aktif": 5}, 2)


def test_persons_of_no_known_place_are_told_together_with_their_number_and_rows() -> None:
    people = [
        ("Undaan", "Wates"),
        ("Luar Kudus", ""),
        ("Undaan", "Lain-lain"),
        ("Luar Daerah", ""),
        ("Jati", "Lainnya"),
    ]
    rows = [[f"33190401018000{n:02d}", "Orang", desa, name] for n, (name, desa) in enumerate(people, start=1)]
    content = csv_of([["NIK", "Nama", "Desa", "Kecamatan"], *rows])
    report = read(content, given=GIVEN)
    told = [(f.row, f.column, f.value, f.proposal) for f in report.findings if f.code in (OUTSIDE, UNKNOWN)]
    assert told == [
        (None, "Kecamatan", "Luar Kudus / Luar Daerah", None),
        (None, "Desa", "Lain-lain", "Undaan (33.19.04)"),
        (None, "Desa", "Lainnya", "Jati (33.19.03)"),
    ]
    assert "(2 baris: 3, 5)" in finding(report, OUTSIDE).message("id")
    assert report.rejected[["row", "temuan"]].values.tolist() == [
        [3, OUTSIDE], [4, UNKNOWN], [5, OUTSIDE], [6, UNKNOWN],
    ]  # fmt: skip
    agreed = read(content, given=GIVEN, accepted=[OUTSIDE, UNKNOWN])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 3})
    assert list(agreed.rejected["temuan"]) == [OUTSIDE, OUTSIDE]
