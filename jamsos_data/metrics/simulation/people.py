"""How many people a plan adds in each place, and who pays for each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jamsos_data.metrics.simulation.allocation import Need, Place, allocate, share_in_turn, share_out
from jamsos_data.metrics.simulation.places import Spot
from jamsos_data.metrics.simulation.plan import Plan
from jamsos_data.metrics.simulation.rooms import share_rooms
from jamsos_data.reference.code_tree import CodeTree

Paid = dict[tuple[str, str, str], int]  # area, segment, funding source → people
Prices = Mapping[tuple[str, str], int | None]  # segment, funding source → rupiah a person for the whole plan


@dataclass(frozen=True, kw_only=True)
class Added:
    """People by area, segment and payer. `sisa_dana`: rupiah that nobody got (None: no amount was given)."""

    orang: Paid
    sisa_dana: int | None = None


def add_people(plan: Plan, spots: Sequence[Spot], prices: Prices, *, tree: CodeTree) -> Added:
    """Who is added where, and paid by whom. The order of `spots` never matters.

    More people than the places lack are not left out: what is asked for is placed, and said (:mod:`obstacles`). For
    an amount of money nobody is added whose price is not known of one of the payers. Without payer nobody is added.
    """
    ordered = sorted(spots, key=lambda spot: spot.place)
    weights = [payer.persen for payer in plan.pembayar]
    if not ordered or sum(weights) <= 0:
        return Added(orang={}, sisa_dana=plan.jumlah if plan.ukuran == "dana" else None)
    if plan.ukuran == "dana":
        return _for_money(plan, ordered, prices)
    counts = _counts(plan, ordered, tree)
    shares = share_in_turn([counts.get(spot.place, 0) for spot in ordered], weights)
    return Added(orang=_by_payer(plan, ordered, shares))


def _counts(plan: Plan, spots: Sequence[Spot], tree: CodeTree) -> dict[Place, int]:
    if plan.ukuran == "tiap":
        return {spot.place: plan.jumlah for spot in spots}
    if plan.ukuran == "orang":
        return _in_all(plan, spots, tree)
    return {spot.place: spot.butuh or 0 for spot in spots}


def _in_all(plan: Plan, spots: Sequence[Spot], tree: CodeTree) -> dict[Place, int]:
    """`jumlah` people: first to the aim, then to 100 %, and what is still left over the places by their potensi."""
    first = allocate(plan.jumlah, [_need(spot, spot.butuh or 0) for spot in spots], rule=plan.aturan)
    rooms = share_rooms(spots, first.orang, tree=tree)
    second = allocate(first.sisa, [_need(spot, rooms[spot.place]) for spot in spots], rule=plan.aturan)
    counts = {spot.place: first.orang.get(spot.place, 0) + second.orang.get(spot.place, 0) for spot in spots}
    if second.sisa:
        weights = [spot.potensi or 0 for spot in spots]
        rest = share_out(second.sisa, weights if sum(weights) else [1] * len(spots))
        counts = {place: count + more for (place, count), more in zip(counts.items(), rest, strict=True)}
    return counts


def _need(spot: Spot, orang: int) -> Need:
    return Need(place=spot.place, orang=orang, persen=spot.persen)


def _for_money(plan: Plan, spots: Sequence[Spot], prices: Prices) -> Added:
    """By the rule as many as the money pays, each payer with its share of them.

    The places are filled at the mean price of a person, weighted by the shares; as people are whole, what they cost is
    some rupiah off that, so the most is sought that they do not cost more than there is.
    """
    weights = [payer.persen for payer in plan.pembayar]
    needs = [
        replace(_need(spot, spot.butuh or 0), harga=price)
        for spot in spots
        if (price := _shared_price(plan, spot.segmen, prices)) is not None
    ]

    def paid(money: int) -> tuple[Paid, int]:
        counts = allocate(money, needs, rule=plan.aturan).orang
        shares = share_in_turn([counts.get(spot.place, 0) for spot in spots], weights)
        people = _by_payer(plan, spots, shares)
        costs = (count * (prices[segmen, source] or 0) for (_, segmen, source), count in people.items())
        return people, plan.jumlah - sum(costs)

    whole = sum(need.orang * need.harga for need in needs)
    tried = min(plan.jumlah * sum(weights), whole)  # what it is where nothing has to be rounded
    people, left = paid(tried)
    if len(weights) == 1:
        return Added(orang=people, sisa_dana=left)
    enough, too_much = (tried, whole + 1) if left >= 0 else (0, tried)
    least = min((need.harga for need in needs if need.harga), default=1)  # nobody is in between below it
    while too_much - enough > least:
        tried = (enough + too_much) // 2
        enough, too_much = (tried, too_much) if paid(tried)[1] >= 0 else (enough, tried)
    people, left = paid(enough)
    return Added(orang=people, sisa_dana=left)


def _shared_price(plan: Plan, segmen: str, prices: Prices) -> int | None:
    """What a person costs × the sum of the shares: all payers by theirs; None where the price of one is not known."""
    parts = [
        (payer.persen, prices.get((segmen, payer.sumber_dana))) for payer in plan.pembayar if payer.persen > 0
    ]
    known = [share * price for share, price in parts if price is not None]
    return sum(known) if len(known) == len(parts) else None


def _by_payer(plan: Plan, spots: Sequence[Spot], shares: Sequence[Sequence[int]]) -> Paid:
    return {
        (*spot.place, payer.sumber_dana): count
        for spot, parts in zip(spots, shares, strict=True)
        for payer, count in zip(plan.pembayar, parts, strict=True)
        if count
    }
