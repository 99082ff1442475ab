"""Header rows and the meaning of columns, given on the command line."""

from __future__ import annotations

import pytest

from tests.cli.commands import Commands

UNKNOWN = "Rekap;\nTempat;Jml org\nUndaan;10\nJati;20\n"
GIVEN = [
    f"--set={item}" for item in ("segmen=RENTAN", "sumber_dana=DBHCHT", "program=JKK+JKM", "periode=2026-09")
]
CHOSEN = [
    "--kind",
    "kepesertaan",
    "--header",
    "2",
    "--column",
    "Tempat=kecamatan",
    "--column",
    "Jml org=peserta_aktif",
]


def test_columns_and_header_rows_are_taken_as_told(commands: Commands) -> None:
    file = commands.write("asing.csv", UNKNOWN)
    answer = commands.run("check", file, *CHOSEN, *GIVEN, "--json")

    assert answer.status == 0, answer.out
    assert answer.json["by_kecamatan"] == {"33.19.03": 20, "33.19.04": 10}


def test_the_columns_of_the_json_carry_their_confidence(commands: Commands) -> None:
    file = commands.write("a.csv", "Kecamatan;Pesrta aktif;Ket\nUndaan;10;x\n")
    columns = commands.run("check", file, *GIVEN, "--json").json["columns"]

    assert [(c["header"], c["column"], c["meaning"], c["confidence"]) for c in columns] == [
        ("Kecamatan", "kode_wilayah", "kecamatan", "pasti"),
        ("Pesrta aktif", "peserta_aktif", "peserta_aktif", "mungkin"),
        ("Ket", None, "-", None),
    ]
    assert columns[1]["reason"] == "judul mirip “peserta aktif”; isi 1 dari 1 sel adalah angka"


def test_a_column_is_left_unused_with_a_dash(commands: Commands) -> None:
    file = commands.write("a.csv", "Kecamatan;Desa;Peserta aktif\nUndaan;tidak jelas;10\n")
    answer = commands.run("check", file, *GIVEN, "--column", "Desa=-", "--json")

    assert (answer.status, answer.json["rows"]) == (0, 1)


def test_what_was_committed_is_remembered_unless_told_otherwise(commands: Commands) -> None:
    file = commands.write("asing.csv", UNKNOWN)
    assert commands.run("commit", file, *CHOSEN, *GIVEN, "--author", "Sri").status == 0
    again = commands.write("lagi.csv", UNKNOWN.replace("10", "11"))
    assert commands.run("check", again, "--kind", "kepesertaan", *GIVEN).status == 0
    assert commands.run("check", again, "--kind", "kepesertaan", *GIVEN, "--tanpa-ingatan").status == 2


@pytest.mark.parametrize(
    "wrong",
    [
        ["--header", "Data=tiga"],
        ["--header", "2", "--header", "3"],
        ["--column", "Tempat"],
        ["--column", "=desa"],
    ],
)
def test_a_mistyped_choice_is_told_with_an_example(commands: Commands, wrong: list[str]) -> None:
    answer = commands.run("check", commands.write("asing.csv", UNKNOWN), *wrong)

    assert answer.status == 2
    assert "Tulis misalnya" in answer.out + answer.err
