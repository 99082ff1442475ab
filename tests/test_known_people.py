"""The same person in several lists: recognised by keyed hash when switched on, told in numbers, forgotten for good."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from jamsos_data.commit import commit_report, with_known_people
from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.lake import Lake
from jamsos_data.lake.people import forget_people, remembered_people
from jamsos_data.person_key import KeyFileError, create_key, hash_numbers, load_key, remove_key
from jamsos_data.reference import load_reference

HEADER = "NIK;Nama;Kecamatan;Desa;Sumber Dana;Mulai;Sampai"
ONE, TWO, THREE = "3319040101800001", "3319044101800002", "3319030101900003"


@pytest.fixture
def lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lake:
    monkeypatch.setenv("JAMSOS_KEY", str(tmp_path / "rahasia" / "kunci"))
    return Lake(tmp_path / "data")


@pytest.fixture
def key(lake: Lake) -> bytes:
    return create_key(lake=lake.location)


def row(
    nik: str, desa: str = "Wates", *, source: str = "DBHCHT", start: str = "Juli 2026", end: str = ""
) -> str:
    return f"{nik};Orang;Undaan;{desa};{source};{start};{end}"


def check(
    lake: Lake, *rows: str, accept: str = "", segmen: str = "RENTAN", mode: str = "replace"
) -> IntakeReport:
    options = IntakeOptions(
        constants={"segmen": segmen, "program": "JKK+JKM"},
        accepted=frozenset(accept.split()),
        person_key=load_key(),
    )
    content = "\n".join([HEADER, *rows]).encode()
    report = read_upload(content, file_name="bnba.csv", reference=load_reference(), options=options)
    return with_known_people(lake, report, options, mode=mode)  # type: ignore[arg-type]


def _contents(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.rglob("*") if file.is_file()]


def known(report: IntakeReport) -> dict[str, tuple[object, object]]:
    """Code → persons and person-months of the findings on other files."""
    found = [f for f in report.findings if f.code.startswith("ORANG_SUDAH")]
    return {f.code: (f.params["n"], f.params["months"]) for f in found}


def test_nothing_is_recognised_and_nothing_is_written_while_it_is_off(lake: Lake, tmp_path: Path) -> None:
    commit_report(lake, check(lake, row(ONE)))
    report = check(lake, row(ONE, source="ADD"))
    assert (report.outcome, known(report)) == ("ok", {})
    assert report.persons.empty
    assert not (tmp_path / "data" / "orang").exists()
    assert not (tmp_path / "rahasia").exists()


def test_a_person_paid_by_another_source_in_another_file_is_found_for_the_months_they_share(
    lake: Lake, key: bytes
) -> None:
    commit_report(lake, check(lake, row(ONE, end="September 2026"), row(TWO)))
    report = check(
        lake, row(ONE, source="ADD", start="Agustus 2026", end="Desember 2026"), row(THREE, source="ADD")
    )
    assert known(report) == {"ORANG_SUDAH_DI_SUMBER_LAIN": (1, 2)}
    assert report.outcome == "problems"
    assert report.twice[["row", "temuan"]].to_numpy().tolist() == [[2, "ORANG_SUDAH_DI_SUMBER_LAIN"]]
    (found,) = [f for f in report.findings if f.code == "ORANG_SUDAH_DI_SUMBER_LAIN"]
    assert "(Alokasi Dana Desa – DBHCHT: 1)" in found.message("id")
    assert ONE not in "".join(f.message(language) for f in report.findings for language in ("id", "en"))


def test_another_village_and_the_same_group_are_told_apart(lake: Lake, key: bytes) -> None:
    commit_report(lake, check(lake, row(ONE), row(TWO)))
    report = check(lake, row(ONE, "Wonosoco"), row(TWO), segmen="UMKM")
    assert known(report) == {"ORANG_SUDAH_DI_WILAYAH_LAIN": (1, 1), "ORANG_SUDAH_TERCATAT": (1, 1)}
    assert "(Wonosoco – Wates: 1)" in report.findings[0].message("id")


def test_an_acknowledged_double_may_be_committed(lake: Lake, key: bytes) -> None:
    commit_report(lake, check(lake, row(ONE)))
    report = check(lake, row(ONE, source="ADD"), accept="ORANG_SUDAH_DI_SUMBER_LAIN")
    assert report.outcome == "ok"
    commit_report(lake, report)
    assert remembered_people(lake).lists == 2


def test_what_the_new_list_replaces_is_no_other_file(lake: Lake, key: bytes) -> None:
    commit_report(lake, check(lake, row(ONE), row(TWO)))
    corrected = row(ONE, "Wonosoco"), row(TWO)
    assert known(check(lake, *corrected)) == {}
    assert known(check(lake, *corrected, mode="add")) == {
        "ORANG_SUDAH_DI_WILAYAH_LAIN": (1, 1), "ORANG_SUDAH_TERCATAT": (1, 1),
    }  # fmt: skip


def test_a_list_that_was_undone_or_replaced_no_longer_counts(lake: Lake, key: bytes) -> None:
    commit_report(lake, check(lake, row(ONE)))
    lake.restore("kepesertaan", 0)
    assert known(check(lake, row(ONE, source="ADD"))) == {}
    lake.restore("kepesertaan", 1)
    assert known(check(lake, row(ONE, source="ADD"))) == {"ORANG_SUDAH_DI_SUMBER_LAIN": (1, 1)}


def test_the_same_list_is_kept_once(lake: Lake, key: bytes) -> None:
    report = check(lake, row(ONE, end="September 2026"))
    commit_report(lake, report)
    commit_report(lake, report)
    assert (remembered_people(lake).rows, remembered_people(lake).persons) == (3, 1)


def test_hashes_of_another_key_are_said_not_to_be_comparable(lake: Lake, key: bytes) -> None:
    commit_report(lake, check(lake, row(ONE)))
    remove_key()
    create_key(lake=lake.location)
    report = check(lake, row(ONE, source="ADD"))
    assert known(report) == {}
    assert "dari 1 berkas dibuat dengan kunci lain" in report.findings[-1].message("id")


def test_a_list_read_under_a_key_that_is_gone_keeps_no_hashes(lake: Lake, key: bytes) -> None:
    report = check(lake, row(ONE))
    remove_key()
    commit_report(lake, report)
    assert remembered_people(lake).rows == 0


def test_forgetting_leaves_no_hash_on_the_disk(lake: Lake, key: bytes, tmp_path: Path) -> None:
    commit_report(lake, check(lake, row(ONE)))
    commit_report(lake, check(lake, row(TWO, source="ADD")))
    hashes = hash_numbers([ONE, TWO], key)
    assert all(any(one in content for content in _contents(tmp_path / "data")) for one in hashes)
    forget_people(lake)
    assert not any(one in content for one in hashes for content in _contents(tmp_path / "data"))
    assert remembered_people(lake).rows == 0
    assert lake.scan("kepesertaan").collect().height == 2


def test_no_hash_stands_in_the_log_of_the_table(lake: Lake, key: bytes, tmp_path: Path) -> None:
    commit_report(lake, check(lake, row(ONE)))
    log = "".join(file.read_text() for file in (tmp_path / "data" / "orang" / "_delta_log").glob("*.json"))
    assert r'"minValues\":{},\"maxValues\":{}' in log.replace('\\"', '\\"')


def test_the_key_is_for_its_owner_only_and_never_beside_the_data(
    lake: Lake, key: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rahasia" / "kunci"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert create_key(lake=lake.location) == load_key() == key
    monkeypatch.setenv("JAMSOS_KEY", str(tmp_path / "data" / "kunci"))
    with pytest.raises(KeyFileError, match="tidak boleh berada di dalam folder data"):
        create_key(lake=lake.location)
    assert not (tmp_path / "data" / "kunci").exists()


@pytest.mark.parametrize(
    ("mode", "content", "sentence"), [(0o640, b"k" * 32, "orang lain"), (0o600, b"k", "rusak")]
)
def test_a_key_that_others_can_read_or_that_is_cut_is_not_used(
    lake: Lake, tmp_path: Path, mode: int, content: bytes, sentence: str
) -> None:
    file = tmp_path / "rahasia" / "kunci"
    file.parent.mkdir()
    file.write_bytes(content)
    file.chmod(mode)
    with pytest.raises(KeyFileError, match=sentence):
        load_key()


def test_the_hash_is_the_start_of_an_hmac_sha256() -> None:
    """RFC 4231, test case 2."""
    (found,) = hash_numbers(["what do ya want for nothing?"], b"Jefe")
    assert found.hex() == "5bdcc146bf60754e6a042426089575c7"
