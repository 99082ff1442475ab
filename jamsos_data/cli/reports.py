"""What was recognised in a file, as JSON and as text for people."""

from typing import Any

import pandas as pd

from jamsos_data.cli.answers import print_table, records_of
from jamsos_data.datasets import DATASETS, REFERENCE_SETS, Dataset
from jamsos_data.findings import Finding
from jamsos_data.formats import format_count, format_number
from jamsos_data.intake import IntakeReport
from jamsos_data.intake.report import ColumnReading, SheetReading
from jamsos_data.messages import Messages, load_messages
from jamsos_data.reference import Reference

_LISTED = 60


def report_answer(report: IntakeReport, language: str) -> dict[str, Any]:
    """The report as the JSON of `check`: sheets by name, columns with their confidence, messages in `language`.

    Of a list by name with persons who stand in it more than once, also their rows (`rows_twice`).
    """
    return {
        "outcome": report.outcome,
        "kind": report.kind,
        "sheets": [sheet.name or report.file_name for sheet in report.sheets],
        "periods": list(report.periods),
        "rows": len(report.rows),
        "totals": dict(report.totals),
        "by_kecamatan": dict(report.by_kecamatan),
        "findings": [_finding_answer(finding, language) for finding in report.findings],
        "columns": [
            _column_answer(sheet.name or report.file_name, column, language)
            for sheet in report.sheets
            for column in sheet.columns
        ],
        **({"rows_twice": records_of(report.twice)} if len(report.twice) else {}),
    }


def print_report(report: IntakeReport, reference: Reference, language: str) -> None:
    """Print what was recognised, the sums by kecamatan and the findings, worst first."""
    words = load_messages(language)
    print(f"{report.file_name}: {words('cli.outcome.' + report.outcome)}")
    declared = (DATASETS | REFERENCE_SETS).get(report.kind or "")
    if declared is not None and report.outcome != "refused":
        _print_contents(report, declared, reference, words)
    for finding in report.findings[:_LISTED]:
        print(_finding_line(finding, words))
    if len(report.findings) > _LISTED:
        print(words("cli.more_findings", n=len(report.findings) - _LISTED))
    for code, rows in report.twice.groupby("temuan", sort=False) if len(report.twice) else ():
        print(_rows_line(str(code), rows, words))


def _print_contents(report: IntakeReport, declared: Dataset, reference: Reference, words: Messages) -> None:
    language = words.language
    print(words("cli.kind", title=declared.title.in_language(language), name=declared.name))
    for sheet in report.sheets:
        print(_sheet_line(sheet, sheet.name or report.file_name, words))
    if not declared.reference:
        print(words("cli.periods", periods=", ".join(report.periods) or "–"))
    print(words("cli.rows", n=len(report.rows), rows=format_count(len(report.rows), language=language)))
    if report.totals:
        totals = (f"{name} {_number(value, language)}" for name, value in report.totals.items())
        print(words("cli.totals", totals=", ".join(totals)))
    if report.by_kecamatan:
        rows = [
            (code, reference.area_name(code) if reference.has_area(code) else "", _number(value, language))
            for code, value in report.by_kecamatan.items()
        ]
        print_table(
            [words("cli.head.kode"), words("cli.head.wilayah"), words("cli.head.jumlah")], rows, labels=2
        )


def _sheet_line(sheet: SheetReading, name: str, words: Messages) -> str:
    rows = sheet.header_rows
    used = ", ".join(f"“{column.header}” → {column.column}" for column in sheet.columns if column.column)
    return words(
        "cli.sheet",
        name=name,
        header="–".join(dict.fromkeys((str(min(rows)), str(max(rows))))) if rows else "–",
        data=sheet.data_rows,
        left_out=sheet.left_out,
        columns=used,
    )


def _rows_line(code: str, rows: pd.DataFrame, words: Messages) -> str:
    """The rows of the file that a finding on persons means, by sheet where it has a name."""
    numbers = [
        f"{sheet} {row}".strip() for sheet, row in zip(rows["sheet"].head(_LISTED), rows["row"], strict=False)
    ]
    return words(
        "cli.rows_twice", code=code, rows=", ".join(numbers) + (", …" if len(rows) > _LISTED else "")
    )


def _column_answer(sheet: str, column: ColumnReading, language: str) -> dict[str, Any]:
    """A column with its meaning as `--column` takes it, how sure that is, and what its cells suggest."""
    evidence = column.evidence
    return {
        "sheet": sheet,
        "header": column.header,
        "column": column.column,
        "meaning": column.meaning,
        "confidence": None if evidence is None else evidence.confidence,
        "reason": None if evidence is None else evidence.reason(language),
        "proposal": column.proposal,
    }


def _finding_answer(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "sheet": finding.sheet or None,
        "row": finding.row,
        "column": finding.column,
        "value": finding.value,
        "message": finding.message(language),
    }


def _finding_line(finding: Finding, words: Messages) -> str:
    """The sentence says its place itself; where it does not name the sheet, the sheet stands before it."""
    severity = words(f"cli.severity.{finding.severity}")
    sentence = finding.message(words.language)
    sheet = words("cli.place.sheet", value=finding.sheet)
    named = not finding.sheet or sheet.casefold() in sentence.casefold() or repr(finding.sheet) in sentence
    return f"[{severity}] {finding.code}" + ("" if named else f" ({sheet})") + f": {sentence}"


def _number(value: float, language: str) -> str:
    whole = float(value).is_integer()
    return (
        format_count(int(value), language=language)
        if whole
        else format_number(value, digits=2, language=language)
    )
