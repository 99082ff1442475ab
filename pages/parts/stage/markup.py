"""Writing HTML and SVG: what people wrote is always escaped, numbers are short."""

from __future__ import annotations

from html import escape


def element(name: str, *inner: str, **attributes: object) -> str:
    """``<name …>inner</name>``. Values are escaped, `inner` is markup already.

    An underscore in a name of an attribute stands for a hyphen, one at its end is dropped (``class_``); True gives
    the bare attribute, None and False leave it out.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    return f"<{name}{written}>{''.join(inner)}</{name}>"


def text(written: str) -> str:
    """A sentence as markup."""
    return escape(written)


def number(value: float) -> str:
    """A length in px, rounded to a tenth: nobody sees more."""
    return f"{value:.1f}".removesuffix(".0")


def _attribute(key: str, value: object) -> str:
    name = key.removesuffix("_").replace("_", "-")
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    return f' {name}="{escape(number(value) if isinstance(value, float) else str(value))}"'
