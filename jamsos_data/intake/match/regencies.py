"""Names of regencies by which a sheet may be called without "Kab.": "Kendal", "Pati 2026".

They are the 29 kabupaten and 6 kota of Jawa Tengah (Kemendagri codes 33.01–33.29 and 33.71–33.76), whose figures the
offices of Kudus receive beside their own.
"""

from __future__ import annotations

from jamsos_data.intake.clean.area_names import AreaNames, split_name
from jamsos_data.intake.clean.months import MONTH_NAMES
from jamsos_data.intake.names import normalise

_REGENCIES = frozenset([
    "cilacap", "banyumas", "purbalingga", "banjarnegara", "kebumen", "purworejo", "wonosobo", "magelang", "boyolali",
    "klaten", "sukoharjo", "wonogiri", "karanganyar", "sragen", "grobogan", "blora", "rembang", "pati", "kudus",
    "jepara", "demak", "semarang", "temanggung", "kendal", "batang", "pekalongan", "pemalang", "tegal", "brebes",
    "surakarta", "salatiga",
])  # fmt: skip
_BESIDE = frozenset(["data", "rekap", "peserta", "tahun", "bulan", "kota", "sheet", *MONTH_NAMES])


def names_home(text: str, areas: AreaNames) -> bool:
    """Whether a text is a name of the home regency, with "Kab." or without."""
    return split_name(text)[0] in areas.kabupaten_names


def other_regencies(areas: AreaNames) -> frozenset[str]:
    """The other regencies, in lower case, but those whose name is one of a place at home."""
    return _REGENCIES - areas.kabupaten_names - areas.kecamatan.keys() - areas.desa.keys()


def plain_regency(name: str, areas: AreaNames) -> str:
    """The other regency that a sheet is called after; "" where it says more, or the name is one of a place at home.

    A village of Kudus is called Purworejo, so a sheet of that name says nothing.
    """
    words = [word for word in normalise(name).split() if word not in _BESIDE and not word.isdecimal()]
    if len(words) != 1 or words[0] not in _REGENCIES:
        return ""
    at_home = words[0] in areas.kabupaten_names or words[0] in areas.kecamatan or words[0] in areas.desa
    return "" if at_home else words[0].capitalize()
