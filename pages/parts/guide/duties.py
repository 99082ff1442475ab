"""What Inpres 2/2021 asks of a regent.

The duties and their order are the reference table `butir_inpres`; what each means is in the catalogue.
Sources: summaries of the Inpres for regional heads (hukumonline.com, 2021; Lampung Tengah, 2024) and of
BPJS Ketenagakerjaan.
"""

from __future__ import annotations

import streamlit as st

from jamsos_data.datasets import dataset
from jamsos_data.reference import Reference
from pages.parts.empty import link_to
from pages.parts.guide.entries import Entry
from pages.parts.language import language, words


def duty_entries(reference: Reference) -> tuple[Entry, ...]:
    """The duties, in the order of the reference table."""
    return tuple(
        Entry(
            title=reference.name_of("butir_inpres", kode, language()),
            text=_explanation(kode),
            section="duties",
            terms=kode,
        )
        for kode in reference.codes("butir_inpres")
    )


def draw_duties(reference: Reference) -> None:
    """The duties, and where their status is shown."""
    say = words()
    st.markdown(say("guide.duties.lead"))
    for number, entry in enumerate(duty_entries(reference), start=1):
        st.markdown(f"{number}. **{entry.title}**" + (f": {entry.text}" if entry.text else ""))
    st.caption(say("guide.duties.where", title=dataset("tindak_lanjut").title.in_language(language())))
    link_to("targets", label=say("guide.duties.go"))


def _explanation(kode: str) -> str:
    key = f"guide.duties.{kode}"
    return words()(key) if key in words() else ""
