"""The words by which titles call figures something else than a data set holds, and those that make them good."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLAN = r"rencana(?! aksi| kerja| strategis| pembangunan)"
_NOT = r"(?:non|tidak|tdk|belum|blm)"
_PROPOSED = rf"usul|usulan|diusulkan|pengusulan|calon|{_PLAN}"


@dataclass(frozen=True)
class Words:
    """Words for other figures, those by which another title or a header says that the stored figure is there too, and
    those by which the same title does.
    """

    other: re.Pattern[str]
    own: re.Pattern[str]
    beside: re.Pattern[str]


_REACHED = "realisasi|capaian|pencapaian|cakupan"


def _words(other: str, own: str, beside: str = _REACHED) -> Words:
    return Words(*(re.compile(rf"\b(?:{words})\b") for words in (other, own, beside)))


_WORKING = "bekerja|pekerja|angkatan kerja|tenaga kerja|potensi"
# The other BPJS counts nearly everybody; its figures are made out only by the name of ours.
HEALTH = _words(
    "bpjs kesehatan|jaminan kesehatan|jkn|kis|uhc",
    own := "ketenagakerjaan|naker|bpjamsostek|jamsostek|jkk|jkm",
    own,
)
# What is paid to participants, and for the last time, is neither a contribution nor one who is active.
CLAIMS = _words("klaim|santunan|meninggal", own := "aktif|iuran|kepesertaan", own)
_PAID = "iuran|premi|rupiah|rp|pembayaran|bayar|dibayar|dibayarkan|realisasi|penerimaan|setoran"
OTHER_FIGURES: dict[str, tuple[Words, ...]] = {
    "kepesertaan": (_words(
        rf"{_PROPOSED}|kuota|target|proyeksi|prediksi|perkiraan|potensi|nonaktif"
        rf"|{_NOT} ?(?:aktif|terlindungi|terdaftar|tercover)"
        r"|(?:peserta|kepesertaan|tenaga kerja|pekerja) baru|(?:penambahan|tambahan) peserta|akuisisi",
        rf"{_REACHED}|aktif|terlindungi",
    ), HEALTH, CLAIMS),
    "daftar_peserta": (_words(_PROPOSED, "aktif"), HEALTH, CLAIMS),
    "potensi": (_words("penduduk(?! (?:yang )?bekerja)|pengangguran|penganggur", _WORKING, _WORKING),),
    "iuran": (_words(
        rf"{_PROPOSED}|tunggakan|terutang|terhutang|piutang|tagihan|kebutuhan|perkiraan|estimasi|proyeksi|prediksi"
        r"|kekurangan|sisa|target|(?:belum|blm) (?:di ?)?(?:bayar|lunas)",
        rf"{_REACHED}|dibayar|dibayarkan|pembayaran|penerimaan|lunas",
    ), _words(
        r"(?:jumlah|data|rekap|rekapitulasi|daftar|banyaknya) (?:peserta|tenaga kerja|pekerja|orang)"
        r"|peserta aktif|kepesertaan",
        _PAID, _PAID,
    ), HEALTH, CLAIMS),
    "anggaran": (_words(rf"{_PROPOSED}|rancangan|realisasi|serapan|sisa", "pagu|alokasi", "pagu|alokasi"),),
}  # fmt: skip
NEGATED = re.compile(rf"\b{_NOT} ?(?:di ?)?(?:aktif|terlindungi|bayar|dibayar|lunas)\b")
