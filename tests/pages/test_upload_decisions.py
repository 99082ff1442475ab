"""On the page Unggah data: what is wrong in a file is decided and corrected, and what waits for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from jamsos_data.intake import IntakeOptions, read_upload
from jamsos_data.lake import Lake
from jamsos_data.reference import load_reference
from pages.parts.upload.mending import typed_corrections
from pages.parts.upload.rejected import rejected_table
from tests.intake.sheets import xlsx_of
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.uploading import (
    GOOD,
    HEADER,
    KALIREJO,
    TYPO,
    csv_file,
    drop,
    labelled,
    may_save,
    people,
    people_in,
    save,
)


def test_rejected_rows_carry_their_reason_and_no_column_that_was_not_recognised() -> None:
    content = csv_file(f"{people_in('Kalirejo', 'x')};Siti Rekaan", header=f"{HEADER};Nama petugas lapangan")
    report = read_upload(
        content, file_name="a.csv", reference=load_reference(), options=IntakeOptions(kind="kepesertaan")
    )
    table = rejected_table(report)

    assert list(table.frame["row"]) == [2]
    assert "bukan angka" in table.frame["reason"][0]
    assert "Nama petugas lapangan" not in table.headings
    assert "Peserta aktif" in table.headings


def test_the_marked_workbook_is_offered_where_something_is_to_be_mended(
    open_page: OpenPage, september: Lake
) -> None:
    def offered(content: bytes) -> bool:
        app = drop(open_page(Path(september.location), "upload"), ("o.csv", content))
        return any(button.proto.label == "Unduh berkas dengan tanda" for button in app.get("download_button"))

    assert offered(TYPO)
    assert not offered(GOOD)
    assert not offered(b"NIK;Kecamatan;Desa;Mulai\n331902;Undaan;Kalirejo;Oktober 2026\n")


def area_box(app: AppTest) -> Any:
    return labelled(app.selectbox, "“Kalirejx”")


def test_an_unknown_area_is_chosen_once_for_all_rows_and_undone_again(
    open_page: OpenPage, september: Lake
) -> None:
    content = csv_file(people_in("Kalirejx", 30), people_in("Kalirejx", 31, month="November 2026"))
    app = drop(open_page(Path(september.location), "upload"), ("typo.csv", content))
    assert "2 baris" in area_box(app).label
    assert area_box(app).options[1] == "Kalirejo, Undaan (33.19.04.2003) · usul"
    area_box(app).select(KALIREJO).run()
    assert may_save(app)
    assert "1 perbaikan Anda dipakai" in shown_text(app)

    labelled(app.button, "Urungkan yang terakhir").click().run()
    assert not may_save(app)
    assert area_box(app).value == ""


def test_what_was_corrected_is_counted_in_the_history(open_page: OpenPage, september: Lake) -> None:
    app = drop(open_page(Path(september.location), "upload"), ("typo.csv", TYPO))
    area_box(app).select(KALIREJO).run()
    save(app)

    assert ("2026-10", KALIREJO, 30) in people(september)
    assert september.history("kepesertaan")[0].corrected == 1
    history = open_page(Path(september.location), "history")
    assert "1 sel diperbaiki saat mengunggah" in shown_text(history)


def test_typed_corrections_go_to_their_cells_or_to_all_alike() -> None:
    content = csv_file(*(people_in(desa, text) for desa, text in
                         (("Kalirejo", "3o"), ("Wonosoco", "3o"), ("Wates", "5o"))))  # fmt: skip
    report = read_upload(content, file_name="a.csv", reference=load_reference())
    found = [finding for finding in report.findings if finding.code == "BUKAN_ANGKA"]
    edited = {0: {"fix": " 3 "}, 2: {"fix": ""}}
    assert typed_corrections(edited, found, report, alike=False) == {("", 2, 6): "3"}
    assert typed_corrections(edited, found, report, alike=True) == {("", 2, 6): "3", ("", 3, 6): "3"}
    both = {0: {"fix": "3"}, 1: {"fix": "4"}}
    assert typed_corrections(both, found, report, alike=True) == {("", 2, 6): "3", ("", 3, 6): "4"}


def test_saving_waits_for_all_rows_only_where_the_operator_wants_so(
    open_page: OpenPage, september: Lake
) -> None:
    content = csv_file(people_in("Kalirejo", 30), people_in("Wonosoco", "12o"))
    app = drop(open_page(Path(september.location), "upload"), ("angka.csv", content))
    labelled(app.checkbox, "Lanjutkan tanpa baris ini").check().run()
    assert not labelled(app.button, "Simpan ke dashboard").disabled
    switch = labelled(app.toggle, "Simpan hanya bila semua baris benar")
    switch.set_value(True).run()
    assert labelled(app.button, "Simpan ke dashboard").disabled
    assert "1 baris belum benar" in shown_text(app)
    labelled(app.toggle, "Simpan hanya bila semua baris benar").set_value(False).run()
    save(app)
    assert ("2026-10", KALIREJO, 30) in people(september)


def test_undoing_a_save_forgets_the_spelling_that_was_confirmed_with_it(
    open_page: OpenPage, september: Lake
) -> None:
    app = drop(open_page(Path(september.location), "upload"), ("typo.csv", TYPO))
    area_box(app).select(KALIREJO).run()
    save(app)
    assert "Kalirejx" in september.scan("alias_wilayah").collect()["alias"].to_list()
    assert "1 ejaan wilayah diingat" in shown_text(open_page(Path(september.location), "history"))
    labelled(app.button, "Batalkan simpanan ini").click().run()

    assert len(september.scan("alias_wilayah").collect()) == 0


def test_companies_of_one_desa_are_added_up_once_the_operator_agrees(
    open_page: OpenPage, tmp_path: Path
) -> None:
    rows = [f"{people_in('Kalirejo', number)};{name}" for name, number in (("PT A", 30), ("PT B", 12))]
    content = csv_file(*rows, header=f"{HEADER};Nama Perusahaan")
    app = drop(open_page(tmp_path / "data", "upload"), ("mkro.csv", content))
    labelled(app.checkbox, "Terima usulnya (2 baris)").check().run()
    save(app)
    assert people(Lake(tmp_path / "data")) == [("2026-10", KALIREJO, 42)]


def test_a_proposal_for_whole_columns_is_counted_in_columns(open_page: OpenPage, tmp_path: Path) -> None:
    content = csv_file(
        "Kalirejo;2026;100;120", header="Desa;Tahun;Pagu murni (ribuan rupiah);Pagu perubahan (ribuan rupiah)"
    )
    app = drop(open_page(tmp_path / "data", "upload"), ("pagu.csv", content))
    assert labelled(app.checkbox, "Terima usulnya (2 kolom)")
    assert "Lihat semuanya (2)" in [box.label for box in app.expander]


def test_a_proposal_for_what_a_title_says_is_not_counted(open_page: OpenPage, tmp_path: Path) -> None:
    content = csv_file("Kalirejo;100", header="Triwulan III 2026\nDesa;Peserta Aktif")
    app = drop(open_page(tmp_path / "data", "upload"), ("triwulan.csv", content))
    assert "Terima usulnya" in [box.label for box in app.checkbox]


def test_rows_wait_only_on_the_sheets_that_lack_a_year() -> None:
    table = [["Kecamatan", "Peserta Aktif"], ["Jati", "tiga puluh"], ["Bae", 20]]
    given = {"segmen": "RENTAN", "sumber_dana": "DBHCHT", "program": "JKK+JKM"}
    report = read_upload(
        xlsx_of({"Januari": table, "Februari 2026": table, "Maret": table}), file_name="b.xlsx",
        reference=load_reference(), options=IntakeOptions(constants=given),
    )  # fmt: skip
    reasons = rejected_table(report).frame.groupby("sheet")["reason"].agg(" ".join)
    assert ["Tahun" in reasons[sheet] for sheet in ("Januari", "Februari 2026", "Maret")] == [
        True,
        False,
        True,
    ]


def test_a_kind_that_only_the_titles_name_is_taken_with_one_click(
    open_page: OpenPage, september: Lake
) -> None:
    above = ["DAFTAR PESERTA BPJS KETENAGAKERJAAN RT/RW;;;;", "KEADAAN : OKTOBER 2026;;;;"]
    header = "KECAMATAN;DESA;SUMBER DANA;PROGRAM;JUMLAH RT/RW AKTIF"
    content = csv_file(*above[1:], header, "Undaan;Kalirejo;APBDes;JKK+JKM;30", header=above[0])
    app = drop(open_page(Path(september.location), "upload"), ("daftar.csv", content))
    assert "mungkin Kepesertaan aktif" in app.error[0].value
    labelled(app.button, "Ya, ini Kepesertaan aktif").click().run()
    assert not app.error
    labelled(app.checkbox, "Saya sudah memeriksanya").check().run()
    save(app)

    assert ("2026-10", KALIREJO, 30) in people(september)
