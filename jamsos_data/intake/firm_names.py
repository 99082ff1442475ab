"""Words that say that a name is that of a company (a legal form, a kind of business), or that a column is of them."""

from __future__ import annotations

from jamsos_data.intake.names import normalise

FIRMS = (
    *("pt", "cv", "ud", "pd", "fa", "firma", "koperasi", "yayasan", "perumda", "perusda", "bumdes", "bank"),
    *("rsud", "rsu", "rs", "klinik", "hotel", "toko", "pabrik"),
)
# More words that only begin a name; elsewhere they may be anything ("PR" beside men are women).
_SHOPS = frozenset([
    *FIRMS, "tb", "pb", "po", "kud", "ksp", "ksu", "kopkar", "bpr", "kjks", "bmt", "warung", "rm", "apotek", "apotik",
    "bengkel", "konveksi", "percetakan", "perusahaan rokok", "rumah makan", "counter", "usaha dagang", "mebel",
])  # fmt: skip
_SPELLED = {"p t": "pt", "c v": "cv", "u d": "ud", "p d": "pd"}
_ENDS = frozenset(["tbk", "persero"])
_HEADERS = frozenset([
    "npp", "perusahaan", "firma", "badan usaha", "bu", "pemberi kerja", "majikan", "instansi", "opd", "skpd", "upt",
    "perangkat daerah", "dinas", "unit kerja", "satuan kerja", "satker", "sekolah", "lembaga", "koperasi", "yayasan",
    "kelompok tani", "kel tani", "poktan", "gapoktan", "kelompok nelayan", "kelompok usaha", "paguyuban", "wadah",
    "asosiasi", "komunitas", "agen perisai", "perisai", "pasar", "toko", "cabang", "proyek",
])  # fmt: skip
_NAMING = frozenset(["nama", "nomor", "no", "kode", "nmr"])


def is_firm(text: str) -> bool:
    """Whether a text begins as the name of a company, or ends as that of one with shares.

    >>> is_firm("P.T. Djarum"), is_firm("Toko Total Jaya"), is_firm("Jumlah Perusahaan"), is_firm("Jumlah PT A")
    (True, True, False, False)
    """
    words = normalise(text)
    for spelled, form in _SPELLED.items():
        words = f"{form} {words.removeprefix(spelled).strip()}" if words.startswith(f"{spelled} ") else words
    first, *rest = words.split() or [""]
    begins = first in _SHOPS or " ".join([first, *rest[:1]]) in _SHOPS
    return bool(rest) and (begins or rest[-1] in _ENDS)


def heads_firms(header: str) -> bool:
    """Whether a header is one of companies, offices or other groups whose people are not those of another one.

    >>> heads_firms("Nama Perusahaan"), heads_firms("Kel. Tani"), heads_firms("Golongan")
    (True, True, False)
    """
    words = normalise(header).split()
    while len(words) > 1 and words[0] in _NAMING:
        words = words[1:]
    return " ".join(words) in _HEADERS
