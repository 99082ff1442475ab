"""What a map writes into its areas, and where: none overlaps another, and every area can be told.

A label that has no room for its name gets a number, which the key below the map explains.
Labels with a place of their own in the outlines (a line leads to the area) always keep it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jamsos_data.map_shapes import Frame, Point, Ring, middle_of, widest_stretch
from jamsos_data.text_layout import fold, text_width

LINE = 15  # px
SIZE = 12  # px
INK = 0.8  # of a label's height carries ink: its corners may touch the outline
NAME_WIDTH = 12  # letters before a name is folded
WIDEST_NUMBER = "<b>00</b>"
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """What an area would like to say, and then: where (`at`, degrees) and in which words (`text`).

    `number` is 0 for a label that names its area.
    """

    kode: str
    name: str
    value: str
    at: Point | None = None
    anchor: Point | None = None
    text: str = ""
    number: int = 0

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
    def names(self) -> tuple[str, ...]:
        """The name in one line, or folded."""
        return tuple(f"<b>{name}</b>{self._gap}" for name in self._spellings)

    @property
    def names_with_value(self) -> tuple[str, ...]:
        """The same with the value below."""
        return tuple(f"<b>{name}</b>{self._gap}<br>{self.value}{self._gap}" for name in self._spellings)

    @property
    def _spellings(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.name, fold(self.name, NAME_WIDTH))))

    @property
    def _gap(self) -> str:
        return "\N{NO-BREAK SPACE}" if self.outside else ""  # keeps the text off its line

    def numbered(self, number: int) -> tuple[str, ...]:
        """What stands for the name, the fuller first."""
        return f"<b>{number}</b><br>{self.value}", f"<b>{number}</b>"


def place_labels(
    labels: Sequence[Label],
    rings: Mapping[str, tuple[Ring, ...]],
    *,
    extent: Frame,
    size: tuple[int, int],
) -> list[Label]:
    """All labels on a map of `size` (px, the smallest one designed for), with place and text, by kode.

    Given places come first, then areas from the widest to the narrowest: first all names that have room, then the
    values. The place of a number is kept free in every area. Numbers follow the alphabet of the names.
    """
    scale = min(size[0] / extent.width, size[1] / extent.height)
    wished = [label if label.at else replace(label, at=middle_of(rings[label.kode])) for label in labels]
    given = {label.kode for label in labels if label.at}
    order = sorted(wished, key=lambda label: (label.kode not in given, -_room(label, rings)))
    taken = {label.kode: box_of(label, WIDEST_NUMBER, scale) for label in order if label.kode not in given}
    written: dict[str, str] = {}

    def write(label: Label, texts: Sequence[str]) -> None:
        others = [box for kode, box in taken.items() if kode != label.kode]
        for text in texts:
            box = box_of(label, text, scale)
            fits = label.kode in given or _fits(label, box, rings, scale)
            if fits and not any(overlap(box, other) for other in others):
                taken[label.kode], written[label.kode] = box, text
                return

    for label in order:
        write(label, label.names)
    for label in order:
        if label.kode in written:
            write(label, label.names_with_value)
    nameless = sorted((label for label in order if label.kode not in written), key=lambda label: label.name)
    numbers = {label.kode: number for number, label in enumerate(nameless, start=1)}
    for label in nameless:
        fuller, bare = label.numbered(numbers[label.kode])
        write(label, (fuller,))
        written.setdefault(label.kode, bare)
    placed = [replace(label, text=written[label.kode], number=numbers.get(label.kode, 0)) for label in wished]
    return sorted(placed, key=lambda label: label.kode)


def _room(label: Label, rings: Mapping[str, tuple[Ring, ...]], *, height: float = 0.0) -> float:
    """Width (degrees) that a text around `at`, `height` above and below it, has inside its area."""
    x, y = label.at or (0.0, 0.0)
    cuts = [widest_stretch(rings[label.kode], level) for level in (y - height, y, y + height)]
    return 2 * max(min(min(x - start, end - x) for start, end in cuts), 0.0)


def _fits(label: Label, box: Box, rings: Mapping[str, tuple[Ring, ...]], scale: float) -> bool:
    height = (box[3] - box[1]) / 2
    return box[2] - box[0] <= _room(label, rings, height=height * INK / scale) * scale


def box_of(label: Label, text: str, scale: float) -> Box:
    """The label's rectangle in px (left, bottom, right, top)."""
    at = label.at or (0.0, 0.0)
    width, height = text_width(text, SIZE), LINE * (text.count("<br>") + 1)
    x, y = at[0] * scale, at[1] * scale
    left = {"middle center": x - width / 2, "middle left": x - width, "middle right": x}[label.position]
    return left, y - height / 2, left + width, y + height / 2


def overlap(one: Box, other: Box) -> bool:
    """Whether two rectangles cover some of the same place."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
