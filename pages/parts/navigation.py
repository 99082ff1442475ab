"""The pages of the application as data: which file, under which address, in which section.

Titles and help texts are in the catalogues under `page.<name>.title` and `page.<name>.help`.
A page appears once its file exists.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page
from streamlit.runtime.scriptrunner import get_script_run_ctx

from jamsos_data.messages import LANGUAGES, Messages, load_messages
from pages.parts.language import CATALOGUES, language, words

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, kw_only=True)
class PageEntry:
    """One page: `name` is its file in `pages/`, `url` its address; `filtered` pages show the filter row.

    `unasked` names the filters that do not matter to the page: it looks at everything there. `by_village` pages choose
    a village in two boxes.
    """

    name: str
    url: str
    icon: str
    section: str
    filtered: bool = True
    unasked: frozenset[str] = frozenset()
    by_village: bool = False

    @property
    def file(self) -> Path:
        """The script of the page."""
        return ROOT / "pages" / f"{self.name}.py"

    @property
    def title(self) -> str:
        """The title in this session's language."""
        return words()(f"page.{self.name}.title")


PAGES = (
    PageEntry(name="summary", url="", icon=":material/dashboard:", section="watch"),
    PageEntry(name="coverage", url="cakupan", icon=":material/map:", section="watch"),
    PageEntry(name="targets", url="target", icon=":material/flag:", section="watch"),
    PageEntry(name="premiums", url="iuran", icon=":material/payments:", section="watch"),
    PageEntry(name="attention", url="perhatian", icon=":material/notification_important:", section="watch"),
    PageEntry(
        name="village",
        url="desa",
        icon=":material/home_work:",
        section="watch",
        unasked=frozenset({"segmen", "sumber", "jakon"}),
        by_village=True,
    ),
    PageEntry(
        name="outreach",
        url="sosialisasi",
        icon=":material/campaign:",
        section="watch",
        unasked=frozenset({"banding", "sumber", "jakon", "basis"}),
    ),
    PageEntry(name="simulation", url="simulasi", icon=":material/calculate:", section="watch"),
    PageEntry(name="presentation", url="presentasi", icon=":material/slideshow:", section="watch"),
    PageEntry(name="upload", url="unggah", icon=":material/upload_file:", section="data", filtered=False),
    PageEntry(name="quality", url="mutu", icon=":material/fact_check:", section="data"),
    PageEntry(name="history", url="riwayat", icon=":material/history:", section="data", filtered=False),
    PageEntry(name="guide", url="panduan", icon=":material/menu_book:", section="help", filtered=False),
)


def page_entry(name: str) -> PageEntry:
    """The page `name`. Raises KeyError when there is none."""
    for entry in PAGES:
        if entry.name == name:
            return entry
    raise KeyError(f"no page {name!r}")


def existing_pages() -> tuple[PageEntry, ...]:
    """The pages whose files are there."""
    return tuple(entry for entry in PAGES if entry.file.exists())


def menu() -> Mapping[str, Sequence[Page]]:
    """The pages for `st.navigation`, by section title, in this session's language.

    Each run has its own: Streamlit marks on a page that it may be shown now.
    """
    found = _sections(language(), visited=get_script_run_ctx(suppress_warning=True) is not None)
    return {section: [copy(page) for page in pages] for section, pages in found.items()}


@lru_cache(maxsize=2 * len(LANGUAGES))
def _sections(spoken: str, *, visited: bool) -> Mapping[str, Sequence[Page]]:
    """The menu in the language `spoken`; without a visitor Streamlit's pages are empty, so those are kept apart."""
    del visited  # part of the key only
    say = load_messages(spoken, CATALOGUES)
    sections: dict[str, list[Page]] = {}
    for entry in existing_pages():
        sections.setdefault(say(f"section.{entry.section}"), []).append(_streamlit_page(entry, say))
    return sections


def _streamlit_page(entry: PageEntry, say: Messages) -> Page:
    return st.Page(
        entry.file,
        title=say(f"page.{entry.name}.title"),
        icon=entry.icon,
        url_path=entry.url or None,
        default=not entry.url,
        help=say(f"page.{entry.name}.help"),
    )
