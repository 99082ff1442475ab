"""Rules of code lists: each code once, one root, every parent there, no way round in circles."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.names import normalise
from jamsos_data.intake.reference_tables.draft import Draft
from jamsos_data.intake.report import Refusal
from jamsos_data.reference_sets import NEEDED_CODES

_SHOWN = 12


def check_code_list(draft: Draft) -> None:
    """The rules of segmen, sumber_dana, program and basis. Raises Refusal where the list cannot be used at all."""
    require_once(draft, ["kode"])
    _fill_names(draft)
    if "komponen" in draft.rows:
        _fill_components(draft)
    if "induk" in draft.rows:
        _check_tree(draft)
    require_needed(draft)
    _warn_of_synonyms(draft)


def require_once(draft: Draft, key: list[str]) -> None:
    """The second row of a key is not taken."""
    good = draft.good
    first = good.drop_duplicates(key)
    for row in good.index.difference(first.index):
        same = (first[key].fillna("") == good.loc[row, key].fillna("")).all(axis=1)
        draft.reject([row], "ACUAN_KODE_GANDA", key[0], first=int(first.index[same][0]))


def require_needed(draft: Draft) -> None:
    """Raise Refusal when a code is missing that the data or the rules of the figures speak of."""
    codes = set(draft.good["kode"])
    table = draft.data.title
    needed = [code for code in NEEDED_CODES.get(draft.data.name, ()) if code not in codes]
    if needed:
        raise Refusal("ACUAN_KODE_DASAR", table=table, n=len(needed), codes=", ".join(needed))
    used = sorted(draft.in_use - codes)
    if used:
        shown = ", ".join(used[:_SHOWN]) + (", …" if len(used) > _SHOWN else "")
        raise Refusal("ACUAN_KODE_DIPAKAI", table=table, n=len(used), codes=shown)


def require_parents(draft: Draft, parents: pd.Series) -> None:
    """Rows whose parent (by row; "" for the root) is not among the codes are not taken, nor what is below them."""
    while True:
        good = draft.good
        lost = (parents[good.index] != "") & ~parents[good.index].isin(good["kode"])
        if not lost.any():
            return
        for row in good.index[lost]:
            draft.reject([row], "ACUAN_INDUK_TIDAK_ADA", "kode", parent=str(parents[row]))


def _check_tree(draft: Draft) -> None:
    root = NEEDED_CODES[draft.data.name][0]
    good = draft.good
    tops = list(good.loc[good["induk"] == "", "kode"])
    if tops != [root]:
        raise Refusal("ACUAN_AKAR", table=draft.data.title, root=root, found=", ".join(tops) or "–")
    require_parents(draft, draft.rows["induk"])
    parents = dict(zip(draft.good["kode"], draft.good["induk"], strict=True))
    circling = [row for row, code in draft.good["kode"].items() if not _reaches(root, str(code), parents)]
    draft.reject([int(str(row)) for row in circling], "ACUAN_LINGKARAN", "kode")


def _reaches(root: str, code: str, parents: dict[str, str]) -> bool:
    for _ in range(len(parents)):
        if code == root:
            return True
        code = parents.get(code, "")
    return code == root


def _fill_names(draft: Draft) -> None:
    """A code without an English name goes by its Indonesian one, and that is said."""
    if "nama_en" not in draft.rows:
        return
    empty = draft.rows["nama_en"] == ""
    draft.rows["nama_en"] = draft.rows["nama_en"].where(~empty, draft.rows["nama"])
    if empty.any():
        draft.tell("ACUAN_NAMA_INGGRIS", n=int(empty.sum()))


def _fill_components(draft: Draft) -> None:
    """The programmes of a package are those in its code; another list is an error."""
    by_code = draft.rows["kode"].str.replace("+", "|")
    empty = draft.rows["komponen"] == ""
    draft.rows["komponen"] = draft.rows["komponen"].where(~empty, by_code)
    differs = (draft.rows["komponen"] != by_code) & ~draft.bad
    draft.reject(draft.rows.index[differs], "ACUAN_KOMPONEN", "komponen")


def _warn_of_synonyms(draft: Draft) -> None:
    """A word that stands for two codes is a source of wrong readings."""
    meanings: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row, code, words in zip(draft.good.index, draft.good["kode"], draft.good["sinonim"], strict=True):
        for word in words.split("|"):
            if normalise(word):
                meanings[normalise(word)].setdefault(str(code), int(row))
    for word, codes in meanings.items():
        if len(codes) > 1:
            *_, last = codes.values()
            draft.log.add(
                "ACUAN_SINONIM_GANDA", Severity.WARNING, sheet=draft.sheet, row=last,
                column=draft.header("sinonim"), value=word, codes=", ".join(codes),
            )  # fmt: skip
