"""Slides, workbook and report over a lake computed by hand (tests/pages/small_lake.py), read back by other programs.

September 2026: Undaan 320 of 1.000, Jekulo 600 of 1.000, Kudus 980 of 2.200 = 44,55 %; target 50 % = 1.100 people.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from pptx import Presentation
from pptx.util import Pt
from pypdf import PdfReader

from jamsos_data.cli import main
from jamsos_data.exports.documents import DOCUMENTS, file_name, make_document
from jamsos_data.lake import Lake
from jamsos_data.lake_view import LakeView
from jamsos_data.messages import load_messages
from jamsos_data.slides.deck import SLIDES
from jamsos_data.slides.picture import Bars, Series
from jamsos_data.slides.slide import Deck, Footing, Point, Slide
from jamsos_data.table import Table, TableColumn
from tests.pages.small_lake import BASIS, KUDUS, UNDAAN, put, small_lake

SPACE = "\N{NO-BREAK SPACE}"
HOSTILE = ("=1+1", "+62", "-3", "@SUM(A1)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All three documents in Indonesian over real rows (`nyata`), in English with an example row among them."""
    place = tmp_path_factory.mktemp("documents")
    lake = small_lake(place)
    for name, document in DOCUMENTS.items():
        assert main([name, "--lake", str(lake), "--out", str(place / f"nyata{document.suffix}")]) == 0
    later = {"tanggal": datetime(2026, 9, 9), "kode_wilayah": KUDUS, "segmen": "RENTAN", "hadir": 5}
    rest = {"terdaftar_setelahnya": 1, "kendala": "", "tindak_lanjut": ""}
    put(Lake(lake), "sosialisasi", [later | rest], asal="contoh")
    view = september(Lake(lake))
    for name, document in DOCUMENTS.items():
        content = make_document(name, view, load_messages("en"), state="14 Oct 2026 09:12 WIB")
        (place / f"example{document.suffix}").write_bytes(content)
    return place


def september(lake: Lake) -> LakeView:
    """All of Kudus in September 2026."""
    versions = lake.versions()
    return LakeView(
        reference=lake.reference(versions),
        bulan=datetime(2026, 9, 1),
        banding=datetime(2026, 8, 1),
        segmen="SEMUA",
        sumber_dana=None,
        dengan_jakon=True,
        basis=BASIS,
        wilayah=KUDUS,
        keluarga="UCJ",
        lake=lake,
        versions=versions,
    )


def slides_of(file: Path | io.BytesIO) -> list[Any]:
    return list(Presentation(file if isinstance(file, io.BytesIO) else str(file)).slides)


def texts_of(slide: Any) -> str:
    frames = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
    return "\n".join([*frames, *cells])


