"""Makes wide tables long: each set of tags (a segment, a month, a source) becomes rows of its own."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from jamsos_data.intake.match.slots import Slot


@dataclass(frozen=True)
class ValueColumn:
    """A column of cleaned numbers: what it is, which cells are unusable, and which were left empty.

    `factor` is what its cells were multiplied by (1.000 for "ribu orang"), `decimals` the marks that are those of
    decimals in it even before three digits.
    """

    slot: Slot
    values: pd.Series
    bad: pd.Series
    empty: pd.Series
    factor: int = 1
    decimals: frozenset[str] = frozenset()


def melt(ids: pd.DataFrame, values: list[ValueColumn], *, main: str) -> pd.DataFrame:
    """Long rows from cleaned parts: `ids` has canonical columns and `_row`, `_bad`.

    Per set of tags one block of rows; several columns with the same tags and name are added (RT and RW).
    Untagged values beside tagged ones go with every block. Rows whose main value is empty everywhere in
    the block's row keep NA there. `_empty` marks cells of the main value that were empty. Without number
    columns (statuses, people) the rows stay as they are.
    """
    if not values:
        return ids.assign(_empty=False).reset_index(drop=True)
    keys = list(dict.fromkeys(_key(column.slot) for column in values if column.slot.tags)) or [()]
    blocks = [_block(ids, [c for c in values if _key(c.slot) in (key, ())], dict(key), main) for key in keys]
    return pd.concat(blocks, ignore_index=True) if len(blocks) > 1 else blocks[0].reset_index(drop=True)


def _key(slot: Slot) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(slot.tags.items()))


def _block(ids: pd.DataFrame, columns: list[ValueColumn], tags: dict[str, str], main: str) -> pd.DataFrame:
    block = ids.copy()
    for name, text in tags.items():
        block[f"tag:{name}"] = text
    block["_empty"] = True
    for name in dict.fromkeys(column.slot.name for column in columns):
        same = [column for column in columns if column.slot.name == name]
        tagged = [column for column in same if column.slot.tags] or same
        block[name] = _add(tagged)
        block["_bad"] |= pd.concat([column.bad for column in tagged], axis=1).any(axis=1)
        if name == main:
            block["_empty"] = pd.concat([column.empty for column in tagged], axis=1).all(axis=1)
    return block


def _add(columns: list[ValueColumn]) -> pd.Series:
    if len(columns) == 1:
        return columns[0].values
    return pd.concat([column.values for column in columns], axis=1).sum(axis=1, min_count=1)
