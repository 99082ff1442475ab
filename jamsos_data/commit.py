"""Bringing a checked upload into the lake: the single place where intake and lake meet.

Owns the conditions under which an upload may go in, the recognition of a file that is loaded already, and the
loading of the example data.
"""

import hashlib
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from jamsos_data.datasets import REFERENCE_SETS, STORED, dataset
from jamsos_data.examples import ExampleFile, write_example
from jamsos_data.findings import Severity
from jamsos_data.formats import WESTERN_INDONESIA
from jamsos_data.intake import IntakeOptions, IntakeReport, RecalledLayout, read_upload
from jamsos_data.intake.layout import parse_layout, write_layout
from jamsos_data.known_people import find_known_people, person_months
from jamsos_data.lake import Lake, LakeError, NotCommittableError, Provenance, Version, scope_of
from jamsos_data.lake import history as actions
from jamsos_data.lake.people import remember_people
from jamsos_data.lake.schema import ASAL, EXAMPLE, to_stored
from jamsos_data.lake.shapes import forget_shapes, read_shapes, write_shapes
from jamsos_data.masking import mask
from jamsos_data.person_key import key_name, load_key
from jamsos_data.preview import ROWS, ChangePreview, Mode, preview_change
from jamsos_data.reference import load_reference
from jamsos_data.reference_change import ReferenceChange, compare_tables
from jamsos_data.remembering import remember_aliases

__all__ = [
    "ROWS",
    "ChangePreview",
    "Mode",
    "commit_report",
    "fits_example",
    "forget_layouts",
    "kept_name",
    "load_example",
    "preview_commit",
    "preview_reference",
    "recall_layouts",
    "stored_kind",
    "with_known_people",
]

_LISTS_OF_PEOPLE_BECOME = "kepesertaan"
_HASH_SHOWN = 12
_NAMED_ROWS = 10


def stored_kind(kind: str) -> str:
    """The data set whose table takes the rows of an upload: a list of people is counted into `kepesertaan`."""
    return kind if dataset(kind).stored else _LISTS_OF_PEOPLE_BECOME


def preview_commit(lake: Lake, report: IntakeReport, *, mode: Mode = "replace") -> ChangePreview:
    """What committing `report` would change in `lake`. Writes nothing.

    Raises NotCommittableError for a refused upload or one without rows; open problems do not matter yet.
    """
    kind = _kind_to_commit(report)
    rows = to_stored(report.rows, dataset(kind), asal=_asal(report))
    loaded = _find_loaded(lake, kind, rows, report.sha256)
    return preview_change(lake, kind, rows, mode=mode, already_loaded=loaded)


def preview_reference(lake: Lake, report: IntakeReport) -> ReferenceChange:
    """What committing a reference table would add, change and remove in `lake`. Writes nothing.

    Raises NotCommittableError for a refused upload or one without rows.
    """
    kind = _kind_to_commit(report)
    rows = to_stored(report.rows, dataset(kind), asal=_asal(report))
    loaded = _find_loaded(lake, kind, rows, report.sha256)
    return compare_tables(lake, kind, rows, already_loaded=loaded)


def commit_report(
    lake: Lake,
    report: IntakeReport,
    *,
    mode: Mode = "replace",
    author: str = "",
    note: str = "",
    base_version: int | None = None,
    all_or_nothing: bool = False,
) -> Version:
    """Commit the rows of a checked upload and return the new version.

    Rows that were not taken never keep the others back, unless `all_or_nothing`: then nothing is committed. The
    spellings of areas that were confirmed are remembered with it, as a version of `alias_wilayah`.
    A file whose rows are all in the lake already makes no new version: the version that holds them is returned.
    What the operator chose about the layout is remembered for the next file of the same shape. A reference table is
    always replaced as a whole (boundaries: their level).
    `base_version` is that of the preview the operator saw. Raises NotCommittableError unless the outcome of the
    check is "ok", or where all rows are wanted and some were not taken; ConflictError when somebody changed the
    same rows since `base_version`; DuplicateKeysError (a ConflictError) when rows to be added exist; CodesInUseError
    when a table would lose codes that the data hold. The hashed persons of a list by name are kept beside its counts.
    """
    if report.outcome == "problems":
        raise NotCommittableError(
            "lake.not_accepted", file_name=report.file_name, codes=_waiting_codes(report)
        )
    if all_or_nothing and len(report.rejected):
        raise NotCommittableError(
            "lake.not_all_rows",
            file_name=report.file_name,
            n=len(report.rejected),
            rows=_rejected_rows(report),
        )
    adding = mode == "add" and report.kind not in REFERENCE_SETS
    action = actions.ADD if adding else actions.REPLACE
    provenance = _provenance(report, action, author, note)
    version = _commit(lake, report, asal=_asal(report), provenance=provenance, base_version=base_version)
    remember_aliases(lake, report.aliases, provenance, asal=_asal(report))
    _remember_layouts(lake, report, author)
    _remember_people(lake, report)
    return version


