"""The one column of labels of a pivot table: each kecamatan stands above its segments, sources or months."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from jamsos_data.intake.clean.area_names import AreaNames, split_name


def parts_below_kecamatan(
    cells: Sequence[str], tests: Mapping[str, Callable[[str], bool]], names: AreaNames
) -> str | None:
    """The meaning of which all cells are that name no kecamatan, by its test; None where the column is none of these.

    A column that begins with a kecamatan, has each only once and parts beneath every one. Where segments head their
    kecamatan it is the other way round.
    """
    heads = [place for place, text in enumerate(cells) if _is_kecamatan(text, names)]
    named = [split_name(cells[place])[0] for place in heads]
    ends = [*heads[1:], len(cells)]
    if not heads or heads[0] or len(set(named)) < len(named):
        return None
    if any(end - head < 2 for head, end in zip(heads, ends, strict=True)):
        return None
    parts = {text for place, text in enumerate(cells) if place not in heads}
    return next((meaning for meaning, test in tests.items() if all(map(test, parts))), None)


def _is_kecamatan(text: str, names: AreaNames) -> bool:
    bare, level = split_name(text)
    return level in ("", "kecamatan") and bare in names.kecamatan
