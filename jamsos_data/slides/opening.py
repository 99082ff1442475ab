"""The first slides: what this is about, and the answer in one sentence and four numbers."""

from __future__ import annotations

from datetime import datetime

from jamsos_data.metrics.absorption import total_absorption
from jamsos_data.sentences.silence import silence_sentence
from jamsos_data.sentences.summary import change_words, coverage_headline
from jamsos_data.sentences.wording import who_is_meant
from jamsos_data.slides.scene import Scene
from jamsos_data.slides.slide import KeyFigure, Slide
from jamsos_data.wording import count, has_value, month, people, percent, short_rupiah

NOTHING = "\N{EN DASH}"


def cover(scene: Scene) -> Slide:
    """Title, area and month; whoever presents adds the occasion and the day."""
    words, footing = scene.words, scene.footing
    return Slide(
        name="cover",
        title=words("slide.cover.title", area=footing.area),
        lead=words("slide.cover.lead", month=month(footing.bulan, words)),
        notes=(footing.line(words),),
    )


def headline(scene: Scene) -> Slide:
    """How many are protected, whether it is more, whether it is enough; coverage, people, gap and money as numbers."""
    words = scene.words
    lead, rest = spoken(_headline(scene))
    silent = silence_sentence(
        scene.inside.silent, words, area=scene.view.wilayah, reference=scene.view.reference
    )
    return Slide(
        name="headline",
        title=lead,
        lead=rest,
        figures=(_coverage(scene), _active(scene), _gap(scene), _paid(scene)),
        notes=tuple(filter(None, (f"{lead} {rest}".strip(), silent))),
    )


def spoken(sentences: str) -> tuple[str, str]:
    """The first sentence of an opening paragraph, which pages set in bold, and the others."""
    if not sentences.startswith("**"):
        return sentences, ""
    lead, _, rest = sentences.removeprefix("**").partition("**")
    return lead, rest.strip()


def _headline(scene: Scene) -> str:
    targets = scene.inside.targets
    return coverage_headline(
        scene.now,
        scene.words,
        who=who_is_meant(scene.view, scene.words),
        change=scene.change,
        target=scene.target,
        areas=targets if scene.has_areas else targets.head(0),
        complete=scene.inside.complete,
        family=scene.family,
    )


def _coverage(scene: Scene) -> KeyFigure:
    words, row, change = scene.words, scene.now, scene.change
    detail = ""
    if change is not None and change.comparable and change.points is not None:
        detail = f"{change_words(change.points, words)} {_since(scene, change.since)}"
    value = percent(row.persen, words) if has_value(row.persen) else NOTHING
    return KeyFigure(label=words("card.coverage"), value=value, detail=detail)


def _active(scene: Scene) -> KeyFigure:
    words, row = scene.words, scene.now
    known = has_value(row.potensi) and has_value(row.persen)
    return KeyFigure(
        label=words("card.active"),
        value=count(row.peserta_aktif, words) if has_value(row.peserta_aktif) else NOTHING,
        detail=words("slide.of_workers", count=count(row.potensi, words)) if known else "",
    )


def _gap(scene: Scene) -> KeyFigure:
    words, target = scene.words, scene.target
    label = words("card.no_target")
    if not scene.inside.complete:
        return KeyFigure(label=label, value=NOTHING, detail=words("chart.reason.bulan_tidak_lengkap"))
    if target is None or not has_value(target.kurang_orang):
        return KeyFigure(label=label, value=NOTHING, detail=words("card.no_target_note"))
    label = words("card.short", year=target.batas_waktu.year, family=scene.family)
    goal = percent(target.target_persen, words) if has_value(target.target_persen) else NOTHING
    if target.tercapai:
        return KeyFigure(
            label=label, value=words("card.reached"), detail=words("slide.target_of", target=goal)
        )
    return KeyFigure(
        label=label,
        value=people(target.kurang_orang, words),
        detail=words("slide.target_of", target=goal),
    )


def _paid(scene: Scene) -> KeyFigure:
    words, found, bulan = scene.words, scene.money, scene.view.month
    label = words("card.paid", year=bulan.year)
    if not found.known:
        return KeyFigure(label=label, value=NOTHING, detail=words("card.no_payments"))
    budgets = total_absorption(found.sources)
    detail = words("card.through", month=month(bulan, words))
    if budgets.pagu:
        detail = words("card.from_budgets", paid=short_rupiah(budgets.realisasi or 0, words))
    return KeyFigure(
        label=label, value=short_rupiah(int(found.sources["realisasi"].sum()), words), detail=detail
    )


def _since(scene: Scene, moment: datetime) -> str:
    return scene.words("card.since", month=month(moment, scene.words))
