"""How colours look to eyes that see them differently, for the tests of the palettes.

Matrices: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
Deficiency" (IEEE TVCG 15/6, 2009), severity 1,0, on linear RGB. Distance: Euclidean in Oklab (Ottosson 2020),
0 = the same, 1 = black to white.
"""

from jamsos_data.colors import channels, linear_channel

SIGHTS = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}  # fmt: skip


def distance(one: str, other: str, *, sight: str) -> float:
    a, b = (_oklab(_seen(color, sight)) for color in (one, other))
    return sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5


def _seen(color: str, sight: str) -> tuple[float, ...]:
    linear = [linear_channel(channel / 255) for channel in channels(color)]
    mixed = (sum(w * c for w, c in zip(row, linear, strict=True)) for row in SIGHTS[sight])
    return tuple(min(max(value, 0.0), 1.0) for value in mixed)


def _oklab(linear: tuple[float, ...]) -> tuple[float, float, float]:
    r, g, b = linear
    cone_l = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    cone_m = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    cone_s = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * cone_l + 0.7936177850 * cone_m - 0.0040720468 * cone_s,
        1.9779984951 * cone_l - 2.4285922050 * cone_m + 0.4505937099 * cone_s,
        0.0259040371 * cone_l + 0.7827717662 * cone_m - 0.8086757660 * cone_s,
    )
