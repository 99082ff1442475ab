"""The engines that every metric must work on, and the shipped reference tables."""

from pathlib import Path

import pytest

from jamsos_data.reference import Reference, load_reference
from tests.metrics.tables import ENGINES, Engine


@pytest.fixture(params=list(ENGINES))
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    return Engine(request.param, tmp_path)


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference()


@pytest.fixture
def one_engine(tmp_path: Path) -> Engine:
    """For what is made of metrics that are tested on every engine by themselves."""
    return Engine("polars", tmp_path)
