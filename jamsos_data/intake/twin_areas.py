"""Puts rows of a name that a kecamatan shares with one of its villages where their figures say they belong.

What is decided is written into the texts of the areas, before these are read: the kecamatan, or a name that may be
either and is asked for.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from jamsos_data.datasets import ColumnKind
from jamsos_data.intake.clean.area_codes import judge_code
from jamsos_data.intake.clean.area_names import split_name
from jamsos_data.intake.clean.area_sections import Headings
from jamsos_data.intake.clean.twin_names import TwinTable, has_twins, judge_twins, villages_beside_twins
from jamsos_data.intake.clean.values import read_values
from jamsos_data.intake.locate.body import Body
from jamsos_data.intake.locate.total_words import is_numbering
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.report import FindingLog


def place_twins(
    texts: pd.DataFrame, body: Body, context: SheetContext
) -> tuple[pd.DataFrame, frozenset[int]]:
    """The area texts (columns of ROLES) with such rows decided, and the row numbers of those that are the kecamatan.

    `texts` are those of `body.data`, with the kecamatan that headings, titles and the sheet say.
    """
    names, data = context.lexicon.areas, context.mapping.data
    column = "desa" if (texts["desa"] != "").any() else "wilayah"
    if data.column(data.value_column).kind not in (ColumnKind.COUNT, ColumnKind.RUPIAH):
        return texts, frozenset()
    if not has_twins(texts[column].unique(), names):
        return texts, frozenset()
    table = _table(texts, column, body, context)
    judged = judge_twins(table, names)
    if not (judged.heads or judged.asked):
        return texts, frozenset()
    is_head, is_asked = (
        np.isin(np.arange(len(texts)), list(places)) for places in (judged.heads, judged.asked)
    )
    # Where nothing else names the kecamatan, "Kec. Bae" is a heading, for which the rows around it are read anew.
    official = {text: names.official[names.kecamatan[split_name(text)[0]]] for text in texts[column][is_head]}
    heading = texts[column].map({text: f"Kec. {name}" for text, name in official.items()})
    if (texts["kecamatan"] != "").any():
        placed = texts.assign(
            kecamatan=texts["kecamatan"].mask(is_head, heading), **{column: texts[column].mask(is_head, "")}
        )
    else:
        placed = texts.assign(**{column: texts[column].mask(is_head, heading)})
    placed = placed.assign(
        senama=texts["senama"].mask(is_asked, texts[column]), **{column: placed[column].mask(is_asked, "")}
    )
    return placed.astype("str"), frozenset(map(int, texts.index[is_head]))


def _table(texts: pd.DataFrame, column: str, body: Body, context: SheetContext) -> TwinTable:
    names, mapping = context.lexicon.areas, context.mapping
    kecamatan = {
        text: names.kecamatan.get(split_name(text)[0], str(text)) for text in texts["kecamatan"].unique()
    }
    verdicts = {text: judge_code(text, names) for text in texts["kode"].unique()}
    codes = {text: code if verdict == "home" else "" for text, (verdict, code) in verdicts.items()}
    # Only villages of those kecamatan are weighed; a large file has many others.
    weighed = texts[column].isin(villages_beside_twins(texts[column].unique(), names)).to_numpy()
    return TwinTable(
        rows=list(map(str, texts[column])),
        within=list(texts["kecamatan"].map(kecamatan)),
        codes=list(texts["kode"].map(codes)),
        keys=_keys(body, weighed, context),
        numbering=_numbering(body, context),
        figures=_figures(body.data, weighed, context),
        named=any(slot.name == "kecamatan" for slot in mapping.of_role("area")),
        lists_kecamatan=any(map(Headings(names).must_head, texts[column].unique())),
    )


def _keys(body: Body, weighed: np.ndarray, context: SheetContext) -> list[int]:
    """A number per combination of month, segment and other keys, as they stand in cells and headings."""
    mapping = context.mapping
    positions = [
        slot.position
        for slot in mapping.of_role("column", "month", "year")
        if slot.role != "column" or mapping.data.column(slot.name).key
    ]
    said = pd.concat([body.data.loc[weighed, positions], body.sections[weighed]], axis=1)
    different = [name for name in said.columns if said[name].nunique() > 1]
    keys = np.full(len(body.data), -1)
    keys[weighed] = said.groupby(different, sort=False, dropna=False).ngroup() if different else 0
    return keys.tolist()


def _numbering(body: Body, context: SheetContext) -> list[str]:
    """The number of each row, from the first column that numbers most of them."""
    for slot in context.mapping.of_role("ignored", "unused"):
        texts = body.data[slot.position]
        numbered = texts.isin([text for text in texts.unique() if is_numbering(text)])
        if 2 * numbered.sum() > len(texts):
            return list(map(str, texts))
    return [""] * len(body.data)


def _figures(data: pd.DataFrame, weighed: np.ndarray, context: SheetContext) -> np.ndarray:
    """The people or rupiah of each row; what is wrong with them is said when they are read for good."""
    silent = replace(context, log=FindingLog(context.log.accepted))
    columns = [column.values for column in read_values(data[weighed], silent) if column.slot.position >= 0]
    figures = np.zeros((len(data), max(1, len(columns))), dtype="int64")
    for place, column in enumerate(columns):
        figures[weighed, place] = column.fillna(0).astype("int64")
    return figures
