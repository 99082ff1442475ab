"""Print what is claimed about speed beside what is allowed; the exit code is 1 when a claim does not hold."""

import sys
import tempfile
from pathlib import Path

from benchmarks.measurement import Measurement
from benchmarks.pages import measure_pages
from benchmarks.uploads import measure_upload
from jamsos_data.commit import load_example
from jamsos_data.lake import Lake


def main() -> int:
    """Measure everything on fresh example data and print it."""
    with tempfile.TemporaryDirectory() as folder:
        lake = Path(folder) / "data"
        load_example(Lake(lake))
        measurements = [*measure_pages(lake), measure_upload()]
    width = max(len(one.what) for one in measurements)
    for one in measurements:
        print(f"{one.what:<{width}}  {one.seconds:7.3f} s  of {one.allowed:6.3f} s  {_verdict(one)}")
    return 0 if all(one.holds for one in measurements) else 1


def _verdict(one: Measurement) -> str:
    return "ok" if one.holds else "TOO SLOW"


if __name__ == "__main__":
    sys.exit(main())
