"""From the bytes of a file into the lake: preview, conditions, recognition of what is loaded already."""

from pathlib import Path

import polars as pl
import pytest

from jamsos_data.commit import commit_report, load_example, preview_commit
from jamsos_data.datasets import STORED
from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.lake import (
    ConflictError,
    DuplicateKeysError,
    Lake,
    LakeError,
    NotCommittableError,
    Provenance,
)
from jamsos_data.reference import load_reference

HEADER = "Bulan;Kecamatan;Segmen;Sumber dana;Program;Peserta aktif\n"


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path / "data")


def read(
    *lines: str, header: str = HEADER, file_name: str = "kepesertaan.csv", **options: object
) -> IntakeReport:
    content = (header + "\n".join(lines) + "\n").encode()
    return read_upload(
        content,
        file_name=file_name,
        reference=load_reference(),
        options=IntakeOptions(**options),  # type: ignore[arg-type]
    )


def september(undaan: int, dawe: int) -> IntakeReport:
    return read(
        f"September 2026;Undaan;RENTAN;DBHCHT;JKK+JKM;{undaan}",
        f"September 2026;Dawe;RENTAN;DBHCHT;JKK+JKM;{dawe}",
    )


def sums(lake: Lake) -> dict[str, int]:
    frame = lake.scan("kepesertaan").collect()
    return dict(zip(frame["kode_wilayah"], frame["peserta_aktif"], strict=True))


def test_a_commit_remembers_the_file_and_marks_its_rows_with_the_hash(lake: Lake) -> None:
    report = september(120, 80)
    version = commit_report(lake, report, author="sri", note="dari BPJS")
    assert (version.kind, version.version, version.action) == ("kepesertaan", 1, "ganti")
    assert (version.author, version.note, version.file_name) == ("sri", "dari BPJS", "kepesertaan.csv")
    assert (version.sha256, version.rows, version.periods) == (report.sha256, 2, ("2026-09",))
    assert set(lake.scan("kepesertaan").collect()["asal"]) == {report.sha256[:12]}
    assert sums(lake) == {"33.19.04": 120, "33.19.09": 80}


def test_the_preview_shows_before_after_and_difference_by_kecamatan_and_in_total(lake: Lake) -> None:
    commit_report(lake, september(120, 80))
    preview = preview_commit(lake, september(150, 80))
    assert (preview.before, preview.after, preview.difference) == (200, 230, 30)
    assert (preview.measured, preview.rows_before, preview.rows_after) == ("peserta_aktif", 2, 2)
    assert preview.by_kecamatan.to_dict("list") == {
        "kode_wilayah": ["33.19.04", "33.19.09"],
        "wilayah": ["Undaan", "Dawe"],
        "sebelum": [120, 80],
        "sesudah": [150, 80],
        "selisih": [30, 0],
    }
    assert preview.replaced == {"periode": ("2026-09-01",), "segmen": ("RENTAN",), "sumber_dana": ("DBHCHT",)}
    assert preview.base_version == 1
    assert preview.already_loaded is None
    assert sums(lake) == {"33.19.04": 120, "33.19.09": 80}


def test_the_preview_of_an_addition_keeps_what_is_there_and_counts_keys_that_exist(lake: Lake) -> None:
    commit_report(lake, september(120, 80))
    report = read(
        "September 2026;Undaan;RENTAN;DBHCHT;JKK+JKM;5", "September 2026;Gebog;RENTAN;DBHCHT;JKK+JKM;40"
    )
    preview = preview_commit(lake, report, mode="add")
    assert (preview.before, preview.after, preview.duplicate_keys) == (200, 245, 1)
    assert preview.replaced == {}


def test_a_village_file_is_compared_by_its_kecamatan(lake: Lake) -> None:
    report = read(
        "September 2026;33.19.04.2003;RENTAN;DBHCHT;JKK+JKM;7",
        "September 2026;33.19;RENTAN;DBHCHT;JKK+JKM;11",
        header=HEADER.replace("Kecamatan", "Kode wilayah"),
    )
    areas = preview_commit(lake, report).by_kecamatan
    assert dict(zip(areas["kode_wilayah"], areas["sesudah"], strict=True)) == {"33.19": 11, "33.19.04": 7}


def test_the_same_file_twice_is_recognised_and_makes_no_new_version(lake: Lake) -> None:
    report = september(120, 80)
    first = commit_report(lake, report)
    loaded = preview_commit(lake, report).already_loaded
    assert loaded is not None
    assert loaded.version == 1
    assert commit_report(lake, report) == first
    assert commit_report(lake, report, mode="add") == first
    assert lake.version("kepesertaan") == 1


def test_a_file_whose_rows_were_undone_or_replaced_since_may_be_loaded_again(lake: Lake) -> None:
    report = september(120, 80)
    commit_report(lake, report)
    lake.restore("kepesertaan", 0)
    assert preview_commit(lake, report).already_loaded is None
    assert commit_report(lake, report).version == 3
    commit_report(lake, september(150, 80))
    assert commit_report(lake, report).version == 5
    assert sums(lake) == {"33.19.04": 120, "33.19.09": 80}


def test_the_same_file_read_with_another_constant_is_another_upload(lake: Lake) -> None:
    header = "Bulan;Kecamatan;Sumber dana;Program;Peserta aktif\n"
    line = "September 2026;Undaan;DBHCHT;JKK+JKM;120"
    one = read(line, header=header, constants={"segmen": "RENTAN"})
    other = read(line, header=header, constants={"segmen": "BURUH_TANI"})
    assert one.sha256 == other.sha256
    commit_report(lake, one)
    assert commit_report(lake, other).version == 2
    assert lake.scan("kepesertaan").collect().height == 2


