"""Reads the cells of a reference table: codes of areas, numbers, months, and what an empty cell means."""

from __future__ import annotations

import re
from decimal import Decimal

import pandas as pd

from jamsos_data.datasets import Column, ColumnKind
from jamsos_data.intake.clean.lost_zeros import may_be_cut, restored_months
from jamsos_data.intake.clean.months import read_month
from jamsos_data.intake.clean.numbers import Form, take_apart
from jamsos_data.intake.reference_tables.draft import Draft
from jamsos_data.masking import mask

AREA_CODE = re.compile(r"\d{2}\.\d{2}(?:\.\d{2}(?:\.[123]\d{3})?)?")
_AREA_TABLES = ("wilayah", "alias_wilayah")
_BARE_LENGTHS = (4, 6, 10)
_FORMS = {
    "segmen": re.compile(r"[A-Z][A-Z0-9_]*"),
    "sumber_dana": re.compile(r"[A-Z][A-Z0-9_]*"),
    "program": re.compile(r"[A-Z]+(?:\+[A-Z]+)*"),
    "basis": re.compile(r"[^|;,\"']{2,60}"),
}


def clean_cells(draft: Draft) -> None:
    """Bring all cells into form; a cell that cannot be read takes its row out, and says so."""
    require_filled(draft)
    _reject_numbers_of_persons(draft)
    if draft.data.name in _AREA_TABLES:
        _rewrite_area_codes(draft)
    _check_codes(draft)
    columns = [column for column in draft.data.columns if column.name in draft.rows]
    # First of all: what a number means depends on the unit.
    for column in columns:
        if column.default is not None:
            draft.rows[column.name] = draft.rows[column.name].replace("", column.default)
    for column in columns:
        if column.kind is ColumnKind.NUMBER:
            _read_numbers(draft, column)
        elif column.kind is ColumnKind.MONTH:
            _read_months(draft, column)


def require_filled(draft: Draft) -> None:
    """Rows in which a needed cell is empty are not taken."""
    for column in draft.data.columns:
        if column.required:
            empty = draft.good.index[draft.good[column.name] == ""]
            draft.reject(empty, "SEL_WAJIB_KOSONG", column.name)


def _reject_numbers_of_persons(draft: Draft) -> None:
    """A reason or note is shown to everybody, so a row with the number of a person in a text is not taken."""
    for column in draft.data.columns:
        if column.kind is ColumnKind.TEXT and column.name != "kode" and column.name in draft.rows:
            texts = draft.good[column.name]
            draft.reject(texts.index[texts != texts.map(mask)], "ACUAN_DATA_PRIBADI", column.name)


def _rewrite_area_codes(draft: Draft) -> None:
    """Codes written without dots get them, and that is said."""
    codes = draft.rows["kode"].str.replace(" ", "")
    bare = codes.str.fullmatch(r"\d+") & codes.str.len().isin(_BARE_LENGTHS)
    dotted = codes.where(~bare, codes.map(_dotted))
    rewritten = dotted != draft.rows["kode"]
    if rewritten.any():
        first = int(rewritten.index[rewritten][0])
        draft.tell(
            "ACUAN_KODE_DITULIS_ULANG",
            n=int(rewritten.sum()),
            before=str(draft.rows.at[first, "kode"]),
            after=str(dotted.at[first]),
        )
    draft.rows["kode"] = dotted


def _dotted(digits: str) -> str:
    return ".".join(part for part in (digits[:2], digits[2:4], digits[4:6], digits[6:]) if part)


def _check_codes(draft: Draft) -> None:
    form = AREA_CODE if draft.data.name in _AREA_TABLES else _FORMS.get(draft.data.name)
    if form is None:
        return
    well_formed = draft.good["kode"].map(lambda code: form.fullmatch(str(code)) is not None).astype(bool)
    code = "ACUAN_KODE_WILAYAH_BENTUK" if form is AREA_CODE else "ACUAN_KODE_BENTUK"
    draft.reject(draft.good.index[~well_formed], code, "kode")


def _read_numbers(draft: Draft, column: Column) -> None:
    """Numbers as floats, empty ones as missing: rupiah with grouped thousands, all others as decimal fractions."""
    texts = draft.rows[column.name]
    money = (
        draft.rows["satuan"] == "rupiah" if "satuan" in draft.rows else pd.Series(False, index=texts.index)
    )
    numbers = pd.Series(
        [read_decimal(text, grouped=whole) for text, whole in zip(texts, money, strict=True)],
        index=texts.index,
        dtype="object",
    )
    unread = numbers.isna() & (texts != "") & ~draft.bad
    draft.reject(draft.rows.index[unread], "ACUAN_BUKAN_ANGKA", column.name)
    draft.rows[column.name] = pd.Series(
        [None if number is None else float(number) for number in numbers], index=texts.index, dtype="Float64"
    )


def read_decimal(text: str, *, grouped: bool = False) -> Decimal | None:
    """The number in a text, None when there is none; ``10.000`` is ten thousand where thousands are `grouped`."""
    found = take_apart(text)
    if found.form in (Form.NIL, Form.BAD, Form.SHORT_GROUP):
        return None
    number = (
        found.fraction
        if found.form is Form.DECIMAL or (found.form is Form.TRIPLE and not grouped)
        else found.value
    )
    return -number if found.negative else number


def _read_months(draft: Draft, column: Column) -> None:
    texts = draft.rows[column.name]
    texts = texts.replace(restored_months(texts.unique()))
    for cut in dict.fromkeys(text for text in texts if may_be_cut(text)):
        rows = draft.good.index[draft.good[column.name] == cut]
        draft.reject(rows, "BULAN_SATU_ATAU_SEPULUH", column.name, year=cut.strip()[:4])
    months = texts.map(lambda text: (found := read_month(text)) and found.start)
    unread = months.isna() & (texts != "") & ~draft.bad
    draft.reject(draft.rows.index[unread], "ACUAN_BUKAN_BULAN", column.name)
    draft.rows[column.name] = pd.to_datetime(months).astype("datetime64[us]")
