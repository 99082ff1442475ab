"""`history` and `restore`: what changed, who did it, and the way back."""

import argparse
from dataclasses import asdict

from jamsos_data.cli.answers import print_json, print_table
from jamsos_data.cli.codes import author_name, find_kind
from jamsos_data.formats import format_count, format_moment
from jamsos_data.lake import Lake, Version, lake_folder
from jamsos_data.messages import Messages, load_messages

_SHOWN_PERIODS = 3


def history(options: argparse.Namespace) -> int:
    """Print the versions of one data set, newest first."""
    kind = find_kind(options.kind)
    versions = Lake(lake_folder(options.lake)).history(kind)
    words = load_messages(options.bahasa)
    if options.json:
        print_json({"kind": kind, "versions": [asdict(version) for version in versions]})
    elif not versions:
        print(words("cli.no_versions", kind=kind))
    else:
        names = ("versi", "waktu", "tindakan", "penulis", "baris", "periode", "berkas", "catatan")
        print_table(
            [words(f"cli.head.{name}") for name in names], [_line(version, words) for version in versions]
        )
    return 0


def restore(options: argparse.Namespace) -> int:
    """Make an old version the current one and print the version that this made."""
    lake = Lake(lake_folder(options.lake))
    author = author_name(options.author)
    made = lake.restore(find_kind(options.kind), options.version, author=author, note=options.note)
    if options.json:
        print_json(asdict(made))
    else:
        words = load_messages(options.bahasa)
        print(words("cli.restored", kind=made.kind, version=options.version, made=made.version))
    return 0


def _line(version: Version, words: Messages) -> list[str]:
    periods = version.periods
    shown = ", ".join(periods) if len(periods) <= _SHOWN_PERIODS else f"{periods[0]} … {periods[-1]}"
    action = words(f"lake.action.{version.action}")
    return [
        str(version.version),
        format_moment(version.time, language=words.language),
        action if version.restored is None else f"{action} {version.restored}",
        version.author or "–",
        format_count(version.rows, language=words.language),
        shown or "–",
        version.file_name or "–",
        version.note,
    ]
