"""Which slides there are, in the order of a meeting: the answer, where, against what, for what money, what now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

from jamsos_data.map_shapes import Outlines
from jamsos_data.messages import Messages
from jamsos_data.slides.aims import targets
from jamsos_data.slides.areas import area_map, ranking
from jamsos_data.slides.burn_up import burn_up
from jamsos_data.slides.closing import attention, closing
from jamsos_data.slides.money import budgets, months_by_source
from jamsos_data.slides.opening import cover, headline
from jamsos_data.slides.scene import Scene
from jamsos_data.slides.slide import NO_OCCASION, Deck, Footing, Occasion, Slide
from jamsos_data.views.judged import JudgedFindings
from jamsos_data.views.view import View

SLIDES: Mapping[str, Callable[[Scene], Slide]] = MappingProxyType(
    {
        "cover": cover,
        "headline": headline,
        "map": area_map,
        "ranking": ranking,
        "targets": targets,
        "burn_up": burn_up,
        "premiums": months_by_source,
        "budgets": budgets,
        "attention": attention,
        "closing": closing,
    }
)


def build_deck(
    view: View,
    words: Messages,
    *,
    footing: Footing,
    outlines: Outlines | None,
    judged: Callable[[], JudgedFindings],
    wanted: Collection[str] = tuple(SLIDES),
    occasion: Occasion = NO_OCCASION,
) -> Deck:
    """The slides of a view with a month, in the order of `wanted` (names of SLIDES).

    `judged`: what needs attention, asked where a slide shows it.

    Raises KeyError for a name that no slide has, ValueError for a view without a month.
    """
    scene = Scene(view=view, words=words, footing=footing, outlines=outlines, judge=judged)
    slides = tuple(SLIDES[name](scene) for name in wanted)
    return Deck(slides=slides, footing=footing, words=words, occasion=occasion)
