"""Round numbers for the axis of a chart."""

TICKS = 5
STEPS = (1, 2, 2.5, 5, 10)


def nice_ticks(low: float, high: float) -> list[int]:
    """About five round whole numbers that enclose low–high with room for a label above."""
    rough = max((high - low) * 1.25, high * 0.02, 4) / (TICKS - 1)
    power = 10 ** (len(str(int(rough))) - 1)
    step = max(int(next(step for step in STEPS if step * power >= rough) * power), 1)
    first = max(int(low // step) * step, 0)
    return list(range(first, int(high + step * 1.5) + 1, step))
