"""What needs somebody's attention: the most urgent findings, each with a link to the page that explains it.

A finding is not of the segmen and sumber_dana chosen on screen, so its link sets both anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import polars as pl
import streamlit as st

from jamsos_data.metrics.attention_kinds import Attention, Urgency
from jamsos_data.metrics.attention_text import attention_sentence
from pages.parts.empty import link_to
from pages.parts.keeping import kept, told
from pages.parts.language import words
from pages.parts.required import holds_rows
from pages.parts.snapshot import KEPT_SNAPSHOTS, Snapshot, frames
from pages.parts.state import Selection
from pages.parts.wording import month_text

MOST = 5
CHECKED_WITH = ("potensi", "target", "iuran", "anggaran")
# What only an upload can mend is explained where files go in.
MENDED_BY_UPLOAD = frozenset({"BULAN_TANPA_DATA"})

_COLORS: dict[Urgency, Literal["red", "orange", "gray"]] = {
    Urgency.URGENT: "red",
    Urgency.SOON: "orange",
    Urgency.CHECK: "gray",
}


def attention_list(findings: Sequence[Attention], selection: Selection, *, handled: int = 0) -> None:
    """Draw the first MOST findings, the most urgent first, the way to all of them, and what was not checked.

    `handled` says how many were marked as handled and are not among `findings`.
    """
    say = words()
    unchecked = checks_without_data(selection.snapshot)
    if not findings and not handled:
        key = "summary.attention.none_checked" if unchecked else "summary.attention.none"
        st.markdown(say(key, month=month_text(selection.bulan)))
    with st.container(key="findings"):
        for finding in findings[:MOST]:
            _draw(finding, selection)
    if handled:
        st.caption(say("summary.attention.handled", n=handled, count=handled))
    if findings or handled:
        every = len(findings) + handled
        link_to("attention", label=say("summary.attention.all", n=every, count=every))
    if unchecked:
        checks = "; ".join(say(f"summary.attention.unchecked.{name}") for name in unchecked)
        st.caption(say("summary.attention.unchecked", checks=checks))


@kept(at_most=KEPT_SNAPSHOTS)
def checks_without_data(snapshot: Snapshot) -> tuple[str, ...]:
    """The data sets, and the column `lunas_sampai`, whose checks cannot be made because nothing is there."""
    missing = [kind for kind in CHECKED_WITH if not holds_rows(snapshot, kind)]
    paid = frames(snapshot)["kepesertaan"].filter(pl.col("lunas_sampai").is_not_null())
    return (*missing, *(("lunas_sampai",) if paid.head(1).collect().is_empty() else ()))


def explained_at(finding: Attention, selection: Selection) -> tuple[str, dict[str, str]]:
    """The page that explains a finding, and what its address sets: the area, and filters back to what it speaks of."""
    if finding.code in MENDED_BY_UPLOAD:
        return "upload", {}
    reference = selection.reference
    codes = {}
    if finding.kode_wilayah not in ("", reference.kabupaten):
        codes["wilayah"] = finding.kode_wilayah
    if selection.segmen != reference.segmen_tree.root:
        codes["segmen"] = reference.segmen_tree.root
    source = finding.params.get("sumber_dana")
    if finding.page == "premiums" and isinstance(source, str):
        codes["sumber"] = source
    elif selection.sumber_dana is not None:
        codes["sumber"] = reference.sumber_tree.root
    return finding.page, codes


def urgency_badge(urgency: Urgency) -> None:
    """The coloured word for how soon somebody must act."""
    st.badge(words()(f"urgency.{urgency}"), color=_COLORS[urgency])


def _draw(finding: Attention, selection: Selection) -> None:
    say = words()
    page, codes = explained_at(finding, selection)
    badge = f":{_COLORS[finding.urgency]}-badge[{say(f'urgency.{finding.urgency}')}]"
    sentence = told(attention_sentence, finding, words=say, reference=selection.reference)
    link_to(page, label=f"{badge} {sentence}", codes=codes)
