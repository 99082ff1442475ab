"""Nobody of a list by name is left behind: a list of 300 people goes through a really started server and browser.

Afterwards the data folder, the server's log and temporary files, every download, the addresses that the browser went
to and what it stored are searched for each NIK, name, address and telephone number.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Download, FilePayload, Page, expect

from jamsos_data.lake import Lake
from jamsos_data.lake.people import remembered_people
from jamsos_data.reference import load_reference
from tests.browser.conftest import Watched, run_server
from tests.browser.test_upload import XLSX, drop
from tests.seeking import found_in, found_in_bytes

PEOPLE = 300
HEADER = ["No", "NIK", "Nama Lengkap", "Alamat", "No HP", "Kecamatan", "Desa", "Segmen", "Sumber Dana", "Program",
          "Mulai", "Sampai"]  # fmt: skip


def nik(number: int) -> str:
    day, month = number % 28 + 1, number // 28 + 1
    return f"331904{day + 40 * (number % 2):02d}{month:02d}77{8001 + number:04d}"


def name(number: int) -> str:
    return f"Zulrekaan{number:03d} Qwertanti"


def address(number: int) -> str:
    return f"Gang Rekawulan {number:03d}"


def phone(number: int) -> str:
    return f"08997766{number:04d}"


SECRETS = (
    *(make(number) for make in (nik, name, address, phone) for number in range(PEOPLE)),
    "Zulrekaan", "Qwertanti", "Rekawulan", "08997766",
)  # fmt: skip


def person(number: int, **cells: str) -> list[object]:
    reference = load_reference()
    undaan = next(code for code in reference.kecamatan if reference.area_name(code) == "Undaan")
    villages = reference.desa_of(undaan)
    row = {
        "nik": nik(number), "desa": reference.area_name(villages[number % len(villages)]), "sumber": "DBHCHT",
        "sampai": "Desember 2026",
    } | cells  # fmt: skip
    return [
        number + 1, row["nik"], name(number), address(number), phone(number), "Undaan", row["desa"], "Pekerja rentan",
        row["sumber"], "JKK+JKM", "Oktober 2026", row["sampai"],
    ]  # fmt: skip


def workbook(rows: list[list[object]]) -> FilePayload:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = name(0)
    sheet.append(["DAFTAR PENERIMA BY NAME BY ADDRESS"])
    sheet.append(HEADER)
    for row in rows:
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return {"name": f"bnba {name(1)}.xlsx", "mimeType": XLSX, "buffer": content.getvalue()}


# 300 people; three have a second payer, one row is faulty in each way, one village is misspelt.
FAULTY = [
    person(0, nik=nik(0)[:15]),
    person(1, nik="3.31904E+15"),
    person(2, nik=f"{nik(2)} {name(2)}"),
    person(3, desa=name(3)),
    person(4, sampai=address(4)),
]
FIRST = workbook(
    [*(person(n) for n in range(PEOPLE)), *(person(n, sumber="ADD") for n in (7, 8, 9)), *FAULTY]
)
SECOND = workbook([person(n, sumber="PADES") for n in range(20, 25)])


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder with all that the server may write to: data, log, temporary files, key."""
    for part in ("sementara", "rumah", "unduhan"):
        (tmp_path / part).mkdir()
    return tmp_path


@pytest.fixture
def private_server(house: Path) -> Iterator[str]:
    private = {
        "TMPDIR": str(house / "sementara"),
        "HOME": str(house / "rumah"),
        "JAMSOS_KEY": str(house / "kunci"),
    }
    with run_server(house / "data", **private) as address:
        yield address


def test_of_300_people_nothing_is_left_behind(private_server: str, house: Path, watched: Watched) -> None:
    page = watched.page
    visited: list[str] = []
    page.on("framenavigated", lambda frame: visited.append(frame.url))
    page.goto(f"{private_server}/unggah")
    page.get_by_role("button", name="Nyalakan").click()
    expect(page.get_by_role("button", name="Matikan dan hapus semua kode")).to_be_visible()

    drop(page, FIRST)
    expect(page.get_by_text("3 orang dibayar oleh dua sumber dana pada bulan yang sama")).to_be_visible()
    saved = [save_download(download, house) for download in downloads(page)]
    assert len(saved) == 4
    accept_and_save(page, "Sri Wahyuni")
    expect(page.get_by_text("versi 1.").first).to_be_visible()

    page.reload()
    drop(page, SECOND)
    expect(page.get_by_text("5 orang di berkas ini sudah dibayar menurut berkas lain")).to_be_visible()
    page.get_by_text("5 baris berisi orang yang sama").click()
    for address_part in ("/", "/cakupan", "/riwayat"):
        page.goto(f"{private_server}{address_part}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("daftar_peserta.xlsx").first).to_be_visible()

    # 300 people, October to December
    lake = Lake(house / "data")
    assert int(lake.scan("kepesertaan").collect()["peserta_aktif"].sum()) == 900
    assert remembered_people(lake).persons == 300
    assert found_in(house, SECRETS) == {}
    asked = "\n".join([*visited, *watched.requests, page.evaluate("location.href")])
    kept = json.dumps(page.context.storage_state()) + page.evaluate("JSON.stringify(history.state)")
    assert found_in_bytes((asked + kept).encode(), SECRETS) == []


def test_one_click_erases_the_codes(private_server: str, house: Path, page: Page) -> None:
    page.goto(f"{private_server}/unggah")
    page.get_by_role("button", name="Nyalakan").click()
    expect(page.get_by_role("button", name="Matikan dan hapus semua kode")).to_be_visible()
    drop(page, SECOND)
    accept_and_save(page, "Sri Wahyuni")
    expect(page.get_by_text("versi 1.").first).to_be_visible()
    expect(page.get_by_text("kode dari 5 orang, dari 1 daftar")).to_be_visible()
    page.get_by_role("button", name="Matikan dan hapus semua kode").click()
    expect(page.get_by_role("button", name="Nyalakan")).to_be_visible()
    assert not (house / "data" / "orang").exists()
    assert not (house / "kunci").exists()
    assert int(Lake(house / "data").scan("kepesertaan").collect()["peserta_aktif"].sum()) == 15


def downloads(page: Page) -> Iterator[Download]:
    """The rejected rows and the rows of the same person, each as XLSX and CSV."""
    page.get_by_text("baris berisi orang yang sama").click()
    for box in ("rejected", "twice"):
        buttons = page.locator(f"[class*='st-key-{box}_']").get_by_role("button")
        for position in range(2):
            with page.expect_download() as waiting:
                buttons.nth(position).click()
            yield waiting.value


def save_download(download: Download, house: Path) -> Path:
    file = house / "unduhan" / download.suggested_filename
    download.save_as(file)
    assert file.stat().st_size > 0
    return file


def accept_and_save(page: Page, author: str) -> None:
    """Tick every question, fill in the name, save."""
    form = page.get_by_role("button", name="Simpan ke dashboard")
    questions = page.locator("[class*='st-key-group_'] [data-testid=stCheckbox]")
    expect(form.or_(questions.first).first).to_be_visible()
    for position in range(questions.count()):
        box = questions.nth(position).get_by_role("checkbox")
        questions.nth(position).locator("label").click()
        expect(box).to_be_checked()
    page.get_by_label("Nama Anda").fill(author)
    form.click()
