"""Spellings of areas that an operator confirmed are known for the next file, versioned and undoable."""

from pathlib import Path

import pytest

from jamsos_data.commit import commit_report, preview_commit, preview_reference
from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.intake.report import AreaText
from jamsos_data.lake import Lake
from jamsos_data.reference import load_reference
from jamsos_data.reference_sets import ALIASES

HEADER = "Bulan;Kecamatan;Desa;Segmen;Sumber dana;Program;Peserta aktif\n"
KALIREJO, UNDAAN = "33.19.04.2003", "33.19.04"
TYPED: dict[AreaText, str] = {("Kalirejx", UNDAAN): KALIREJO}


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path / "data")


def read(
    lake: Lake,
    desa: str = "Kalirejx",
    *,
    month: str = "September 2026",
    kecamatan: str = "Undaan",
    areas: dict[AreaText, str] | None = None,
    accepted: frozenset[str] = frozenset(),
) -> IntakeReport:
    content = f"{HEADER}{month};{kecamatan};{desa};RENTAN;DBHCHT;JKK+JKM;12\n".encode()
    options = IntakeOptions(areas=areas or {}, accepted=accepted)
    return read_upload(content, file_name="a.csv", reference=lake.reference(), options=options)


@pytest.mark.parametrize("way", ["chosen", "accepted"])
def test_a_spelling_that_was_confirmed_is_read_in_the_next_file(lake: Lake, way: str) -> None:
    assert read(lake).outcome == "problems"
    accepted = frozenset(["NAMA_TIDAK_DIKENAL"])
    first = read(lake, areas=TYPED) if way == "chosen" else read(lake, accepted=accepted)
    commit_report(lake, first, author="sri", note="rekap")

    later = read(lake, month="Oktober 2026")
    assert (later.outcome, later.by_kecamatan) == ("ok", {UNDAAN: 12})
    (version,) = lake.history(ALIASES)
    assert (version.author, version.note, version.file_name, version.rows) == ("sri", "rekap", "a.csv", 1)


def test_it_holds_only_inside_the_kecamatan_in_which_it_was_confirmed(lake: Lake) -> None:
    commit_report(lake, read(lake, areas=TYPED))
    assert read(lake, kecamatan="Dawe").outcome == "problems"


def test_nothing_is_remembered_before_the_commit_nor_twice_nor_by_the_example(
    lake: Lake, example_lake: Path
) -> None:
    report = read(lake, areas=TYPED)
    preview_commit(lake, report)
    assert lake.version(ALIASES) is None
    commit_report(lake, report)
    commit_report(lake, report)
    assert lake.version(ALIASES) == 1
    assert Lake(example_lake).version(ALIASES) is None


def test_a_remembered_spelling_is_undone_like_anything_else(lake: Lake) -> None:
    commit_report(lake, read(lake, areas=TYPED))
    before = lake.fingerprint()
    lake.restore(ALIASES, 0)
    assert lake.fingerprint() != before
    assert read(lake, month="Oktober 2026").outcome == "problems"


def test_what_is_only_remembered_makes_no_lake_full(lake: Lake) -> None:
    commit_report(lake, read(lake, areas=TYPED))
    lake.restore("kepesertaan", 0)
    assert lake.is_empty()
    assert lake.version(ALIASES) == 1


def test_a_name_of_several_areas_is_not_remembered_without_its_kecamatan(lake: Lake) -> None:
    header = "Bulan;Wilayah;Segmen;Sumber dana;Program;Peserta aktif"
    content = f"{header}\nSeptember 2026;Kaliwungu;RENTAN;DBHCHT;JKK+JKM;5\n".encode()
    options = IntakeOptions(areas={("Kaliwungu", ""): "33.19.01"})
    report = read_upload(content, file_name="a.csv", reference=lake.reference(), options=options)
    assert report.by_kecamatan == {"33.19.01": 5}
    commit_report(lake, report)
    assert lake.version(ALIASES) is None


def test_the_shipped_spellings_stay_beside_the_remembered_ones(lake: Lake) -> None:
    commit_report(lake, read(lake, areas=TYPED))
    assert set(lake.reference().aliases) == {*load_reference().aliases, (KALIREJO, "Kalirejx", UNDAAN)}
    other = read(lake, "Wonosocx", month="Oktober 2026", accepted=frozenset(["NAMA_TIDAK_DIKENAL"]))
    commit_report(lake, other)
    assert lake.history(ALIASES)[0].rows == 1
    assert len(lake.reference().aliases) == len(load_reference().aliases) + 2


def test_the_file_and_the_spelling_are_one_change(lake: Lake) -> None:
    version = commit_report(lake, read(lake, areas=TYPED))
    assert version.change
    assert lake.history(ALIASES)[0].change == version.change


def test_the_table_of_spellings_may_be_uploaded_over_the_remembered_ones(lake: Lake) -> None:
    commit_report(lake, read(lake, areas=TYPED))
    table = f"kode;alias;kecamatan\n{KALIREJO};Kalirejoo;{UNDAAN}\n33.19.04.2001;Wonosocx;33.18.01\n".encode()
    options = IntakeOptions(kind=ALIASES, accepted=frozenset(["ACUAN_KODE_ASING"]))
    report = read_upload(table, file_name="ejaan.csv", reference=lake.reference(), options=options)
    change = preview_reference(lake, report)
    assert [row.name for row in change.added] == ["Kalirejoo"]
    assert "Kalirejx" in [row.name for row in change.removed]
    commit_report(lake, report)
    assert lake.reference().aliases == ((KALIREJO, "Kalirejoo", UNDAAN),)
