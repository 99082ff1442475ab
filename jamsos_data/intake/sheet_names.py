"""Names of sheets that may be names of persons: in a file that lists persons, such a sheet is called by its number.

A sheet keeps its name when all its words are known: an area, a month, a number, or a word for data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from jamsos_data.dataset_columns import Text
from jamsos_data.intake.clean.area_names import AreaNames, split_name
from jamsos_data.intake.clean.months import MONTH_NAMES
from jamsos_data.intake.names import normalise
from jamsos_data.intake.report import IntakeReport

_KNOWN = frozenset(
    [
        *(
            "sheet",
            "lembar",
            "lembar1",
            "data",
            "daftar",
            "list",
            "rekap",
            "isi",
            "tabel",
            "table",
            "peserta",
        ),
        *(
            "pekerja",
            "orang",
            "rentan",
            "bnba",
            "by",
            "name",
            "address",
            "kecamatan",
            "kec",
            "desa",
            "ds",
            "kel",
        ),
        *("kelurahan", "kabupaten", "kab", "bulan", "tahun", "petunjuk", "contoh", "catatan", "notes"),
        *MONTH_NAMES,
    ]
)


def names_to_hide(names: Iterable[str], areas: AreaNames) -> dict[str, str]:
    """Sheet names that may be persons → what stands for them: "#2" for the second sheet."""
    return {
        name: f"#{number}"
        for number, name in enumerate(names, start=1)
        if name and not _is_known(name, areas)
    }


def on_sheet(name: str) -> Text:
    """The words that add to a row on which other sheet it stands; none for the same sheet ("")."""
    return Text(f" lembar {name}", f" of sheet {name}") if name else Text("", "")


def _is_known(name: str, areas: AreaNames) -> bool:
    bare, _ = split_name(name)
    if bare in areas.kecamatan or bare in areas.desa or bare in areas.kabupaten_names:
        return True
    return all(
        word in _KNOWN or word.rstrip("0123456789") in ("", "sheet", "lembar")
        for word in normalise(name).split()
    )


def hide_names(report: IntakeReport, hidden: Mapping[str, str]) -> IntakeReport:
    """The same report with the sheets of `hidden` called otherwise, everywhere."""
    if not hidden:
        return report
    names = dict(hidden)
    said = {on_sheet(name): on_sheet(number) for name, number in hidden.items()}

    def without_names(text: object) -> object:
        if isinstance(text, Text):
            return said.get(text, text)
        return names.get(text, text) if isinstance(text, str) else text

    def renamed(frame: pd.DataFrame) -> pd.DataFrame:
        return frame.assign(sheet=pd.Series(frame["sheet"]).replace(names)) if len(frame) else frame

    return replace(
        report,
        findings=tuple(
            replace(
                finding,
                sheet=hidden.get(finding.sheet or "", finding.sheet),
                params={key: without_names(text) for key, text in finding.params.items()},
            )
            for finding in report.findings
        ),
        sheets=tuple(replace(sheet, name=hidden.get(sheet.name, sheet.name)) for sheet in report.sheets),
        outlines=tuple(
            replace(outline, name=hidden.get(outline.name, outline.name)) for outline in report.outlines
        ),
        rejected=renamed(report.rejected),
        twice=renamed(report.twice),
        persons=renamed(report.persons),
    )
