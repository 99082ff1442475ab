"""How sure the meaning of a column is, and why: from how its header was matched and from what its cells say."""

from __future__ import annotations

from jamsos_data.datasets import Dataset
from jamsos_data.intake.evidence import Confidence, Content, Evidence
from jamsos_data.intake.lexicon import AREA_ROLES, MONTH_WORDS, ROW_TOTAL_WORDS, YEAR_WORDS, spellings_of
from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.names import alternatives

_CHOSEN: dict[str, Confidence] = {
    "operator": "pasti",
    "recalled": "pasti",
    "content": "mungkin",
    "assumed": "mungkin",
    "described": "mungkin",
}


def judge_meaning(slot: Slot, data: Dataset, content: Content | None) -> Evidence | None:
    """The confidence in what a used column was taken for; None for a column that is not used.

    pasti: somebody said so, or the header is the column's name, a synonym, or exactly a code or month. mungkin: only
    an upper row, a part or a slip of a known header. ragu: most cells are something else, whatever the header says.
    """
    if slot.role in ("unused", "ignored"):
        return None
    if slot.source in _CHOSEN:
        confidence, code, params = _CHOSEN[slot.source], slot.source, {}
    else:
        confidence, code, params = _judge_header(slot, data)
    if content is not None and content.speaks_against:
        confidence = "ragu"
    return Evidence(confidence=confidence, code=code, params=params, content=content)


def doubt(content: Content) -> Evidence:
    """The confidence in a meaning that only the cells suggest."""
    return Evidence(confidence="ragu", code="unknown_header", content=content)


def _judge_header(slot: Slot, data: Dataset) -> tuple[Confidence, str, dict[str, object]]:
    if slot.near is not None:
        return "mungkin", "near", {"word": slot.near}
    if slot.months > 1:
        return "mungkin", "span", {"word": slot.header}
    if slot.tags:
        word = slot.header
        whole = len(slot.tags) == len(slot.header.split(" / "))
        return ("pasti", "label", {"word": word}) if whole else ("mungkin", "labels", {"word": word})
    own, synonyms = _spellings(slot, data)
    readings = _readings(slot.header)
    lowest = alternatives(slot.lowest_header)
    for word in readings:
        if word == readings[0] and word in own:
            return "pasti", "own", {}
        if word == readings[0] and word in synonyms:
            return "pasti", "synonym", {"word": word}
        if word in (*own, *synonyms):
            return "pasti" if word in lowest else "mungkin", "part", {"word": word}
    return "mungkin", "contains", {"word": own[0] if own else slot.header}


def _readings(header: str) -> tuple[str, ...]:
    """The header as one text, then its rows from the lowest, then its pieces."""
    pieces = header.split(" / ")
    words = [word for piece in (" ".join(pieces), *reversed(pieces)) for word in alternatives(piece)]
    return tuple(dict.fromkeys(words)) or ("",)


def _spellings(slot: Slot, data: Dataset) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of what a column was taken for, and its other spellings."""
    if slot.role == "area":
        return (slot.name.replace("_", " "),), AREA_ROLES[slot.name]
    helpers = {"year": YEAR_WORDS, "month": MONTH_WORDS, "total": ROW_TOTAL_WORDS}
    if slot.role in helpers:
        return helpers[slot.role][:1], helpers[slot.role]
    column = data.column(slot.name)
    return (
        spellings_of(column.name, column.title.id, column.title.en),
        spellings_of(*column.synonyms),
    )
