"""People that stand programme by programme in rows: as many in JKK as in JKM everywhere are the same people.

In columns they are told by `protected_people`; a list of rows, or a sheet for each programme, says it only as a whole.
"""

from __future__ import annotations

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.compared_areas import BY_CHANCE

_PEOPLE = "kepesertaan"
_TAKEN, _AGAIN, _BOTH = "JKK", "JKM", "JKK+JKM"
_FEWEST_GROUPS = 2


def take_protected_rows(long: pd.DataFrame, data: Dataset, context: CheckContext) -> pd.DataFrame:
    """The rows, those of JKM out and those of JKK as people protected by both, to be agreed to.

    Only where nothing but these two is counted, and in each cell of the other keys alike. `long` has canonical columns,
    _bad and _sheet.
    """
    if data.name != _PEOPLE or not {"program", data.value_column} <= {*long.columns}:
        return long
    good = long[~long["_bad"].astype("bool")]
    if set(good["program"].unique()) != {_TAKEN, _AGAIN}:
        return long
    keys = [name for name in data.key if name in good and name != "program"]
    cells = (
        good[data.value_column].fillna(0).groupby([good[name] for name in [*keys, "program"]], dropna=False)
    )
    people, rows = cells.sum().unstack("program"), cells.size().unstack("program")
    is_alike = people[_TAKEN].equals(people[_AGAIN]) and rows[_TAKEN].equals(rows[_AGAIN])
    if not is_alike or len(people) < _FEWEST_GROUPS or people[_TAKEN].sum() <= BY_CHANCE:
        return long
    context.log.add(
        "BARIS_PER_PROGRAM", Severity.WARNING,
        column=context.header(str(good["_sheet"].iloc[0]), data.column("program")), n=len(people),
    )  # fmt: skip
    taken = long.drop(index=good.index[good["program"] == _AGAIN])
    taken.loc[good.index[good["program"] == _TAKEN], "program"] = _BOTH
    return taken.reset_index(drop=True)
