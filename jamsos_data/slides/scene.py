"""What all slides of a view look at: each group of figures is asked for once, when the first slide needs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jamsos_data.map_shapes import Outlines
from jamsos_data.messages import Messages
from jamsos_data.sentences.summary import Change, change_between
from jamsos_data.sentences.wording import family_mark
from jamsos_data.slides.slide import Footing
from jamsos_data.views import figures
from jamsos_data.views.coverage_figures import AreaFigures, area_figures, mapped_alike
from jamsos_data.views.judged import JudgedFindings
from jamsos_data.views.premiums_figures import PremiumFigures, premium_figures
from jamsos_data.views.rows import first_row
from jamsos_data.views.targets_figures import TargetFigures, target_figures
from jamsos_data.views.view import View
from jamsos_data.wording import has_value


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A view with a month, the words of one language, and the outlines of its areas (None: no map can be drawn).

    `judge` tells what needs attention, and what was noted about it.
    """

    view: View
    words: Messages
    footing: Footing
    judge: Callable[[], JudgedFindings]
    outlines: Outlines | None = None

    @cached_property
    def now(self) -> Any:
        """The area looked at: its row of measure_coverage."""
        return first_row(figures.coverage(self.view, total=True))

    @cached_property
    def target(self) -> Any | None:
        """The area looked at: its row of measure_targets; None while one payer is looked at."""
        if self.view.sumber_dana is not None:
            return None
        return first_row(figures.targets(self.view, total=True))

    @cached_property
    def change(self) -> Change | None:
        """From the month compared with to the month looked at."""
        before = self.view.banding
        if before is None:
            return None
        whole = self.view.wilayah == self.view.reference.kabupaten
        earlier = first_row(figures.coverage(self.view, total=True, bulan=before))
        return change_between(earlier, self.now, mapped_alike=whole or mapped_alike(self.view))

    @cached_property
    def inside(self) -> AreaFigures:
        """The areas inside the one looked at."""
        return area_figures(self.view)

    @cached_property
    def aims(self) -> TargetFigures:
        """Targets of the area, its segments and the areas in it."""
        return target_figures(self.view)

    @cached_property
    def money(self) -> PremiumFigures:
        """What is paid, by whom, out of which pagu."""
        return premium_figures(self.view)

    @cached_property
    def judged(self) -> JudgedFindings:
        """What needs attention, the most urgent first, with what was noted about it."""
        return self.judge()

    @property
    def has_areas(self) -> bool:
        """Whether there are areas inside the one looked at: a desa has none."""
        return self.view.reference.area_level(self.view.wilayah) != self.view.level_inside

    @property
    def family(self) -> str:
        """The mark of the family of targets, see :func:`wording.family_mark`."""
        return family_mark(self.view)


def footing_of(view: View, words: Messages, *, state: str, example: bool) -> Footing:
    """What the figures of a view rest on. `state`: when the data were changed last, or their versions."""
    reference = view.reference
    filters = []
    if view.segmen != reference.segmen_tree.root:
        filters.append(reference.segmen_tree.name(view.segmen, words.language))
    if view.sumber_dana is not None:
        filters.append(reference.sumber_tree.name(view.sumber_dana, words.language))
    filters.append(words("filter.jakon.with" if view.dengan_jakon else "filter.jakon.without"))
    if family_mark(view):
        filters.append(words("slide.family", family=view.keluarga))
    return Footing(
        area=reference.area_name(view.wilayah),
        bulan=view.month,
        basis=_basis(view, words),
        state=state,
        filters=tuple(filters),
        example=example,
    )


def _basis(view: View, words: Messages) -> str:
    """The denominator that counts in the month, with its year; empty while there is none."""
    if view.basis is None:
        return ""
    name = view.reference.name_of("basis", view.basis, words.language)
    row = first_row(figures.coverage(view, total=True))
    return f"{name} {int(row.tahun)}" if row is not None and has_value(row.tahun) else name
