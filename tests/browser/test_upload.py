"""A file from the clerk's desk to the figures of every page, in a real browser over a really started server."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from jamsos_data.lake import Lake
from jamsos_data.reference import load_reference
from pages.parts.history.versions import moment_code
from pages.parts.navigation import existing_pages

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAUSE = 600  # ms: the grid gathers what is typed for a moment before it sends it
TOO_LARGE = 300 * 1024 * 1024  # bytes


@pytest.fixture(scope="session")
def october() -> FilePayload:
    """What Dinsos would send: a title, the month in words, one row per desa, a total, a source line."""
    reference = load_reference()
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Rekap", 0)
    sheet.append(["REKAP PEKERJA RENTAN KABUPATEN KUDUS"])
    sheet.append(["Bulan Oktober 2026"])
    sheet.append([])
    sheet.append(["No", "Kecamatan", "Desa", "Segmen", "Sumber Dana", "Program", "Peserta Aktif"])
    for number, desa in enumerate(reference.all_desa, start=1):
        kecamatan = reference.area_name(reference.parent_area(desa))
        cells = ["Pekerja rentan", "DBHCHT", "JKK+JKM", 200 + number]
        sheet.append([number, f"Kec. {kecamatan}", reference.area_name(desa), *cells])
    sheet.append(["JUMLAH", None, None, None, None, None, sum(200 + n for n in range(1, 133))])
    sheet.append(["Sumber: Dinsos P3AP2KB"])
    content = io.BytesIO()
    book.save(content)
    return {"name": "rekap oktober 2026.xlsx", "mimeType": XLSX, "buffer": content.getvalue()}


def drop(page: Page, *files: FilePayload | Path) -> None:
    box = page.locator("input[type=file]")
    box.set_input_files(list(files))  # type: ignore[arg-type]


def open_cell(page: Page, canvas: Locator) -> Locator:
    """The field of the first cell under "Perbaikan"; the table takes no click before it stands still."""
    editor = page.locator("textarea.gdg-input")
    for _ in range(10):
        page.wait_for_timeout(PAUSE)
        width = canvas.evaluate("element => element.clientWidth")
        canvas.dblclick(position={"x": 0.38 * width, "y": 52}, force=True)
        page.wait_for_timeout(PAUSE)
        if editor.is_visible():
            break
    return editor


def month_box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Bulan", exact=True)


def test_a_file_for_october_goes_through_and_every_page_follows(
    own_server: str, own_lake: Path, page: Page, october: FilePayload
) -> None:
    page.goto(f"{own_server}/unggah")
    drop(page, october)
    expect(page.get_by_text("132 baris · Okt 2026 · 9 kecamatan dan 132 desa/kelurahan")).to_be_visible()
    # 132 × 200 + (1 + … + 132)
    expect(page.get_by_text("peserta aktif 35.178")).to_be_visible()
    page.get_by_label("Nama Anda").fill("Sri Wahyuni")
    hint = page.get_by_test_id("InputInstructions").first  # Streamlit's: English, and over the text
    expect(hint).to_have_css("display", "none")
    page.get_by_role("button", name="Simpan ke dashboard").click()
    expect(page.get_by_text("132 baris, versi")).to_be_visible()

    page.get_by_test_id("stMain").get_by_role("link", name="Ringkasan").click()
    expect(month_box(page)).to_have_value("Oktober 2026")
    expect(page.get_by_text("Per Oktober 2026")).to_be_visible()
    for entry in existing_pages():
        if entry.filtered:
            page.get_by_test_id("stSidebar").get_by_role("link", name=entry.title).click()
            expect(page.get_by_role("heading", level=1)).to_have_text(entry.title)
            expect(month_box(page)).to_have_value("Oktober 2026")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Riwayat").click()
    expect(page.get_by_text("rekap oktober 2026.xlsx").first).to_be_visible()
    assert Lake(own_lake).history("kepesertaan")[0].author == "Sri Wahyuni"


def test_cells_are_mended_on_the_page_or_in_the_marked_workbook(
    server: str, page: Page, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Rekap", 0)
    sheet.append(["Kecamatan", "Desa", "Bulan", "Segmen", "Sumber Dana", "Program", "Peserta Aktif"])
    for desa in ("Wonosoco", "Wates"):
        sheet.append(["Undaan", desa, "Oktober 2026", "Pekerja rentan", "DBHCHT", "JKK+JKM", "3o"])
    content = io.BytesIO()
    book.save(content)
    page.goto(f"{server}/unggah")
    drop(page, {"name": "rekap.xlsx", "mimeType": XLSX, "buffer": content.getvalue()})
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh berkas dengan tanda").click()
    marked = tmp_path / "rekap_bertanda.xlsx"
    download.value.save_as(marked)

    expect(page.get_by_text("Putuskan hal-hal di atas")).to_be_visible()
    editor = open_cell(page, page.locator("[class*=st-key-edit_]").get_by_test_id("data-grid-canvas"))
    editor.fill("3")
    editor.press("Enter")
    expect(editor).to_be_hidden()
    page.wait_for_timeout(PAUSE)
    page.get_by_role("button", name="Terapkan ke semua yang sama").click()
    expect(page.get_by_text("2 perbaikan Anda dipakai")).to_be_visible()
    expect(page.get_by_text("peserta aktif 6")).to_be_visible()

    mended = openpyxl.load_workbook(marked)
    mended["Rekap"]["G2"], mended["Rekap"]["G3"] = 4, 5
    mended.save(marked)
    page.reload()
    drop(page, marked)
    expect(page.get_by_text("peserta aktif 9")).to_be_visible()
    expect(page.get_by_text("Siap disimpan")).to_be_visible()


def test_a_file_that_is_too_large_gets_our_sentence_with_the_limit(
    server: str, page: Page, tmp_path: Path
) -> None:
    large = tmp_path / "besar.csv"
    with large.open("wb") as file:
        file.truncate(TOO_LARGE)
    page.goto(f"{server}/unggah")
    sentence = page.get_by_text("Berkas yang ditandai merah tidak diunggah")
    expect(page.locator("input[type=file]")).to_be_attached()
    expect(sentence).to_be_hidden()
    drop(page, large)

    expect(sentence).to_be_visible()
    expect(sentence).to_contain_text("paling banyak 200 MB")
    expect(page.get_by_text("File must be")).to_be_hidden()


def test_a_file_of_another_kind_gets_our_sentence_too(server: str, page: Page) -> None:
    page.goto(f"{server}/unggah")
    drop(page, {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"})

    expect(page.get_by_text("Berkas yang ditandai merah tidak diunggah")).to_contain_text(".xlsx")
    expect(page.get_by_text("are not allowed")).to_be_hidden()


def test_the_drop_zone_speaks_the_language_of_the_page(server: str, page: Page) -> None:
    page.goto(f"{server}/unggah")
    label = page.locator(".st-key-drop_files [data-testid=stBaseButton-secondary] p")
    label.wait_for()
    size, text = (
        label.evaluate(f"element => getComputedStyle(element{part}")
        for part in (").fontSize", ", '::after').content")
    )

    assert (size, text) == ("0px", '"Pilih berkas"')


def test_a_copied_link_to_a_past_version_shows_that_state_with_a_banner_on_every_page(
    own_server: str, own_lake: Path, page: Page
) -> None:
    lake = Lake(own_lake)
    before = max(lake.history(kind)[0].time for kind in lake.versions())
    lake.remove_example(author="Sri")
    page.goto(f"{own_server}/cakupan?versi={moment_code(before)}")

    banner = page.get_by_text("bukan data terbaru")
    expect(banner).to_be_visible()
    expect(month_box(page)).to_have_value("September 2026")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Panduan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Panduan")
    expect(banner).to_be_visible()
    page.locator(".st-key-past_to_now").get_by_role("button").click()
    expect(banner).to_be_hidden()
    expect(page).not_to_have_url(re.compile("versi="))


def test_a_restore_is_confirmed_in_a_dialog(own_server: str, own_lake: Path, page: Page) -> None:
    page.goto(f"{own_server}/riwayat")
    page.get_by_role("button", name="Batalkan perubahan ini").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Nama Anda").fill("Sri")
    dialog.get_by_role("button", name="Kembalikan").click()

    expect(page.get_by_text("sudah dikembalikan. Untuk membatalkannya")).to_be_visible()
    expect(dialog).to_be_hidden()
    lake = Lake(own_lake)
    newest = max((lake.history(kind)[0] for kind in lake.versions()), key=lambda version: version.time)
    assert (newest.action, newest.author) == ("pulihkan", "Sri")
    assert lake.is_empty()  # loading the example was one change
