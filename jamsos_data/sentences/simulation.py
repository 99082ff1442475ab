"""A simulated scenario in words: what it does, what it costs, what it reaches, and what stands in its way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from jamsos_data.messages import Messages
from jamsos_data.metrics.simulation.obstacle import Obstacle, Weight
from jamsos_data.metrics.simulation.places import plan_areas, plan_segments
from jamsos_data.metrics.simulation.plan import Plan
from jamsos_data.metrics.simulation.simulate import Simulation
from jamsos_data.reference import Reference
from jamsos_data.sentences.naming import areas_word
from jamsos_data.views.view import View
from jamsos_data.wording import (
    count,
    has_value,
    join,
    month,
    months_count,
    people,
    percent,
    rupiah,
    short_rupiah,
)

SHOWN_NAMES = 3
_NAMED: dict[str, Callable[[Reference, str, str], str]] = {
    "wilayah": lambda reference, code, _: reference.area_name(code),
    "segmen": lambda reference, code, language: reference.segmen_tree.name(code, language),
    "ukur": lambda reference, code, language: reference.segmen_tree.name(code, language),
    "sumber_dana": lambda reference, code, language: reference.sumber_tree.name(code, language),
}
_RUPIAH = ("biaya", "sisa", "terikat", "bebas", "kurang")


def scenario_name(letter: str, name: str, plan: Plan, words: Messages) -> str:
    """``A · Tutup selisih``: the letter and the name, else what the plan does."""
    return f"{letter} · {name or plan_title(plan, words)}"


def plan_title(plan: Plan, words: Messages) -> str:
    """What a plan does, in a few words."""
    if plan.ukuran == "selisih":
        return words(f"simulation.title.selisih.{plan.sasaran}")
    if plan.ukuran == "dana":
        return words("simulation.title.dana", amount=short_rupiah(plan.jumlah, words))
    key = f"simulation.title.tiap.{plan.tingkat}" if plan.ukuran == "tiap" else "simulation.title.orang"
    return words(key, amount=people(plan.jumlah, words))


def scenario_sentences(found: Simulation, name: str, words: Messages, *, view: View) -> str:
    """All of it in a few sentences: people, places, months and cost; coverage and target; whether it can be done."""
    if not found.orang:
        sentence = words("simulation.nobody", name=name)
        blocked = obstacle_sentences(found, words, view.reference)
        return " ".join([sentence, *blocked[:1]])
    parts = [
        _adds(found, name, words, view),
        effect_sentence(found, words, view=view),
        wage_sentence(found, words, view.reference),
        rest_sentence(found, words),
    ]
    return " ".join(part for part in (*parts, verdict_sentence(found, words, view.reference)) if part)


def effect_sentence(found: Simulation, words: Messages, *, view: View) -> str:
    """Coverage of the area and segment looked at before and after, and when the target is reached."""
    row = found.effect_of(view.segmen)
    if row is None or not has_value(row.persen) or not has_value(row.persen_nanti):
        return words("simulation.effect.unknown", area=view.reference.area_name(view.wilayah))
    sentence = words(
        "simulation.effect" if row.orang else "simulation.effect.none",
        area=row.wilayah,
        people=_of_segment(view, words),
        month=month(view.month, words),
        now=percent(row.persen, words),
        later=percent(row.persen_nanti, words),
    )
    return f"{sentence}{_target(row, words)}."


def reach_text(row: Any, words: Messages) -> str:
    """When the target is reached with the plan, and without it: ``Oktober 2026 (tanpa skenario Mei 2027)``."""
    if not has_value(row.kurang_orang):
        return words("simulation.reach.unknown")
    if row.kurang_orang == 0:
        return words("simulation.reach.already")
    before, after = row.tercapai_pada, row.tercapai_nanti
    if not has_value(after):
        return words("simulation.reach.never")
    if not has_value(before):
        return words("simulation.reach.only", month=month(after, words))
    if before == after:
        return words("simulation.reach.same", month=month(after, words))
    return words("simulation.reach.earlier", month=month(after, words), before=month(before, words))


def reach_month(row: Any, words: Messages) -> str:
    """The month of the target with the plan, for a narrow column; a dash where it is not reached or not known."""
    if not has_value(row.kurang_orang) or not has_value(row.tercapai_nanti):
        return "\N{EN DASH}"
    return month(row.tercapai_nanti, words, short=True)


def wage_sentence(found: Simulation, words: Messages, reference: Reference) -> str:
    """Which wage the cost of whom rests on, and that somebody assumed it; empty where none was given or needed."""
    if not found.plan.upah or not found.by_wage:
        return ""
    tree = reference.segmen_tree
    return words(
        "simulation.wage",
        segments=join(tree.names_of(found.by_wage, words.language), words),
        wage=rupiah(found.plan.upah, words),
    )


def rest_sentence(found: Simulation, words: Messages) -> str:
    """What of a given amount of money nobody got; empty without one."""
    if found.sisa_dana is None:
        return ""
    if found.sisa_dana == 0:
        return words("simulation.rest.none")
    return words("simulation.rest", rest=rupiah(found.sisa_dana, words))


def verdict_sentence(found: Simulation, words: Messages, reference: Reference) -> str:
    """Whether the plan can be carried out, with the heaviest reason why not or what to look at first."""
    heavy = [one for one in found.obstacles if one.weight is not Weight.NOTE]
    if not heavy:
        return words("simulation.feasible")
    key = "simulation.check" if found.feasible else "simulation.blocked"
    return words(key, reason=obstacle_sentence(heavy[0], words, reference))


def obstacle_sentences(found: Simulation, words: Messages, reference: Reference) -> list[str]:
    """All obstacles, the heaviest first."""
    return [obstacle_sentence(one, words, reference) for one in found.obstacles]


def obstacle_sentence(one: Obstacle, words: Messages, reference: Reference) -> str:
    """What an obstacle says: catalogue key simulation.obstacle.<code>."""
    values = {name: _written(name, value, words, reference) for name, value in one.params.items()}
    if "biaya" in one.params and one.params["biaya"] is None:
        values["biaya"] = words("simulation.cost.unknown")
    number = one.params.get("banyak", one.params.get("orang"))
    sentence = words(f"simulation.obstacle.{one.code}", n=number, **values)
    return sentence[:1].upper() + sentence[1:]


def place_text(plan: Plan, words: Messages, *, reference: Reference) -> str:
    """Where people are added: the names, or how many areas of which kind, and in what."""
    codes = plan_areas(plan, reference)
    if len(codes) <= SHOWN_NAMES:
        return join([reference.area_name(code) for code in codes], words)
    text = words("simulation.places", count=count(len(codes), words), areas=areas_word(codes, words))
    if len(plan.wilayah) == 1:
        return words("simulation.places.in", places=text, area=reference.area_name(plan.wilayah[0]))
    return text


def segment_text(plan: Plan, words: Messages, *, reference: Reference) -> str:
    """Who is added."""
    tree = reference.segmen_tree
    return join(tree.names_of(plan_segments(plan, tree), words.language), words)


def months_text(plan: Plan, words: Messages) -> str:
    """``Oktober 2026 s.d. Desember 2026 (3 bulan)``."""
    if plan.bulan == 1:
        return month(plan.mulai, words)
    return words(
        "simulation.months",
        first=month(plan.mulai, words),
        last=month(plan.sampai, words),
        months=month_count(plan.bulan, words),
    )


def month_count(months: int, words: Messages) -> str:
    """``3 bulan``, ``1 month``."""
    return words("simulation.month_count", n=months, count=count(months, words))


def cost_text(found: Simulation, words: Messages) -> str:
    """The estimated cost, or that it is not known."""
    return words("simulation.cost.unknown") if found.biaya is None else short_rupiah(found.biaya, words)


def _adds(found: Simulation, name: str, words: Messages, view: View) -> str:
    return words(
        "simulation.adds",
        n=found.orang,
        name=name,
        people=people(found.orang, words),
        segments=segment_text(found.plan, words, reference=view.reference),
        places=place_text(found.plan, words, reference=view.reference),
        months=months_text(found.plan, words),
        cost=cost_text(found, words),
    )


def _of_segment(view: View, words: Messages) -> str:
    """`` untuk Bukan penerima upah``: whose coverage it is, where it is not everybody's."""
    tree = view.reference.segmen_tree
    if view.segmen == tree.root:
        return ""
    return words("simulation.effect.of", segment=tree.name(view.segmen, words.language))


