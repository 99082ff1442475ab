"""The page Unggah data, driven as an operator would: drop, answer, look, save, undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from jamsos_data.intake import IntakeOptions, read_upload
from jamsos_data.lake import Lake
from jamsos_data.reference import load_reference
from pages.parts import access
from pages.parts.upload.mending import typed_corrections
from pages.parts.upload.rejected import rejected_table
from tests.intake.sheets import xlsx_of
from tests.lake.rows import put
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.uploading import (
    HEADER,
    commit_file,
    csv_file,
    drop,
    labelled,
    lake_with,
    people,
    people_in,
)

KALIREJO = "33.19.04.2003"
GOOD = csv_file(people_in("Kalirejo", 30), people_in("Wonosoco", 12))
TYPO = csv_file(people_in("Kalirejx", 30), people_in("Wonosoco", 12))


def find(widgets: Any, label: str) -> Any:
    return labelled(widgets, label)


def save(app: AppTest, name: str = "Sri Wahyuni") -> AppTest:
    find(app.text_input, "Nama Anda").input(name)
    return find(app.button, "Simpan ke dashboard").click().run()


def warned(app: AppTest) -> str:
    """What the amber boxes say, apart from the one that the browser shows for a file it refuses."""
    texts = [str(box.value).replace("\\", "") for box in app.warning]
    return "\n".join(text for text in texts if "ditandai merah" not in text)


def may_save(app: AppTest) -> bool:
    return any(button.label == "Simpan ke dashboard" for button in app.button)


@pytest.fixture
def september(tmp_path: Path) -> Lake:
    """A lake with one month of two desa."""
    rows = [
        people_in(desa, number, month="September 2026")
        for desa, number in (("Kalirejo", 20), ("Wonosoco", 10))
    ]
    return lake_with(tmp_path, *rows)


def test_a_good_file_is_recognised_saved_and_named_with_its_month(
    open_page: OpenPage, september: Lake
) -> None:
    app = drop(open_page(Path(september.location), "upload"), ("oktober.csv", GOOD))
    assert "Terbaca sebagai **Kepesertaan aktif**: 2 baris · Okt 2026" in shown_text(app)
    assert "peserta aktif 42" in shown_text(app)
    save(app)

    assert not app.exception
    assert "2 baris, versi 2. Yang berubah: Okt 2026." in app.success[0].value
    assert ("2026-10", KALIREJO, 30) in people(september)
    version = september.history("kepesertaan")[0]
    assert (version.author, version.file_name) == ("Sri Wahyuni", "oktober.csv")


def test_a_total_over_several_months_says_so(open_page: OpenPage, september: Lake) -> None:
    content = csv_file(people_in("Kalirejo", 30), people_in("Kalirejo", 31, month="November 2026"))
    app = drop(open_page(Path(september.location), "upload"), ("dua bulan.csv", content))

    assert "peserta aktif 61. Angkanya jumlah dari 2 bulan." in shown_text(app)


def test_nothing_is_saved_without_a_name(open_page: OpenPage, september: Lake) -> None:
    app = drop(open_page(Path(september.location), "upload"), ("oktober.csv", GOOD))
    save(app, name="  ")

    assert "Tulis nama Anda dahulu" in shown_text(app)
    assert september.version("kepesertaan") == 1


def test_a_segment_that_the_file_lacks_is_given_once_in_a_field(open_page: OpenPage, september: Lake) -> None:
    header = HEADER.replace("Segmen;", "")
    content = csv_file("Undaan;Kalirejo;Oktober 2026;APBDes;JKK+JKM;30", header=header)
    app = drop(open_page(Path(september.location), "upload"), ("tanpa segmen.csv", content))
    assert not may_save(app)
    find(app.selectbox, "Segmen").select("LINMAS").run()
    save(app)

    assert app.success
    rows = september.scan("kepesertaan").collect()
    assert rows.filter(rows["segmen"] == "LINMAS")["peserta_aktif"].to_list() == [30]


def test_a_field_that_was_filled_in_can_be_changed_again(open_page: OpenPage, september: Lake) -> None:
    header = HEADER.replace("Segmen;", "")
    content = csv_file("Undaan;Kalirejo;Oktober 2026;APBDes;JKK+JKM;30", header=header)
    app = drop(open_page(Path(september.location), "upload"), ("tanpa segmen.csv", content))
    find(app.selectbox, "Segmen").select("LINMAS").run()
    find(app.selectbox, "Segmen").select("").run()

    assert not app.error
    assert "Lengkapi isian di atas" in shown_text(app)
    assert not may_save(app)


def test_a_file_that_names_no_area_is_saved_once_the_area_is_given(
    open_page: OpenPage, september: Lake
) -> None:
    content = csv_file(
        f"Oktober 2026;{'Linmas;APBDes;JKK+JKM'};30", header=HEADER.removeprefix("Kecamatan;Desa;")
    )
    app = drop(open_page(Path(september.location), "upload"), ("tanpa wilayah.csv", content))
    assert app.error
    find(app.selectbox, "Wilayah").select("33.19").run()
    save(app)

    assert ("2026-10", "33.19", 30) in people(september)


def test_a_typing_error_in_a_village_waits_for_its_proposal_to_be_accepted(
    open_page: OpenPage, september: Lake
) -> None:
    app = drop(open_page(Path(september.location), "upload"), ("ketik.csv", TYPO))
    assert "Kalirejx" in shown_text(app)
    assert not may_save(app)
    find(app.checkbox, "Terima usulnya").check().run()
    assert "Semua hal sudah diputuskan" in shown_text(app)
    save(app)

    assert ("2026-10", KALIREJO, 30) in people(september)


def test_a_row_that_cannot_be_read_is_left_behind_only_when_the_operator_says_so(
    open_page: OpenPage, september: Lake
) -> None:
    content = csv_file(people_in("Kalirejo", "dua belas"), people_in("Wonosoco", 12))
    app = drop(open_page(Path(september.location), "upload"), ("huruf.csv", content))
    assert not may_save(app)
    find(app.checkbox, "Lanjutkan tanpa baris ini").check().run()
    assert "1 baris tidak ikut disimpan" in shown_text(app)
    save(app)

    assert [count for month, _, count in people(september) if month == "2026-10"] == [12]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("kosong.csv", b"", "kosong"),
        ("surat.csv", b"%PDF-1.7 surat", "berkas PDF"),
        ("surat.txt", b"Yth. Bapak Camat.", "bukan tabel"),
        ("rusak.xlsx", b"PK\x03\x04 terpotong", "rusak"),
        (
            "pati.csv",
            csv_file(
                *(
                    f"{kecamatan};Desa;Oktober 2026;Linmas;APBDes;JKK+JKM;5"
                    for kecamatan in ("Tayu", "Juwana")
                )
            ),
            "kabupaten ini",
        ),
    ],
)
def test_a_file_that_cannot_be_taken_gets_one_sentence_and_changes_nothing(
    open_page: OpenPage, september: Lake, name: str, content: bytes, sentence: str
) -> None:
    if name == "pati.csv":
        content = content.replace(b"Kecamatan;Desa;", b"Kabupaten;Kecamatan;").replace(
            b"Tayu;Desa", b"Pati;Tayu"
        )
        content = content.replace(b"Juwana;Desa", b"Pati;Juwana")
    app = drop(open_page(Path(september.location), "upload"), (name, content))

    assert not app.exception
    (error,) = app.error
    assert sentence in error.value
    assert "Traceback" not in shown_text(app)
    assert not may_save(app)
    assert september.version("kepesertaan") == 1


def test_a_file_that_is_loaded_already_is_recognised(open_page: OpenPage, september: Lake) -> None:
    commit_file(september, GOOD, name="oktober.csv", author="Budi")
    app = drop(open_page(Path(september.location), "upload"), ("nama lain.csv", GOOD))

    assert "sudah dimuat pada" in shown_text(app)
    assert "oleh Budi (versi 2" in shown_text(app)
    assert not may_save(app)


def test_the_same_content_dropped_twice_is_shown_once(open_page: OpenPage, september: Lake) -> None:
    app = drop(open_page(Path(september.location), "upload"), ("satu.csv", GOOD), ("dua.csv", GOOD))

    assert "sama persis dengan **satu.csv**" in shown_text(app)
    assert len([button for button in app.button if button.label == "Simpan ke dashboard"]) == 1


def test_each_of_several_files_has_a_state_of_its_own(open_page: OpenPage, september: Lake) -> None:
    app = drop(
        open_page(Path(september.location), "upload"),
        ("satu.csv", GOOD),
        ("dua.csv", TYPO),
        ("tiga.csv", b""),
    )

    assert "**3 berkas**: 1 siap disimpan, 1 perlu diperiksa, dan 1 ditolak." in shown_text(app)


def test_the_change_is_shown_before_saving(open_page: OpenPage, september: Lake) -> None:
    content = csv_file(people_in("Kalirejo", 15, month="September 2026"))
    app = drop(open_page(Path(september.location), "upload"), ("koreksi.csv", content))

    text = shown_text(app)
    assert "Peserta aktif: 30 → **15**, berkurang 15." in text
    assert "Digantikan: 2 baris (bulan September 2026; segmen Pengurus RT/RW; sumber dana APBDes)." in text
    assert "| Undaan | 30 | 15 | turun 15 |" in text


def test_adding_rows_that_are_there_already_is_refused_in_a_sentence(
    open_page: OpenPage, september: Lake
) -> None:
    content = csv_file(people_in("Kalirejo", 15, month="September 2026"))
    app = drop(open_page(Path(september.location), "upload"), ("tambahan.csv", content))
    app.segmented_control[0].select(True).run()
    assert "1 baris sudah ada dan akan terhitung dua kali" in shown_text(app)
    save(app)

    assert "terhitung dua kali" in app.error[0].value
    assert september.version("kepesertaan") == 1


def test_a_change_by_somebody_else_meanwhile_is_told_and_the_preview_refreshed(
    open_page: OpenPage, september: Lake
) -> None:
    content = csv_file(people_in("Kalirejo", 15, month="September 2026"))
    app = drop(open_page(Path(september.location), "upload"), ("koreksi.csv", content))
    find(app.checkbox, "Saya tahu").check().run()
    commit_file(september, csv_file(people_in("Kalirejo", 99, month="September 2026")), author="Tono")
    save(app)

    assert "sudah diubah oleh Tono" in app.error[0].value
    assert "99 → **15**" in shown_text(app)
    assert september.version("kepesertaan") == 2


def test_what_disappears_is_listed_and_must_be_ticked_before_saving(
    open_page: OpenPage, september: Lake
) -> None:
    content = csv_file(people_in("Kalirejo", 15, month="September 2026"))
    app = drop(open_page(Path(september.location), "upload"), ("koreksi.csv", content))
    assert "angka 1 wilayah yang tidak disebut di berkas ini: Wonosoco 10" in warned(app)
    assert find(app.button, "Simpan ke dashboard").disabled
    find(app.checkbox, "Saya tahu").check().run()
    assert not find(app.button, "Simpan ke dashboard").disabled
    save(app)
    assert people(september) == [("2026-09", KALIREJO, 15)]


def test_one_click_adds_instead_and_nothing_disappears(open_page: OpenPage, september: Lake) -> None:
    content = csv_file(people_in("Undaan Lor", 7, month="September 2026"))
    app = drop(open_page(Path(september.location), "upload"), ("tambahan.csv", content))
    find(app.button, "Tambahkan saja").click().run()
    assert warned(app) == ""
    save(app)

    assert sorted(count for _, _, count in people(september)) == [7, 10, 20]


def test_a_file_that_takes_nothing_away_asks_for_no_tick(open_page: OpenPage, september: Lake) -> None:
    app = drop(open_page(Path(september.location), "upload"), ("oktober.csv", GOOD))
    assert warned(app) == ""
    assert not any(box.label.startswith("Saya") for box in app.checkbox)


def test_what_a_total_may_hold_already_is_told_and_must_be_ticked(
    open_page: OpenPage, tmp_path: Path
) -> None:
    lake = Lake(tmp_path / "data")
    put(lake, ("2026-10", "33.19", "BPU", 9128))
    content = GOOD.replace(b"APBDes", b"DBHCHT")
    app = drop(open_page(tmp_path / "data", "upload"), ("oktober.csv", content))
    assert "Bukan penerima upah 9.128 (Kudus) mungkin sudah memuat" in warned(app)
    assert find(app.button, "Simpan ke dashboard").disabled
    find(app.checkbox, "Saya sudah memeriksanya").check().run()
    save(app)

    assert lake.version("kepesertaan") == 2


@pytest.mark.parametrize("leave", [True, False])
def test_the_example_stays_unless_the_operator_leaves_it_behind(
    open_page: OpenPage, tmp_path: Path, leave: bool
) -> None:
    lake = Lake(tmp_path / "data")
    put(lake, ("2026-09", KALIREJO, "RENTAN", 500), asal="contoh")
    app = drop(open_page(tmp_path / "data", "upload"), ("oktober.csv", GOOD))
    tick = find(app.checkbox, "Tinggalkan data contoh")
    assert tick.value is False
    assert "semua angka rekaan dihapus dari kepesertaan aktif" in shown_text(app)
    assert "1 baris contoh tetap berdampingan dengan data Anda" in shown_text(app)
    if leave:
        tick.check()
    save(app)

    assert bool(lake.has_example()) is not leave
    assert any("Data contoh ditinggalkan" in one.value for one in app.success) is leave
    assert len([row for row in people(lake) if row[0] == "2026-10"]) == 2


def test_one_click_undoes_a_save_together_with_the_leaving_of_the_example(
    open_page: OpenPage, tmp_path: Path
) -> None:
    lake = Lake(tmp_path / "data")
    put(lake, ("2026-09", KALIREJO, "RENTAN", 500), asal="contoh")
    app = drop(open_page(tmp_path / "data", "upload"), ("oktober.csv", GOOD))
    find(app.checkbox, "Tinggalkan data contoh").check()
    save(app)
    assert not lake.has_example()
    find(app.button, "Batalkan simpanan ini").click().run()

    assert "Simpanan dibatalkan" in shown_text(app)
    assert people(lake) == [("2026-09", KALIREJO, 500)]
    assert may_save(app)


def test_a_save_that_somebody_built_upon_is_not_undone_from_the_page(
    open_page: OpenPage, september: Lake
) -> None:
    app = drop(open_page(Path(september.location), "upload"), ("oktober.csv", GOOD))
    save(app)
    commit_file(september, csv_file(people_in("Undaan Lor", 7)), author="Tono")
    find(app.button, "Batalkan simpanan ini").click().run()

    assert "Buka Riwayat" in app.error[0].value
    assert september.version("kepesertaan") == 3


def test_where_uploading_is_closed_the_page_says_why_and_what_to_do(
    open_page: OpenPage, september: Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "THIS_MACHINE", frozenset())
    app = open_page(Path(september.location), "upload")

    assert "unggahan ditutup. Pasang [auth]" in app.warning[0].value
    assert not app.file_uploader
    assert find(app.selectbox, "Kumpulan data")


def test_a_list_by_name_leaves_counts_and_no_person(
    open_page: OpenPage, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    header = "NIK;Nama;Kecamatan;Desa;Segmen;Sumber dana;Program;Mulai;Sampai"
    rows = [
        f"331904410180000{number};Rekaan {number};Undaan;Kalirejo;Linmas;APBDes;JKK+JKM;Oktober 2026;Oktober 2026"
        for number in (1, 2)
    ]
    wrong = "3319;Rekaan Salah;Undaan;Kalirejo;Linmas;APBDes;JKK+JKM;Oktober 2026;Oktober 2026"
    app = drop(open_page(tmp_path / "data", "upload"), ("bnba.csv", csv_file(*rows, wrong, header=header)))
    find(app.checkbox, "Lanjutkan tanpa baris ini").check().run()

    text = shown_text(app) + "".join(str(table.value) for table in (*app.table, *app.dataframe))
    assert "Rekaan" not in text
    assert "3319044101800001" not in text
    save(app)
    assert people(Lake(tmp_path / "data")) == [("2026-10", KALIREJO, 2)]
    kept = f"{app.session_state['unggahan']} {app.query_params} {caplog.text}".encode()
    written = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    for person in (b"Rekaan", b"331904410180000"):
        assert person not in kept + written


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
    return find(app.selectbox, "“Kalirejx”")


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

    find(app.button, "Urungkan yang terakhir").click().run()
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
                         (("Kalirejo", "tiga"), ("Wonosoco", "tiga"), ("Wates", "lima"))))  # fmt: skip
    report = read_upload(content, file_name="a.csv", reference=load_reference())
    found = [finding for finding in report.findings if finding.code == "BUKAN_ANGKA"]
    edited = {0: {"fix": " 3 "}, 2: {"fix": ""}}
    assert typed_corrections(edited, found, report, alike=False) == {("", 2, 6): "3"}
    assert typed_corrections(edited, found, report, alike=True) == {("", 2, 6): "3", ("", 3, 6): "3"}
    both = {0: {"fix": "3"}, 1: {"fix": "4"}}
    assert typed_corrections(both, found, report, alike=True) == {("", 2, 6): "3", ("", 3, 6): "4"}


def test_a_list_by_name_offers_no_editing(open_page: OpenPage, september: Lake) -> None:
    header = "NIK;Kecamatan;Desa;Mulai;Segmen;Sumber dana"
    content = csv_file("3319040101900001;Undaan;Kalirejx;Oktober 2026;RENTAN;DBHCHT", header=header)
    app = drop(open_page(Path(september.location), "upload"), ("nama.csv", content))
    assert "tidak dikenal" in shown_text(app)
    assert not [box for box in app.selectbox if "baris) adalah" in box.label]
    assert not app.get("arrow_data_frame")


def test_saving_waits_for_all_rows_only_where_the_operator_wants_so(
    open_page: OpenPage, september: Lake
) -> None:
    content = csv_file(people_in("Kalirejo", 30), people_in("Wonosoco", "dua belas"))
    app = drop(open_page(Path(september.location), "upload"), ("angka.csv", content))
    find(app.checkbox, "Lanjutkan tanpa baris ini").check().run()
    assert not find(app.button, "Simpan ke dashboard").disabled
    switch = find(app.toggle, "Simpan hanya bila semua baris benar")
    switch.set_value(True).run()
    assert find(app.button, "Simpan ke dashboard").disabled
    assert "1 baris belum benar" in shown_text(app)
    find(app.toggle, "Simpan hanya bila semua baris benar").set_value(False).run()
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
    find(app.button, "Batalkan simpanan ini").click().run()

    assert len(september.scan("alias_wilayah").collect()) == 0


def test_persons_said_to_be_inactive_are_counted_where_the_operator_knows_better(
    open_page: OpenPage, tmp_path: Path
) -> None:
    header = "NIK;Nama;Kecamatan;Desa;Segmen;Sumber dana;Program;Mulai;Status"
    rows = [
        f"331904410180000{number};Rekaan {number};Undaan;Kalirejo;Linmas;APBDes;JKK+JKM;Oktober 2026;{state}"
        for number, state in ((1, "Aktif"), (2, "Pindah"), (3, "Aktif"))
    ]
    app = drop(open_page(tmp_path / "data", "upload"), ("bnba.csv", csv_file(*rows, header=header)))
    assert "1 dari 3 orang tertulis tidak" in shown_text(app)
    find(app.checkbox, "Hitung mereka").check().run()
    assert "atas pilihan Anda mereka dihitung" in shown_text(app)
    save(app)
    assert people(Lake(tmp_path / "data")) == [("2026-10", KALIREJO, 3)]


def test_companies_of_one_desa_are_added_up_once_the_operator_agrees(
    open_page: OpenPage, tmp_path: Path
) -> None:
    rows = [f"{people_in('Kalirejo', number)};{name}" for name, number in (("PT A", 30), ("PT B", 12))]
    content = csv_file(*rows, header=f"{HEADER};Nama Perusahaan")
    app = drop(open_page(tmp_path / "data", "upload"), ("mkro.csv", content))
    find(app.checkbox, "Terima usulnya (2 baris)").check().run()
    save(app)
    assert people(Lake(tmp_path / "data")) == [("2026-10", KALIREJO, 42)]


def test_a_proposal_for_whole_columns_is_counted_in_columns(open_page: OpenPage, tmp_path: Path) -> None:
    content = csv_file(
        "Kalirejo;2026;100;120", header="Desa;Tahun;Pagu murni (ribuan rupiah);Pagu perubahan (ribuan rupiah)"
    )
    app = drop(open_page(tmp_path / "data", "upload"), ("pagu.csv", content))
    assert find(app.checkbox, "Terima usulnya (2 kolom)")
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
