"""The list of findings that opens a marked workbook: its words, its columns and where its links lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jamsos_data.exports.marks import PlacedFinding
from jamsos_data.intake.locate.table import column_letter
from jamsos_data.messages import load_messages

WIDTHS = (12, 18, 18, 8, 24, 22, 26, 90)
_HEADS = ("severity", "cell", "sheet", "row", "column", "value", "proposal", "sentence")
LINK_COLUMN = _HEADS.index("cell")


@dataclass(frozen=True)
class FindingsSheet:
    """The name, the lines on top, the headings, and a row of texts per finding with the address its link leads to."""

    name: str
    top: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    links: tuple[str | None, ...]


def findings_sheet(
    placed: Sequence[PlacedFinding], names: dict[str, str], *, language: str, taken: Sequence[str] = ()
) -> FindingsSheet:
    """The list of all findings. `names` are the sheets of the workbook by the name in the findings.

    `taken` are names that the sheet must not have.
    """
    say = load_messages(language)
    free = say("marked.sheet")
    while free.casefold() in {name.casefold() for name in taken}:
        free += "_"
    rows, links = [], []
    for place in placed:
        found = place.finding
        target = names.get(found.sheet or "")
        address = _address(place)
        links.append(None if target is None or not address else f"{quoted(target)}!{address}")
        rows.append(
            (
                say(f"marked.severity.{found.severity}"),
                address,
                target or found.sheet or "",
                "" if found.row is None else str(found.row),
                found.column or "",
                found.value or "",
                found.proposal or "",
                found.message(language),
            )
        )
    return FindingsSheet(
        name=free,
        top=(say("marked.title"), say("marked.how"), say("marked.ignored")),
        heads=tuple(say(f"marked.head.{name}") for name in _HEADS),
        rows=tuple(rows),
        links=tuple(links),
    )


def quoted(name: str) -> str:
    """A sheet's name as formulas and links write it."""
    return "'" + name.replace("'", "''") + "'"


def _address(place: PlacedFinding) -> str:
    if place.row is None or place.column is None:
        return ""
    return f"{column_letter(place.column)}{place.row}"
