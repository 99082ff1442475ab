"""The words of a header that nothing was read from: what a column of numbers is beside the code it was taken for.

"RT/RW / Usulan" names a segment, but its numbers are proposals. Words that say nothing (units, "jumlah", the name of an
institution), the codes and names of the data set and its months are understood.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from jamsos_data.datasets import ColumnKind, Dataset
from jamsos_data.intake.clean.months import MONTH_NAMES
from jamsos_data.intake.clean.spans import SPAN_PIECES
from jamsos_data.intake.lexicon import (
    AREA_ROLES,
    MONTH_WORDS,
    ROW_TOTAL_WORDS,
    WIDE_TABLES,
    YEAR_WORDS,
    Lexicon,
)
from jamsos_data.intake.locate.table import column_letter
from jamsos_data.intake.match.labels import FILLERS, column_spellings
from jamsos_data.intake.match.slots import AREA, BOTH_SEXES, Slot
from jamsos_data.intake.meanings import MEASURES
from jamsos_data.intake.names import find_near, normalise

SEXES = frozenset(["l", "p", "lk", "pr", "laki", "laki laki", "perempuan", "pria", "wanita"])
# Words that make other numbers of those of a code, even in a heading over all columns.
_CHANGING = frozenset([
    "usul", "usulan", "diusulkan", "pengusulan", "kuota", "sisa", "non", "nonaktif", "tidak", "belum", "terdaftar",
    "calon", "rencana", "keluar", "batal", "ditolak", "proyeksi", "prediksi", "perkiraan", "kekurangan", "tunggakan",
    "selisih",
])  # fmt: skip
_SAYING_NOTHING = frozenset([
    # Institutions and places.
    "bpjs", "bpjamsostek", "jamsostek", "ketenagakerjaan", "naker", "bps", "sakernas", "bappenas", "pemerintah",
    "pemkab", "kabupaten", "kab", "kecamatan", "desa", "kelurahan", "provinsi", "jawa", "tengah", "dinas",
    "jaminan", "sosial", "jamsos", "perlindungan", "program", "kepesertaan",
    # Words of reports, and where a figure stands in time.
    "data", "rekap", "rekapitulasi", "laporan", "angka", "per", "posisi", "keadaan", "kondisi", "periode", "akhir",
    "ini", "ta", "t a", "th", "thn", "tgl", "tanggal", "anggaran", "bln", "total", "jml", "banyak", "nilai", "dan",
    "yang", "di", "pada", "untuk", "menurut", "berdasarkan", "seluruh", "semua", "seluruhnya",
    # Units.
    "org", "rp", "rupiah", "ribu", "ribuan", "juta", "jutaan", "jt", "rb", "miliar", "milyar", "miliaran", "dalam",
    "satuan", "persen", "unit", "pekerja", "peserta",
    # English of bilingual headers.
    "number", "sum", "of", "the", "active", "participants", "participant", "workers", "worker", "people", "persons",
    "person", "contribution", "contributions", "paid", "amount", "month", "year", "as", "at", "employed", "labour",
    "labor", "force", "population",
])  # fmt: skip

_UNTIL = re.compile(r"\b(?:s d|sd|sampai dengan|sampai|hingga)\b")
_PIECES = re.compile(r"[a-z]+")
_LONGEST = 8
_UNNAMED = 99
_NOT_USED = ("unused", "ignored")
_Phrase = tuple[str, ...]


class HeaderWords:
    """Tells which words of the headers of one data set were understood."""

    def __init__(self, data: Dataset, lexicon: Lexicon) -> None:
        self._data = data
        names = [column for column in data.columns if column.kind not in MEASURES]
        phrases = [word for column in names for word in column_spellings(column)]
        for name in WIDE_TABLES:
            if name in data.names:
                phrases += lexicon.codes[WIDE_TABLES[name]]
        phrases += [word for words in AREA_ROLES.values() for word in words]
        phrases += [*FILLERS, *MONTH_WORDS, *YEAR_WORDS, *ROW_TOTAL_WORDS, *BOTH_SEXES]
        phrases += [*_SAYING_NOTHING, *lexicon.areas.kabupaten_names]
        self._phrases = frozenset(tuple(phrase.split()) for phrase in phrases)

    def unread(self, slot: Slot, slots: Collection[Slot]) -> tuple[str, ...]:
        """The parts of the header of a column of numbers in which a word was not understood, from top to bottom.

        Of a heading over several columns only a word counts that makes other numbers of theirs.
        """
        # Of two tables with the same headers each quotes the letter of its column.
        parts = slot.header.removesuffix(f" ({column_letter(slot.position)})").split(" / ")
        parts = parts[:-1] if AREA in slot.tags else parts
        known = self._known(slot, slots)
        if not self._left(" ".join(parts), slot, known):
            return ()
        left = {part: self._left(part, slot, known) for part in parts}
        shared = {part for part in parts if _heads_others(part, slot, slots)}
        return tuple(
            part for part in parts if (_CHANGING & set(left[part]) if part in shared else left[part])
        )

    def _known(self, slot: Slot, slots: Collection[Slot]) -> frozenset[_Phrase]:
        own = {tuple(word.split()) for word in column_spellings(self._data.column(slot.name))}
        if self._data.period_column in slot.tags:
            own |= {(word,) for word in MONTH_NAMES}
        own |= {(word,) for word in SPAN_PIECES} if slot.months > 1 else set()
        if _stands_beside_the_other_sex(slot, slots):
            own |= {tuple(word.split()) for word in SEXES}
        return self._phrases | own

    def _left(self, part: str, slot: Slot, known: frozenset[_Phrase]) -> list[str]:
        """The words of a part that no known phrase covers, the longest tried first; numbers say nothing here."""
        text = normalise(part)
        if slot.near is not None and find_near(text, [slot.near]):
            return []
        words = (_UNTIL.sub(" ", text) if self._may_run_until(slot) else text).split()
        left: list[str] = []
        place = 0
        while place < len(words):
            lengths = range(min(len(words) - place, _LONGEST), 0, -1)
            length = next((n for n in lengths if tuple(words[place : place + n]) in known), 0)
            if not length and not all((piece,) in known for piece in _PIECES.findall(words[place])):
                left.append(words[place])
            place += length or 1
        return left

    def _may_run_until(self, slot: Slot) -> bool:
        """Whether "s.d. Februari" needs no question here: payments and quarters have their own, and people who are
        called active are counted at a moment.
        """
        money = self._data.column(slot.name).kind is ColumnKind.RUPIAH
        return money or slot.months > 1 or slot.rank < _UNNAMED


def _heads_others(part: str, slot: Slot, slots: Collection[Slot]) -> bool:
    """Whether a part of the header stands over other columns that are used too."""
    others = (other for other in slots if other.position != slot.position and other.role not in _NOT_USED)
    return any(part in other.header.split(" / ") for other in others)


def _stands_beside_the_other_sex(slot: Slot, slots: Collection[Slot]) -> bool:
    """Whether a column of men has one of women beside it under the same heading, or the other way round."""
    upper, _, lowest = slot.header.rpartition(" / ")
    return normalise(lowest) in SEXES and any(
        other.position != slot.position
        and other.header.rpartition(" / ")[0] == upper
        and normalise(other.lowest_header) in SEXES - {normalise(lowest)}
        for other in slots
    )
