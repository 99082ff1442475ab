"""Spans that are no ages though they are written alike: years of service, hours of work, classes of wages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jamsos_data.intake.names import normalise

_WAGES = "upah|gaji|penghasilan|pendapatan|omzet|omset"
_SERVICE = (
    r"(?:masa|lama|pengalaman|usia|umur) (?:ber|be)?(?:kerja|tugas|dinas)(?! aktif)"
    r"|(?:masa|lama|usia|umur) (?:ke)?(?:menjadi|jadi|pesertaan|peserta|usaha|jabatan|pengabdian|iuran|tunggakan)"
    r"|jam kerja|durasi"
)
_HEADER = re.compile(rf"\b(?:{_SERVICE}|masa|lama|jam|hari|pengalaman|iuran|tunggakan|{_WAGES})\b")
_TITLE = re.compile(
    rf"\b(?:{_SERVICE}"
    rf"|(?:menurut|berdasarkan|per|kelas|kelompok|golongan|gol|rentang|tingkat|besaran) (?:{_WAGES}))\b"
)
_SERVICE_ONLY = re.compile(rf"\b(?:{_SERVICE})\b")
_AGES = re.compile(r"\b(?:umur|usia)\b")


def heads_other_spans(header: str) -> bool:
    """Whether a header is one of spans that are no ages.

    >>> [heads_other_spans(text) for text in ("Masa Kerja", "Usia Kepesertaan", "Upah (juta)", "Usia", "Uraian")]
    [True, True, True, False, False]
    """
    return _says(_HEADER, header)


def title_other_spans(titles: Iterable[str]) -> bool:
    """Whether titles say that the people are told apart by such spans, and none that they are by age.

    >>> title_other_spans(["Peserta menurut masa kerja"]), title_other_spans(["Menurut masa kerja dan umur"])
    (True, False)
    """
    texts = " | ".join(titles)
    return _says(_TITLE, texts)


def _says(words: re.Pattern[str], text: str) -> bool:
    plain = normalise(text)
    return bool(words.search(plain)) and not _AGES.search(_SERVICE_ONLY.sub(" ", plain))
