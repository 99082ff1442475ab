"""The example files through the intake of everybody's files: nothing is lost, nothing is changed, no error."""

import pandas as pd
import pytest

from jamsos_data.datasets import STORED, dataset
from jamsos_data.examples import ExampleFile
from jamsos_data.examples.frames import ExampleFrames
from jamsos_data.findings import Severity
from jamsos_data.intake import IntakeReport


def sorted_by_key(frame: pd.DataFrame, kind: str) -> pd.DataFrame:
    return frame.sort_values(list(dataset(kind).key), ignore_index=True)


def test_whatever_intake_asks_about_an_example_file_is_announced(
    files: list[ExampleFile], reports: dict[str, IntakeReport]
):
    for file in files:
        report = reports[file.path.name]
        open_ones = {
            finding.code
            for finding in report.findings
            if finding.severity is not Severity.INFO and finding.code not in file.accept
        }
        assert open_ones == set(), file.path.name
        assert report.outcome == "ok"
        assert report.kind == file.kind
        assert report.rejected.empty


@pytest.mark.parametrize("kind", STORED)
def test_intake_reads_back_exactly_what_was_built(
    kind: str, files: list[ExampleFile], readings: dict[str, pd.DataFrame], frames: ExampleFrames
):
    read = pd.concat([readings[file.path.name] for file in files if file.kind == kind], ignore_index=True)
    built = getattr(frames, kind)
    pd.testing.assert_frame_equal(
        sorted_by_key(read, kind)[list(built.columns)], sorted_by_key(built, kind), check_dtype=False
    )
