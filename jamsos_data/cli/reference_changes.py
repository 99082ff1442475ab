"""What a commit of a reference table changed, as JSON and as text for people."""

from collections.abc import Sequence
from typing import Any

from jamsos_data.datasets import dataset
from jamsos_data.messages import Messages, load_messages
from jamsos_data.reference_change import ReferenceChange, RowChange
from jamsos_data.reference_sets import BOUNDARIES

_LISTED = 20


def reference_change_answer(change: ReferenceChange) -> dict[str, Any]:
    """The change as JSON: keys of rows added and removed, and the cells of those changed (not of boundaries)."""
    return {
        "rows_before": change.rows_before,
        "rows_after": change.rows_after,
        "added": [row.key for row in change.added],
        "removed": [row.key for row in change.removed],
        "changed": [
            {
                "key": row.key,
                "cells": []
                if change.kind == BOUNDARIES
                else [
                    {"column": cell.column, "before": cell.before, "after": cell.after} for cell in row.cells
                ],
            }
            for row in change.changed
        ],
        "reordered": change.reordered,
    }


def print_reference_change(change: ReferenceChange, language: str) -> None:
    """Print how many rows were added, changed and removed, and the first of each."""
    words = load_messages(language)
    title = dataset(change.kind).title.in_language(language)
    counts = {name: len(getattr(change, name)) for name in ("added", "changed", "removed")}
    print(
        words(
            "cli.reference.change", title=title, before=change.rows_before, after=change.rows_after, **counts
        )
    )
    for name in ("added", "changed", "removed"):
        _print_rows(name, getattr(change, name), change.kind, words)


def _print_rows(name: str, rows: Sequence[RowChange], kind: str, words: Messages) -> None:
    for row in rows[:_LISTED]:
        label = f"{row.key} {row.name}".strip()
        cells = "" if kind == BOUNDARIES else "; ".join(
            f"{cell.column} {cell.before or '–'} → {cell.after or '–'}" for cell in row.cells
        )  # fmt: skip
        print(words(f"cli.reference.{name}", row=f"{label}: {cells}" if cells else label))
    if len(rows) > _LISTED:
        print(words("cli.reference.more", n=len(rows) - _LISTED))
