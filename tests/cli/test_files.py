"""`check` and `commit`: what is recognised, what is loaded, and the exit status that says so."""

import openpyxl
import pytest

from jamsos_data.lake import Lake
from tests.cli.commands import PARTICIPANTS, POTENTIAL, Commands

DOUBTFUL = PARTICIPANTS + "September 2026;Gebog;RENTAN;DBHCHT;JKK+JKM;10o\n"


def test_check_answers_in_json_with_exactly_the_agreed_keys(commands: Commands) -> None:
    answer = commands.run("check", commands.write("k.csv", PARTICIPANTS), "--json")
    assert answer.status == 0
    found = answer.json
    assert list(found) == [
        "outcome",
        "kind",
        "sheets",
        "periods",
        "rows",
        "totals",
        "by_kecamatan",
        "findings",
        "columns",
    ]
    assert (found["outcome"], found["kind"], found["rows"]) == ("ok", "kepesertaan", 3)
    assert found["periods"] == ["2026-08", "2026-09"]
    assert found["totals"] == {"peserta_aktif": 300}
    assert found["by_kecamatan"] == {"33.19.04": 220, "33.19.09": 80}


def test_a_doubtful_cell_is_a_problem_with_its_place_and_exit_status_one(commands: Commands) -> None:
    answer = commands.run("check", commands.write("k.csv", DOUBTFUL), "--json")
    assert (answer.status, answer.json["outcome"]) == (1, "problems")
    (finding,) = [found for found in answer.json["findings"] if found["severity"] == "error"]
    assert list(finding) == ["code", "severity", "sheet", "row", "column", "value", "message"]
    assert (finding["row"], finding["column"], finding["value"]) == (5, "Peserta aktif", "10o")
    assert "10o" in finding["message"]


@pytest.mark.parametrize("name", ["kosong.csv", "tidak_ada.csv", "."])
def test_what_cannot_be_read_is_refused_with_one_clear_finding_and_exit_status_two(
    commands: Commands, name: str
) -> None:
    commands.write("kosong.csv", "")
    answer = commands.run("check", str(commands.folder / name), "--json")
    assert (answer.status, answer.json["outcome"]) == (2, "refused")
    (finding,) = answer.json["findings"]
    assert finding["severity"] == "fatal"
    assert finding["message"].endswith(".")
    assert answer.err == ""


def test_a_file_too_large_to_read_is_refused_without_reading_it(commands: Commands) -> None:
    file = commands.folder / "besar.xlsx"
    with file.open("wb") as stream:
        stream.truncate(300 * 1024**2)
    answer = commands.run("check", str(file), "--json")
    assert (answer.status, answer.json["findings"][0]["code"]) == (2, "BERKAS_TERLALU_BESAR")


def test_a_constant_for_the_whole_file_may_be_given_once(commands: Commands) -> None:
    lines = (line.split(";") for line in PARTICIPANTS.splitlines())
    text = "\n".join(";".join([*cells[:2], *cells[3:]]) for cells in lines)
    answer = commands.run("check", commands.write("k.csv", text), "--set", "segmen=RENTAN", "--json")
    assert (answer.status, answer.json["rows"]) == (0, 3)


def test_check_tells_people_what_was_recognised(commands: Commands) -> None:
    file = commands.write("k.csv", DOUBTFUL)
    lines = commands.run("check", file).out.splitlines()
    assert lines[0] == "k.csv: ada yang perlu diperiksa"
    assert lines[1] == "Jenis data: Kepesertaan aktif (kepesertaan)"
    assert any(line.startswith("33.19.04  Undaan") and line.endswith("220") for line in lines)
    assert any(line.startswith("[salah]") and "Baris 5, kolom Peserta aktif" in line for line in lines)
    assert "needs attention" in commands.run("check", file, "--bahasa", "en").out


def test_several_files_are_committed_each_for_itself_and_the_worst_is_the_exit_status(
    commands: Commands,
) -> None:
    good = commands.write("p.csv", POTENTIAL)
    doubtful = commands.write("k.csv", DOUBTFUL)
    answer = commands.run("commit", good, doubtful, "--author", "sri", "--note", "rapat", "--json")
    assert (answer.status, answer.json["outcome"]) == (1, "problems")
    assert [file["committed"] for file in answer.json["files"]] == [True, False]
    lake = Lake(commands.lake)
    assert lake.versions() == {"potensi": 1}
    (version,) = lake.history("potensi")
    assert (version.author, version.note, version.file_name) == ("sri", "rapat", "p.csv")


