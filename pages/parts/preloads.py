"""The parts of Streamlit's browser code that our pages need, asked for at once.

Streamlit fetches the code of charts, tables and choices only when a page first names one, that is behind its own start
and the first run: more than half of the bytes of a first load wait for the others.
"""

from __future__ import annotations

import re
from pathlib import Path

from streamlit.file_util import get_static_dir

# Each is followed by a hash of its content.
COMPONENTS = (
    "Button",
    "Selectbox",
    "ButtonGroup",
    "Metric",
    "Html",
    "PageLink",
    "DownloadButton",
    "DataFrame",
    "PlotlyChart",
)
_FOLDER = Path(get_static_dir(), "static", "js")
_HEAD = 30_000  # characters of a file; what it imports stands first
_NAMED = re.compile(r'\./static/js/([^"]+\.js)')
_NEEDED = re.compile(r'(?:from|import)\s*"\./([^"]+\.js)"')


def preload_links(document: str) -> str:
    """A link for each file of those parts that `document`, Streamlit's own, does not load anyway.

    They come behind what the start needs. Raises ValueError when Streamlit has no part of one of those names.
    """
    loaded = set(_NAMED.findall(document))
    wanted = [name for name in _closure([_file_of(part) for part in COMPONENTS]) if name not in loaded]
    return "".join(
        f'<link rel="modulepreload" fetchpriority="low" crossorigin href="./static/js/{name}">\n'
        for name in wanted
    )


def _file_of(component: str) -> str:
    found = sorted(_FOLDER.glob(f"{component}.*.js"))
    if len(found) != 1:
        raise ValueError(f"this version of Streamlit has no code called {component}")
    return found[0].name


def _closure(names: list[str]) -> list[str]:
    """The files and those that they import, and these, in the order in which they are met."""
    found = list(dict.fromkeys(names))
    for name in found:
        with (_FOLDER / name).open(encoding="utf-8") as code:
            needed = _NEEDED.findall(code.read(_HEAD))
        found.extend(other for other in dict.fromkeys(needed) if other not in found)
    return found
