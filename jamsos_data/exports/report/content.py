"""The slides of a deck as the values that the typesetting of the report takes: numbers, colours and words."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from jamsos_data.axis import nice_ticks
from jamsos_data.colors import Look, palette
from jamsos_data.exports.cells import NUMERIC, table_texts
from jamsos_data.exports.map_layout import Box, Projection, extent_of, labels_of
from jamsos_data.formats import format_month
from jamsos_data.map_labels import Label
from jamsos_data.messages import Messages
from jamsos_data.slides.picture import Bars, Columns, Lines, Map, Picture
from jamsos_data.slides.slide import Deck, Slide
from jamsos_data.table import Table
from jamsos_data.wording import count, month, short_rupiah

POINTS = 72  # for each inch
MAP = Box(0, 0, 6.9, 3.05)  # inches
LABEL = 8  # points
MOST_MONTHS = 13  # names under an axis
MOST_LETTERS = 150  # of all totals above the bars
LONG = 30  # letters: columns with longer cells share what room is left


def report_content(deck: Deck) -> dict[str, Any]:
    """Everything that report.typ shows; plain values that JSON can hold."""
    words, footing = deck.words, deck.footing
    return {
        "language": words.language,
        "colors": asdict(palette(Look())),
        "title": words("report.title", area=footing.area, month=month(footing.bulan, words)),
        "kicker": words("report.kicker"),
        "example": words("slide.example") if footing.example else "",
        "footing": f"{words('slide.source')} · {footing.line(words)}",
        "method": f"{words('slide.closing.note')} {words('report.method')}",
        "slides": {slide.name: _slide(slide, words) for slide in deck.slides},
    }


def _slide(slide: Slide, words: Messages) -> dict[str, Any]:
    return {
        "title": slide.title,
        "lead": slide.lead,
        "unit": slide.unit,
        "caption": "" if slide.name == "attention" else slide.caption,
        "figures": [asdict(figure) for figure in slide.figures],
        "picture": None if slide.picture is None else _picture(slide.picture, words),
        "table": None if slide.table is None else _table(slide.table, words),
        "heading": "" if slide.table is None else slide.table.title,
    }


def _table(table: Table, words: Messages) -> dict[str, Any]:
    texts = table_texts(table, words)
    longest = [max((len(cell) for cell in column), default=0) for column in zip(*texts, strict=True)]
    widths = [number / LONG if number > LONG else 0 for number in longest] or [0] * len(table.columns)
    return {
        "heads": [column.title for column in table.columns.values()],
        "rows": texts,
        "right": [column.kind in NUMERIC for column in table.columns.values()],
        "widths": widths,
    }


def _picture(picture: Picture, words: Messages) -> dict[str, Any]:
    if isinstance(picture, Bars):
        return asdict(picture) | {"kind": "bars"}
    if isinstance(picture, Columns):
        return _columns(picture, words)
    return _lines(picture, words) if isinstance(picture, Lines) else _map(picture)


def _columns(picture: Columns, words: Messages) -> dict[str, Any]:
    highest = max(sum(value or 0 for value in values) for values in _by_month(picture))
    ticks = nice_ticks(0, highest)
    return asdict(picture) | {
        "kind": "columns",
        "months": _months(picture.months, words),
        "totals": _totals(picture),
        "low": 0,
        "high": ticks[-1],
        "ticks": [(tick, short_rupiah(tick, words)) for tick in ticks],
    }


def _totals(picture: Columns) -> list[str]:
    """What is written above the bars: all totals where they have room, else that of the highest bar."""
    if len(picture.totals) * max(map(len, picture.totals)) <= MOST_LETTERS:
        return list(picture.totals)
    sums = [sum(value or 0 for value in values) for values in _by_month(picture)]
    return [text if one == max(sums) else "" for text, one in zip(picture.totals, sums, strict=True)]


def _by_month(picture: Columns) -> list[tuple[float | None, ...]]:
    return list(zip(*(one.values for one in picture.series), strict=True))


def _lines(picture: Lines, words: Messages) -> dict[str, Any]:
    ticks = range(int(picture.low), int(picture.high) + 1, int(picture.step))
    return asdict(picture) | {
        "kind": "lines",
        "months": _months(picture.months, words),
        "ticks": [(tick, count(tick, words)) for tick in ticks],
    }


def _months(months: tuple[datetime, ...], words: Messages) -> list[str]:
    """The names under an axis: all months, or every third, or every January; "" for the others."""
    step = next((step for step in (1, 3, 12) if len(months) / step <= MOST_MONTHS), 12)
    return [
        format_month(moment, language=words.language, short=True) if (moment.month - 1) % step == 0 else ""
        for moment in months
    ]


def _map(picture: Map) -> dict[str, Any]:
    projection = Projection(extent_of(picture), MAP)
    inks = {area.kode: area.ink for area in picture.areas}
    labels = labels_of(picture, projection, size=LABEL)
    numbered = sorted((label for label in labels if label.number), key=lambda label: label.number)
    names = [f"{label.number} {label.name} {label.value}" for label in numbered]
    return {
        "kind": "map",
        "height": MAP.height * POINTS,
        "areas": [
            {
                "color": area.color,
                "rings": [[_point(projection.place(point)) for point in ring] for ring in area.rings],
            }
            for area in picture.areas
        ],
        "labels": [_label(label, projection, inks[label.kode]) for label in labels],
        "classes": picture.classes,
        "note": " · ".join(filter(None, (*names, picture.note))),
        "alt": picture.alt,
    }


def _label(label: Label, projection: Projection, ink: str) -> dict[str, Any]:
    at = _point(projection.place(label.at or (0.0, 0.0)))
    outside = label.outside and label.anchor is not None
    return {
        "x": at[0],
        "y": at[1],
        "side": {"middle center": "center", "middle left": "left", "middle right": "right"}[label.position],
        "ink": palette(Look()).ink if outside else ink,
        "line": [at, _point(projection.place(label.anchor))] if outside and label.anchor else [],
        "texts": [
            {
                "text": part.replace("<b>", "").replace("</b>", "").strip("\N{NO-BREAK SPACE}"),
                "bold": "<b>" in part,
            }
            for part in label.text.split("<br>")
        ],
    }


def _point(place: tuple[float, float]) -> tuple[float, float]:
    return round(place[0] * POINTS, 2), round(place[1] * POINTS, 2)
