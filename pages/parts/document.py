"""The HTML document in which the browser starts: Streamlit's own, in the right language, at the right address.

On a deep link Streamlit's browser code first looks for its server below the page's own address, twice in vain; here
it is told the address. What charts and tables need is asked for at once (preloads.py). What a click brings is drawn
once (gather.js). Charts learn to be printed (print.js) and saved as pictures (picture.js). The style sheets come with
it, and not again with every click: behind those that Streamlit's code adds, before what a page says of its own sheets
of paper. The document's `lang`, which Streamlit fixes to English, follows the link.
"""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from streamlit.file_util import get_static_dir

from jamsos_data.messages import LANGUAGES
from pages.parts.navigation import PAGES
from pages.parts.preloads import preload_links
from pages.parts.styles import STYLES

_ORIGINAL_PLACE = '<div id="root">'
_ORIGINAL_START = '<html lang="en">\n  <head>\n'
_HEAD_END = "</head>"
_SCRIPTS = "".join(
    f"<script>{Path(__file__).with_name(name).read_text(encoding='utf-8')}</script>\n"
    for name in ("gather.js", "print.js", "picture.js")
)
_SERVER_ADDRESS = (
    '<script>window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href }</script>\n'
)


def document_routes() -> list[Route]:
    """A route for the address of each page that answers with the document."""
    return [Route(f"/{entry.url}", _respond) for entry in PAGES]


def page_document(language: str) -> str:
    """Streamlit's document, made ours. Raises ValueError when it no longer is as we know it."""
    original = Path(get_static_dir(), "index.html").read_text(encoding="utf-8")
    if _ORIGINAL_START not in original or any(
        original.count(one) != 1 for one in (_ORIGINAL_PLACE, _HEAD_END)
    ):
        raise ValueError("this version of Streamlit has another index.html")
    start = f'<html lang="{language}">\n  <head>\n{_SERVER_ADDRESS}{_SCRIPTS}'
    styles = f"<style>{STYLES}</style>\n{_ORIGINAL_PLACE}"
    preloads = f"{preload_links(original)}{_HEAD_END}"
    return (
        original.replace(_ORIGINAL_START, start).replace(_HEAD_END, preloads).replace(_ORIGINAL_PLACE, styles)
    )


_DOCUMENTS = {language: page_document(language) for language in LANGUAGES}


async def _respond(request: Request) -> HTMLResponse:
    wanted = request.query_params.get("bahasa", "")
    language = wanted if wanted in LANGUAGES else LANGUAGES[0]
    return HTMLResponse(_DOCUMENTS[language], headers={"Cache-Control": "no-cache"})
