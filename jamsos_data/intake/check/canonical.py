"""Long rows → the canonical frame of a data set: columns in order, exact types, proven by a Pandera schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from jamsos_data.datasets import Column, ColumnKind, Dataset
from jamsos_data.intake.clean.months import read_month
from jamsos_data.periods import month_start

if TYPE_CHECKING:
    import pandera.pandas as pa

_TYPES = {
    ColumnKind.MONTH: "datetime64[us]",
    ColumnKind.DATE: "datetime64[us]",
    ColumnKind.YEAR: "int64",
    ColumnKind.COUNT: "Int64",
    ColumnKind.RUPIAH: "int64",
    ColumnKind.NUMBER: "float64",
    ColumnKind.YESNO: "bool",
}
_DECEMBER = 12


def column_type(column: Column) -> str:
    """The pandas type of a column: int64 for required counts, Int64 where missing is allowed, str for codes."""
    if column.kind is ColumnKind.COUNT:
        return "int64" if column.required or column.default is not None else "Int64"
    return _TYPES.get(column.kind, "str")


def empty_frame(data: Dataset) -> pd.DataFrame:
    """The canonical frame of a data set without rows."""
    return pd.DataFrame({column.name: pd.Series(dtype=column_type(column)) for column in data.columns})


def resolve_tags(long: pd.DataFrame, data: Dataset) -> pd.DataFrame:
    """Labels of wide tables become columns: months as month starts, years as ints, codes as they are."""
    for name in [str(name) for name in long.columns if str(name).startswith("tag:")]:
        column = data.column(name.removeprefix("tag:"))
        texts = long.pop(name)
        if texts.str.startswith("----").any():
            bare = texts.str.startswith("----").fillna(False)
            texts = texts.where(~bare | (long["_year"] == ""), long["_year"] + texts.str[4:])
        values = {text: _tag_value(text, column) for text in texts.dropna().unique()}
        tagged = texts.map(values).astype(object)
        if column.name in long:
            long[column.name] = tagged.where(texts.notna(), long[column.name])
        else:
            long[column.name] = tagged
    return long


def _tag_value(text: str, column: Column) -> object:
    if column.kind is ColumnKind.MONTH:
        month = read_month(text)
        return month.start if month else None
    return int(text) if column.kind is ColumnKind.YEAR and text.isdecimal() else text


def derive_deadlines(long: pd.DataFrame) -> pd.DataFrame:
    """Targets: a year alone is due in December; a deadline alone gives its year."""
    for name in ("tahun", "batas_waktu"):
        if name not in long:
            long[name] = None
    year, due = long["tahun"], long["batas_waktu"]
    known = year.notna()
    december = pd.Series(
        [month_start(int(y), _DECEMBER) if y is not None and y == y else None for y in year],
        index=long.index,
        dtype=object,
    )
    long["batas_waktu"] = due.where(due.notna(), december)
    years = pd.Series(
        [d.year if d is not None and d == d else None for d in due], index=long.index, dtype=object
    )
    long["tahun"] = year.where(known, years)
    return long


def to_canonical(long: pd.DataFrame, data: Dataset) -> pd.DataFrame:
    """The columns of `data` in order and type. Raises pandera's SchemaErrors when a row slipped through."""
    frame = pd.DataFrame(index=long.index)
    for column in data.columns:
        values = long[column.name] if column.name in long else pd.Series(None, index=long.index, dtype=object)
        if column.kind is ColumnKind.COUNT and column.default is not None:
            values = values.where(values.notna(), int(column.default))
        frame[column.name] = _cast(values, column_type(column), column)
    return schema_of(data).validate(frame.reset_index(drop=True), lazy=True)


def _cast(values: pd.Series, dtype: str, column: Column) -> pd.Series:
    if dtype == "str":
        codes, known = pd.factorize(values)
        texts = pd.array([*map(str, known), column.default or ""], dtype="str")
        return pd.Series(texts.take(codes), index=values.index)
    if dtype == "datetime64[us]":
        codes, known = pd.factorize(values)
        moments = pd.to_datetime(pd.Series([*known, None], dtype=object)).astype(dtype).to_numpy()
        return pd.Series(moments[codes], index=values.index)
    if dtype in ("int64", "Int64") and values.dtype == object:
        return pd.Series(pd.array(values, dtype="Int64"), index=values.index).astype(dtype)  # type: ignore[call-overload]
    if dtype == "bool":
        return values.astype(object).where(values.notna(), False).astype("bool")
    return (
        values.astype("float64")
        if dtype == "float64"
        else values.astype("int64" if dtype == "int64" else "Int64")
    )


def schema_of(data: Dataset) -> pa.DataFrameSchema:
    """Types, presence and signs of a data set's columns."""
    import pandera.pandas as pa  # a tenth of a second and 10 MB, which only uploads need

    columns = {}
    for column in data.columns:
        checks = []
        if column.kind in (ColumnKind.COUNT, ColumnKind.RUPIAH, ColumnKind.NUMBER):
            checks.append(pa.Check.ge(0))
        if column.key and column_type(column) == "str":
            checks.append(pa.Check.str_length(min_value=1))
        columns[column.name] = pa.Column(column_type(column), checks, nullable=not column.required)
    return pa.DataFrameSchema(columns, strict=True, ordered=True)
