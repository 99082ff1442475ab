"""What was corrected once is used for the next file of the same shape, said, and forgotten on request."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jamsos_data.commit import commit_report, forget_layouts, recall_layouts
from jamsos_data.intake import IntakeOptions, IntakeReport, SheetLayout, read_upload
from jamsos_data.lake import Lake
from jamsos_data.lake.shapes import read_shapes
from tests.intake.sheets import GIVEN, Rows, codes, csv_of, finding, values, xlsx_of

UNDAAN, JATI = "33.19.04", "33.19.03"
CHOSEN = {"*": SheetLayout(columns={"Hasil": "peserta_aktif", "Tempat": "kecamatan"}, header=(1, 1))}


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path / "data")


def read(
    lake: Lake, content: bytes, layout: dict[str, SheetLayout] | None = None, **given: str
) -> IntakeReport:
    options = IntakeOptions(
        kind="kepesertaan", constants=GIVEN | given, layout=layout or {}, recalled=recall_layouts(lake)
    )
    return read_upload(content, file_name="a.csv", reference=lake.reference(), options=options)


def month_of(*rows: tuple[str, int], titles: int = 0) -> bytes:
    return csv_of([*([["Rekap", ""]] * titles), ["Tempat", "Hasil"], *rows])


def people(report: IntakeReport) -> list[tuple[object, ...]]:
    return values(report, "kode_wilayah", "peserta_aktif")


def test_the_next_file_of_the_same_shape_is_read_with_the_corrections_and_says_so(lake: Lake) -> None:
    commit_report(lake, read(lake, month_of(("Undaan", 10)), CHOSEN), author="Sri")
    report = read(lake, month_of(("Jati", 7), titles=2), periode="2026-10")

    assert people(report) == [(JATI, 7)]
    assert report.sheets[0].header_rows == (3,)
    said = finding(report, "TATA_LETAK_DIINGAT")
    assert "oleh Sri" in said.message()
    assert report.outcome == "ok"
    assert report.shapes == ()
    evidence = report.sheets[0].columns[1].evidence
    assert evidence is not None
    assert evidence.reason("id").startswith("koreksi dari berkas terdahulu")


def test_nothing_is_remembered_before_the_file_is_committed(lake: Lake) -> None:
    read(lake, month_of(("Undaan", 10)), CHOSEN)
    assert recall_layouts(lake) == {}


def test_a_file_without_choices_leaves_nothing_behind(lake: Lake) -> None:
    commit_report(lake, read(lake, csv_of([["Kecamatan", "Peserta aktif"], ["Undaan", 10]])))
    assert recall_layouts(lake) == {}


def test_other_headers_are_another_shape(lake: Lake) -> None:
    commit_report(lake, read(lake, month_of(("Undaan", 10)), CHOSEN), author="Sri")
    report = read(lake, csv_of([["Tempat", "Hasil akhir"], ["Jati", 7]]))

    assert report.outcome == "refused"


def test_what_is_forgotten_is_not_used_again(lake: Lake) -> None:
    commit_report(lake, read(lake, month_of(("Undaan", 10)), CHOSEN), author="Sri")
    shape = str(finding(read(lake, month_of(("Jati", 7))), "TATA_LETAK_DIINGAT").params["shape"])
    forget_layouts(lake, [shape], author="Budi")

    assert recall_layouts(lake) == {}
    assert read(lake, month_of(("Jati", 7))).outcome == "refused"


def test_a_new_correction_takes_the_place_of_the_remembered_one(lake: Lake) -> None:
    content = csv_of([["Kecamatan", "Peserta aktif", "Hasil akhir"], ["Undaan", 10, 30]])
    commit_report(lake, read(lake, content, {"*": SheetLayout(columns={"Hasil akhir": "peserta_aktif"})}))
    assert people(read(lake, content)) == [(UNDAAN, 30)]
    again = {"*": SheetLayout(columns={"Hasil akhir": "-", "Peserta aktif": "peserta_aktif"})}
    commit_report(lake, read(lake, content, again), author="Budi")

    assert people(read(lake, content)) == [(UNDAAN, 10)]
    assert len(read_shapes(lake.location)) == 1


def test_rows_left_out_are_of_one_file_only(lake: Lake) -> None:
    content = csv_of([["Kecamatan", "Peserta aktif"], ["Undaan", 10], ["Jati", 5]])
    commit_report(lake, read(lake, content, {"*": SheetLayout(left_out=(3,))}))
    assert recall_layouts(lake) == {}


def test_a_sheet_left_out_beside_one_of_the_same_shape_is_not_remembered(lake: Lake) -> None:
    rows: Rows = [["Kecamatan", "Peserta aktif"], ["Undaan", 10]]
    content = xlsx_of({"Satu": rows, "Dua": rows})
    commit_report(lake, read(lake, content, {"Dua": SheetLayout(read=False)}))
    assert {layout.read for layout in recall_layouts(lake).values()} <= {None}


def test_the_table_holds_positions_and_canonical_names_and_no_text_of_the_file(lake: Lake) -> None:
    commit_report(lake, read(lake, month_of(("Undaan", 10)), CHOSEN), author="Sri")
    [row] = read_shapes(lake.location).rows(named=True)

    assert json.loads(row["tata_letak"]) == {
        "rows": 1, "kind": "kepesertaan", "columns": {"0": "kecamatan", "1": "peserta_aktif"}, "read": None,
    }  # fmt: skip
    assert row["pembuat"] == "Sri"
    files = [file.read_bytes() for file in Path(lake.location).rglob("*") if file.is_file()]
    assert not any(b"Tempat" in content or b"Hasil" in content for content in files)


def test_of_a_list_by_name_no_name_or_number_is_found_in_the_lake(lake: Lake) -> None:
    nik = "3319040101800001"
    rows: Rows = [["No identitas", "Siapa", "Alfa", "Kecamatan", "Bulan"],
                  [nik, "Siti Aminah", "Wates", "Undaan", "2026-09"]]  # fmt: skip
    constants = {name: GIVEN[name] for name in ("segmen", "sumber_dana", "program")}
    columns: dict[int | str, str] = {0: "nik", 2: "desa", 4: "mulai"}
    options = IntakeOptions(
        kind="daftar_peserta", constants=constants, layout={"*": SheetLayout(header=(1, 1), columns=columns)}
    )
    report = read_upload(xlsx_of({"Data": rows}), file_name="a", reference=lake.reference(), options=options)
    assert report.outcome == "ok", codes(report)
    commit_report(lake, report, author="Sri")

    assert len(recall_layouts(lake)) == 1
    files = [file.read_bytes() for file in Path(lake.location).rglob("*") if file.is_file()]
    assert not any(b"Siti" in content or nik.encode() in content for content in files)
