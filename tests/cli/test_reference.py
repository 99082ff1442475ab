"""Reference tables on the command line: checked, committed, listed, restored."""

from __future__ import annotations

from jamsos_data.lake import Lake
from tests.cli.commands import PARTICIPANTS, Commands
from tests.regency import AREAS, desa_map


def test_a_table_is_checked_committed_listed_and_restored(commands: Commands) -> None:
    file = commands.write("wilayah.csv", AREAS.decode())
    checked = commands.run("check", file, "--kind", "wilayah", "--json")
    assert (checked.status, checked.json["outcome"], checked.json["rows"]) == (0, "ok", 12)
    committed = commands.run("commit", file, "--kind", "wilayah", "--author", "Sri", "--json").json
    (answer,) = committed["files"]
    assert (answer["committed"], answer["data_set"], answer["version"]) == (True, "wilayah", 1)
    assert answer["change"]["rows_after"] == 12
    assert "33.19" in answer["change"]["removed"]
    history = commands.run("history", "wilayah", "--json").json
    assert [(one["version"], one["author"], one["file_name"]) for one in history["versions"]] == [
        (1, "Sri", "wilayah.csv")
    ]
    assert commands.run("restore", "wilayah", "0").status == 0
    assert Lake(commands.lake).reference().kabupaten == "33.19"


def test_boundaries_are_committed_in_words(commands: Commands) -> None:
    areas = commands.write("wilayah.csv", AREAS.decode())
    commands.run("commit", areas, "--kind", "wilayah")
    answer = commands.run(
        "commit", commands.write("b.geojson", desa_map().decode()), "--kind", "batas_wilayah"
    )
    assert answer.status == 0
    assert "8 fitur dicocokkan" in answer.out
    assert "0 baris menjadi 8; 8 ditambah" in answer.out


def test_codes_in_use_are_named_and_nothing_changes(commands: Commands) -> None:
    commands.run("commit", commands.write("k.csv", PARTICIPANTS))
    answer = commands.run("commit", commands.write("w.csv", AREAS.decode()), "--kind", "wilayah")
    assert answer.status == 2
    assert "33.19.04, 33.19.09" in answer.out
    assert Lake(commands.lake).version("wilayah") is None


def test_a_reference_table_is_never_added_to(commands: Commands) -> None:
    file = commands.write("w.csv", AREAS.decode())
    answer = commands.run("commit", file, "--kind", "wilayah", "--add")
    assert answer.status == 2
    assert "--add" in answer.out
    assert Lake(commands.lake).version("wilayah") is None
