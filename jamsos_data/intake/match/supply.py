"""Supplies every key column: from the file, a section, the operator, a title, a default, or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pandas as pd

from jamsos_data.dataset_columns import COLUMNS
from jamsos_data.datasets import Column, ColumnKind
from jamsos_data.findings import Severity
from jamsos_data.intake.clean.id_columns import SPAN_CODES, clean_column, fill_down, judge_span
from jamsos_data.intake.clean.months import MonthText, read_month
from jamsos_data.intake.clean.spans import read_span
from jamsos_data.intake.clean.verdicts import Judged, Place
from jamsos_data.intake.match.columns import ColumnMap, Slot, heads_spans
from jamsos_data.intake.match.context import SheetContext
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import FindingLog, Refusal

# The code that claims nothing: offered, never taken unasked.
_ROOTS = {"segmen": "SEMUA", "sumber_dana": "TIDAK_DIRINCI"}
_SECTION_OF = {"segmen": "segmen", "sumber_dana": "sumber_dana"}


@dataclass
class Supplied:
    """Cleaned columns of a sheet (object values), rows that cannot be taken, and what held for all rows."""

    ids: pd.DataFrame
    bad: pd.Series
    constants: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Sources(SheetContext):
    """Where a sheet's columns may come from besides its own cells: its section rows too.

    `months_paid` says of payments, row by row, for how many months each is, where the file or the operator does.
    """

    sections: pd.DataFrame
    months_paid: pd.Series | None = None


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
    return result


def _supply(column: Column, data: pd.DataFrame, sources: Sources, result: Supplied) -> None:
    slot = next((slot for slot in sources.mapping.of_role("column") if slot.name == column.name), None)
    if slot is not None:
        _clean_cells(column, slot, data, sources, result)
        return
    period = _period_texts(column, data, sources)
    if period is not None:
        _take(column, period, sources, result, header=column.title.id)
        return
    section = _SECTION_OF.get(column.name)
    if section and (sources.sections[section] != "").any():
        _take(column, _above_sections(column, sources, section), sources, result, header=column.title.id)
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
    if column.key and not column.personal:
        texts, filled = fill_down(texts, _says_more(data, slot, sources.mapping))
        if filled:
            sources.log.add("ISIAN_TURUN", Severity.INFO, sheet=sources.sheet, column=slot.header, n=filled)
    constant = sources.stated.columns.get(column.name) or sources.titled.columns.get(column.name)
    if constant or column.default:
        blank = texts.str.strip().isin(["", "-"])
        texts = texts.where(~blank, constant or column.default or "")
    if column.kind is ColumnKind.MONTH:
        texts = _with_year(texts, data, sources)
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


def _period_texts(column: Column, data: pd.DataFrame, sources: Sources) -> pd.Series | None:
    """Month or year from a section row, or from separate month and year columns."""
    if column.kind not in (ColumnKind.MONTH, ColumnKind.YEAR) or not column.key:
        return None
    sections = sources.sections
    if column.kind is ColumnKind.MONTH and (sections["period"] != "").any():
        return _with_year(_above_sections(column, sources, "period"), data, sources)
    if column.kind is ColumnKind.YEAR and (sections["year"] != "").any():
        return sections["year"]
    months = sorted(sources.mapping.of_role("month"), key=heads_spans)
    if column.kind is ColumnKind.MONTH and months:
        texts = _span_texts(data, months[0]) if heads_spans(months[0]) else data[months[0].position]
        if year_source(data, sources) is not None or any(map(_has_year, texts.unique())):
            return _with_year(texts, data, sources)
    return None


def _span_texts(data: pd.DataFrame, slot: Slot) -> pd.Series:
    """The texts of a column of quarters, its header before bare numbers: "Triwulan II"."""
    texts = data[slot.position]
    named = {text: f"{slot.header} {text}" for text in texts.unique() if text}
    return texts.map(lambda text: named[text] if text and read_span(named[text]) else text)


def _has_year(text: str) -> bool:
    month = read_month(text)
    return month is not None and month.year is not None


def _above_sections(column: Column, sources: Sources, section: str) -> pd.Series:
    """The texts of the section rows; above the first of them, what the operator or the title says."""
    texts = sources.sections[section]
    first = sources.stated.columns.get(column.name) or sources.titled.columns.get(column.name) or ""
    return texts.where(texts != "", first)


def year_source(data: pd.DataFrame, sources: Sources) -> pd.Series | None:
    """The year that goes with a bare month: a column, a section, the operator, a title."""
    years = sources.mapping.of_role("year")
    if years:
        return fill_down(data[years[0].position], _says_more(data, years[0], sources.mapping))[0]
    if (sources.sections["year"] != "").any():
        return sources.sections["year"]
    text = stated_year(sources)
    return pd.Series(text, index=data.index, dtype="str") if text else None


def stated_year(context: SheetContext) -> str:
    """The year that the operator, a title or the file's name gives for months without one."""
    return context.stated.year or context.titled.year or context.titled.file_year


