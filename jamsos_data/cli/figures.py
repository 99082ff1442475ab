"""`coverage`, `targets` and `premiums`: the metrics of the pages, asked from the command line.

Owns the way from options to a question and the names that the answers carry in JSON and CSV: numerator,
denominator, basis, year and percentage, beside the metric's own further columns.
"""

import argparse
import sys
from dataclasses import asdict
from typing import Any

import pandas as pd

from jamsos_data.cli.answers import print_csv, print_json, records_of
from jamsos_data.cli.asked import Asked
from jamsos_data.cli.figure_tables import print_coverage, print_premiums, print_targets
from jamsos_data.metrics.coverage import measure_coverage
from jamsos_data.metrics.premiums import measure_premiums
from jamsos_data.metrics.questions import (
    ALL_SEGMENTS,
    CoverageQuestion,
    PremiumQuestion,
    TargetQuestion,
)
from jamsos_data.metrics.targets import measure_targets

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
    asked = Asked.of(options, main="kepesertaan")
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
    if not _print_data(asked, question, frame.rename(columns=_NAMES)):
        print_coverage(frame, heading=asked.heading("cli.title.coverage", question.bulan), words=asked.words)
    return 0


def targets(options: argparse.Namespace) -> int:
    """Print progress against targets by area and segment."""
    asked = Asked.of(options, main="kepesertaan")
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
    if not _print_data(asked, question, frame.rename(columns=_NAMES).assign(periode=question.bulan)):
        print_targets(frame, heading=asked.heading("cli.title.targets", question.bulan), words=asked.words)
    return 0


def premiums(options: argparse.Namespace) -> int:
    """Print realised, budgeted and estimated contributions by funding source."""
    asked = Asked.of(options, main="iuran")
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
    if not _print_data(asked, question, _name_money(frame, question)):
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


def _print_data(asked: Asked, question: Any, frame: pd.DataFrame) -> bool:
    """Print JSON or CSV where that was asked for; False when a table for people is wanted."""
    if not (asked.options.json or asked.options.csv):
        return False
    ordered = frame[[*_FIRST, *(name for name in frame.columns if name not in _FIRST)]]
    example = asked.with_example()
    if asked.options.json:
        said = asdict(question) | {"versi": asked.versions, "data_contoh": example}
        print_json({"question": said, "rows": records_of(ordered)})
    else:
        print_csv(records_of(ordered.assign(data_contoh=example)))
    return True
