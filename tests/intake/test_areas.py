"""Areas: codes against names, names inside their kecamatan, near-identical villages, other regencies."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, values

CODES = [
    *("33.19.04.2013", "3319042013", "33.19.04.2013 ", "'33.19.04.2013", "33-19-04-2013", "33 19 04 2013"),
    *("33.19.4.2013", "3319042013.0"),
]


def _area(report_rows: list[list[object]], **extra: str) -> list[object]:
    report = read(csv_of(report_rows), given=GIVEN | extra)
    return [code for (code,) in values(report, "kode_wilayah")]


@pytest.mark.parametrize("code", CODES)
def test_a_code_in_every_spelling(code: str) -> None:
    for name in ("Wates", ""):
        assert _area([["Kode", "Desa", "Peserta Aktif"], [code, name, 5], ["33.19", "", 7]]) == [
            "33.19.04.2013",
            "33.19",
        ]


@pytest.mark.parametrize("number", ["3", "33", "2006"])
def test_a_number_that_is_no_code_leaves_the_row_to_its_name(number: str) -> None:
    rows = [["Kode", "Kecamatan", "Peserta Aktif"], [number, "Jati", 5], ["4", "Undaan", 7]]
    assert _area(rows) == ["33.19.03", "33.19.04"]


def test_a_number_that_is_no_code_beside_no_name_is_told() -> None:
    report = read(csv_of([["Kode", "Peserta Aktif"], ["2006", 5], ["33.19.04.2013", 7]]), given=GIVEN)
    assert finding(report, "KODE_TIDAK_DIKENAL").value == "2006"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kec. Kota", "33.19.02"), ("KECAMATAN KOTA KUDUS", "33.19.02"), ("kota kudus", "33.19.02"),
        ("3. Jati", "33.19.03"), ("Dawe 1)", "33.19.09"), ("Gebog²", "33.19.08"),
        ("KEC UNDAAN", "33.19.04"), ("Kab. Kudus", "33.19"), ("KABUPATEN KUDUS", "33.19"), ("33.19.04", "33.19.04"),
        ("33.19.04 Undaan", "33.19.04"), ("Undaan (33.19.04)", "33.19.04"),
    ],
)  # fmt: skip
def test_kecamatan_in_every_spelling(text: str, code: str) -> None:
    assert _area([["Wilayah", "Peserta Aktif"], [text, 5]]) == [code]


@pytest.mark.parametrize(
    "name", ["Bakalan Krapyak", "Bakalankrapyak", "Ds. Bakalan Krapyak", "DESA BAKALANKRAPYAK"]
)
def test_spelling_variants_of_a_village_are_the_same(name: str) -> None:
    assert _area([["Kecamatan", "Desa", "Peserta Aktif"], ["Kaliwungu", name, 5]]) == ["33.19.01.2001"]


def test_japan_and_jepang_stay_apart_and_are_sought_inside_their_kecamatan() -> None:
    rows: list[list[object]] = [
        ["Kecamatan", "Desa", "Peserta Aktif"], ["Mejobo", "Jepang", 1], ["Jati", "Jepang Pakis", 2],
        ["Dawe", "Japan", 3],
    ]  # fmt: skip
    assert _area(rows) == ["33.19.05.2002", "33.19.03.2011", "33.19.09.2017"]


def test_a_near_name_is_proposed_and_only_taken_when_accepted() -> None:
    content = csv_of(
        [["Kecamatan", "Desa", "Peserta Aktif"], ["Undaan", "Wate", 5], ["Undaan", "Wonosoco", 6]]
    )
    report = read(content, given=GIVEN)
    found = finding(report, "NAMA_TIDAK_DIKENAL")
    assert (found.row, found.value, found.proposal) == (2, "Wate", "Wates (33.19.04.2013)")
    assert report.totals == {"peserta_aktif": 6}
    taken = read(content, given=GIVEN, accepted=["NAMA_TIDAK_DIKENAL"])
    assert (taken.outcome, taken.totals) == ("ok", {"peserta_aktif": 11})


def test_a_village_of_another_kecamatan_is_not_taken() -> None:
    content = csv_of(
        [["Kecamatan", "Desa", "Peserta Aktif"], ["Jati", "Wates", 5], ["Jati", "Jati Wetan", 6]]
    )
    report = read(content, given=GIVEN)
    found = finding(report, "DESA_DI_KECAMATAN_LAIN")
    assert (found.value, found.params["other"]) == ("Wates", "Undaan")
    assert report.totals == {"peserta_aktif": 6}


def test_a_code_that_belongs_to_another_name_is_an_error() -> None:
    content = csv_of(
        [
            ["Kode", "Kecamatan", "Desa", "Peserta Aktif"],
            ["33.19.04.2003", "Undaan", "Wates", 5],
            ["33.19.04.2013", "Undaan", "Wates", 6],
        ]
    )
    report = read(content, given=GIVEN)
    found = finding(report, "KODE_NAMA_BERBEDA")
    assert (found.row, found.params["other"]) == (2, "Wates (33.19.04.2013)")
    assert report.totals == {"peserta_aktif": 6}


def test_bps_codes_are_never_converted_but_the_name_decides() -> None:
    named = csv_of([["Kode BPS", "Kecamatan", "Desa", "Peserta Aktif"], ["3319040001", "Undaan", "Wates", 5]])
    assert values(read(named, given=GIVEN), "kode_wilayah") == [("33.19.04.2013",)]
    beside = csv_of([["Kode", "Kecamatan", "Desa", "Peserta Aktif"], ["3319040001", "Undaan", "Wates", 5]])
    assert finding(read(beside, given=GIVEN), "KODE_BPS_DIABAIKAN").params["n"] == 1
    bare = csv_of([["Kode", "Peserta Aktif"], ["3319040", 5], ["33.19.04", 6]])
    report = read(bare, given=GIVEN)
    assert finding(report, "KODE_BPS").value == "3319040"
    assert report.totals == {"peserta_aktif": 6}


def test_a_village_alone_is_taken_when_its_name_is_unique() -> None:
    assert _area([["Desa", "Peserta Aktif"], ["Wates", 5], ["Jekulo", 6]]) == [
        "33.19.04.2013",
        "33.19.06.2009",
    ]


def test_names_that_are_both_kecamatan_and_village_are_asked_about_in_a_mixed_column() -> None:
    content = csv_of([["Wilayah", "Peserta Aktif"], ["Jekulo", 5], ["Wates", 6], ["Undaan", 7]])
    report = read(content, given=GIVEN)
    assert (finding(report, "NAMA_GANDA").value, report.totals) == ("Jekulo", {"peserta_aktif": 13})


def test_in_a_column_of_kecamatan_only_those_names_are_kecamatan() -> None:
    names = ["Kaliwungu", "Kota Kudus", "Jati", "Undaan", "Mejobo", "Jekulo", "Bae", "Gebog", "Dawe"]
    rows: list[list[object]] = [["Wilayah", "Peserta Aktif"], *([name, 5] for name in names)]
    assert _area(rows) == [f"33.19.0{number}" for number in range(1, 10)]


def test_a_file_about_another_regency_is_refused() -> None:
    content = csv_of(
        [["Kabupaten", "Kecamatan", "Peserta Aktif"], ["Kab. Pati", "Juwana", 5], ["Kab. Pati", "Tayu", 6]]
    )
    report = read(content, given=GIVEN)
    assert (report.outcome, codes(report)) == ("refused", ["WILAYAH_LAIN"])


def test_a_file_with_unknown_places_only_is_refused() -> None:
    content = csv_of([["Kecamatan", "Peserta Aktif"], ["Juwana", 5], ["Tayu", 6], ["Winong", 7]])
    assert codes(read(content, given=GIVEN)) == ["WILAYAH_LAIN"]


@pytest.mark.parametrize("header", ["Kabupaten/Kota", "Wilayah"])
def test_a_list_of_regencies_is_narrowed_to_the_home_regency(header: str) -> None:
    content = csv_of([
        [header, "Tahun", "Angkatan Kerja"], ["Pati", 2025, 10], ["Kudus", 2025, 525814], ["Jepara", 2025, 30],
        ["Kota Semarang", 2025, 40], ["Provinsi Jawa Tengah", 2025, 99],
    ])  # fmt: skip
    report = read(content)
    assert (report.outcome, report.kind, values(report, "kode_wilayah", "jumlah")) == (
        "ok",
        "potensi",
        [("33.19", 525814)],
    )
    assert finding(report, "BARIS_WILAYAH_LAIN").params["n"] == 4


def test_a_table_without_any_area_takes_the_regency_from_its_title_or_is_refused() -> None:
    titled = csv_of(
        [["Peserta aktif Kabupaten Kudus", ""], ["Segmen", "Peserta Aktif"], ["PU", 223396], ["JAKON", 21563]]
    )
    given = {key: GIVEN[key] for key in ("sumber_dana", "program", "periode")}
    report = read(titled, given=given)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {"33.19": 244959})
    assert "WILAYAH_DARI_JUDUL" in codes(report)
    bare = csv_of([["Segmen", "Peserta Aktif"], ["PU", 223396], ["JAKON", 21563]])
    assert codes(read(bare, given=given)) == ["TANPA_WILAYAH"]
    assert read(bare, given=given | {"kode_wilayah": "33.19"}).totals == {"peserta_aktif": 244959}


def test_the_operator_may_state_the_kecamatan_of_a_whole_file() -> None:
    content = csv_of([["Desa", "Peserta Aktif"], ["Jekulo", 5], ["Bulungcangkring", 6]])
    report = read(content, given=GIVEN | {"kecamatan": "Jekulo"})
    assert dict(report.by_kecamatan) == {"33.19.06": 11}


@pytest.mark.parametrize("header", ["Kecamatan/Desa", "Kec./Desa", "Kec/Desa/Kel", "Kecamatan dan Desa"])
def test_kecamatan_and_village_may_share_a_column_or_a_cell(header: str) -> None:
    cells: list[list[object]] = [[header, "Peserta Aktif"], ["Bae / Gondangmanis", 5], ["Bae - Bae", 6]]
    assert _area(cells) == ["33.19.07.2004", "33.19.07.2010"]
    rows: list[list[object]] = [
        [header, "Peserta Aktif"],
        ["I. Bae", 8],
        ["1. Gondangmanis", 5],
        ["2. Bae", 3],
    ]
    assert _area([*rows, ["II. Jati", 7], ["1. Ploso", 3], ["2. Megawon", 4]]) == [
        "33.19.07.2004", "33.19.07.2010", "33.19.03.2006", "33.19.03.2012",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "code", "proposal"),
    [
        ("Bae / Gondangmaniss", "NAMA_TIDAK_DIKENAL", "Gondangmanis (33.19.07.2004)"),
        ("Plosoo, Jati", "NAMA_TIDAK_DIKENAL", "Ploso (33.19.03.2006)"),
        ("Bae / Ploso", "DESA_DI_KECAMATAN_LAIN", None),
    ],
)
def test_of_a_village_in_the_cell_of_its_kecamatan_a_slip_is_proposed(
    cell: str, code: str, proposal: str | None
) -> None:
    report = read(
        csv_of([["Kecamatan/Desa", "Peserta Aktif"], [f'"{cell}"', 5], ["Jati / Megawon", 7]]), given=GIVEN
    )
    assert (finding(report, code).proposal, report.totals) == (proposal, {"peserta_aktif": 7})


@pytest.mark.parametrize("mark", ["- sda -", "dto", "s d a", '- " -', "s.d.a.", "idem"])
def test_a_ditto_stands_for_the_area_above_however_it_is_spaced(mark: str) -> None:
    rows = [
        ["Kecamatan", "Desa", "Peserta Aktif"],
        ["Undaan", "Wates", 10],
        [mark, "Sambung", 20],
        [mark, "Kutuk", 30],
    ]
    report = read(csv_of(rows), given=GIVEN)
    assert (report.totals, report.by_kecamatan) == ({"peserta_aktif": 60}, {"33.19.04": 60})
