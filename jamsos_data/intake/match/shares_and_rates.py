"""Headers of shares and rates: "PU (%)", "Iuran/org/bln", "Iuran @". They count nobody and are no amount.

What stands in brackets or behind a slash is passed over where a header is read ("Peserta (orang)"), so it is looked at
here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from jamsos_data.datasets import ColumnKind
from jamsos_data.intake.names import normalise

_PERSON = r"(?:orang|org|jiwa|peserta|pekerja|tk|tenaga kerja)"
_RATE = re.compile(rf"(?:\bper\s*|/\s*){_PERSON}\b|@\W*(?:rp\W*)?$", re.IGNORECASE)
_SHARES = frozenset(["persen", "persentase", "prosentase", "presentase"])
# Beside or beneath the word for a share these say that numbers of people or amounts stand there too.
_COUNTS = frozenset(
    ["dan", "jumlah", "jml", "orang", "org", "jiwa", "peserta", "tk", "rp", "rupiah", "nilai"]
)


def is_share_or_rate(parts: Sequence[str], kind: ColumnKind) -> bool:
    """Whether a header, its parts from top to bottom, says that a column of people or rupiah holds none of these.

    >>> is_share_or_rate(["PU (%)"], ColumnKind.COUNT), is_share_or_rate(["Iuran/org/bln"], ColumnKind.RUPIAH)
    (True, True)
    >>> is_share_or_rate(["Jumlah dan %", "PU"], ColumnKind.COUNT), is_share_or_rate(["Jml/org"], ColumnKind.COUNT)
    (False, False)
    """
    if kind is ColumnKind.RUPIAH and any(map(_RATE.search, parts)):
        return True
    if kind not in (ColumnKind.COUNT, ColumnKind.RUPIAH):
        return False
    words = [set(normalise(part).split()) for part in parts]
    lowest = max((place for place, found in enumerate(words) if found & _SHARES), default=-1)
    return lowest >= 0 and not any(
        found & (_COUNTS if place > lowest else {"dan"})
        for place, found in enumerate(words)
        if place >= lowest
    )


def is_titled_share(title: str) -> bool:
    """Whether a title says that the figures beneath are percentages, and no numbers beside them.

    >>> is_titled_share("Cakupan kepesertaan (%)"), is_titled_share("Jumlah dan persentase peserta")
    (True, False)
    """
    words = normalise(title).split()
    named = {words[place - 1] if place else "" for place, word in enumerate(words) if word in _SHARES}
    return bool(named) and not any(map(str.isdecimal, named)) and not {"dan", "jumlah", "jml"} & set(words)
