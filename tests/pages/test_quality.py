"""Mutu data: who reported, the grade with its formula, rows to check, and the lists for the camat."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from jamsos_data.exports.letters.document import file_name, make_letters
from jamsos_data.lake import Lake
from jamsos_data.lake_view import LakeView
from jamsos_data.messages import load_messages
from tests.metrics.tables import month
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import BASIS, UNDAAN, put, shown_tables, small_lake


def test_the_page_tells_who_reported_the_grade_with_its_formula_and_the_rows(
    open_page: OpenPage, example_lake: Path
) -> None:
    app = open_page(example_lake, "quality", bulan="2026-09")
    text, tables = (shown(app).replace("\xa0", " ") for shown in (shown_text, shown_tables))

    assert (
        "**131 dari 132 desa/kelurahan melapor untuk September 2026** (99,2 %). Belum ada data Kutuk." in text
    )
    assert "Lengkap dalam 12 bulan: 99,8 %" in text  # 3 of 132 × 12 are missing
    assert "Nilai = (40 × Kelengkapan + 30 × Pemetaan ke desa + 25 × Tanpa temuan" in text
    assert "Jekulo|A|90,7|100,00 %|98,48 %|84,62 %" in tables
    assert (
        "Dibayar beberapa sumber, lebih dari peserta aktif|Jekulo|Hadipolo|September 2026|Buruh tani"
        in tables
    )
    [chart] = app.get("plotly_chart")
    assert (
        "105 dari 108 sel lengkap. Undaan, September 2026: 15 dari 16 desa melapor (93,8\xa0%)."
        in chart.proto.alt
    )  # type: ignore[attr-defined]

    app.selectbox(key="mutu_pemeriksaan").set_value("DESA_TANPA_DATA").run()
    assert "Desa tanpa data bulan ini|Undaan|Kutuk" in shown_tables(app)
    assert "Hadipolo" not in shown_tables(app)


def test_who_is_known_as_part_of_a_kecamatan_only_has_not_reported(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """Undaan (16 desa) and Jekulo (12) reported as a whole, 920 people; 10 more are known for one desa of Dawe."""
    place = small_lake(tmp_path)
    row = {"periode": month("2026-09"), "segmen": "UMKM", "sumber_dana": "MANDIRI", "program": "JKK+JKM"}
    put(Lake(place), "kepesertaan", [row | {"kode_wilayah": "33.19.09.2017", "peserta_aktif": 10}])
    text = shown_text(open_page(place, "quality")).replace("\xa0", " ")

    assert "**1 dari 132 desa/kelurahan melapor untuk September 2026** (0,8 %)." in text
    assert "28 desa/kelurahan hanya ada dalam angka kecamatannya (Undaan dan Jekulo)." in text
    assert "Desa melapor: 1 dari 132" in text
    assert "Terpetakan ke desa: 1,1 %" in text  # 10 of 930, construction aside


def test_one_kecamatan_is_shown_by_desa_and_a_segment_nobody_reports_is_said(
    open_page: OpenPage, example_lake: Path
) -> None:
    app = open_page(example_lake, "quality", bulan="2026-09", wilayah=UNDAAN)
    assert "**15 dari 16 desa/kelurahan melapor" in shown_text(app)
    assert "Unduh daftar untuk Camat Undaan (PDF)" in [button.label for button in app.get("download_button")]  # type: ignore[attr-defined]

    other = open_page(example_lake, "quality", bulan="2026-09", wilayah=UNDAAN, segmen="PENYELENGGARA_PEMILU")
    assert "Tidak ada desa yang melaporkan segmen ini" in shown_text(other)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_list_for_a_camat_names_villages_months_and_rows(tmp_path: Path, language: str) -> None:
    place = small_lake(tmp_path)
    lake, reference = Lake(place), Lake(place).reference()
    desa = reference.desa_of(UNDAAN)
    row = {"periode": "2026-08-01", "segmen": "UMKM", "sumber_dana": "MANDIRI", "program": "JKK"}
    put(lake, "kepesertaan", [row | {"kode_wilayah": kode, "peserta_aktif": 3} for kode in desa[:1]])
    view = LakeView(
        reference=reference,
        bulan=month("2026-08"),
        banding=None,
        segmen="SEMUA",
        sumber_dana=None,
        dengan_jakon=True,
        basis=BASIS,
        wilayah=UNDAAN,
        keluarga="UCJ",
        lake=lake,
        versions=lake.versions(),
    )
    pages = PdfReader(io.BytesIO(make_letters(view, load_messages(language), state="hari ini"))).pages
    text = " ".join(pages[0].extract_text().split())

    assert len(pages) == 1
    assert file_name(view) == "mutu-data-undaan-2026-08.pdf"
    said = {
        "id": ("Camat Undaan", "Paket tanpa JKK atau JKM", "Agu 2026", "3 orang", "Kutuk"),
        "en": ("head of Undaan", "Package without JKK or JKM", "Aug 2026", "3 people", "Kutuk"),
    }
    assert [part for part in said[language] if part not in text] == []
    assert "DATA CONTOH" not in text
