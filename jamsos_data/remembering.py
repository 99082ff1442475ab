"""Keeping in the lake what an operator confirmed about spellings of areas, so that no later file asks for it again."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import pandas as pd

from jamsos_data.datasets import dataset
from jamsos_data.intake import AreaAlias
from jamsos_data.lake import ConflictError, Lake, Provenance, scope_of
from jamsos_data.lake import history as actions
from jamsos_data.lake.schema import to_stored
from jamsos_data.messages import load_messages
from jamsos_data.reference_change import standing_table
from jamsos_data.reference_sets import ALIASES, ORDER


def remember_aliases(lake: Lake, aliases: Sequence[AreaAlias], provenance: Provenance, *, asal: str) -> None:
    """Add the spellings that are not known yet to the table `alias_wilayah`, as part of the change `provenance`.

    Where somebody else changed the table at the same moment they are not kept, and a later file asks again.
    """
    declared, base = dataset(ALIASES), lake.version(ALIASES) or 0
    standing = standing_table(lake, ALIASES)
    known = set(zip(standing["kode"], standing["alias"], standing["kecamatan"], strict=True))
    new = [alias for alias in aliases if (alias.kode, alias.alias, alias.kecamatan) not in known]
    if not new:
        return
    origin = load_messages("id")("preview.remembered")
    added = [(alias.kode, alias.alias, alias.kecamatan, origin) for alias in new]
    names = ["kode", "alias", "kecamatan", "asal_ejaan"]
    table = pd.concat([standing, pd.DataFrame(added, columns=names)], ignore_index=True)
    rows = to_stored(table.assign(**{ORDER: range(1, len(table) + 1)}), declared, asal=asal)
    about = replace(provenance, action=actions.REMEMBER, rows=len(new), periods=(), corrected=0)
    with suppress(ConflictError):
        lake.replace_rows(ALIASES, rows, scope=scope_of(rows, declared), provenance=about, base_version=base)
