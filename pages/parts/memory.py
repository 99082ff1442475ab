"""What the process holds in memory: what Python need not look through again and again, and what Arrow sets aside.

Libraries and their tables are some hundred thousand objects that stay. To look through all of them when Python searches
for memory to free takes 0,2 s, and it happened several times in the first view of a page and in every second scenario
of Simulasi. Arrow's own store of memory sets 20 MB aside for the 2 MB that its texts need here. The C library keeps
what was freed between what is held: 13 MB after the questions about a month are answered; and it keeps a store for each
of several threads, 6 MB more than one for all.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from functools import cache

import pyarrow as pa

_M_ARENA_MAX = -8  # malloc.h of glibc


@cache
def pass_over_what_stays() -> None:
    """Leave all that the process holds now out of those searches: once, when the first page has been drawn."""
    gc.freeze()


@cache
def set_nothing_aside() -> None:
    """Let Arrow take its memory from the system, as Python does, and all threads from one store: once, at the start."""
    pa.set_memory_pool(pa.system_memory_pool())
    _call("mallopt", _M_ARENA_MAX, 1)


def give_back() -> None:
    """Hand memory that was used and freed back to the system."""
    _call("malloc_trim", 0)


def _call(name: str, *numbers: int) -> None:
    """Call a function of the C library, where it (glibc) has that one."""
    function = getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
    if function is not None:
        function(*numbers)
