"""Which lines of the titles say the area of the figures: the address of the office that sends them does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from jamsos_data.intake.names import normalise

# All as `normalise` leaves them.
_STREET = re.compile(r"\b(?:jalan|jl|jln)\b")
_ADDRESS = re.compile(r"^(?:(?:alamat|kantor|sekretariat|sekr) )*(?:jalan|jl|jln)\b|^alamat\b")
# Postcodes of Kudus are 59311 to 59385.
_CONTACT = re.compile(
    r"\b(?:kode ?pos|telp|telepon|telpon|tlp|fax|faks|faksimile?|e ?mail|www|laman|website|593\d\d|rt \d+|rw \d+)\b"
)
# Words of a title of figures, or of the head of a kecamatan or village office: such a line is no mere address.
_TITLE = re.compile(
    r"\b(?:data|daftar|rekap\w*|laporan|tabel|jumlah|peserta|kepesertaan|pekerja|penerima|iuran|realisasi|pagu|"
    r"anggaran|potensi|pemdes|pemerintah (?:desa|kecamatan|kelurahan))\b"
)

# Where people met: "Rapat di aula Kecamatan Bae".
_MEETING = re.compile(
    r"\b(?:aula|balai|pendopo|pendapa|gedung|ruang|lapangan|halaman|tempat|bertempat|rapat di)"
    r"(?: (?:di|rapat|pertemuan|aula|balai|kantor))* (?:kecamatan|kec|desa|ds|kelurahan|kel)\b"
)


@dataclass(frozen=True)
class TitleLines:
    """The normalised lines of titles that may say an area: `sure` ones, and those that may only say a place."""

    sure: tuple[str, ...]
    doubtful: tuple[str, ...]


def lines_with_areas(titles: Iterable[str]) -> TitleLines:
    """The lines of titles without addresses ("Jalan Conge Kec. Bae Kudus 59322").

    Behind other words an address is cut off where it begins. A line with a postcode, a telephone number or an RT, or
    that names a road somewhere, is doubtful unless it has a word of a title; one that says where people met always is.
    """
    sure, doubtful = [], []
    for line in filter(None, (normalise(line) for title in titles for line in title.splitlines())):
        street, contact = _STREET.search(line), _CONTACT.search(line)
        if _ADDRESS.search(line):
            continue
        if _MEETING.search(line):
            doubtful.append(line)
        elif street and contact:
            sure.append(line[: street.start()].strip())
        elif (street or contact) and not _TITLE.search(line):
            doubtful.append(line)
        else:
            sure.append(line)
    return TitleLines(sure=tuple(sure), doubtful=tuple(doubtful))
