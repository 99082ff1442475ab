"""Nothing about a person is shown: not in findings, not among rejected rows, not as an example of a column."""

from __future__ import annotations

import pandas as pd
import pytest

from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.personal import is_personal, mask_frame
from jamsos_data.masking import mask
from tests.intake.sheets import GIVEN, codes, csv_of, finding, read

NIK = "3319010101900001"


def _slot(header: str, position: int = 0) -> Slot:
    return Slot(position=position, header=header, role="unused")


@pytest.mark.parametrize(
    "header",
    ["Nama", "Nama Lengkap Pekerja", "Nama Ahli Waris", "No. Identitas", "Nomor KTP/NIK", "Alamat Rumah", "No HP",
     "Nama Ibu Kandung", "No. KPJ", "Tempat, Tgl Lahir", "No. Rekening Bank", "Data Pekerja / Nama Lengkap", "No KK"],
)  # fmt: skip
def test_columns_about_persons_are_known_by_a_word_of_their_header(header: str) -> None:
    assert is_personal(_slot(header))


@pytest.mark.parametrize(
    "header",
    [
        "Nama Desa",
        "Nama Dusun",
        "Nama Kecamatan",
        "Nama Usaha",
        "Segmen",
        "Peserta Aktif",
        "Jumlah KK",
        "Nama Program",
    ],
)
def test_names_of_places_and_things_are_not_about_persons(header: str) -> None:
    assert not is_personal(_slot(header))


def test_masked_rows_keep_the_other_cells_and_lose_the_person() -> None:
    cells = pd.DataFrame({0: ["Orang Satu"], 1: ["Entah"], 2: [f"ket {NIK}"]})
    slots = (_slot("Nama Lengkap"), _slot("Desa", 1), _slot("Keterangan", 2))
    assert mask_frame(cells, slots).to_numpy().tolist() == [["", "Entah", "ket 33••••••••••••••"]]


@pytest.mark.parametrize(
    "text",
    [NIK, "3319 0101 0190 0001", "3.31901010190E+15",
     "33.19.01.010190.0001", "331901-010190-0001", NIK[:15], NIK + "7"],
)  # fmt: skip
def test_a_nik_in_any_spelling_is_unreadable(text: str) -> None:
    assert not set("456789") & set(mask(f"x {text} y"))
    assert "0101" not in mask(text)


@pytest.mark.parametrize(
    "text", ["33.19.04.2013", "2026-09", "1.234.567.890", "Rp 659.265.600", "081234567890"]
)
def test_codes_months_and_sums_stay_readable(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize("text", [NIK, "33.190.101.019.001", "081234567890", "9" * 25])
def test_a_number_of_a_person_is_no_number_of_people(text: str) -> None:
    report = read(csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", text], ["Undaan", 5]]), given=GIVEN)
    found = finding(report, "ANGKA_TERLALU_BESAR")
    assert (report.outcome, report.totals, found.row) == ("problems", {"peserta_aktif": 5}, 2)
    shown = "".join(f.message("id") + repr(f) for f in report.findings)
    assert text not in shown
    assert text[3:] not in shown


def test_a_shifted_cell_of_a_list_by_name_is_not_quoted() -> None:
    content = csv_of([
        ["NIK", "Nama", "Desa", "Kecamatan", "Segmen", "Mulai"],
        [NIK, "L", "Sutinah Binti", "Undaan", "RENTAN", "Juli 2026"],
        [NIK, "L", "Wates", "Sumarno Hadi", "Kasmirah", "Lasmini 2026"],
        ["3319044101800002", "Orang Dua", "Wates", "Undaan", "RENTAN", "Juli 2026"],
    ])  # fmt: skip
    report = read(content, given={key: GIVEN[key] for key in ("sumber_dana", "program")})
    shown = repr(report) + "".join(found.message("id") + found.message("en") for found in report.findings)
    shown += report.rejected.to_csv()
    assert "NAMA_TIDAK_DIKENAL" in codes(report)
    for name in ("Sutinah", "Sumarno", "Kasmirah", "Lasmini"):
        assert name not in shown


def test_rejected_rows_and_examples_leave_out_persons() -> None:
    content = csv_of([["Nama Lengkap Pekerja", "Desa", "Kecamatan", "Peserta Aktif"],
                      ["Sutinah", "Entah", "Jati", 3], ["Sumarno", "Jati Wetan", "Jati", 4]])  # fmt: skip
    report = read(content, kind="kepesertaan", given=GIVEN)
    assert len(report.rejected) == 1
    assert "Entah" in report.rejected.to_csv()
    assert "Sutinah" not in report.rejected.to_csv() + repr(report.sheets)
