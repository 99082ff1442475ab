"""Headers of shares, rates and claims: "PU (%)", "Iuran/org/bln", "Kasus JKK". They count nobody and are no amount.

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


_MONEY = frozenset(["rp", "rupiah"])
_PEOPLE = frozenset(["orang", "org", "jiwa", "peserta", "pekerja", "tk"])
# What was paid or befell: whoever gets it is no further participant, and mostly none any more. "Penerima manfaat" may
# be those whose contributions are paid.
_CLAIMS = frozenset(["klaim", "santunan"])
_CASES = frozenset([*_CLAIMS, "kasus"])
_BENEFITS, _RECEIVERS = "manfaat", frozenset(["penerima", "calon"])
_PAID_IN = frozenset(["iuran", "premi", "pagu"])
_PAID_OUT = frozenset([*_MONEY, "nominal"])
_BRACKETS = re.compile(r"(?P<head>.*\S)\s*\((?P<unit>[^()]+)\)\s*$", re.DOTALL)
_BOTH = re.compile(rf"\s*/\s*{_PERSON}\s*$", re.IGNORECASE)


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
    lowest = max((place for place, part in enumerate(parts) if _names_share(part)), default=-1)
    return lowest >= 0 and not any(
        found & (_COUNTS if place > lowest else {"dan"})
        for place, found in enumerate(words)
        if place >= lowest
    )


def is_claim_or_money(parts: Sequence[str], kind: ColumnKind) -> bool:
    """Whether a header, its parts from top to bottom, says of a column of people that it counts claims or money, or of
    one of rupiah that they were claimed. What was paid out is no contribution either.

    >>> is_claim_or_money(["Klaim", "JKK"], ColumnKind.COUNT), is_claim_or_money(["JKK", "Rp"], ColumnKind.COUNT)
    (True, True)
    >>> is_claim_or_money(["Peserta", "JKK"], ColumnKind.COUNT), is_claim_or_money(["Rp", "TK"], ColumnKind.COUNT)
    (False, False)
    """
    words = [set(normalise(part).split()) for part in parts]
    every = set[str]().union(*words)
    if kind is ColumnKind.RUPIAH:
        return bool(every & _CLAIMS) and not every & _PAID_IN
    if kind is not ColumnKind.COUNT:
        return False
    money = max((place for place, said in enumerate(words) if said & _PAID_OUT), default=-1)
    counts_people = money < 0 or any(said & _PEOPLE for said in words[money:])
    return not counts_people or bool(every & _CASES) or (_BENEFITS in every and not every & _RECEIVERS)


def is_titled_share(title: str) -> bool:
    """Whether a title says that the figures beneath are percentages, and no numbers beside them.

    >>> is_titled_share("Cakupan kepesertaan (%)"), is_titled_share("Jumlah dan persentase peserta")
    (True, False)
    """
    return _names_share(title) and not {"dan", "jumlah", "jml"} & set(normalise(title).split())


def _names_share(text: str) -> bool:
    """Whether the word for a share stands without a number: "Potensi (75% Penduduk)" is people, "JHT (5,7%)" money.

    >>> _names_share("PU (%)"), _names_share("Potensi (75% Penduduk)"), _names_share("Target 52 %")
    (True, False, False)
    """
    words = normalise(text).split()
    named = [words[place - 1] if place else "" for place, word in enumerate(words) if word in _SHARES]
    return bool(named) and not any(map(str.isdecimal, named))


def without_people_above(parts: tuple[str, ...], headers: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The parts of a header, "Iuran/Peserta" over "Rp" and "Orang" as "Iuran": amounts and people are no rate.

    `headers`: those of the whole table; where the group does not head both, its parts stay as they are.

    >>> without_people_above(("Iuran/Peserta", "Rp"), [("Iuran/Peserta", "Rp"), ("Iuran/Peserta", "Orang")])
    ('Iuran', 'Rp')
    """
    *group, unit = _with_unit_apart(parts) or ("",)
    if not any(map(_BOTH.search, group)):
        return parts
    columns = map(_with_unit_apart, headers)
    lowest = [set(normalise(other[-1]).split()) for other in columns if other and [*other[:-1]] == group]
    if not all(any(words & said for words in lowest) for said in (_MONEY, _PEOPLE)):
        return parts
    return (*(_BOTH.sub("", part) for part in group), unit)


def _with_unit_apart(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts with a unit in brackets as one of its own: a row of "(Rp)" and "(Orang)" is read into the header."""
    found = _BRACKETS.match(parts[-1]) if parts else None
    return (*parts[:-1], found["head"], found["unit"]) if found else parts
