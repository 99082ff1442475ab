"""`people`: whether the same person is recognised across lists by name, and forgetting all of it."""

import argparse

from jamsos_data.cli.answers import print_json
from jamsos_data.formats import format_count
from jamsos_data.lake import Lake, lake_folder
from jamsos_data.lake.people import forget_people, remembered_people
from jamsos_data.messages import load_messages
from jamsos_data.person_key import create_key, key_file, load_key, remove_key


def people(options: argparse.Namespace) -> int:
    """Switch the recognition on, or switch it off and erase everything; then print how it stands."""
    lake = Lake(lake_folder(options.lake))
    if options.action == "remember":
        create_key(lake=lake.location)
    elif options.action == "forget":
        forget_people(lake)
        remove_key()
    _print_state(lake, options)
    return 0


def _print_state(lake: Lake, options: argparse.Namespace) -> None:
    words = load_messages(options.bahasa)
    on, kept = load_key() is not None, remembered_people(lake)
    if options.json:
        answer = {
            "on": on,
            "key_file": str(key_file()),
            "persons": kept.persons,
            "rows": kept.rows,
            "lists": kept.lists,
        }
        print_json(answer)
        return
    print(words("cli.people.on" if on else "cli.people.off", file=key_file()))
    if kept.rows:
        persons = format_count(kept.persons, language=options.bahasa)
        print(words("cli.people.kept", n=kept.persons, persons=persons, lists=kept.lists, lake=lake.location))
    else:
        print(words("cli.people.nothing", lake=lake.location))
