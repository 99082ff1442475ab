"""Native tables: quiet lines, figures to the right, no default style."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Inches, Pt

from jamsos_data.exports.powerpoint.design import COLORS, Box, Type, describe, emu, set_font

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # “No Style, No Grid” of PowerPoint
GAP = 0.08  # inches between cells
DENSE = 10  # points: rows of smaller type have no room to spare


def draw_table(
    shapes: Any,
    box: Box,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    widths: Sequence[float],
    heights: Sequence[float],
    right: Sequence[bool],
    size: float,
    alt: str,
    language: str,
) -> Any:
    """A table with its headings; `widths` of columns and `heights` of the heading and each row in inches."""
    frame = shapes.add_table(len(rows) + 1, len(head), *emu(box))
    table = frame.table
    frame._element.find(f".//{qn('a:tableStyleId')}").text = NO_STYLE
    table.horz_banding = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Inches(width)
    for row, height in zip(table.rows, heights, strict=True):
        row.height = Inches(height)
    for place, text in enumerate(head):
        look = Type(
            size=size - 1, color=COLORS.muted, bold=True, align=_align(right[place]), anchor=MSO_ANCHOR.BOTTOM
        )
        _fill(table.cell(0, place), text, look, language=language, line=COLORS.axis)
    for number, cells in enumerate(rows, start=1):
        for place, text in enumerate(cells):
            look = Type(size=size, align=_align(right[place]), anchor=MSO_ANCHOR.MIDDLE)
            _fill(table.cell(number, place), text, look, language=language, line=COLORS.grid)
    describe(frame, alt)
    return frame


def _align(right: bool) -> Any:
    return PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT


def _fill(cell: Any, text: str, look: Type, *, language: str, line: str) -> None:
    cell.margin_left = cell.margin_right = Inches(GAP)
    cell.margin_top = cell.margin_bottom = Inches(0.02 if look.size >= DENSE else 0)
    cell.vertical_anchor = look.anchor
    paragraph = cell.text_frame.paragraphs[0]
    cell.text_frame.word_wrap = True
    paragraph.alignment = look.align
    run = paragraph.add_run()
    run.text = text
    set_font(run.font, look, language=language)
    _underline(cell, line)


def _underline(cell: Any, color: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    line, fill, shade = (OxmlElement(tag) for tag in ("a:lnB", "a:solidFill", "a:srgbClr"))
    line.set("w", str(int(Pt(0.75))))
    shade.set("val", color.removeprefix("#"))
    fill.append(shade)
    line.append(fill)
    properties.insert(0, line)
