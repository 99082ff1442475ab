"""Rupiah axes: the unit (Rp, juta, miliar, triliun) and round ticks chosen from the data."""

from dataclasses import dataclass
from typing import Any

from jamsos_data.formats import format_number
from jamsos_data.messages import Messages

UNITS = (
    (10**12, "chart.unit.trillion"),
    (10**9, "chart.unit.billion"),
    (10**6, "chart.unit.million"),
    (1, "chart.unit.rupiah"),
)
STEPS = (1, 2, 5, 10)
MOST_TICKS = 6


@dataclass(frozen=True)
class RupiahAxis:
    """Tick positions in rupiah, their texts in `unit` ("Rp miliar")."""

    ticks: tuple[int, ...]
    texts: tuple[str, ...]
    unit: str

    @property
    def settings(self) -> dict[str, Any]:
        """The part of a Plotly axis that shows these ticks."""
        return {"tickvals": list(self.ticks), "ticktext": list(self.texts)}


def rupiah_axis(top: int, words: Messages) -> RupiahAxis:
    """Round ticks from 0 to `top` (Rp) with texts in the largest unit that leaves few digits."""
    top = max(top, 1)
    step = _step(top)
    ticks = tuple(range(0, top + step, step))
    size, key = next((size, key) for size, key in UNITS if top >= size)
    digits = 0 if step % size == 0 else 1 if step * 10 % size == 0 else 2
    texts = tuple(format_number(tick / size, digits=digits, language=words.language) for tick in ticks)
    return RupiahAxis(ticks, texts, words(key))


def _step(top: int) -> int:
    power = 10 ** (len(str(top)) - 1)
    candidates = [step * power // 10 for step in STEPS] + [step * power for step in STEPS]
    return next(step for step in candidates if step > 0 and top / step <= MOST_TICKS)
