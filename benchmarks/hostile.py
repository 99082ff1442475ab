"""Files made to exhaust whoever opens them: seconds and memory from drop to refusal, each in a fresh process."""

import subprocess
import sys
from collections.abc import Iterator

from benchmarks.measurement import Measurement
from tests.intake.hostile_files import HOSTILE

ALLOWED_SECONDS = 5.0
ALLOWED_MEGABYTES = 500.0
# The file comes through a pipe, so that making it does not count. Linux counts what a process was before it became
# this program into its ru_maxrss, hence VmHWM there; macOS gives bytes.
_READ = """
import resource, sys, time
from jamsos_data.intake import read_upload
from jamsos_data.reference import load_reference
content, reference = sys.stdin.buffer.read(), load_reference()
started = time.perf_counter()
read_upload(content, file_name="berkas", reference=reference)
taken = time.perf_counter() - started
try:
    most = int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) / 2**10
except OSError:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
parser = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
print(taken, max(most, parser))
"""


def measure_hostile() -> Iterator[Measurement]:
    """Two measurements for each file: time, and the most memory that either process held."""
    for name, (make, _) in HOSTILE.items():
        done = subprocess.run([sys.executable, "-c", _READ], input=make(), stdout=subprocess.PIPE, check=True)
        seconds, megabytes = map(float, done.stdout.split())
        yield Measurement(f"refuse {name}", seconds, ALLOWED_SECONDS)
        yield Measurement(f"refuse {name}, memory", megabytes, ALLOWED_MEGABYTES, "MB")
