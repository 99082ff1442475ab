"""The changes on screen, newest first: who, what, which file, what it changed, and the two ways back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from jamsos_data.datasets import VERSIONED, dataset
from jamsos_data.exports.tables import CellKind
from jamsos_data.formats import format_moment
from jamsos_data.lake import Version
from jamsos_data.table import Table, TableColumn
from pages.parts import access
from pages.parts.changes import Change, all_versions, author_text, change_title, changes_of
from pages.parts.empty import empty_state
from pages.parts.history.restoring import Restoring, ask_restore, restore_notice
from pages.parts.history.versions import (
    effect_of,
    effect_text,
    moment_code,
    period_text,
    rows_text,
)
from pages.parts.language import language, words
from pages.parts.navigation import page_entry
from pages.parts.state import Selection
from pages.parts.tables import data_table
from pages.parts.wording import count_text, list_text, moment_text, plain

PER_PAGE = 10
Moments = Mapping[tuple[str, int], str]  # kind and version → when it was made, in words


def draw_history(selection: Selection) -> None:
    """The whole page under its title."""
    restore_notice()
    versions = all_versions(selection.snapshot.location)
    if not versions:
        empty_state(words()("history.empty"))
        return
    changes = changes_of(versions)
    st.markdown(_summary(changes))
    if not access.may_upload():
        st.info(words()(access.upload_access().reason), icon=":material/lock:")
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        chosen = _kind_filter(versions)
        shown = [change for change in changes if chosen in ("", *change.kinds)]
        page = _page_of(shown, chosen)
    newest = {kind: max(v.version for v in versions if v.kind == kind) for kind in {v.kind for v in versions}}
    moments = _moments(versions)
    for change in page:
        _row(change, selection=selection, newest=newest, latest=changes[0], moments=moments)
    _complete_table([version for version in versions if chosen in ("", version.kind)], selection)


def _summary(changes: Sequence[Change]) -> str:
    last = changes[0]
    return words()(
        "history.summary",
        n=len(changes),
        count=count_text(len(changes)),
        title=change_title(last),
        moment=moment_text(last.time),
        author=author_text(last.lead),
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


def _page_of(changes: Sequence[Change], chosen: str) -> Sequence[Change]:
    pages = -(-len(changes) // PER_PAGE)
    number = st.pagination(pages, key=f"history_page_{chosen}", width=420) if pages > 1 else 1
    return changes[(number - 1) * PER_PAGE : number * PER_PAGE]


def _row(
    change: Change, *, selection: Selection, newest: Mapping[str, int], latest: Change, moments: Moments
) -> None:
    lead = change.lead
    current = all(newest[kind] == number for kind, number in change.after.items())
    with st.container(border=True, key=f"change_{lead.kind}_{lead.version}"):
        when, what, effect, ways = st.columns((2, 3.6, 3.4, 2.4), vertical_alignment="center")
        with when, st.container(gap="xxsmall"):
            st.markdown(f"**{moment_text(change.time)} WIB**")
            st.caption(words()("history.by", author=author_text(lead)))
            _marks(change, selection=selection, current=current)
        with what, st.container(gap="xxsmall"):
            _what(change, moments)
        with effect, st.container(gap="xxsmall"):
            _effect(change, selection)
        with ways, st.container(gap="xxsmall"):
            _ways_back(change, current=current, newest=newest, latest=latest)


def _what(change: Change, moments: Moments) -> None:
    lead, alone = change.lead, change.is_one_upload
    period = period_text(lead.periods) if alone else ""
    st.markdown(f"**{change_title(change)}** · {period}".removesuffix(" · "))
    st.caption(f"{_action(lead, moments)} · {_rows_text(change)}{_file_text(lead) if alone else ''}")


def _effect(change: Change, selection: Selection) -> None:
    lead, say = change.lead, words()
    if not change.is_one_upload:
        titles = [dataset(kind).title.in_language(language()) for kind in change.kinds]
        st.caption(" · ".join(part for part in (list_text(titles), plain(lead.note)) if part))
        return
    last_period = lead.periods[-1] if lead.periods else ""
    effect = effect_of(selection.snapshot.location, lead.kind, lead.version, last_period=last_period)
    st.markdown(effect_text(lead.kind, effect))
    left, spellings = change.with_example_left, change.spellings
    parts = [
        rows_text(effect),
        say("history.example_left", n=len(left), count=len(left)) if left else "",
        say("history.spellings", n=spellings, count=count_text(spellings)) if spellings else "",
    ]
    st.caption(" · ".join(part for part in (*parts, plain(lead.note)) if part))


def _marks(change: Change, *, selection: Selection, current: bool) -> None:
    say = words()
    moment = selection.snapshot.moment
    if moment is not None and moment_code(moment) == moment_code(change.time):
        st.badge(say("history.shown"), color="orange", icon=":material/visibility:")
    if current:
        st.badge(say("history.current"), color="green")


def _file_text(version: Version) -> str:
    return f" · :material/description: {plain(version.file_name)}" if version.file_name else ""


def _moments(versions: Sequence[Version]) -> Moments:
    return {
        (version.kind, version.version): format_moment(version.time, language=language())
        for version in versions
    }


def _action(version: Version, moments: Moments) -> str:
    if version.restored is None:
        return words()(f"lake.action.{version.action}")
    restored = moments.get((version.kind, version.restored))
    if restored is None:  # version 0, the empty table
        return words()("history.action.emptied")
    return words()("history.action.restored", moment=restored)


def _rows_text(change: Change) -> str:
    say, corrected = words(), change.lead.corrected
    rows = say("history.rows", n=change.rows, count=count_text(change.rows))
    if not corrected:
        return rows
    return f"{rows} · {say('history.corrected', n=corrected, count=count_text(corrected))}"


def _ways_back(change: Change, *, current: bool, newest: Mapping[str, int], latest: Change) -> None:
    say = words()
    if change != latest:
        st.page_link(
            page_entry("summary").file,
            label=say("history.look"),
            icon=":material/visibility:",
            query_params={"versi": moment_code(change.time)},
        )
    if not access.may_upload():
        return
    pressed = st.button(
        say("history.undo" if current else "history.back"),
        key=f"restore_{change.lead.kind}_{change.lead.version}",
        icon=":material/undo:" if current else ":material/restore:",
        width="stretch",
    )
    if pressed:
        goals = change.before if current else change.after
        moved = {kind: number for kind, number in goals.items() if number != newest[kind]}
        ask_restore(Restoring(change=change, targets=moved, seen={k: newest[k] for k in moved}, undo=current))


def _complete_table(versions: Sequence[Version], selection: Selection) -> None:
    say = words()
    names = ("time", "kind", "action", "periods", "rows", "author", "file", "note")
    kinds: dict[str, CellKind] = {"rows": "count"}
    moments = _moments(versions)
    table = Table(
        name="riwayat",
        title=say("history.table.title"),
        frame=pd.DataFrame([_record(version, moments) for version in versions], columns=list(names)),
        columns={name: TableColumn(say(f"history.column.{name}"), kinds.get(name, "text")) for name in names},
    )
    with st.expander(say("history.table"), icon=":material/table:"):
        # The list speaks of no month and no denominator, so its files name none.
        data_table(table, selection=replace(selection, bulan=None, basis=None))


def _record(version: Version, moments: Moments) -> tuple[object, ...]:
    return (
        moments[version.kind, version.version],
        dataset(version.kind).title.in_language(language()),
        _action(version, moments),
        period_text(version.periods),
        version.rows,
        version.author,
        version.file_name,
        version.note,
    )
