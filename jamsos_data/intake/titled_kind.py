"""The data set that is proposed where no header names the values: the one that the titles speak of, and no other.

A title may as well head claims, the other BPJS, people to be registered or those who came to a meeting. Where any word
of the file says so, nothing is proposed and the operator chooses among all data sets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from jamsos_data.datasets import DATASETS, Dataset
from jamsos_data.intake.assumed_value import assume_values, knows_constants
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.constants import constants_of
from jamsos_data.intake.match.kinds import fit_kind
from jamsos_data.intake.match.title_hints import told_alone
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import IntakeOptions
from jamsos_data.intake.titled_words import CLAIMS, HEALTH, OTHER_FIGURES

PROPOSED_KIND = "JENIS_DIUSULKAN"

_OURS = re.compile(r"\b(?:ketenagakerjaan|naker|bpjamsostek|jamsostek|jkk|jkm)\b")
# Those who left, registered, were invited or came are participants of something else, or not active.
_NOT_ACTIVE = re.compile(
    r"\b(?:keluar|berhenti|resign|mutasi|pengurangan|pensiun|menunggak|penunggak|tunggakan|hadir|kehadiran|undangan"
    r"|diundang|kartu|pelatihan|lomba|terdaftar|pendaftar|pendaftaran|mendaftar|registrasi|antrean|pengaduan|selisih"
    r"|kenaikan|penurunan|pertumbuhan|pbi)\b"
)  # fmt: skip


def propose_kind(
    tables: Sequence[Table], lexicon: Lexicon, options: IntakeOptions, *, file_name: str
) -> Dataset | None:
    """The data set that the titles name, for tables that have one column of numbers which can be its main value.

    None where titles speak of two, of figures of another kind, or of none of ours; or where the tables do not agree.
    """
    for data in DATASETS.values():
        if not any(told_alone(table) == data.name for table in tables) or not knows_constants(data, options):
            continue
        assumed = assume_values(tables, lexicon, replace(options, kind=data.name))
        read = [table for table in assumed[1] if "assumed" in table.sources.values()] if assumed else []
        given = constants_of(options.constants, data).given
        if read and all(
            fit_kind(table, data, lexicon, given=given, file_name=file_name).has_value
            and _speaks_of(data, table, file_name)
            for table in read
        ):
            return data
    return None


def _speaks_of(data: Dataset, table: Table, file_name: str) -> bool:
    headers = (" ".join(rows) for rows in table.headers)
    texts = " | ".join(map(normalise, (*table.titles, table.sheet.name, file_name, *headers)))
    others = [words.other for words in (*OTHER_FIGURES.get(data.name, ()), HEALTH, CLAIMS)]
    if any(pattern.search(texts) for pattern in (*others, _NOT_ACTIVE)):
        return False
    return told_alone(table) == data.name and _OURS.search(texts) is not None
