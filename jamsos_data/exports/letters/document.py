"""The lists for the camat as one PDF, a sheet for each kecamatan: set by Typst, in the font of the report.

Typst is loaded on first use, as for the other documents.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from jamsos_data.exports.letters.content import letters_content
from jamsos_data.lake_view import LakeView
from jamsos_data.messages import Messages
from jamsos_data.periods import month_key
from jamsos_data.slides.scene import footing_of
from jamsos_data.views.quality_figures import quality_figures

FOLDER = Path(__file__).parent
FONTS = FOLDER.parent / "report" / "fonts"
STANDARD = "ua-1"  # PDF for screen readers: tagged, with a title and a language


def make_letters(view: LakeView, words: Messages, *, state: str) -> bytes:
    """The list of the kecamatan looked at, or those of all. `state`: when the data were changed last.

    Raises ValueError for a view without a month.
    """
    import typst

    footing = footing_of(view, words, state=state, example=view.holds_example)
    content = letters_content(quality_figures(view), words, view=view, footing=footing)
    return typst.compile(
        str(FOLDER / "letters.typ"),
        root=str(FOLDER),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(content, ensure_ascii=False)},
        pdf_standards=[STANDARD],
    )


def file_name(view: LakeView) -> str:
    """What the file is called: area and month, as ``mutu-data-undaan-2026-09.pdf``."""
    area = view.reference.area_name(view.kecamatan or view.reference.kabupaten)
    return f"mutu-data-{re.sub(r'[^a-z0-9]+', '-', area.lower()).strip('-')}-{month_key(view.month)}.pdf"
