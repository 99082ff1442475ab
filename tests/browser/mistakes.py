"""A workbook as an office would send it, with the mistakes that occur most: for tests and for the guide's pictures."""

from __future__ import annotations

import io

import openpyxl
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.test_shell import settle

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Two names with a slip of the pen, two numbers that are none, a village of another kecamatan.
ROWS = (
    ("Wonosoco", 204),
    ("Lambangan", 198),
    ("Kalirejo", "2oo"),
    ("Medini", 240),
    ("Sambung", 175),
    ("Glagah Wahru", 162),
    ("Undaan Kiduul", 301),
    ("Wates", "31o"),
    ("Jati Wetan", 120),
)


DECISIONS = (
    "Terima usulnya (2 sel)",
    "Lanjutkan tanpa baris ini (2)",
    "Lanjutkan tanpa baris ini (1)",
    "Saya sudah memeriksanya; datanya benar begini",
)


def workbook_with_mistakes() -> FilePayload:
    """A recap of Undaan for October 2026: a title, the month in words, a wrong total, a source line."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Rekap", 0)
    sheet.append(["REKAP PEKERJA RENTAN KECAMATAN UNDAAN"])
    sheet.append(["Bulan Oktober 2026"])
    sheet.append([])
    sheet.append(["No", "Kecamatan", "Desa", "Segmen", "Sumber Dana", "Program", "Peserta Aktif"])
    for number, (desa, people) in enumerate(ROWS, start=1):
        sheet.append([number, "Kec. Undaan", desa, "Pekerja rentan", "DBHCHT", "JKK+JKM", people])
    sheet.append(["JUMLAH", None, None, None, None, None, 2000])
    sheet.append(["Sumber: Dinsos P3AP2KB"])
    content = io.BytesIO()
    book.save(content)
    return {"name": "rekap undaan oktober.xlsx", "mimeType": XLSX, "buffer": content.getvalue()}


def decide_all(page: Page) -> None:
    """Decide each point about that workbook as an operator would, so that it may be saved."""
    expect(page.get_by_text("Putuskan hal-hal di atas")).to_be_visible()
    for decision in DECISIONS:
        page.get_by_text(decision, exact=True).click()
        settle(page)
    expect(page.get_by_role("button", name="Simpan ke dashboard")).to_be_visible()
    settle(page)
