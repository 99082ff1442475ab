"""The key of the coverage map: colour classes, what hatching means, where its shapes come from, names by number."""

from collections.abc import Sequence

from jamsos_data.colors import CLASS_WIDTH, Look, coverage_classes, palette
from jamsos_data.map_labels import Label
from jamsos_data.messages import Messages
from jamsos_data.wording import percent
from pages.parts.charts.canvas import Canvas

NAME_COLUMNS = 3
NAME_LINE = 16  # px


def draw_key(canvas: Canvas, words: Messages, *, look: Look, with_unknown: bool, note: str) -> None:
    """The classes as a column of squares right of the map, 100 % on top; `note` says where the shapes come from."""
    colors = palette(look)
    classes = coverage_classes(look)
    swatch = 14
    for i, color in enumerate(classes):
        canvas.add_shape(
            type="rect",
            xref="paper",
            yref="paper",
            xsizemode="pixel",
            ysizemode="pixel",
            xanchor=1,
            yanchor=0,
            x0=20,
            x1=32,
            y0=26 + i * swatch,
            y1=26 + (i + 1) * swatch - 1,
            fillcolor=color,
            line={"width": 0},
        )
    for i in range(0, len(classes) + 1, 2):
        _note(
            canvas,
            percent(i * CLASS_WIDTH, words, digits=0),
            x=1,
            shift=(36, 25 + i * swatch),
            anchor=("left", "middle"),
            color=colors.muted,
        )
    if with_unknown:
        text = f"<span style='color:{colors.hatch}'>▨</span> {words('chart.map.no_data')}"
        _note(canvas, text, x=1, shift=(4, 18), anchor=("left", "top"), color=colors.muted)
    _note(
        canvas,
        note or words("chart.map.note"),
        x=0,
        shift=(6, -2),
        anchor=("left", "top"),
        color=colors.muted,
    )


def names_height(labels: Sequence[Label]) -> int:
    """Height (px) that the names by number take below the map; 0 when every area bears its name."""
    rows = -(-sum(label.number > 0 for label in labels) // NAME_COLUMNS)
    return rows * NAME_LINE + 8 if rows else 0


def draw_names(canvas: Canvas, labels: Sequence[Label], *, look: Look, width: int, beside: int) -> None:
    """The names of the areas that bear a number, in columns below a map of `width` (px, `beside` of them the key)."""
    numbered = sorted((label for label in labels if label.number), key=lambda label: label.number)
    rows = -(-len(numbered) // NAME_COLUMNS)
    for i, label in enumerate(numbered):
        column, row = divmod(i, rows)
        _note(
            canvas,
            f"<b>{label.number}</b> {label.name} {label.value}",
            x=column * width / NAME_COLUMNS / (width - beside),
            shift=(6, -24 - row * NAME_LINE),
            anchor=("left", "top"),
            color=palette(look).ink,
        )


def _note(
    canvas: Canvas, text: str, *, x: float, shift: tuple[int, int], anchor: tuple[str, str], color: str
) -> None:
    canvas.add_annotation(
        x=x,
        y=0,
        xref="paper",
        yref="paper",
        xanchor=anchor[0],
        yanchor=anchor[1],
        xshift=shift[0],
        yshift=shift[1],
        text=text,
        font={"size": 11, "color": color},
        showarrow=False,
    )
