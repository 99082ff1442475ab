"""The three documents of a view: slides, tables and the monthly report, each made when it is asked for.

Each writer is loaded on first use: most sessions never need one, and together they cost a second and much memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from jamsos_data.lake_view import LakeView
from jamsos_data.messages import Messages
from jamsos_data.periods import month_key
from jamsos_data.slides.deck import SLIDES, build_deck
from jamsos_data.slides.scene import footing_of
from jamsos_data.slides.slide import NO_OCCASION, Deck, Occasion
from jamsos_data.slides.tables import village_table
from jamsos_data.table import Table
from jamsos_data.views import figures
from jamsos_data.views.view import View


@dataclass(frozen=True, kw_only=True)
class Document:
    """One kind of document: the ending and type of its file, and what writes it."""

    suffix: str
    mime: str
    write: Callable[[Deck], bytes]


def _slides(deck: Deck) -> bytes:
    from jamsos_data.exports.powerpoint.deck import export_pptx

    return export_pptx(deck)


def _tables(deck: Deck) -> bytes:
    from jamsos_data.exports.workbook import export_workbook

    return export_workbook(deck)


def _report(deck: Deck) -> bytes:
    from jamsos_data.exports.report.document import export_pdf

    return export_pdf(deck)


_OFFICE = "application/vnd.openxmlformats-officedocument"
DOCUMENTS: Mapping[str, Document] = MappingProxyType(
    {
        "slides": Document(suffix=".pptx", mime=f"{_OFFICE}.presentationml.presentation", write=_slides),
        "tables": Document(suffix=".xlsx", mime=f"{_OFFICE}.spreadsheetml.sheet", write=_tables),
        "report": Document(suffix=".pdf", mime="application/pdf", write=_report),
    }
)


def make_document(
    name: str,
    view: LakeView,
    words: Messages,
    *,
    state: str,
    wanted: Collection[str] = tuple(SLIDES),
    occasion: Occasion = NO_OCCASION,
) -> bytes:
    """The document `name` of DOCUMENTS, of the slides `wanted`. `state` says when the data were changed last.

    Raises KeyError for another name, ValueError for a view without a month.
    """
    footing = footing_of(view, words, state=state, example=view.holds_example)
    outlines = view.outlines(words)
    deck = build_deck(
        view,
        words,
        footing=footing,
        outlines=outlines,
        judged=view.judged,
        wanted=wanted,
        occasion=occasion,
    )
    return DOCUMENTS[name].write(replace(deck, villages=_villages(view, words)))


def _villages(view: LakeView, words: Messages) -> Table:
    return village_table(figures.coverage(view, tingkat="desa", dalam=view.kecamatan), view, words)


def file_name(name: str, view: View) -> str:
    """What the file of a document is called: area and month, as ``jamsos-undaan-2026-09.pptx``."""
    return f"{file_stem(view)}{DOCUMENTS[name].suffix}"


def file_stem(view: View) -> str:
    """What the names of files about a view begin with: its area and, when there is one, its month."""
    area = re.sub(r"[^a-z0-9]+", "-", view.reference.area_name(view.wilayah).lower()).strip("-")
    return "-".join(["jamsos", area, *([month_key(view.bulan)] if view.bulan else [])])
