"""The sentences and tables of Mutu data: how complete, how odd, which grade and why."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from jamsos_data.formats import format_number
from jamsos_data.messages import Messages
from jamsos_data.metrics.checks import CHECKS
from jamsos_data.metrics.grades import LETTERS, LOWEST, PARTS
from jamsos_data.metrics.reporting import SILENT
from jamsos_data.origin import EVERY_CHOICE, Origin, Rows
from jamsos_data.reference import Reference
from jamsos_data.table import Table, TableColumn
from jamsos_data.views.quality_figures import QualityFigures
from jamsos_data.views.view import View
from jamsos_data.wording import count, has_value, join, month, people, percent, rows_of, rupiah

MOST_NAMES = 5
REPORTS = Rows(kind="kepesertaan", when="twelve_months", place="inside", unasked=EVERY_CHOICE)
CHECKED = (
    Rows(kind="potensi", place="inside", unasked=EVERY_CHOICE),
    Rows(kind="iuran", when="through", place="inside", unasked=EVERY_CHOICE),
    Rows(kind="anggaran", place="inside", unasked=EVERY_CHOICE),
)


def quality_headline(found: QualityFigures, words: Messages, *, view: View) -> str:
    """How many villages reported by themselves, who did not, how many rows to check, and the lowest grade."""
    all_of_them, silent, reported = found.expected_now, found.silent_now, found.reported_now
    said = [
        words(
            "quality.headline" if reported < all_of_them else "quality.headline.all",
            n=reported,
            reported=count(reported, words),
            all=count(all_of_them, words),
            month=month(view.month, words),
            percent=percent(100 * reported / all_of_them, words) if all_of_them else "–",
        )
    ]
    whole = len(found.whole_now)
    if whole:
        areas = [view.reference.area_name(kode) for kode in dict.fromkeys(found.whole_now["induk"])]
        said.append(
            words("quality.headline.whole", n=whole, count=count(whole, words), areas=join(areas, words))
        )
    if 0 < len(silent) <= MOST_NAMES:
        said.append(
            words("quality.headline.silent", n=len(silent), names=join(list(silent["wilayah"]), words))
        )
    rows = len(found.checks)
    said.append(
        words(
            "quality.headline.checks" if rows else "quality.headline.clear", n=rows, count=count(rows, words)
        )
    )
    lowest = next((row for row in rows_of(found.grades) if has_value(row.nilai)), None)
    if lowest is not None:
        key = "quality.headline.grade" if len(found.grades) == 1 else "quality.headline.lowest"
        said.append(
            words(key, area=lowest.wilayah, letter=lowest.huruf, score=score_text(lowest.nilai, words))
        )
    return " ".join(said)


def score_text(score: float, words: Messages) -> str:
    """A score from 0 to 100 with one decimal."""
    return format_number(score, digits=1, language=words.language)


def formula_text(words: Messages, *, reference: Reference) -> str:
    """How the score is made, from the weights and steps of the reference tables."""
    language = words.language
    table = rows_of(reference.table("bobot_mutu"))
    weights = [
        words(
            "quality.formula.part", weight=row.bobot, name=reference.name_of("bobot_mutu", row.kode, language)
        )
        for row in table
    ]
    total = sum(float(row.bobot) for row in table)
    steps = [
        words(
            "quality.formula.step",
            letter=letter,
            least=format_number(reference.threshold(f"MUTU_{letter}"), language=language),
        )
        for letter in LETTERS
    ]
    return words(
        "quality.formula",
        parts=" + ".join(weights),
        total=format_number(total, language=language),
        steps=join([*steps, words("quality.formula.lowest", letter=LOWEST)], words),
    )


def weight_table(words: Messages, *, reference: Reference) -> pd.DataFrame:
    """The parts of the score with weight and meaning, under headings."""
    language = words.language
    rows = [
        (
            reference.name_of("bobot_mutu", row.kode, language),
            row.bobot,
            reference.text_of("bobot_mutu", row.kode, "alasan", language),
        )
        for row in rows_of(reference.table("bobot_mutu"))
    ]
    return pd.DataFrame(
        rows, columns=[words(f"quality.column.{name}") for name in ("part", "weight", "meaning")]
    )


def grade_table(grades: pd.DataFrame, words: Messages, *, reference: Reference) -> Table:
    """The kecamatan with their grade, score and four shares, the lowest first."""
    columns = {
        "wilayah": TableColumn(words("coverage.column.kecamatan")),
        "huruf": TableColumn(words("quality.column.letter")),
        "nilai": TableColumn(words("quality.column.score"), "number"),
    } | {
        name: TableColumn(f"{reference.name_of('bobot_mutu', code, words.language)} (%)", "percent")
        for code, name in PARTS.items()
    }
    origin = Origin(formulas=("score",), rows=(REPORTS, *CHECKED))
    return Table(
        name="nilai_mutu", title=words("quality.grades"), frame=grades, columns=columns, origin=origin
    )


def reporting_table(shown: pd.DataFrame, words: Messages, *, by_desa: bool) -> Table:
    """Rows of the heat table: area, month, how many of its desa reported."""
    frame = shown.assign(
        keadaan=[words(f"quality.state.{row.keadaan}") if row.keadaan else "" for row in rows_of(shown)]
    )
    columns = {
        "wilayah": TableColumn(words("coverage.column.area")),
        "periode": TableColumn(words("slide.column.month"), "month"),
    }
    columns |= (
        {"keadaan": TableColumn(words("quality.column.state"))}
        if by_desa
        else {
            "melapor": TableColumn(words("quality.column.reported"), "count"),
            "utuh": TableColumn(words("quality.column.whole"), "count"),
            "desa": TableColumn(words("quality.column.expected"), "count"),
            "persen": TableColumn(words("quality.column.share"), "percent"),
        }
    )
    origin = Origin(
        formulas=("reporting", "reported"), rows=(replace(REPORTS, unasked=("sumber_dana", "jakon")),)
    )
    title = words("quality.reporting")
    return Table(name="laporan_desa", title=title, frame=frame, columns=columns, origin=origin)


def check_counts(checks: pd.DataFrame) -> dict[str, int]:
    """How many rows each check concerns, in the order of the checks; those without a row are left out."""
    found = checks["pemeriksaan"].value_counts()
    return {code: int(found[code]) for code in CHECKS if code in found.index}


def check_name(code: str, words: Messages) -> str:
    """What a check is called."""
    return words(f"quality.check.{code}")


def check_table(
    rows: pd.DataFrame, words: Messages, *, reference: Reference, name: str = "pemeriksaan"
) -> Table:
    """Rows of measure_checks as people read them: where, when, what stands there and what it is compared with."""
    language, named = words.language, rows_of(rows)
    segments, sources = reference.segmen_tree, reference.sumber_tree
    frame = pd.DataFrame(
        {
            "kode_wilayah": rows["kode_wilayah"].to_numpy(),
            "pemeriksaan": [check_name(row.pemeriksaan, words) for row in named],
            "kecamatan": [_kecamatan(row.kode_wilayah, reference) for row in named],
            "wilayah": [row.wilayah for row in named],
            "periode": rows["periode"].to_numpy(),
            "segmen": [segments.name(row.segmen, language) if row.segmen else "" for row in named],
            "sumber": [
                join([sources.name(code, language) for code in row.sumber_dana.split(";") if code], words)
                for row in named
            ],
            "program": [row.program for row in named],
            "angka": [_figure(row.angka, row.satuan, words) for row in named],
            "pembanding": [_figure(row.pembanding, row.satuan, words) for row in named],
        }
    )  # fmt: skip
    columns = {
        "pemeriksaan": TableColumn(words("quality.column.check"), width=240),
        "kecamatan": TableColumn(words("coverage.column.kecamatan")),
        "wilayah": TableColumn(words("coverage.column.area")),
        "periode": TableColumn(words("slide.column.month"), "month"),
        "segmen": TableColumn(words("coverage.column.segment"), width=170),
        "sumber": TableColumn(words("premiums.column.source"), width=170),
        "angka": TableColumn(words("quality.column.figure")),
        "pembanding": TableColumn(words("quality.column.compared")),
        "program": TableColumn(words("quality.column.program")),
        "kode_wilayah": TableColumn(words("coverage.column.code")),
    }
    origin = Origin(formulas=("check",), rows=(REPORTS, *CHECKED))
    return Table(name=name, title=words("quality.checks"), frame=frame, columns=columns, origin=origin)


def silent_table(reporting: pd.DataFrame, words: Messages) -> Table:
    """The desa that did not report in some month, with these months. `reporting`: rows of measure_reporting."""
    missing = reporting[reporting["keadaan"] == SILENT]
    rows = [
        (
            group["wilayah"].iloc[0],
            ", ".join(month(one.to_pydatetime(), words, short=True) for one in group["periode"]),
        )
        for _, group in missing.groupby("kode_wilayah")
    ]
    columns = {
        "wilayah": TableColumn(words("coverage.column.desa")),
        "bulan": TableColumn(words("quality.column.months")),
    }
    frame = pd.DataFrame(rows, columns=list(columns))
    return Table(name="desa_tanpa_data", title=words("quality.silent"), frame=frame, columns=columns)


def _kecamatan(area: str, reference: Reference) -> str:
    level = reference.area_level(area)
    if level == "kabupaten":
        return ""
    return reference.area_name(area if level == "kecamatan" else reference.parent_area(area))


def _figure(value: object, unit: str, words: Messages) -> str:
    if not has_value(value):
        return ""
    number = int(str(value))
    return rupiah(number, words) if unit == "rupiah" else people(number, words)
