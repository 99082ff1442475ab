"""Print what is claimed about speed and memory beside what is allowed; the exit code is 1 when one does not hold."""

import sys
import tempfile
from itertools import chain
from pathlib import Path

from benchmarks.arrival import measure_arrival
from benchmarks.hostile import measure_hostile
from benchmarks.measurement import Measurement
from benchmarks.people import measure_people
from benchmarks.screen import measure_screen
from benchmarks.script_times import measure_scripts
from benchmarks.sessions import measure_sessions
from benchmarks.simulation import measure_simulation
from benchmarks.uploads import measure_uploads
from jamsos_data.commit import load_example
from jamsos_data.lake import Lake

WIDTH = 72


def main() -> int:
    """Measure everything on fresh example data, printing each figure as soon as it is there."""
    with tempfile.TemporaryDirectory() as folder:
        lake = Path(folder) / "data"
        load_example(Lake(lake))
        claims = chain(
            measure_scripts(lake),
            measure_simulation(lake),
            measure_uploads(),
            measure_people(),
            measure_hostile(),
            measure_arrival(),
            measure_screen(lake),
            measure_sessions(lake),
        )
        missed = [one for one in map(_printed, claims) if not one.holds]
    return 1 if missed else 0


def _printed(one: Measurement) -> Measurement:
    figures = f"{one.taken:8.3f} {one.unit} of {one.allowed:.3f} {one.unit}"
    print(f"{one.what:<{WIDTH}} {figures:<28} {'ok' if one.holds else 'TOO MUCH'}", flush=True)
    return one


if __name__ == "__main__":
    sys.exit(main())
