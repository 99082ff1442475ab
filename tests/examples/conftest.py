"""The example built and written once for all tests of it."""

import pandas as pd
import pytest

from jamsos_data.examples import ExampleFile, write_example
from jamsos_data.examples.frames import ExampleFrames, build_frames
from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
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


@pytest.fixture(scope="session")
def reports(files: list[ExampleFile], reference: Reference) -> dict[str, IntakeReport]:
    """What intake says about each file, the announced warnings acknowledged; by file name."""
    return {
        file.path.name: read_upload(
            file.path.read_bytes(),
            file_name=file.path.name,
            reference=reference,
            options=IntakeOptions(accepted=file.accept),
        )
        for file in files
    }


@pytest.fixture(scope="session")
def readings(reports: dict[str, IntakeReport]) -> dict[str, pd.DataFrame]:
    """The canonical rows that intake read, by file name."""
    return {name: report.rows for name, report in reports.items()}
