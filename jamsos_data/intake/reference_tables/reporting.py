"""The report on a file that holds a reference table or boundaries."""

from __future__ import annotations

import hashlib

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.boundaries import read_boundaries
from jamsos_data.intake.reference_tables.reading import read_reference_table
from jamsos_data.intake.report import FindingLog, IntakeReport, Refusal
from jamsos_data.reference import Reference
from jamsos_data.reference_sets import BOUNDARIES


def read_reference(
    content: bytes,
    data: Dataset,
    reference: Reference,
    *,
    file_name: str,
    in_use: frozenset[str],
    log: FindingLog,
) -> IntakeReport:
    """Read a file as the reference table `data`. Never raises for a bad file: the report says why.

    `in_use` are the codes of the table that the data of the lake hold.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        if data.name == BOUNDARIES:
            read = read_boundaries(content, reference, log=log)
        else:
            read = read_reference_table(content, data, reference, in_use=in_use, log=log)
    except Refusal as refusal:
        # The errors of single rows stay: they may be why the table as a whole cannot be used.
        errors = tuple(found for found in log.findings if found.severity is Severity.ERROR)
        findings = (refusal.finding, *errors)
        return IntakeReport(
            outcome="refused", file_name=file_name, sha256=sha256, kind=data.name, findings=findings
        )
    return IntakeReport(
        outcome=log.outcome,
        file_name=file_name,
        sha256=sha256,
        kind=data.name,
        sheets=(read.reading,),
        rows=read.rows,
        rejected=read.rejected,
        findings=log.findings,
    )
