"""Lakes that hold the files of a scenario, for the command line and for the pages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pages.conftest import open_page
from tests.published.command import commit
from tests.published.files import TypedFile

__all__ = ["open_page"]

Scenario = tuple[TypedFile, ...]


@pytest.fixture(scope="session")
def lake_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Scenario], Path]:
    """A lake holding the files of a scenario, committed by command; made once."""
    made: dict[Scenario, Path] = {}

    def make(scenario: Scenario) -> Path:
        if scenario not in made:
            folder = tmp_path_factory.mktemp("berkas")
            commit(folder / "data", scenario, folder)
            made[scenario] = folder / "data"
        return made[scenario]

    return make
