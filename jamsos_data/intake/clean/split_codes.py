"""The code of a village over two columns: its kecamatan in one ("33.19.01", "01"), its last four digits in the next."""

from __future__ import annotations

import re

import pandas as pd

from jamsos_data.intake.clean.area_names import AreaNames
from jamsos_data.intake.match.slots import ColumnMap

_ROLE = "kode"
_KECAMATAN, _VILLAGE = 6, 4  # digits


def join_split_codes(data: pd.DataFrame, mapping: ColumnMap, names: AreaNames) -> pd.DataFrame:
    """The rows, with the whole code in the first of two columns of codes and nothing in the second, where each pair
    makes the code of a village; else as they are.
    """
    positions = [slot.position for slot in mapping.of_role("area") if slot.name == _ROLE]
    if len(positions) != 2:
        return data
    first, second = (data[position] for position in positions)
    filled = (first != "") & (second != "")
    pairs = pd.Series(list(zip(first[filled], second[filled], strict=True)), index=first.index[filled])
    codes = {(outer, inner): _village_of(outer, inner, names) for outer, inner in pairs.unique()}
    if not codes or not all(codes.values()):
        return data
    whole = first.where(~filled, pairs.map(codes).reindex(first.index))
    joined = data.copy()
    joined[positions[0]], joined[positions[1]] = whole, second.where(~filled, "")
    return joined


def _village_of(kecamatan: str, village: str, names: AreaNames) -> str:
    """The dotted code of a village, "" where the two texts make none.

    >>> from jamsos_data.reference import load_reference
    >>> _village_of("01", "2001", AreaNames.of(load_reference()))
    '33.19.01.2001'
    """
    outer, inner = re.sub(r"\D", "", kecamatan), re.sub(r"\D", "", village)
    home = names.kabupaten.replace(".", "")
    whole = outer if len(outer) == _KECAMATAN else home + outer.zfill(_KECAMATAN - len(home))
    code = f"{whole[:2]}.{whole[2:4]}.{whole[4:]}.{inner}"
    return code if len(inner) == _VILLAGE and code in names.official else ""
