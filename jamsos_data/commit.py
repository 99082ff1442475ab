"""Bringing a checked upload into the lake: the single place where intake and lake meet.

Owns what an operator sees before committing (before and after, by kecamatan and in total), the conditions under
which an upload may go in, the recognition of a file that is loaded already, and the loading of the example data.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pandas as pd
import polars as pl

from jamsos_data.datasets import ColumnKind, Dataset, dataset
from jamsos_data.examples import ExampleFile, write_example
from jamsos_data.findings import Severity
from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.lake import Lake, LakeError, NotCommittableError, Provenance, Scope, Version, scope_of
from jamsos_data.lake import history as actions
from jamsos_data.lake.schema import ASAL, EXAMPLE, to_stored
from jamsos_data.reference import Reference

Mode = Literal["replace", "add"]

ROWS = "baris"
_LISTS_OF_PEOPLE_BECOME = "kepesertaan"
_HASH_SHOWN = 12


@dataclass(frozen=True, kw_only=True)
class ChangePreview:
    """What a commit would change.

    `measured` is the column that `before`, `after` and `difference` sum (people or rupiah), or "baris" where the
    data set has nothing to sum and rows are counted. They speak of the replaced scope: the months, segments and
    sources of the upload, listed by column in `replaced` (empty when adding). `by_kecamatan` has the columns
    kode_wilayah, wilayah, sebelum, sesudah, selisih; what is known only for the regency stands under its code.
    `already_loaded` is the version in which exactly these rows of this file are in the lake already.
    `duplicate_keys` counts rows that cannot be added because their key exists; `example_rows` counts the rows of
    the example data that would stand beside the upload's in the same table.
    """

    kind: str
    mode: Mode
    base_version: int
    replaced: Mapping[str, tuple[str, ...]]
    measured: str
    rows_before: int
    rows_after: int
    before: int
    after: int
    by_kecamatan: pd.DataFrame
    already_loaded: Version | None
    duplicate_keys: int
    example_rows: int

    @property
    def difference(self) -> int:
        """`after` − `before`."""
        return self.after - self.before


def stored_kind(kind: str) -> str:
    """The data set whose table takes the rows of an upload: a list of people is counted into `kepesertaan`."""
    return kind if dataset(kind).stored else _LISTS_OF_PEOPLE_BECOME


def preview_commit(lake: Lake, report: IntakeReport, *, mode: Mode = "replace") -> ChangePreview:
    """What committing `report` would change in `lake`. Writes nothing.

    Raises NotCommittableError for a refused upload or one without rows; open problems do not matter yet.
    """
    kind = _kind_to_commit(report)
    declared = dataset(kind)
    rows = to_stored(report.rows, declared, asal=_asal(report))
    base = lake.version(kind) or 0
    table = lake.scan_stored(kind, version=base)
    scope = scope_of(rows, declared)
    there = table.filter(scope.expression()).collect()
    after = rows if mode == "replace" else pl.concat([there, rows])
    measured = _measured(declared)
    return ChangePreview(
        kind=kind,
        mode=mode,
        base_version=base,
        replaced=scope.texts() if mode == "replace" else {},
        measured=measured,
        rows_before=there.height,
        rows_after=after.height,
        before=_total(there, measured),
        after=_total(after, measured),
        by_kecamatan=_compare_areas(there, after, measured=measured, reference=lake.reference()),
        already_loaded=_find_loaded(lake, kind, rows, report.sha256),
        duplicate_keys=rows.join(there, on=list(declared.key), how="semi", nulls_equal=True).height,
        example_rows=_count_example(table, scope if mode == "replace" else None),
    )


def commit_report(
    lake: Lake,
    report: IntakeReport,
    *,
    mode: Mode = "replace",
    author: str = "",
    note: str = "",
    base_version: int | None = None,
) -> Version:
    """Commit the rows of a checked upload and return the new version.

    A file whose rows are all in the lake already makes no new version: the version that holds them is returned.
    `base_version` is that of the preview the operator saw. Raises NotCommittableError unless the outcome of the
    check is "ok"; ConflictError when somebody changed the same rows since `base_version`; DuplicateKeysError
    (a ConflictError) when rows to be added exist.
    """
    if report.outcome == "problems":
        raise NotCommittableError(
            "lake.not_accepted", file_name=report.file_name, codes=_waiting_codes(report)
        )
    action = actions.REPLACE if mode == "replace" else actions.ADD
    return _commit(
        lake,
        report,
        asal=_asal(report),
        provenance=_provenance(report, action, author, note),
        base_version=base_version,
    )


def load_example(lake: Lake, *, author: str = "") -> tuple[Version, ...]:
    """Load the labelled example data, through the same intake as any file, and return the versions made.

    What is loaded already is left alone. Raises LakeError where real data are in the lake, which the example must
    never replace.
    """
    for kind in lake.versions():
        if not lake.scan(kind).filter(pl.col(ASAL) != EXAMPLE).head(1).collect().is_empty():
            raise LakeError("lake.example_over_real", kind=kind)
    with TemporaryDirectory() as folder:
        return tuple(_load_example_file(lake, file, author) for file in write_example(Path(folder)))


def _load_example_file(lake: Lake, file: ExampleFile, author: str) -> Version:
    options = IntakeOptions(accepted=file.accept)
    content, name = file.path.read_bytes(), file.path.name
    report = read_upload(content, file_name=name, reference=lake.reference(), options=options)
    if report.outcome != "ok":
        raise LakeError("lake.example_unsound", file_name=name, codes=_waiting_codes(report))
    provenance = _provenance(report, actions.LOAD_EXAMPLE, author, file.note)
    return _commit(lake, report, asal=EXAMPLE, provenance=provenance, base_version=None)


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
        file_name=report.file_name,
        sha256=report.sha256,
        rows=len(report.rows),
        periods=report.periods,
    )


def _find_loaded(lake: Lake, kind: str, rows: pl.DataFrame, sha256: str) -> Version | None:
    """The newest version made of this file, if all its rows are in the table as the file gives them now."""
    made = next((version for version in lake.history(kind) if version.sha256 == sha256), None)
    if made is None:
        return None
    there = lake.scan_stored(kind).filter(pl.col(ASAL) == rows[ASAL].first())
    missing = rows.lazy().join(there, on=rows.columns, how="anti", nulls_equal=True).head(1).collect()
    return made if missing.is_empty() else None


def _measured(declared: Dataset) -> str:
    kind = declared.column(declared.value_column).kind
    return declared.value_column if kind in (ColumnKind.COUNT, ColumnKind.RUPIAH) else ROWS


def _amount(measured: str) -> pl.Expr:
    return (pl.len() if measured == ROWS else pl.col(measured).sum()).cast(pl.Int64)


def _total(frame: pl.DataFrame, measured: str) -> int:
    return int(frame.select(_amount(measured)).item())


def _compare_areas(
    before: pl.DataFrame, after: pl.DataFrame, *, measured: str, reference: Reference
) -> pd.DataFrame:
    sums = [_by_kecamatan(frame, measured=measured, reference=reference) for frame in (before, after)]
    codes = sorted(set(sums[0]) | set(sums[1]))
    rows = [(code, _area_name(code, reference), sums[0].get(code, 0), sums[1].get(code, 0)) for code in codes]
    table = pd.DataFrame(rows, columns=["kode_wilayah", "wilayah", "sebelum", "sesudah"])
    table[["sebelum", "sesudah"]] = table[["sebelum", "sesudah"]].astype("int64")
    table["selisih"] = table["sesudah"] - table["sebelum"]
    return table


def _area_name(code: str, reference: Reference) -> str:
    """The area's name; its code where a changed reference table no longer knows it."""
    return reference.area_name(code) if reference.has_area(code) else code


def _by_kecamatan(frame: pl.DataFrame, *, measured: str, reference: Reference) -> dict[str, int]:
    sums: dict[str, int] = {}
    for code, amount in frame.group_by("kode_wilayah").agg(_amount(measured).alias(ROWS)).rows():
        area = reference.parent_area(code) if reference.area_level(code) == "desa" else code
        sums[area] = sums.get(area, 0) + amount
    return sums


def _count_example(table: pl.LazyFrame, replaced: Scope | None) -> int:
    example = table.filter(pl.col(ASAL) == EXAMPLE)
    if replaced is not None:
        example = example.filter(~replaced.expression())
    return int(example.select(pl.len()).collect().item())