def with_known_people(
    lake: Lake, report: IntakeReport, options: IntakeOptions, *, mode: Mode = "replace"
) -> IntakeReport:
    """The report on a list by name with what the lake knows of its persons from other lists. Writes nothing.

    The same report where the recognition of persons is off, or nobody can be counted.
    """
    if options.person_key is None or report.persons.empty or report.rows.empty:
        return report
    kind = _kind_to_commit(report)
    rows = to_stored(report.rows, dataset(kind), asal=_asal(report))
    known = find_known_people(
        lake,
        person_months(report.persons),
        staying=~scope_of(rows, dataset(kind)).expression() if mode == "replace" else pl.lit(True),
        asal=_asal(report),
        key_name=key_name(options.person_key),
        reference=lake.reference(),
    )
    return report.with_findings(known.findings, twice=known.rows, accepted=options.accepted)


def recall_layouts(lake: Lake) -> dict[str, RecalledLayout]:
    """Shape → what was chosen for it when a file was committed, for `IntakeOptions.recalled`."""
    return {
        row["bentuk"]: parse_layout(row["tata_letak"], author=row["pembuat"], time=row["waktu"])
        for row in read_shapes(lake.location).iter_rows(named=True)
    }


def forget_layouts(lake: Lake, shapes: Collection[str], *, author: str = "") -> None:
    """No longer use what was remembered of some shapes. Raises LakeError where it cannot be written."""
    forget_shapes(lake.location, sorted(shapes), author=author)


def _remember_layouts(lake: Lake, report: IntakeReport, author: str) -> None:
    today = datetime.now(UTC).astimezone(WESTERN_INDONESIA).date().isoformat()
    rows = [
        {"bentuk": found.shape, "tata_letak": write_layout(found.layout), "pembuat": author, "waktu": today}
        for found in report.shapes
    ]
    if rows:
        write_shapes(lake.location, pl.DataFrame(rows), author=author, asal=_asal(report))


def fits_example(lake: Lake) -> bool:
    """Whether the areas of `lake` are those that the example data speak of."""
    return set(lake.reference().wilayah["kode"]) == set(load_reference().wilayah["kode"])


def load_example(lake: Lake, *, author: str = actions.EXAMPLE_AUTHOR) -> tuple[Version, ...]:
    """Load the labelled example data, through the same intake as any file, and return the versions made.

    All files are one change. What is loaded already is left alone. Raises LakeError where real data are in the lake,
    which the example must never replace, and where the areas are those of another regency.
    """
    if not fits_example(lake):
        raise LakeError("lake.example_elsewhere")
    for kind in STORED:
        if not lake.scan(kind).filter(pl.col(ASAL) != EXAMPLE).head(1).collect().is_empty():
            raise LakeError("lake.example_over_real", kind=kind)
    change = actions.new_change()
    with TemporaryDirectory() as folder:
        return tuple(
            _load_example_file(lake, file, author=author, change=change)
            for file in write_example(Path(folder))
        )


