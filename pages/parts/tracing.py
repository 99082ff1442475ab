"""Where a number comes from: its formula, the figures in it, the rows behind it and the files that brought them.

Nothing of it is computed before somebody opens it, and then that part of the page alone runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from jamsos_data.datasets import dataset
from jamsos_data.lake import Version
from jamsos_data.lake.history import LOAD_EXAMPLE
from jamsos_data.lake.schema import EXAMPLE
from jamsos_data.metrics.lineage import Behind, count_rows_behind
from jamsos_data.periods import month_key
from pages.parts.changes import all_versions, author_text
from pages.parts.empty import link_to
from pages.parts.keeping import kept
from pages.parts.language import language, words
from pages.parts.snapshot import Snapshot, frames, reference_of
from pages.parts.wording import count_text, moment_text, plain

MOST_FILES = 4


@dataclass(frozen=True, kw_only=True)
class Trace:
    """A figure taken apart: `name` chooses the formula (trace.formula.<name>), `figures` are its parts as label and
    text, `behind` the rows that it rests on.
    """

    name: str
    snapshot: Snapshot
    figures: tuple[tuple[str, str], ...]
    behind: tuple[Behind, ...]


@st.fragment
def trace_popover(make: Callable[[], Trace], *, key: str) -> None:
    """A quiet button that opens the trace which `make` gives."""
    with st.popover(words()("trace.open"), type="tertiary", on_change="rerun", key=key) as opened:
        if opened.open:
            _draw(make())


def _draw(trace: Trace) -> None:
    say = words()
    st.markdown(f"**{say(f'trace.formula.{trace.name}')}**")
    st.markdown("\n".join(f"- {label}: **{text}**" for label, text in trace.figures))
    for behind in trace.behind:
        _draw_rows(behind, trace.snapshot)
    link_to("history", label=say("trace.history"))


def _draw_rows(behind: Behind, snapshot: Snapshot) -> None:
    """How many rows of a data set, and the newest of the files that they came from."""
    say = words()
    counted = _rows_behind(snapshot, behind)
    number = sum(counted.values())
    title = dataset(behind.kind).title.in_language(language())
    st.markdown(say("trace.rows", n=number, count=count_text(number), title=title))
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
    """The commits that brought the rows, newest first; of the example only those of the months asked for."""
    held = dict(snapshot.versions).get(behind.kind, 0)
    found = [
        one
        for one in all_versions(snapshot.location, (behind.kind,))
        if one.version <= held and one.file_name and _brought(one, behind, asal)
    ]
    return list({(one.sha256, one.file_name): one for one in reversed(found)}.values())[::-1]


def _brought(version: Version, behind: Behind, asal: Mapping[str, int]) -> bool:
    if version.action != LOAD_EXAMPLE:
        return any(version.sha256.startswith(code) for code in asal if code != EXAMPLE)
    if EXAMPLE not in asal:
        return False
    if not version.periods:
        return True
    if behind.since is not None and behind.until is not None:
        return any(month_key(behind.since) <= key <= month_key(behind.until) for key in version.periods)
    return behind.tahun is None or any(key.startswith(str(behind.tahun)) for key in version.periods)
