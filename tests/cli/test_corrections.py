"""Corrections on the command line: single cells, areas for all alike, and a file of both."""

import json

import pytest

from jamsos_data.lake import Lake
from tests.cli.commands import PARTICIPANTS, Commands

DOUBTFUL = PARTICIPANTS + "September 2026;Gebxx;RENTAN;DBHCHT;JKK+JKM;10o\n"
FIX, AREA = "5:Peserta aktif=100", "Gebxx=33.19.08"


@pytest.mark.parametrize("cell", [FIX, "!5:F=100"])
def test_a_corrected_cell_and_a_chosen_area_let_the_file_in(commands: Commands, cell: str) -> None:
    file = commands.write("k.csv", DOUBTFUL)
    answer = commands.run("commit", file, "--fix", cell, "--area", AREA, "--json")
    assert (answer.status, answer.json["files"][0]["totals"]) == (0, {"peserta_aktif": 400})
    assert Lake(commands.lake).history("kepesertaan")[0].corrected == 2
    assert commands.run("history", "kepesertaan", "--json").json["versions"][0]["corrected"] == 2


def test_corrections_may_stand_in_a_file(commands: Commands) -> None:
    listed = {
        "cells": [{"row": 5, "column": "Peserta aktif", "text": "100"}],
        "areas": [{"text": "Gebxx", "kode": "Gebog"}],
    }
    corrections = commands.write("perbaikan.json", json.dumps(listed))
    answer = commands.run("check", commands.write("k.csv", DOUBTFUL), "--corrections", corrections, "--json")
    assert (answer.status, answer.json["by_kecamatan"]["33.19.08"]) == (0, 100)


@pytest.mark.parametrize(
    "words",
    [
        ["--fix", "Desa=Kalirejo"],
        ["--area", "Gebxx"],
        ["--area", "Gebxx=Semarang"],
        ["--area", "Gebxx@Semarang=33.19.08"],
        ["--corrections", "tidak ada.json"],
    ],
)
def test_a_correction_that_cannot_be_understood_is_told_in_a_sentence(
    commands: Commands, words: list[str]
) -> None:
    answer = commands.run("check", commands.write("k.csv", DOUBTFUL), *words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.strip().endswith(".")
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("text", ["[1]", "{", '{"cells": [{"row": 5}]}', '{"cells": [{"baris": 5}]}'])
def test_a_file_of_corrections_of_another_form_is_refused(commands: Commands, text: str) -> None:
    corrections = commands.write("perbaikan.json", text)
    answer = commands.run("check", commands.write("k.csv", DOUBTFUL), "--corrections", corrections)
    assert answer.status == 2
    assert "perbaikan.json" in answer.err


def test_cells_are_corrected_in_one_file_at_a_time(commands: Commands) -> None:
    files = [commands.write(name, DOUBTFUL) for name in ("a.csv", "b.csv")]
    assert commands.run("commit", *files, "--fix", FIX).status == 2
