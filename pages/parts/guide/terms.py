"""The terms that a reader of the figures must know, each with its trap."""

from __future__ import annotations

import streamlit as st

from pages.parts.guide.entries import Entry
from pages.parts.language import words

TERMS = (
    "peserta_aktif",
    "potensi",
    "cakupan",
    "ucj",
    "basis",
    "selisih",
    "poin_persen",
    "uang",
    "bulan_dibayar",
    "belum_terpetakan",
    "jakon",
    "domisili",
    "cabang",
    "jenis_angka",
    "kelurahan",
    "bnba",
    "contoh",
)


def term_entries() -> tuple[Entry, ...]:
    """The terms in the order in which they build on each other."""
    say = words()
    return tuple(
        Entry(title=say(f"guide.term.{term}.title"), text=say(f"guide.term.{term}.body"), section="terms")
        for term in TERMS
    )


def draw_terms() -> None:
    """The terms as cards, two beside each other."""
    with st.grid(2, min_column_width=360, gap="small"):
        for entry in term_entries():
            with st.container(border=True, height="stretch", gap="xsmall"):
                st.markdown(f"**{entry.title}**")
                st.markdown(entry.text)
