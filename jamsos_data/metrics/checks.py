"""The checks of the rules learned from real reports, with the rows of the lake that they concern.

What can be told from a file only (a code that is not the name, totals that do not add up, figures of a branch office
with five regencies) is checked when the file is read; here is what can be told from the rows that were taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import pandas as pd
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.coverage import measure_coverage_by_segmen
from jamsos_data.metrics.double_payments import measure_double_payments
from jamsos_data.metrics.frames import collect, in_months, lazy, records
from jamsos_data.metrics.jumps import measure_jumps
from jamsos_data.metrics.questions import ALL_SEGMENTS, CONSTRUCTION, CoverageQuestion, PremiumQuestion
from jamsos_data.metrics.reconciliation import measure_reconciliation
from jamsos_data.metrics.reporting import SILENT, measure_reporting
from jamsos_data.periods import month_start
from jamsos_data.reference import Reference

NOT_REPORTED, NOT_MAPPED = "DESA_TANPA_DATA", "BELUM_TERPETAKAN"
VILLAGE_FUNDS = "APBDES"
_LEAST = frozenset({"JKK", "JKM"})
COLUMNS = {
    "pemeriksaan": "str",
    "data": "str",
    "kode_wilayah": "str",
    "wilayah": "str",
    "periode": "datetime64[us]",
    "segmen": "str",
    "sumber_dana": "str",
    "program": "str",
    "angka": "Int64",
    "pembanding": "Int64",
    "satuan": "str",
}

Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Tables:
    """What the checks look at: the tables, the reference and the question."""

    kepesertaan: IntoFrame
    potensi: IntoFrame
    iuran: IntoFrame
    anggaran: IntoFrame
    reference: Reference
    question: CoverageQuestion

    @property
    def people(self) -> list[Row]:
        """The rows of kepesertaan of the month inside the area."""
        bulan = self.question.bulan
        inside = self._inside(in_months(lazy(self.kepesertaan), since=bulan, until=bulan))
        return self._rows(inside, "peserta_aktif", data="kepesertaan", unit="orang")

    @property
    def payments(self) -> list[Row]:
        """The rows of iuran from January through the month inside the area."""
        bulan = self.question.bulan
        inside = self._inside(in_months(lazy(self.iuran), since=month_start(bulan.year, 1), until=bulan))
        return self._rows(inside, "nilai", data="iuran", unit="rupiah")

    @property
    def budgets(self) -> list[Row]:
        """The rows of anggaran of the year inside the area, every version."""
        inside = self._inside(lazy(self.anggaran).filter(nw.col("tahun") == self.question.bulan.year))
        return self._rows(inside, "pagu", data="anggaran", unit="rupiah")

    @property
    def money(self) -> PremiumQuestion:
        """The question of the month and area about money."""
        asked = self.question
        return PremiumQuestion(bulan=asked.bulan, dalam=asked.dalam, dengan_jakon=asked.dengan_jakon)

    def _inside(self, frame: nw.LazyFrame) -> nw.LazyFrame:
        return area_scope(self.reference, tingkat="kabupaten", dalam=self.question.dalam).keep_inside(frame)

    def _rows(self, frame: nw.LazyFrame, value: str, *, data: str, unit: str) -> list[Row]:
        names = [name for name in COLUMNS if name in frame.collect_schema().names()]
        found = collect(frame.select(*names, nw.col(value).alias("angka")), sort_by=names)
        return [row | {"data": data, "satuan": unit} for row in records(found)]


def measure_checks(
    kepesertaan: IntoFrame,
    potensi: IntoFrame,
    iuran: IntoFrame,
    anggaran: IntoFrame,
    *,
    reference: Reference,
    question: CoverageQuestion,
) -> pd.DataFrame:
    """Every row that a check of CHECKS concerns, in their order, then by area; COLUMNS gives the columns.

    Participants are those of question.bulan, payments those from January on, budgets those of the year. `angka` is
    the figure of the row, `pembanding` what it is compared with (NA where a rule alone is broken), both in `satuan`
    (orang or rupiah). What each check compares: its docstring. Raises ValueError for an unknown area.
    """
    tables = Tables(
        kepesertaan=kepesertaan,
        potensi=potensi,
        iuran=iuran,
        anggaran=anggaran,
        reference=reference,
        question=question,
    )
    found = [
        {"program": "", "segmen": "", "sumber_dana": "", "periode": None}
        | row
        | {"pemeriksaan": code, "wilayah": reference.area_name(row["kode_wilayah"])}
        for code, check in CHECKS.items()
        for row in sorted(check(tables), key=lambda row: row["kode_wilayah"])
    ]
    rows = [{name: row.get(name) for name in COLUMNS} for row in found]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="object").astype(COLUMNS)


def urban_wards_with_village_funds(tables: Tables) -> Iterator[Row]:
    """People, payments and budgets of a kelurahan under APBDes: a kelurahan has none."""
    funds = set(tables.reference.sumber_tree.descendants(VILLAGE_FUNDS))
    for row in (*tables.people, *tables.payments, *tables.budgets):
        if row["sumber_dana"] in funds and tables.reference.is_kelurahan(row["kode_wilayah"]):
            yield row


def more_than_potential(tables: Tables) -> Iterator[Row]:
    """Areas with more people than potensi (`pembanding`): kecamatan and desa, by segment where that is known."""
    asked = tables.question
    for level in ("kecamatan", "desa"):
        question = CoverageQuestion(
            bulan=asked.bulan,
            tingkat=level,
            basis=asked.basis,
            dengan_jakon=asked.dengan_jakon,
            dalam=asked.dalam,
        )
        rows = measure_coverage_by_segmen(
            tables.kepesertaan, tables.potensi, reference=tables.reference, question=question
        )
        over = rows[rows["persen"] > 100]
        finer = set(over.loc[over["segmen"] != ALL_SEGMENTS, "kode_wilayah"])
        for row in records(over[(over["segmen"] != ALL_SEGMENTS) | ~over["kode_wilayah"].isin(finer)]):
            if tables.reference.area_level(row["kode_wilayah"]) == level:
                yield _compared(row, "kepesertaan", "peserta_aktif", "potensi") | {"periode": asked.bulan}


def jumped(tables: Tables) -> Iterator[Row]:
    """Figures about 10, 100 or 1.000 times those of the month before (`pembanding`), or that part of them."""
    found = measure_jumps(tables.kepesertaan, reference=tables.reference, question=tables.question)
    for row in records(found):
        yield (
            _compared(row, "kepesertaan", "peserta_aktif", "sebelumnya") | {"periode": tables.question.bulan}
        )


def paid_twice(tables: Tables) -> Iterator[Row]:
    """Desa and kecamatan where several sources pay for more people than are active (`pembanding`)."""
    found = measure_double_payments(
        tables.iuran, tables.kepesertaan, reference=tables.reference, question=tables.money
    )
    for row in records(found):
        yield _compared(row, "iuran", "peserta_dibayar", "peserta_aktif") | {"sumber_dana": row["sumber"]}


def odd_payments(tables: Tables) -> Iterator[Row]:
    """Payments that are not people × tariff × months (`pembanding`)."""
    found = measure_reconciliation(
        tables.iuran,
        reference=tables.reference,
        question=tables.money,
        tolerance_percent=tables.reference.threshold("SELISIH_PEMBAYARAN"),
    )
    for row in records(found):
        yield _compared(row, "iuran", "nilai", "estimasi_dibayar") | {"satuan": "rupiah"}


def parents_beside_children(tables: Tables) -> Iterator[Row]:
    """A segment or source stated beside one that it contains, in the same area and package; `pembanding`: the latter.

    Their people are not added: the upper row is taken to hold the lower ones.
    """
    segments, sources = tables.reference.segmen_tree, tables.reference.sumber_tree
    cells: dict[tuple[str, str], list[Row]] = {}
    for row in tables.people:
        cells.setdefault((row["kode_wilayah"], row["program"]), []).append(row)
    above = {code: {code, *segments.ancestors(code)} for code in segments.codes}
    above_source = {code: {code, *sources.ancestors(code)} for code in sources.codes}
    for rows in cells.values():
        for outer in rows:
            inner = [
                row["angka"]
                for row in rows
                if row is not outer
                and outer["segmen"] in above[row["segmen"]]
                and outer["sumber_dana"] in above_source[row["sumber_dana"]]
            ]
            if inner:
                yield outer | {"pembanding": sum(inner)}


def incomplete_packages(tables: Tables) -> Iterator[Row]:
    """People in a package that lacks JKK or JKM, which every participant must have."""
    table = tables.reference.table("program")
    parts = {
        row["kode"]: set((row["komponen"] or row["kode"].replace("+", "|")).split("|"))
        for row in records(table)
    }
    for row in tables.people:
        if row["program"] in parts and not parts[row["program"]] >= _LEAST:
            yield row


def construction_in_areas(tables: Tables) -> Iterator[Row]:
    """Construction workers stated for a kecamatan or desa: they are insured by project and known for the regency."""
    tree = tables.reference.segmen_tree
    construction = set(tree.descendants(CONSTRUCTION)) if CONSTRUCTION in tree else set()
    for row in tables.people:
        if row["segmen"] in construction and row["kode_wilayah"] != tables.reference.kabupaten:
            yield row


def not_mapped(tables: Tables) -> Iterator[Row]:
    """People known for the regency or a kecamatan only; construction workers are known so by their nature."""
    tree = tables.reference.segmen_tree
    construction = set(tree.descendants(CONSTRUCTION)) if CONSTRUCTION in tree else set()
    for row in tables.people:
        level = tables.reference.area_level(row["kode_wilayah"])
        if level != "desa" and row["segmen"] not in construction and row["angka"]:
            yield row


def not_reported(tables: Tables) -> Iterator[Row]:
    """Desa without any row in the month."""
    asked = tables.question
    question = CoverageQuestion(bulan=asked.bulan, dalam=asked.dalam)
    rows = measure_reporting(tables.kepesertaan, reference=tables.reference, question=question, months=1)
    for row in records(rows[rows["keadaan"] == SILENT]):
        yield {name: row[name] for name in ("kode_wilayah", "periode")} | {
            "data": "kepesertaan",
            "satuan": "",
        }


CHECKS: dict[str, Callable[[Tables], Iterator[Row]]] = {
    NOT_REPORTED: not_reported,
    "LONJAKAN": jumped,
    "LEBIH_DARI_POTENSI": more_than_potential,
    "KELURAHAN_APBDES": urban_wards_with_village_funds,
    "BAYAR_GANDA": paid_twice,
    "BAYAR_TIDAK_COCOK": odd_payments,
    "INDUK_DAN_RINCIAN": parents_beside_children,
    "PAKET_TIDAK_LENGKAP": incomplete_packages,
    "JAKON_DI_KECAMATAN": construction_in_areas,
    NOT_MAPPED: not_mapped,
}


def _compared(row: Row, data: str, figure: str, other: str) -> Row:
    names = ("kode_wilayah", "periode", "segmen", "sumber_dana", "program")
    kept = {name: row[name] for name in names if name in row and row[name] is not None}
    return kept | {"data": data, "angka": row[figure], "pembanding": row[other], "satuan": "orang"}
