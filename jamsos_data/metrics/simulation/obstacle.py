"""What an obstacle of a plan is, and what the rules that find them look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import pandas as pd

from jamsos_data.metrics.simulation.money import PlanMoney
from jamsos_data.metrics.simulation.people import Added
from jamsos_data.metrics.simulation.places import Spot
from jamsos_data.metrics.simulation.plan import Plan
from jamsos_data.reference import Reference


class Weight(StrEnum):
    """How much an obstacle weighs, the heaviest first."""

    BLOCKS = "berat"  # the plan cannot be carried out like this
    CHECK = "periksa"  # it may, but somebody has to look first
    NOTE = "catatan"  # how it was reckoned


@dataclass(frozen=True, kw_only=True)
class Obstacle:
    """One of them: `code` names its sentence (simulation.obstacle.<code>), `params` what goes into it.

    params are raw, as in :class:`attention_kinds.Attention`: people, rupiah and years as int, months as datetime,
    areas, segments and sources as codes, tuples for several.
    """

    code: str
    weight: Weight
    params: Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Reckoning:
    """A plan with what was worked out for it: what the rules look at."""

    plan: Plan
    spots: Sequence[Spot]
    added: Added
    money: PlanMoney
    tariffs: pd.DataFrame
    bulan: datetime
    reference: Reference

    def people_of(self, area: str) -> int:
        """The people that are added in an area."""
        return sum(count for (code, _, _), count in self.added.orang.items() if code == area)
