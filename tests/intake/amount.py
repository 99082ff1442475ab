"""How many files a property test tries: few in every run, thousands in `make fuzz`, with new ones each time."""

from __future__ import annotations

import os

from hypothesis import settings

MANY = "FUZZ_EXAMPLES"
SECONDS_FOR_ONE_FILE = 60  # on a machine that has other things to do, too


def examples(few: int) -> settings:
    """`few` examples, always the same; or as many as the variable FUZZ_EXAMPLES says, chosen anew."""
    many = os.environ.get(MANY)
    if not many:
        return settings(max_examples=few)
    return settings(
        max_examples=int(many), derandomize=False, deadline=SECONDS_FOR_ONE_FILE * 1000, print_blob=True
    )
