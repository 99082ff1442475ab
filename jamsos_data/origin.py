"""What a table rests on, said beside its columns: by which formulas, and on which rows of which data sets.

The bounds of these rows (months, area, segment, source) are words here; what is looked at gives them their values.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

When = Literal[
    "month", "compared", "pace", "year_before", "since_january", "twelve_months", "shown", "through", "always"
]
Place = Literal["own", "inside", "parts", "own_and_parts", "villages", "upwards", "regency"]
Choice = Literal["segmen", "sumber_dana", "jakon"]
Made = Literal["figure", "years", "pace", "areas", "judged"]
Matched = Literal["exactly", "inside", "related"]
EVERY_CHOICE: tuple[Choice, ...] = ("segmen", "sumber_dana", "jakon")


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Rows of the data set `kind` behind a table.

    `when`: of the month looked at; of the one compared with; of six months before; of a year before; since January;
    of the last twelve months; of the months that the table shows; of everything through the month; of any time. A
    data set by year gives the year that counts for these months. `place`: the area looked at (own); it or, of a desa,
    its kecamatan (inside); the areas inside that, without what is known for it as a whole (parts), or with the area
    looked at (own_and_parts); the desa in it (villages); it and the areas above it, each as a whole (upwards); the
    regency. `unasked`: choices that do not narrow the table. `under`: a funding source that narrows it unless another
    is chosen. `matching`: pairs of a column of the data set and one of the table whose codes it must hold; where the
    table lacks one of them, nothing is behind. `matched`: areas and segments so named hold themselves alone
    (exactly), those in them, too (inside), or of segments also those above (related). `made`: only the rows that the
    figure of the area looked at is made of, of potensi and umkm (figure), or of umkm those of its years (years), of
    the two newest of them (pace), or of each area in it and the year before (areas), or those by which areas are
    judged, of potensi and target (judged): what stands beside them, as the parts of a stated potensi or older years
    do, is left out. `judged`: the areas and segments that are; none named: the area looked at in all its segments,
    and the areas inside it as a whole. `without_jakon`: never those of jasa konstruksi.
    """

    kind: str
    when: When = "month"
    place: Place = "own"
    unasked: tuple[Choice, ...] = ()
    under: str | None = None
    matching: tuple[tuple[str, str], ...] = ()
    matched: Matched = "exactly"
    made: Made | None = None
    judged: tuple[tuple[str, str], ...] = ()
    without_jakon: bool = False


@dataclass(frozen=True, kw_only=True)
class Origin:
    """The names of the formulas (one is left out where the table lacks its columns), and the rows."""

    formulas: tuple[str, ...]
    rows: tuple[Rows, ...]


def people_and_potential(
    place: Place, *, when: When = "month", unasked: tuple[Choice, ...] = ()
) -> tuple[Rows, ...]:
    """The two data sets behind coverage."""
    return tuple(
        Rows(kind=kind, when=when, place=place, unasked=unasked) for kind in ("kepesertaan", "potensi")
    )


def targets_shown() -> Rows:
    """The targets that a table of measure_targets names by area, segment and deadline."""
    named = (("kode_wilayah", "asal_target"), ("segmen", "segmen"), ("batas_waktu", "batas_waktu"))
    return Rows(kind="target", when="always", place="regency", unasked=EVERY_CHOICE, matching=named)


def rows_judged_by(place: Place, judged: tuple[tuple[str, str], ...] = ()) -> tuple[Rows, ...]:
    """People, potensi and targets behind a judgement on areas; `judged` as in :class:`Rows`."""
    unasked: tuple[Choice, ...] = ("segmen", "sumber_dana")
    people, potential = people_and_potential(place, unasked=unasked)
    return people, *(replace(rows, made="judged", judged=judged) for rows in (potential, targets_shown()))


def whole_budgets() -> tuple[Rows, ...]:
    """What tells until when each pagu of the regency lasts, whoever is looked at."""
    return (
        Rows(kind="iuran", when="since_january", place="regency", unasked=EVERY_CHOICE),
        Rows(kind="anggaran", place="regency", unasked=EVERY_CHOICE),
        Rows(kind="kepesertaan", place="regency", unasked=EVERY_CHOICE),
    )