def test_an_accepted_finding_lets_the_rest_of_the_file_in(commands: Commands) -> None:
    file = commands.write("k.csv", DOUBTFUL)
    codes = {found["code"] for found in commands.run("check", file, "--json").json["findings"]}
    accepted = [word for code in sorted(codes) for word in ("--accept", code)]
    answer = commands.run("commit", file, *accepted, "--json")
    assert (answer.status, answer.json["files"][0]["rows"]) == (0, 3)
    assert Lake(commands.lake).version("kepesertaan") == 1


def test_rows_that_are_not_taken_keep_the_others_back_only_on_demand(commands: Commands) -> None:
    file = commands.write("k.csv", DOUBTFUL)
    answer = commands.run("commit", file, "--accept", "BUKAN_ANGKA", "--all-or-nothing", "--json")
    assert answer.status == 2
    assert "1 baris tidak diambil (5)" in answer.json["files"][0]["error"]
    assert Lake(commands.lake).version("kepesertaan") is None
    assert commands.run("commit", file, "--accept", "BUKAN_ANGKA").status == 0
    right = commands.write("p.csv", POTENTIAL)
    assert commands.run("commit", right, "--all-or-nothing").status == 0


def test_the_same_file_twice_changes_nothing_and_is_no_error(commands: Commands) -> None:
    file = commands.write("k.csv", PARTICIPANTS)
    commands.run("commit", file)
    answer = commands.run("commit", file)
    assert answer.status == 0
    assert "sudah dimuat: kepesertaan versi 1" in answer.out
    assert Lake(commands.lake).version("kepesertaan") == 1


def test_adding_rows_that_exist_is_refused_with_their_keys(commands: Commands) -> None:
    commands.run("commit", commands.write("k.csv", PARTICIPANTS))
    other = commands.write("k2.csv", PARTICIPANTS.replace(";80", ";81"))
    answer = commands.run("commit", other, "--add", "--json")
    assert answer.status == 2
    assert "33.19.09 · RENTAN" in answer.json["files"][0]["error"]
    assert Lake(commands.lake).version("kepesertaan") == 1


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(commands: Commands) -> None:
    file = commands.write("k.csv", PARTICIPANTS)
    commands.lake = file
    answer = commands.run("commit", file)
    assert answer.status == 2
    assert "tidak dapat ditulis" in answer.out


def test_people_are_told_why_a_file_was_not_loaded_and_what_to_do(commands: Commands) -> None:
    doubtful = commands.run("commit", commands.write("k.csv", DOUBTFUL))
    assert doubtful.status == 1
    assert "--accept KODE" in doubtful.out
    refused = commands.run("commit", commands.write("kosong.csv", ""))
    assert refused.status == 2
    assert refused.out.splitlines()[0] == "kosong.csv: ditolak"
    assert "data tetap seperti semula" in refused.out
    assert Lake(commands.lake).versions() == {}


def test_the_marked_workbook_is_written_beside_the_answer(commands: Commands) -> None:
    file, target = commands.write("k.csv", DOUBTFUL), commands.folder / "k_bertanda.xlsx"
    assert commands.run("check", file, "--marked", str(target)).status == 1
    sheet = openpyxl.load_workbook(target)["Data"]
    assert "'10o' bukan angka" in sheet["F5"].comment.text
    assert commands.run("check", str(target)).status == 1
    book = openpyxl.load_workbook(target)
    book["Data"]["F5"] = 100
    book.save(target)
    assert commands.run("check", str(target)).status == 0


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("kosong.csv", "", "ditolak"),
        ("nik.csv", "NIK;Kecamatan\n3319020101900001;Undaan\n", "memuat data orang"),
    ],
)
def test_no_marked_workbook_is_made_of_what_is_refused_or_lists_people(
    commands: Commands, name: str, text: str, sentence: str
) -> None:
    target = commands.folder / "x.xlsx"
    answer = commands.run("check", commands.write(name, text), "--marked", str(target))
    assert (answer.status, target.exists()) == (2, False)
    assert sentence in answer.err


def test_a_marked_workbook_that_cannot_be_written_is_told_in_a_sentence(commands: Commands) -> None:
    target = commands.folder / "tidak ada" / "x.xlsx"
    answer = commands.run("check", commands.write("k.csv", DOUBTFUL), "--marked", str(target))
    assert answer.status == 2
    assert "tidak dapat ditulis" in answer.err
