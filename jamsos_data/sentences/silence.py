"""Desa that stopped reporting, in sentences: since when, how many people they last had, which figures lack them.

Pure functions: rows of measure_silence and words in, text out.
"""

from __future__ import annotations

import pandas as pd

from jamsos_data.messages import Messages
from jamsos_data.reference import Reference
from jamsos_data.wording import count, join, month, people, rows_of

MOST_NAMES = 3


def silence_sentence(silent: pd.DataFrame, words: Messages, *, area: str, reference: Reference) -> str:
    """What the figures of `area` (a code) lack; empty when nobody in it is silent. `silent`: measure_silence."""
    rows = rows_of(silent)
    if not rows:
        return ""
    number = people(sum(int(row.peserta_aktif) for row in rows), words)
    if len(rows) > 1:
        names = [_name(row, words, area=area, reference=reference) for row in rows]
        return words(
            "silence.many", count=count(len(rows), words), names=_listed(names, words), people=number
        )
    (row,) = rows
    values = {
        "since": month(row.sejak, words),
        "last": month(row.terakhir, words),
        "people": number,
    }
    if row.kode_wilayah == area:
        return words("silence.itself", name=row.wilayah, **values)
    return words("silence.one", name=_name(row, words, area=area, reference=reference), **values)


def _name(row: object, words: Messages, *, area: str, reference: Reference) -> str:
    """The desa, with its kecamatan where another area is looked at."""
    name, induk = str(getattr(row, "wilayah", "")), str(getattr(row, "induk", ""))
    if induk == area:
        return name
    return words("silence.village", name=name, kecamatan=reference.area_name(induk))


def _listed(names: list[str], words: Messages) -> str:
    more = len(names) - MOST_NAMES
    if more <= 0:
        return join(names, words)
    return words("silence.more", names=", ".join(names[:MOST_NAMES]), more=count(more, words))
