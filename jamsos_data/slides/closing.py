"""The last slides: what needs somebody's attention, and what to take home."""

from __future__ import annotations

from jamsos_data.colors import Look, palette
from jamsos_data.metrics.attention_kinds import Urgency
from jamsos_data.metrics.attention_text import attention_sentence
from jamsos_data.sentences.premiums import budget_sentence, early_sentence
from jamsos_data.sentences.summary import number_word
from jamsos_data.sentences.targets import duties_title, family_name, pace_sentence, state_sentence
from jamsos_data.slides.opening import headline
from jamsos_data.slides.scene import Scene
from jamsos_data.slides.slide import Point, Slide
from jamsos_data.slides.tables import attention_table, duty_table
from jamsos_data.views.duties import duty_rows
from jamsos_data.wording import month

MOST = 5
COLORS = palette(Look())
MARKS = {Urgency.URGENT: "#A4262C", Urgency.SOON: COLORS.target, Urgency.CHECK: COLORS.muted}


def attention(scene: Scene) -> Slide:
    """The most urgent findings."""
    words, found = scene.words, scene.findings
    urgent = sum(one.urgency is Urgency.URGENT for one in found)
    title = words("summary.attention.none", month=month(scene.view.month, words))
    if found:
        key = "slide.attention.all_urgent" if urgent == len(found) else "slide.attention.urgent"
        title = words(
            key if urgent else "slide.attention",
            n=len(found),
            all=number_word(len(found), words),
            urgent=number_word(urgent, words),
        )
        title = title[:1].upper() + title[1:]
    points = tuple(
        Point(
            text=attention_sentence(one, words=words, reference=scene.view.reference),
            mark=words(f"urgency.{one.urgency}"),
            color=MARKS[one.urgency],
        )
        for one in found
    )
    rest = len(points) - MOST
    return Slide(
        name="attention",
        title=title,
        points=points[:MOST],
        caption=words("slide.attention.more", n=rest, count=number_word(rest, words)) if rest > 0 else "",
        table=attention_table(found, scene.view, words) if found else None,
        notes=tuple(point.text for point in points) or (title,),
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
