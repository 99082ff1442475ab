"""What colours and strokes mean, in one line above a picture."""

from __future__ import annotations

from collections.abc import Sequence

from pages.parts.stage.markup import element, text


def key_line(entries: Sequence[tuple[str, str]], *, strokes: Sequence[str] = ()) -> str:
    """(colour, name) as squares with their names; `strokes` may say `line`, `dashed`, `dotted`,
    `point` or `band` for each instead.
    """
    if not entries:
        return ""
    kinds = strokes or ["square"] * len(entries)
    shown = [
        element("span", element("i", class_=kind, style=f"--color:{color}"), text(name))
        for (color, name), kind in zip(entries, kinds, strict=True)
    ]
    return element("div", *shown, class_="key")