def _remember_people(lake: Lake, report: IntakeReport) -> None:
    """Keep the hashed persons, unless the recognition was switched off, or on anew, since the file was read."""
    key = None if report.persons.empty else load_key()
    if key is not None and key_name(key) == report.persons["kunci"].iloc[0]:
        months = person_months(report.persons)
        remember_people(lake, months, asal=_asal(report), key_name=key_name(key))


def _load_example_file(lake: Lake, file: ExampleFile, *, author: str, change: str) -> Version:
    content, name = file.path.read_bytes(), file.path.name
    untouched = _example_version(lake, file.kind, hashlib.sha256(content).hexdigest())
    if untouched is not None:
        return untouched
    options = IntakeOptions(accepted=file.accept)
    report = read_upload(content, file_name=name, reference=lake.reference(), options=options)
    if report.outcome != "ok":
        raise LakeError("lake.example_unsound", file_name=name, codes=_waiting_codes(report))
    provenance = replace(_provenance(report, actions.LOAD_EXAMPLE, author, file.note), change=change)
    return _commit(lake, report, asal=EXAMPLE, provenance=provenance, base_version=None)


def _example_version(lake: Lake, kind: str, sha256: str) -> Version | None:
    """The version made of this example file, unless something was taken out or restored after it."""
    for version in lake.history(kind):
        if version.action != actions.LOAD_EXAMPLE:
            return None
        if version.sha256 == sha256:
            return version
    return None


def _commit(
    lake: Lake, report: IntakeReport, *, asal: str, provenance: Provenance, base_version: int | None
) -> Version:
    kind = _kind_to_commit(report)
    declared = dataset(kind)
    rows = to_stored(report.rows, declared, asal=asal)
    loaded = _find_loaded(lake, kind, rows, report.sha256)
    if loaded is not None:
        return loaded
    if provenance.action == actions.ADD:
        return lake.add_rows(kind, rows, provenance=provenance)
    return lake.replace_rows(
        kind, rows, scope=scope_of(rows, declared), provenance=provenance, base_version=base_version
    )


def _kind_to_commit(report: IntakeReport) -> str:
    if report.outcome == "refused" or report.kind is None:
        raise NotCommittableError("lake.refused", file_name=report.file_name)
    if report.rows.empty:
        raise NotCommittableError("lake.no_rows", file_name=report.file_name)
    return stored_kind(report.kind)


def _rejected_rows(report: IntakeReport) -> str:
    """The numbers of the rows that were not taken, the first of them."""
    numbers = [str(row) for row in report.rejected["row"]]
    return ", ".join(numbers[:_NAMED_ROWS]) + (", …" if len(numbers) > _NAMED_ROWS else "")


def _waiting_codes(report: IntakeReport) -> str:
    """The codes of the findings that somebody has to look at, accepted ones among them."""
    return ", ".join(sorted({found.code for found in report.findings if found.severity is not Severity.INFO}))


def _asal(report: IntakeReport) -> str:
    return report.sha256[:_HASH_SHOWN]


def _provenance(report: IntakeReport, action: str, author: str, note: str) -> Provenance:
    return Provenance(
        action=action,
        author=author,
        note=note,
        file_name=kept_name(report),
        sha256=report.sha256,
        rows=len(report.rows),
        periods=report.periods,
        change=actions.new_change(),
        corrected=report.corrected,
    )


def kept_name(report: IntakeReport) -> str:
    """The name of the file as history and exports keep it: that of a list of people may name one, so only its type."""
    if report.kind is not None and not dataset(report.kind).stored:
        return f"{report.kind}{Path(report.file_name).suffix.lower()}"
    return mask(report.file_name)


def _find_loaded(lake: Lake, kind: str, rows: pl.DataFrame, sha256: str) -> Version | None:
    """The newest version made of this file, if all its rows are in the table as the file gives them now."""
    made = next((version for version in lake.history(kind) if version.sha256 == sha256), None)
    if made is None:
        return None
    there = lake.scan_stored(kind).filter(pl.col(ASAL) == rows[ASAL].first())
    missing = rows.lazy().join(there, on=rows.columns, how="anti", nulls_equal=True).head(1).collect()
    return made if missing.is_empty() else None
