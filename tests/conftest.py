"""What all tests share: quiet Hypothesis on slow machines, and one lake with the example data per session."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from streamlit.components.v2 import manifest_scanner

from jamsos_data.commit import load_example
from jamsos_data.lake import Lake

LOADED_WITHIN_SECONDS = 180

# The same examples everywhere, and a failure said at once: making it smaller can take longer than all tests.
# `pytest --hypothesis-profile=small` looks for the smallest failing example.
settings.register_profile("small", deadline=None, derandomize=True, max_examples=20)
settings.register_profile(
    "steady", settings.get_profile("small"), phases=(Phase.explicit, Phase.reuse, Phase.generate)
)
settings.load_profile("steady")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a test with a browser or a server waits a third of its time."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def no_key(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whoever runs the tests may have switched on the recognition of persons for real: here it is off."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAMSOS_KEY", str(tmp_path_factory.mktemp("kunci") / "kunci_orang"))
        yield


@pytest.fixture(scope="session", autouse=True)
def components_looked_for_once() -> Iterator[None]:
    """For each page that it opens, Streamlit's harness looks through all installed packages for components."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests)
        )
        yield


@pytest.fixture(scope="session")
def example_lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake with the example data, loaded the way `python -m jamsos_data example` does. Only to be read.

    Processes that test side by side share it: the first one loads it and the others wait.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    lake, loaded = shared / "contoh" / "data", shared / "contoh" / "dimuat"
    try:
        lake.parent.mkdir()
    except FileExistsError:
        _wait_for(loaded)
    else:
        load_example(Lake(lake))
        loaded.touch()
    return lake


def _wait_for(file: Path) -> None:
    deadline = time.monotonic() + LOADED_WITHIN_SECONDS
    while not file.exists():
        if time.monotonic() > deadline:
            raise TimeoutError(f"nobody made {file}")
        time.sleep(0.2)


@pytest.fixture
def own_lake(example_lake: Path, tmp_path: Path) -> Path:
    """A copy of the example lake that a test may change."""
    return Path(shutil.copytree(example_lake, tmp_path / "data"))
