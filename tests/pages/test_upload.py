"""The page Unggah data, driven as an operator would: drop, answer, look, save, undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from jamsos_data.lake import Lake
from pages.parts import access
from tests.lake.rows import put
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.uploading import (
    GOOD,
    HEADER,
    KALIREJO,
    TYPO,
    commit_file,
    csv_file,
    drop,
    labelled,
    may_save,
    people,
    people_in,
    save,
)


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
    labelled(app.selectbox, "Segmen").select("LINMAS").run()
    save(app)

    assert app.success
    rows = september.scan("kepesertaan").collect()
    assert rows.filter(rows["segmen"] == "LINMAS")["peserta_aktif"].to_list() == [30]


def test_a_field_that_was_filled_in_can_be_changed_again(open_page: OpenPage, september: Lake) -> None:
    header = HEADER.replace("Segmen;", "")
    content = csv_file("Undaan;Kalirejo;Oktober 2026;APBDes;JKK+JKM;30", header=header)
    app = drop(open_page(Path(september.location), "upload"), ("tanpa segmen.csv", content))
    labelled(app.selectbox, "Segmen").select("LINMAS").run()
    labelled(app.selectbox, "Segmen").select("").run()

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
    labelled(app.selectbox, "Wilayah").select("33.19").run()
    save(app)

    assert ("2026-10", "33.19", 30) in people(september)


def test_a_typing_error_in_a_village_waits_for_its_proposal_to_be_accepted(
    open_page: OpenPage, september: Lake
) -> None:
    app = drop(open_page(Path(september.location), "upload"), ("ketik.csv", TYPO))
    assert "Kalirejx" in shown_text(app)
    assert not may_save(app)
    labelled(app.checkbox, "Terima usulnya").check().run()
    assert "Semua hal sudah diputuskan" in shown_text(app)
    save(app)

    assert ("2026-10", KALIREJO, 30) in people(september)


def test_a_row_that_cannot_be_read_is_left_behind_only_when_the_operator_says_so(
    open_page: OpenPage, september: Lake
) -> None:
    content = csv_file(people_in("Kalirejo", "12o"), people_in("Wonosoco", 12))
    app = drop(open_page(Path(september.location), "upload"), ("huruf.csv", content))
    assert not may_save(app)
    labelled(app.checkbox, "Lanjutkan tanpa baris ini").check().run()
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


@pytest.mark.parametrize("leave", [True, False])
def test_the_example_stays_unless_the_operator_leaves_it_behind(
    open_page: OpenPage, tmp_path: Path, leave: bool
) -> None:
    lake = Lake(tmp_path / "data")
    put(lake, ("2026-09", KALIREJO, "RENTAN", 500), asal="contoh")
    app = drop(open_page(tmp_path / "data", "upload"), ("oktober.csv", GOOD))
    tick = labelled(app.checkbox, "Tinggalkan data contoh")
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
    labelled(app.checkbox, "Tinggalkan data contoh").check()
    save(app)
    assert not lake.has_example()
    labelled(app.button, "Batalkan simpanan ini").click().run()

    assert "Simpanan dibatalkan" in shown_text(app)
    assert people(lake) == [("2026-09", KALIREJO, 500)]
    assert may_save(app)


def test_a_save_that_somebody_built_upon_is_not_undone_from_the_page(
    open_page: OpenPage, september: Lake
) -> None:
    app = drop(open_page(Path(september.location), "upload"), ("oktober.csv", GOOD))
    save(app)
    commit_file(september, csv_file(people_in("Undaan Lor", 7)), author="Tono")
    labelled(app.button, "Batalkan simpanan ini").click().run()

    assert "Buka Riwayat" in app.error[0].value
    assert september.version("kepesertaan") == 3


def test_where_uploading_is_closed_the_page_says_why_and_what_to_do(
    open_page: OpenPage, september: Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "THIS_MACHINE", frozenset())
    app = open_page(Path(september.location), "upload")

    assert "unggahan ditutup. Pasang [auth]" in app.warning[0].value
    assert not app.file_uploader
    assert labelled(app.selectbox, "Kumpulan data")
