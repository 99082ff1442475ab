"""Saving a file into the dashboard, saying so, and taking it back with one click.

All changes are made in callbacks, before the page is drawn again. The preview that the operator saw is part of
the callback's arguments: if somebody else changed the same rows since, nothing is written and the page says so.
"""

from __future__ import annotations

import streamlit as st

from jamsos_data.commit import ChangePreview, commit_report
from jamsos_data.datasets import STORED, VERSIONED, dataset
from jamsos_data.errors import UserError
from jamsos_data.intake import IntakeReport
from jamsos_data.lake import new_change
from jamsos_data.reference_sets import ALIASES
from pages.parts import access, address
from pages.parts.history.restoring import NAME, remembered_name
from pages.parts.history.versions import period_text
from pages.parts.language import language, words
from pages.parts.navigation import page_entry
from pages.parts.snapshot import lake
from pages.parts.upload.consent import has_consented
from pages.parts.upload.filing import Filing, Saved, filing_of, update_filing
from pages.parts.upload.reading import report_of
from pages.parts.wording import count_text, list_text, within_sentence

# Where the figures of a data set are seen.
_PAGES: dict[str, tuple[str, ...]] = {
    "kepesertaan": ("summary", "coverage", "targets"),
    "potensi": ("summary", "coverage"),
    "target": ("targets", "summary"),
    "iuran": ("premiums", "summary"),
    "anggaran": ("premiums",),
    "tindak_lanjut": ("targets",),
}
# Without these the main pages stay partly empty.
_NEEDED = ("kepesertaan", "potensi", "target", "iuran", "anggaran")


def draw_save_form(
    file_id: str, preview: ChangePreview, *, example: bool, consent: str | None, waits: bool = False
) -> None:
    """Name, note, whether to leave the example data behind, and the button.

    `example` is whether there is example data; `consent` is the key of the tick that saving waits for; `waits` is
    whether it waits for rows that are not taken.
    """
    say = words()
    filing = filing_of(file_id)
    with st.form(f"save_{file_id}"):
        st.text_input(say("upload.author"), value=remembered_name(), key=f"author_{file_id}", max_chars=80)
        st.text_input(
            say("upload.note"), key=f"note_{file_id}", max_chars=200, placeholder=say("upload.note.example")
        )
        if example:
            st.checkbox(say("upload.leave_example"), key=f"leave_{file_id}")
            st.caption(_example_note(preview))
        st.form_submit_button(
            say("upload.save"),
            key=f"save_button_{file_id}",
            type="primary",
            width="stretch",
            icon=":material/save:",
            disabled=waits or not has_consented(consent),
            on_click=_save,
            args=(file_id, preview.base_version, consent),
        )
    if filing.notice == "name":
        st.warning(say("upload.author.missing"), icon=":material/badge:")
    if filing.problem:
        st.error(filing.problem, icon=":material/sync_problem:")


def draw_saved(file_id: str, saved: Saved) -> None:
    """That it is saved, where it is seen, what is still missing, and the way back."""
    say = words()
    version = saved.version
    title = dataset(version.kind).title.in_language(language())
    periods = period_text(version.periods)
    sentence = say("upload.saved", title=title, rows=count_text(version.rows), version=version.version)
    if periods:
        sentence = f"{sentence} {say('upload.saved.periods', periods=periods)}"
    if saved.left_example:
        sentence = f"{sentence} {say('upload.saved.left_example')}"
    st.success(sentence, icon=":material/check_circle:")
    missing = [kind for kind in _NEEDED if lake().scan(kind).head(1).collect().is_empty()]
    if missing:
        titles = [within_sentence(dataset(kind).title.in_language(language())) for kind in missing]
        st.info(say("upload.saved.missing", titles=list_text(titles)), icon=":material/playlist_add:")
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"next_{file_id}"):
        for name in _PAGES.get(version.kind, ("summary",)):
            if page_entry(name).file.exists():
                st.page_link(
                    page_entry(name).file,
                    label=page_entry(name).title,
                    icon=":material/arrow_forward:",
                    query_params=_month_of(version.periods),
                )
        st.button(
            say("upload.undo"),
            key=f"undo_{file_id}",
            icon=":material/undo:",
            on_click=_undo,
            args=(file_id, saved),
        )
    problem = filing_of(file_id).problem
    if problem:
        st.error(problem, icon=":material/sync_problem:")


def _month_of(periods: tuple[str, ...]) -> dict[str, str] | None:
    """The newest month of the file for the link, so that the page opens where the change is."""
    is_month = bool(periods) and len(periods[-1]) == len("2026-10")
    return {"bulan": periods[-1]} if is_month else None


def _example_note(preview: ChangePreview) -> str:
    """What leaving the example behind takes away, and how many of its rows would otherwise stand beside."""
    kinds = [kind for kind in STORED if kind in lake().has_example()]
    titles = [within_sentence(dataset(kind).title.in_language(language())) for kind in kinds]
    note = words()("upload.leave_example.note", titles=list_text(titles))
    if not preview.example_rows:
        return note
    count = count_text(preview.example_rows)
    return f"{words()('upload.leave_example.beside', n=preview.example_rows, count=count)} {note}"


def _save(file_id: str, base_version: int, consent: str | None) -> None:
    if not (access.may_upload() and has_consented(consent)):
        return
    author = str(st.session_state[f"author_{file_id}"]).strip()
    if not author:
        update_filing(file_id, notice="name")
        return
    st.session_state[NAME] = author
    filing = filing_of(file_id)
    try:
        saved = _commit(file_id, filing, report_of(file_id), author=author, base_version=base_version)
    except UserError as error:
        update_filing(file_id, problem=error.message(language()), notice="")
        return
    update_filing(file_id, saved=saved, problem="", notice="")
    address.choose(versi="")  # who saves wants to see the newest data


def _commit(file_id: str, filing: Filing, report: IntakeReport, *, author: str, base_version: int) -> Saved:
    """Commit the rows and, if ticked, leave the example behind. Raises UserError when it may not be."""
    before = lake().versions()
    version = commit_report(
        lake(),
        report,
        mode="add" if filing.adding else "replace",
        author=author,
        note=str(st.session_state[f"note_{file_id}"]).strip(),
        base_version=base_version,
        all_or_nothing=filing.all_or_nothing,
    )
    touched = {version.kind}
    leaves = bool(st.session_state.get(f"leave_{file_id}", False))
    if leaves:
        is_new = version.version > before.get(version.kind, 0)
        removed = lake().remove_example(author=author, change=version.change if is_new else "")
        touched |= {one.kind for one in removed}
    after = lake().versions()
    if after.get(ALIASES) != before.get(ALIASES):
        touched.add(ALIASES)
    return Saved(
        version=version,
        before={kind: before.get(kind, 0) for kind in touched},
        after={kind: after[kind] for kind in touched},
        left_example=leaves,
    )


def _undo(file_id: str, saved: Saved) -> None:
    """Bring back every data set that the save touched; nothing where somebody has changed one of them since."""
    if not access.may_upload():
        return
    now = lake().versions()
    if any(now.get(kind) != version for kind, version in saved.after.items()):
        update_filing(file_id, problem=words()("upload.undo.changed"))
        return
    note, change = words()("upload.undo.note", file=saved.version.file_name), new_change()
    try:
        for kind in sorted(saved.before, key=VERSIONED.index):
            lake().restore(kind, saved.before[kind], author=remembered_name(), note=note, change=change)
    except UserError as error:
        update_filing(file_id, problem=error.message(language()))
        return
    update_filing(file_id, saved=None, problem="", notice="undone")
