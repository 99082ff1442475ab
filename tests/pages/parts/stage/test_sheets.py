"""Slides as markup: lengths by hand, colours of the theme, and nothing that people typed taken for markup."""

from __future__ import annotations

import re
from datetime import datetime

from jamsos_data.colors import DARK, LIGHT, Look
from jamsos_data.messages import load_messages
from jamsos_data.slides.picture import Bars, Columns, Lines, Map, MapArea, Series
from jamsos_data.slides.slide import Deck, Footing, Occasion, Point, Slide
from pages.parts.language import CATALOGUES
from pages.parts.stage.drawings.bars import draw_bars
from pages.parts.stage.drawings.columns import draw_columns
from pages.parts.stage.drawings.lines import draw_lines
from pages.parts.stage.drawings.map import draw_map
from pages.parts.stage.measures import INNER, Room
from pages.parts.stage.sheets import draw_sheets

WORDS = load_messages("id", CATALOGUES)
LOOK = Look()
MONTHS = tuple(datetime(2026, month, 1) for month in (8, 9, 10, 11))


def bars(rows: int) -> Bars:
    names = tuple(f"Desa {number}" for number in range(rows))
    return Bars(
        rows=names,
        series=(
            Series(name="Terlindungi", values=(30.0,) * rows, colors=(LIGHT.not_reached,)),
            Series(name="Kurang", values=(20.0,) * rows, colors=(LIGHT.target,)),
        ),
        columns=(
            ("Cakupan", tuple(f"{number} %" for number in range(rows))),
            ("Target", ("50 %",) * rows),
        ),
        unit="percent",
        end=100.0,
        alt="Desa 0 tertinggi.",
    )


def test_bars_are_as_long_as_their_share_and_many_rows_stand_side_by_side() -> None:
    few, many = draw_bars(bars(3), INNER, look=LOOK), draw_bars(bars(25), INNER, look=LOOK, of_areas=True)
    dark = draw_bars(bars(3), INNER, look=Look(dark=True))

    assert few.count(f"left:0%;width:30%;background:{LIGHT.not_reached}") == 3
    assert few.count("left:30%;width:20%") == 3
    assert f"background:{DARK.not_reached}" in dark
    assert LIGHT.not_reached not in dark
    assert (few.count('class="block"'), many.count('class="block"')) == (1, 2)
    assert ("Target" in few, "Target" in many) == (True, False)  # the same in every row
    assert ('data-area="Desa 7" data-value="7 %"' in many, "data-area" in few) == (True, False)
    assert min(int(size) for size in re.findall(r"font-size:(\d+)px", many)) >= 24


def test_columns_are_stacked_and_their_totals_stand_in_two_lines() -> None:
    paid = Series(name="DBHCHT", values=(10.0, None, 30.0, 0.0), colors=("#0B5F58",))
    more = Series(name="Mandiri", values=(10.0, 20.0, 10.0, None), colors=("#2B7CE6",))
    totals = ("Rp20", "Rp20", "Rp40 juta", "Rp0")
    picture = Columns(months=MONTHS, series=(paid, more), totals=totals, unit="rupiah", alt="Iuran.")
    drawn = draw_columns(picture, Room(1000, 568), look=LOOK, words=WORDS)  # 400 px for 40: 10 px each
    narrow = draw_columns(picture, Room(300, 568), look=LOOK, words=WORDS)
    columns = re.findall(r'y="([\d.]+)" width="[\d.]+" height="([\d.]+)" fill="#(\w+)"', drawn)

    assert columns == [
        ("384", "100.5", "0B5F58"),
        ("284", "100.5", "2B7CE6"),
        ("284", "200.5", "2B7CE6"),
        ("184", "300.5", "0B5F58"),
        ("84", "100.5", "2B7CE6"),
    ]
    assert drawn.count(">Rp") == 4
    assert narrow.count(">Rp") == 2
    assert ">Rp0</tspan>" in narrow  # of the last month
    assert ">Rp40</tspan>" in drawn
    assert ">juta</tspan>" in drawn
    assert ">Agu</tspan>" in drawn
    assert ">2026</tspan>" in drawn


def test_a_line_breaks_where_a_month_has_no_value() -> None:
    broken = Series(name="Aktif", values=(10.0, None, 20.0, 30.0), colors=(LIGHT.reached,))
    goal = Series(name="Target", values=(None, None, None, 40.0), colors=(LIGHT.target,), marked=True)
    picture = Lines(
        months=MONTHS,
        series=(broken, goal),
        labels=((0, 3, "30 orang"), (1, 3, "40 orang")),
        unit="people",
        low=0,
        high=40,
        step=20,
        alt="Naik.",
    )
    drawn = draw_lines(picture, Room(1000, 600), look=LOOK, words=WORDS)
    (path,) = re.findall(r'd="(M[^"]+)" fill="none"', drawn)
    levels = [float(y) for y in re.findall(r'y="([\d.]+)" text-anchor="end" font-size="36"', drawn)]

    assert (path.count("M"), path.count("L")) == (2, 1)
    assert [tick in drawn for tick in (">0<", ">20<", ">40<")] == [True] * 3
    assert levels[1] - levels[0] >= 36  # the two values keep clear of each other


def test_areas_of_a_map_can_be_pointed_at_and_small_ones_bear_a_number() -> None:
    def area(kode: str, name: str, left: float, right: float) -> MapArea:
        ring = ((left, 0.0), (right, 0.0), (right, 1.0), (left, 1.0), (left, 0.0))
        return MapArea(
            kode=kode,
            name=name,
            value="40 %",
            color="#86BBB4",
            ink="#16262A",
            rings=(ring,),
            at=None,
            anchor=None,
        )

    picture = Map(
        areas=(area("1", "Besar", 0.0, 0.9), area("2", "Sangat Sempit Sekali", 0.9, 1.0)),
        classes=(("#EAF4F2", "0–10 %"),),
        note="",
        alt="Peta.",
    )
    drawn = draw_map(picture, Room(800, 600), look=LOOK)

    assert drawn.drawing.count('data-area="') == 2
    assert 'aria-label="Besar 40 %"' in drawn.drawing
    assert "<b>1</b><span>Sangat Sempit Sekali</span>" in drawn.names
    assert "Besar" not in drawn.names


def test_what_people_wrote_is_never_markup_and_a_slide_without_a_picture_says_why() -> None:
    footing = Footing(area="Kudus", bulan=MONTHS[0], basis="", state="", filters=(), example=False)
    deck = Deck(
        slides=(
            Slide(name="cover", title="Jaminan sosial"),
            Slide(name="budgets", title="Pagu", caption="Belum ada <pagu>."),
            Slide(name="closing", title="Simpulan", points=(Point(text="a < b"),)),
        ),
        footing=footing,
        words=WORDS,
    )
    occasion = Occasion(title="<script>alert(1)</script>", day="14 Oktober 2026")
    cover, budgets, closing = draw_sheets(deck, chart=None, look=LOOK, occasion=occasion)

    assert "&lt;script&gt;" in cover
    assert "<script" not in cover
    assert "14 Oktober 2026" in cover
    assert "Belum ada &lt;pagu&gt;." in budgets
    assert "a &lt; b" in closing
