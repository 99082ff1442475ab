"""Whether the target is reached: the segments against theirs, and the way of the people to the deadline."""

from __future__ import annotations

from typing import Any

from jamsos_data.colors import Look, palette
from jamsos_data.sentences.summary import number_word
from jamsos_data.sentences.targets import (
    family_name,
    opening_sentences,
)
from jamsos_data.sentences.wording import basis_mark
from jamsos_data.slides.bars import against_target
from jamsos_data.slides.opening import spoken
from jamsos_data.slides.picture import Bars
from jamsos_data.slides.scene import Scene
from jamsos_data.slides.slide import Slide
from jamsos_data.slides.tables import target_table
from jamsos_data.wording import has_value, month, rows_of

COLORS = palette(Look())


def targets(scene: Scene) -> Slide:
    """The segments of the area looked at, each against its own target."""
    words, found, view = scene.words, scene.aims, scene.view
    rows = _in_order(scene)
    root = view.reference.segmen_tree.root
    judged = [row for row in rows if has_value(row.tercapai) and row.segmen != root]
    picture = _bullets(scene, rows) if rows else None
    return Slide(
        name="targets",
        title=_finding(scene, judged)
        or words("targets.segments.title", area=found.now.wilayah, family=scene.family),
        unit=words(
            "slide.targets.unit", month=month(view.month, words), basis=basis_mark(scene.footing.basis)
        ),
        picture=picture,
        caption="" if picture else words("targets.nothing"),
        table=target_table(found, view, words),
        notes=(" ".join(spoken(aims_opening(scene))),),
    )


def aims_opening(scene: Scene) -> str:
    """The sentences with which the page Target begins."""
    view, words = scene.view, scene.words
    return opening_sentences(
        scene.aims,
        words,
        family=family_name(view, words),
        bulan=view.month,
        reference=view.reference,
        mark=scene.family,
    )


def _in_order(scene: Scene) -> list[Any]:
    tree = scene.view.reference.segmen_tree
    return sorted(rows_of(scene.aims.segments), key=lambda row: tree.order(row.segmen))


def _finding(scene: Scene, judged: list[Any]) -> str:
    """How many segments have reached their target, and which is furthest from it; empty without a verdict."""
    if not judged:
        return ""
    words, tree = scene.words, scene.view.reference.segmen_tree
    behind = [row for row in judged if not row.tercapai]
    known = [row for row in behind if has_value(row.selisih_poin)]
    reached, everything = len(judged) - len(behind), len(judged)
    ending = "all" if not behind else "none" if len(behind) == everything else "some"
    sentence = words(
        f"slide.targets.{ending}",
        n=everything,
        reached=number_word(reached, words),
        all=number_word(everything, words),
    )
    sentence = sentence[:1].upper() + sentence[1:]
    if not known or everything == 1:
        return sentence
    last = max(known, key=lambda row: row.selisih_poin)
    return f"{sentence}{words('slide.targets.last', segment=tree.name(last.segmen, words.language))}"


def _bullets(scene: Scene, rows: list[Any]) -> Bars:
    tree, words = scene.view.reference.segmen_tree, scene.words
    return against_target(rows, [tree.name(row.segmen, words.language) for row in rows], words)
