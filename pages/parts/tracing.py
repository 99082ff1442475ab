"""Where a number comes from: its formula, the figures in it, the rows behind it and the files that brought them.

Nothing of it is computed before somebody opens it, and then that part of the page alone runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from jamsos_data.datasets import dataset
from jamsos_data.lake import Version
from jamsos_data.lake.history import LOAD_EXAMPLE
from jamsos_data.lake.schema import EXAMPLE
from jamsos_data.metrics.lineage import Behind, count_rows_behind
from pages.parts.changes import all_versions, author_text
from pages.parts.empty import link_to
from pages.parts.keeping import kept
from pages.parts.language import language, words
from pages.parts.snapshot import Snapshot, frames, open_lake, reference_of
from pages.parts.trace_bounds import bounds_text
from pages.parts.wording import count_text, moment_text, plain

MOST_FILES = 4
Make = Callable[[], "Trace"]


@dataclass(frozen=True, kw_only=True)
class Trace:
    """Figures taken apart: the formulas, in words; the parts of a single figure as label and text; the rows behind."""

    formulas: tuple[str, ...]
    snapshot: Snapshot
    behind: tuple[Behind, ...]
    figures: tuple[tuple[str, str], ...] = ()


@st.fragment
def trace_popover(make: Make, *, key: str) -> None:
    """A quiet button that opens the trace which `make` gives; then this button alone runs again."""
    popover_of_trace(make, key=key)


def popover_of_trace(make: Make, *, key: str) -> None:
    """The button of :func:`trace_popover` for a fragment that holds several: each fragment costs on every click."""
    with st.popover(words()("trace.open"), type="tertiary", on_change="rerun", key=key) as opened:
        if opened.open:
            _draw(make())


def _draw(trace: Trace) -> None:
    single = len(trace.formulas) == 1
    st.markdown(f"**{trace.formulas[0]}**" if single else _list(trace.formulas))
    if trace.figures:
        st.markdown(_list([f"{label}: **{text}**" for label, text in trace.figures]))
    for behind in trace.behind:
        _draw_rows(behind, trace.snapshot)
    link_to("history", label=words()("trace.history"))


def _list(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _draw_rows(behind: Behind, snapshot: Snapshot) -> None:
    """How many rows of a data set, within which bounds, and the newest of the files that they came from."""
    say = words()
    counted = _rows_behind(snapshot, behind)
    number = sum(counted.values())
    title = dataset(behind.kind).title.in_language(language())
    bounds = bounds_text(behind, say, reference=reference_of(snapshot))
    st.markdown(f"{say('trace.rows', n=number, count=count_text(number), title=title)} · {bounds}")
    versions = _versions(snapshot, behind, counted)
    lines = [_line(version) for version in versions[:MOST_FILES]]
    rest = len(versions) - len(lines)
    if rest > 0:
        lines.append(say("trace.more", n=rest, count=count_text(rest)))
    if lines:
        st.caption("  \n".join(lines))


def _line(version: Version) -> str:
    return words()(
        "trace.file",
        file=plain(version.file_name),
        moment=moment_text(version.time),
        author=author_text(version),
        version=version.version,
    )


@kept(at_most=100)
def _rows_behind(snapshot: Snapshot, behind: Behind) -> dict[str, int]:
    return count_rows_behind(frames(snapshot)[behind.kind], behind, reference=reference_of(snapshot))


def _versions(snapshot: Snapshot, behind: Behind, asal: Mapping[str, int]) -> list[Version]:
    """The commits that brought the rows, newest first."""
    held = dict(snapshot.versions).get(behind.kind, 0)
    found = [
        one
        for one in all_versions(snapshot.location, (behind.kind,))
        if one.version <= held and one.file_name and _brought(one, behind, asal, snapshot)
    ]
    return list({(one.sha256, one.file_name): one for one in reversed(found)}.values())[::-1]


def _brought(version: Version, behind: Behind, asal: Mapping[str, int], snapshot: Snapshot) -> bool:
    """Whether rows behind the figure came with a commit: by the mark of its file, of the example by their number."""
    if version.action != LOAD_EXAMPLE:
        return any(version.sha256.startswith(code) for code in asal if code != EXAMPLE)
    if EXAMPLE not in asal:
        return False
    return _example_rows(snapshot, behind, version.version) > _example_rows(
        snapshot, behind, version.version - 1
    )


@kept(at_most=200)
def _example_rows(snapshot: Snapshot, behind: Behind, version: int) -> int:
    if version < 1:
        return 0
    rows = open_lake(snapshot.location).scan(behind.kind, version=version)
    return count_rows_behind(rows, behind, reference=reference_of(snapshot)).get(EXAMPLE, 0)
