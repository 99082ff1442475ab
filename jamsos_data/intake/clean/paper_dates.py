"""Takes out of a title what dates a paper and not the figures: a regulation's number and year, a day of printing.

>>> without_papers("Inpres Nomor 2 Tahun 2021, Tahun Anggaran 2026")
' , Tahun Anggaran 2026'
>>> without_papers("Peserta September 2026 (data tarikan 05-10-2026)")
'Peserta September 2026 ( )'
"""

from __future__ import annotations

import re

_GAP = r"[\s_.:,()-]*"
# Between words: without one, the letters of a long word could be shared out in any number of ways.
_SPACE = r"[\s_.:,()-]+"
_LAWS = (
    r"inpres|instruksi|keppres|kepres|perpres|peraturan|pp|uu|undang|perppu|perda|perdes|perbup|perwal|pergub|permen\w*"
    r"|pmk|kepmen\w*|keputusan|kepbup|kepgub|sk|surat|edaran"
)
# "SK Bupati, peserta semester 2 tahun 2026" numbers no decree.
_COUNTED = r"semester|smt|triwulan|tri|tw|kuartal|caturwulan|wulan|tahap|termin|gelombang|batch|bulan|minggu"
_NUMBER = rf"(?:nomor|nomer|no|nmr){_GAP}\d[\w./-]*?"
_NAMED = rf"(?:{_LAWS})(?:{_SPACE}(?!(?:{_COUNTED})(?![a-z]))[a-z]+){{0,5}}?{_GAP}(?:{_NUMBER}|\d[\w./-]*?)"
_REGULATION = re.compile(
    rf"(?<![a-z0-9])(?:{_NAMED}|{_NUMBER}){_GAP}(?:/|(?:tahun|thn|th)(?![a-z])){_GAP}(?:19|20)\d\d(?!\d)",
    re.IGNORECASE,
)
_MADE = (
    r"(?:di)?tarik(?:an)?|penarikan|(?:di)?unduh(?:an)?|pengunduhan|(?:di)?download(?:ed)?|(?:di)?cetak(?:an)?|pencetakan"
    r"|printed|(?:di)?updated?|diperbar\w+|diperbaharui|pembaruan|pemutakhiran|dimutakhirkan|(?:di)?eks?port?|exported"
)
_DAY = r"(?:\d{1,2}[-/. ]+(?:\d{1,2}|[a-z]{3,9})[-/. ]+(?:20)?\d\d|20\d\d[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)"
# "Tarikan posisi 30 September" tells of that day.
_STATE = r"s|sd|sampai|hingga|posisi|keadaan|kondisi|bulan|periode"
_MADE_ON = re.compile(
    rf"(?<![a-z0-9])(?:(?:data|tanggal|tgl|waktu|terakhir|last) )*(?:{_MADE})"
    rf"(?:{_SPACE}(?!(?:{_STATE})(?![a-z]))[a-z']+){{0,4}}?{_GAP}{_DAY}",
    re.IGNORECASE,
)


def without_papers(text: str) -> str:
    """The title without regulations ("Perbup No. 12 Tahun 2024") and days on which its file was printed or pulled.

    A month alone ("update September 2026") stays: it says how far the figures go.
    """
    return _MADE_ON.sub(" ", _REGULATION.sub(" ", text))
