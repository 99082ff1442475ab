"""Which code the words of a title name, and when they name more than one code can say."""

from __future__ import annotations

import pytest

from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.match.title_codes import code_in_words
from jamsos_data.reference import load_reference
from tests.intake.sheets import read, xlsx_of

LEXICON = Lexicon(load_reference())


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("JKK, JKM dan JHT", "JKK+JKM+JHT"),
        ("Program JKK dan JKM serta JHT", "JKK+JKM+JHT"),
        ("JKK, JKM, JHT dan JP", "JKK+JKM+JHT+JP"),
        ("JHT, JKK & JKM", "JKK+JKM+JHT"),
        ("JKK dan JKM", "JKK+JKM"),
        ("JKK dan JKM saja", "JKK+JKM"),
        ("Peserta JKM saja", "JKM"),
        ("JKK/JKM (tanpa JHT)", "JKK+JKM"),
        ("JKK dan JKM tanpa JHT dan JP", "JKK+JKM"),
        ("JKK+JKM dan JKK+JKM+JHT", ""),
        ("JKK dan JKM, sebagian peserta JHT", ""),
    ],
)
def test_programmes_in_a_title_are_one_package_however_they_are_joined(title: str, code: str) -> None:
    assert code_in_words("program", [f"Peserta aktif {title} September 2026", "S"], LEXICON) == code


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Linmas dan kader posyandu", ""),
        ("BPD dan kader", ""),
        ("kader posyandu dan Linmas", ""),
        ("perangkat desa dan staf", ""),
        ("Linmas dan tenaga kebersihan", ""),
        ("buruh tani tembakau dan buruh pabrik rokok", ""),
        ("guru non ASN dan KPPS", ""),
        ("RT dan RW", "RT_RW"),
        ("Linmas dan iurannya", "LINMAS"),
        ("pekerja rentan dan realisasi iuran", "RENTAN"),
        ("pekerja rentan DBHCHT dan APBDes", "RENTAN"),
        ("petani dan buruh tani", "BURUH_TANI"),
        ("pekerja rentan Jati dan Undaan", "RENTAN"),
        ("non ASN Kabupaten Kudus", "NON_ASN"),
    ],
)
def test_a_group_that_a_title_adds_without_a_code_of_its_own_leaves_the_segment_open(
    title: str, code: str
) -> None:
    assert code_in_words("segmen", [f"Peserta aktif {title} September 2026", "S"], LEXICON) == code


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("yang belum dibiayai APBDes", ""),
        ("tidak didanai dari DBHCHT", ""),
        ("yang dibiayai APBDes", "APBDES"),
        ("DBHCHT dan hibah", ""),
        ("DBHCHT dan realisasinya", "DBHCHT"),
        ("Pegawai non ASN dan kader, DBHCHT", "DBHCHT"),
    ],
)
def test_a_payer_who_does_not_pay_or_not_alone_is_none(title: str, code: str) -> None:
    assert code_in_words("sumber_dana", [f"Peserta aktif {title}", "S"], LEXICON) == code


@pytest.mark.parametrize(
    ("title", "basis"),
    [
        ("Potensi pekerja rentan tahun 2026", "potensi BPJS/Bappenas"),
        ("Potensi pekerja DTSEN tahun 2026", ""),
        ("Potensi pekerja rentan (DTKS), BPJS Cabang Kudus", ""),
        ("Potensi tenaga kerja, sumber: Sakernas BPS", ""),
        ("Potensi: penduduk bekerja BPS", "penduduk bekerja BPS"),
        ("Potensi BPJS, dipadankan dengan DTSEN", "potensi BPJS/Bappenas"),
    ],
)
def test_a_potensi_of_another_source_is_not_taken_for_that_of_bpjs(title: str, basis: str) -> None:
    assert code_in_words("basis", [title, "S"], LEXICON) == basis


@pytest.mark.parametrize("header", ["Potensi", "Jumlah Pekerja"])
def test_a_file_of_a_potensi_by_dtsen_asks_for_its_basis_and_a_plain_one_does_not(header: str) -> None:
    for source, asked in (("", []), (" menurut DTSEN", ["Basis potensi"])):
        rows = [
            [f"Potensi pekerja rentan tahun 2026{source}"],
            ["Kecamatan", header],
            ["Jati", 600],
            ["Bae", 400],
        ]
        report = read(xlsx_of({"S": rows}), kind="potensi")
        missing = [found.column for found in report.findings if found.code == "KOLOM_WAJIB_TIDAK_ADA"]
        assert (missing, report.totals) == (asked, {} if asked else {"jumlah": 1000})
