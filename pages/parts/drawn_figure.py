"""A finished figure, described so that the browser draws it once.

Streamlit's frontend draws a figure, sets how it answers to clicks, and then hands a copy of it to Plotly. Plotly takes
copied arrays, a copied template and settings that came later for changes, and draws everything a second time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio
from plotly.basedatatypes import BaseFigure

_AXES = ("xaxis", "yaxis")
_WITHOUT_AXES = frozenset({"choropleth", "scattergeo", "sankey"})
# What the frontend sets for a chart whose marks can be clicked.
_CLICKED = {"clickmode": "event+select", "dragmode": "pan"}


class DrawnFigure(BaseFigure):
    """A figure kept as its description: what is handed to every viewer is made once."""

    def __init__(self, description: dict[str, Any]) -> None:
        self._description = description

    @classmethod
    def of(cls, figure: go.Figure) -> DrawnFigure:
        """`figure` with its template worked in, and a revision that is its own content."""
        content = pio.to_json(figure, validate=False) or ""
        described = json.loads(content)
        revision = blake2b(content.encode(), digest_size=8).hexdigest()
        layout = _with_template(described["layout"], traces=described["data"])
        return cls({**described, "layout": layout | {"datarevision": revision}})

    def to_be_clicked(self) -> DrawnFigure:
        """The same figure as the frontend would set it up for clicks on its marks."""
        return DrawnFigure({**self._description, "layout": self._description["layout"] | _CLICKED})

    def to_dict(self) -> dict[str, Any]:
        """The description, shared and not to be changed."""
        return self._description


def _with_template(layout: Mapping[str, Any], *, traces: list[dict[str, Any]]) -> dict[str, Any]:
    """The layout with the settings of its template where it has none of its own; for every axis that is there."""
    worked_in = dict(layout)
    settings = worked_in.pop("template", {}).get("layout", {})
    for name, setting in settings.items():
        if name not in _AXES and (name != "geo" or name in worked_in):
            worked_in[name] = _under(setting, worked_in.get(name))
    for axis in _axes(worked_in, traces):
        worked_in[axis] = _under(settings.get(axis[: len(_AXES[0])], {}), worked_in.get(axis))
    return worked_in


def _axes(layout: Mapping[str, Any], traces: list[dict[str, Any]]) -> set[str]:
    """The axes of the layout and those that traces lie on (``x2`` is ``xaxis2``)."""
    flat = [trace for trace in traces if trace.get("type") not in _WITHOUT_AXES]
    used = {f"{axis}{trace.get(axis, axis[0])[1:]}" for trace in flat for axis in _AXES}
    return used | {name for name in layout if name.startswith(_AXES)}


def _under(setting: Any, own: Any) -> Any:
    """`own`, completed from `setting` in every depth."""
    if own is None:
        return setting
    if isinstance(setting, dict) and isinstance(own, dict):
        return {name: _under(setting.get(name), own.get(name)) for name in {**setting, **own}}
    return own
