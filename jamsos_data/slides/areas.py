"""Where people are protected and where not: the map and the ranking of the areas."""

from __future__ import annotations

from typing import Any

import pandas as pd

from jamsos_data.colors import CLASS_WIDTH, Look, coverage_classes, coverage_color, ink_on, palette
from jamsos_data.sentences.coverage import (
    laggard_sentence,
    only_regency_sentence,
    rank_sentence,
    state_sentence,
    unmapped_sentence,
)
from jamsos_data.sentences.naming import naming_level
from jamsos_data.sentences.ranking import headline_rank, ordered
from jamsos_data.sentences.silence import silence_sentence
from jamsos_data.sentences.summary import reached_sentence
from jamsos_data.sentences.wording import basis_mark, who_is_meant
from jamsos_data.slides.bars import against_target, plain_bars
from jamsos_data.slides.picture import Bars, Map, MapArea
from jamsos_data.slides.scene import Scene
from jamsos_data.slides.slide import KeyFigure, Slide
from jamsos_data.slides.tables import area_table
from jamsos_data.wording import count, has_value, month, percent, reason, rows_of, silence_mark

LIGHT = Look()


def area_map(scene: Scene) -> Slide:
    """The areas coloured by their coverage."""
    words, found = scene.words, scene.inside
    rows = [
        row for row in rows_of(found.areas) if scene.outlines and row.kode_wilayah in scene.outlines.rings
    ]
    sentence = _who_lags(scene)
    return Slide(
        name="map",
        title=sentence or words(f"coverage.map.title.{naming_level(scene.view)}"),
        figures=_ends(scene) if rows and not found.only_regency else (),
        unit=_unit(scene),
        picture=_map(scene, rows) if rows and not found.only_regency else None,
        caption=_left_out(scene) if rows else words("coverage.map.none"),
        notes=tuple(filter(None, (_state(scene), sentence, *_unmapped(scene), _silent(scene)))),
    )


def ranking(scene: Scene) -> Slide:
    """The areas by coverage, against the target where the choice has one."""
    words, found = scene.words, scene.inside
    rows = found.areas if found.targets.empty else found.targets
    picture = None if found.only_regency else _ranked(scene, rows)
    of_people = picture is not None and picture.unit == "people"
    reached = reached_sentence(found.targets, words, family=scene.family) if scene.has_areas else ""
    return Slide(
        name="ranking",
        title=headline_rank(rows, words, judged=found.complete),
        lead=reached,
        unit=words("slide.people.unit", month=month(scene.view.month, words)) if of_people else _unit(scene),
        picture=picture,
        caption=_left_out(scene),
        table=area_table(found, scene.view, words),
        notes=tuple(filter(None, (reached, _who_lags(scene), *_unmapped(scene), _silent(scene)))),
    )


def _ranked(scene: Scene, rows: pd.DataFrame) -> Bars | None:
    listed = ordered(rows)
    names = [_marked(scene, row) for row in listed]
    if rows["persen"].notna().any():
        return against_target(listed, names, scene.words)
    if not (rows["peserta_aktif"] > 0).any():
        return None
    by_people = sorted(listed, key=lambda row: -(row.peserta_aktif if has_value(row.peserta_aktif) else 0))
    return plain_bars(by_people, [_marked(scene, row) for row in by_people], scene.words)


def _marked(scene: Scene, row: Any) -> str:
    return f"{row.wilayah}†" if row.kode_wilayah in scene.inside.marked else row.wilayah


def _map(scene: Scene, rows: list[Any]) -> Map | None:
    outlines, words, colors = scene.outlines, scene.words, palette(LIGHT)
    if outlines is None:
        return None
    areas = []
    for row in rows:
        fill = coverage_color(row.persen, LIGHT) if has_value(row.persen) else colors.neutral
        areas.append(
            MapArea(
                kode=row.kode_wilayah,
                name=row.wilayah,
                value=percent(row.persen, words) if has_value(row.persen) else reason(row, words),
                color=fill,
                ink=ink_on(fill),
                rings=outlines.rings[row.kode_wilayah],
                at=outlines.labels.get(row.kode_wilayah),
                anchor=outlines.anchors.get(row.kode_wilayah),
            )
        )
    return Map(
        areas=tuple(areas),
        classes=_classes(scene, with_unknown=any(not has_value(row.persen) for row in rows)),
        note=outlines.note,
        alt=" ".join(filter(None, (_state(scene), _who_lags(scene)))),
    )


def _classes(scene: Scene, *, with_unknown: bool) -> tuple[tuple[str, str], ...]:
    steps = [
        (color, f"{CLASS_WIDTH * place}–{CLASS_WIDTH * (place + 1)} %")
        for place, color in enumerate(coverage_classes(LIGHT))
    ]
    unknown = [(palette(LIGHT).neutral, scene.words("slide.map.unknown"))] if with_unknown else []
    return (*steps, *unknown)


def _ends(scene: Scene) -> tuple[KeyFigure, ...]:
    """The area looked at, the highest and the lowest of the areas drawn."""
    words = scene.words
    known = [row for row in ordered(scene.inside.areas) if has_value(row.persen)]
    shown = [(scene.now.wilayah, scene.now)] if has_value(scene.now.persen) else []
    if len(known) > 1:
        shown += [
            (words("slide.highest", area=known[0].wilayah), known[0]),
            (words("slide.lowest", area=known[-1].wilayah), known[-1]),
        ]
    return tuple(
        KeyFigure(
            label=label,
            value=percent(row.persen, words),
            detail=words(
                "slide.map.people",
                active=count(row.peserta_aktif, words),
                potential=count(row.potensi, words),
            ),
        )
        for label, row in shown
    )


def _who_lags(scene: Scene) -> str:
    found, now = scene.inside, scene.now
    if not scene.has_areas:
        return rank_sentence(now, found.areas, scene.words)
    return laggard_sentence(found.areas, scene.words)


def _state(scene: Scene) -> str:
    return state_sentence(scene.now, scene.words, who=who_is_meant(scene.view, scene.words))


def _silent(scene: Scene) -> str:
    return silence_sentence(
        scene.inside.silent, scene.words, area=scene.view.wilayah, reference=scene.view.reference
    )


def _unmapped(scene: Scene) -> tuple[str, ...]:
    rest = scene.inside.rest
    if rest is None or scene.inside.only_regency:
        return ()
    return (unmapped_sentence(rest, scene.words, level=scene.view.level_inside),)


def _left_out(scene: Scene) -> str:
    """Who stands in none of the areas, and what the mark behind a name means."""
    found, words, view = scene.inside, scene.words, scene.view
    if found.only_regency:
        return only_regency_sentence(view.segmen, words, tree=view.reference.segmen_tree)
    mark = silence_mark(found.silent, words) if found.marked else ""
    return " ".join(filter(None, (*_unmapped(scene), mark)))


def _unit(scene: Scene) -> str:
    words = scene.words
    return words(
        "slide.coverage.unit", month=month(scene.view.month, words), basis=basis_mark(scene.footing.basis)
    )
