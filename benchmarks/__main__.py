"""Print what is claimed about speed and memory beside what is allowed; the exit code is 1 when one does not hold."""

import sys
import tempfile
from pathlib import Path

from benchmarks.hostile import measure_hostile
from benchmarks.measurement import Measurement
from benchmarks.people import measure_people
from benchmarks.script_times import measure_scripts
from benchmarks.uploads import measure_uploads
from jamsos_data.commit import load_example
from jamsos_data.lake import Lake


def main() -> int:
    """Measure everything on fresh example data and print it."""
    with tempfile.TemporaryDirectory() as folder:
        lake = Path(folder) / "data"
        load_example(Lake(lake))
        measurements = [*measure_scripts(lake), *measure_uploads(), *measure_people(), *measure_hostile()]
    width = max(len(one.what) for one in measurements)
    for one in measurements:
        print(
            f"{one.what:<{width}}  {one.taken:8.3f} {one.unit}  of {one.allowed:7.3f} {one.unit}  {_verdict(one)}"
        )
    return 0 if all(one.holds for one in measurements) else 1


def _verdict(one: Measurement) -> str:
    return "ok" if one.holds else "TOO MUCH"


if __name__ == "__main__":
    sys.exit(main())
