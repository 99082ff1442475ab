"""A sheet as HTML: its rows in colours by what they were taken for, each with that word, and a legend.

The colours are tints over whatever lies behind, so they hold on the light theme and on the dark one.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import get_args

from jamsos_data.colors import Look, palette
from jamsos_data.intake.report import OutlineRow, RowRole, SheetOutline
from jamsos_data.messages import Messages

LONGEST_CELL = 48
LONGEST_LONE_CELL = 160
ROLES: tuple[RowRole, ...] = get_args(RowRole)

_TINTS: dict[RowRole, str] = {
    "title": "rgba(133, 94, 206, .20)",
    "header": "rgba(15, 150, 135, .34)",
    "data": "transparent",
    "section": "rgba(52, 120, 200, .24)",
    "total": "rgba(232, 145, 40, .30)",
    "note": "rgba(125, 135, 140, .22)",
    "left_out": "repeating-linear-gradient(135deg, rgba(125,135,140,.26) 0 5px, rgba(125,135,140,.08) 5px 10px)",
    "unread": "transparent",
}
_STYLE = """<style>
.sheet-legend { display: flex; flex-wrap: wrap; gap: .35rem .9rem; margin: 0 0 .45rem; font-size: .84rem; }
.sheet-legend span { display: inline-flex; align-items: center; gap: .35rem; }
.sheet-legend i { width: 1.5rem; height: .95rem; border: 1px solid rgba(125,135,140,.55); border-radius: 3px; }
.sheet-picture { max-height: 25rem; overflow: auto; border: 1px solid rgba(125,135,140,.4); border-radius: 6px; }
.sheet-picture table { border-collapse: separate; border-spacing: 0; font-size: .82rem; line-height: 1.35;
  font-variant-numeric: tabular-nums; margin: 0; min-width: 100%; }
.sheet-picture th, .sheet-picture td { border: 0; border-right: 1px solid rgba(125,135,140,.22);
  border-bottom: 1px solid rgba(125,135,140,.22); padding: .16rem .5rem; white-space: nowrap; text-align: left;
  color: inherit; }
.sheet-picture thead th { position: sticky; top: 0; background: var(--sheet-head); font-weight: 600; z-index: 1; }
.sheet-picture tbody th { font-weight: 400; }
.sheet-picture .number { text-align: right; opacity: .8; }
.sheet-picture .role { font-size: .76rem; letter-spacing: .01em; }
.sheet-picture .meaning { display: block; font-weight: 400; font-size: .74rem; max-width: 11rem; overflow: hidden;
  text-overflow: ellipsis; }
.sheet-picture .gap td { text-align: center; opacity: .8; font-style: italic; }
.sheet-picture .row-header td { font-weight: 600; }
.sheet-picture .row-note td { font-style: italic; }
.sheet-picture .row-left_out td { text-decoration: line-through; opacity: .8; }
.sheet-picture .row-unread td { opacity: .85; }
ROWS
</style>"""


def sheet_picture(
    outline: SheetOutline, meanings: Mapping[int, str], *, words: Messages, look: Look, count: str
) -> str:
    """HTML of the legend and the first and last rows. `meanings` are those of used columns in words, by position.

    `count` is the number of rows between them as people read it.
    """
    style = _STYLE.replace(
        "ROWS", "\n".join(f".sheet-picture .row-{role}, .sheet-legend .tint-{role} {{ background: {tint}; }}"
                          for role, tint in _TINTS.items()),
    )  # fmt: skip
    rows = []
    for row in outline.rows:
        rows.append(_row(row, words))
        if row.number == outline.omitted_after and outline.omitted:
            told = escape(words("upload.picture.omitted", n=outline.omitted, count=count))
            rows.append(f'<tr class="gap"><td colspan="{len(outline.letters) + 2}">{told}</td></tr>')
    caption = escape(words("upload.picture.alt", sheet=outline.name or "–"))
    return (
        f'{style}{_legend(outline, words)}<div class="sheet-picture" tabindex="0" role="region" '
        f'style="--sheet-head: {palette(look).panel}" aria-label="{caption}"><table><thead><tr><th></th>'
        f"<th>{escape(words('upload.picture.role'))}</th>{_heads(outline, meanings)}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _legend(outline: SheetOutline, words: Messages) -> str:
    """The roles that occur, in the order of declaration, with their words."""
    present = {row.role for row in outline.rows}
    items = [
        f'<span><i class="tint-{role}"></i>{escape(words(f"upload.role.{role}"))}</span>'
        for role in ROLES
        if role in present
    ]
    return f'<div class="sheet-legend">{"".join(items)}</div>'


def _heads(outline: SheetOutline, meanings: Mapping[int, str]) -> str:
    return "".join(
        f'<th>{letter}<span class="meaning" title="{escape(meanings.get(position, ""))}">'
        f"{escape(meanings.get(position, ''))}</span></th>"
        for position, letter in enumerate(outline.letters)
    )


def _row(row: OutlineRow, words: Messages) -> str:
    cells = "".join(
        f"<td{span}>{escape(_short(cell, LONGEST_LONE_CELL if span else LONGEST_CELL))}</td>"
        for cell, span in _spanning(row.cells)
    )
    role = escape(words(f"upload.role.{row.role}"))
    return f'<tr class="row-{row.role}"><th class="number">{row.number}</th><th class="role">{role}</th>{cells}</tr>'


def _spanning(cells: tuple[str, ...]) -> list[tuple[str, str]]:
    """The cells of a row; a lone text (a title, a note) runs over the empty cells to its right."""
    filled = [place for place, cell in enumerate(cells) if cell]
    if len(filled) != 1:
        return [(cell, "") for cell in cells]
    place = filled[0]
    return [*((cell, "") for cell in cells[:place]), (cells[place], f' colspan="{len(cells) - place}"')]


def _short(text: str, longest: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1]}…"
