"""Supplies every key column: from the file, a section, the operator, a title, a default, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from jamsos_data.datasets import Column, ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.areas_of_parts import fill_keys_of_parts
from jamsos_data.intake.clean.id_columns import SPAN_CODES, clean_column, fill_down, judge_span
from jamsos_data.intake.clean.months import MonthText, read_month
from jamsos_data.intake.clean.roman_months import without_roman
from jamsos_data.intake.clean.verdicts import Judged, Place
from jamsos_data.intake.locate.header_rows import is_month_heading
from jamsos_data.intake.match.blank_keys import may_repeat
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.match.partial_labels import columns_without, name_columns
from jamsos_data.intake.match.periods import (
    Sources,
    above_sections,
    ask_by_sheet,
    ask_for,
    complete_month,
    period_texts,
    with_year,
)
from jamsos_data.intake.match.slots import Slot
from jamsos_data.intake.match.title_labels import is_readable
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import FindingLog, Refusal

_SECTION_OF = {"segmen": "segmen", "sumber_dana": "sumber_dana"}


@dataclass
class Supplied:
    """Cleaned columns of a sheet (object values), rows that cannot be taken, what held for all rows, and which columns
    are asked for where no label says them.
    """

    ids: pd.DataFrame
    bad: pd.Series
    constants: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


def supply_columns(data: pd.DataFrame, sources: Sources) -> Supplied:
    """All columns of the data set that are neither area nor number, cleaned, for the rows of `data`."""
    result = Supplied(pd.DataFrame(index=data.index), pd.Series(False, index=data.index))
    tagged = {column for slot in sources.mapping.of_role("value") for column in slot.tags}
    measures = (ColumnKind.AREA, ColumnKind.COUNT, ColumnKind.RUPIAH, ColumnKind.NUMBER)
    for column in sources.mapping.data.columns:
        # The name of a person is never needed again, so it goes no further than the cells of the file.
        named = column.personal and not column.key
        if column.kind not in measures and column.name not in tagged and not named:
            _supply(column, data, sources, result)
        elif lacking := columns_without(column, sources.mapping):
            _complete(column, lacking, data, sources, result)
    return result


def _complete(
    column: Column, lacking: Sequence[Slot], data: pd.DataFrame, sources: Sources, result: Supplied
) -> None:
    """The value for columns of numbers whose labels do not say it: as stated, by default, or as was agreed to."""
    text = sources.stated.columns.get(column.name) or column.default
    if not text:
        proposal = ask_for(column, sources, lacking=name_columns(lacking))
        text = proposal if "KOLOM_WAJIB_TIDAK_ADA" in sources.log.accepted else None
    if text:
        value = read_constant(column, text, sources)
        result.ids[column.name] = pd.Series([value] * len(data), index=data.index, dtype=object)
    else:
        result.asked.append(column.name)


def _supply(column: Column, data: pd.DataFrame, sources: Sources, result: Supplied) -> None:
    slot = next((slot for slot in sources.mapping.of_role("column") if slot.name == column.name), None)
    if slot is not None:
        _clean_cells(column, slot, data, sources, result)
        return
    period = period_texts(column, data, sources)
    if period is not None:
        _take(column, period, sources, result, header=column.title.id)
        return
    section = _SECTION_OF.get(column.name)
    if section and (sources.sections[section] != "").any():
        _take(column, above_sections(column, sources, section), sources, result, header=column.title.id)
        return
    text = _constant_text(column, data, sources, result)
    if text is not None:
        month = read_month(text) if column.kind is ColumnKind.MONTH else None
        if month is not None and month.months > 1:
            value = _take_span(month, text, column, sources, result)
        else:
            value = read_constant(column, text, sources)
        result.ids[column.name] = pd.Series([value] * len(data), index=data.index, dtype=object)


def _take_span(
    month: MonthText, text: str, column: Column, sources: Sources, result: Supplied
) -> object | None:
    """The month that a quarter of all rows stands for; without consent, or where it has none, no row is taken."""
    if sources.months_paid is not None and (sources.months_paid == month.months).all():
        column = paid_at_once(column)
    verdict = judge_span(month, column)
    sources.log.add(
        verdict.code or "", Severity.ERROR, sheet=sources.sheet, column=column.title.id, value=text,
        proposal=verdict.proposal, name=column.name, **verdict.params,
    )  # fmt: skip
    taken = verdict.code in sources.log.accepted and verdict.proposed is not None
    result.bad |= not taken
    return verdict.proposed if taken else None


def paid_at_once(column: Column) -> Column:
    """The month of payments that say themselves for how many months they are: these begin with it."""
    return replace(column, of_span="first") if not column.of_span else column


def _clean_cells(column: Column, slot: Slot, data: pd.DataFrame, sources: Sources, result: Supplied) -> None:
    texts = data[slot.position]
    if column.kind is ColumnKind.MONTH and is_month_heading(slot.lowest_header):
        texts = without_roman(texts)
    if column.key and not column.personal:
        texts, filled = fill_down(texts, may_repeat(data, slot, sources))
        if not filled:
            texts, filled = fill_keys_of_parts(texts, data, sources.mapping, position=slot.position)
        if filled:
            sources.log.add("ISIAN_TURUN", Severity.INFO, sheet=sources.sheet, column=slot.header, n=filled)
    constant = sources.stated.columns.get(column.name) or sources.titled.columns.get(column.name)
    if constant or column.default:
        blank = texts.str.strip().isin(["", "-"])
        texts = texts.where(~blank, constant or column.default or "")
    if column.kind is ColumnKind.MONTH:
        texts = with_year(texts, data, sources)
    _take(column, texts, sources, result, header=slot.header)


def _take(column: Column, texts: pd.Series, sources: Sources, result: Supplied, *, header: str) -> None:
    place = Place(sources.sheet, header)
    optional = column.name in ("tahun", "batas_waktu") and sources.mapping.data.name == "target"
    declared = column if not optional else replace(column, required=False)
    at_once = _are_paid_at_once(texts, declared, sources)
    judged = clean_column(texts[~at_once], declared, lexicon=sources.lexicon, place=place, log=sources.log)
    if at_once.any():
        paid = clean_column(
            texts[at_once], paid_at_once(declared), lexicon=sources.lexicon, place=place, log=sources.log
        )
        judged = Judged(
            pd.concat([judged.values, paid.values]).reindex(texts.index),
            pd.concat([judged.bad, paid.bad]).reindex(texts.index),
        )
    result.ids[column.name] = judged.values
    result.bad |= judged.bad


def _are_paid_at_once(texts: pd.Series, column: Column, sources: Sources) -> pd.Series:
    """Rows whose quarter has as many months as they say are paid."""
    if column.kind is not ColumnKind.MONTH or sources.months_paid is None:
        return pd.Series(False, index=texts.index)
    months = texts.map({text: found.months if (found := read_month(text)) else 1 for text in texts.unique()})
    return (months > 1) & (months == sources.months_paid.reindex(texts.index).fillna(0))


def _constant_text(column: Column, data: pd.DataFrame, sources: Sources, result: Supplied) -> str | None:
    """One text for all rows, with a word about where it came from; None when there is none."""
    log, sheet, name = sources.log, sources.sheet, column.name
    if name in sources.stated.columns:
        text = sources.stated.columns[name]
        result.constants[name] = text
        return text
    if name in sources.titled.columns:
        text = complete_month(column, sources.titled.columns[name], sources)
        if text is None:
            result.bad |= True
            return None
        if not is_readable(column, text, sources):
            return _ask(column, sources, result) if column.required and not column.default else column.default
        result.constants[name] = text
        log.add("NILAI_DARI_JUDUL", Severity.INFO, sheet=sheet, column=column.title.id, value=text)
        return text
    inferred = _inferred(column, data, sources)
    if inferred is not None:
        result.constants[name] = inferred
        log.add("NILAI_DISIMPULKAN", Severity.INFO, sheet=sheet, column=column.title.id, value=inferred)
        return inferred
    if column.default is not None:
        if column.required and column.default:
            log.add("NILAI_BAWAAN", Severity.INFO, sheet=sheet, column=column.title.id, value=column.default)
        return column.default
    return _ask(column, sources, result) if column.required else None


def _ask(column: Column, sources: Sources, result: Supplied) -> str | None:
    """A required column that nobody supplies: rows wait, with a proposal where one claims nothing."""
    if column.name in ("tahun", "batas_waktu") and sources.mapping.data.name == "target":
        return None
    if column.name in sources.mapping.proposed:
        return None
    month = ask_by_sheet(column, sources)
    proposal = month or ask_for(column, sources)
    if proposal and ("BULAN_DARI_NOMOR_LEMBAR" if month else "KOLOM_WAJIB_TIDAK_ADA") in sources.log.accepted:
        return proposal
    result.bad |= True
    return None


def _inferred(column: Column, data: pd.DataFrame, sources: Sources) -> str | None:
    """What follows from other columns: a BPS total covers all segments; a percent sign says percent."""
    mapping = sources.mapping
    if column.name == "segmen" and mapping.data.name == "potensi":
        bases = {slot.tags.get("basis", "") for slot in mapping.main_values}
        bases.add(sources.stated.columns.get("basis", "") or sources.titled.columns.get("basis", ""))
        codes = sources.lexicon.codes["basis"]
        known = {codes.get(normalise(basis), "") for basis in bases if basis}
        return "SEMUA" if known and all(basis.endswith("BPS") for basis in known) else None
    if column.name == "indikator":
        main = mapping.main_values[0]
        texts = data[main.position]
        words = normalise(main.header).split()
        if "persen" in words or "persentase" in words or texts.str.contains("%", regex=False).any():
            return "persen"
        return "peserta" if {"peserta", "orang", "pekerja"} & set(words) else None
    return None


def read_constant(column: Column, text: str, context: SheetContext) -> object:
    """The value of a text that holds for all rows, of a quarter the month it may stand for (None: none).

    Raises Refusal when it cannot be read.
    """
    one = pd.Series([text], index=[0], dtype="str")
    scratch = FindingLog(SPAN_CODES)
    judged = clean_column(one, column, lexicon=context.lexicon, place=Place(context.sheet, ""), log=scratch)
    errors = [finding for finding in scratch.findings if finding.severity is Severity.ERROR]
    problems = [finding for finding in errors if finding.code not in SPAN_CODES]
    if problems and (text or column.required):
        raise Refusal("KONSTANTA_SALAH", column=column.name, value=text, example=column.example)
    return judged.values.iloc[0]
