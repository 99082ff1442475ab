"""`coverage`, `targets` and `premiums`: the metrics of the pages, asked from the command line.

Owns the way from options to a question and the names that the answers carry in JSON and CSV: numerator,
denominator, basis, year and percentage, beside the metric's own further columns.
"""

import argparse
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import pandas as pd
import polars as pl

from jamsos_data.cli.answers import print_csv, print_json, records_of
from jamsos_data.cli.codes import find_area, find_code, find_month, find_versions
from jamsos_data.cli.figure_tables import print_coverage, print_premiums, print_targets
from jamsos_data.errors import UserError
from jamsos_data.formats import format_month
from jamsos_data.lake import Lake, lake_folder
from jamsos_data.messages import load_messages
from jamsos_data.metrics.coverage import measure_coverage
from jamsos_data.metrics.premiums import measure_premiums
from jamsos_data.metrics.questions import (
    ALL_SEGMENTS,
    CoverageQuestion,
    PremiumQuestion,
    TargetQuestion,
)
from jamsos_data.metrics.targets import measure_targets
from jamsos_data.reference import Reference

_NAMES = {
    "peserta_aktif": "numerator",
    "potensi": "denominator",
    "tahun": "year",
    "persen": "percentage",
}
_MONEY_NAMES = {"pagu": "denominator", "serapan_persen": "percentage"}
_FIRST = (
    "kode_wilayah",
    "wilayah",
    "periode",
    "segmen",
    "numerator",
    "denominator",
    "basis",
    "year",
    "percentage",
)


def coverage(options: argparse.Namespace) -> int:
    """Print coverage by area."""
    asked = _Asked.of(options, main="kepesertaan")
    kepesertaan, potensi = asked.frames("kepesertaan", "potensi")
    question = CoverageQuestion(
        bulan=asked.month("kepesertaan"),
        tingkat=options.tingkat,
        segmen=asked.code("segmen", options.segmen) or ALL_SEGMENTS,
        basis=asked.code("basis", options.basis),
        dengan_jakon=not options.tanpa_jakon,
        sumber_dana=asked.code("sumber_dana", options.sumber),
        dalam=asked.area(),
    )
    frame = measure_coverage(kepesertaan, potensi, reference=asked.reference, question=question)
    if not asked.print_data(question, frame.rename(columns=_NAMES)):
        print_coverage(frame, heading=asked.heading("cli.title.coverage", question.bulan), words=asked.words)
    return 0


def targets(options: argparse.Namespace) -> int:
    """Print progress against targets by area and segment."""
    asked = _Asked.of(options, main="kepesertaan")
    kepesertaan, potensi, target = asked.frames("kepesertaan", "potensi", "target")
    question = TargetQuestion(
        bulan=asked.month("kepesertaan"),
        tingkat=options.tingkat,
        basis=asked.code("basis", options.basis),
        dengan_jakon=not options.tanpa_jakon,
        keluarga=asked.code("keluarga_target", options.keluarga) or "",
        segmen=asked.code("segmen", options.segmen),
        dalam=asked.area(),
    )
    frame = measure_targets(kepesertaan, potensi, target, reference=asked.reference, question=question)
    if not asked.print_data(question, frame.rename(columns=_NAMES).assign(periode=question.bulan)):
        print_targets(frame, heading=asked.heading("cli.title.targets", question.bulan), words=asked.words)
    return 0


def premiums(options: argparse.Namespace) -> int:
    """Print realised, budgeted and estimated contributions by funding source."""
    asked = _Asked.of(options, main="iuran")
    if options.basis:
        print(asked.words("cli.basis_unused"), file=sys.stderr)
    frames = asked.frames("iuran", "anggaran", "kepesertaan")
    question = PremiumQuestion(
        bulan=asked.month("iuran", "kepesertaan"),
        sumber_dana=asked.code("sumber_dana", options.sumber),
        segmen=asked.code("segmen", options.segmen),
        dengan_jakon=not options.tanpa_jakon,
        dalam=asked.area(),
        tingkat=options.tingkat,
    )
    frame = measure_premiums(*frames, reference=asked.reference, question=question)
    if not asked.print_data(question, _name_money(frame, question)):
        print_premiums(frame, heading=asked.heading("cli.title.premiums", question.bulan), words=asked.words)
    return 0


def _name_money(frame: pd.DataFrame, question: PremiumQuestion) -> pd.DataFrame:
    """Absorption as numerator (realised) over denominator (ceiling); the version of the budget is the basis."""
    return frame.rename(columns=_MONEY_NAMES).assign(
        numerator=frame["realisasi_pagu"].where(frame["pagu"].notna(), frame["realisasi"]),
        periode=question.bulan,
        segmen=question.segmen or ALL_SEGMENTS,
        basis=[f"pagu {versi}" if isinstance(versi, str) and versi else "" for versi in frame["versi"]],
        year=question.bulan.year,
    )


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """What all three commands share: the lake at the versions asked for, and how the answer is to be written."""

    options: argparse.Namespace
    lake: Lake
    reference: Reference
    versions: dict[str, int]

    @classmethod
    def of(cls, options: argparse.Namespace, *, main: str) -> "_Asked":
        lake = Lake(lake_folder(options.lake))
        versions = lake.versions() | find_versions(options.versi, main=main, lake=lake)
        return cls(options=options, lake=lake, reference=lake.reference(versions), versions=versions)

    @property
    def words(self) -> Any:
        return load_messages(self.options.bahasa)

    def frames(self, *kinds: str) -> list[pl.LazyFrame]:
        """The data sets, each at the version asked for."""
        return [self.lake.scan(kind, version=self.versions.get(kind)) for kind in kinds]

    def month(self, *kinds: str) -> datetime:
        """The month asked for, else the newest in the first of `kinds` that has one."""
        if self.options.bulan is not None:
            return find_month(self.options.bulan)
        for frame in self.frames(*kinds):
            newest = frame.select(pl.col("periode").max()).collect().item()
            if newest is not None:
                return newest
        raise UserError("cli.no_month", kind=kinds[0], lake=self.lake.location)

    def code(self, table: str, text: str | None) -> str | None:
        """The code that `text` stands for; None when the option was not used."""
        return None if text is None else find_code(table, text, self.reference)

    def area(self) -> str | None:
        """The code of the area to stay inside."""
        return None if self.options.dalam is None else find_area(self.options.dalam, self.reference)

    def with_example(self) -> bool:
        """Whether rows of the example data are among what was read."""
        return any(
            not frame.filter(pl.col("asal") == "contoh").head(1).collect().is_empty()
            for frame in self.frames(*self.versions)
        )

    def heading(self, key: str, bulan: datetime) -> list[str]:
        """The lines above a table for people."""
        versions = ", ".join(f"{kind} {version}" for kind, version in self.versions.items())
        lines = [self.words(key, month=format_month(bulan, language=self.options.bahasa))]
        lines.append(self.words("cli.versions", versions=versions or "–"))
        return [*lines, self.words("export.example")] if self.with_example() else lines

    def print_data(self, question: Any, frame: pd.DataFrame) -> bool:
        """Print JSON or CSV where that was asked for; False when a table for people is wanted."""
        if not (self.options.json or self.options.csv):
            return False
        ordered = frame[[*_FIRST, *(name for name in frame.columns if name not in _FIRST)]]
        example = self.with_example()
        if self.options.json:
            asked = asdict(question) | {"versi": self.versions, "data_contoh": example}
            print_json({"question": asked, "rows": records_of(ordered)})
        else:
            print_csv(records_of(ordered.assign(data_contoh=example)))
        return True
