"""Print what is claimed about speed and memory beside what is allowed; the exit code is 1 when one does not hold.

`python -m benchmarks` measures everything, `python -m benchmarks screen sessions` what is named (see SUBJECTS).
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
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
SUBJECTS: Mapping[str, Callable[[Path], Iterator[Measurement]]] = {
    "scripts": measure_scripts,
    "simulation": measure_simulation,
    "uploads": lambda _: measure_uploads(),
    "people": lambda _: measure_people(),
    "hostile": lambda _: measure_hostile(),
    "arrival": lambda _: measure_arrival(),
    "screen": measure_screen,
    "sessions": measure_sessions,
}


def main(*subjects: str) -> int:
    """Measure `subjects` on fresh example data, printing each figure as soon as it is there."""
    with tempfile.TemporaryDirectory() as folder:
        lake = Path(folder) / "data"
        load_example(Lake(lake))
        claims = (one for subject in subjects for one in SUBJECTS[subject](lake))
        missed = [one for one in map(_printed, claims) if not one.holds]
    return 1 if missed else 0


def _printed(one: Measurement) -> Measurement:
    figures = f"{one.taken:8.3f} {one.unit} of {one.allowed:.3f} {one.unit}"
    print(f"{one.what:<{WIDTH}} {figures:<28} {'ok' if one.holds else 'TOO MUCH'}", flush=True)
    return one


def _asked() -> list[str]:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("subjects", nargs="*", choices=tuple(SUBJECTS))
    return parser.parse_args().subjects or list(SUBJECTS)


if __name__ == "__main__":
    sys.exit(main(*_asked()))
