"""The empty sheet that every chart starts from, and the layout arithmetic that charts share."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

import plotly.graph_objects as go

from jamsos_data.colors import Look, palette
from jamsos_data.formats import format_month
from jamsos_data.messages import Messages
from jamsos_data.text_layout import LABEL_SIZE, fold, text_width
from pages.parts.template import template

HOVER_WIDTH = 52  # characters of a hover line


@dataclass
class Canvas:
    """A figure in the making. Plotly checks a figure anew with each annotation and shape that is added,
    so everything is collected here and handed over once: several times faster for a crowded chart.
    """

    layout: dict[str, Any]
    traces: list[Any] = field(default_factory=list)

    def add_trace(self, trace: Any) -> None:
        """Put a trace above those before."""
        self.traces.append(trace)

    def label_rows(self, starts: Sequence[float], labels: Sequence[str], *, color: str) -> None:
        """Write a label into each row, beginning at its place in `starts` (axis units)."""
        self.add_trace(
            go.Scatter(
                mode="text",
                x=list(starts),
                y=list(range(len(labels))),
                text=list(labels),
                textposition="middle right",
                textfont={"size": LABEL_SIZE, "color": color},
                hoverinfo="skip",
                cliponaxis=False,
            )
        )

    def add_annotation(self, **settings: Any) -> None:
        """Write a text (settings of layout.annotations)."""
        self.layout.setdefault("annotations", []).append(settings)

    def add_shape(self, **settings: Any) -> None:
        """Draw a line or rectangle (settings of layout.shapes)."""
        self.layout.setdefault("shapes", []).append(settings)

    def update_layout(self, **settings: Any) -> None:
        """Replace settings of the layout."""
        self.layout |= settings

    def update_axes(self, letter: Literal["x", "y"], **settings: Any) -> None:
        """Replace settings of all axes of one direction."""
        names = [name for name in self.layout if name.startswith(f"{letter}axis")] or [f"{letter}axis"]
        for name in names:
            self.layout[name] = self.layout.get(name, {}) | settings

    def figure(self) -> go.Figure:
        """The finished figure. Its settings are not looked into again for every viewer: the tests do that."""
        return go.Figure(data=self.traces, layout=self.layout, _validate=False)


def blank_canvas(look: Look, words: Messages, *, height: int, margin: dict[str, int]) -> Canvas:
    """A canvas of fixed height (px) with our template and the number separators of the language.

    `margin` holds l, r, t, b in px. Zooming is off; a click on a mark reaches the page.
    """
    return Canvas(
        {
            "template": template(look),
            "height": height,
            "margin": margin | {"pad": 0},
            "separators": ",." if words.language == "id" else ".,",
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
        }
    )


def fold_hover(sentence: str) -> str:
    """A hover sentence broken into lines that fit a small chart."""
    return fold(sentence, HOVER_WIDTH)


def name_margin(names: Sequence[str]) -> int:
    """Left margin (px) that holds the longest of the row names, plus the gap to the bars."""
    return max((text_width(name, 13) for name in names), default=0) + 16


def axis_end(
    starts: Sequence[float], labels: Sequence[str], *, width: int, least: float, first: float = 0
) -> float:
    """End of a horizontal axis so that labels right of their marks stay inside the plot.

    `starts` are the label positions in axis units, `width` is the narrowest plot (px) designed for,
    `least` is the end without labels, `first` the beginning of the axis.
    """
    room = [max(1 - text_width(label) / width, 0.1) for label in labels]
    ends = [first + (start - first) / share for start, share in zip(starts, room, strict=True)]
    return max([least, *ends])


def text_margin(texts: Sequence[str]) -> int:
    """Right margin (px) for a column of texts beside the plot, their gap included."""
    return max((text_width(text) for text in texts), default=0) + 22


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move label positions apart (ascending input) until each is `gap` from the next, inside low–high.

    Neighbours that are too close form a group around their mean; a group that would leave the range
    is pushed back into it.
    """
    groups: list[list[float]] = []
    for place in places:
        groups.append([place])
        while len(groups) > 1 and _start(groups[-1], gap, low, high) < _end(groups[-2], gap, low, high) + gap:
            last = groups.pop()
            groups[-1] = groups[-1] + last
    return [_start(group, gap, low, high) + gap * step for group in groups for step in range(len(group))]


def _start(group: list[float], gap: float, low: float, high: float) -> float:
    length = gap * (len(group) - 1)
    return max(low, min(sum(group) / len(group) - length / 2, high - length))


def _end(group: list[float], gap: float, low: float, high: float) -> float:
    return _start(group, gap, low, high) + gap * (len(group) - 1)


def month_ticks(months: Sequence[datetime], words: Messages, *, most: int = 12) -> dict[str, Any]:
    """Tick positions (index of the month) and texts: all months, or every third, or every January.

    The year stands under the first tick and under each January.
    """
    step = next((step for step in (1, 3, 12) if len(months) / step <= most), 12)
    chosen = [i for i, month in enumerate(months) if (month.month - 1) % step == 0] or [0]
    return {
        "tickvals": chosen,
        "ticktext": [_month_tick(months[i], words, with_year=i == chosen[0]) for i in chosen],
    }


def _month_tick(month: datetime, words: Messages, *, with_year: bool) -> str:
    name, year = format_month(month, language=words.language, short=True).rsplit(" ", 1)
    return f"{name}<br>{year}" if with_year or month.month == 1 else name


def write_beside(canvas: Canvas, texts: Sequence[str], *, look: Look) -> None:
    """Texts right of the plot, one for each row (0, 1, …), at a fixed place so that they read as a column."""
    for row, text in enumerate(texts):
        canvas.add_annotation(
            x=1,
            y=row,
            xref="paper",
            yref="y",
            xanchor="left",
            xshift=12,
            align="left",
            text=text,
            font={"size": LABEL_SIZE, "color": palette(look).ink},
            showarrow=False,
        )


def set_rows(canvas: Canvas, names: Sequence[str]) -> None:
    """The vertical axis of a chart with one row for each name, the first on top."""
    canvas.update_axes(
        "y",
        range=[len(names) - 0.5, -0.5],
        tickvals=list(range(len(names))),
        ticktext=list(names),
        tickfont={"size": 13},
        showgrid=False,
    )


def row_catcher(
    span: tuple[float, float], customdata: Sequence[list[str]], sentences: Sequence[str]
) -> go.Bar:
    """An unseen bar over the whole of each row (`span` = ends of the axis): all of a row can be clicked.

    `sentences` are the hover texts. Belongs first into the figure, whose bars must overlay.
    """
    return go.Bar(
        orientation="h",
        base=span[0],
        x=[span[1] - span[0]] * len(customdata),
        y=list(range(len(customdata))),
        width=1,
        customdata=list(customdata),
        hovertext=list(sentences),
        hoverinfo="text",
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )
