"""What a commit changed, as JSON and as text for people: before, after, and what disappeared or may count twice."""

import sys
from dataclasses import asdict
from typing import Any

from jamsos_data.cli.answers import print_table, records_of
from jamsos_data.cli.parser import PROGRAM
from jamsos_data.containment import Holding
from jamsos_data.datasets import dataset
from jamsos_data.messages import load_messages
from jamsos_data.preview import ROWS, ChangePreview
from jamsos_data.preview_words import amount_text, coverage_sentence, warning_sentences
from jamsos_data.reference import Reference


def change_answer(preview: ChangePreview, reference: Reference, language: str) -> dict[str, Any]:
    """The change as JSON; figures are of the column `measured` ("baris" where rows are counted)."""
    return {
        "mode": preview.mode,
        "measured": preview.measured,
        "before": preview.before,
        "after": preview.after,
        "difference": preview.difference,
        "by_kecamatan": records_of(preview.by_kecamatan),
        "by_segmen": records_of(preview.by_segmen),
        "coverage": None if preview.coverage is None else asdict(preview.coverage),
        "lost_areas": [
            {"kode_wilayah": area.code, "wilayah": area.name, "value": area.value}
            for area in preview.lost_areas
        ],
        "lost_cells": [{**cell.cell, "value": cell.value} for cell in preview.lost_cells],
        "superseded": [{**line.cell, "value": line.value} for line in preview.superseded],
        "contained": [
            {
                **pair.cell,
                "outer": _holding_answer(pair.outer, reference),
                "inner": _holding_answer(pair.inner, reference),
                "stored": pair.stored,
            }
            for pair in preview.contained
        ],
        "jumps": [
            {**jump.cell, "before": jump.before, "after": jump.after, "times": jump.times, "up": jump.up}
            for jump in preview.jumps
        ],
        "warnings": [*_warnings(preview, reference, language)],
    }


def print_change(preview: ChangePreview, reference: Reference, language: str) -> None:
    """Print the change in total and by kecamatan; what disappears or may count twice goes to stderr."""
    words = load_messages(language)

    def text(value: int) -> str:
        return amount_text(preview, value, language=language)

    difference = f"{'+' if preview.difference > 0 else ''}{text(preview.difference)}"
    title = words("cli.head.baris")
    if preview.measured != ROWS:
        title = dataset(preview.kind).column(preview.measured).title.in_language(language)
    figures = {"before": text(preview.before), "after": text(preview.after), "difference": difference}
    print(words(f"cli.change.{preview.mode}", title=title, **figures))
    heads = ("kode", "wilayah", "sebelum", "sesudah", "selisih")
    rows = [
        (str(code), str(name), *(text(int(value)) for value in values))
        for code, name, *values in preview.by_kecamatan.itertuples(index=False)
    ]
    print_table([words(f"cli.head.{head}") for head in heads], rows, labels=2)
    if len(preview.by_segmen) > 1:
        segments = [
            (str(code), *(text(int(value)) for value in values))
            for code, *values in preview.by_segmen.itertuples(index=False)
        ]
        print_table([words(f"cli.head.{head}") for head in ("segmen", *heads[2:])], segments)
    coverage = coverage_sentence(preview, language=language)
    if coverage:
        print(coverage)
    for sentence in _warnings(preview, reference, language):
        print(sentence, file=sys.stderr)


def _warnings(preview: ChangePreview, reference: Reference, language: str) -> tuple[str, ...]:
    """The warnings, each marked as one, and what to do about them."""
    words = load_messages(language)
    found = warning_sentences(preview, reference=reference, language=language, codes=True)
    if not found:
        return ()
    remedy = preview.concern
    undo = f"{PROGRAM} restore {preview.kind} {preview.base_version}"
    marked = (words("cli.change.warning", sentence=sentence) for sentence in found)
    return (*marked, words(f"cli.change.remedy.{remedy}", undo=undo))


def _holding_answer(holding: Holding, reference: Reference) -> dict[str, Any]:
    names = [reference.area_name(code) if reference.has_area(code) else code for code in holding.areas]
    return {
        "kode_wilayah": list(holding.areas),
        "wilayah": names,
        "segmen": holding.segmen,
        "sumber_dana": holding.sumber_dana,
        "value": holding.value,
    }
