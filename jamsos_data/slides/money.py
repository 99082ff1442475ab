"""What it costs: who paid in which month, and how far the budgets go."""

from __future__ import annotations

from typing import Any

import pandas as pd

from jamsos_data.colors import Look, palette, source_color
from jamsos_data.metrics.absorption import ends_early
from jamsos_data.periods import add_months
from jamsos_data.sentences.premium_titles import months_title
from jamsos_data.sentences.premiums import (
    budget_sentence,
    early_sentence,
    paid_sentence,
    remarks,
    unmapped_sentences,
    without_budget_sentence,
)
from jamsos_data.slides.picture import Bars, Columns, Series
from jamsos_data.slides.scene import Scene
from jamsos_data.slides.slide import Slide, unmarked
from jamsos_data.slides.tables import month_table, source_table
from jamsos_data.wording import (
    has_value,
    lasting,
    percent,
    rows_of,
    short_name,
    short_rupiah,
    since_january,
)

MONTHS = 12
SPOKEN_REMARKS = 4
LIGHT = Look()
COLORS = palette(LIGHT)


def months_by_source(scene: Scene) -> Slide:
    """Rupiah paid in each of the last months, by funding source."""
    words, found, bulan = scene.words, scene.money, scene.view.month
    tree = scene.view.reference.sumber_tree
    rows = found.months[found.months["periode"] >= add_months(bulan, 1 - MONTHS)]
    empty = rows.empty or not (rows["nilai"] > 0).any()
    paid = paid_sentence(
        found.sources, words, tree=tree, bulan=bulan, area=scene.footing.area, known=found.known
    )
    unmapped = unmapped_sentences(found.unmapped, words, reference=scene.view.reference)
    return Slide(
        name="premiums",
        title=words("premiums.months.empty") if empty else months_title(rows, words, tree=tree),
        lead=paid,
        unit=words("premiums.months.unit"),
        picture=None if empty else _stack(rows, scene, alt=paid),
        caption=unmapped,
        table=None if empty else month_table(rows, scene.view, words),
        notes=tuple(filter(None, (paid, unmapped))),
    )


def budgets(scene: Scene) -> Slide:
    """Each pagu: what is paid from it, what is left, and until when that lasts."""
    words, found = scene.words, scene.money
    tree, bulan = scene.view.reference.sumber_tree, scene.view.month
    early = early_sentence(found.budgeted, words, tree=tree)
    used = budget_sentence(found.absorption, words)
    said = [unmarked(sentence) for sentence in remarks(found, words, tree=tree)[:SPOKEN_REMARKS]]
    empty = found.budgeted.empty
    return Slide(
        name="budgets",
        title=early or used or words("premiums.budgets.title"),
        lead=used if early else "",
        unit=words("premiums.budgets.unit", period=since_january(bulan, words)),
        picture=None if empty else _bullets(scene),
        caption=words("premiums.budgets.none", year=bulan.year)
        if empty
        else without_budget_sentence(found.without_budget, words, tree=tree),
        table=None if found.sources.empty else source_table(found.sources, scene.view, words),
        notes=tuple(filter(None, (used, early, *said))),
    )


def _stack(rows: pd.DataFrame, scene: Scene, *, alt: str) -> Columns:
    words, tree = scene.words, scene.view.reference.sumber_tree
    months = [moment.to_pydatetime() for moment in sorted(set(rows["periode"]))]
    sums = rows.pivot_table(index="periode", columns="sumber_dana", values="nilai", aggfunc="sum")
    sources = sorted(sums.columns, key=tree.order)
    return Columns(
        months=tuple(months),
        series=tuple(
            Series(
                name=short_name(tree, code, words),
                values=tuple(_amount(sums.loc[moment, code]) for moment in months),
                colors=(source_color(code, LIGHT),),
            )
            for code in sources
        ),
        totals=tuple(short_rupiah(int(sums.loc[moment].sum()), words) for moment in months),
        unit="rupiah",
        alt=alt,
    )


def _amount(value: Any) -> float | None:
    return float(value) if has_value(value) else None


def _bullets(scene: Scene) -> Bars:
    words, tree = scene.words, scene.view.reference.sumber_tree
    rows = rows_of(scene.money.budgeted.sort_values("pagu", ascending=False))
    paid = [float(row.realisasi) if has_value(row.realisasi) else 0.0 for row in rows]
    left = [max(float(row.pagu) - value, 0.0) for row, value in zip(rows, paid, strict=True)]
    names = tuple(tree.name(row.sumber_dana, words.language) for row in rows)
    used = tuple(percent(row.serapan_persen, words) if has_value(row.serapan_persen) else "–" for row in rows)
    until = tuple(_until(row, scene) for row in rows)
    return Bars(
        rows=names,
        series=(
            Series(
                name=words("slide.series.paid"),
                values=tuple(paid),
                colors=tuple(source_color(row.sumber_dana, LIGHT) for row in rows),
            ),
            Series(name=words("slide.series.left"), values=tuple(left), colors=(COLORS.track,)),
        ),
        columns=(
            (words("slide.column.budget"), tuple(short_rupiah(int(row.pagu), words) for row in rows)),
            (words("slide.column.used"), used),
            (words("slide.column.until"), until),
        ),
        unit="rupiah",
        end=max([1.0, *(one + other for one, other in zip(paid, left, strict=True))]),
        alt=" ".join(f"{name}: {share}, {end}." for name, share, end in zip(names, used, until, strict=True)),
    )


def _until(row: Any, scene: Scene) -> str:
    if not has_value(row.cukup_sampai):
        return "–"
    text = lasting(row, scene.words, short=True)
    return f"▲ {text}" if ends_early(row) else text
