"""What tells the rows of one key apart: a name of its own in one column, or what columns of sexes and ages say of them.

People of no stated sex or age ("-", "?", an empty cell) are a part beside those who have one. A sex that stands only in
the first of its rows, merged over its ages, holds for the others too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jamsos_data.intake.firm_names import is_firm
from jamsos_data.intake.locate.total_words import is_bare_total_name, is_total_name
from jamsos_data.intake.match.slots import says_all
from jamsos_data.intake.names import normalise
from jamsos_data.intake.part_headers import MEN, SEXES, heads_parts_of_people
from jamsos_data.intake.sub_units import heads_units

# Numbers name a part under these alone; under others they are another figure, or number the rows.
_NUMBERED_PARTS = frozenset(["npp", "dusun", "dukuh", "unit", "umur", "usia"])
_SUM_WORDS = re.compile(r"\b(?:sub ?)?(?:jumlah|jml|total)\b")
_AGE = re.compile(r"(?:(?:usia|umur) )?\d{1,3}(?: (?:s d |sd )?\d{1,3})?(?: (?:th|thn|tahun))?")
_FEWEST = 2
# What the rows beneath a sum may be, and words around that.
_ROWS = (
    "perusahaan|firma|badan usaha|pemberi kerja|tenaga kerja|pekerja|peserta|tk|karyawan|pegawai|orang|jiwa|instansi"
    "|opd|skpd|dinas|lembaga|unit kerja|unit|sekolah|segmen|kelompok|cabang"
)
_AROUND = "semua|seluruh|seluruhnya|keseluruhan|aktif|akhir|per|swasta|bumd|dan"
_SUM_OF_ROWS = re.compile(
    rf"(?:(?:sub|grand) ?)?(?:jumlah|jml|total) (?:(?:{_AROUND}) )*(?:{_ROWS})(?: (?:{_ROWS}|{_AROUND}))*"
    rf"|(?:{_ROWS})(?: (?:{_ROWS}|{_AROUND}))* (?:jumlah|jml|total)"
)

Texts = Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class PeopleCells:
    """What the columns of sexes and ages (`headers`) say of each row beside that it is a sum ("" for nothing or all),
    and which of the rows are `named` sums.
    """

    headers: tuple[str, ...]
    said: tuple[tuple[str, ...], ...]
    named: tuple[bool, ...]

    @property
    def header(self) -> str:
        """The headers as they are named to people."""
        return ", ".join(self.headers)

    def covers(self, place: int, other: int) -> bool:
        """Whether the row at one place is of all of the sex and age that the other is of: "L" of "L 18-30"."""
        pairs = zip(self.said[place], self.said[other], strict=True)
        return all(
            wide in ("", narrow) or (wide in SEXES and narrow.startswith(f"{wide} "))
            for wide, narrow in pairs
        )

    def sums(self) -> list[bool]:
        """Which of the rows call themselves sums and are of all, or of what another row is of, too."""
        places = range(len(self.said))
        parts = [place for place in places if not self.named[place]]
        return [
            self.named[place]
            and (not any(self.said[place]) or any(self.covers(place, part) for part in parts))
            for place in places
        ]

    def named_parts(self) -> list[bool]:
        """Which of the rows call themselves sums, of what no other row is of: "P, Jumlah" beside men alone."""
        return [named and not is_sum for named, is_sum in zip(self.named, self.sums(), strict=True)]

    def tells_parts_apart(self) -> bool:
        """Whether no two rows beside the sums say the same, and some column tells two of them at least."""
        rows = [said for said, is_sum in zip(self.said, self.named, strict=True) if not is_sum]
        told = any(len({*column} - {""}) >= _FEWEST for column in zip(*rows, strict=True))
        return told and len({*rows}) == len(rows)


def telling_header(texts: Texts) -> str:
    """The header of the unused column that names each row of a group, none as the sum of others, or those of sexes and
    ages that do so together, alone or for each company; else empty.

    `texts` are those of the rows, by header.
    """
    return ", ".join(telling_headers(texts))


def telling_headers(texts: Texts) -> tuple[str, ...]:
    """The same, each header for itself."""
    headers = [header for header in texts[0] if all(header in each for each in texts)]
    numbered = [header for header in headers if _NUMBERED_PARTS & set(normalise(header).split())]
    named = [header for header in headers if all(any(map(str.isalpha, each[header])) for each in texts)]
    distinct = (
        header for header in (*named, *numbered) if len({each[header] for each in texts}) == len(texts)
    )
    header = next(distinct, "")
    if header and not _are_people(header, texts):
        return () if any(sums_others(each[header]) for each in texts) else (header,)
    read = (_read_cells(texts, (header,)) if header else None, people_cells(texts))
    found = next((cells for cells in read if cells), None)
    if found is not None:
        return next((cells.headers for cells in read if cells and not any(cells.sums())), ())
    return _telling_together(texts, named)


def _telling_together(texts: Texts, named: Sequence[str]) -> tuple[str, ...]:
    """A header of names and those of sexes and ages that only together tell rows apart: "Perusahaan", "L/P"."""
    people = [header for header in texts[0] if _are_people(header, texts)]
    for header in (header for header in named if people and header not in people):
        cells = [tuple(each.get(one, "") for one in (header, *people)) for each in texts]
        is_full = all(all(said) and not any(map(may_sum_others, said)) for said in cells)
        if is_full and len({*cells}) == len(cells):
            return (header, *people)
    return ()


def unsaid_parts(texts: Texts, header: str) -> list[int]:
    """The places among rows, told apart by `header`, of those of whom a sex or age is not said."""
    cells = people_cells(texts)
    if cells is None or cells.header != header:
        return []
    return [place for place, said in enumerate(cells.said) if "" in said]


def people_cells(texts: Texts) -> PeopleCells | None:
    """What columns of sexes and ages say of rows that these tell apart, sums of them aside; None where they do not."""
    headers = dict.fromkeys(header for each in texts for header in each)
    people = tuple(header for header in headers if _are_people(header, texts))
    read = (_read_cells(rows, people) for rows in (texts, _filled(texts, people)) if people)
    return next((cells for cells in read if cells.tells_parts_apart()), None)


def said_of_people(texts: Iterable[str]) -> tuple[str, ...]:
    """What the columns of sexes and ages say of a row beside that it is a sum; nothing of one of all."""
    return tuple(said for text in texts if (said := _without_sum(text)))


@lru_cache(maxsize=65536)
def sums_others(text: str) -> bool:
    """Whether a text can name nothing but a sum: "Jumlah", "L+P", "Sub Total", "TOTAL PERUSAHAAN"."""
    return says_all_others(text) or is_bare_total_name(text)


def says_all_others(text: str) -> bool:
    """Whether a text says that its row sums all others: "Jumlah", "L+P", "TOTAL PERUSAHAAN"."""
    return says_all(text) or bool(_SUM_OF_ROWS.fullmatch(normalise(text)))


@lru_cache(maxsize=65536)
def may_sum_others(text: str) -> bool:
    """Whether a text may name a sum, as "Jumlah Jati" and "Total Bangun Persada" do; no firm by its legal form."""
    return sums_others(text) or (is_total_name(text) and not is_firm(text))


def without_sum_words(text: str) -> str:
    """A text without the words for sums in it."""
    rest, found = _SUM_WORDS.subn(" ", text)
    return " ".join(rest.split()) if found else text


def _read_cells(texts: Texts, headers: tuple[str, ...]) -> PeopleCells:
    rows = [[_without_unit(header, each.get(header, "")) for header in headers] for each in texts]
    said = tuple(tuple(map(_without_sum, row)) for row in rows)
    return PeopleCells(headers, said, tuple(any(map(_sums_people, row)) for row in rows))


def _filled(texts: Texts, headers: tuple[str, ...]) -> Texts:
    """The same with what stands above an empty cell of all `headers` but the last, which parts these."""
    filled: list[dict[str, str]] = []
    for each in texts:
        above = filled[-1] if filled else {}
        merged = {header: above[header] for header in headers[:-1] if header in above}
        filled.append({**merged, **each})
    return filled


def _without_unit(header: str, text: str) -> str:
    """The text of a cell, where units below a desa stand without the one that a sum is named after: "Jumlah RW 01"."""
    return "jumlah" if heads_units(header) and _SUM_WORDS.match(text) else text


def _sums_people(text: str) -> bool:
    """Whether a text names a sum where sexes and ages stand: also "Jumlah Laki-laki", "P jumlah", "Total 18-30"."""
    rest = without_sum_words(text)
    return sums_others(text) or (rest != text and (rest in SEXES or bool(_AGE.fullmatch(rest))))


def _without_sum(text: str) -> str:
    """What a text says beside that it is a sum, a sex in one spelling: "l" of "Jumlah Laki-laki", nothing of "L+P"."""
    if sums_others(text):
        return ""
    said = without_sum_words(text) if _sums_people(text) else text
    sex = _sex(said)
    return ("l" if sex in MEN else "p") + said.removeprefix(sex) if sex else said


def _are_people(header: str, texts: Texts) -> bool:
    """Whether a column parts people by its header (sex, age or unit of their desa), or because each of its texts begins
    with a sex or names a sum.
    """
    if heads_parts_of_people(header) or heads_units(header):
        return True
    parts = {text for each in texts if (text := each.get(header, "")) and not _sums_people(text)}
    sexes = {_sex(text) for text in parts}
    # "PT" and "PR" are firms: with men there are women.
    return "" not in sexes and len({sex in MEN for sex in sexes}) > 1


def _sex(text: str) -> str:
    """The sex that a text begins with: "laki laki" of "Laki-laki 18-30"; "" where with none."""
    words = text.split()
    return next((said for n in (2, 1) if (said := " ".join(words[:n])) in SEXES), "")