def charts_of(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def sheets_inside(slides: list[Any]) -> Iterator[Any]:
    for slide in slides:
        for chart in charts_of(slide):
            yield openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active


def test_the_slides_show_the_figures_of_the_lake_in_native_charts_and_tables_with_notes(folder: Path) -> None:
    slides = slides_of(folder / "nyata.pptx")
    made = dict(zip(SLIDES, slides, strict=False))

    assert made["headline"].shapes.title.text == "980 dari 2.200 pekerja di Kudus terlindungi."
    assert f"44,5{SPACE}%" in texts_of(made["headline"]) or f"44,6{SPACE}%" in texts_of(made["headline"])
    assert "120 orang" in texts_of(made["headline"])
    (ranking,) = charts_of(made["ranking"])
    covered, missing, rest = (list(series.values) for series in ranking.plots[0].series)
    assert list(ranking.plots[0].categories)[:2] == ["Jekulo", "Undaan"]
    assert (covered[:2], missing[:2], rest[:2]) == ([60.0, 32.0], [0.0, 18.0], [40.0, 50.0])
    assert "kurang 180 orang" in texts_of(made["ranking"])
    (course,) = charts_of(made["burn_up"])
    people, path, goal = (list(series.values) for series in course.plots[0].series)
    assert [one for one in people if one] == [650, 850, 980]
    assert [one for one in path if one] == [980, 1020, 1060, 1100]
    assert [one for one in goal if one] == [1100]
    assert made["burn_up"].shapes.title.text.startswith("Perlu tambahan 40 orang per bulan selama 3 bulan")
    (budget,) = charts_of(made["budgets"])
    assert [list(series.values) for series in budget.plots[0].series] == [[15_456_000], [184_544_000]]
    assert {
        shape.name for group in made["map"].shapes if group.shape_type == 6 for shape in group.shapes
    } >= {
        "Undaan (33.19.04)",
        "Jekulo (33.19.06)",
    }
    for slide in slides:
        said = slide.notes_slide.notes_text_frame.text
        assert "Kudus · Per September 2026 · Dengan jakon · basis potensi BPJS/Bappenas 2026" in said
        assert "Sumber: Jamsos Kudus · Kudus · Per September 2026" in texts_of(slide)
        assert "CONTOH" not in texts_of(slide)
        assert slide.shapes.title.text
    appendix = "\n".join(texts_of(slide) for slide in slides[len(SLIDES) :])
    assert f"32,00{SPACE}%" in appendix
    assert "Rp200.000.000" in appendix


def test_what_a_chart_opens_for_editing_are_its_figures(folder: Path) -> None:
    sheets = list(sheets_inside(slides_of(folder / "nyata.pptx")))
    rows = next(list(sheet.values) for sheet in sheets if sheet["A2"].value == "Jekulo")

    assert rows[0] == (None, "Terlindungi", "Kurang ke target", "Di atas itu")
    assert rows[1:3] == [("Jekulo", 60, 0, 40), ("Undaan", 32, 18, 50)]
    assert any(sheet["A2"].value == datetime(2026, 3, 1) for sheet in sheets)


def test_the_workbook_has_a_sheet_for_each_table_with_charts_that_draw_its_cells(folder: Path) -> None:
    book: Any = openpyxl.load_workbook(folder / "nyata.xlsx")
    sheets: dict[str, list[tuple[Any, ...]]] = {
        sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets
    }

    areas = sheets["Wilayah"]
    assert next(row for row in areas if row[0] == "Undaan")[1:6] == (320, 1000, 32, 50, 180)
    assert next(row for row in areas if row[0] == "Kudus")[1:6] == (980, 2200, 100 * 980 / 2200, 50, 120)
    assert next(row for row in sheets["Sumber dana"] if row[0] == "DBHCHT")[1:4] == (
        200_000_000,
        15_456_000,
        7.728,
    )
    months = [row for row in sheets["Tiap bulan"] if isinstance(row[0], datetime)]
    assert [row[1] for row in months if row[1]] == [650, 850, 980]
    assert len([row for row in sheets["Desa"] if row[6] and row[6].count(".") == 3]) == 132
    drawn = {sheet.title: len(sheet._charts) for sheet in book.worksheets}
    assert {name for name, number in drawn.items() if number} >= {
        "Wilayah",
        "Segmen",
        "Tiap bulan",
        "Sumber dana",
    }
    (segments,) = book["Segmen"]._charts  # called after what it draws, not after its table
    assert "".join(run.t for run in segments.title.tx.rich.p[0].r) == "Cakupan (%): Kudus"
    for name, rows in sheets.items():
        top = [row[0] for row in rows[:7]]
        assert top[1:3] == ["Bulan: September 2026", "Basis potensi: potensi BPJS/Bappenas 2026"], name
        assert "Sumber: Jamsos Kudus" in top
        assert top[3].startswith("Data diperbarui: ")


def test_the_report_is_a_few_pages_that_say_the_same_and_can_be_read_aloud(folder: Path) -> None:
    read = PdfReader(folder / "nyata.pdf")
    pages = [" ".join(page.extract_text().split()) for page in read.pages]
    text = " ".join(pages)

    assert 2 <= len(pages) <= 4
    assert "980 dari 2.200 pekerja di Kudus terlindungi." in text
    assert "kurang 180 orang" in text
    assert "Perlu tambahan 40 orang per bulan selama 3 bulan sampai Desember 2026." in text
    assert "Rp200,0 juta" in text
    assert all(
        "Per September 2026 · Dengan jakon · basis potensi BPJS/Bappenas 2026" in page for page in pages
    )
    assert "CONTOH" not in text
    root: Any = read.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("id", True)
    assert read.metadata is not None
    assert read.metadata.title == "Laporan bulanan jaminan sosial ketenagakerjaan Kudus, September 2026"
    assert not any(page.images for page in read.pages)


def test_english_and_the_mark_of_example_data_are_on_every_slide_sheet_and_page(folder: Path) -> None:
    for slide in slides_of(folder / "example.pptx"):
        assert "EXAMPLE DATA" in texts_of(slide)
        assert "Source: Jamsos Kudus · Kudus · As of September 2026" in texts_of(slide)
    for sheet in openpyxl.load_workbook(folder / "example.xlsx").worksheets:
        assert "example data" in str(sheet["A2"].value)
    pages = [page.extract_text() for page in PdfReader(folder / "example.pdf").pages]
    assert all("EXAMPLE DATA" in page for page in pages)
    assert "980 of 2,200 workers in Kudus are covered." in " ".join(pages[0].split())
    undaan = replace(september(Lake(folder / "data")), wilayah=UNDAAN)
    assert file_name("slides", undaan) == "jamsos-undaan-2026-09.pptx"


def test_a_month_without_participants_is_refused_with_the_months_that_are_there(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["report", "--lake", str(folder / "data"), "--bulan", "2030-01", "--out", str(folder / "x.pdf")]

    assert main(asked) == 2
    assert "Januari 2030; bulan yang ada: Maret 2026 s.d. September 2026" in capsys.readouterr().err
    assert not (folder / "x.pdf").exists()


def hostile_deck() -> Deck:
    """A deck whose every name begins like a formula."""
    frame = pd.DataFrame({"wilayah": list(HOSTILE), "persen": [1.0, 2.0, 3.0, 4.0], "terpetakan": [True] * 4})
    columns = {"wilayah": TableColumn("=head"), "persen": TableColumn("=percent", "percent")}
    bars = Bars(
        rows=HOSTILE,
        series=(Series(name="=series", values=(1.0, 2.0, 3.0, 4.0), colors=("#0F766E",)),),
        columns=(("=column", HOSTILE),),
        unit="percent",
        end=100,
        alt="=alt",
    )
    table = Table(name="wilayah", title="=title", frame=frame, columns=columns)
    slide = Slide(name="cover", title="=title", points=(Point(text="=point"),), picture=bars, table=table)
    footing = Footing(
        area="=area",
        bulan=datetime(2026, 9, 1),
        basis="=basis",
        state="=state",
        filters=("=f",),
        example=False,
    )
    names = [name for name in SLIDES if name != "cover"]
    slides = (slide, *(replace(slide, name=name) for name in names))
    return Deck(slides=slides, footing=footing, words=load_messages("id"))


def test_texts_that_begin_like_formulas_stay_texts_everywhere() -> None:
    deck = hostile_deck()
    made = {name: document.write(deck) for name, document in DOCUMENTS.items()}

    slides = slides_of(io.BytesIO(made["slides"]))
    sheets = [*sheets_inside(slides), *openpyxl.load_workbook(io.BytesIO(made["tables"])).worksheets]
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert {"=1+1", "@SUM(A1)", "=series", "=head"} <= {cell.value for cell in cells}
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert "=1+1" in texts_of(slides[1])
    assert list(charts_of(slides[1])[0].plots[0].categories) == list(HOSTILE)
    assert "=1+1" in PdfReader(io.BytesIO(made["report"])).pages[0].extract_text()


def test_names_of_many_villages_are_readable_in_blocks_side_by_side_on_one_scale() -> None:
    names = tuple(f"Desa {number}" for number in range(25))
    shares = tuple(60.0 - number for number in range(25))
    bars = Bars(
        rows=names,
        series=(Series(name="Terlindungi", values=shares, colors=("#0F766E",) * 24 + ("#94B8B2",)),),
        columns=(("Cakupan", tuple(f"{share:.0f} %" for share in shares)), ("Target", ("52 %",) * 25)),
        unit="percent",
        end=100,
        alt="Desa 0 tertinggi.",
    )
    slide = Slide(name="ranking", title="Peringkat", picture=bars)
    (made,) = slides_of(io.BytesIO(DOCUMENTS["slides"].write(replace(hostile_deck(), slides=(slide,)))))

    charts = charts_of(made)
    assert [list(chart.plots[0].categories) for chart in charts] == [list(names[:13]), list(names[13:])]
    assert [list(chart.plots[0].series[0].values) for chart in charts] == [
        list(shares[:13]),
        list(shares[13:]),
    ]
    assert {chart.value_axis.maximum_scale for chart in charts} == {100}
    assert all(chart.category_axis.tick_labels.font.size >= Pt(12) for chart in charts)
    assert ("60 %" in texts_of(made), "Target" in texts_of(made)) == (True, False)  # the same in every row
    last = charts[1].plots[0].series[0].points[11].format.fill.fore_color.rgb
    assert str(last) == "94B8B2"
