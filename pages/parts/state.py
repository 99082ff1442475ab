"""What the viewer is looking at: the codes in the address, checked against the data that is there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from types import FunctionType
from typing import Any

import pandas as pd

from jamsos_data.metrics.reported import Reported
from jamsos_data.periods import add_months, month_key
from jamsos_data.reference import Reference
from jamsos_data.views.view import Found, Question, View
from pages.parts import address
from pages.parts.answers import answer, stored_rows
from pages.parts.keeping import kept
from pages.parts.snapshot import (
    Snapshot,
    available_bases,
    available_periods,
    incomplete_months,
    reference_of,
    take_snapshot,
)

KEPT_GATHERED = 200
WITHOUT_JAKON = "tanpa"


@dataclass(frozen=True, kw_only=True)
class Selection(View):
    """The state of the filters for one run, over the snapshot that it looks at.

    `incomplete_banding` is the month that would have been compared with, were both complete. `unknown` names the
    parameters of the address whose code the data does not know.
    """

    snapshot: Snapshot
    incomplete_banding: datetime | None = None
    unknown: tuple[str, ...] = ()

    def ask(self, measure: str, question: Question, **options: Any) -> Any:
        """The answer of a metric, kept while the snapshot is the newest."""
        return answer(measure, self.snapshot, question, **options)

    def keep(self, gather: Callable[[View], Found]) -> Found:
        """What `gather` finds, kept for all sessions by what was chosen."""
        return _gathered(gather, self)

    def choices(self) -> tuple[Any, ...]:
        """All that was chosen, to tell one selection from another; the reference tables follow from the snapshot."""
        return tuple(getattr(self, field.name) for field in fields(self) if field.name != "reference")

    def rows(self, kind: str) -> pd.DataFrame:
        """All rows of a small data set at the snapshot."""
        return stored_rows(self.snapshot, kind)

    @property
    def incomplete(self) -> Mapping[datetime, Reported]:
        """The months of which only a part was uploaded, with what they lack."""
        return incomplete_months(self.snapshot)

    @property
    def paid_months(self) -> tuple[datetime, ...]:
        """The months with payments, oldest first."""
        return available_periods(self.snapshot).get("iuran", ())


@kept(
    at_most=KEPT_GATHERED,
    told_apart_by={Selection: Selection.choices, FunctionType: attrgetter("__qualname__")},
)
def _gathered(gather: Callable[[View], Found], selection: Selection) -> Found:
    return gather(selection)


def read_selection() -> Selection:
    """The selection of this run. A code that the data does not know falls back to the default."""
    choices = address.all_chosen()
    return _selected(take_snapshot(_moment(choices.get("versi", ""))), frozenset(choices.items()))


@lru_cache(maxsize=KEPT_GATHERED)
def _selected(snapshot: Snapshot, choices: frozenset[tuple[str, str]]) -> Selection:
    chosen = dict(choices)
    reference = reference_of(snapshot)
    families = reference.codes("keluarga_target")
    months = shown_months(snapshot)
    bulan = _month(chosen.get("bulan"), months) or (months[-1] if months else None)
    incomplete = incomplete_months(snapshot)
    banding = _compared_month(bulan, _month(chosen.get("banding"), months), months)
    return Selection(
        snapshot=snapshot,
        reference=reference,
        bulan=bulan,
        banding=None if {bulan, banding} & set(incomplete) else banding,
        segmen=_known(chosen.get("segmen"), reference.segmen_tree.codes) or reference.segmen_tree.root,
        sumber_dana=_known(chosen.get("sumber"), reference.sumber_tree.codes[1:]),
        dengan_jakon=chosen.get("jakon") != WITHOUT_JAKON,
        basis=_basis(chosen.get("basis"), available_bases(snapshot)),
        wilayah=_known(chosen.get("wilayah"), tuple(reference.wilayah["kode"])) or reference.kabupaten,
        keluarga=_known(chosen.get("keluarga"), families) or families[0],
        incomplete_banding=banding if banding in incomplete else None,
        unknown=_unknown_parameters(chosen, snapshot, reference),
    )


def without_filters(selection: Selection, names: Collection[str]) -> Selection:
    """`selection` as if the filters `names` (segmen, sumber, jakon) stood at their defaults."""
    defaults: dict[str, dict[str, Any]] = {
        "segmen": {"segmen": selection.reference.segmen_tree.root},
        "sumber": {"sumber_dana": None},
        "jakon": {"dengan_jakon": True},
    }
    changed = {field: value for name in names for field, value in defaults.get(name, {}).items()}
    return replace(selection, **changed) if changed else selection


def select_area(kode: str) -> None:
    """Look at one area; for callbacks of maps, bars, rows and the trail."""
    address.choose(wilayah=kode)


def shown_months(snapshot: Snapshot) -> tuple[datetime, ...]:
    """The months that can be looked at, oldest first."""
    periods = available_periods(snapshot)
    return periods.get("kepesertaan") or periods.get("iuran") or ()


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _known(code: str | None, codes: Sequence[str]) -> str | None:
    return code if code in codes else None


def _unknown_parameters(
    chosen: Mapping[str, str], snapshot: Snapshot, reference: Reference
) -> tuple[str, ...]:
    keys = [month_key(month) for month in shown_months(snapshot)]
    known: dict[str, Sequence[str]] = {
        "wilayah": list(reference.wilayah["kode"]),
        "bulan": keys,
        "banding": keys,
        "segmen": reference.segmen_tree.codes,
        "sumber": reference.sumber_tree.codes,
        "basis": available_bases(snapshot),
        "keluarga": reference.codes("keluarga_target"),
    }
    unknown = [name for name, codes in known.items() if chosen.get(name, "") not in ("", *codes)]
    moment = chosen.get("versi", "")
    return (*unknown, *(("versi",) if moment and _moment(moment) is None else ()))


def _basis(code: str | None, bases: Sequence[str]) -> str | None:
    return _known(code, bases) or (bases[0] if bases else None)


def _month(key: str | None, months: Sequence[datetime]) -> datetime | None:
    return next((month for month in months if month_key(month) == key), None)


def _compared_month(
    bulan: datetime | None, asked: datetime | None, months: Sequence[datetime]
) -> datetime | None:
    if bulan is None:
        return None
    before = add_months(bulan, -1)
    return asked or (before if before in months else None)
