"""What a commit changed is told on the command line, loudly where figures disappear or may count twice."""

import pytest

from tests.cli.commands import Answer, Commands

COMMON = ["--kind", "kepesertaan", "--set", "periode=2026-09", "--set", "program=JKK+JKM"]
RENTAN = [*COMMON, "--set", "segmen=RENTAN", "--set", "sumber_dana=DBHCHT"]


@pytest.fixture
def three_areas(commands: Commands) -> Commands:
    file = commands.write("a.csv", "Kecamatan;Peserta Aktif\nDawe;100\nJati;200\nGebog;50\n")
    assert commands.run("commit", file, *RENTAN).status == 0
    return commands


def commit_undaan(commands: Commands, *options: str) -> Answer:
    file = commands.write("b.csv", "Kecamatan;Peserta Aktif\nUndaan;77\n")
    return commands.run("commit", file, *RENTAN, *options)


def test_before_and_after_are_printed_in_total_and_by_kecamatan(three_areas: Commands) -> None:
    lines = [" ".join(line.split()) for line in commit_undaan(three_areas).out.splitlines()]
    assert "Peserta aktif dalam lingkup yang diganti: 350 → 77 (-273)" in lines
    assert "33.19.09 Dawe 100 0 -100" in lines
    assert "33.19.04 Undaan 0 77 77" in lines


def test_areas_that_disappear_are_named_on_stderr_with_the_way_back(three_areas: Commands) -> None:
    answer = commit_undaan(three_areas)
    assert answer.status == 0
    assert "PERHATIAN. Hilang: angka 3 wilayah" in answer.err
    for word in ("Jati 200", "Gebog 50", "Dawe 100", "restore kepesertaan 1", "--add"):
        assert word in answer.err


def test_the_same_is_in_the_json_answer(three_areas: Commands) -> None:
    change = commit_undaan(three_areas, "--json").json["files"][0]["change"]
    assert (change["before"], change["after"], change["difference"]) == (350, 77, -273)
    assert {area["wilayah"]: area["value"] for area in change["lost_areas"]} == {
        "Jati": 200,
        "Gebog": 50,
        "Dawe": 100,
    }
    assert (change["lost_cells"], change["contained"]) == ([], [])
    assert {row["wilayah"]: row["selisih"] for row in change["by_kecamatan"]}["Undaan"] == 77
    assert len(change["warnings"]) == 2


def test_adding_and_repeating_take_nothing_away_and_warn_of_nothing(three_areas: Commands) -> None:
    added = commit_undaan(three_areas, "--add")
    assert (added.status, added.err) == (0, "")
    assert "350 → 427 (+77)" in added.out
    assert commit_undaan(three_areas, "--json").json["files"][0]["change"] is None


def test_a_combination_that_only_the_cross_product_replaces_is_named(commands: Commands) -> None:
    header = "Bulan;Kecamatan;Segmen;Sumber dana;Program;Peserta aktif\n"
    first = commands.write("a.csv", f"{header}2026-09;Dawe;RENTAN;APBDES;JKK+JKM;40\n")
    commands.run("commit", first)
    rows = "2026-09;Dawe;RENTAN;DBHCHT;JKK+JKM;10\n2026-08;Dawe;RT_RW;APBDES;JKK+JKM;20\n"
    answer = commands.run("commit", commands.write("b.csv", header + rows))
    assert "September 2026 · RENTAN · APBDES (40)" in answer.err
    commands.run("restore", "kepesertaan", "1")
    answer = commands.run("commit", commands.write("c.csv", header + rows + "\n"), "--json")
    assert answer.json["files"][0]["change"]["lost_cells"] == [
        {"periode": "2026-09", "segmen": "RENTAN", "sumber_dana": "APBDES", "value": 40}
    ]


def test_a_list_that_the_total_of_its_segment_may_hold_already_is_named_as_a_pair(commands: Commands) -> None:
    total = commands.write("a.csv", "Kode wilayah;Segmen;Peserta Aktif\n33.19;BPU;9128\n")
    unstated = ["--set", "sumber_dana=TIDAK_DIRINCI"]
    assert commands.run("commit", total, *COMMON, *unstated).status == 0
    village = commands.write("b.csv", "Kode wilayah;Peserta Aktif\n33.19.04.2003;300\n")
    answer = commands.run("commit", village, *RENTAN)
    assert answer.status == 0
    assert "BPU 9.128 (Kudus) mungkin sudah memuat RENTAN 300 (Kalirejo)" in answer.err
    assert "restore kepesertaan 1" in answer.err
