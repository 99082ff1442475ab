"""What a title adds to the code that it names, without one of its own: "Linmas dan kader posyandu"."""

from __future__ import annotations

import re

from jamsos_data.intake.clean.months import MONTH_NAMES
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.names import normalise
from jamsos_data.intake.negations import NEGATION

# Stands for a code that was read.
READ = "#"
_PROGRAMMES = ("jkk", "jkm", "jht", "jp", "jkp")
_PROGRAMME = rf"(?<!\w)(?:{'|'.join(_PROGRAMMES)})(?!\w)"
_RUN = re.compile(rf"{_PROGRAMME}(?: (?:(?:dan|serta|and|plus) )?{_PROGRAMME})+(?: saja)?(?!\w)")
_NOT_OF_IT = re.compile(rf"(?<!\w){NEGATION}(?: \w+){{0,2}}? {_PROGRAMME}(?: {_PROGRAMME})*")
_AND = "(?:dan|serta|and)"
_BESIDE = re.compile(
    rf"{READ} {_AND} (?:(?:pekerja|tenaga|para) )?([a-z]+)|(?<!\w)([a-z]+) {_AND} {READ}(?!\w)"
)
# Of reports and offices; other words of people or payers are another group.
_NO_GROUP = frozenset([
    "iuran", "pembayaran", "bayar", "realisasi", "pagu", "anggaran", "potensi", "target", "capaian", "kepesertaan",
    "peserta", "jumlah", "data", "rekap", "rekapitulasi", "laporan", "daftar", "nama", "program", "perlindungan",
    "jaminan", "sosial", "kerja", "pekerja", "tenaga", "ketenagakerjaan", "bpjs", "bpjamsostek", "dinas", "bidang",
    "yang", "sudah", "telah", "aktif", "nonaktif", "terdaftar", "menurut", "per", "untuk", "dari", "oleh", "non",
    "belum", "tidak", "klaim", "santunan", "manfaat", "perkembangan", "monitoring", "evaluasi", "dana", "sumber",
    "umum", "semester", "triwulan", "tw",
])  # fmt: skip


def join_programmes(words: str) -> str:
    """Programmes in a row without the words between them, in their usual order: "jkk jkm dan jht" → "jkk jkm jht".

    Two packages in a row stay apart.
    """

    def joined(found: re.Match[str]) -> str:
        named = re.findall(_PROGRAMME, found[0])
        return found[0] if len(named) != len(set(named)) else " ".join(sorted(named, key=_PROGRAMMES.index))

    return _RUN.sub(joined, words)


def adds_unread(table: str, words: str, lexicon: Lexicon) -> bool:
    """Whether normalised titles, READ in place of the codes in them, add people, a payer or a programme to these."""
    if table == "program":
        return READ in words and re.search(_PROGRAMME, _NOT_OF_IT.sub(" ", words)) is not None
    if table not in ("segmen", "sumber_dana"):
        return False
    beside = {word for found in _BESIDE.finditer(words) for word in found.groups() if word}
    beside = {word for word in beside - {*_NO_GROUP, *MONTH_NAMES} if not word.endswith("nya")}
    return bool(beside) and not beside <= _known(lexicon)


def _known(lexicon: Lexicon) -> set[str]:
    """Words of headers and areas, and codes of one word: "buruh" of "buruh tani" may be of other people."""
    areas = map(normalise, lexicon.areas.official.values())
    words = {word for phrase in (*lexicon.header_words, *areas) for word in phrase.split()}
    return words | lexicon.wide_words
