"""Several real processes writing at once, and one that is killed while it writes."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jamsos_data.datasets import dataset
from jamsos_data.lake import ConflictError, Lake, Provenance, scope_of
from tests.lake.rows import people, put, stored

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from jamsos_data.lake import ConflictError, Lake
from tests.lake.rows import put
lake, month, count = Lake(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
try:
    for number in range(count):
        put(lake, (month, "33.19.04", f"S{number}", number), author=month)
except ConflictError as conflict:
    print(conflict.message("id"), flush=True)
    sys.exit(3)
"""

RESTORER = """
import sys
from jamsos_data.lake import ConflictError, Lake
lake, landed = Lake(sys.argv[1]), 0
print("ready", flush=True)
sys.stdin.readline()
for number in range(6):
    try:
        lake.restore("kepesertaan", 1)
        landed += 1
    except ConflictError as conflict:
        assert "selagi versi lama dipulihkan" in conflict.message("id")
print(landed, flush=True)
"""

ENDLESS = """
import sys
from jamsos_data.lake import Lake
from tests.lake.rows import put
lake, number = Lake(sys.argv[1]), 0
rows = [("2026-09", f"33.19.{area}", "RENTAN", 1) for area in range(20_000)]
while True:
    print("writing", flush=True)
    put(lake, *rows)
"""


def _start(script: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _run_together(writers: list[subprocess.Popen[str]]) -> list[str]:
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    return [writer.communicate(timeout=180)[0] for writer in writers]


def test_two_writers_of_different_months_both_land_in_a_lake_that_did_not_exist(tmp_path: Path) -> None:
    writers = [_start(WRITER, tmp_path / "data", month, 6) for month in ("2026-08", "2026-09")]
    _run_together(writers)
    assert [writer.returncode for writer in writers] == [0, 0]
    lake = Lake(tmp_path / "data")
    assert len(people(lake)) == 12
    assert lake.version("kepesertaan") == 12
    assert {version.author for version in lake.history("kepesertaan")} == {"2026-08", "2026-09"}


def test_two_writers_of_the_same_rows_both_land_in_turn_or_one_is_told(tmp_path: Path) -> None:
    writers = [_start(WRITER, tmp_path / "data", "2026-09", 6) for _ in range(2)]
    told = _run_together(writers)
    for writer, output in zip(writers, told, strict=True):
        assert writer.returncode == 0 or "sudah diubah oleh 2026-09" in output
    assert 0 in [writer.returncode for writer in writers]
    segments = [segmen for _, _, segmen, _ in people(Lake(tmp_path / "data"))]
    assert segments == [f"S{number}" for number in range(6)]


def test_a_restore_never_takes_an_upload_with_it_that_nobody_had_seen(tmp_path: Path) -> None:
    lake = Lake(tmp_path / "data")
    put(lake, ("2026-07", "33.19.04", "RENTAN", 1))
    put(lake, ("2026-07", "33.19.04", "RENTAN", 2))
    restorer = _start(RESTORER, lake.location)
    writer = _start(WRITER, lake.location, "2026-09", 6)
    restored, told = _run_together([restorer, writer])
    assert restorer.returncode == 0
    assert writer.returncode == 0 or "sudah diubah" in told
    actions = [version.action for version in lake.history("kepesertaan")]
    assert actions.count("pulihkan") == int(restored)
    assert lake.version("kepesertaan") == len(actions)


def test_a_change_of_the_same_rows_since_the_preview_is_a_conflict_and_writes_nothing(tmp_path: Path) -> None:
    lake = Lake(tmp_path / "data")
    put(lake, ("2026-09", "33.19.04", "RENTAN", 1))
    put(lake, ("2026-09", "33.19.04", "RENTAN", 2), author="budi")
    rows = stored(("2026-09", "33.19.04", "RENTAN", 3))
    with pytest.raises(ConflictError, match=r"diubah oleh budi \(versi 2\)"):
        lake.replace_rows(
            "kepesertaan",
            rows,
            scope=scope_of(rows, dataset("kepesertaan")),
            provenance=Provenance(action="ganti"),
            base_version=1,
        )
    assert people(lake) == [("2026-09", "33.19.04", "RENTAN", 2)]
    assert lake.version("kepesertaan") == 2


def test_a_change_of_other_rows_since_the_preview_is_no_conflict(tmp_path: Path) -> None:
    lake = Lake(tmp_path / "data")
    put(lake, ("2026-09", "33.19.04", "RENTAN", 1))
    put(lake, ("2026-08", "33.19.04", "RENTAN", 2))
    rows = stored(("2026-09", "33.19.04", "RENTAN", 3))
    lake.replace_rows(
        "kepesertaan",
        rows,
        scope=scope_of(rows, dataset("kepesertaan")),
        provenance=Provenance(action="ganti"),
        base_version=1,
    )
    assert people(lake) == [("2026-08", "33.19.04", "RENTAN", 2), ("2026-09", "33.19.04", "RENTAN", 3)]


def test_a_killed_writer_leaves_whole_versions_only(tmp_path: Path) -> None:
    lake = Lake(tmp_path / "data")
    put(lake, ("2026-08", "33.19.04", "RENTAN", 100))
    writer = _start(ENDLESS, lake.location)
    assert writer.stdout is not None
    assert writer.stdin is not None
    for _ in range(2):
        assert writer.stdout.readline() == "writing\n"
    writer.send_signal(signal.SIGKILL)
    writer.communicate(timeout=180)
    months = [month for month, *_ in people(lake)]
    assert months.count("2026-08") == 1
    assert months.count("2026-09") in (0, 20_000)
    assert lake.version("kepesertaan") == len(lake.history("kepesertaan"))
    put(lake, ("2026-09", "33.19.04", "RENTAN", 7))
    assert people(lake) == [("2026-08", "33.19.04", "RENTAN", 100), ("2026-09", "33.19.04", "RENTAN", 7)]
