"""A command runner with a lake of its own."""

import contextlib
import io
import shutil
from pathlib import Path

import pytest

from jamsos_data.cli import main
from tests.cli.commands import FILES, Commands


@pytest.fixture
def commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(tmp_path, capsys)


@pytest.fixture(scope="session")
def filled_lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake into which `FILES` were committed. Only to be copied."""
    folder = tmp_path_factory.mktemp("terisi")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        status = main(["commit", *(str(folder / name) for name in FILES), "--lake", str(folder / "data")])
    assert status == 0, printed.getvalue()
    return folder / "data"


@pytest.fixture
def filled(commands: Commands, filled_lake: Path) -> Commands:
    """A command runner on a lake with `FILES`."""
    shutil.copytree(filled_lake, commands.lake)
    return commands
