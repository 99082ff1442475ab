"""Texts in a column of areas that name none: people from outside, and people of whom nobody knows where they live.

"Luar Kudus" is of no concern to the regency, "Lain-lain" may be: the first is told, the second proposed as known for
the regency (or the kecamatan) only. "Laki-laki" and "18-30 tahun" part the people of the area above them. None is taken
unasked.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from jamsos_data.intake.names import normalise

NoArea = Literal["outside", "unknown", "part", ""]

_OUTSIDE = re.compile(
    r"(?:(?:lain lain|lainnya|di|dari|dr|warga|penduduk|domisili|ktp) )*"
    r"(?:luar (?:(?:kab|kabupaten|kota|daerah|wilayah|provinsi|prov)\b ?)*[a-z]*"
    r"|(?:kab|kabupaten|kota|daerah) (?:kota )?lain(?:nya)?)"
)
_INSIDE = re.compile(r"luar (?:kec|kecamatan|desa|kel|kelurahan)\b")
_PART = re.compile(
    r"(?:[a-z] |\d{1,2} )?(?:laki(?: laki)?|perempuan|pria|wanita|l|p"
    r"|(?:usia|umur) \d{1,2}(?: (?:s d |sd )?\d{1,2})?(?: (?:th|thn|tahun))?"
    r"|\d{1,2} (?:s d |sd )?\d{1,2} (?:th|thn|tahun))"
)
_UNKNOWN = re.compile(
    r"(?:dan )?lain(?: lain)?|lainnya|dll|unknown|other|others"
    r"|(?:tidak|tdk|tak|belum|blm) (?:(?:di)?ketahui|terdata|teridentifikasi|jelas|ada alamat|beralamat)"
    r"(?: (?:alamat|domisili|desa|kecamatan|wilayah|asal)(?:nya)?)?"
    r"|(?:alamat|domisili|desa|kecamatan|wilayah) (?:tidak|tdk|belum|blm) (?:(?:di)?ketahui|terdata|jelas|lengkap)"
    r"|(?:tanpa|(?:tidak|tdk|tak|belum|blm) (?:ada|mencantumkan|menyebut(?:kan)?))(?: data)?"
    r" (?:alamat|domisili|keterangan|data|desa|kelurahan|kecamatan|wilayah)(?:nya)?"
    r"|(?:alamat|domisili|desa|kelurahan|kecamatan|wilayah)(?:nya)? (?:tidak|tdk|belum|blm) (?:ada|di ?isi|terisi)"
    r"|(?:tidak|tdk|belum|blm) (?:di ?isi|terisi)(?: (?:alamat|desa|kelurahan|kecamatan|wilayah)(?:nya)?)?|kosong"
)


@lru_cache(maxsize=4096)
def names_no_area(text: str) -> NoArea:
    """What a text of an area says instead of a name.

    >>> names_no_area("Luar Kab. Kudus"), names_no_area("Lain-lain"), names_no_area("Luar Kecamatan")
    ('outside', 'unknown', 'unknown')
    """
    words = normalise(text)
    if _PART.fullmatch(words):
        return "part"
    if _INSIDE.match(words) or _UNKNOWN.fullmatch(words):
        return "unknown"
    return "outside" if _OUTSIDE.fullmatch(words) else ""
