"""What one participant costs per month: the tariff of a segment, payer, programme and month.

Tariffs are rows of the reference table `tarif` with from/to months and a legal basis, never code: a new
regulation is a new row. For each programme of a package the most specific row that is valid in the month
counts: nearest segment first, then the stated sector, then the nearest payer, then the newest beginning.
The root of the funding sources is a payer who is not stated: its rows hold for nobody else; "*" is any payer.
So PP 50/2025 (half the JKK and JKM of informal workers, April to December 2026) reaches those who pay for
themselves and not those whom the APBD pays for. Tariffs in percent of a wage or of a contract need that wage or
contract; without it there is no amount, only the reason. A row in the unit `batas_upah` is the highest wage
that counts for its programme; JP without one has no amount, rather than one that is too high. What is a part of
the wage is rounded to the rupiah once, for the whole package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from jamsos_data.metrics.absorption import sources_above
from jamsos_data.metrics.identity import ByIdentity
from jamsos_data.periods import parse_month_key
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree
from jamsos_data.reference_sets import OF_CONTRACT, OF_WAGE, RUPIAH, WAGE_CEILING

ANY = "*"
GENERAL_SECTOR = "UMUM"
NO_TARIFF = "TARIF_TIDAK_ADA"
_NOW_AND_THEN = datetime(2000, 1, 1)  # a month in which only standing rules hold
FROM_WAGE = "DARI_UPAH"
NEEDS = {OF_WAGE: "PERLU_UPAH", OF_CONTRACT: "PERLU_NILAI_KONTRAK"}
NEEDS_CEILING = "PERLU_BATAS_UPAH"
_KEPT_TARIFFS = 4_000
_CAPPED = frozenset({"JP"})  # PP 45/2015: reckoned up to a wage that is set anew each March


@dataclass(frozen=True, kw_only=True)
class TariffRule:
    """One row of the table: `nilai` in `satuan` (rupiah a month, or percent, or a ceiling), valid `dari` … `sampai`."""

    segmen: str
    sektor: str
    pembayar: str
    program: str
    satuan: str
    nilai: Decimal
    dari: datetime | None
    sampai: datetime | None
    dasar_hukum: str
    catatan: str

    def is_valid_in(self, bulan: datetime) -> bool:
        """Whether the rule holds in the month `bulan`."""
        return (self.dari is None or self.dari <= bulan) and (self.sampai is None or bulan <= self.sampai)


@dataclass(frozen=True, kw_only=True)
class Tariff:
    """`per_bulan` whole rupiah per person, or None; the rules behind it; codes of notes and reasons.

    Codes: PERLU_UPAH, PERLU_BATAS_UPAH, PERLU_NILAI_KONTRAK, TARIF_TIDAK_ADA (why there is no amount), and those
    that the table attaches to a rule, such as DISKON_BELUM_PASTI. DARI_UPAH: the amount rests on the wage that was
    given.
    """

    per_bulan: int | None
    rules: tuple[TariffRule, ...]
    catatan: tuple[str, ...]


class TariffBook:
    """The tariff table of a reference, read once for many look-ups."""

    def __init__(self, reference: Reference) -> None:
        rows = reference.tarif.to_dict("records")
        self._rules = tuple(_read_rule({str(key): str(cell) for key, cell in row.items()}) for row in rows)
        self._segments = reference.segmen_tree
        self._sources = reference.sumber_tree
        self._find = lru_cache(maxsize=_KEPT_TARIFFS)(self._look_up)

    def find(
        self,
        *,
        segmen: str,
        sumber_dana: str,
        program: str,
        bulan: datetime,
        sektor: str = GENERAL_SECTOR,
        upah: int | None = None,
    ) -> Tariff:
        """The tariff of a package such as ``JKK+JKM``: the sum of its programmes. `upah`: rupiah a month, if known."""
        return self._find(segmen, sumber_dana, program, bulan, sektor, upah)

    def _look_up(
        self, segmen: str, sumber_dana: str, program: str, bulan: datetime, sektor: str, upah: int | None
    ) -> Tariff:
        segments, payers = _line(self._segments, segmen), [*sources_above(sumber_dana, self._sources), ANY]
        valid = [
            rule
            for rule in self._rules
            if rule.is_valid_in(bulan)
            and rule.segmen in segments
            and rule.pembayar in payers
            and rule.sektor in (ANY, sektor)
        ]

        def generality(rule: TariffRule) -> tuple[int, int, int, float]:
            newest = -rule.dari.toordinal() if rule.dari else 0
            return segments.index(rule.segmen), int(rule.sektor == ANY), payers.index(rule.pembayar), newest

        chosen, ceilings = [], {}
        for name in program.split("+"):
            rules = [rule for rule in valid if rule.program == name]
            rates = [rule for rule in rules if rule.satuan != WAGE_CEILING]
            if not rates:
                return Tariff(per_bulan=None, rules=tuple(chosen), catatan=(NO_TARIFF,))
            chosen.append(min(rates, key=generality))
            highest = [rule for rule in rules if rule.satuan == WAGE_CEILING]
            if highest:
                ceilings[name] = min(highest, key=generality)
        return _package(tuple(chosen), ceilings=ceilings, upah=upah)

    def amounts(self, *, segmen: str, program: str) -> frozenset[int]:
        """Every whole amount (Rp a month) that the package costs for some payer in some month."""
        payers = {self._sources.root, *(rule.pembayar for rule in self._rules if rule.pembayar != ANY)}
        months = {
            _NOW_AND_THEN,
            *(month for rule in self._rules for month in (rule.dari, rule.sampai) if month),
        }
        found = (
            self.find(segmen=segmen, sumber_dana=payer, program=program, bulan=bulan).per_bulan
            for payer in payers
            for bulan in months
        )
        return frozenset(amount for amount in found if amount is not None)


def tariff_book(reference: Reference) -> TariffBook:
    """The tariff table of `reference`, read once."""
    return _book(ByIdentity(reference))


@lru_cache(maxsize=4)
def _book(reference: ByIdentity[Reference]) -> TariffBook:
    return TariffBook(reference.held)


def find_tariff(
    reference: Reference,
    *,
    segmen: str,
    sumber_dana: str,
    program: str,
    bulan: datetime,
    sektor: str = GENERAL_SECTOR,
    upah: int | None = None,
) -> Tariff:
    """The tariff of one participant per month; the legal source is the dasar_hukum of its rules."""
    return tariff_book(reference).find(
        segmen=segmen, sumber_dana=sumber_dana, program=program, bulan=bulan, sektor=sektor, upah=upah
    )


def _package(
    rules: tuple[TariffRule, ...], *, ceilings: Mapping[str, TariffRule], upah: int | None
) -> Tariff:
    missing = {code for rule in rules if (code := _missing(rule, ceilings=ceilings, upah=upah))}
    if missing:
        return Tariff(per_bulan=None, rules=rules, catatan=_notes(rules, *missing))
    binding = tuple(
        ceiling
        for rule in rules
        if rule.satuan == OF_WAGE and (ceiling := ceilings.get(rule.program)) and (upah or 0) > ceiling.nilai
    )
    amount = sum(_amount(rule, ceiling=ceilings.get(rule.program), upah=upah) for rule in rules)
    from_wage = [FROM_WAGE] if any(rule.satuan == OF_WAGE for rule in rules) else []
    return Tariff(
        per_bulan=int(Decimal(amount).quantize(Decimal(1), rounding=ROUND_HALF_UP)),
        rules=(*rules, *binding),
        catatan=_notes((*rules, *binding), *from_wage),
    )


def _missing(rule: TariffRule, *, ceilings: Mapping[str, TariffRule], upah: int | None) -> str | None:
    """The code of what an amount cannot be reckoned without."""
    if rule.satuan == RUPIAH:
        return None
    if rule.satuan == OF_WAGE and upah is not None:
        return NEEDS_CEILING if rule.program in _CAPPED - ceilings.keys() else None
    return NEEDS.get(rule.satuan, NO_TARIFF)


def _amount(rule: TariffRule, *, ceiling: TariffRule | None, upah: int | None) -> Decimal:
    """Rupiah a month, not rounded, of a rule that lacks nothing."""
    if upah is None or rule.satuan == RUPIAH:
        return rule.nilai
    wage = Decimal(upah) if ceiling is None else min(Decimal(upah), ceiling.nilai)
    return wage * rule.nilai / 100


def _notes(rules: tuple[TariffRule, ...], *codes: str) -> tuple[str, ...]:
    return tuple(sorted({*codes, *(rule.catatan for rule in rules if rule.catatan.isupper())}))


def _line(tree: CodeTree, code: str) -> list[str]:
    return [code, *tree.ancestors(code)]


def _read_rule(row: dict[str, str]) -> TariffRule:
    """Raises ValueError for a rupiah amount that is not whole."""
    nilai = Decimal(row["nilai"])
    if row["satuan"] in (RUPIAH, WAGE_CEILING) and nilai != int(nilai):
        raise ValueError(f"tariff {row['segmen']} {row['program']}: {nilai} is not a whole number of rupiah")
    return TariffRule(
        segmen=row["segmen"],
        sektor=row["sektor"],
        pembayar=row["pembayar"],
        program=row["program"],
        satuan=row["satuan"],
        nilai=nilai,
        dari=parse_month_key(row["dari"]) if row["dari"] else None,
        sampai=parse_month_key(row["sampai"]) if row["sampai"] else None,
        dasar_hukum=row["dasar_hukum"],
        catatan=row["catatan"],
    )
