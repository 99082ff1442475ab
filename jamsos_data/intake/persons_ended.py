"""Persons of a list by name who are not protected, as a column beside the used ones or a title says: left out, counted.

So are those whose number or name is struck out. Somebody who knows better may have them counted all the same
(COUNTED among what was accepted).

A list may go on naming those who left, died or never were registered ("Status: Non Aktif", "Keterangan: Meninggal",
"Tanggal Keluar: 3 Mei 2026"). Registered is not active, and coverage counts the active only. Of the cells only our own
words for them leave: a remark may name anybody (UU 27/2022).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import pandas as pd

from jamsos_data.dataset_columns import Text
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.number_columns import is_nil
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.names import normalise
from jamsos_data.intake.personal import is_personal
from jamsos_data.intake.read.marked_runs import STRUCK

LEFT_OUT, COUNTED = "ORANG_TIDAK_AKTIF", "ORANG_TIDAK_AKTIF_DIHITUNG"
_NOT = r"(?:non|not|no|tidak|tdk|tak|bukan|belum|blm|in|un)"
_ACTIVE = re.compile(r"\b(?:aktif|active)\b")
_INACTIVE = re.compile(rf"\b(?:{_NOT} ?(?:aktif|active|terdaftar|terlindungi|registered)|dinonaktifkan)\b")
# What a column of any name may say of a person.
_ENDED = re.compile(
    r"\b(?:meninggal|wafat|almarhum(?:ah)?|alm|keluar|berhenti|pindah|mutasi|resign|phk|pensiun|mengundurkan diri"
    r"|diberhentikan|dikeluarkan|dicoret|dihapus|died|deceased|left|moved)\b"
)
# What only a column of states says: not there yet, or put off.
_PENDING = re.compile(
    r"^(?:belum|calon|usulan|diusulkan|proses|pending|batal|dibatalkan|gagal|ditolak|suspend|blokir|diblokir|nunggak"
    r"|menunggak|tidak layak|tidak valid|tidak berlaku|inactive|mati)\b(?! (?:kawin|menikah|nikah|bekerja|sekolah))"
)
_STATES = frozenset(["status", "keaktifan", "aktif", "active", "kepesertaan"])
_NO = frozenset(["tidak", "tdk", "t", "n", "no", "bukan", "belum", "false", "salah", "non", "x"])
_STRUCK_OUT = Text("dicoret", "struck out")
_OTHER, _BLANK = Text("lainnya", "other"), Text("kosong", "empty")
_MOSTLY = 0.5


def leave_out_ended(data: pd.DataFrame, table: Table, context: SheetContext) -> pd.Series:
    """Which rows name persons who are not protected; each column or title that says so is one finding with how many.

    None, although found, where the operator wants them counted. A column that the operator chose not to use says
    nothing. Of other data sets no row.
    """
    ended = pd.Series(False, index=data.index)
    mapping = context.mapping
    if not mapping.data.column(mapping.data.value_column).personal or data.empty:
        return ended
    for text in (*table.titles, table.sheet.name):
        if state := _state_of_title(text):
            ended |= True
            _note(Counter({state: len(data)}), len(data), "", context)
            return ended & (COUNTED not in context.log.accepted)
    for slot in (*mapping.main_values, *(slot for slot in mapping.of_role("column") if slot.name == "nama")):
        lines = [row for row, position in table.sheet.struck if position == slot.position]
        struck = (data[slot.position].str.endswith(STRUCK) | data.index.isin(lines)) & ~ended
        if struck.any():
            _note(Counter({_STRUCK_OUT: int(struck.sum())}), len(data), slot.header, context)
            ended |= struck
    for slot in mapping.of_role("unused", "ignored"):
        if slot.is_chosen or is_personal(slot):
            continue
        states = _states(data[slot.position], slot)
        new = states.notna() & ~ended
        if new.any():
            _note(Counter(states[new]), len(data), slot.header, context)
            ended |= new
    if COUNTED in context.log.accepted:
        return ended & False
    context.log.leave_out(LEFT_OUT, context.sheet, data.index[ended])
    return ended


def is_active(text: str) -> bool:
    """Whether a text says active and nothing against it."""
    word = normalise(text)
    return bool(_ACTIVE.search(word)) and not is_inactive(text)


def is_inactive(text: str) -> bool:
    """Whether a text says that somebody is not active."""
    return bool(_INACTIVE.search(normalise(text)))


def _states(texts: pd.Series, slot: Slot) -> pd.Series:
    """For each cell why its person is not protected, as one of our own words; None where it does not say so."""
    head = normalise(slot.header)
    of_states = bool(_STATES & set(head.split()))
    plain = {text: normalise(text) for text in texts.unique()}
    if (state := _ended(head)) and not of_states:  # "Tanggal Keluar": whoever has one
        return _by_text(
            texts, {t: state for t, word in plain.items() if word and word not in _NO and not is_nil(t)}
        )
    of_active = bool(_ACTIVE.search(head))
    read = {t: _state(word, of_states=of_states, of_active=of_active) for t, word in plain.items()}
    active = {t for t, word in plain.items() if _ACTIVE.search(word) and not read[t]}
    if texts.isin(active).sum() > _MOSTLY * len(texts):  # whoever is not called active is not
        read = {t: read[t] or (_OTHER if word else _BLANK) for t, word in plain.items() if t not in active}
    return _by_text(texts, read)


def _by_text(texts: pd.Series, read: Mapping[str, Text | None]) -> pd.Series:
    return pd.Series([read.get(text) for text in texts], index=texts.index, dtype=object)


def _state(word: str, *, of_states: bool, of_active: bool) -> Text | None:
    found = _ended(word) or (_first(_PENDING, word) if of_states else None)
    return found or (Text("tidak", "no") if of_active and word in _NO else None)


def _ended(word: str) -> Text | None:
    return _first(_INACTIVE, word) or _first(_ENDED, word)


def _first(pattern: re.Pattern[str], word: str) -> Text | None:
    found = pattern.search(word)
    return Text(found[0], found[0]) if found else None


def _state_of_title(text: str) -> Text | None:
    """What a title or the name of a sheet says of all persons beneath it, unless it speaks of active ones too."""
    word = normalise(text)
    state = _ended(word)
    rest = _INACTIVE.sub(" ", word)
    return state if state and not _ACTIVE.search(rest) and "status" not in rest else None


def _note(states: Counter[Text], of: int, column: str, context: SheetContext) -> None:
    def listed(language: str) -> str:
        return ", ".join(f"{state.in_language(language)}: {n}" for state, n in states.most_common())

    context.log.add(
        COUNTED if COUNTED in context.log.accepted else LEFT_OUT, Severity.WARNING, sheet=context.sheet,
        column=column or None, n=states.total(), of=of, states=Text(listed("id"), listed("en")),
    )  # fmt: skip
