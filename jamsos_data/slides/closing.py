"""The last slides: what needs somebody's attention, and what to take home."""

from __future__ import annotations

from jamsos_data.colors import Look, palette
from jamsos_data.metrics.attention_kinds import Urgency
from jamsos_data.metrics.attention_marks import Judged
from jamsos_data.metrics.attention_text import attention_sentence
from jamsos_data.sentences.attention import noted_sentence
from jamsos_data.sentences.premiums import budget_sentence, early_sentence
from jamsos_data.sentences.summary import number_word
from jamsos_data.sentences.targets import duties_title, family_name, pace_sentence, state_sentence
from jamsos_data.slides.opening import headline
from jamsos_data.slides.scene import Scene
from jamsos_data.slides.slide import Point, Slide, unmarked
from jamsos_data.slides.tables import attention_table, duty_table
from jamsos_data.views.duties import duty_rows
from jamsos_data.wording import month

MOST = 5
COLORS = palette(Look())
MARKS = {Urgency.URGENT: "#A4262C", Urgency.SOON: COLORS.target, Urgency.CHECK: COLORS.muted}


def attention(scene: Scene) -> Slide:
    """The most urgent findings that nobody handled, those new since the last meeting marked."""
    words, judged = scene.words, scene.judged
    noted = noted_sentence(judged, words)
    points = tuple(_point(one, scene) for one in judged.open)
    rest, title = len(points) - MOST, _attention_title(scene)
    return Slide(
        name="attention",
        title=title,
        lead=noted,
        points=points[:MOST],
        caption=words("slide.attention.more", n=rest, count=number_word(rest, words)) if rest > 0 else "",
        table=attention_table(judged, scene.view, words) if judged.findings else None,
        notes=tuple(filter(None, (noted, *(point.text for point in points)))) or (title,),
    )


def _attention_title(scene: Scene) -> str:
    """How many findings are open and how many of them urgent, or that none is."""
    words, judged = scene.words, scene.judged
    total, urgent = len(judged.open), sum(one.finding.urgency is Urgency.URGENT for one in judged.open)
    if not total:
        key = "attention.headline.none" if judged.handled else "summary.attention.none"
        return unmarked(words(key, month=month(scene.view.month, words)))
    key = "slide.attention.all_urgent" if urgent == total else "slide.attention.urgent"
    title = words(
        key if urgent else "slide.attention",
        n=total,
        all=number_word(total, words),
        urgent=number_word(urgent, words),
    )
    return title[:1].upper() + title[1:]


def _point(one: Judged, scene: Scene) -> Point:
    words, urgency = scene.words, one.finding.urgency
    return Point(
        text=attention_sentence(one.finding, words=words, reference=scene.view.reference),
        mark=words(f"urgency.{urgency}"),
        color=MARKS[urgency],
        tag=words("attention.new") if one.new else "",
    )


def closing(scene: Scene) -> Slide:
    """Protection, target, money and duties in a sentence each."""
    words, view, aims = scene.words, scene.view, scene.aims
    tree, duties = view.reference.sumber_tree, duty_rows(view)
    target = pace_sentence(aims.now, words, bulan=view.month) or state_sentence(
        aims.now, words, family=family_name(view, words), bulan=view.month
    )
    money = early_sentence(scene.money.budgeted, words, tree=tree) or budget_sentence(
        scene.money.absorption, words
    )
    said = (headline(scene).title, target, money, f"{duties_title(duties, words)}.")
    return Slide(
        name="closing",
        title=words("slide.closing.title"),
        points=tuple(Point(text=sentence) for sentence in said if sentence),
        table=duty_table(duties, view, words),
        notes=(scene.footing.line(words), words("slide.closing.note")),
    )