def test_adding_a_key_twice_is_refused_with_the_key_in_the_sentence(lake: Lake) -> None:
    commit_report(lake, september(120, 80))
    with pytest.raises(DuplicateKeysError, match=r"33\.19\.04 · RENTAN"):
        commit_report(lake, september(1, 2), mode="add")
    assert sums(lake) == {"33.19.04": 120, "33.19.09": 80}


def test_a_commit_after_somebody_elses_change_of_the_same_rows_is_a_conflict(lake: Lake) -> None:
    seen = preview_commit(lake, september(120, 80))
    commit_report(lake, september(1, 1), author="budi")
    with pytest.raises(ConflictError, match="budi"):
        commit_report(lake, september(120, 80), base_version=seen.base_version)
    assert sums(lake) == {"33.19.04": 1, "33.19.09": 1}


def test_a_refused_file_leaves_the_lake_as_it_was(lake: Lake) -> None:
    refused = read_upload(b"", file_name="kosong.csv", reference=load_reference())
    with pytest.raises(NotCommittableError, match=r"kosong\.csv"):
        commit_report(lake, refused)
    with pytest.raises(NotCommittableError):
        preview_commit(lake, refused)
    assert not Path(lake.location).exists()


def test_open_problems_keep_a_file_out_until_they_are_accepted(lake: Lake) -> None:
    lines = (
        "September 2026;Undaan;RENTAN;DBHCHT;JKK+JKM;abc",
        "September 2026;Dawe;RENTAN;DBHCHT;JKK+JKM;80",
    )
    open_report = read(*lines)
    assert open_report.outcome == "problems"
    codes = {finding.code for finding in open_report.findings if finding.severity != "info"}
    with pytest.raises(NotCommittableError, match=sorted(codes)[0]):
        commit_report(lake, open_report)
    assert lake.version("kepesertaan") is None
    commit_report(lake, read(*lines, accepted=frozenset(codes)))
    assert sums(lake) == {"33.19.09": 80}


def test_a_list_by_name_becomes_participants_and_no_person_reaches_the_disk(lake: Lake) -> None:
    report = read(
        "3319040101800001;Budi Rekaan;September 2026;September 2026;Undaan;RENTAN;DBHCHT;JKK+JKM",
        "3319044101800002;Siti Rekaan;September 2026;September 2026;Undaan;RENTAN;DBHCHT;JKK+JKM",
        header="NIK;Nama;Mulai;Sampai;Kecamatan;Segmen;Sumber dana;Program\n",
    )
    codes = frozenset(finding.code for finding in report.findings)
    assert report.kind == "daftar_peserta", codes
    assert preview_commit(lake, report).kind == "kepesertaan"
    assert commit_report(lake, report).kind == "kepesertaan"
    assert sums(lake) == {"33.19.04": 2}
    for file in Path(lake.location).rglob("*"):
        if file.is_file():
            assert b"3319040101800001" not in file.read_bytes()
            assert b"Rekaan" not in file.read_bytes()


def test_the_example_is_loaded_once_marked_in_every_row_and_leaves_without_a_trace(own_lake: Path) -> None:
    lake = Lake(own_lake)
    assert lake.has_example() == set(STORED)
    for kind in STORED:
        assert set(lake.scan(kind).collect()["asal"]) == {"contoh"}
        assert {version.action for version in lake.history(kind)} == {"contoh"}
    state = lake.fingerprint()
    versions = load_example(lake)
    assert {version.kind for version in versions} == set(STORED)
    assert lake.fingerprint() == state
    lake.remove_example()
    assert lake.is_empty()


def test_the_example_never_replaces_real_data(lake: Lake) -> None:
    commit_report(lake, september(120, 80))
    with pytest.raises(LakeError, match="sungguhan"):
        load_example(lake)
    assert lake.versions() == {"kepesertaan": 1}


def test_the_preview_says_how_many_example_rows_would_stand_beside_real_ones(lake: Lake) -> None:
    commit_report(lake, september(120, 80))
    example = lake.scan_stored("kepesertaan").collect().with_columns(asal=pl.lit("contoh"))
    lake.restore("kepesertaan", 0)
    lake.add_rows("kepesertaan", example, provenance=Provenance(action="contoh"))
    october = read("Oktober 2026;Undaan;RENTAN;DBHCHT;JKK+JKM;5")
    assert preview_commit(lake, october).example_rows == 2
    assert preview_commit(lake, september(1, 1)).example_rows == 0


@pytest.mark.parametrize("kind", ["daftar_peserta", "kepesertaan"])
def test_no_name_or_nik_in_the_name_of_a_file_is_kept(lake: Lake, kind: str) -> None:
    if kind == "daftar_peserta":
        header = "NIK;Kecamatan;Segmen;Sumber dana;Program;Bulan\n"
        row, kept = "3319070101800001;Undaan;RENTAN;DBHCHT;JKK+JKM;2026-09", "daftar_peserta.csv"
    else:
        header, row = HEADER, "September 2026;Undaan;RENTAN;DBHCHT;JKK+JKM;3"
        kept = "bnba_33••••••••••••••_SITI.csv"
    report = read(row, header=header, file_name="bnba_3319070101800001_SITI.csv", kind=kind)
    commit_report(lake, report)
    assert lake.history("kepesertaan")[0].file_name == kept
    written = b"".join(file.read_bytes() for file in Path(lake.location).rglob("*") if file.is_file())
    assert b"3319070101800001" not in written
