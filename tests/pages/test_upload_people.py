"""Lists by name on the page Unggah data: the choice to recognise persons, and rows of the same person by number."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from jamsos_data.lake import Lake
from jamsos_data.lake.people import remembered_people
from jamsos_data.person_key import key_file, load_key
from pages.parts import access
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.uploading import csv_file, drop, labelled

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


def find(widgets: Any, label: str) -> Any:
    return labelled(widgets, label)


def press(app: AppTest, label: str) -> None:
    find(app.button, label).click().run()


def save(app: AppTest) -> None:
    find(app.text_input, "Nama Anda").input("Sri")
    press(app, "Simpan ke dashboard")


def test_it_is_off_until_somebody_switches_it_on_and_says_under_which_law(
    open_page: OpenPage, tmp_path: Path
) -> None:
    app = open_page(tmp_path / "data", "upload")
    assert "UU 27/2022" in shown_text(app)
    assert load_key() is None
    press(app, "Nyalakan")
    assert load_key() is not None
    assert find(app.button, "Matikan dan hapus semua kode")


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
    find(app.checkbox, "Saya").check().run()
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
    assert find(app.button, "Nyalakan")


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
