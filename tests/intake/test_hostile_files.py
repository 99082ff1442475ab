"""Files made to exhaust whoever opens them are refused; names in them lead nowhere. `make bench` measures them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.hostile_files import HOSTILE, edited, small_workbook
from tests.intake.sheets import GIVEN, codes, read


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_its_reason(name: str) -> None:
    make, code = HOSTILE[name]
    report = read(make())
    assert (report.outcome, codes(report)) == ("refused", [code])


def test_path_names_in_an_archive_or_of_the_file_lead_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    content = edited(
        small_workbook(), lambda _, data: data, {"../../luar.txt": b"x", "/tmp/mutlak.txt": b"x"}
    )
    report = read(content, given=GIVEN, name="../..%2f; rm <b>$(id)\n.xlsx")
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {"33.19.03": 30, "33.19.04": 40})
    assert list(tmp_path.iterdir()) == []
    assert not (tmp_path.parents[1] / "luar.txt").exists()
