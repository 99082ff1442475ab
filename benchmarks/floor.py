"""A bare Streamlit page that draws the same charts from ready-made numbers: nothing of ours could be faster.

Started by :mod:`benchmarks.screen` with the file of ready-made charts in FLOOR_READY.
"""

import json
import os
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.parts.outlines import outline_routes

app = st.App(Path(__file__), routes=outline_routes())


@st.cache_resource
def ready_made() -> dict[str, dict[str, dict[str, list[Any]]]]:
    """Page → area → figures, cards and tables, as Streamlit takes them."""
    read = json.loads(Path(os.environ["FLOOR_READY"]).read_text(encoding="utf-8"))
    for areas in read.values():
        for shown in areas.values():
            shown["figures"] = [_plain(json.loads(figure)) for figure in shown["figures"]]
            shown["tables"] = [pd.DataFrame(table) for table in shown["tables"]]
    return read


def _plain(figure: dict[str, Any]) -> go.Figure:
    """The figure as a bare page has it: without the mark that spares the application its second drawing (chart.py)."""
    figure["layout"].pop("datarevision", None)
    return go.Figure(figure)


if get_script_run_ctx(suppress_warning=True) is not None:
    st.set_page_config(layout="wide")
    areas = ready_made()[st.query_params.get("halaman", "")]
    chosen = st.selectbox("Wilayah", list(areas), key="filter_wilayah")
    shown = areas[st.query_params.get("wilayah") or chosen]
    for column, card in zip(st.columns(4), shown["cards"], strict=False):
        column.metric(*card)
    for number, figure in enumerate(shown["figures"]):
        st.plotly_chart(figure, theme=None, key=f"figure_{number}")
    for table in shown["tables"]:
        st.dataframe(table, hide_index=True)
