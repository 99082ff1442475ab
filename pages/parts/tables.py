"""The table behind a picture: figures written in the language of the session, sortable, with downloads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import streamlit as st

from jamsos_data.exports.cells import NUMERIC, table_texts
from jamsos_data.exports.tables import ExportTable, export_csv, export_xlsx
from jamsos_data.table import Table
from pages.parts.keeping import made_once
from pages.parts.language import language, words
from pages.parts.origins import offer_trace
from pages.parts.page import basis_text, state_text
from pages.parts.printing import printed_table
from pages.parts.sent_once import SentOnce
from pages.parts.snapshot import holds_example
from pages.parts.state import Selection, select_area
from pages.parts.wording import NOTHING

BORDER = 2  # px, above and below the grid together
SHOWN_WHOLE = 20  # rows that a table shows without scrolling
ROW_HEIGHT = 34  # px
FOLDED_HEIGHT = 360  # px, at most
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def data_table(
    table: Table, *, selection: Selection, height: int | None = None, selects_area: bool = False
) -> None:
    """Show a table with buttons to download it and to ask what it rests on.

    Sorting uses the figures, not their spelling. With `selects_area` a click on a row makes the whole page follow its
    kode_wilayah, a column of the frame.
    """
    written = _write(table)
    key = f"table_{table.name}"
    st.dataframe(
        written.cells,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=_height(len(table.frame), most=height),
        column_config={
            name: st.column_config.Column(column.title, width=column.width)
            for name, column in table.columns.items()
        },
        placeholder=NOTHING,
        key=key,
        alt=table.title,
        on_select=_area_of_row(table, key) if selects_area else "ignore",
        selection_mode="single-row",
    )
    st.html(written.printed)
    _download_row(table, selection)


def folded_table(build: Callable[[], Table], *, selection: Selection, name: str) -> None:
    """The table that `build` gives, beneath a picture, built and drawn once somebody opens it; `name` is its own."""
    with st.expander(
        words()("table.of_chart"), type="compact", on_change="rerun", key=f"twin_{name}"
    ) as folded:
        if folded.open:
            data_table(build(), selection=selection, height=FOLDED_HEIGHT)


@dataclass(frozen=True, kw_only=True)
class Written:
    """A table in the spelling of a language: for the screen, and as HTML for paper."""

    cells: Cells
    printed: str


@made_once
def _write(table: Table) -> Written:
    texts, columns = table_texts(table, words(), short=False), table.columns.values()
    return Written(
        cells=Cells(table.frame[list(table.columns)].reset_index(drop=True), texts),
        printed=printed_table(
            [column.title for column in columns],
            texts,
            numeric=[column.kind in NUMERIC for column in columns],
        ),
    )


class _Figures(SentOnce):
    """Figures that are spelled, when somebody wants them as texts, as `written` says."""

    _metadata = [*SentOnce._metadata, "written"]  # noqa: RUF012 - so pandas declares what its frames carry along
    written: pd.DataFrame

    def astype(self, dtype: Any, *given: Any, **named: Any) -> pd.DataFrame:  # type: ignore[override]
        """`written` for texts, else as any frame."""
        return self.written if dtype is str else super().astype(dtype, *given, **named)


class Cells:
    """Figures to sort by with the text to show for each, where pandas would spell every cell anew for every viewer.

    Streamlit takes texts beside figures from pandas' Styler only, which it knows by its name. It asks it for what is
    here (styles, of which there are none), and turns its `data` into texts, which are ready. Pandas' own class brings
    a language of templates along: 4 MB of the server and a tenth of a second of its first page.
    """

    uuid, caption = "figures", None

    def __init__(self, figures: pd.DataFrame, texts: Sequence[Sequence[str]]) -> None:
        self.data = _Figures(figures)
        self.data.written = SentOnce(
            pd.DataFrame(texts, index=figures.index, columns=figures.columns, dtype="str")
        )

    def _compute(self) -> None:
        """There are no styles to work out."""

    def _translate(self, *_: bool) -> dict[str, Any]:
        return {}


Cells.__module__, Cells.__qualname__ = "pandas.io.formats.style", "Styler"


def _height(rows: int, *, most: int | None) -> int | Literal["auto"]:
    """As tall as the rows, so that neither a row is cut nor an empty grid left; `most` (px), or what Streamlit
    takes for many rows, where there are more than that shows.
    """
    whole = (rows + 1) * ROW_HEIGHT + BORDER
    if most:
        return min(whole, most)
    return whole if 0 < rows <= SHOWN_WHOLE else "auto"


def _area_of_row(table: Table, key: str) -> Callable[[], None]:
    def clicked() -> None:
        rows = st.session_state[key]["selection"]["rows"]
        if rows:
            select_area(str(table.frame["kode_wilayah"].iloc[rows[0]]))

    return clicked


def _download_row(table: Table, selection: Selection) -> None:
    export = _export_table(table, selection)
    spoken = language()
    say = words()
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"downloads_{table.name}"
    ):
        st.download_button(
            say("table.csv"),
            lambda: export_csv(export, language=spoken),
            file_name=f"{table.name}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            type="tertiary",
            key=f"csv_{table.name}",
        )
        st.download_button(
            say("table.xlsx"),
            lambda: export_xlsx(export, language=spoken),
            file_name=f"{table.name}.xlsx",
            mime=XLSX_TYPE,
            icon=":material/download:",
            on_click="ignore",
            type="tertiary",
            key=f"xlsx_{table.name}",
        )
        offer_trace(table, selection)


def _export_table(table: Table, selection: Selection) -> ExportTable:
    return ExportTable(
        title=table.title,
        frame=table.frame,
        headings={name: column.title for name, column in table.columns.items()},
        kinds={name: column.kind for name, column in table.columns.items()},
        month=selection.bulan,
        basis=basis_text(selection),
        data_version=state_text(selection.snapshot) or NOTHING,
        example=holds_example(selection.snapshot),
        notes=table.notes,
    )
