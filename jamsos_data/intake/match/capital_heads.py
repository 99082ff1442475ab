"""Columns of kecamatan among which a bare "Kudus" is the kecamatan that bears the regency's name, not their sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from jamsos_data.intake.clean.area_names import AreaNames, split_name
from jamsos_data.intake.clean.number_columns import value_of

_PROBED_ROWS = 200


def capital_of(names: AreaNames) -> str | None:
    """The one kecamatan whose name holds that of the regency: Kota Kudus."""
    codes = {
        code for name, code in names.kecamatan.items() if any(home in name for home in names.kabupaten_names)
    }
    return codes.pop() if len(codes) == 1 else None


def capital_heads(
    texts: Sequence[str], heads: Mapping[int, str], body: pd.DataFrame, names: AreaNames
) -> dict[int, str]:
    """The place of a header with the bare name of the regency, with the code of its capital, where `heads` are those of
    other kecamatan: it stands between two of them, or all others are there; and its numbers are less than their sum.
    """
    capital = capital_of(names)
    places = [place for place, text in enumerate(texts) if _is_bare(text, names)]
    if capital is None or capital in heads.values() or len(places) != 1:
        return {}
    place = places[0]
    between = place - 1 in heads and place + 1 in heads
    complete = set(heads.values()) == set(names.kecamatan.values()) - {capital}
    return {place: capital} if (between or complete) and _is_part(place, heads, body) else {}


def _is_bare(text: str, names: AreaNames) -> bool:
    bare, level = split_name(text)
    return not level and bare in names.kabupaten_names


def _is_part(place: int, heads: Mapping[int, str], body: pd.DataFrame) -> bool:
    """Whether no row has more there than in all the other columns together, and one at least has less."""
    rows = body.head(_PROBED_ROWS)
    own = rows[place].map(value_of)
    others = sum((rows[other].map(value_of) for other in heads), start=own * 0)
    filled = (own != 0) | (others != 0)
    return bool((own < others)[filled].all() and filled.any())
