"""The coverage cliff in sentences: what coverage falls to if nothing that ends is renewed. Estimates, and said so.

Pure functions: rows of measure_cliff and measure_endings and words in, text out.
"""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from jamsos_data.messages import Messages
from jamsos_data.reference.code_tree import CodeTree
from jamsos_data.wording import count, has_value, month, people, percent, rows_of


def cliff_title(cliff: pd.DataFrame, words: Messages) -> str:
    """From what to what coverage (else: people) falls, and in which month the fall is deepest."""
    rows = rows_of(cliff.sort_values("periode"))
    now, then = rows[0], rows[-1]
    if not cliff["berakhir"].any() or not has_value(then.peserta_aktif):
        return words("premiums.cliff.none")
    deepest = max(rows, key=lambda row: row.berakhir)
    values = {"month": month(deepest.periode, words)}
    if has_value(now.persen) and has_value(then.persen):
        values |= {"now": percent(now.persen, words), "then": percent(then.persen, words)}
        return words("premiums.cliff.percent", **values)
    values |= {"now": count(now.peserta_aktif, words), "then": people(then.peserta_aktif, words)}
    return words("premiums.cliff.people", **values)


def cliff_sentence(cliff: pd.DataFrame, words: Messages) -> str:
    """The cliff month by month, for those who do not see it."""
    rows = rows_of(cliff.sort_values("periode"))
    now = rows[0]
    if not has_value(now.peserta_aktif):
        return words("premiums.cliff.none")
    parts = [
        words("premiums.cliff.now", month=month(now.periode, words), people=people(now.peserta_aktif, words))
    ]
    parts += [
        words(
            "premiums.cliff.step",
            n=int(row.berakhir),
            month=month(row.periode, words),
            ending=people(row.berakhir, words),
            people=people(row.peserta_aktif, words),
        )
        for row in rows
        if row.berakhir
    ]
    return " ".join(parts)


def unrenewed_sentence(cliff: pd.DataFrame, words: Messages, *, until: datetime) -> str:
    """How many remain in the month `until` (at most the last known) unless renewed; "" if none leave by then."""
    rows = [row for row in rows_of(cliff.sort_values("periode")) if row.periode <= until]
    if not rows or not any(row.berakhir for row in rows) or not has_value(rows[-1].peserta_aktif):
        return ""
    share = f" ({percent(rows[-1].persen, words)})" if has_value(rows[-1].persen) else ""
    return words(
        "targets.ahead.unrenewed",
        n=sum(row.berakhir for row in rows),
        ending=people(sum(row.berakhir for row in rows), words),
        month=month(rows[-1].periode, words),
        people=f"{people(rows[-1].peserta_aktif, words)}{share}",
    )


def ending_title(endings: pd.DataFrame, words: Messages, *, tree: CodeTree) -> str:
    """Whose protection ends, and after which month: the largest group of those with a known end."""
    if endings.empty:
        return words("premiums.until.none")
    groups = endings.groupby(["sampai", "sumber_dana"])[["peserta_aktif"]].sum().reset_index()
    most = rows_of(groups.sort_values("peserta_aktif", ascending=False, kind="stable"))[0]
    return words(
        "premiums.until.title",
        n=int(most.peserta_aktif),
        people=people(most.peserta_aktif, words),
        source=tree.name(most.sumber_dana, words.language),
        month=month(most.sampai, words),
    )
