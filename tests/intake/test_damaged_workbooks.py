"""A workbook in which a few bytes are wrong is refused; it never takes the program down with it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jamsos_data.cli import main
from tests.intake.sheets import GIVEN, codes, read, xlsx_of

FILES = Path(__file__).parent / "files"
XLS, ODS = (FILES / "lembar_xls.xls").read_bytes(), (FILES / "lembar_ods.ods").read_bytes()


def _with_byte(content: bytes, position: int, value: int) -> bytes:
    return content[:position] + bytes([value]) + content[position + 1 :]


def _without_end_of_table(content: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as damaged:
        for name in source.namelist():
            data = source.read(name)
            damaged.writestr(name, data.replace(b"</table:table>", b"</tab e:table>"))
    return target.getvalue()


DAMAGED = {
    # The record of the used rectangle: its first row lies far behind its last.
    "xls that asks for 500 GB": _with_byte(XLS, XLS.index(bytes.fromhex("00020e00")) + 6, 0xFF),
    "xls whose table of sectors is empty": _with_byte(XLS, 0x40, 0),
    "xls cut in the middle": XLS[: len(XLS) // 2],
    "ods whose table never ends": _without_end_of_table(ODS),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_workbook_is_refused_as_damaged(name: str) -> None:
    report = read(DAMAGED[name])
    assert (report.outcome, codes(report)) == ("refused", ["BERKAS_RUSAK"])


def test_the_command_line_answers_a_damaged_workbook_with_2_and_a_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rusak.xls"
    file.write_bytes(DAMAGED["xls that asks for 500 GB"])
    assert main(["check", str(file), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["findings"][0]["code"] == "BERKAS_RUSAK"


def test_sound_and_damaged_workbooks_are_read_side_by_side_in_threads() -> None:
    sound = xlsx_of({"Data": [["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Undaan", 40]]})
    files = [sound, *DAMAGED.values(), sound]
    with ThreadPoolExecutor(3) as threads:
        outcomes = [report.outcome for report in threads.map(lambda file: read(file, given=GIVEN), files)]
    assert outcomes == ["ok", *["refused"] * len(DAMAGED), "ok"]


def test_nothing_of_a_file_is_left_running_or_lying_about(tmp_path: Path) -> None:
    code = (
        "import os, sys; from tests.intake.test_damaged_workbooks import DAMAGED, read\n"
        "for content in DAMAGED.values(): read(content)\n"
        "try: os.waitpid(-1, os.WNOHANG)\n"
        "except ChildProcessError: print('alone')"
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": root, "PATH": "", "TMPDIR": str(tmp_path), "TEMP": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout.strip(), list(tmp_path.iterdir())) == ("alone", [])
