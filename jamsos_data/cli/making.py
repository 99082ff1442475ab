"""`templates` and `example`: files to fill in, and data to look around with."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from jamsos_data.cli.codes import author_name, find_area, find_code, find_kind
from jamsos_data.commit import load_example
from jamsos_data.datasets import DATASETS
from jamsos_data.errors import UserError
from jamsos_data.file_rules import write_rules
from jamsos_data.formats import format_count
from jamsos_data.lake import Lake, lake_folder
from jamsos_data.lake.history import EXAMPLE_AUTHOR
from jamsos_data.messages import load_messages
from jamsos_data.reference import load_reference
from jamsos_data.reference_templates import write_reference_templates
from jamsos_data.template_rows import can_be_carried, carry_rows
from jamsos_data.templates import Row, write_templates


def templates(options: argparse.Namespace) -> int:
    """Write an XLSX and a CSV template of every data set, or of one, into a folder; or the rules for suppliers.

    With all data sets come the reference tables as they stand.
    """
    lake = Lake(lake_folder(options.lake))
    reference = lake.reference()
    if options.rules:
        written = write_rules(Path(options.out or "docs"), load_reference())
    elif options.out is None:
        raise UserError("cli.no_folder")
    else:
        kinds = tuple(DATASETS) if options.kind is None else (find_kind(options.kind, stored=False),)
        rows = _carried(options, lake, kinds) if options.from_last_month else {}
        folder = Path(options.out)
        written = write_templates(folder, reference, language=options.bahasa, kinds=kinds, rows=rows)
        if options.kind is None:
            written += write_reference_templates(folder, lake, language=options.bahasa)
    for file in written:
        print(file)
    return 0


def _carried(options: argparse.Namespace, lake: Lake, kinds: Sequence[str]) -> dict[str, Sequence[Row]]:
    """The rows of the newest month (year) of each data set that has any, moved one on."""
    reference = lake.reference()
    area = find_area(options.dalam, reference) if options.dalam else ""
    segmen = find_code("segmen", options.segmen, reference) if options.segmen else ""
    return {
        kind: carry_rows(
            lake.scan(kind),
            kind,
            reference,
            language=options.bahasa,
            area=area,
            segmen=segmen,
            keep_values=options.keep_values,
        ).rows
        for kind in kinds
        if can_be_carried(kind)
    }


def example(options: argparse.Namespace) -> int:
    """Load the example data into the lake, or take it out again."""
    lake = Lake(lake_folder(options.lake))
    words = load_messages(options.bahasa)
    if options.remove:
        removed = lake.remove_example(author=author_name(options.author))
        print(words("cli.example_removed", n=len(removed)))
        return 0
    if options.if_empty and lake.versions():
        return 0
    versions = load_example(lake, author=EXAMPLE_AUTHOR if options.author is None else options.author)
    rows = format_count(sum(version.rows for version in versions), language=options.bahasa)
    print(words("cli.example_loaded", lake=lake.location, files=len(versions), rows=rows))
    return 0
