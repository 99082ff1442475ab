"""What sums call themselves: Jumlah, Total, Σ, Rekapitulasi, Semua, Pindahan; and what only numbers a row."""

from __future__ import annotations

import re

from jamsos_data.intake.clean.number_columns import is_nil, is_number
from jamsos_data.intake.names import normalise

_NAMES = (
    r"jumlah|jml|total|sub ?(?:total|jumlah|jml)|grand total|rata rata|rerata|average|keseluruhan|seluruhnya"
    r"|j u m l a h|t o t a l"
)
_WHOLE = (
    r"se (?:kabupaten|kecamatan|kab|kec)(?: .{0,40})?"
    r"|(?:semua|seluruh|all)(?: (?:kecamatan|desa|kelurahan|wilayah|kabupaten|peserta|pekerja)){0,3}"
)
# Running sums at the foot and the head of a printed page.
_CARRIED = (
    r"(?:di ?)?pindah(?:kan|an)?(?: (?:ke|dari))?(?: (?:hal|halaman|lembar)(?: .{0,40})?)?"
    r"|(?:di)?bawa ke (?:hal|halaman|lembar)(?: .{0,40})?|carried forward|brought forward"
)
# Words that may begin other texts as well name a sum only alone, or before what they sum.
_OTHERS = (
    r"(?:rekapitulasi|rekap|akumulasi|kumulatif|gabungan|sum|ttl|overall)"
    r"(?: (?:kabupaten|kab|kecamatan|kec|desa|semua|seluruh|total|jumlah|akhir)(?: .{0,40})?)?"
)
_TOTAL = re.compile(
    rf"^(?:{_NAMES})(?: .{{0,60}})?$|^.{{0,40}} (?:total|jumlah)$|^(?:{_WHOLE}|{_CARRIED}|{_OTHERS})$"
)
# "Jumlah", "Jumlah Kecamatan Bae", "Total II": nothing that could be the name of a thing ("Jumlah iuran RT").
_BARE = re.compile(
    rf"^(?:{_NAMES})(?: (?:{_NAMES}|kecamatan|kec|desa|kelurahan|kel|kabupaten|kab|se|semua|seluruh|umum"
    rf"|[ivx]{{1,4}}|[a-z]|\d{{1,2}})(?: .*)?)?$|^(?:{_WHOLE}|{_CARRIED}|{_OTHERS})$"
)
_SUMS_ROWS = re.compile(rf"^(?:{_WHOLE}|{_CARRIED}|{_OTHERS})$")
_IS_CARRIED = re.compile(rf"^(?:(?:jumlah|jml|total) )?(?:{_CARRIED})$")
# One of these is in every text that names a sum and has only letters of ASCII.
TOTAL_WORDS = (
    *("jumlah", "jml", "total", "rata", "rerata", "average", "keseluruhan", "seluruh"),
    *("sekabupaten", "sekecamatan", "sekab", "sekec", "semua", "all", "pindah", "bawake", "forward"),
    *("rekap", "akumulasi", "kumulatif", "gabungan", "sum", "ttl"),
)
_SIGMA = re.compile("[Σ∑]")


def is_total_name(text: str) -> bool:
    """Whether a text names a sum: Jumlah, Total, Jumlah/Total, Sub Total, Rata-rata, Σ, Pindahan."""
    return bool(_TOTAL.match(_words(text)))


def is_bare_total_name(text: str) -> bool:
    """Whether a text names a sum and nothing else."""
    return bool(_BARE.match(_words(text)))


def sums_rows(text: str) -> bool:
    """Whether a text can name only a sum of the rows themselves ("Akumulasi"), not one of several months."""
    return bool(_SUMS_ROWS.match(_words(text)))


def is_carried(text: str) -> bool:
    """Whether a text names a sum that is carried from one printed page to the next: Dipindahkan, Jumlah pindahan."""
    return bool(_IS_CARRIED.match(_words(text)))


def _words(text: str) -> str:
    return normalise(_SIGMA.sub(" sum ", text))


def is_numbering(text: str) -> bool:
    """Whether a text numbers a row: "1.", "II", "a)"."""
    return (
        bool(re.fullmatch(r"[IVXivx]{1,5}\.?|[A-Za-z][.)]?|\d{1,2}[.)]?", text)) and not is_nil(text)
    ) or (is_number(text) and len(text) <= 2)
