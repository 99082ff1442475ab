"""Gives every column of a table its meaning within one data set; labels of wide tables become tags."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from jamsos_data.dataset_columns import COLUMNS
from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.intake.clean.months import sums_up_to_month
from jamsos_data.intake.lexicon import (
    AREA_ROLES,
    FEWEST_AREA_HEADS,
    IGNORED_WORDS,
    MONTH_WORDS,
    ROW_TOTAL_WORDS,
    YEAR_WORDS,
    Lexicon,
    spellings_of,
)
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.activity import take_active
from jamsos_data.intake.match.ages_beside import join_ages
from jamsos_data.intake.match.capital_heads import capital_heads
from jamsos_data.intake.match.closing_columns import take_closing
from jamsos_data.intake.match.described import take_described, take_row_labels
from jamsos_data.intake.match.health_columns import leave_health
from jamsos_data.intake.match.labels import Label, LabelReader
from jamsos_data.intake.match.other_units import without_firms, without_short_firms
from jamsos_data.intake.match.parts_beside import join_newcomers, join_sexes, take_month
from jamsos_data.intake.match.people_beside_money import take_people
from jamsos_data.intake.match.people_by_programme import stand_by_sex, take_protected
from jamsos_data.intake.match.potential_basis import without_bare_basis
from jamsos_data.intake.match.program_parts import join_programmes, without_single_programmes
from jamsos_data.intake.match.regencies import names_home
from jamsos_data.intake.match.row_totals import mark_row_totals
from jamsos_data.intake.match.shared_words import settle_shared_words
from jamsos_data.intake.match.shares_and_rates import (
    is_claim_or_money,
    is_share_or_rate,
    without_people_above,
)
from jamsos_data.intake.match.slots import AREA, ColumnMap, Slot, sums_group
from jamsos_data.intake.match.stock_columns import names_former, take_stock
from jamsos_data.intake.match.unit_columns import without_unit_numbers
from jamsos_data.intake.match.village_heads import names_head
from jamsos_data.intake.meanings import MEASURES, Role, read_meaning
from jamsos_data.intake.names import alternatives
from jamsos_data.intake.personal import holds_people

_UNNAMED = 99
# Better than any header.
_CHOSEN = -1
_PERSON_WORDS = frozenset(
    spellings_of("nik", *COLUMNS["nik"].synonyms, "kpj", "no kk", "alamat", "tanggal lahir")
)


class UnknownMeaningError(Exception):
    """A column is said to be something that the data set does not have; carries header and meaning."""

    def __init__(self, header: str, meaning: str) -> None:
        super().__init__(header, meaning)
        self.header = header
        self.meaning = meaning


def match_columns(table: Table, data: Dataset, lexicon: Lexicon, given: frozenset[str]) -> ColumnMap:
    """Match the headers of `table` to `data`; `given` are columns that the operator already stated.

    What the table's `choices` say of a column beats its header. Raises UnknownMeaningError for a choice that means
    nothing in `data`.
    """
    reader = LabelReader(data, lexicon)
    counts = data.column(data.value_column).kind in (ColumnKind.COUNT, ColumnKind.RUPIAH)
    heads = _area_heads(table, lexicon) if counts else {}
    slots = [
        _chosen_slot(table, position, data, lexicon)
        if position in table.choices
        else _read_area_slot(table, position, reader, heads[position])
        if position in heads
        else _sum_of_areas(table, position)
        if heads and _names_regency(table, position, lexicon)
        else _read_slot(table, position, reader)
        for position in range(len(table.headers))
    ]
    slots = leave_health(without_unit_numbers(_free_names(slots), table), table, data)
    slots = _choose_tags(settle_shared_words(slots, reader, lexicon, given=given), data, given)
    slots = take_protected(without_bare_basis(slots, table, data), data)
    slots = without_single_programmes(join_programmes(slots, data, lexicon), data, lexicon)
    slots = take_stock(without_firms(without_short_firms(slots)), table, data)
    slots = join_newcomers(join_sexes(take_closing(slots, table, reader), table, data), table, data)
    slots = join_ages(slots, table, data)
    slots = take_month(_keep_best(take_active(slots, data), data), data)
    slots = take_people(slots, table, data)
    slots = take_described(take_row_labels(slots, table, lexicon), table, data, lexicon, given)
    return ColumnMap(data, tuple(mark_row_totals(slots, data.period_column)))


def _area_heads(table: Table, lexicon: Lexicon) -> dict[int, str]:
    """The columns headed by kecamatan, with their codes; none where too few are."""
    lowest = [parts[-1] if parts else "" for parts in table.headers]
    found = lexicon.kecamatan_in(lowest)
    found |= capital_heads(lowest, found, table.body, lexicon.areas) if found else {}
    return found if len(set(found.values())) >= FEWEST_AREA_HEADS else {}


def _chosen_slot(table: Table, position: int, data: Dataset, lexicon: Lexicon) -> Slot:
    header, text = table.header_text(position), table.choices[position]
    meaning = read_meaning(text, data, lexicon)
    if meaning is None:
        raise UnknownMeaningError(header, text)
    return Slot(
        position=position,
        header=header,
        role=meaning.role,
        name=meaning.name,
        tags=dict(meaning.tags),
        rank=_CHOSEN,
        source=table.sources.get(position, "operator"),
    )


def _read_slot(table: Table, position: int, reader: LabelReader) -> Slot:
    parts = without_people_above(table.headers[position], table.headers)
    base = Slot(position=position, header=table.header_text(position), role="unused")
    if not parts:
        return base
    area = _area_role(parts, reader.data)
    if area:
        return replace(base, role="area", name=area, rank=0)
    label = reader.read(parts)
    if label.name or label.tags:
        measured = label.name is not None and reader.data.column(label.name).kind in MEASURES
        role: Role = "value" if measured or label.name is None else "column"
        name = label.name or reader.data.value_column
        kind = reader.data.column(name).kind
        if is_share_or_rate(parts, kind) or is_claim_or_money(parts, kind):
            return base
        if not measured and label.name is not None and len(parts) > 1 and _sums_columns(parts[-1]):
            # "Jumlah" under "Segmen" sums the segments beside it.
            return replace(base, role="total")
        if label.name is None and reader.counts_persons and not holds_people(table.body[position]):
            return replace(base, role=_helper_role(parts))
        tags = label.tags if role == "value" else {}
        return replace(
            base, role=role, name=name, tags=tags, near=label.near, rank=label.rank, months=label.months
        )
    return replace(base, role=_helper_role(parts))


def _read_area_slot(table: Table, position: int, reader: LabelReader, code: str) -> Slot:
    """A column of numbers headed by a kecamatan, maybe beneath a month, a segment or the name of the numbers."""
    above = tuple(part for part in table.headers[position][:-1] if not _area_role((part,), reader.data))
    base = Slot(position=position, header=table.header_text(position), role="unused")
    if reader.counts_other_units(above):
        return base
    label = reader.read(above) if above else Label()
    name = label.name or reader.data.value_column
    if reader.data.column(name).kind not in MEASURES:
        return base
    tags = {**label.tags, AREA: code}
    return replace(base, role="value", name=name, tags=tags, months=label.months, rank=label.rank or _UNNAMED)


def _names_regency(table: Table, position: int, lexicon: Lexicon) -> bool:
    parts = table.headers[position]
    return bool(parts) and names_home(parts[-1], lexicon.areas)


def _sum_of_areas(table: Table, position: int) -> Slot:
    """The column of the regency beside those of its kecamatan."""
    return Slot(position=position, header=table.header_text(position), role="total")


def _area_role(parts: tuple[str, ...], data: Dataset) -> str | None:
    if names_head(parts[-1]):
        return None
    for text in (parts[-1], parts[0], " ".join(parts)):
        for spelling in alternatives(text):
            for role, words in AREA_ROLES.items():
                if spelling in words:
                    return role
            if spelling == "nama" and "nama" not in data.names:
                return "wilayah"
    return None


def _free_names(slots: list[Slot]) -> list[Slot]:
    """A bare "Nama" is an area only where nothing else could be: no village column, no column of persons."""
    words = {word for slot in slots for word in alternatives(slot.header)}
    if not words & _PERSON_WORDS and not any(slot.role == "area" and slot.name == "desa" for slot in slots):
        return slots
    return [
        replace(slot, role="unused", name="")
        if slot.role == "area" and not slot.is_chosen and alternatives(slot.header)[0] == "nama"
        else slot
        for slot in slots
    ]


def _sums_columns(text: str) -> bool:
    return any(spelling in ROW_TOTAL_WORDS for spelling in alternatives(text))


def _helper_role(parts: tuple[str, ...]) -> Role:
    for text in (parts[-1], parts[0]):
        for spelling in alternatives(text):
            if spelling in YEAR_WORDS:
                return "year"
            if spelling in MONTH_WORDS:
                return "month"
            if spelling in ROW_TOTAL_WORDS:
                return "total"
            if spelling in IGNORED_WORDS:
                return "ignored"
    return "unused"


def _choose_tags(slots: list[Slot], data: Dataset, given: frozenset[str]) -> list[Slot]:
    """A word may be a segment and a payer ("Swasta"): keep one, rather not what `given` already says.

    A label alone stays a label although its column was given: if they contradict, that is said later.
    """
    stated = {slot.name for slot in slots if slot.role == "column"}
    certain = Counter(next(iter(slot.tags)) for slot in slots if len(slot.tags) == 1)
    chosen = []
    for slot in slots:
        if slot.is_chosen:
            chosen.append(slot)
            continue
        tags = {column: value for column, value in slot.tags.items() if column not in stated}
        codes = [column for column in tags if column != data.period_column]
        if slot.role == "value" and len(codes) > 1 and _same_word(slot, codes):
            keep = max(codes, key=lambda column: (column not in given, certain[column], -codes.index(column)))
            tags = {column: value for column, value in tags.items() if column == keep or column not in codes}
        named = slot.rank < 99
        role = slot.role if tags or not slot.tags or named else "unused"
        chosen.append(replace(slot, tags=tags, role=role))
    return chosen


def _same_word(slot: Slot, columns: list[str]) -> bool:
    """Whether two tags come from the same text, so that only one of them can be meant."""
    return len(slot.header.split(" / ")) < len(columns) + 1 and " " not in slot.header.strip()


def _keep_best(slots: list[Slot], data: Dataset) -> list[Slot]:
    """Of two columns that mean the same, the better named one is used; tagged ones (RT, RW) are all kept, but of a
    version of a budget there is one.

    Areas complete each other, unless somebody said which column it is.
    """
    areas = {slot.name for slot in slots if slot.role == "area" and slot.is_chosen}
    money = data.column(data.value_column).kind is ColumnKind.RUPIAH
    best: dict[tuple[str, str, str], Slot] = {}
    for slot in slots:
        key = (slot.role, slot.name, str(sorted(slot.tags.items())))
        if _competes(slot, areas) and (
            key not in best or _order(slot, money=money) < _order(best[key], money=money)
        ):
            best[key] = slot
    kept = {slot.position for slot in best.values()}
    return [
        replace(slot, role="unused") if _competes(slot, areas) and slot.position not in kept else slot
        for slot in slots
    ]


def _order(slot: Slot, *, money: bool) -> tuple[bool, bool, int, bool, bool, int]:
    """The better named column first, but none of the month before ("Bulan Lalu", "Bulan Ini") nor, of payments under
    a heading, one that is added up until a month: that of people is their stock.

    Of equally named ones the month before what is added up until it, and the sum of a group ("Peserta Aktif / Jumlah").
    "Setelah Perubahan" says the version of a budget better than "Perubahan", which may be what changes.
    """
    words = -len(slot.header) if "versi" in slot.tags else 0
    beside = money and " / " in slot.header and sums_up_to_month(slot.lowest_header)
    return (
        names_former(slot),
        beside,
        min(slot.rank, 0) if words else slot.rank,
        sums_up_to_month(slot.header),
        not sums_group(slot),
        words,
    )


def _competes(slot: Slot, chosen_areas: set[str]) -> bool:
    if slot.role == "area":
        return slot.name in chosen_areas
    if slot.proof in ("sex", "ages", "newcomers") or stand_by_sex([slot]):
        return False
    return slot.role == "column" or (slot.role == "value" and (not slot.tags or "versi" in slot.tags))
