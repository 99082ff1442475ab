"""Between whom persons are found twice: pairs of villages or payers with a number of persons, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from jamsos_data.dataset_columns import Text
from jamsos_data.reference import Reference

SHOWN_PAIRS = 5


def count_pairs(pairs: Iterable[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """How often each pair stands in `pairs`, in either order."""
    return Counter((min(pair), max(pair)) for pair in pairs)


def pairs_text(counted: Counter[tuple[str, str]], column: str, reference: Reference) -> Text:
    """` (Wates – Wonosoco: 3; …)` in both languages, the most frequent pairs only; codes of `column` by name."""
    name = _namer(column, reference)
    shown = counted.most_common(SHOWN_PAIRS)
    more = "; …" if len(counted) > SHOWN_PAIRS else ""

    def words(language: str) -> str:
        listed = (
            f"{name(one, language)} – {name(other, language)}: {number}" for (one, other), number in shown
        )
        return f" ({'; '.join(listed)}{more})"

    return Text(words("id"), words("en"))


def _namer(column: str, reference: Reference) -> Callable[[str, str], str]:
    if column == "kode_wilayah":
        return lambda code, _: reference.area_name(code) if reference.has_area(code) else code
    return lambda code, language: reference.name_of(column, code, language)
