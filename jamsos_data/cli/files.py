"""`check` and `commit`: files from disk, through intake, into the lake."""

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jamsos_data.cli.answers import print_json
from jamsos_data.cli.changes import change_answer, print_change
from jamsos_data.cli.codes import author_name, find_constants, find_finding_codes, find_kind
from jamsos_data.cli.corrections import find_area_choices, find_fixes, read_corrections
from jamsos_data.cli.layouts import find_layout
from jamsos_data.cli.reference_changes import print_reference_change, reference_change_answer
from jamsos_data.cli.reports import print_report, report_answer
from jamsos_data.commit import (
    ChangePreview,
    Mode,
    commit_report,
    preview_commit,
    preview_reference,
    recall_layouts,
    with_known_people,
)
from jamsos_data.datasets import REFERENCE_SETS
from jamsos_data.errors import UserError
from jamsos_data.exports.marked_workbook import mark_workbook
from jamsos_data.findings import Finding, Severity
from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.intake.read import MAX_BYTES
from jamsos_data.lake import Lake, Version, lake_folder
from jamsos_data.messages import load_messages
from jamsos_data.person_key import load_key
from jamsos_data.reference import Reference
from jamsos_data.reference_change import ReferenceChange

MEGABYTE = 1024**2
STATUS = {"ok": 0, "problems": 1, "refused": 2}


def check(options: argparse.Namespace) -> int:
    """Print what was recognised in one file; the exit status is its outcome."""
    lake = Lake(lake_folder(options.lake))
    reference = lake.reference()
    answers = _intake_options(options, lake)
    report = with_known_people(lake, _read_file(options.file, answers, lake), answers)
    if options.marked is not None:
        _write_marked(options, report)
    if options.json:
        print_json(report_answer(report, options.bahasa))
    else:
        print_report(report, reference, options.bahasa)
    return STATUS[report.outcome]


def _write_marked(options: argparse.Namespace, report: IntakeReport) -> None:
    """Write the marked workbook. Raises UserError where none may be made or the place cannot be written to."""
    try:
        content = Path(options.file).read_bytes() if report.sha256 else b""
        Path(options.marked).write_bytes(mark_workbook(content, report, language=options.bahasa))
    except OSError as error:
        raise UserError("cli.not_written", place=options.marked, reason=error.strerror or error) from error


def commit(options: argparse.Namespace) -> int:
    """Commit each file that is in order and report on every one; the exit status is the worst of them."""
    if len(options.files) > 1 and (options.fix or options.corrections):
        raise UserError("cli.fix_one_file")
    lake = Lake(lake_folder(options.lake))
    results = [_commit_file(file, options, lake) for file in options.files]
    status = max(result.status for result in results)
    if options.json:
        outcome = next(name for name, number in STATUS.items() if number == status)
        files = [_result_answer(result, lake.reference(), options.bahasa) for result in results]
        example = sorted(lake.has_example())
        print_json({"outcome": outcome, "lake": lake.location, "files": files, "data_contoh": example})
    else:
        for result in results:
            _print_result(result, lake.reference(), options.bahasa)
        if lake.has_example():
            print(load_messages(options.bahasa)("cli.example_beside"))
    return status


@dataclass(frozen=True, kw_only=True)
class _Result:
    """What became of one file: the report, then the version that holds it or the error that kept it out.

    `change` is what the version changed; None where nothing was written.
    """

    file: str
    report: IntakeReport
    version: Version | None = None
    change: ChangePreview | ReferenceChange | None = None
    error: UserError | None = None

    @property
    def already_loaded(self) -> bool:
        return self.version is not None and self.change is None

    @property
    def status(self) -> int:
        return STATUS["refused"] if self.error is not None else STATUS[self.report.outcome]


def _commit_file(file: str, options: argparse.Namespace, lake: Lake) -> _Result:
    answers = _intake_options(options, lake)
    report = _read_file(file, answers, lake)
    report = with_known_people(lake, report, answers, mode=options.mode)
    if report.outcome != "ok":
        return _Result(file=file, report=report)
    author = author_name(options.author)
    try:
        change = _preview(lake, report, options.mode)
        version = commit_report(
            lake,
            report,
            mode=options.mode,
            author=author,
            note=options.note,
            base_version=change.base_version,
            all_or_nothing=options.all_or_nothing,
        )
    except UserError as error:
        return _Result(file=file, report=report, error=error)
    written = version.version > change.base_version
    return _Result(file=file, report=report, version=version, change=change if written else None)


def _preview(lake: Lake, report: IntakeReport, mode: Mode) -> ChangePreview | ReferenceChange:
    if report.kind not in REFERENCE_SETS:
        return preview_commit(lake, report, mode=mode)
    if mode == "add":
        raise UserError("cli.reference_replaces", kind=report.kind)
    return preview_reference(lake, report)


def _intake_options(options: argparse.Namespace, lake: Lake) -> IntakeOptions:
    reference = lake.reference()
    cells, areas = read_corrections(options.corrections, reference) if options.corrections else ({}, {})
    return IntakeOptions(
        kind=None if options.kind is None else find_kind(options.kind, stored=False),
        constants=find_constants(options.set),
        accepted=find_finding_codes(options.accept),
        person_key=load_key(),
        layout=find_layout(options.header, options.column),
        recalled={} if options.tanpa_ingatan else recall_layouts(lake),
        corrections={**cells, **find_fixes(options.fix)},
        areas={**areas, **find_area_choices(options.area, reference)},
    )


def _read_file(file: str, options: IntakeOptions, lake: Lake) -> IntakeReport:
    path = Path(file)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return _refused(
                path, "BERKAS_TERLALU_BESAR", megabytes=size // MEGABYTE, limit=MAX_BYTES // MEGABYTE
            )
        content = path.read_bytes()
    except OSError:
        return _refused(path, "BERKAS_TIDAK_TERBACA", place=file)
    in_use = lake.codes_in_use(options.kind) if options.kind in REFERENCE_SETS else frozenset()
    return read_upload(
        content, file_name=path.name, reference=lake.reference(), options=options, in_use=in_use
    )


def _refused(path: Path, code: str, **params: object) -> IntakeReport:
    finding = Finding(code=code, severity=Severity.FATAL, value=path.name, params=params)
    return IntakeReport(outcome="refused", file_name=path.name, sha256="", findings=(finding,))


def _result_answer(result: _Result, reference: Reference, language: str) -> dict[str, Any]:
    change = result.change
    return {
        "file": result.file,
        **report_answer(result.report, language),
        "committed": result.version is not None and not result.already_loaded,
        "already_loaded": result.already_loaded,
        "version": None if result.version is None else result.version.version,
        "data_set": None if result.version is None else result.version.kind,
        "change": None if change is None else _change_answer(change, reference, language),
        "error": None if result.error is None else result.error.message(language),
    }


def _change_answer(
    change: ChangePreview | ReferenceChange, reference: Reference, language: str
) -> dict[str, Any]:
    if isinstance(change, ReferenceChange):
        return reference_change_answer(change)
    return change_answer(change, reference, language)


def _print_result(result: _Result, reference: Reference, language: str) -> None:
    words = load_messages(language)
    print_report(result.report, reference, language)
    if result.error is not None:
        print(result.error.message(language))
    elif result.version is None:
        print(words(f"cli.not_committed.{result.report.outcome}"))
    else:
        key = "cli.already_loaded" if result.already_loaded else "cli.committed"
        print(words(key, kind=result.version.kind, version=result.version.version))
    if result.change is not None:
        if isinstance(result.change, ReferenceChange):
            print_reference_change(result.change, language)
        else:
            print_change(result.change, reference, language)
    print()