def note_file_year(context: SheetContext) -> None:
    """Say that months were completed with the year in the file's name, where nothing else gave one."""
    year = context.titled.file_year
    no_column = not context.mapping.of_role("year")
    if year and no_column and not (context.stated.year or context.titled.year):
        context.log.add("TAHUN_DARI_NAMA_BERKAS", Severity.INFO, sheet=context.sheet, value=year)


def ask_for_year(context: SheetContext) -> None:
    """Months are there, only their year is not."""
    ask_for(replace(COLUMNS["tahun"], required=True), context)


def _says_more(data: pd.DataFrame, slot: Slot, mapping: ColumnMap) -> pd.Series:
    """Rows that name an area or another key, so that a blank may mean "the same as above"."""
    others = [o.position for o in mapping.of_role("area", "column", "month") if o.position != slot.position]
    return (data[others] != "").any(axis=1)


def _with_year(texts: pd.Series, data: pd.DataFrame, sources: Sources) -> pd.Series:
    """A bare September beside 2026 becomes "2026-09"; texts that already have a year stay."""
    bare = {text: found for text in texts.unique() if (found := read_month(text)) and not found.year}
    if not bare:
        return texts
    years = year_source(data, sources)
    if years is None:
        ask_for_year(sources)
        return texts
    note_file_year(sources)
    return pd.Series(
        [
            join_year(text, bare[text], year) if text in bare and year else text
            for text, year in zip(texts, years, strict=True)
        ],
        index=texts.index,
        dtype="str",
    )


def join_year(text: str, month: MonthText, year: str) -> str:
    """A month or quarter without its year completed: "2026-09", "Triwulan III 2026"."""
    return f"{year}-{month.month:02d}" if month.months == 1 else f"{text} {year}"


def _constant_text(column: Column, data: pd.DataFrame, sources: Sources, result: Supplied) -> str | None:
    """One text for all rows, with a word about where it came from; None when there is none."""
    log, sheet, name = sources.log, sources.sheet, column.name
    if name in sources.stated.columns:
        text = sources.stated.columns[name]
        result.constants[name] = text
        return text
    if name in sources.titled.columns:
        text = _complete_month(column, sources.titled.columns[name], sources)
        if text is None:
            result.bad |= True
            return None
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


def _complete_month(column: Column, text: str, sources: Sources) -> str | None:
    """The text of a title; of a month without a year ("Januari") with the year, None where nobody says that."""
    month = read_month(text)
    if column.kind is not ColumnKind.MONTH or month is None or month.year or not month.month:
        return text
    year = stated_year(sources)
    if not year:
        ask_for_year(sources)
        return None
    note_file_year(sources)
    return join_year(text, month, year)


def _ask(column: Column, sources: Sources, result: Supplied) -> str | None:
    """A required column that nobody supplies: rows wait, with a proposal where one claims nothing."""
    if column.name in ("tahun", "batas_waktu") and sources.mapping.data.name == "target":
        return None
    if column.name in sources.mapping.proposed:
        return None
    proposal = ask_for(column, sources)
    if proposal and "KOLOM_WAJIB_TIDAK_ADA" in sources.log.accepted:
        return proposal
    result.bad |= True
    return None


def ask_for(column: Column, context: SheetContext) -> str | None:
    """Note that a required column is missing; the code that could stand in for it, where one claims nothing."""
    proposal = _ROOTS.get(column.name)
    context.log.add(
        "KOLOM_WAJIB_TIDAK_ADA",
        Severity.ERROR,
        sheet=context.sheet,
        column=column.title.id,
        proposal=proposal,
        name=column.name,
        example=column.example,
    )
    return proposal


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
