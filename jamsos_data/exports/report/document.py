"""A deck as a PDF: set by Typst from our template, in a font that travels with the code."""

from __future__ import annotations

import json
from pathlib import Path

import typst

from jamsos_data.exports.report.content import report_content
from jamsos_data.slides.slide import Deck

FOLDER = Path(__file__).parent
STANDARD = "ua-1"  # PDF for screen readers: tagged, with a title, a language and texts for pictures


def export_pdf(deck: Deck) -> bytes:
    """The monthly report of the deck, which must hold all slides of :data:`slides.deck.SLIDES`."""
    return typst.compile(
        str(FOLDER / "report.typ"),
        root=str(FOLDER),
        font_paths=[str(FOLDER / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(report_content(deck), ensure_ascii=False)},
        pdf_standards=[STANDARD],
    )
