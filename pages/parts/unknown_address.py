"""The answer to an address at which there is no page: which pages there are.

Streamlit would open the first page and say in English, over it, that the one asked for does not exist.
"""

from __future__ import annotations

from html import escape

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from jamsos_data.messages import LANGUAGES, load_messages
from pages.parts.language import CATALOGUES
from pages.parts.navigation import PAGES

_SHEET = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · {app}</title>
<link rel="icon" href="./app/static/favicon.png">
<style>
:root {{ color-scheme: light dark; font: 1.125rem/1.6 "Source Sans 3", "Source Sans", system-ui, sans-serif }}
body {{ max-width: 40rem; margin: 3rem auto; padding: 0 1.5rem }}
body {{ background: light-dark(#ffffff, #0e1a1b); color: light-dark(#1b2a2b, #e6efef) }}
a {{ color: light-dark(#0b6e66, #6fd0c5) }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{explanation}</p>
<ul>
{links}
</ul>
</body>
</html>
"""


class _Word(Convertor[str]):
    """What somebody types for a page; files and Streamlit's own addresses carry dots, digits or more parts."""

    regex = "[A-Za-z][A-Za-z_-]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("word", _Word())


def unknown_address_routes() -> list[Route]:
    """The route for all addresses of one word. To be tried after those of the pages."""
    return [Route("/{address:word}", _respond)]


def unknown_address_sheet(address: str, *, language: str) -> str:
    """The HTML that says in `language` that nothing is at `address`, with a link to each page."""
    say = load_messages(language, CATALOGUES)
    asked = "" if language == LANGUAGES[0] else f"?bahasa={language}"
    return _SHEET.format(
        language=language,
        app=escape(say("app.name")),
        title=escape(say("error.address.title")),
        explanation=escape(say("error.address", address=f"/{address}")),
        links="\n".join(
            f'<li><a href="./{entry.url}{asked}">{escape(say(f"page.{entry.name}.title"))}</a></li>'
            for entry in PAGES
        ),
    )


async def _respond(request: Request) -> HTMLResponse:
    wanted = request.query_params.get("bahasa", "")
    language = wanted if wanted in LANGUAGES else LANGUAGES[0]
    sheet = unknown_address_sheet(request.path_params["address"], language=language)
    return HTMLResponse(sheet, status_code=404)
