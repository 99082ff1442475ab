"""Reads one number as officials write it: `11.000`, `Rp 16.800,-`, `1.234,56`, `118.04`, `–`, `(500)`.

A text is only taken apart here. What it means in its column (a lost zero, a fraction of a person) is
decided in `number_columns`, where the other cells of the column are the evidence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from jamsos_data.intake.clean.number_words import read_words

NIL = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        "−",
        "--",
        "---",
        "nihil",
        "nil",
        "n/a",
        "na",
        "null",
        "none",
        "kosong",
        "tidak ada",
        "tdk ada",
        "rp-",
        "rp.",
    }
)
_CURRENCY = re.compile(r"^(?:rp|idr)\.?\s*", re.IGNORECASE)
_UNIT = re.compile(
    r"\s*(?:orang|org|jiwa|pekerja|peserta|tk|usaha|unit|bulan|bln|rupiah|tenaga kerja)\.?$", re.IGNORECASE
)
_TAIL = re.compile(r"(?:,-+|,--|\.-+|,=|\*+|(?<=\d)[.,])$")
_SCALE = {"ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "m": 9, "triliun": 12}
_SCALED = re.compile(r"^([\d.,]+)\s*(ribu|rb|juta|jt|miliar|milyar|m|triliun)$", re.IGNORECASE)
_EXPONENT = re.compile(r"^\d+(?:\.\d+)?e[+-]?\d{1,3}$", re.IGNORECASE)
_SPACED = re.compile(r"^\d{1,3}(?:[\s\u2009\u202f]\d{3})+(?:,00?)?$")
# The mark of a footnote apart from its number: "45 1)", "67²". "451)" may be either, and is none.
_FOOTNOTE = re.compile(r"(?<=\d)(?:\s+[0-9a-z]\)|\s*\*+\)|\s*[¹²³⁴⁵⁶⁷⁸⁹⁰]+[⁾)]?|\s*[†‡]+)$", re.IGNORECASE)
# "20 (dua puluh) orang": the number once more in words.
_IN_WORDS = re.compile(
    r"^(?P<digits>[^()]*\d[^()]*?)\s*\((?P<words>[a-z\s]+)\)\s*(?P<unit>[a-z ]*)$", re.IGNORECASE
)
_ARTEFACT = Decimal("0.000001")


class Form(Enum):
    """How a number is written."""

    NIL = "nil"  # a dash, a word for nothing, or an empty cell
    PLAIN = "plain"  # 11000
    GROUPED = "grouped"  # 1.234.567 or 1.234,00: can be read in one way only
    TRIPLE = "triple"  # 11.000: thousands among people, a fraction among percentages
    DECIMAL = "decimal"  # 41,11
    SHORT_GROUP = "short"  # 659.265.60: a group has lost its zero
    SCALED = "scaled"  # 2,5 juta
    BAD = "bad"


@dataclass(frozen=True, kw_only=True)
class NumberText:
    """One text taken apart. `value` reads TRIPLE as thousands; `fraction` reads it as a decimal fraction."""

    form: Form
    value: Decimal = Decimal(0)
    fraction: Decimal = Decimal(0)
    negative: bool = False
    percent: bool = False
    grouping: str = ""


@lru_cache(maxsize=262144)
def take_apart(text: str) -> NumberText:
    """The form and value of one text; never raises."""
    body = _without_notes(text.strip().lstrip("'’`").strip().replace("\u00a0", " "))
    if body.casefold() in NIL or (body.rstrip(".") and body.casefold().rstrip(".") in NIL):
        return NumberText(form=Form.NIL)
    if body.count("(") != body.count(")"):
        return NumberText(form=Form.BAD)
    percent = body.endswith("%")
    body = body.rstrip("% ")
    negative = bool(re.match(r"^(?:rp\.?\s*)?[-−–]\s*(?:rp\.?\s*)?\d", body, re.IGNORECASE)) or (
        body.startswith("(") and body.endswith(")")
    )
    body = body.strip("()").lstrip("-−– ")
    body = _TAIL.sub("", _UNIT.sub("", _CURRENCY.sub("", body))).lstrip("-−– ").strip()
    if body in NIL:
        return NumberText(form=Form.NIL)
    number = _read_body(body)
    return NumberText(
        form=number.form, value=number.value, fraction=number.fraction, grouping=number.grouping,
        negative=negative, percent=percent,
    )  # fmt: skip


def _without_notes(body: str) -> str:
    """A text without the mark of a footnote behind its number, and without the same number in words."""
    if "(" not in body:
        return _FOOTNOTE.sub("", body) if not body[-1:].isdecimal() else body
    found = _IN_WORDS.match(body)
    if found is None or (said := read_words(found["words"])) is None:
        return body
    bare = f"{found['digits']} {found['unit']}".strip()
    return bare if take_apart(bare).value == said else body


def _read_body(body: str) -> NumberText:
    if _SPACED.match(body):
        return NumberText(form=Form.GROUPED, value=Decimal(re.sub(r"\s|,.*", "", body)), grouping=" ")
    if _EXPONENT.match(body):
        value = Decimal(body)
        return NumberText(form=Form.DECIMAL, value=value, fraction=value)
    if scaled := _SCALED.match(body):
        inner = _read_digits(scaled[1])
        base = inner.fraction if inner.form in (Form.TRIPLE, Form.DECIMAL) else inner.value
        if inner.form is Form.BAD:
            return inner
        return NumberText(form=Form.SCALED, value=base.scaleb(_SCALE[scaled[2].casefold()]))
    return _read_digits(body)


def _read_digits(body: str) -> NumberText:
    if re.fullmatch(r"\d{1,30}", body):
        return NumberText(form=Form.PLAIN, value=Decimal(body), fraction=Decimal(body))
    if not re.fullmatch(r"\d[\d.,]{0,40}\d|[.,]\d{1,20}", body):
        return NumberText(form=Form.BAD)
    separators = {character for character in body if character in ".,"}
    if len(separators) == 2:
        return _read_both(body)
    return _read_one_kind(body, separators.pop())


def _read_both(body: str) -> NumberText:
    """Both marks: the last one must be the decimal mark, the other groups thousands."""
    mark = max(".,", key=body.rindex)
    grouping = "," if mark == "." else "."
    whole, _, decimals = body.rpartition(mark)
    if mark in whole or not re.fullmatch(rf"\d{{1,3}}(?:\{grouping}\d{{3}})+", whole):
        return NumberText(form=Form.BAD)
    value = Decimal(f"{whole.replace(grouping, '')}.{decimals}")
    form = Form.GROUPED if value == value.to_integral_value() else Form.DECIMAL
    return NumberText(form=form, value=value, fraction=value, grouping=grouping)


def _read_one_kind(body: str, mark: str) -> NumberText:
    first, *groups = body.split(mark)
    if len(groups) == 1:
        return _read_single(first, groups[0], mark)
    if not 1 <= len(first) <= 3 or any(len(group) != 3 for group in groups[:-1]):
        return NumberText(form=Form.BAD)
    if len(groups[-1]) == 3:
        return NumberText(form=Form.GROUPED, value=Decimal("".join((first, *groups))), grouping=mark)
    if 1 <= len(groups[-1]) <= 2:
        padded = "".join((first, *groups[:-1], groups[-1].ljust(3, "0")))
        return NumberText(form=Form.SHORT_GROUP, value=Decimal(padded), grouping=mark)
    return NumberText(form=Form.BAD)


def _read_single(first: str, rest: str, mark: str) -> NumberText:
    fraction = Decimal(f"{first or '0'}.{rest}")
    if len(rest) == 3 and 1 <= len(first) <= 3 and first.lstrip("0"):
        return NumberText(form=Form.TRIPLE, value=Decimal(first + rest), fraction=fraction, grouping=mark)
    whole = fraction.to_integral_value()
    if len(rest) >= 6 and abs(fraction - whole) < _ARTEFACT:
        return NumberText(form=Form.PLAIN, value=whole, fraction=whole)
    return NumberText(form=Form.DECIMAL, value=fraction, fraction=fraction, grouping=mark)
