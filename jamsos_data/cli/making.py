"""`templates` and `example`: files to fill in, and data to look around with."""

import argparse
from pathlib import Path

from jamsos_data.cli.codes import author_name
from jamsos_data.commit import EXAMPLE_AUTHOR, load_example
from jamsos_data.formats import format_count
from jamsos_data.lake import Lake, lake_folder
from jamsos_data.messages import load_messages
from jamsos_data.reference_templates import write_reference_templates
from jamsos_data.templates import write_templates


def templates(options: argparse.Namespace) -> int:
    """Write an XLSX and a CSV template of every data set, and every reference table as it stands, into a folder."""
    lake, folder = Lake(lake_folder(options.lake)), Path(options.out)
    for file in write_templates(folder, lake.reference(), language=options.bahasa):
        print(file)
    for file in write_reference_templates(folder, lake, language=options.bahasa):
        print(file)
    return 0


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
