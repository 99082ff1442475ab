"""Reads one header cell: a column name, a code, a month or year, or several of these in one text."""

from __future__ import annotations

from dataclasses import dataclass, field

from jamsos_data.datasets import Column, ColumnKind, Dataset
from jamsos_data.intake.clean.lost_zeros import may_be_cut
from jamsos_data.intake.clean.months import read_month
from jamsos_data.intake.clean.spans import find_span
from jamsos_data.intake.lexicon import WIDE_TABLES, Lexicon, spellings_of
from jamsos_data.intake.locate.header_rows import is_month_heading
from jamsos_data.intake.locate.header_words import bare_year
from jamsos_data.intake.meanings import MEASURES
from jamsos_data.intake.names import alternatives, find_near, normalise

# Words around a code in a header that say nothing: "Jumlah RT", "Peserta PU".
FILLERS = frozenset(
    [
        *(
            "jumlah",
            "jml",
            "banyaknya",
            "total",
            "orang",
            "jiwa",
            "peserta",
            "pekerja",
            "tenaga",
            "kerja",
            "tk",
        ),
        *("aktif", "segmen", "sumber", "dana", "bulan", "tahun", "anggota", "pengurus", "dari"),
    ]
)
_PEOPLE = frozenset(["orang", "jiwa", "peserta", "pekerja", "tenaga", "kerja", "tk", "anggota", "pengurus"])
# A pivot table heads its figures "Sum of", "Jumlah dari".
_COUNTING = ("sum of ", "jumlah dari ", "jumlah ", "jml ", "total ", "banyaknya ")

# Words of other units: a group so headed never counts as the main value of a data set that lacks the word.
_UNITS = frozenset(
    [
        *(
            "iuran",
            "rp",
            "rupiah",
            "pagu",
            "anggaran",
            "realisasi",
            "potensi",
            "target",
            "persen",
            "persentase",
        ),
        *("cakupan", "usaha", "luas", "premi", "rata", "nominal", "selisih", "gap"),
    ]
)


@dataclass(frozen=True)
class Label:
    """What a header says: a column of the data set and/or tags. `tags` maps a column to its possible value.

    `near` is the known spelling when the header was a slip of it. Of a quarter the tag is its last month, and `months`
    how many it has.
    """

    name: str | None = None
    tags: dict[str, str] = field(default_factory=dict)
    near: str | None = None
    rank: int = 0
    months: int = 1

    @property
    def says(self) -> int:
        """How many things a header says: a column, a code, a month."""
        return len(self.tags) + (self.name is not None)


