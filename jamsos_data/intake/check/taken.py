"""Which rows of a table are taken: rules, one row per key, and no sums of others among them."""

from __future__ import annotations

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.intake.check.age_rows import join_ages
from jamsos_data.intake.check.block_sums import join_block_sums
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.empty_parts import join_empty_parts
from jamsos_data.intake.check.keys import check_keys
from jamsos_data.intake.check.part_rows import JoinedRows, join_parts
from jamsos_data.intake.check.people_sums import join_people_sums
from jamsos_data.intake.check.placeless_rows import join_placeless
from jamsos_data.intake.check.recaps import find_recaps
from jamsos_data.intake.check.rules import check_rules
from jamsos_data.intake.check.whole_rows import join_wholes


def judge_rows(rows: pd.DataFrame, data: Dataset, context: CheckContext) -> tuple[pd.Series, JoinedRows]:
    """Which of the rows are refused, and the parts that were added up.

    `rows` have canonical columns, _sheet, _table, _row and _unmapped.
    """
    refused = check_rules(rows, data, context)
    joined = join_placeless(rows[~refused], data, context)
    # Looked for once: each of these asks it again, and most files repeat no key.
    if joined.rows.duplicated([name for name in data.key if name in rows]).any():
        for join in (join_ages, join_block_sums, join_empty_parts, join_people_sums, join_wholes, join_parts):
            joined = join(joined.rows, data, context).after(joined)
    refused |= rows.index.isin(joined.waiting)
    refused |= check_keys(joined.rows, data, context).reindex(rows.index, fill_value=False)
    kept = joined.rows[~refused.reindex(joined.rows.index)]
    refused |= find_recaps(kept, data, context.log).reindex(rows.index, fill_value=False)
    return refused, joined
