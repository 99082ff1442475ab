"""Lists by name on the page Unggah data: the choice to recognise persons, and rows of the same person by number."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jamsos_data.lake import Lake
from jamsos_data.lake.people import remembered_people
from jamsos_data.person_key import key_file, load_key
from pages.parts import access
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.uploading import KALIREJO, csv_file, drop, labelled, people, save

HEADER = "NIK;Nama;Kecamatan;Desa;Segmen;Sumber dana;Program;Mulai"
NIK = "331904410180000{}"


def listed(*numbers: int, source: str = "DBHCHT") -> bytes:
    rows = [
        f"{NIK.format(number)};Rekaan {number};Undaan;Kalirejo;Linmas;{source};JKK+JKM;Oktober 2026"
        for number in numbers
    ]
    return csv_file(*rows, header=HEADER)


@pytest.fixture(autouse=True)
def own_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAMSOS_KEY", str(tmp_path / "kunci"))


def press(app: AppTest, label: str) -> None:
    labelled(app.button, label).click().run()


def test_it_is_off_until_somebody_switches_it_on_and_says_under_which_law(
    open_page: OpenPage, tmp_path: Path
) -> None:
    app = open_page(tmp_path / "data", "upload")
    assert "UU 27/2022" in shown_text(app)
    assert load_key() is None
    press(app, "Nyalakan")
    assert load_key() is not None
    assert labelled(app.button, "Matikan dan hapus semua kode")


def test_a_person_of_another_list_is_told_by_number_and_row_and_waits_for_a_tick(
    open_page: OpenPage, tmp_path: Path
) -> None:
    app = open_page(tmp_path / "data", "upload")
    press(app, "Nyalakan")
    save(drop(app, ("satu.csv", listed(1, 2, 3))))
    app = drop(app, ("dua.csv", listed(4, 3, source="ADD")))
    text = shown_text(app)
    assert "1 orang di berkas ini sudah dibayar menurut berkas lain" in text
    assert "Simpan ke dashboard" not in [button.label for button in app.button]
    (table,) = [frame.value for frame in app.dataframe if "Apa yang ganda" in frame.value]
    assert table["Baris"].tolist() == [3]
    assert "Rekaan" not in text + table.to_csv()
    labelled(app.checkbox, "Saya").check().run()
    save(app)
    assert remembered_people(Lake(tmp_path / "data")).persons == 4


def test_forgetting_erases_codes_and_key_and_keeps_the_counts(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(tmp_path / "data", "upload")
    press(app, "Nyalakan")
    save(drop(app, ("satu.csv", listed(1, 2, 3))))
    assert "kode dari **3** orang, dari 1 daftar" in shown_text(app)
    press(app, "Matikan dan hapus semua kode")
    assert not (tmp_path / "data" / "orang").exists()
    assert not key_file().exists()
    assert Lake(tmp_path / "data").scan("kepesertaan").collect()["peserta_aktif"].to_list() == [3]
    assert labelled(app.button, "Nyalakan")


def test_a_key_that_others_can_read_is_said_and_not_used(open_page: OpenPage, tmp_path: Path) -> None:
    key_file().write_bytes(b"k" * 32)
    key_file().chmod(0o644)
    app = open_page(tmp_path / "data", "upload")
    assert "dapat dibaca orang lain" in app.error[0].value
    app = drop(app, ("satu.csv", listed(1)))
    assert "dicari di dalam berkas ini saja" in shown_text(app)


def test_where_uploading_is_closed_nobody_can_switch_it(
    open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "THIS_MACHINE", frozenset())
    app = open_page(tmp_path / "data", "upload")
    assert "Nyalakan" not in [button.label for button in app.button]


def test_rows_of_one_person_within_a_file_are_listed_with_its_first_row(
    open_page: OpenPage, tmp_path: Path
) -> None:
    content = listed(1, 2) + b"\n" + listed(1, source="ADD").splitlines()[1]
    app = drop(open_page(tmp_path / "data", "upload"), ("satu.csv", content))
    (table,) = [frame.value for frame in app.dataframe if "Apa yang ganda" in frame.value]
    assert table["Baris"].tolist() == [2, 4]
    assert table["Baris pertama orang itu di berkas ini"].tolist() == [2, 2]
    assert set(table["Apa yang ganda"]) == {"Dua sumber dana di berkas ini"}


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
    labelled(app.checkbox, "Lanjutkan tanpa baris ini").check().run()

    text = shown_text(app) + "".join(str(table.value) for table in (*app.table, *app.dataframe))
    assert "Rekaan" not in text
    assert "3319044101800001" not in text
    save(app)
    assert people(Lake(tmp_path / "data")) == [("2026-10", KALIREJO, 2)]
    kept = f"{app.session_state['unggahan']} {app.query_params} {caplog.text}".encode()
    written = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    for person in (b"Rekaan", b"331904410180000"):
        assert person not in kept + written


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
    labelled(app.checkbox, "Hitung mereka").check().run()
    assert "atas pilihan Anda mereka dihitung" in shown_text(app)
    save(app)
    assert people(Lake(tmp_path / "data")) == [("2026-10", KALIREJO, 3)]


def test_a_list_by_name_offers_no_editing(open_page: OpenPage, september: Lake) -> None:
    header = "NIK;Kecamatan;Desa;Mulai;Segmen;Sumber dana"
    content = csv_file("3319040101900001;Undaan;Kalirejx;Oktober 2026;RENTAN;DBHCHT", header=header)
    app = drop(open_page(Path(september.location), "upload"), ("nama.csv", content))
    assert "tidak dikenal" in shown_text(app)
    assert not [box for box in app.selectbox if "baris) adalah" in box.label]
    assert not app.get("arrow_data_frame")
