"""Files that cannot be taken get one clear sentence, quickly, whatever they are called."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.intake.sheets import GIVEN, csv_of, read, xlsx_of

FILES = Path(__file__).parent / "files"
GOOD = {"Data": [["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40]]}


def _zip(entries: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def _far_cell() -> bytes:
    with zipfile.ZipFile(io.BytesIO(xlsx_of(GOOD))) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return _zip(entries | {sheet: entries[sheet].replace(b"</sheetData>", far)})


BAD = {
    "empty": (b"", "BERKAS_KOSONG"),
    "only blanks": (b"  \r\n\r\n ", "BERKAS_KOSONG"),
    "workbook without cells": (xlsx_of({"A": [], "B": []}), "BERKAS_KOSONG"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "BUKAN_TABEL_PDF"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "BUKAN_TABEL"),
    "prose": (b"Yth. Bapak Camat, mohon data peserta segera dikirim. Terima kasih.\n", "BUKAN_TABEL"),
    "letter with commas": (
        b"Kepada Yth. Camat, di tempat\nBersama ini, kami sampaikan, data.\nTerima kasih, salam\n",
        "JUDUL_TABEL_TIDAK_ADA",
    ),
    "web page without a table": (b"<html><body><p>Silakan masuk</p></body></html>", "BUKAN_TABEL_WEB"),
    "xml of a spreadsheet": (b'<?xml version="1.0"?><Workbook><Worksheet/></Workbook>', "BUKAN_TABEL_WEB"),
    "json": (b'{"kecamatan": "Jati", "peserta": 30}', "BUKAN_TABEL"),
    "binary noise": (bytes(range(256)) * 20, "BUKAN_TABEL"),
    "word document": (_zip({"word/document.xml": b"<w/>", "[Content_Types].xml": b""}), "BUKAN_TABEL_WORD"),
    "old word document": (
        bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"),
        "BUKAN_TABEL_WORD",
    ),
    "zip of files": (_zip({"a.csv": b"Kecamatan;Peserta\n"}), "BUKAN_TABEL"),
    "truncated workbook": (xlsx_of(GOOD)[:-400], "BERKAS_RUSAK"),
    "workbook with a broken sheet": (
        _zip({"xl/workbook.xml": b"<workbook", "[Content_Types].xml": b""}),
        "BERKAS_RUSAK",
    ),
    "old workbook of garbage": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000), "BERKAS_RUSAK"),
    "zip bomb": (_zip({"xl/workbook.xml": bytes(200 * 1024**2)}), "BERKAS_MENGEMBANG"),
    "one cell at the far corner": (_far_cell(), "TABEL_TERLALU_BESAR"),
    "only a header": (csv_of([["Kecamatan", "Segmen", "Peserta Aktif"], ["", "", ""]]), "TANPA_BARIS_DATA"),
    "no known header": (csv_of([["a", "b"], ["1", "2"], ["3", "4"]]), "JUDUL_TABEL_TIDAK_ADA"),
    "password-protected xlsx": ((FILES / "bersandi.xlsx").read_bytes(), "BERKAS_BERSANDI"),
    "password-protected ods": ((FILES / "bersandi.ods").read_bytes(), "BERKAS_BERSANDI"),
    "password-protected xls": ((FILES / "bersandi.xls").read_bytes(), "BERKAS_BERSANDI"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_readable_table_is_refused_with_one_sentence(name: str) -> None:
    content, code = BAD[name]
    report = read(content, name="peserta.xlsx")
    assert (report.outcome, [found.code for found in report.findings]) == ("refused", [code])
    assert report.rows.empty
    assert report.findings[0].message("id").endswith(".")
    assert report.findings[0].message("en").endswith(".")


def test_a_file_of_300_megabytes_is_refused() -> None:
    report = read(bytes(300 * 1024**2))
    assert [found.code for found in report.findings] == ["BERKAS_TERLALU_BESAR"]


def test_an_unknown_kind_or_constant_is_named() -> None:
    assert read(xlsx_of(GOOD), kind="gaji").findings[0].code == "JENIS_TIDAK_ADA"
    assert (
        read(xlsx_of(GOOD), given={"warna": "biru"}, kind="kepesertaan").findings[0].code
        == "KONSTANTA_TIDAK_DIKENAL"
    )
    wrong = read(xlsx_of(GOOD), given=GIVEN | {"periode": "kapan-kapan"}, kind="kepesertaan")
    assert wrong.findings[0].code == "KONSTANTA_SALAH"


def test_a_table_of_no_known_kind_is_refused_with_its_headers() -> None:
    content = csv_of([["Wilayah", "Tahun", "Laki-laki"], ["Kudus", 2023, "3,25"], ["Jati", 2023, "4,10"]])
    report = read(content)
    assert (report.outcome, report.findings[0].code) == ("refused", "JENIS_TIDAK_DIKENAL")
    assert "Laki-laki" in report.findings[0].message("id")


def test_the_extension_does_not_matter() -> None:
    assert read(xlsx_of(GOOD), given=GIVEN, name="data.csv").outcome == "ok"
    assert read(csv_of(GOOD["Data"]), given=GIVEN, name="data.xls").outcome == "ok"
