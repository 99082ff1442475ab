"""Scenarios kept by name: replaced, dropped, and taken back only while nobody has changed the list since."""

from __future__ import annotations

from pathlib import Path

import pytest

from jamsos_data.lake.errors import ConflictError
from jamsos_data.lake.scenarios import (
    drop_scenario,
    keep_scenario,
    read_scenarios,
    scenarios_version,
    undo_scenarios,
)


def keep(lake: str, nama: str, isi: str = "segmen-BPU") -> int:
    return keep_scenario(lake, nama=nama, isi=isi, author="Sri", waktu="2026-10-14")


def names(lake: str) -> list[str]:
    return read_scenarios(lake)["nama"].to_list()


def test_a_name_holds_one_scenario_and_a_change_is_taken_back(tmp_path: Path) -> None:
    lake = str(tmp_path)
    assert (scenarios_version(lake), names(lake), drop_scenario(lake, nama="A", author="Sri")) == (0, [], 0)
    keep(lake, "B")
    keep(lake, "A", "segmen-PU")
    keep(lake, "A", "segmen-RENTAN")
    assert read_scenarios(lake).row(0) == ("A", "segmen-RENTAN", "Sri", "2026-10-14")
    assert names(lake) == ["A", "B"]

    dropped = drop_scenario(lake, nama="A", author="Sri")
    assert names(lake) == ["B"]
    undo_scenarios(lake, dropped, author="Budi")
    assert names(lake) == ["A", "B"]


def test_what_somebody_else_changed_since_is_not_undone_with_it(tmp_path: Path) -> None:
    lake = str(tmp_path)
    mine = keep(lake, "A")
    keep(lake, "B")

    with pytest.raises(ConflictError):
        undo_scenarios(lake, mine, author="Sri")
    assert names(lake) == ["A", "B"]
