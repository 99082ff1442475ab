"""A command runner with a lake of its own."""

from pathlib import Path

import pytest

from tests.cli.commands import Commands


@pytest.fixture
def commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(tmp_path, capsys)