def _target(row: Any, words: Messages) -> str:
    """Behind the coverage: the target, what is still missing, and when it is reached."""
    if not has_value(row.kurang_orang) or not has_value(row.target_orang):
        return ""
    goal = (
        percent(row.target_persen, words) if has_value(row.target_persen) else people(row.target_orang, words)
    )
    values = {"goal": goal, "deadline": month(row.batas_waktu, words), "reach": reach_text(row, words)}
    if row.kurang_nanti == 0:
        return words("simulation.effect.reached", **values)
    return words("simulation.effect.short", short=people(row.kurang_nanti, words), **values)


def _written(name: str, value: object, words: Messages, reference: Reference) -> str:
    if isinstance(value, datetime):
        return month(value, words)
    if isinstance(value, tuple):
        return _listed([_name(name, str(code), words, reference) for code in value], words)
    if name in _RUPIAH and isinstance(value, int):
        return short_rupiah(value, words)
    if name == "bulan_cukup" and isinstance(value, float):
        return months_count(value, words)
    if name == "bulan" and isinstance(value, int):
        return month_count(value, words)
    if name == "orang" and isinstance(value, int):
        return people(value, words)
    if name == "banyak" and isinstance(value, int):
        return count(value, words)
    if name in ("alasan", "sasaran"):
        return words(f"simulation.{name}.{value}")
    return _name(name, str(value), words, reference)


def _name(name: str, code: str, words: Messages, reference: Reference) -> str:
    return _NAMED[name](reference, code, words.language) if name in _NAMED else code


def _listed(names: list[str], words: Messages) -> str:
    if len(names) <= SHOWN_NAMES + 1:
        return join(names, words)
    more = len(names) - SHOWN_NAMES
    return words("simulation.and_more", n=more, names=", ".join(names[:SHOWN_NAMES]), more=count(more, words))
