"""The tariffs as the reference table holds them, with their dates, their legal basis and what is not settled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from jamsos_data.metrics.tariffs import ANY
from jamsos_data.periods import parse_month_key
from jamsos_data.reference import Reference
from jamsos_data.reference_sets import RUPIAH, WAGE_CEILING
from pages.parts.guide.entries import Entry, note_text
from pages.parts.language import language, words
from pages.parts.wording import month_text, percent_text, rupiah_text

# Words by which a note of the tariff table says that something is not settled.
_OPEN_WORDS = ("belum", "periksa", "baru diumumkan")
_COLUMNS = ("segmen", "sektor", "pembayar", "program", "nilai", "dari", "sampai", "dasar_hukum", "catatan")


def tariff_entries(reference: Reference) -> tuple[Entry, ...]:
    """Every row of the tariff table."""
    table = tariff_table(reference)
    names = list(table.columns)
    return tuple(
        Entry(
            title=" · ".join(str(row[name]) for name in (names[3], names[0], names[2])),
            text=" · ".join(str(row[name]) for name in names[4:] if row[name]),
            section="tariffs",
            terms=" ".join(names),
        )
        for row in table.to_dict(orient="records")
    )


def tariff_table(reference: Reference) -> pd.DataFrame:
    """The tariffs as shown; open ones carry a question mark before their note."""
    rows = [_row(record, reference) for record in reference.tarif.to_dict(orient="records")]
    return pd.DataFrame(rows, columns=[words()(f"guide.tariffs.{name}") for name in _COLUMNS])


def is_open(note: str) -> bool:
    """Whether the note of a tariff leaves a question open."""
    plain = note.casefold().replace("_", " ")
    return any(word in plain for word in _OPEN_WORDS)


def lowest_package(reference: Reference) -> tuple[tuple[str, int], ...]:
    """Programme and rupiah per person and month of the standing minimum for informal workers (JKK and JKM)."""
    table = reference.tarif
    standing = table[
        (table["segmen"] == "BPU")
        & (table["sektor"] == ANY)
        & (table["pembayar"] == ANY)
        & (table["dari"] == "")
    ]
    wanted = standing[standing["program"].isin(["JKK", "JKM"])]
    return tuple(zip(wanted["program"], wanted["nilai"].astype(int), strict=True))


def draw_tariffs(reference: Reference) -> None:
    """The minimum in a sentence, the rule of the estimate, and the table."""
    say = words()
    package = lowest_package(reference)
    if package:
        parts = " + ".join(f"{program} {rupiah_text(amount)}" for program, amount in package)
        total = rupiah_text(sum(amount for _, amount in package))
        st.markdown(say("guide.tariffs.lead", parts=parts, total=total))
    st.markdown(say("guide.tariffs.rule"))
    st.info(say("guide.tariffs.open"), icon=":material/help:")
    st.table(tariff_table(reference), border="horizontal", hide_index=True)


def _row(record: Mapping[Any, str], reference: Reference) -> tuple[str, ...]:
    say = words()
    payer = record["pembayar"]
    sector = record["sektor"]
    note = note_text(record["catatan"])
    return (
        reference.segmen_tree.name(record["segmen"], language()),
        say("guide.tariffs.any") if sector == ANY else _sector(sector),
        say("guide.tariffs.any") if payer == ANY else reference.sumber_tree.name(payer, language()),
        record["program"],
        _amount(record),
        _month(record["dari"]) or say("guide.tariffs.standing"),
        _month(record["sampai"]),
        note_text(record["dasar_hukum"]),
        f"? {note}" if is_open(record["catatan"]) else note,
    )


def _sector(code: str) -> str:
    key = f"guide.sektor.{code}"
    return words()(key) if key in words() else code


def _amount(record: Mapping[Any, str]) -> str:
    if record["satuan"] in (RUPIAH, WAGE_CEILING):
        amount = rupiah_text(int(record["nilai"]))
    else:
        amount = percent_text(float(record["nilai"]), digits=2)
    return words()(f"guide.tariffs.{record['satuan']}", amount=amount)


def _month(key: str) -> str:
    return month_text(parse_month_key(key), short=True) if key else ""
