"""What saving would change: before, after and difference, by kecamatan and in total, and what is replaced."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from jamsos_data.commit import ROWS, ChangePreview
from jamsos_data.datasets import ColumnKind, dataset
from jamsos_data.preview_words import amount_text, coverage_sentence
from jamsos_data.reference import Reference
from pages.parts.history.versions import period_text
from pages.parts.language import language, words
from pages.parts.upload.filing import Filing, update_filing
from pages.parts.wording import count_text, list_text, month_text, within_sentence

NAMED = 4


def draw_change(
    file_id: str, filing: Filing, preview: ChangePreview, reference: Reference, *, together: str
) -> None:
    """The choice to replace or to add, the sentence, and the table; `together` says over what the figures are added."""
    say = words()
    st.markdown(say("upload.change"))
    key = f"mode_{file_id}"
    if st.session_state.get(key) != filing.adding:
        st.session_state[key] = filing.adding
    st.segmented_control(
        say("upload.mode"),
        (False, True),
        format_func=lambda adding: say("upload.mode.add" if adding else "upload.mode.replace"),
        key=key,
        required=True,
        help=say("upload.mode.help"),
        on_change=lambda: update_filing(file_id, adding=bool(st.session_state[key]), problem=""),
        label_visibility="collapsed",
    )
    st.markdown(change_sentence(preview, reference))
    if preview.mode == "add" and preview.duplicate_keys:
        count = count_text(preview.duplicate_keys)
        st.warning(
            say("upload.change.duplicates", n=preview.duplicate_keys, count=count), icon=":material/warning:"
        )
    coverage = coverage_sentence(preview, language=language())
    if coverage:
        st.markdown(coverage)
    _draw_tables(file_id, preview, reference)
    if together:
        st.caption(together)


def change_sentence(preview: ChangePreview, reference: Reference) -> str:
    """What rises or falls by how much, and what is replaced, in a sentence."""
    say = words()
    key = "same" if not preview.difference else "more" if preview.difference > 0 else "less"
    if preview.rows_before == 0:
        key = "new"
    values = {
        "title": _measure_title(preview),
        "before": _amount(preview, preview.before),
        "after": _amount(preview, preview.after),
        "difference": _amount(preview, abs(preview.difference)),
    }
    sentence = say(f"upload.change.{key}", **values)
    if preview.mode == "add":
        return f"{sentence} {say('upload.change.adding')}"
    rows = {"n": preview.rows_before, "count": count_text(preview.rows_before)}
    scope = _scope(preview, reference)
    key = "replacing" if preview.rows_before else "nothing_there"
    return f"{sentence} {say(f'upload.change.{key}', scope=scope, **rows)}"


def _draw_tables(file_id: str, preview: ChangePreview, reference: Reference) -> None:
    """The change by kecamatan and, where the file speaks of several segments, also by segment."""
    say = words()
    areas = _as_markdown(change_table(preview, reference))
    if len(preview.by_segmen) < 2:
        st.markdown(areas)
        return
    names = [say("upload.change.by_area"), say("upload.change.by_segment")]
    tables = (areas, _as_markdown(segment_table(preview, reference)))
    for tab, table in zip(st.tabs(names, key=f"change_{file_id}"), tables, strict=True):
        tab.markdown(table)


def change_table(preview: ChangePreview, reference: Reference) -> pd.DataFrame:
    """Before, after and difference by kecamatan, with what is not mapped and the total below; texts."""
    unmapped = words()("upload.change.unmapped")
    rows = [
        (unmapped if code == reference.kabupaten else name, *figures)
        for code, name, *figures in preview.by_kecamatan.sort_values("kode_wilayah").itertuples(index=False)
    ]
    rows.sort(key=lambda row: row[0] == unmapped)
    return _table(preview, rows, head="area")


def segment_table(preview: ChangePreview, reference: Reference) -> pd.DataFrame:
    """Before, after and difference by segment with the total below; texts."""
    rows = [
        (_scope_value(code, ColumnKind.CODE, "segmen", reference), *figures)
        for code, *figures in preview.by_segmen.itertuples(index=False)
    ]
    return _table(preview, rows, head="segment")


def _table(
    preview: ChangePreview, rows: Sequence[tuple[str, *tuple[int, ...]]], *, head: str
) -> pd.DataFrame:
    say = words()
    lines = [
        (name, _amount(preview, before), _amount(preview, after), _difference(preview, difference))
        for name, before, after, difference in rows
    ]
    total = (
        say("upload.change.total"),
        _amount(preview, preview.before),
        _amount(preview, preview.after),
        _difference(preview, preview.difference),
    )
    lines.append(tuple(f"**{text}**" for text in total))  # type: ignore[arg-type]
    names = [
        say(f"upload.change.column.{name}", title=_measure_title(preview))
        for name in (head, "before", "after", "difference")
    ]
    return pd.DataFrame(lines, columns=names)


def _as_markdown(table: pd.DataFrame) -> str:
    """The table in Markdown, which can set figures to the right."""
    lines = [
        list(table.columns),
        [":---", *["---:"] * (len(table.columns) - 1)],
        *table.itertuples(index=False),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _measure_title(preview: ChangePreview) -> str:
    if preview.measured == ROWS:
        return words()("upload.change.rows")
    return dataset(preview.kind).column(preview.measured).title.in_language(language()).removesuffix(" (Rp)")


def _amount(preview: ChangePreview, value: int) -> str:
    return amount_text(preview, value, language=language())


def _difference(preview: ChangePreview, value: int) -> str:
    if not value:
        return words()("upload.change.none")
    return words()(f"upload.change.{'up' if value > 0 else 'down'}", amount=_amount(preview, abs(value)))


def _scope(preview: ChangePreview, reference: Reference) -> str:
    """What is replaced, in words: ``bulan Oktober 2026; segmen Pekerja rentan; sumber dana DBHCHT``."""
    declared = dataset(preview.kind)
    parts = []
    for name, values in preview.replaced.items():
        column = declared.column(name)
        texts = [_scope_value(value, column.kind, str(column.codes or ""), reference) for value in values]
        if column.kind is ColumnKind.MONTH and len(texts) > NAMED:
            shown = period_text([values[0][:7], values[-1][:7]])
        elif len(texts) > NAMED:
            shown = words()("upload.change.many", count=count_text(len(texts)))
        else:
            shown = list_text(texts)
        parts.append(f"{within_sentence(column.title.in_language(language()))} {shown}")
    return "; ".join(parts)


def _scope_value(value: str, kind: ColumnKind, table: str, reference: Reference) -> str:
    if kind is ColumnKind.MONTH:
        return month_text(pd.Timestamp(value).to_pydatetime())
    if kind is ColumnKind.AREA and reference.has_area(value):
        return reference.area_name(value)
    if kind is ColumnKind.CODE and value in reference.codes(table):
        return reference.name_of(table, value, language())
    return value
