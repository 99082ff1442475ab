"""How the browser's code reaches the browser: compressed, each file once and then from memory.

Streamlit sends its scripts and styles as they are, ten megabytes for the first page. Their names change with their
content, so that a browser keeps them for good; only the first load is slow, and on the line of an office it is the one
that a meeting waits for.
"""

from __future__ import annotations

import gzip
import re
from functools import lru_cache
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.file_util import get_static_dir

from pages.parts.gathering import GatheredMessages

_CODE = re.compile(r".*/static/((?:js|css)/[\w.-]+\.(js|css))")
_TYPES = {"js": "application/javascript", "css": "text/css"}
_FOR_GOOD = "public, immutable, max-age=31536000"
_FOLDER = Path(get_static_dir(), "static")


def delivery_middleware() -> list[Middleware]:
    """What stands before Streamlit's own delivery of files and messages."""
    return [Middleware(_CompressedCode), Middleware(GatheredMessages)]


class _CompressedCode:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await _compressed_answer(scope)
        await (response or self.app)(scope, receive, send)


async def _compressed_answer(scope: Scope) -> Response | None:
    """The file asked for, compressed; None for any other request, which Streamlit answers."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    asked = _CODE.fullmatch(scope["path"])
    if asked is None or "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
        return None
    file = _FOLDER / asked[1]
    if not file.is_file():
        return None
    content = await to_thread.run_sync(_compressed, file)
    headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding", "Cache-Control": _FOR_GOOD}
    return Response(content, headers=headers, media_type=_TYPES[asked[2]])


@lru_cache(maxsize=500)
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), compresslevel=9, mtime=0)
