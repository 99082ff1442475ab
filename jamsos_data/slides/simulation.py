"""Simulated scenarios as slides: what each costs and brings, and what has to be decided first."""

from __future__ import annotations

from collections.abc import Sequence

from jamsos_data.colors import Look, palette, source_color
from jamsos_data.messages import Messages
from jamsos_data.metrics.simulation.obstacle import Obstacle, Weight
from jamsos_data.sentences.simulation import (
    cost_text,
    obstacle_sentence,
    reach_month,
    scenario_sentences,
    wage_sentence,
)
from jamsos_data.slides.picture import Bars, Series
from jamsos_data.slides.simulation_tables import (
    Shown,
    area_table,
    compare_table,
    month_table,
    obstacle_table,
    source_table,
    tariff_table,
)
from jamsos_data.slides.slide import Deck, Footing, Point, Slide, unmarked
from jamsos_data.views.view import View
from jamsos_data.wording import count, has_value, people, percent, short_name

MOST_POINTS = 6
LIGHT = Look()
COLORS = palette(LIGHT)
MARKS = {Weight.BLOCKS: "#A4262C", Weight.CHECK: COLORS.target, Weight.NOTE: COLORS.muted}


def scenario_deck(shown: Sequence[Shown], view: View, words: Messages, *, footing: Footing) -> Deck:
    """The slides and tables of scenarios (at least one), for PowerPoint and for a workbook."""
    return Deck(
        slides=(_compared(shown, view, words), _obstacles(shown, view, words)),
        footing=footing,
        words=words,
        behind=(
            source_table(shown, view, words),
            area_table(shown, view, words),
            month_table(shown, words),
            tariff_table(shown, view, words),
        ),
    )


def headline(shown: Sequence[Shown], words: Messages) -> str:
    """The finding about several scenarios: which is the cheapest, and which adds most people."""
    priced = [one for one in shown if one.found.biaya is not None and one.found.orang]
    if len(shown) < 2 or len(priced) < 2:
        return words("simulation.slide.title", n=len(shown), count=count(len(shown), words))
    cheapest = min(priced, key=lambda one: (one.found.biaya or 0, one.letter))
    most = max(shown, key=lambda one: (one.found.orang, -ord(one.letter)))
    return words(
        "simulation.slide.title.cheapest",
        cheapest=cheapest.letter,
        cost=cost_text(cheapest.found, words),
        most=most.letter,
        people=people(most.found.orang, words),
    )


def _compared(shown: Sequence[Shown], view: View, words: Messages) -> Slide:
    said = [unmarked(scenario_sentences(one.found, one.name, words, view=view)) for one in shown]
    tree = view.reference.segmen_tree
    return Slide(
        name="simulation",
        title=headline(shown, words),
        unit=words(
            "simulation.slide.unit",
            area=view.reference.area_name(view.wilayah),
            people=tree.name(view.segmen, words.language),
        ),
        picture=_bars(shown, view, words, alt=" ".join(said)),
        caption=" ".join([words("simulation.assumed"), *_wages(shown, view, words)]),
        table=compare_table(shown, view, words),
        notes=tuple(said),
    )


def _wages(shown: Sequence[Shown], view: View, words: Messages) -> list[str]:
    """The wages that costs rest on, each with the letter of its scenario."""
    said = [(one.letter, wage_sentence(one.found, words, view.reference)) for one in shown]
    return [f"{letter}: {sentence}" for letter, sentence in said if sentence]


def _obstacles(shown: Sequence[Shown], view: View, words: Messages) -> Slide:
    found = [
        (one, obstacle)
        for one in shown
        for obstacle in one.found.obstacles
        if obstacle.weight is not Weight.NOTE
    ]
    found.sort(key=lambda pair: list(Weight).index(pair[1].weight))
    points = tuple(_point(one, obstacle, view, words) for one, obstacle in found)
    rest = len(points) - MOST_POINTS
    return Slide(
        name="simulation_obstacles",
        title=words("simulation.slide.obstacles" if points else "simulation.slide.obstacles.none"),
        points=points[:MOST_POINTS] or (Point(text=words("simulation.feasible")),),
        caption=words("simulation.slide.more", n=rest, count=count(rest, words)) if rest > 0 else "",
        table=obstacle_table(shown, view, words) if any(one.found.obstacles for one in shown) else None,
        notes=tuple(point.text for point in points),
    )


def _point(one: Shown, obstacle: Obstacle, view: View, words: Messages) -> Point:
    return Point(
        text=f"{one.letter} · {obstacle_sentence(obstacle, words, view.reference)}",
        mark=words(f"simulation.weight.{obstacle.weight}"),
        color=MARKS[obstacle.weight],
    )


def _bars(shown: Sequence[Shown], view: View, words: Messages, *, alt: str) -> Bars:
    tree = view.reference.sumber_tree
    costs = [one.found.months.groupby("sumber_dana")["biaya"].sum(min_count=1).to_dict() for one in shown]
    sources = sorted({str(code) for cost in costs for code in cost}, key=tree.order)
    rows = [one.found.effect_of(view.segmen) for one in shown]
    after = tuple(
        f"{percent(row.persen, words)} → {percent(row.persen_nanti, words)}"
        if row is not None and has_value(row.persen_nanti)
        else "–"
        for row in rows
    )
    return Bars(
        rows=tuple(one.name for one in shown),
        series=tuple(
            Series(
                name=short_name(tree, code, words),
                values=tuple(
                    float(cost[code]) if code in cost and has_value(cost[code]) else 0.0 for cost in costs
                ),
                colors=(source_color(code, LIGHT),),
            )
            for code in sources
        ),
        columns=(
            (words("simulation.column.people"), tuple(count(one.found.orang, words) for one in shown)),
            (words("simulation.column.cost"), tuple(cost_text(one.found, words) for one in shown)),
            (words("simulation.column.later"), after),
            (
                words("simulation.column.reach"),
                tuple("–" if row is None else reach_month(row, words) for row in rows),
            ),
        ),
        unit="rupiah",
        end=max([1.0, *(float(one.found.biaya or 0) for one in shown)]),
        alt=alt,
        key=tuple((source_color(code, LIGHT), short_name(tree, code, words)) for code in sources),
    )
