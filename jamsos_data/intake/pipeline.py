"""The whole way of one file: read → locate → match → clean → check, ending in a report whatever happens."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

import pandas as pd

from jamsos_data.datasets import DATASETS, REFERENCE_SETS, Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.area_choices import AreaChoices
from jamsos_data.intake.asked_once import ask_once
from jamsos_data.intake.check.aside import Aside
from jamsos_data.intake.check.canonical import derive_deadlines, empty_frame, resolve_tags, to_canonical
from jamsos_data.intake.check.context import CheckContext
from jamsos_data.intake.check.protected_rows import take_protected_rows
from jamsos_data.intake.check.recap_sheets import note_recap
from jamsos_data.intake.check.rules import without_empty_construction
from jamsos_data.intake.check.taken import judge_rows
from jamsos_data.intake.choice_notes import note_unread
from jamsos_data.intake.choose import Chosen, choose_tables
from jamsos_data.intake.corrections import correct_cells
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.match.constants import Constants, constants_of, regency_elsewhere
from jamsos_data.intake.match.context import FileContext
from jamsos_data.intake.outline import outline_sheets, outline_unread
from jamsos_data.intake.parents_beside import uppermost_rows
from jamsos_data.intake.people import CheckedPeople, check_people, count_people
from jamsos_data.intake.personal import lists_people
from jamsos_data.intake.read import read_sheets
from jamsos_data.intake.read.cells import RawSheet
from jamsos_data.intake.reference_tables import read_reference
from jamsos_data.intake.rejected_rows import rejected_rows
from jamsos_data.intake.report import FindingLog, IntakeOptions, IntakeReport, Refusal
from jamsos_data.intake.sheet import SheetResult, read_table
from jamsos_data.intake.sheet_names import hide_names, names_to_hide
from jamsos_data.intake.sheet_tables import join_tables
from jamsos_data.intake.summary import list_periods, sum_by_kecamatan, sum_totals
from jamsos_data.intake.table_recaps import compare_table_recaps, mark_recaps
from jamsos_data.intake.tables_beneath import split_beneath
from jamsos_data.intake.titled_periods import leave_out_other_periods
from jamsos_data.intake.totals_beside import report_totals
from jamsos_data.intake.twin_sheets import leave_out_copies
from jamsos_data.reference import Reference

# A file whose areas are mostly unknown, more than STRANGE for each that is known, is about somewhere else.
FEWEST_STRANGERS, STRANGE = 3, 2


def read_upload(
    content: bytes,
    *,
    file_name: str,
    reference: Reference,
    options: IntakeOptions | None = None,
    in_use: frozenset[str] = frozenset(),
) -> IntakeReport:
    """Read one uploaded file completely, in memory. Never raises for a bad file: the report says why.

    Returns canonical rows (see `datasets`), rejected rows, findings, and the sums that people check by. A reference
    table is read only when the options name it; `in_use` are its codes that the data hold, which must stay.
    """
    options = options or IntakeOptions()
    log = FindingLog(options.accepted)
    if options.kind in REFERENCE_SETS:
        return read_reference(
            content, REFERENCE_SETS[options.kind], reference, file_name=file_name, in_use=in_use, log=log
        )
    sha256 = hashlib.sha256(content).hexdigest()
    kind = options.kind if options.kind in DATASETS else None
    lexicon = Lexicon(reference)
    sheets: tuple[RawSheet, ...] = ()
    try:
        sheets = correct_cells(read_sheets(content), options, lexicon=lexicon, log=log)
        log.sees_people = any(lists_people(sheet.cells) for sheet in sheets)
        chosen = choose_tables(sheets, file_name=file_name, lexicon=lexicon, options=options, log=log)
        kind = chosen.data.name
        return _report(chosen, options, lexicon, log, file_name=file_name, sha256=sha256)
    except Refusal as refusal:
        kind = refusal.read_as or kind
        # What was noted on the way no longer matters: one clear sentence, and the sheets to choose in.
        return IntakeReport(
            outcome="refused", file_name=file_name, sha256=sha256, kind=kind, findings=(refusal.finding,),
            outlines=outline_unread(sheets, lexicon, replace(options, kind=kind), hides_cells=log.hides_cells),
        )  # fmt: skip


def _report(
    chosen: Chosen, options: IntakeOptions, lexicon: Lexicon, log: FindingLog, *, file_name: str, sha256: str
) -> IntakeReport:
    data, reference = chosen.data, lexicon.reference
    stated = constants_of(options.constants, data)
    chosen = split_beneath(chosen, stated, lexicon, log, file_name=file_name)
    results = _read_tables(chosen, stated, options, lexicon, log, file_name=file_name)
    _refuse_elsewhere(results, log)
    _refuse_other_title(chosen, results, lexicon)
    long, bad, people = _check(results, data, reference, log, options.person_key)
    _compare_recaps(chosen, stated, long[~bad], lexicon, log, file_name=file_name)
    rows = _canonical(long[~bad], data)
    target = DATASETS["kepesertaan"] if data.name == "daftar_peserta" else data
    summed = uppermost_rows(rows, target, reference)
    readings, marks = join_tables(results)
    marks = mark_recaps(marks, chosen.table_recaps)
    report = IntakeReport(
        outcome=log.outcome,
        file_name=file_name,
        sha256=sha256,
        kind=data.name,
        sheets=readings,
        rows=rows,
        rejected=rejected_rows(results, long[bad], data, log),
        findings=log.findings,
        periods=list_periods(rows, target),
        totals=sum_totals(summed, target),
        by_kecamatan=sum_by_kecamatan(summed, target),
        **({} if people is None else {"twice": people.twice, "persons": people.hashed}),
        outlines=outline_sheets(chosen.sheets, marks, lexicon, hides_cells=log.hides_cells),
        shapes=chosen.shapes,
        corrected=log.corrected,
        aliases=log.aliases,
        holds_people=log.hides_cells or log.sees_people,
    )
    hidden = names_to_hide((sheet.name for sheet in chosen.sheets), lexicon.areas) if log.hides_cells else {}
    return ask_once(hide_names(report, hidden))


def _read_tables(
    chosen: Chosen,
    stated: Constants,
    options: IntakeOptions,
    lexicon: Lexicon,
    log: FindingLog,
    *,
    file_name: str,
) -> list[SheetResult]:
    """Each table for itself, and what sums rows of another one. Raises Refusal for corrections of a list by name."""
    choices = AreaChoices.of(options.areas, lexicon.areas)
    file = FileContext(file_name=file_name, stated=stated, choices=choices, lexicon=lexicon, log=log)
    results = [
        read_table(table, mapping, file, left_out=chosen.left_out[table.sheet.name])
        for table, mapping in chosen.tables
    ]
    results = leave_out_other_periods(results, chosen.data, stated, log)
    results = leave_out_copies(results, lexicon.reference, log)
    report_totals(results, log)
    if log.hides_cells and (options.corrections or options.areas):
        raise Refusal("PERBAIKAN_DAFTAR_NAMA")
    return results


def _check(
    results: list[SheetResult], data: Dataset, reference: Reference, log: FindingLog, key: bytes | None
) -> tuple[pd.DataFrame, pd.Series, CheckedPeople | None]:
    """All sheets as one long frame, which of its rows are not taken, and of a list by name what it says on persons."""
    frames = [resolve_tags(result.rows, data).assign(_table=number) for number, result in enumerate(results)]
    long = pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0].reset_index(drop=True)
    long = without_empty_construction(long, data, CheckContext(reference=reference, log=log))
    long = take_protected_rows(
        long, data, CheckContext(reference=reference, log=log, headers=_headers(results))
    )
    long = _drop_blank_cells(long, data, log)
    if data.name == "target":
        long = derive_deadlines(long)
    bad = long.pop("_bad").astype(bool)
    bad |= _note_missing(long, data, bad, log)
    good = long[~bad]
    aside = Aside([result.aside for result in results])
    context = CheckContext(reference=reference, log=log, headers=_headers(results), aside=aside)
    people = None
    if data.name == "daftar_peserta":
        people = check_people(good, context, key=key) if len(good) else None
        refused = pd.Series(False, index=good.index) if people is None else people.refused
    else:
        refused, joined = judge_rows(good, data, context)
        long = joined.join_in(long)
    bad.loc[good.index] |= refused
    return long, bad.loc[long.index], people


def _compare_recaps(
    chosen: Chosen,
    stated: Constants,
    details: pd.DataFrame,
    lexicon: Lexicon,
    log: FindingLog,
    *,
    file_name: str,
) -> None:
    """Sheets and tables that sum others are compared with what was taken of these; what cannot be is said unread."""
    data = chosen.data
    context = CheckContext(reference=lexicon.reference, log=log)
    compare_table_recaps(chosen.table_recaps, details, context)
    for table, mapping in chosen.recaps:
        own = FindingLog(log.accepted)
        choices = AreaChoices.of({}, lexicon.areas)
        file = FileContext(file_name=file_name, stated=stated, choices=choices, lexicon=lexicon, log=own)
        result = read_table(table, mapping, file)
        report_totals([result], own)
        recap = resolve_tags(result.rows, data)
        if not note_recap(recap, details, data, context, own=own):
            note_unread(table.sheet, lexicon, log, guide=False)


def _headers(results: list[SheetResult]) -> dict[tuple[str, str], str]:
    """The header of each canonical column by sheet; of several columns (a wide table) the first.

    Tables side by side have several, of which a row does not say its own: then the column goes by its title.
    """
    tables = Counter(result.reading.name for result in results)
    return {
        (result.reading.name, column.column): column.header
        for result in results
        if tables[result.reading.name] == 1
        for column in reversed(result.reading.columns)
        if column.column
    }


def _drop_blank_cells(long: pd.DataFrame, data: Dataset, log: FindingLog) -> pd.DataFrame:
    """Empty cells of a wide table that stand in a row with other numbers mean nil, and are counted."""
    blank = long.pop("_empty").astype(bool)
    if blank.any() and data.value_column in long:
        log.add("SEL_KOSONG_DIANGGAP_NOL", Severity.INFO, n=int(blank.sum()))
    return long


def _note_missing(long: pd.DataFrame, data: Dataset, bad: pd.Series, log: FindingLog) -> pd.Series:
    """Rows without a key that no earlier step explained (a month without a year in a wide header)."""
    missing = pd.Series(False, index=long.index)
    for column in data.columns:
        if column.required and column.key and column.name in long:
            lacking = long[column.name].isna() & ~bad
            if not lacking.any():
                continue
            places = long.loc[lacking & ~missing, ["_sheet", "_row"]]
            for sheet, row in zip(places["_sheet"], places["_row"], strict=True):
                log.add("SEL_WAJIB_KOSONG", Severity.ERROR, sheet=sheet, row=int(row), column=column.title.id)
            missing |= lacking
    return missing


def _canonical(good: pd.DataFrame, data: Dataset) -> pd.DataFrame:
    if data.name != "daftar_peserta":
        return to_canonical(good, data) if len(good) else empty_frame(data)
    counted = DATASETS["kepesertaan"]
    return to_canonical(count_people(good), counted) if len(good) else empty_frame(counted)


def _refuse_elsewhere(results: list[SheetResult], log: FindingLog) -> None:
    """A file in which no row concerns the home regency is refused, not reported row by row."""
    located = {code for result in results for code in result.rows["kode_wilayah"].unique() if code}
    located |= {code for result in results for code in result.rows.get("tag:kode_wilayah", ())}
    foreign = sum(result.foreign for result in results)
    stated = sum(result.stated_areas for result in results)
    strangers = [f.value for f in log.findings if f.code == "NAMA_TIDAK_DIKENAL" and f.proposal is None]
    mostly_strange = len(set(strangers)) >= FEWEST_STRANGERS and len(set(strangers)) > STRANGE * len(located)
    if located and not mostly_strange:
        return
    unknown = Counter(finding.code for finding in log.findings)["NAMA_TIDAK_DIKENAL"]
    if foreign or unknown >= FEWEST_STRANGERS:
        raise Refusal("WILAYAH_LAIN", n=foreign + unknown)
    proposed = any(column.proposal for result in results for column in result.reading.columns)
    if not stated and any(len(result.rows) for result in results) and not proposed:
        raise Refusal("TANPA_WILAYAH")
    if not any(len(result.rows) for result in results):
        raise Refusal("TANPA_BARIS_DATA")


def _refuse_other_title(chosen: Chosen, results: list[SheetResult], lexicon: Lexicon) -> None:
    """Names of kecamatan repeat across Java: under the title or on the sheet of another regency they are not
    those of home.

    A table with a column of regencies or of codes says itself where it belongs.
    """
    for (table, mapping), result in zip(chosen.tables, results, strict=True):
        says_itself = {slot.name for slot in mapping.of_role("area")} & {"kabupaten", "kode", "kode_bps"}
        other = "" if says_itself else regency_elsewhere(table, lexicon)
        if other and len(result.rows):
            raise Refusal(
                "JUDUL_KABUPATEN_LAIN",
                sheet=table.sheet.name,
                value=other,
                home=lexicon.areas.official[lexicon.areas.kabupaten],
            )
