"""On the page Unggah data: how a sheet was understood is shown, and corrected by choosing."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jamsos_data.colors import Look
from jamsos_data.intake import IntakeOptions, SheetLayout, read_upload
from jamsos_data.intake.report import SheetOutline
from jamsos_data.lake import Lake
from jamsos_data.messages import load_messages
from jamsos_data.reference import load_reference
from pages.parts.language import CATALOGUES
from pages.parts.upload.sheet_picture import sheet_picture
from tests.intake.sheets import Rows, csv_of, xlsx_of
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.uploading import drop, labelled

TITLED = csv_of(
    [
        ["Rekap Oktober 2026; segmen RT/RW; APBDes; JKK+JKM"],
        ["Kecamatan", "Peserta aktif"],
        ["Undaan", 10],
        ["Jati", 20],
        ["Jumlah", 30],
        ["Sumber: Dinsos"],
    ],
    separator="\t",
)


def outlined(content: bytes, **layout: SheetLayout) -> SheetOutline:
    options = IntakeOptions(kind="kepesertaan", layout=layout)
    return read_upload(content, file_name="a", reference=load_reference(), options=options).outlines[0]


def roles(outline: SheetOutline) -> list[tuple[int, str]]:
    return [(row.number, row.role) for row in outline.rows]


def test_each_row_of_the_picture_says_what_it_was_taken_for() -> None:
    assert roles(outlined(TITLED)) == [
        (1, "title"), (2, "header"), (3, "data"), (4, "data"), (5, "total"), (6, "note"),
    ]  # fmt: skip


def test_section_rows_and_rows_left_out_are_marked() -> None:
    rows: Rows = [
        ["Desa", "Peserta aktif"],
        ["Kecamatan Undaan"],
        ["Kalirejo", 1],
        ["Wates", 2],
        ["Wonosoco", 3],
    ]
    outline = outlined(xlsx_of({"Satu": rows}), Satu=SheetLayout(left_out=(4,)))
    assert roles(outline) == [(1, "header"), (2, "section"), (3, "data"), (4, "left_out"), (5, "data")]


def test_of_a_long_sheet_the_first_forty_and_the_last_ten_rows_are_shown() -> None:
    outline = outlined(csv_of([["Kecamatan", "Peserta aktif"], *(["Undaan", n] for n in range(1, 100))]))
    assert [row.number for row in outline.rows] == [*range(1, 41), *range(91, 101)]
    assert (outline.omitted, outline.omitted_after) == (50, 40)


@pytest.mark.parametrize(("language", "word"), [("id", "judul kolom"), ("en", "header")])
def test_the_picture_tells_the_roles_in_words_and_never_lets_a_cell_become_markup(
    language: str, word: str
) -> None:
    content = csv_of([["Kecamatan", "Peserta aktif"], ["<b>Undaan</b>", 1]])
    words = load_messages(language, CATALOGUES)
    html = sheet_picture(outlined(content), {}, words=words, look=Look(dark=True), count="0")
    assert f'<th class="role">{word}</th>' in html
    assert "&lt;b&gt;Undaan" in html
    assert "<b>Undaan" not in html


NIK = "3319040101800001"


def test_of_a_list_by_name_only_words_of_headers_are_shown() -> None:
    rows: Rows = [
        ["Daftar milik Siti Aminah"],
        ["NIK", "Nama", "Desa", "Kecamatan", "Bulan"],
        [NIK, "Siti Aminah", "Wates", "Undaan", "September 2026"],
    ]
    for kind in (None, "daftar_peserta", "iuran"):
        options = IntakeOptions(kind=kind)
        report = read_upload(
            xlsx_of({"Bu Siti": rows}), file_name="a", reference=load_reference(), options=options
        )
        shown = repr(report.outlines)
        assert "Siti" not in shown
        assert NIK not in shown
        assert "September 2026" not in shown
        assert "'NIK', 'Nama', 'Desa', 'Kecamatan', 'Bulan'" in shown


def test_a_row_of_a_person_is_never_taken_for_a_header() -> None:
    rows: Rows = [["NIK", "Nama"], [NIK, "Siti Aminah"]]
    options = IntakeOptions(layout={"*": SheetLayout(header=(2, 2))})
    report = read_upload(xlsx_of({"Data": rows}), file_name="a", reference=load_reference(), options=options)
    assert [found.code for found in report.findings] == ["JUDUL_BERISI_ORANG"]
    assert "Siti" not in repr(report)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return tmp_path / "data"


def open_layout(app: AppTest) -> AppTest:
    return labelled(app.toggle, "Lihat dan koreksi").set_value(True).run()


GIVEN = "Linmas;APBDes;JKK+JKM;Oktober 2026"
HEADER = "Segmen;Sumber dana;Program;Bulan"


def test_choosing_what_a_column_is_reads_the_file_again_at_once(open_page: OpenPage, empty: Path) -> None:
    content = (
        f"Kecamatan;{HEADER};Peserta aktif;Hasil akhir\nUndaan;{GIVEN};10;30\nJati;{GIVEN};20;40".encode()
    )
    app = open_layout(drop(open_page(empty, "upload"), ("dua.csv", content)))
    assert "peserta aktif 30" in shown_text(app)
    labelled(app.selectbox, "Arti kolom G").select("peserta_aktif").run()

    assert not app.exception
    assert "peserta aktif 70" in shown_text(app)
    assert labelled(app.selectbox, "Arti kolom F").value == "-"
    labelled(app.button, "Kembali ke bacaan otomatis").click().run()
    assert "peserta aktif 30" in shown_text(app)


def test_header_rows_are_corrected_by_choosing_another(open_page: OpenPage, empty: Path) -> None:
    content = (
        f"Kecamatan;{HEADER};Peserta aktif\nUndaan;{GIVEN};1\nKecamatan;{HEADER};Peserta aktif\nJati;{GIVEN};20"
    ).encode()
    app = open_layout(drop(open_page(empty, "upload"), ("dua.csv", content)))
    assert "peserta aktif 21" in shown_text(app)
    labelled(app.selectbox, "Baris judul pertama").select(3).run()

    assert not app.exception
    assert "peserta aktif 20" in shown_text(app)
    assert labelled(app.selectbox, "Baris judul terakhir").value == 3


def test_a_row_is_left_out_by_choosing_it(open_page: OpenPage, empty: Path) -> None:
    content = f"Kecamatan;{HEADER};Peserta aktif\nUndaan;{GIVEN};1\nJati;{GIVEN};20".encode()
    app = open_layout(drop(open_page(empty, "upload"), ("satu.csv", content)))
    labelled(app.multiselect, "Baris yang dilewati").select(2).run()

    assert not app.exception
    assert "peserta aktif 20" in shown_text(app)


def test_a_file_without_a_known_column_of_numbers_is_mended_on_the_page(
    open_page: OpenPage, empty: Path
) -> None:
    content = f"Kecamatan;{HEADER};Hasil;Alfa\nUndaan;{GIVEN};10;30".encode()
    app = drop(open_page(empty, "upload"), ("asing.csv", content))
    assert app.error
    assert "Pilih jenis data dahulu" in shown_text(app)
    labelled(app.selectbox, "Jenis data").select("kepesertaan").run()
    assert app.error
    labelled(app.selectbox, "Arti kolom F").select("peserta_aktif").run()

    assert not app.exception
    assert not app.error
    assert "peserta aktif 10" in shown_text(app)


def test_choices_that_contradict_each_other_say_so_and_stay_on_screen_to_be_changed(
    open_page: OpenPage, empty: Path
) -> None:
    content = f"Kecamatan;{HEADER};Peserta aktif;Hasil\nUndaan;{GIVEN};10;30".encode()
    app = open_layout(drop(open_page(empty, "upload"), ("dua.csv", content)))
    labelled(app.selectbox, "Arti kolom G").select("peserta_aktif").run()
    labelled(app.selectbox, "Arti kolom F").select("peserta_aktif").run()
    assert "dipilih sebagai" in app.error[0].value
    labelled(app.selectbox, "Arti kolom F").select("-").run()

    assert not app.error
    assert "peserta aktif 30" in shown_text(app)


def test_a_sheet_is_read_or_left_out_by_its_tick(open_page: OpenPage, empty: Path) -> None:
    head = ["Kecamatan", "Segmen", "Sumber dana", "Program", "Bulan", "Peserta aktif"]
    cells = ["Linmas", "APBDes", "JKK+JKM", "Oktober 2026"]
    content = xlsx_of({"Satu": [head, ["Undaan", *cells, 10]], "Dua": [head, ["Jati", *cells, 20]]})
    app = open_layout(drop(open_page(empty, "upload"), ("dua.xlsx", content)))
    assert "peserta aktif 30" in shown_text(app)
    labelled(app.selectbox, "Lembar").select("Dua").run()
    labelled(app.checkbox, "Baca lembar ini").uncheck().run()

    assert not app.exception
    assert "peserta aktif 10" in shown_text(app)


def test_a_column_that_only_its_cells_explain_opens_the_picture_with_its_proposal(
    open_page: OpenPage, empty: Path
) -> None:
    content = f"Alfa;{HEADER};Peserta aktif\nKalirejo;{GIVEN};10\nWates;{GIVEN};20".encode()
    app = drop(open_page(empty, "upload"), ("alfa.csv", content))
    shown = shown_text(app).replace("\\", "")
    assert (
        "Barangkali **Desa/kelurahan**: judul tidak dikenal; isi 2 dari 2 sel adalah nama desa/kelurahan"
        in shown
    )
    labelled(app.selectbox, "Arti kolom A").select("desa").run()

    assert "peserta aktif 30" in shown_text(app)
    assert Lake(empty).version("kepesertaan") is None


def save(app: AppTest) -> AppTest:
    labelled(app.text_input, "Nama Anda").input("Sri Wahyuni")
    return labelled(app.button, "Simpan ke dashboard").click().run()


def test_corrections_are_used_for_the_next_file_of_the_same_shape_until_they_are_forgotten(
    open_page: OpenPage, empty: Path
) -> None:
    head = f"Kecamatan;{HEADER};Peserta aktif;Hasil akhir"
    app = open_layout(
        drop(open_page(empty, "upload"), ("satu.csv", f"{head}\nUndaan;{GIVEN};10;30".encode()))
    )
    labelled(app.selectbox, "Arti kolom G").select("peserta_aktif").run()
    save(app)
    assert not app.exception
    assert app.success
    app = drop(app, ("dua.csv", f"{head}\nJati;{GIVEN};1;3".encode()))
    assert "peserta aktif 3" in shown_text(app)
    assert "koreksi dari berkas terdahulu" in shown_text(app)
    labelled(app.button, "Lupakan koreksi ini").click().run()

    assert not app.exception
    assert "peserta aktif 1" in shown_text(app)
    assert "koreksi dari berkas terdahulu" not in shown_text(app)
