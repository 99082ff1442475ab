"""`templates` and `example`."""

from pathlib import Path

from jamsos_data.lake import Lake
from tests.cli.commands import PARTICIPANTS, Commands


def test_templates_are_written_where_asked_and_named(commands: Commands) -> None:
    folder = commands.folder / "templat"
    answer = commands.run("templates", "--out", str(folder))
    assert answer.status == 0
    assert answer.out.splitlines()[:2] == [
        str(folder / "templat_kepesertaan.xlsx"),
        str(folder / "templat_kepesertaan.csv"),
    ]
    assert all(Path(line).is_file() for line in answer.out.splitlines())


def test_the_example_is_loaded_once_and_named_in_every_answer(commands: Commands, own_lake: Path) -> None:
    commands.lake = str(own_lake)
    before = Lake(own_lake).versions()
    answer = commands.run("example")
    assert answer.status == 0
    assert "DATA CONTOH" in answer.out
    assert Lake(own_lake).versions() == before
    assert "DATA CONTOH" in commands.run("coverage").out
    assert commands.run("premiums", "--json").json["question"]["data_contoh"] is True


def test_real_data_beside_the_example_are_told_how_to_leave_it(commands: Commands, own_lake: Path) -> None:
    commands.lake = str(own_lake)
    file = commands.write("k.csv", PARTICIPANTS.replace("September 2026", "Oktober 2026"))
    assert "example --remove" in commands.run("commit", file).out
    assert commands.run("example").status == 2
    assert commands.run("example", "--remove").out == "Data contoh dikeluarkan dari 8 jenis data.\n"
    assert Lake(own_lake).has_example() == frozenset()
    assert Lake(own_lake).scan("kepesertaan").collect().height == 3
    assert "DATA CONTOH" not in commands.run("coverage").out
