"""Units that a title or a header states for all numbers: "(dalam ribuan rupiah)", "(ribu orang)", "(Rp juta)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jamsos_data.datasets import Column, ColumnKind, Dataset

_FACTORS = {
    "ribu": 10**3,
    "rb": 10**3,
    "juta": 10**6,
    "jt": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "000": 10**3,
    "1000": 10**3,
    "1000000": 10**6,
}
_WORD = r"(?P<word>ribu|rb|juta|jt|miliar|milyar)(?:an)?"
_MONEY = r"(?:rupiah|rp|idr)\b"
_PEOPLE = r"(?:orang|jiwa|pekerja|peserta|tenaga kerja|tk)\b"
_ROUND = r"(?P<word>(?:1[.,]?)?000(?:[.,]?000)?)"
# Behind these "juta rupiah" is an amount: "dua belas juta rupiah", "di bawah juta rupiah".
_AMOUNT = (
    *("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "nol"),
    *("sepuluh", "sebelas", "seratus", "belas", "puluh", "puluhan", "ratus", "ratusan", "setengah"),
    *("beberapa", "di bawah", "di atas", "sebesar"),
)
_NO_AMOUNT = "".join(rf"(?<!\b{word} )" for word in _AMOUNT)
_BEHIND = r"\b(?:dalam|satuan)\s*:?\s*"
_ANNOUNCED = (
    re.compile(
        rf"{_BEHIND}(?P<before>(?:rp\.?|rupiah)\s*)?[(\[]?\s*{_WORD}\b\s*(?P<after>{_MONEY}|{_PEOPLE})?"
    ),
    re.compile(
        rf"{_BEHIND}[(\[]?\s*(?P<before>[x×]?\s*(?:rp\.?|rupiah)\s*[(\[]?|[x×])\s*{_ROUND}(?![.,\d])(?P<after>)"
    ),
)
# A bare "30 ribu pekerja" in a title is a number; a unit is announced, or stands in brackets, or beside Rp.
_STATED = (
    *_ANNOUNCED,
    re.compile(rf"[(\[]\s*(?P<before>rp\.?\s*|x\s*|×\s*)?{_WORD}\b\s*(?P<after>{_MONEY}|{_PEOPLE})?\s*[)\]]"),
    re.compile(rf"(?P<before>\brp\.?\s+){_WORD}\b(?P<after>)"),
    re.compile(rf"[(\[]\s*(?P<before>[x×]?\s*rp\.?|[x×'’.])\s*[x×'’.]?\s*{_ROUND}(?P<after>)(?:,-)?\s*[)\]]"),
    re.compile(r"[(\[]\s*(?P<before>)(?P<word>000)\s*(?P<after>rp\.?|rupiah)?\s*[)\]]"),
    re.compile(rf"(?<!\d)(?<!\d ){_NO_AMOUNT}\b{_WORD}\s+(?P<before>)(?P<after>{_MONEY})"),
)


@dataclass(frozen=True, kw_only=True)
class Unit:
    """What numbers are multiplied by, the words that say so, and what they count ("" when not said)."""

    factor: int
    text: str
    counts: str


def find_unit(text: str) -> Unit | None:
    """The unit that a title or header states, or None.

    >>> find_unit("Realisasi iuran (dalam ribuan rupiah)").factor
    1000
    """
    return _find(text, _STATED)


def find_announced_unit(text: str) -> Unit | None:
    """The unit right behind "dalam" or "satuan", or None: a note beneath may tell amounts of anything."""
    return _find(text, _ANNOUNCED)


def _find(text: str, patterns: Sequence[re.Pattern[str]]) -> Unit | None:
    lowered = " ".join(text.casefold().split())
    for pattern in patterns:
        if found := pattern.search(lowered):
            words = f"{found['before'] or ''} {found['after'] or ''}"
            counts = "money" if re.search(_MONEY, words) else "people" if re.search(_PEOPLE, words) else ""
            return Unit(
                factor=_FACTORS[re.sub("[.,]", "", found["word"])],
                text=" ".join(re.sub(r"[()\[\]]", " ", found[0]).split()),
                counts=counts,
            )
    return None


def unit_of(header: str, texts: tuple[str, ...], column: Column, data: Dataset) -> Unit | None:
    """The unit that holds for one number column: its header's own, else that of a text about all, where it fits."""
    if column.kind not in (ColumnKind.COUNT, ColumnKind.RUPIAH) or column.name.startswith("bulan_"):
        return None
    own = find_unit(header)
    if own is not None:
        return own
    money = bool(data.columns_of(ColumnKind.RUPIAH))
    for unit in filter(None, map(find_unit, texts)):
        counts = unit.counts or ("money" if money else "people")
        if counts == ("money" if column.kind is ColumnKind.RUPIAH else "people"):
            return unit
    return None
