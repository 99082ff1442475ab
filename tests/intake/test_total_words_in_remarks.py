"""A row is a sum by its name only where the name stands in the place of the area, never by a remark or birthplace."""

from __future__ import annotations

import pytest

from jamsos_data.intake import IntakeOptions, SheetLayout, read_upload
from jamsos_data.reference import load_reference
from tests.intake.sheets import GIVEN, KECAMATAN, codes, finding, read, values, xlsx_of

FIXED = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
WORDS = [
    "Jumlah", "Total", "Jumlah anak 3", "Rata-rata tunggakan 2 bulan", "Jumlah s.d. bulan lalu 700", "Kudus",
    "KAB. KUDUS", "Tunggakan total", "Semua desa",
]  # fmt: skip


def _people(*words: str) -> list[list[object]]:
    rows: list[list[object]] = [
        [f"331907{1 + i:02d}0380{100 + i:04d}", f"Orang {i}", word, "Bae", "Dersalam", "2026-09"]
        for i, word in enumerate(words)
    ]
    return [["NIK", "Nama", "Tempat lahir", "Kecamatan", "Desa", "Mulai"], *rows]


def test_every_person_of_a_list_is_counted_whatever_another_column_says() -> None:
    for words in (["Kudus", "Pati"] * 3, ["", *WORDS]):
        report = read(xlsx_of({"S": _people(*words)}), kind="daftar_peserta", given=FIXED)
        assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": len(words)})


def test_a_person_without_an_area_born_in_kudus_is_no_sum() -> None:
    rows = [*_people(*["Kudus"] * 6), ["3319071103800111", "Orang Lain", "Kudus", "", "", "2026-09"]]
    report = read(xlsx_of({"S": rows}), kind="daftar_peserta", given=FIXED)
    assert (finding(report, "WILAYAH_KOSONG").row, report.totals) == (8, {"peserta_aktif": 6})


def test_a_column_that_somebody_leaves_out_takes_no_row_with_it() -> None:
    layout = {"*": SheetLayout(columns={"Tempat lahir": "-"})}
    options = IntakeOptions(kind="daftar_peserta", constants=FIXED, layout=layout)
    content = xlsx_of({"S": _people(*["Kudus"] * 6)})
    report = read_upload(content, file_name="b.xlsx", reference=load_reference(), options=options)
    assert report.totals == {"peserta_aktif": 6}


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_row_that_names_a_kecamatan_is_never_left_out_for_another_column(place: int) -> None:
    rows: list[list[object]] = [[name, 10 + number] for number, name in enumerate(KECAMATAN)]
    for row, text in zip(rows, WORDS, strict=True):
        row.insert(place, text)
    header = ["Kecamatan", "Peserta aktif"]
    header.insert(place, "Uraian")
    report = read(xlsx_of({"S": [header, *rows]}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 126})


@pytest.mark.parametrize("header", ["Kantor Cabang", "No", "Keterangan"])
def test_a_column_that_says_kudus_in_every_row_refuses_nothing(header: str) -> None:
    rows = [
        [header, "Kecamatan", "Desa", "Peserta aktif"],
        ["Kudus", "Bae", "Dersalam", 10],
        ["Kudus", "", "Bacin", 3],
    ]
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 13})


def test_a_budget_line_may_begin_with_the_word_jumlah() -> None:
    header = ["Tahun", "Versi", "Wilayah", "Sumber dana", "Segmen", "Uraian", "Pagu"]
    lines = [
        ("RENTAN", "Iuran pekerja rentan", 5_000_000), ("RT_RW", "Jumlah iuran RT/RW 1.507 orang", 3_000_000),
        ("LINMAS", "Total iuran Linmas", 1_200_000),
    ]  # fmt: skip
    rows = [[2026, "murni", "Kudus", "DBHCHT", segment, text, sum_] for segment, text, sum_ in lines]
    wanted = [("RENTAN", 5_000_000), ("RT_RW", 3_000_000), ("LINMAS", 1_200_000)]
    total = [["", "", "", "", "", "Jumlah", 9_200_000]]
    turned = [[row[5], *row[:5], row[6]] for row in [header, *rows]]  # the description first
    for table in ([header, *rows], [header, *rows, *total], turned):
        report = read(xlsx_of({"S": table}), kind="anggaran")
        assert (report.outcome, sorted(values(report, "segmen", "pagu"))) == ("ok", sorted(wanted))


@pytest.mark.parametrize(
    "total",
    [
        ["Jumlah", "", "", 60], ["", "", "Jumlah", 60], ["JUMLAH KABUPATEN", "", "", 60], ["", "Jumlah", "", 60],
        ["Jumlah", "Kab. Kudus", "", 60], ["Jumlah", "9 Kecamatan", "", 60], ["4", "", "Total seluruhnya", 60],
        ["Kab. Kudus", "", "", 60],
    ],
)  # fmt: skip
def test_a_sum_is_found_by_its_name_in_any_column_where_no_area_stands(total: list[object]) -> None:
    rows = [
        ["No", "Kecamatan", "Uraian", "Peserta aktif"],
        [1, "Bae", "", 10],
        [2, "Dawe", "x", 20],
        [3, "Jati", "", 30],
    ]
    report = read(xlsx_of({"S": [*rows, total]}), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 60})
    assert "BARIS_TOTAL_DITINGGALKAN" in codes(report)


def test_a_table_by_segment_tells_its_sum_from_a_line_that_begins_so() -> None:
    given = {key: GIVEN[key] for key in ("sumber_dana", "program", "periode")} | {"kode_wilayah": "33.19"}
    rows = [
        ["Uraian", "Segmen", "Peserta aktif"],
        ["Jumlah pengurus RT", "RT_RW", 10],
        ["Total anggota", "LINMAS", 20],
    ]
    report = read(xlsx_of({"S": [*rows, ["Jumlah", "", 30]]}), kind="kepesertaan", given=given)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 30})
