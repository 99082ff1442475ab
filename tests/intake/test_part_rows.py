"""Companies, offices or groups of one kecamatan are parts of its figure: their sum is proposed, never assumed."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, Rows, codes, csv_of, finding, read

JATI, BAE = "33.19.03", "33.19.07"
PROPOSED = "BARIS_BAGIAN_DIJUMLAHKAN"


def _table(header: str, *names: str) -> Rows:
    cells = zip(names, ("Jati", "Jati", "Bae"), (50, 50, 30), strict=True)
    return [
        ["No", header, "Kecamatan", "Peserta Aktif"],
        *([n, *row] for n, row in enumerate(cells, start=1)),
    ]


@pytest.mark.parametrize(
    "header, names",
    [
        ("Nama Perusahaan", ("PT A", "PT B", "CV C")),
        ("Perangkat Daerah", ("Dinas Kesehatan", "Dinas Pendidikan", "DPMD")),
        ("NPP", ("JJ012", "JJ013", "JJ012")),
        ("Dusun", ("1", "2", "1")),
    ],
)
def test_named_parts_of_a_kecamatan_are_added_once_somebody_agrees(
    header: str, names: tuple[str, ...]
) -> None:
    rows = [*_table(header, *names), ["", "", "Jumlah", 130]]
    asking = read(csv_of(rows), given=GIVEN)
    found = finding(asking, PROPOSED)
    assert (asking.outcome, dict(asking.by_kecamatan), len(asking.rejected)) == ("problems", {BAE: 30}, 2)
    assert (found.column, found.params["n"], found.params["sums"]) == (header, 2, 1)
    assert "KUNCI_BERTENTANGAN" not in codes(asking)
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan), len(agreed.rows), len(agreed.rejected)) == (
        "ok", {JATI: 100, BAE: 30}, 2, 0,
    )  # fmt: skip


@pytest.mark.parametrize(
    "header, names",
    [
        ("Nama Perusahaan", ("PT A", "PT A", "CV C")),
        ("Nama Perusahaan", ("PT A", "", "CV C")),
        ("Nilai", ("7", "8", "9")),
    ],
)
def test_one_name_twice_an_empty_name_and_mere_numbers_tell_no_parts(
    header: str, names: tuple[str, ...]
) -> None:
    head, first, second, third = _table(header, *names)
    rows = [head, first, [*second[:3], 40], third]
    assert PROPOSED not in codes(read(csv_of(rows), given=GIVEN))
    assert "KUNCI_BERTENTANGAN" in codes(read(csv_of(rows), given=GIVEN))


def test_parts_that_are_paid_to_different_months_are_not_added() -> None:
    rows = [
        ["Perusahaan", "Kecamatan", "Peserta Aktif", "Lunas Sampai"],
        ["PT A", "Jati", 50, "2026-09"], ["PT B", "Jati", 40, "2026-12"],
    ]  # fmt: skip
    report = read(csv_of(rows), given=GIVEN)
    assert (PROPOSED in codes(report), "KUNCI_BERTENTANGAN" in codes(report)) == (False, True)


def test_payments_of_companies_add_rupiah_and_people_but_not_months_paid() -> None:
    rows = [
        ["Perusahaan", "Kecamatan", "Iuran", "Peserta dibayar", "Bulan dibayar"],
        ["PT A", "Jati", 1_680_000, 50, 2], ["PT B", "Jati", 336_000, 10, 2],
    ]  # fmt: skip
    given = {**GIVEN, "segmen": "PU", "sumber_dana": "PEMBERI_KERJA"}
    report = read(csv_of(rows), given=given, kind="iuran", accepted=[PROPOSED])
    assert report.rows[["nilai", "peserta_dibayar", "bulan_dibayar"]].to_numpy().tolist() == [
        [2_016_000, 60, 2]
    ]


@pytest.mark.parametrize(
    ("header", "parts"),
    [
        ("Jenis Kelamin", ("Laki-laki", "Perempuan")),
        ("L/P", ("L", "P")),
        ("Kelompok Umur", ("18-30", "31-45")),
        ("Usia", ("< 30 tahun", "30 tahun ke atas")),
    ],
)
@pytest.mark.parametrize("is_summed", [False, True])
def test_rows_of_one_area_by_sex_or_age_are_added_once_somebody_agrees(
    header: str, parts: tuple[str, str], *, is_summed: bool
) -> None:
    rows: list[list[object]] = [["No", "Kecamatan", header, "Peserta Aktif"]]
    for number, (name, first, second) in enumerate((("Jati", 50, 20), ("Bae", 30, 30)), start=1):
        rows += [[number, name, parts[0], first], ["", "", parts[1], second]]
        rows += [["", "", "Jumlah", first + second]] if is_summed else []
    asking = read(csv_of(rows), given=GIVEN)
    assert (finding(asking, PROPOSED).column, len(asking.rows)) == (header, 0), codes(asking)
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 70, BAE: 60}), codes(agreed)


@pytest.mark.parametrize(
    "whole", ["L+P", "Jumlah", "Semua umur", "Seluruhnya", "Gabungan", "Total L/P", "L & P"]
)
@pytest.mark.parametrize("name", ["", "Jati"])
@pytest.mark.parametrize("is_first", [False, True])
def test_a_row_of_both_sexes_is_their_sum_and_no_further_part_of_them(
    name: str, whole: str, *, is_first: bool
) -> None:
    parts = [["Jati", "L", 50], [name, "P", 40]]
    rows = (
        [["Jati", whole, 90], [name, "L", 50], [name, "P", 40]] if is_first else [*parts, [name, whole, 90]]
    )
    rows += [["Bae", "L", 20], [name and "Bae", "P", 10]]
    content = csv_of([["Kecamatan", "Jenis Kelamin", "Peserta Aktif"], *rows])
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 90, BAE: 30}), codes(agreed)


@pytest.mark.parametrize(
    ("header", "whole", "parts"),
    [
        ("L/P", "L+P", ("L", "P")),
        ("L/P", "Gabungan", ("L", "P")),
        ("Kelompok Umur", "Semua umur", ("18-30 tahun", "31-45 tahun")),
        ("Kelompok Umur", "", ("18-30 tahun", "31-45 tahun")),
    ],
)
def test_a_row_of_all_sexes_or_ages_that_misses_their_sum_is_not_taken_and_told(
    header: str, whole: str, parts: tuple[str, str]
) -> None:
    rows = [["Kecamatan", header, "Peserta Aktif"], ["Jati", whole, 91]]
    rows += [["Jati", parts[0], 50], ["Jati", parts[1], 40]]
    asking = read(csv_of(rows), given=GIVEN)
    assert (asking.outcome, asking.totals.get("peserta_aktif", 0)) == ("problems", 0)
    found = finding(asking, "TOTAL_TIDAK_COCOK")
    assert (found.row, found.params["printed"], found.params["summed"]) == (2, 91, 90)
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED, "TOTAL_TIDAK_COCOK"])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 90})


def test_an_age_that_equals_the_others_together_may_be_their_sum_and_is_asked_about() -> None:
    rows = [["Kelompok Umur", "Kecamatan", "Peserta Aktif"], ["Muda", "Jati", 50], ["Lansia", "Jati", 40]]
    report = read(csv_of([*rows, ["Warga", "Jati", 90]]), given=GIVEN)
    found = finding(report, "BARIS_INDUK_DITINGGALKAN")
    assert (report.outcome, report.totals, found.row) == ("problems", {"peserta_aktif": 90}, 4)


def test_an_age_that_equals_the_others_in_one_kecamatan_alone_is_a_part_there_too() -> None:
    rows: list[list[object]] = [["Kecamatan", "Kelompok Umur", "Peserta Aktif"]]
    for name, figures in (("Jati", (50, 40, 90)), ("Bae", (30, 20, 70)), ("Dawe", (10, 25, 60))):
        rows += [[name, age, n] for age, n in zip(("18-30", "31-45", "46-64"), figures, strict=True)]
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, agreed.by_kecamatan[JATI], agreed.by_kecamatan[BAE]) == ("ok", 180, 120), codes(
        agreed
    )


@pytest.mark.parametrize(
    "whole", ["Sub Total", "Sub Jumlah", "Jumlah per kecamatan", "Jumlah sementara", "Jumlah"]
)
@pytest.mark.parametrize("companies", [1, 3])
def test_a_sum_of_the_companies_of_a_kecamatan_is_no_further_company(whole: str, companies: int) -> None:
    rows: list[list[object]] = [["Nama Perusahaan", "Kecamatan", "Peserta Aktif"]]
    for name, figures in (("Jati", (50, 40, 25)), ("Bae", (30, 20, 70))):
        rows += [[f"PT {name} {n}", name, figure] for n, figure in enumerate(figures[:companies])]
        rows += [[whole, name, sum(figures[:companies])]]
    report = read(csv_of(rows), given=GIVEN)
    jati, bae = (50, 30) if companies == 1 else (115, 120)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {JATI: jati, BAE: bae}), codes(report)


def test_a_company_that_is_called_total_and_sums_no_others_is_one_of_them() -> None:
    rows = [["Nama Perusahaan", "Kecamatan", "Peserta Aktif"], ["PT A", "Jati", 50], ["PT B", "Jati", 40]]
    report = read(csv_of([*rows, ["Total Bangun Persada", "Jati", 7]]), given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {JATI: 97}), codes(report)


@pytest.mark.parametrize("other", ["Tidak diisi", "Kosong", "Anak", "N/A"])
def test_a_row_beside_the_sexes_that_is_far_from_their_sum_counts_people_of_its_own(other: str) -> None:
    rows = [["Kecamatan", "L/P", "Peserta Aktif"], ["Jati", "L", 50], ["Jati", "P", 40], ["Jati", other, 7]]
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 97}), codes(agreed)


def test_rows_by_sex_and_age_together_are_parts_of_one_figure() -> None:
    parts = [(sex, age) for sex in ("L", "P") for age in ("18-30", "31-45")]
    rows: list[list[object]] = [["Kecamatan", "JK", "Kelompok Umur", "Peserta Aktif"]]
    rows += [["Jati", *part, 10 + place] for place, part in enumerate(parts)]
    asking = read(csv_of([*rows, ["Bae", "L", "18-30", 5]]), given=GIVEN)
    assert (finding(asking, PROPOSED).column, asking.totals) == ("JK, Kelompok Umur", {"peserta_aktif": 5})
    agreed = read(csv_of([*rows, ["Bae", "L", "18-30", 5]]), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 46, BAE: 5}), codes(agreed)


def test_people_of_an_unknown_sex_are_a_part_of_their_own() -> None:
    rows = [["Kecamatan", "Jenis Kelamin", "Peserta Aktif"], ["Jati", "L", 50], ["Jati", "P", 40]]
    agreed = read(csv_of([*rows, ["Jati", "Tidak diketahui", 7]]), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 97})


def test_a_kecamatan_above_its_sexes_is_their_sum_and_counted_once() -> None:
    rows = [["Kecamatan", "Jenis Kelamin", "Peserta Aktif"], ["Jati", "", 90], ["", "L", 50], ["", "P", 40]]
    report = read(csv_of(rows), given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {JATI: 90}), codes(report)
    assert finding(report, "BARIS_GABUNGAN_BAGIAN").params["n"] == 1


@pytest.mark.parametrize("header", ["L/P", "Kelamin (L/P)", "Uraian"])
@pytest.mark.parametrize("areas", [["Kecamatan"], ["Desa"], ["Kecamatan", "Desa"]])
def test_the_second_sex_of_an_area_needs_no_name_of_its_own(areas: list[str], header: str) -> None:
    named = {"Kecamatan": ("Jati", "Jati", "Bae"), "Desa": ("Loram Kulon", "Ploso", "Gondangmanis")}
    rows: list[list[object]] = [["No", *areas, header, "Peserta Aktif"]]
    for place in range(3):
        if areas != ["Kecamatan"] or place:
            rows += [
                [place, *(named[area][place] for area in areas), "L", 50],
                ["", *[""] * len(areas), "P", 40],
            ]
    report = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    jati = 90 if areas == ["Kecamatan"] else 180
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {JATI: jati, BAE: 90}), codes(report)
    assert "ISIAN_TURUN" in codes(report)


def test_a_sex_whose_area_is_missing_among_many_and_persons_without_area_are_asked_about() -> None:
    rows = [
        ["Kecamatan", "L/P", "Peserta Aktif"],
        ["Jati", "L", 5],
        ["Jati", "P", 4],
        ["", "L", 3],
        ["Bae", "P", 2],
    ]
    assert finding(read(csv_of(rows), given=GIVEN), "WILAYAH_KOSONG").row == 4
    people = [["NIK", "Nama", "JK", "Desa"], ["3319040101800001", "A", "L", "Wates"]]
    people += [["3319044101800002", "B", "P", ""], ["3319040101800003", "C", "L", "Kalirejo"]]
    assert finding(read(csv_of(people), given=GIVEN), "WILAYAH_KOSONG").row == 3


@pytest.mark.parametrize("header", ["L/P", "Keterangan"])
@pytest.mark.parametrize("segments", [("RT/RW", "Linmas"), ("RT/RW",)])
@pytest.mark.parametrize("names_area", [True, False])
def test_men_and_women_of_whom_the_first_row_alone_says_the_segment_are_of_that_segment(
    header: str, segments: tuple[str, ...], names_area: bool
) -> None:
    rows: list[list[object]] = [["Kecamatan", "Segmen", header, "Peserta Aktif"]]
    for kecamatan in ("Jati", "Bae"):
        for segmen in segments:
            rows += [[kecamatan, segmen, "L", 10], [kecamatan if names_area else "", "", "P", 5]]
    given = {key: text for key, text in GIVEN.items() if key != "segmen"}
    agreed = read(csv_of(rows), given=given, accepted=[PROPOSED])
    assert (agreed.outcome, len(agreed.rows)) == ("ok", 2 * len(segments)), codes(agreed)
    assert agreed.totals == {"peserta_aktif": 30 * len(segments)}
    assert finding(agreed, PROPOSED).column == header


@pytest.mark.parametrize("second", [("Jati", "L"), ("Bae", "P")])
def test_a_row_of_the_same_sex_or_another_area_without_a_segment_lacks_it(second: tuple[str, str]) -> None:
    rows = [
        ["Kecamatan", "Segmen", "L/P", "Peserta Aktif"],
        ["Jati", "RT/RW", "L", 10],
        ["Bae", "RT/RW", "L", 1],
    ]
    given = {key: text for key, text in GIVEN.items() if key != "segmen"}
    content = csv_of([*rows[:2], [second[0], "", second[1], 5], rows[2]])
    assert finding(read(content, given=given), "SEL_WAJIB_KOSONG").row == 3
