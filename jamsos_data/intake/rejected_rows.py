"""The rows that are not taken, as they stand in the file, each with the codes of what keeps it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from jamsos_data.datasets import Dataset
from jamsos_data.findings import Severity
from jamsos_data.intake.report import FindingLog
from jamsos_data.intake.sheet import SheetResult


def rejected_rows(
    results: Sequence[SheetResult], bad: pd.DataFrame, data: Dataset, log: FindingLog
) -> pd.DataFrame:
    """Rows not taken, as they stand in the file; of lists by name only their place and the reasons."""
    codes, milder = _codes_by_row(log, Severity.ERROR), _codes_by_row(log, Severity.WARNING, Severity.INFO)
    whole = [f.code for f in log.findings if f.severity is Severity.ERROR and f.row is None]
    frames = []
    for number, result in enumerate(results):
        rows = sorted(set(bad.loc[bad["_table"] == number, "_row"]))
        if not rows:
            continue
        places = [(result.reading.name, row) for row in rows]
        reasons = [
            ", ".join(codes.get(place) or milder.get(place) or dict.fromkeys(whole)) for place in places
        ]
        frame = pd.DataFrame({"sheet": result.reading.name, "row": rows, "temuan": reasons})
        if data.name != "daftar_peserta":
            raw = result.raw.loc[rows].reset_index(drop=True)
            raw.columns = pd.Index(_unique([column.header for column in result.reading.columns]))
            frame = pd.concat([frame, raw], axis=1)
        frames.append(frame)
    return (
        pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=["sheet", "row", "temuan"])
    )


def _codes_by_row(log: FindingLog, *severities: Severity) -> dict[tuple[str, int], dict[str, None]]:
    """Codes of findings by sheet and row, each once, in order."""
    codes: dict[tuple[str, int], dict[str, None]] = {}
    for finding in log.findings:
        if finding.severity in severities and finding.row is not None:
            codes.setdefault((finding.sheet or "", finding.row), {})[finding.code] = None
    if Severity.WARNING in severities:
        for place, code in log.left_out.items():
            codes.setdefault(place, {})[code] = None
    return codes


def _unique(headers: list[str]) -> list[str]:
    seen: Counter[str] = Counter()
    names = []
    for header in headers:
        seen[header] += 1
        names.append(header if seen[header] == 1 else f"{header} ({seen[header]})")
    return names
