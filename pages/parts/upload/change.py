"""What saving would change: before, after and difference, by kecamatan and in total, and what is replaced."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from jamsos_data.commit import ROWS, ChangePreview
from jamsos_data.datasets import ColumnKind, dataset
from jamsos_data.preview_words import amount_text
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
    st.markdown(_as_markdown(change_table(preview, reference)))
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


def change_table(preview: ChangePreview, reference: Reference) -> pd.DataFrame:
    """Before, after and difference by kecamatan, with what is not mapped and the total below; texts."""
    say = words()
    table = preview.by_kecamatan
    rows = [
        (
            say("upload.change.unmapped") if row["kode_wilayah"] == reference.kabupaten else row["wilayah"],
            _amount(preview, row["sebelum"]),
            _amount(preview, row["sesudah"]),
            _difference(preview, row["selisih"]),
        )
        for row in table.sort_values("kode_wilayah").to_dict(orient="records")
    ]
    rows.sort(key=lambda row: row[0] == say("upload.change.unmapped"))
    rows.append(
        (
            f"**{say('upload.change.total')}**",
            f"**{_amount(preview, preview.before)}**",
            f"**{_amount(preview, preview.after)}**",
            f"**{_difference(preview, preview.difference)}**",
        )
    )
    title = _measure_title(preview)
    names = [
        say(f"upload.change.column.{name}", title=title) for name in ("area", "before", "after", "difference")
    ]
    return pd.DataFrame(rows, columns=names)


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