class LabelReader:
    """Reads header cells for one data set."""

    def __init__(self, data: Dataset, lexicon: Lexicon) -> None:
        self.data = data
        self._codes = {
            name: lexicon.codes[table] for name, table in WIDE_TABLES.items() if name in data.names
        }
        self._names: dict[str, tuple[str, int]] = {}
        for column in data.columns:
            for rank, spelling in enumerate(column_spellings(column)):
                if spelling not in self._names or self._names[spelling][1] > rank:
                    self._names[spelling] = (column.name, rank)
        self._period = data.period_column
        measured = [column for column in data.columns if column.kind in MEASURES or column.personal]
        own = {word for column in measured for word in " ".join(column_spellings(column)).split()}
        # In a list by name "RT" and "RW" are part of the address: only numbers of persons can stand by segment.
        self.counts_persons = data.column(data.value_column).personal
        money = data.column(data.value_column).kind is ColumnKind.RUPIAH
        self._other_units = (_UNITS | _PEOPLE if money else _UNITS) - (own - _PEOPLE if money else own)
        self._fillers = FILLERS - _PEOPLE if money else FILLERS

    def read(self, parts: tuple[str, ...]) -> Label:
        """The header of one column, from its parts top to bottom; the lowest part weighs most."""
        read = [self._read_part(part) for part in parts]
        if numbered := self._numbered_month(parts):
            read[-1] = numbered
        labels = list(reversed(read))
        if len(parts) > 1:
            labels.insert(0, Label(*self._find_name(" ".join(parts))))
        name, near, rank, tags = None, None, 99, {}
        for label in labels:
            if name is None and label.name is not None:
                name, near, rank = label.name, label.near, label.rank
            for column, value in label.tags.items():
                tags[column] = _complete(tags[column], value) if column in tags else value
        unread = [part for part, label in zip(parts, read, strict=True) if label == Label()]
        if name is None and self._other_units & set(normalise(" ".join(unread)).split()):
            return Label()
        if name and name in tags and self.data.column(name).kind not in (ColumnKind.COUNT, ColumnKind.RUPIAH):
            name = None
        return Label(name, tags, near, rank, self._months_of(parts, read))

    def codes_in(self, *parts: str) -> dict[str, str]:
        """The codes that parts of a header name, by column; neither months nor names of columns."""
        return {column: code for column, code in self.read(parts).tags.items() if column in self._codes}

    def _numbered_month(self, parts: tuple[str, ...]) -> Label | None:
        """The month that a number under a heading of months counts: 9 under "Bulan"."""
        if self._period is None or self.data.column(self._period).kind is not ColumnKind.MONTH:
            return None
        lowest = parts[-1].strip()
        month = read_month(lowest) if lowest.isdecimal() and len(lowest) <= len("12") else None
        if month is None or not any(map(is_month_heading, parts[:-1])):
            return None
        return Label(None, {self._period: f"-----{month.month:02d}"})

    def counts_other_units(self, parts: tuple[str, ...]) -> bool:
        """Whether a header speaks of numbers that the data set does not have."""
        return bool(self._other_units & set(normalise(" ".join(parts)).split())) and not self.read(parts).name

    def _months_of(self, parts: tuple[str, ...], read: list[Label]) -> int:
        """How many months the label of the period has, after the lowest part that names a month or quarter."""
        for part, label in zip(reversed(parts), reversed(read), strict=True):
            if len(label.tags.get(self._period or "", "")) > len("2026"):
                found = find_span(part) or read_month(part)
                return 1 if found is None else found.months
        return 1

    def _read_part(self, part: str) -> Label:
        tags = self._tags_of(part)
        name, _, near, rank = self._name_label(part)
        if tags and near:
            name, near = None, None
        label = Label(name, tags, near, rank)
        if near or self._is_known(normalise(part)):
            return label
        # A piece of the text ("RT" of "RT/RW Feb 2026") says less than its words together.
        split = self._split(part)
        return split if split.says > label.says or not label.says else label

    def _is_known(self, text: str) -> bool:
        """Whether a text as a whole is the name of a column or a code."""
        return text in self._names or any(text in codes for codes in self._codes.values())

    def _name_label(self, part: str) -> tuple[str | None, dict[str, str], str | None, int]:
        found = Label(*self._find_name(part))
        return found.name, {}, found.near, found.rank

    def _find_name(self, text: str) -> tuple[str | None, dict[str, str], str | None, int]:
        spellings = alternatives(text)
        for step, spelling in enumerate(spellings):
            if spelling in self._names:
                name, rank = self._names[spelling]
                return name, {}, None, rank + 20 * step
        for spelling in spellings:
            bare = next((spelling.removeprefix(word) for word in _COUNTING if spelling.startswith(word)), "")
            if bare in self._names:
                return self._names[bare][0], {}, None, 40 + self._names[bare][1]
        near = find_near(spellings[0], list(self._names)) if spellings else None
        return (self._names[near][0], {}, near, 50) if near else (None, {}, None, 99)

    def _tags_of(self, part: str) -> dict[str, str]:
        """Exact codes by column, or a month or year for the period column."""
        tags: dict[str, str] = {}
        for spelling in alternatives(part):
            for column, codes in self._codes.items():
                if spelling in codes:
                    tags.setdefault(column, codes[spelling])
        return tags or self._period_tag(part)

    def _period_tag(self, part: str) -> dict[str, str]:
        month = None if may_be_cut(part) else read_month(part)
        if month is None or self._period is None or (part.strip().isdecimal() and len(part.strip()) != 4):
            return {}
        kind = self.data.column(self._period).kind
        if kind is ColumnKind.YEAR:
            return {self._period: str(month.year)} if month.year and not month.month else {}
        year = f"{month.year:04d}" if month.year else "----"
        if not month.month and "tahun" in self.data.names:
            return {"tahun": year}
        return {self._period: f"{year}-{month.month:02d}" if month.month else year}

    def _split(self, part: str) -> Label:
        """A name and a code, or a code and a month, in one text: try every cut, then drop fillers."""
        words = normalise(part).split()
        if not 1 < len(words) <= 8:
            return Label()
        for cut in range(1, len(words)):
            left, right = " ".join(words[:cut]), " ".join(words[cut:])
            for name_text, tag_text in ((left, right), (right, left)):
                tags = self._tags_of(bare_year(tag_text))
                if not tags:
                    continue
                if name_text in self._names:
                    return Label(self._names[name_text][0], tags, None, self._names[name_text][1])
                if other := self._tags_of(name_text):
                    return Label(None, other | tags)
                if all(word in self._fillers for word in name_text.split()):
                    return Label(None, tags)
        return Label()


def column_spellings(column: Column) -> tuple[str, ...]:
    """All spellings of a column, its own name first."""
    return spellings_of(column.name, column.title.id, *column.synonyms, column.title.en)


def _complete(one: str, other: str) -> str:
    """A month without a year and a year make a month: "----01" under "2026", or under "2026-06" for a semester."""
    if one.startswith("----") and not other.startswith("----"):
        return other[:4] + one[4:]
    if other.startswith("----") and len(one) == 4:
        return one + other[4:]
    return one
