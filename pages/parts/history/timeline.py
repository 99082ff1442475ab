"""The versions on screen, newest first: who, what, which file, what it changed, and the two ways back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from jamsos_data.datasets import VERSIONED, dataset
from jamsos_data.exports.tables import CellKind
from jamsos_data.formats import format_moment
from jamsos_data.lake import Version
from pages.parts import access
from pages.parts.empty import empty_state
from pages.parts.history.restoring import ask_restore, restore_notice
from pages.parts.history.versions import (
    all_versions,
    effect_of,
    effect_text,
    moment_code,
    period_text,
    rows_text,
)
from pages.parts.language import language, words
from pages.parts.navigation import page_entry
from pages.parts.state import Selection
from pages.parts.tables import Table, TableColumn, data_table
from pages.parts.wording import count_text, moment_text, plain

PER_PAGE = 10


def draw_history(selection: Selection) -> None:
    """The whole page under its title."""
    restore_notice()
    location = selection.snapshot.location
    versions = all_versions(location)
    if not versions:
        empty_state(words()("history.empty"))
        return
    st.markdown(_summary(versions))
    if not access.may_upload():
        st.info(words()(access.upload_access().reason), icon=":material/lock:")
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        chosen = _kind_filter(versions)
        shown = [version for version in versions if chosen in ("", version.kind)]
        page = _page_of(shown, chosen)
    newest = {kind: max(v.version for v in versions if v.kind == kind) for kind in {v.kind for v in versions}}
    for version in page:
        _row(version, selection=selection, newest=newest[version.kind], latest=versions[0])
    _complete_table(shown, selection)


def _summary(versions: Sequence[Version]) -> str:
    say = words()
    last = versions[0]
    title = dataset(last.kind).title.in_language(language())
    return say(
        "history.summary",
        n=len(versions),
        count=count_text(len(versions)),
        title=title,
        moment=moment_text(last.time),
        author=_author(last),
    )


def _kind_filter(versions: Sequence[Version]) -> str:
    say = words()
    present = [kind for kind in VERSIONED if any(version.kind == kind for version in versions)]
    titles = {kind: dataset(kind).title.in_language(language()) for kind in present}
    return st.selectbox(
        say("history.filter"),
        ("", *present),
        format_func=lambda kind: titles.get(kind) or say("history.filter.all"),
        key="history_kind",
        width=320,
    )


def _page_of(versions: Sequence[Version], chosen: str) -> Sequence[Version]:
    pages = -(-len(versions) // PER_PAGE)
    number = st.pagination(pages, key=f"history_page_{chosen}", width=420) if pages > 1 else 1
    return versions[(number - 1) * PER_PAGE : number * PER_PAGE]


def _row(version: Version, *, selection: Selection, newest: int, latest: Version) -> None:
    last_period = version.periods[-1] if version.periods else ""
    effect = effect_of(selection.snapshot.location, version.kind, version.version, last_period=last_period)
    with st.container(border=True, key=f"version_{version.kind}_{version.version}"):
        when, what, change, ways = st.columns((2, 3.6, 3.4, 2.4), vertical_alignment="center")
        with when, st.container(gap="xxsmall"):
            st.markdown(f"**{moment_text(version.time)} WIB**")
            st.caption(words()("history.by", version=version.version, author=_author(version)))
            _marks(version, selection=selection, newest=newest)
        with what, st.container(gap="xxsmall"):
            title = dataset(version.kind).title.in_language(language())
            st.markdown(f"**{title}** · {period_text(version.periods)}".removesuffix(" · "))
            st.caption(f"{_action(version)} · {_rows_text(version)}{_file_text(version)}")
        with change, st.container(gap="xxsmall"):
            st.markdown(effect_text(version.kind, effect))
            st.caption(" · ".join(part for part in (rows_text(effect), plain(version.note)) if part))
        with ways, st.container(gap="xxsmall"):
            _ways_back(version, newest=newest, latest=latest)


def _marks(version: Version, *, selection: Selection, newest: int) -> None:
    say = words()
    moment = selection.snapshot.moment
    shown = moment is not None and moment_code(moment) == moment_code(version.time)
    if shown:
        st.badge(say("history.shown"), color="orange", icon=":material/visibility:")
    if version.version == newest:
        st.badge(say("history.current"), color="green")


def _author(version: Version) -> str:
    return plain(version.author) or words()("history.unnamed")


def _file_text(version: Version) -> str:
    return f" · :material/description: {plain(version.file_name)}" if version.file_name else ""


def _action(version: Version) -> str:
    if version.restored is not None:
        return words()("history.action.restored", version=version.restored)
    return words()(f"lake.action.{version.action}")


def _rows_text(version: Version) -> str:
    return words()("history.rows", n=version.rows, count=count_text(version.rows))


def _ways_back(version: Version, *, newest: int, latest: Version) -> None:
    say = words()
    if version != latest:
        st.page_link(
            page_entry("summary").file,
            label=say("history.look"),
            icon=":material/visibility:",
            query_params={"versi": moment_code(version.time)},
        )
    if not access.may_upload():
        return
    current = version.version == newest
    target = version.version - 1 if current else version.version
    pressed = st.button(
        say("history.undo" if current else "history.back"),
        key=f"restore_{version.kind}_{version.version}",
        icon=":material/undo:" if current else ":material/restore:",
        width="stretch",
    )
    if pressed:
        ask_restore(version, target=target)


def _complete_table(versions: Sequence[Version], selection: Selection) -> None:
    say = words()
    names = ("time", "kind", "version", "action", "periods", "rows", "author", "file", "note")
    kinds: dict[str, CellKind] = {"version": "count", "rows": "count"}
    table = Table(
        name="riwayat",
        title=say("history.table.title"),
        frame=pd.DataFrame([_record(version) for version in versions], columns=list(names)),
        columns={name: TableColumn(say(f"history.column.{name}"), kinds.get(name, "text")) for name in names},
    )
    with st.expander(say("history.table"), icon=":material/table:"):
        # The list speaks of no month and no denominator, so its files name none.
        data_table(table, selection=replace(selection, bulan=None, basis=None))


def _record(version: Version) -> tuple[object, ...]:
    return (
        format_moment(version.time, language=language()),
        dataset(version.kind).title.in_language(language()),
        version.version,
        _action(version),
        period_text(version.periods),
        version.rows,
        version.author,
        version.file_name,
        version.note,
    )
