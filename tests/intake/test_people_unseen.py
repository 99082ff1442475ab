"""Whatever is wrong with a list by name, nothing that leaves intake tells who is on it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_data.intake import IntakeReport
from jamsos_data.intake.clean.area_names import AreaNames
from jamsos_data.intake.sheet_names import names_to_hide
from jamsos_data.reference import load_reference
from tests.intake.amount import examples
from tests.intake.sheets import GIVEN, Rows, csv_of, finding, read, xlsx_of

NAMES = ("Siti Aminah", "Sutrisno bin Karto", "Tuminah")
SECRETS = (
    "Siti",
    "Aminah",
    "Sutrisno",
    "Karto",
    "Tuminah",
    "Kasmini",
    "081390001122",
    "Jl. Mawar",
    "331904",
    "332004",
)
HEADER = ["No", "NIK", "Nama", "Desa", "Kecamatan", "Bulan", "Alamat", "No HP", "Ibu Kandung", "Catatan RT"]
LIST = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
EXTRA = ["Jl. Mawar 3", "081390001122", "Kasmini", "tetangga Tuminah"]
GOOD = ["3319040101800001", "Siti Aminah", "Wates", "Undaan", "September 2026"]


def _row(number: int, **cells: str) -> list[object]:
    names = ("nik", "nama", "desa", "kecamatan", "bulan")
    return [number, *(cells.get(name, text) for name, text in zip(names, GOOD, strict=True)), *EXTRA]


def _shown(report: IntakeReport) -> str:
    """All that a page, a log, an export or a traceback could show of a report."""
    sentences = [found.message(language) for found in report.findings for language in ("id", "en")]
    frames = [report.rows.to_csv(), report.rejected.to_csv(), str(report.rejected.columns.tolist())]
    return "\n".join([repr(report), *sentences, *frames]).replace("33.19.04", "")


BAD = {
    "short NIK": _row(2, nik="331904010180"),
    "long NIK": _row(2, nik="33190401018000011"),
    "rounded NIK": _row(2, nik="3.31904010180E+15"),
    "NIK with words": _row(2, nik="3319040101800001 Siti"),
    "NIK of no day": _row(2, nik="3319049913800001"),
    "NIK empty": _row(2, nik=""),
    "no area": _row(2, desa="", kecamatan=""),
    "name as village": _row(2, desa="Sutrisno bin Karto"),
    "name as kecamatan": _row(2, kecamatan="Siti Aminah"),
    "NIK as village": _row(2, desa="3319040101800001"),
    "name as month": _row(2, bulan="Siti Aminah"),
    "NIK as month": _row(2, bulan="3319040101800001"),
    "month unknown": _row(2, bulan="Julember 2026"),
    "month empty": _row(2, bulan=""),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("sheet", ["Data", "Siti Aminah"])
def test_a_faulty_row_tells_its_place_and_nobody(name: str, sheet: str) -> None:
    rows: Rows = [HEADER, _row(1), BAD[name], _row(3, nik="3320044101900009", nama="Tuminah")]
    for content in (xlsx_of({sheet: rows}), csv_of(rows)):
        report = read(content, given=LIST)
        assert report.kind == "daftar_peserta"
        assert list(report.rejected["row"]) == [3]
        assert report.rejected["temuan"].ne("").all()
        for secret in SECRETS:
            assert secret not in _shown(report)


def test_sheets_named_after_a_person_are_numbered_and_others_keep_their_name() -> None:
    names = ("Siti Aminah", "Kec. Undaan", "Data Peserta", "Sept 2026", "Tuminah", "Sheet1")
    assert names_to_hide(names, AreaNames.of(load_reference())) == {"Siti Aminah": "#1", "Tuminah": "#5"}


def test_a_list_on_several_sheets_named_after_persons_names_none_of_them() -> None:
    content = xlsx_of({
        "Siti Aminah": [HEADER, _row(1), _row(2, nik="12")],
        "Tuminah": [HEADER, _row(1, nik="3319044101900002")],
        "Sutrisno": [["Barang", "Isi", "Sisa"], ["Kertas", 30, 3], ["Tinta", 40, 4]],
    })  # fmt: skip
    report = read(content, given=LIST)
    assert [sheet.name for sheet in report.sheets] == ["#1", "#2"]
    assert (list(report.rejected["sheet"]), finding(report, "NIK_TIDAK_16_ANGKA").sheet) == (["#1"], "#1")
    assert "#3" in finding(report, "LEMBAR_BERANGKA_TIDAK_DIBACA").message("id")
    for secret in SECRETS:
        assert secret not in _shown(report)


def test_a_name_in_a_title_is_not_quoted() -> None:
    rows: Rows = [
        ["Nama: Siti Aminah"],
        ["NIK", "3319040101800001"],
        [],
        [*HEADER[1:2], *HEADER[3:6]],
        [GOOD[0], *GOOD[2:]],
    ]
    report = read(xlsx_of({"Data": rows}), given=LIST)
    for secret in SECRETS:
        assert secret not in _shown(report)


def test_rows_without_a_header_are_not_quoted_as_headers() -> None:
    row = ["'3319040101800001", "Siti Aminah", "Wates", "RENTAN", "DBHCHT", "JKK+JKM", "Juli 2026", "UMKM"]
    report = read(csv_of([row, ["'3319040101800002", "Tuminah", *row[2:]]]))
    assert report.outcome == "refused"
    for secret in SECRETS:
        assert secret not in _shown(report)


CELLS = st.sampled_from(
    [*GOOD, *EXTRA, *NAMES, "", "-", "Jumlah", "12", "3.3190401E+15", "33.19.04", "Kec. Undaan"]
)


@given(st.lists(st.lists(CELLS, min_size=10, max_size=10), min_size=1, max_size=5), st.permutations(HEADER))
@examples(20)
def test_shuffled_cells_of_a_list_tell_nobody(rows: list[list[str]], header: list[str]) -> None:
    safe = [
        [f"'{cell}" if cell.isdecimal() and number % 2 else cell for cell in row]
        for number, row in enumerate(rows)
    ]
    good = dict(itertools.chain(zip(HEADER, _row(1), strict=True)))
    report = read(csv_of([header, [good[name] for name in header], *safe]), given=LIST)
    for secret in SECRETS:
        assert secret not in _shown(report)


def test_the_sheet_of_which_another_is_a_copy_is_called_by_its_number_too() -> None:
    people = [["NIK", "Nama", "Desa", "Kecamatan"], ["3319040101800001", "A", "Wates", "Undaan"]]
    people += [["3319040101800002", "B", "Wates", "Undaan"]]
    report = read(xlsx_of({"Orang Satu": people, "Orang Satu (2)": people}), given=GIVEN)
    told = finding(report, "LEMBAR_KEMBAR")
    assert (told.sheet, told.params["first"]) == ("#2", "#1")
    assert "Orang" not in told.message("id")
