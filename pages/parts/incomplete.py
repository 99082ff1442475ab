"""The notice that a month is not complete: what it lacks, how many people stood there, the way to a complete month."""

from __future__ import annotations

import streamlit as st

from jamsos_data.messages import Messages
from jamsos_data.metrics.reported import Reported
from jamsos_data.periods import month_key
from jamsos_data.wording import count, join, month, people
from pages.parts import address
from pages.parts.language import words
from pages.parts.state import Selection


def incomplete_notice(selection: Selection) -> None:
    """Say, on every page with filters, that the month looked at, or the one compared with, is not complete."""
    say, lacking = words(), selection.lacking
    if lacking is None:
        _note_on_comparison(selection)
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="incomplete"):
        st.warning(incomplete_sentence(lacking, say), icon=":material/warning:", width="stretch")
        st.button(
            say("incomplete.see", month=month(lacking.before, say)),
            key="incomplete_see",
            help=say("incomplete.help"),
            on_click=address.choose,
            kwargs={"bulan": month_key(lacking.before), "banding": ""},
        )


def incomplete_sentence(lacking: Reported, say: Messages) -> str:
    """Which part of the segments, funding sources and kecamatan is missing, and how many people stood there."""
    missing = []
    for kind, codes, before in (
        ("segments", lacking.segmen, lacking.segmen_before),
        ("sources", lacking.sumber_dana, lacking.sumber_before),
        ("areas", lacking.kecamatan, lacking.kecamatan_before),
    ):
        if codes and not (kind == "sources" and missing):
            missing.append(
                say(f"incomplete.{kind}", n=before, missing=count(len(codes), say), all=count(before, say))
            )
    return say(
        "incomplete.notice",
        n=len(lacking.segmen or lacking.sumber_dana or lacking.kecamatan),
        month=month(lacking.bulan, say),
        before=month(lacking.before, say),
        missing=join(missing, say),
        people=people(lacking.orang, say),
    )


def _note_on_comparison(selection: Selection) -> None:
    compared = selection.incomplete_banding
    if compared is not None:
        say = words()
        st.caption(
            say("incomplete.compared", month=month(selection.month, say), other=month(compared, say)),
        )
