"""What Python need not look through again and again when it searches for memory to free.

Libraries and their tables are some hundred thousand objects that stay. To look through all of them takes 0,2 s, and it
happened several times in the first view of a page and in every second scenario of Simulasi.
"""

from __future__ import annotations

import gc
from functools import cache


@cache
def pass_over_what_stays() -> None:
    """Leave all that the process holds now out of those searches: once, when the first page has been drawn."""
    gc.freeze()
