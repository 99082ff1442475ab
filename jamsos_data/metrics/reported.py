"""Whether a month is there as a whole: which segments, funding sources and kecamatan of the months before it lacks.

A month of which only one recap has been uploaded looks like a collapse of coverage. Its people are right, but a
change, a pace or a verdict made with it would mislead. What has really ended is stated with 0 people, was paid in
advance up to its last month (`lunas_sampai`), or is work that exists only around an election.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import narwhals as nw
from narwhals.typing import IntoFrame

from jamsos_data.metrics.areas import area_scope
from jamsos_data.metrics.frames import add_up, collect, lazy, listed
from jamsos_data.metrics.participants import disjoint_participants
from jamsos_data.metrics.prepaid import announced_ends
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree

INCOMPLETE_FROM = 1.0  # percent of the people of the month compared with
SAME_PEOPLE_FROM = 50.0  # percent of a node's people that its finer rows must hold to stand for it
LOOK_BACK = 3  # months with data; what has been missing for longer is taken to have ended
TEMPORARY = frozenset({"PENYELENGGARA_PEMILU"})  # segments whose work ends with the event

Node = tuple[str, str, str]  # segmen, sumber_dana, kode_wilayah of a kecamatan or of the regency
Place = tuple[str, str]  # segmen, kode_wilayah


@dataclass(frozen=True, kw_only=True)
class Reported:
    """What `bulan` lacks of what `before` had: codes of segments and funding sources (as stated there).

    `kecamatan` are those that lack a segment which is there for others. `segmen_before`, `sumber_before` and
    `kecamatan_before` are how many of each had people then; `orang` is how many people stood, in `before`, under
    what is missing, each once, and `orang_before` all people of that month.
    """

    bulan: datetime
    before: datetime
    segmen: tuple[str, ...]
    segmen_before: int
    sumber_dana: tuple[str, ...]
    sumber_before: int
    kecamatan: tuple[str, ...]
    kecamatan_before: int
    orang: int
    orang_before: int

    @property
    def is_complete(self) -> bool:
        """Whether what is missing held less than INCOMPLETE_FROM of the people."""
        return 100 * self.orang < INCOMPLETE_FROM * self.orang_before or self.orang == 0


def measure_reported(
    kepesertaan: IntoFrame, *, reference: Reference, bulan: datetime, before: datetime
) -> Reported:
    """What `bulan` lacks of what `before`, an earlier month, had; the whole home regency, all programmes."""
    return _Months(kepesertaan, reference=reference, since=before, until=bulan).compare(bulan, before)


def find_incomplete_months(kepesertaan: IntoFrame, *, reference: Reference) -> dict[datetime, Reported]:
    """The months that are not complete, each compared with the last complete one.

    That one is looked for in the LOOK_BACK months with data before it; where none of them is complete, what has
    been missing so long is taken to have ended, and the month before counts.
    """
    months = _Months(kepesertaan, reference=reference, since=None, until=datetime.max)
    found: dict[datetime, Reported] = {}
    known = sorted(months.people)
    for place, bulan in enumerate(known[1:], start=1):
        earlier = known[max(0, place - LOOK_BACK) : place]
        before = next((month for month in reversed(earlier) if month not in found), earlier[-1])
        answer = months.compare(bulan, before)
        if not answer.is_complete:
            found[bulan] = answer
    return found


class _Months:
    """People by month and node, and the months at which payments made in advance end."""

    def __init__(
        self, kepesertaan: IntoFrame, *, reference: Reference, since: datetime | None, until: datetime
    ) -> None:
        self._reference = reference
        scope = area_scope(reference, tingkat="kecamatan")
        keys = ["periode", "segmen", "sumber_dana", "kode_wilayah"]
        rows = disjoint_participants(kepesertaan, reference=reference, scope=scope, since=since, until=until)
        gathered = rows.with_columns(scope.gather().alias("kode_wilayah"))
        counted = collect(add_up(gathered, "peserta_aktif", by=keys), sort_by=keys)
        self.people: dict[datetime, dict[Node, int]] = {}
        months, *nodes = listed(counted, *keys)
        for month, node, people in zip(
            months, zip(*nodes, strict=True), counted["peserta_aktif"].tolist(), strict=True
        ):
            self.people.setdefault(month, {})[node] = people
        inside = scope.keep_inside(lazy(kepesertaan))
        self._ends = _ends_of_advance_payments(inside.with_columns(scope.gather().alias("kode_wilayah")))

    def compare(self, bulan: datetime, before: datetime) -> Reported:
        then = {
            node: people
            for node, people in self.people.get(before, {}).items()
            if people > 0 and not self._has_ended(node, bulan, before)
        }
        now = self.people.get(bulan, {})
        segments, sources = _added(then, axis=0), _added(then, axis=1)
        segmen = _missing(segments, _added(now, axis=0), tree=self._reference.segmen_tree)
        sumber_dana = _missing(sources, _added(now, axis=1), tree=self._reference.sumber_tree)
        places = self._missing_places(then, now, without=segmen)
        return Reported(
            bulan=bulan,
            before=before,
            segmen=segmen,
            segmen_before=len(segments),
            sumber_dana=sumber_dana,
            sumber_before=len(sources),
            kecamatan=tuple(sorted({area for _, area in places})),
            kecamatan_before=len({area for _, _, area in then if area != self._reference.kabupaten}),
            orang=sum(
                people
                for (code, payer, area), people in then.items()
                if code in segmen or payer in sumber_dana or (code, area) in places
            ),
            orang_before=sum(then.values()),
        )

    def _missing_places(
        self, then: Mapping[Node, int], now: Mapping[Node, int], *, without: tuple[str, ...]
    ) -> set[Place]:
        """Segments of single kecamatan that are not stated, where the segment is stated for other areas.

        People stated for the whole regency may be those of any kecamatan, so then none is missing.
        """
        tree, whole = self._reference.segmen_tree, self._reference.kabupaten
        stated: dict[str, dict[str, int]] = {}
        for (segmen, _, area), people in now.items():
            here = stated.setdefault(area, {})
            here[segmen] = here.get(segmen, 0) + people
        missing: set[Place] = set()
        for area in {area for _, _, area in then} - {whole}:
            here = _added({node: people for node, people in then.items() if node[2] == area}, axis=0)
            known = {**stated.get(whole, {}), **stated.get(area, {})}
            missing |= {
                (segmen, area) for segmen in _missing(here, known, tree=tree) if segmen not in without
            }
        return missing

    def _has_ended(self, node: Node, bulan: datetime, before: datetime) -> bool:
        return node[0] in TEMPORARY or any(before <= end < bulan for end in self._ends.get(node, ()))


def _ends_of_advance_payments(rows: nw.LazyFrame) -> dict[Node, set[datetime]]:
    """The announced last paid months of each node of `rows`, which are gathered into the areas of the nodes."""
    if "lunas_sampai" not in rows.collect_schema().names():
        return {}
    keys = ["segmen", "sumber_dana", "kode_wilayah", "lunas_sampai"]
    ends: dict[Node, set[datetime]] = {}
    found = collect(announced_ends(rows, by=keys[:3]), sort_by=keys)
    for segmen, sumber, area, end in found.itertuples(index=False):
        ends.setdefault((segmen, sumber, area), set()).add(end.to_pydatetime())
    return ends


def _added(counts: Mapping[Node, int], *, axis: int) -> dict[str, int]:
    added: dict[str, int] = {}
    for node, people in counts.items():
        added[node[axis]] = added.get(node[axis], 0) + people
    return added


def _missing(then: Mapping[str, int], now: Mapping[str, int], *, tree: CodeTree) -> tuple[str, ...]:
    """The codes of `then` that `now` states neither themselves, nor in a code above, nor in finer codes."""

    def is_stated(code: str) -> bool:
        if code in now or any(upper in now for upper in tree.ancestors(code)):
            return True
        finer = sum(now.get(lower, 0) for lower in tree.descendants(code))
        return 100 * finer >= SAME_PEOPLE_FROM * then[code]

    return tuple(sorted((code for code in then if not is_stated(code)), key=tree.order))
