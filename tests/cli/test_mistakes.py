"""Mistakes that a user can make: one sentence on standard error, exit status 2, never a trace."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import Commands

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["coverage", "--bulan", "2026-13"], "2026-13"),
        (["coverage", "--bulan", "September"], "September"),
        (["coverage", "--bulan", "2026-09", "--segmen", "XX"], "PERANGKAT_DESA"),
        (["coverage", "--bulan", "2026-09", "--basis", "XX"], "penduduk bekerja BPS"),
        (["coverage", "--bulan", "2026-09", "--dalam", "Pati"], "Undaan (33.19.04)"),
        (["coverage", "--versi", "7"], "7"),
        (["coverage", "--versi", "kemarin"], "kemarin"),
        (["coverage", "--versi", "peserta=1"], "kepesertaan"),
        (["targets", "--bulan", "2026-09", "--keluarga", "XX"], "RPJMN"),
        (["premiums", "--bulan", "2026-09", "--sumber", "XX"], "DBHCHT"),
        (["coverage"], "Belum ada data"),
        (["history", "peserta"], "kepesertaan"),
        (["history", "daftar_peserta"], "kepesertaan"),
        (["restore", "kepesertaan", "3"], "3"),
        (["check", "x.csv", "--kind", "peserta"], "kepesertaan"),
        (["check", "x.csv", "--set", "RENTAN"], "segmen=RENTAN"),
        (["check", "x.csv", "--accept", "NGAWUR"], "ANGKA_NOL_HILANG"),
        (["coverage", "--bulan", ""], "2026-09"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_the_remedy(
    commands: Commands, arguments: list[str], named: str
) -> None:
    for language in ("id", "en"):
        answer = commands.run(*arguments, "--bahasa", language)
        assert answer.status == 2
        assert answer.out == ""
        assert len(answer.err.splitlines()) == 1
        assert "Traceback" not in answer.err
        if language == "id":
            assert named in answer.err
    assert not Path(commands.lake).exists()


def test_the_environment_names_the_lake_unless_the_option_does(
    filled: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAMSOS_LAKE", filled.lake)
    assert "Undaan" in filled.run("coverage", lake=False).out
    monkeypatch.setenv("JAMSOS_LAKE", str(filled.folder / "other"))
    assert filled.run("coverage", lake=False).status == 2
    assert filled.run("coverage").status == 0


def test_help_and_mistakes_answer_without_loading_the_heavy_libraries() -> None:
    script = (
        "import sys\n"
        "from jamsos_data.cli import main\n"
        "try: main(['coverage', '--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'polars', 'pandas', 'deltalake', 'narwhals'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_program_runs_as_a_module_and_gives_its_status_to_the_shell(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "jamsos_data", "check", str(tmp_path / "tidak_ada.xlsx")]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, check=False, env=os.environ | {"PYTHONIOENCODING": "ascii"}
    )
    assert done.returncode == 2
    assert "tidak_ada.xlsx" in done.stdout.decode("utf-8")
