"""Which labels a map has room for, and where they stand: none overlaps another.

A label that cannot be written in full is written with its value alone, else left to the hover text.
Labels with a place of their own in the outlines (a line leads to the area) always keep it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pages.parts.charts.canvas import fold, text_width
from pages.parts.map_shapes import Frame, Point, Ring, middle_of, widest_stretch

LINE = 15  # px
SIZE = 12  # px
INK = 0.8  # of a label's height carries ink: its corners may touch the outline
NAME_WIDTH = 12  # letters before a name is folded
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """What an area would like to say, and then: where (`at`, degrees) and in which words (`text`)."""

    kode: str
    name: str
    value: str
    at: Point | None = None
    anchor: Point | None = None
    text: str = ""

    @property
    def outside(self) -> bool:
        """Whether the label stands off its area, joined to it by a line."""
        return self.at is not None and self.anchor is not None and self.at != self.anchor

    @property
    def position(self) -> str:
        """Plotly's name for where the text lies as seen from `at`."""
        if not self.outside or self.at is None or self.anchor is None:
            return "middle center"
        return "middle left" if self.at[0] < self.anchor[0] else "middle right"

    @property
    def wordings(self) -> tuple[str, ...]:
        """What may be written, the fullest first."""
        gap = "\N{NO-BREAK SPACE}" if self.outside else ""  # keeps the text off its line
        folded = fold(self.name, NAME_WIDTH)
        full = [f"<b>{name}</b>{gap}<br>{self.value}{gap}" for name in dict.fromkeys((self.name, folded))]
        return (*full, self.value)


def place_labels(
    labels: Sequence[Label],
    rings: Mapping[str, tuple[Ring, ...]],
    *,
    extent: Frame,
    size: tuple[int, int],
) -> list[Label]:
    """The labels that fit a map of `size` (px, the smallest one designed for), with place and text.

    Given places come first, then areas from the widest to the narrowest.
    """
    scale = min(size[0] / extent.width, size[1] / extent.height)
    wished = [label if label.at else replace(label, at=middle_of(rings[label.kode])) for label in labels]
    given = {label.kode for label in labels if label.at}
    order = sorted(wished, key=lambda label: (label.kode not in given, -_room(label, rings)))
    taken: list[Box] = []
    placed = []
    for label in order:
        for text in label.wordings:
            box = _box(label, text, scale)
            fits = label.kode in given or _fits(label, box, rings, scale)
            if fits and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                placed.append(replace(label, text=text))
                break
    return sorted(placed, key=lambda label: label.kode)


def _room(label: Label, rings: Mapping[str, tuple[Ring, ...]], *, height: float = 0.0) -> float:
    """Width (degrees) that a text around `at`, `height` above and below it, has inside its area."""
    x, y = label.at or (0.0, 0.0)
    cuts = [widest_stretch(rings[label.kode], level) for level in (y - height, y, y + height)]
    return 2 * max(min(min(x - start, end - x) for start, end in cuts), 0.0)


def _fits(label: Label, box: Box, rings: Mapping[str, tuple[Ring, ...]], scale: float) -> bool:
    height = (box[3] - box[1]) / 2
    return box[2] - box[0] <= _room(label, rings, height=height * INK / scale) * scale


def _box(label: Label, text: str, scale: float) -> Box:
    """The label's rectangle in px (left, bottom, right, top)."""
    at = label.at or (0.0, 0.0)
    width, height = text_width(text, SIZE), LINE * (text.count("<br>") + 1)
    x, y = at[0] * scale, at[1] * scale
    left = {"middle center": x - width / 2, "middle left": x - width, "middle right": x}[label.position]
    return left, y - height / 2, left + width, y + height / 2


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
