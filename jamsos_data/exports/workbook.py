"""A view as a workbook: one sheet for each table, with charts that draw its cells."""

from __future__ import annotations

from jamsos_data.colors import Look, palette, source_color
from jamsos_data.exports.sheet_charts import SheetChart
from jamsos_data.exports.tables import ExportTable, export_xlsx
from jamsos_data.messages import Messages
from jamsos_data.slides.slide import Deck, Footing
from jamsos_data.table import Table

LIGHT = Look()
COLORS = palette(LIGHT)


def export_workbook(deck: Deck) -> bytes:
    """The tables of the deck, and its villages, as .xlsx."""
    words = deck.words
    shown = (*deck.tables, *(() if deck.villages is None else (deck.villages,)))
    tables = [_export(table, deck.footing, words) for table in shown]
    return export_xlsx(*tables, language=words.language)


def _export(table: Table, footing: Footing, words: Messages) -> ExportTable:
    return ExportTable(
        title=f"{table.title}: {footing.area}",
        frame=table.frame,
        headings={name: column.title for name, column in table.columns.items()},
        kinds={name: column.kind for name, column in table.columns.items()},
        month=footing.bulan,
        basis=footing.basis,
        data_version=footing.state or "–",
        example=footing.example,
        notes=(
            words("export.filters", filters=" · ".join(footing.filters)),
            words("slide.source"),
            *table.notes,
        ),
        sheet=words(f"export.sheet.{table.name}"),
        chart=_chart(table, footing.area),
    )


def _chart(table: Table, area: str) -> SheetChart | None:
    """Which of its columns are drawn; None for tables of words."""
    covered = ("persen", COLORS.reached)
    if table.name == "wilayah":
        goal = [("target_persen", COLORS.target)] if "target_persen" in table.columns else []
        mapped = int(table.frame["terpetakan"].sum()) - 1  # without the whole, the last row
        return SheetChart(
            kind="bars",
            title=_named(table, area, "persen", *(name for name, _ in goal)),
            category="wilayah",
            series=(covered, *goal),
            unit="percent",
            frame="target_persen",
            rows=max(mapped, 1),
        )
    if table.name == "segmen":
        title = _named(table, area, "persen")
        return SheetChart(kind="bars", title=title, category="nama_segmen", series=(covered,), unit="percent")
    if table.name == "bulanan":
        people, title = (("peserta_aktif", COLORS.reached),), _named(table, area, "peserta_aktif")
        return SheetChart(kind="line", title=title, category="periode", series=people, unit="people")
    if table.name == "iuran_bulan":
        sources = tuple((name, source_color(name, LIGHT)) for name in table.columns if name != "periode")
        title = f"{table.title}: {area}"
        return SheetChart(kind="stacked", title=title, category="periode", series=sources, unit="rupiah")
    if table.name == "iuran_sumber":
        money = (("realisasi", COLORS.reached), ("pagu", COLORS.target))
        title = _named(table, area, "realisasi", "pagu")
        return SheetChart(
            kind="bars", title=title, category="sumber", series=money, unit="rupiah", frame="pagu"
        )
    return None


def _named(table: Table, area: str, *drawn: str) -> str:
    """A chart is called after the columns that it draws, not after its table."""
    return f"{' · '.join(table.columns[name].title for name in drawn)}: {area}"
