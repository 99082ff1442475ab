"""The sentences of the page Perlu perhatian: how many findings, how large each is, why it is on the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

import pandas as pd

from jamsos_data.formats import format_day, format_number
from jamsos_data.messages import Messages
from jamsos_data.metrics.attention_kinds import Urgency
from jamsos_data.metrics.attention_marks import Judged, Size, State, rule_of
from jamsos_data.metrics.attention_text import attention_sentence, listed
from jamsos_data.origin import Choice, Origin, Rows, rows_judged_by
from jamsos_data.reference import Reference
from jamsos_data.table import Table, TableColumn
from jamsos_data.views.judged import JudgedFindings
from jamsos_data.wording import count, join, month, people, rows_of, short_rupiah

_UNASKED: tuple[Choice, ...] = ("segmen", "sumber_dana")
_PAID_THIS_YEAR = Rows(kind="iuran", when="since_january", unasked=_UNASKED)
_PAID_AHEAD = frozenset(
    {"BAYAR_GANDA", "BAYAR_GANDA_KECAMATAN", "BAYAR_GANDA_DESA_BERSAMA", "BAYAR_GANDA_KECAMATAN_BERSAMA"}
)  # of which a payment may be of a year before
_YEAR_BEFORE = Rows(kind="potensi", when="year_before", unasked=_UNASKED, made="figure")


def attention_headline(judged: JudgedFindings, words: Messages, *, bulan: datetime) -> str:
    """How many findings are open, how urgent they are, how many are new, and how many are handled."""
    return f"{_open_sentence(judged.open, words, bulan=bulan)} {noted_sentence(judged, words)}".rstrip()


def noted_sentence(judged: JudgedFindings, words: Messages) -> str:
    """How many of the open findings are new, and how many are handled; empty where neither."""
    new, handled, said = sum(one.new for one in judged.open), len(judged.handled), []
    if new:
        key = "attention.headline.all_new" if new == len(judged.open) else "attention.headline.new"
        said.append(words(key, n=new, count=count(new, words)))
    if handled:
        key = "attention.headline.handled" if judged.open else "attention.headline.all_handled"
        said.append(words(key, n=handled, count=count(handled, words)))
    return " ".join(said)


def size_text(size: Size, words: Messages) -> str:
    """``29.962 orang``, ``Rp29,1 juta``, ``3 desa``; empty where a finding has no size."""
    if size.unit == "orang":
        return people(size.amount, words)
    if size.unit == "rupiah":
        return short_rupiah(size.amount, words)
    return (
        words(f"attention.size.{size.unit}", n=size.amount, count=count(size.amount, words))
        if size.unit
        else ""
    )


def actor_text(one: Judged, words: Messages, *, reference: Reference) -> str:
    """Who has to act on a finding, as the table of rules says."""
    return reference.text_of("aturan_perhatian", rule_of(one.finding), "pelaku", words.language)


def mark_text(
    one: Judged, words: Messages, *, reference: Reference, handled_by: str, day: datetime, note: str
) -> str:
    """That a finding is handled, by whom, when and how; or that it was, and why it came back.

    `handled_by` and `note` are made safe by the caller, `day` is local.
    """
    said = words(
        "attention.mark", by=handled_by, day=format_day(day, language=words.language), note=note.rstrip(".")
    )
    if one.state is not State.RETURNED or one.mark is None:
        return said
    why = []
    if one.joined:
        areas = listed([reference.area_name(area) for area in one.joined], words)
        why.append(words("attention.returned.joined", areas=areas))
    if one.grown:
        before, now = (size_text(size, words) for size in one.grown)
        why.append(words("attention.returned.grown", before=before, now=now))
    return " ".join([*(why or [words("attention.returned.urgent")]), said])


def marked_areas_text(one: Judged, words: Messages, *, reference: Reference) -> str:
    """For which areas a finding of several is marked; empty for one of a single matter."""
    areas = dict.fromkeys(part.kode_wilayah for part in one.finding.parts)
    if not areas:
        return ""
    return words("attention.mark.areas", areas=join([reference.area_name(area) for area in areas], words))


def judged_table(judged: Sequence[Judged], words: Messages, *, reference: Reference) -> Table:
    """All findings with size, who acts, whether they are new and what was done, the most urgent first."""
    rows = [
        {
            "urgensi": words(f"urgency.{one.finding.urgency}"),
            "temuan": attention_sentence(one.finding, words=words, reference=reference),
            "ukuran": size_text(one.size, words),
            "wilayah": reference.area_name(one.finding.kode_wilayah or reference.kabupaten),
            "pelaku": actor_text(one, words, reference=reference),
            "baru": one.new,
            "keadaan": words(f"attention.state.{one.state}"),
            "oleh": one.mark.oleh if one.mark else "",
            "catatan": one.mark.catatan if one.mark else "",
        }
        for one in judged
    ]
    columns = {
        "urgensi": TableColumn(words("slide.column.urgency")),
        "temuan": TableColumn(words("slide.column.finding"), width=420),
        "ukuran": TableColumn(words("attention.column.size")),
        "wilayah": TableColumn(words("coverage.column.area")),
        "pelaku": TableColumn(words("attention.column.actor"), width=220),
        "baru": TableColumn(words("attention.column.new"), "yesno"),
        "keadaan": TableColumn(words("attention.column.state")),
        "oleh": TableColumn(words("attention.column.by")),
        "catatan": TableColumn(words("coverage.column.note"), width=200),
    }
    frame = pd.DataFrame(rows, columns=list(columns))
    return Table(
        name="perlu_perhatian",
        title=words("attention.table"),
        frame=frame,
        columns=columns,
        origin=_origin({one.finding.code for one in judged}),
    )


def _origin(found: Collection[str]) -> Origin:
    """What findings with these codes rest on."""
    paid = _PAID_THIS_YEAR if _PAID_AHEAD.isdisjoint(found) else replace(_PAID_THIS_YEAR, when="through")
    before = (_YEAR_BEFORE,) if "PENYEBUT_BERUBAH" in found else ()
    budgets = Rows(kind="anggaran", unasked=_UNASKED)
    return Origin(formulas=("finding",), rows=(*rows_judged_by("own"), paid, budgets, *before))


def rule_table(words: Messages, *, reference: Reference) -> pd.DataFrame:
    """The rules with their thresholds and who has to act, under headings, as the reference tables have them."""
    language = words.language
    rows = [
        (
            reference.name_of("aturan_perhatian", row.kode, language),
            "; ".join(
                threshold_text(code, words, reference=reference) for code in row.ambang.split("|") if code
            )
            or words("attention.rules.always"),
            reference.text_of("aturan_perhatian", row.kode, "pelaku", language),
        )
        for row in rows_of(reference.table("aturan_perhatian"))
    ]
    heads = [words(f"attention.column.{name}") for name in ("rule", "threshold", "actor")]
    return pd.DataFrame(rows, columns=heads)


def threshold_text(kode: str, words: Messages, *, reference: Reference) -> str:
    """A threshold in words: ``Mendesak bila cakupan turun 1 poin persen atau lebih``."""
    language, value = words.language, reference.threshold(kode)
    digits = 0 if value.is_integer() else 1
    return words(
        "attention.threshold",
        name=reference.name_of("ambang", kode, language),
        value=format_number(value, digits=digits, language=language),
        unit=reference.text_of("ambang", kode, "satuan", language),
    )


def threshold_table(codes: Sequence[str], words: Messages, *, reference: Reference) -> pd.DataFrame:
    """Thresholds with their reasons, under headings."""
    rows = [
        (
            threshold_text(kode, words, reference=reference),
            reference.text_of("ambang", kode, "alasan", words.language),
        )
        for kode in codes
    ]
    return pd.DataFrame(rows, columns=[words(f"attention.column.{name}") for name in ("threshold", "reason")])


def _open_sentence(open_ones: Sequence[Judged], words: Messages, *, bulan: datetime) -> str:
    if not open_ones:
        return words("attention.headline.none", month=month(bulan, words))
    urgencies = Counter(one.finding.urgency for one in open_ones)
    parts = [
        words(f"attention.headline.{level}", n=urgencies[level], count=count(urgencies[level], words))
        for level in Urgency
        if urgencies[level]
    ]
    return words(
        "attention.headline",
        n=len(open_ones),
        count=count(len(open_ones), words),
        month=month(bulan, words),
        parts=join(parts, words),
    )
