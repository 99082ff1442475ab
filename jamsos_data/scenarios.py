"""A scenario as a short text of codes: what stands in a link and what is kept, the same in both languages.

``segmen-BPU~wilayah-33.19~mulai-2026-10~bulan-3~sumber-DBHCHT:60,MANDIRI:40~ukuran-dana~jumlah-2000000000``: fields
joined by "~", what is usual left out. The name is the one free text; it may hold no number as long as a NIK.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jamsos_data.metrics.simulation.places import plannable_segments
from jamsos_data.metrics.simulation.plan import (
    AIMS,
    MEASURES,
    MOST_MONEY,
    MOST_MONTHS,
    MOST_PEOPLE,
    MOST_WAGE,
    RULES,
    USUAL_PROGRAM,
    Payer,
    Plan,
)
from jamsos_data.metrics.tariffs import ANY, GENERAL_SECTOR
from jamsos_data.periods import month_key, parse_month_key
from jamsos_data.reference import Reference

LONGEST_NAME = 60  # letters
LEVELS = ("kecamatan", "desa")
MOST_SEGMENTS, MOST_AREAS, MOST_PAYERS = 12, 60, 4
_BETWEEN = "~"
_NAMED = "-"
_PERSONAL = re.compile(r"(?:\d[ .\-]?){12,}")
_USUAL: Mapping[str, str] = {
    "tingkat": "kecamatan",
    "ukuran": "selisih",
    "jumlah": "0",
    "sasaran": "target",
    "aturan": "terendah",
    "program": USUAL_PROGRAM.replace("+", "."),
    "sektor": GENERAL_SECTOR,
    "upah": "0",
    "kelurahan": "ikut",
    "dihitung": "",
    "nama": "",
}


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """A plan with the name that somebody gave it ("" = none), and the month whose figures it was kept with."""

    plan: Plan
    nama: str = ""
    dihitung: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ReadScenario:
    """A scenario that was read, and the fields of it that were not understood and stand at their defaults."""

    scenario: Scenario
    unknown: tuple[str, ...] = ()


def holds_person(name: str) -> bool:
    """Whether a name holds a number as long as a NIK, a card or a telephone: such a name is never kept."""
    return _PERSONAL.search(name) is not None


def clean_name(name: str) -> str:
    """A name as it may stand in a link: one line, no longer than LONGEST_NAME, without numbers of persons."""
    plain = " ".join(_PERSONAL.sub("…", name.replace(_BETWEEN, "-")).split())
    return plain[:LONGEST_NAME].strip()


def scenario_code(scenario: Scenario) -> str:
    """The text of a scenario."""
    plan = scenario.plan
    fields = {
        "segmen": ",".join(plan.segmen),
        "wilayah": ",".join(plan.wilayah),
        "tingkat": plan.tingkat,
        "ukuran": plan.ukuran,
        "jumlah": str(plan.jumlah),
        "sasaran": plan.sasaran,
        "aturan": plan.aturan,
        "mulai": month_key(plan.mulai),
        "bulan": str(plan.bulan),
        "sumber": ",".join(f"{payer.sumber_dana}:{payer.persen}" for payer in plan.pembayar),
        "program": plan.program.replace("+", "."),
        "sektor": plan.sektor,
        "upah": str(plan.upah),
        "kelurahan": "tanpa" if plan.tanpa_kelurahan and plan.tingkat == "desa" else "ikut",
        "dihitung": "" if scenario.dihitung is None else month_key(scenario.dihitung),
        "nama": clean_name(scenario.nama),
    }
    return _BETWEEN.join(
        f"{name}{_NAMED}{value}" for name, value in fields.items() if value != _USUAL.get(name)
    )


def choices_of(code: str) -> str:
    """The text of a scenario without its name and the month it was kept with: equal for plans that do the same."""
    said = (f"nama{_NAMED}", f"dihitung{_NAMED}")
    return _BETWEEN.join(part for part in code.split(_BETWEEN) if not part.startswith(said))


def read_scenario(code: str, *, reference: Reference, start: datetime) -> ReadScenario:
    """The scenario of a text. What it says wrongly stands at its default (`start` for the first month) and is named.

    Codes that the reference tables do not know are left out and named as well.
    """
    parts = [part.partition(_NAMED) for part in code.split(_BETWEEN) if _NAMED in part]
    given = {name: value for name, _, value in parts}
    unknown = [name for name in given if name not in (*_READERS, "dihitung", "nama")]
    values: dict[str, Any] = {}
    for name, (field, default, read) in _READERS.items():
        text = given.get(name, _USUAL.get(name, ""))
        value = read(text, reference) if text else None
        if (text and value is None) or _lost(text, value):
            unknown.append(name)
        values[field] = (start if field == "mulai" else default) if value is None else value
    scenario = Scenario(
        plan=Plan(**values),
        nama=clean_name(given.get("nama", "")),
        dihitung=_month(given.get("dihitung", ""), reference),
    )
    return ReadScenario(scenario=scenario, unknown=tuple(unknown))


def sectors(reference: Reference) -> tuple[str, ...]:
    """The sectors that the tariff table names, the general one first."""
    named = sorted(set(reference.tarif["sektor"]) - {ANY, GENERAL_SECTOR})
    return (GENERAL_SECTOR, *named)


def _lost(text: str, value: Any) -> bool:
    """Whether a list lost a code while it was read."""
    return isinstance(value, tuple) and len(value) < len(set(text.split(",")))


def _listed(known: Callable[[str, Reference], bool], most: int) -> Callable[[str, Reference], Any]:
    def read(text: str, reference: Reference) -> tuple[str, ...]:
        codes = dict.fromkeys(text.split(","))
        return tuple(code for code in codes if known(code, reference))[:most]

    return read


def _among(codes: Callable[[Reference], Any]) -> Callable[[str, Reference], str | None]:
    return lambda text, reference: text if text in codes(reference) else None


def _number(low: int, high: int) -> Callable[[str, Reference], int | None]:
    def read(text: str, reference: Reference) -> int | None:
        del reference
        is_number = text.isascii() and text.isdecimal() and len(text) < 16
        return int(text) if is_number and low <= int(text) <= high else None

    return read


def _month(text: str, reference: Reference) -> datetime | None:
    del reference
    try:
        month = parse_month_key(text)
    except ValueError:
        return None
    return month if 2000 <= month.year < 2100 else None


def _payers(text: str, reference: Reference) -> tuple[Payer, ...]:
    found: dict[str, Payer] = {}
    for part in text.split(","):
        code, _, share = part.partition(":")
        persen = _number(0, 100)(share or "100", reference)
        if code in reference.sumber_tree.codes[1:] and persen is not None:
            found[code] = Payer(sumber_dana=code, persen=persen)
    return tuple(found.values())[:MOST_PAYERS]


def _program(text: str, reference: Reference) -> str | None:
    program = text.replace(".", "+")
    return program if program in reference.codes("program") else None


def _is_plannable(code: str, reference: Reference) -> bool:
    return code in plannable_segments(reference.segmen_tree)


# Field of the text → field of the plan, its default, and what reads it.
_READERS: Mapping[str, tuple[str, Any, Callable[[str, Reference], Any]]] = {
    "segmen": ("segmen", (), _listed(_is_plannable, MOST_SEGMENTS)),
    "wilayah": ("wilayah", (), _listed(lambda code, reference: reference.has_area(code), MOST_AREAS)),
    "tingkat": ("tingkat", LEVELS[0], _among(lambda _: LEVELS)),
    "ukuran": ("ukuran", MEASURES[0], _among(lambda _: MEASURES)),
    "jumlah": ("jumlah", 0, _number(0, max(MOST_MONEY, MOST_PEOPLE))),
    "sasaran": ("sasaran", AIMS[0], _among(lambda _: AIMS)),
    "aturan": ("aturan", RULES[0], _among(lambda _: RULES)),
    "mulai": ("mulai", None, _month),
    "bulan": ("bulan", 1, _number(1, MOST_MONTHS)),
    "sumber": ("pembayar", (), _payers),
    "program": ("program", USUAL_PROGRAM, _program),
    "sektor": ("sektor", GENERAL_SECTOR, _among(sectors)),
    "upah": ("upah", 0, _number(0, MOST_WAGE)),
    "kelurahan": ("tanpa_kelurahan", False, lambda text, _: {"ikut": False, "tanpa": True}.get(text)),
}
