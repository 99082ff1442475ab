"""The example built and written once for all tests of it."""

from pathlib import Path

import pandas as pd
import pytest

from jamsos_data.examples import ExampleFile, write_example
from jamsos_data.examples.frames import ExampleFrames, build_frames
from jamsos_data.reference import Reference, load_reference


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference()


@pytest.fixture(scope="session")
def frames(reference: Reference) -> ExampleFrames:
    return build_frames(reference, seed=2021)


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[ExampleFile]:
    return write_example(tmp_path_factory.mktemp("contoh"))

