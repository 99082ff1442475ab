"""Reads months, days and years as people write them: `Sep-26`, `Agust 2026`, `31 Oktober 2025`, `202609`, 46266."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from jamsos_data.intake.clean.paper_dates import without_papers
from jamsos_data.intake.clean.spans import read_span
from jamsos_data.intake.names import normalise

EARLIEST, LATEST = 2015, 2045

_NAMES: dict[str, int] = {}
for _number, _words in enumerate(
    (
        "januari january jan", "februari pebruari february feb peb febr", "maret march mar mrt", "april apr",
        "mei may", "juni june jun", "juli july jul", "agustus august agust agt ags agu aug agst agus",
        "september sept sep", "oktober october okt oct", "november nopember nov nop", "desember december des dec",
    ),
    start=1,
):  # fmt: skip
    _NAMES |= dict.fromkeys(_words.split(), _number)
MONTH_NAMES = tuple(_NAMES)
_EXCEL_START = datetime(1899, 12, 30)
_SERIALS = range(36526, 54789)  # 2000-01-01 to 2049-12-31
_PAPER_WORDS = frozenset(
    [
        "dicetak",
        "cetak",
        "diunduh",
        "unduh",
        "lampiran",
        "sk",
        "keputusan",
        "perbup",
        "surat",
        "nomor",
        "printed",
    ]
)
_STATE_WORDS = frozenset(
    ["per", "posisi", "keadaan", "kondisi", "sampai", "sd", "s", "akhir", "bulan", "data"]
)
_MONTH_LABELS = frozenset(["bulan", "bln", "periode", "blth", "posisi"])
_YEAR_COMMA_MONTH = re.compile(r"^(20\d\d),(\d{1,2})$")
# "Selasa, 13 Januari 2026", "Rabu/21-01-2026"; a week is counted by "Minggu" too, so its day needs the mark.
_WEEKDAY = re.compile(
    r"^(?:(senin|selasa|rabu|kamis|jum.?at|sabtu|ahad)\b\W*|(minggu)\s*[,/]\s*)(?=\w)", re.IGNORECASE
)
_WEEKDAYS = {"sen": 0, "sel": 1, "rab": 2, "kam": 3, "jum": 4, "sab": 5, "min": 6, "aha": 6}
# "Per 30/09/2026", "Posisi 31-10-2026"; of a bare number behind such a word nothing is known.
_STATE = re.compile(r"^(?:per|posisi|keadaan|kondisi)\b[ .:]*(?=\d{1,4}[-/.]\d{1,2}[-/.]\d)", re.IGNORECASE)
_SIGNED = re.compile(r"^[a-z]+ \d{1,2} [a-z]+ \d{4}$")


@dataclass(frozen=True)
class MonthText:
    """What a text says about time; parts that it does not say are None. `ambiguous`: day and month may be swapped.

    Of a quarter or semester `month` is the last of its `months`.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    ambiguous: bool = False
    months: int = 1

    @property
    def start(self) -> datetime | None:
        """The month start, when year and month are known."""
        return datetime(self.year, self.month, 1) if self.year and self.month else None


@lru_cache(maxsize=65536)
def read_month(text: str) -> MonthText | None:
    """Take a date-like text apart; None when it is none. A year or month alone is a partial answer."""
    body = _WEEKDAY.sub("", text.strip().lstrip("'’`").strip())
    for reader in (_read_digits, _read_numeric_date, _read_named, _read_span):
        found = reader(body)
        if found is not None:
            return found
    return None


def read_year(text: str) -> int | None:
    """A year from `2025`, `TA 2025`, `2.025` or a date; None when there is none."""
    found = re.fullmatch(r"(?:tahun|thn|ta|t\.a\.)?\s*(\d)[.,]?(\d{3})(?:[.,]0+)?", text.strip().casefold())
    if found:
        return int(found[1] + found[2])
    month = read_month(text)
    return month.year if month else None


def read_day(text: str) -> datetime | None:
    """A full date; None when a part is missing or the day does not exist."""
    found = read_month(text)
    if found is None or not (found.year and found.month and found.day):
        return None
    return _existing(found.year, found.month, found.day)


def weekday_before(text: str) -> int | None:
    """The day of the week that is written before a date, 0 for Monday; None where there is none.

    >>> weekday_before("Jum'at, 13 Februari 2026"), weekday_before("13 Februari 2026")
    (4, None)
    """
    found = _WEEKDAY.match(text.strip().lstrip("'’`").strip())
    if found is None:
        return None
    return _WEEKDAYS[normalise(found[1] or found[2])[:3]]


def find_month(text: str) -> MonthText | None:
    """The month named somewhere in a title, such as "Posisi 31 Oktober 2025" or "Bulan: September 2026".

    The date of a letter or of printing is no month of the figures, and a span of months is not one of them.
    """
    is_of_paper = _dates_a_paper(normalise(text))
    text = without_papers(text)
    words = normalise(text)
    named = {_NAMES[word] for word in words.split() if word in _NAMES and len(word) > 2}
    if len(named) > 1 or is_of_paper:
        return None
    for match in re.finditer(r"(?:(\d{1,2}) )?([a-z]+) (\d{4})\b", words):
        if match[2] in _NAMES and len(match[2]) > 2:
            return MonthText(int(match[3]), _NAMES[match[2]], int(match[1]) if match[1] else None)
    numeric = re.search(r"\b(20\d{2})-(0[1-9]|1[0-2])\b|\b(0[1-9]|1[0-2])[-/](20\d{2})\b", text)
    if numeric:
        year, month = (numeric[1], numeric[2]) if numeric[1] else (numeric[4], numeric[3])
        return MonthText(int(year), int(month))
    return None


def find_bare_month(text: str, *, is_name: bool) -> int | None:
    """The one month that a title or (`is_name`) the name of a sheet says without its year: "Januari", "Bulan: Sep".

    Inside a longer title a month counts only right after a word such as "bulan".
    """
    words = re.findall(r"[a-z]+|\d+", normalise(text))
    places = [place for place, word in enumerate(words) if word in _NAMES and len(word) > 2]
    if len({_NAMES[words[place]] for place in places}) != 1 or _dates_a_paper(normalise(text)):
        return None
    said = is_name or len(words) == 1 or any(place and words[place - 1] in _MONTH_LABELS for place in places)
    return _NAMES[words[places[0]]] if said else None


def sums_up_to_month(text: str) -> bool:
    """Whether a title or header speaks of figures added up over months: "s.d. September", "Jan - Sep", "kumulatif".

    >>> sums_up_to_month("Realisasi s.d. Bulan Ini"), sums_up_to_month("Realisasi September")
    (True, False)
    """
    words = normalise(text)
    until = re.search(
        r"\b(?:s d|sd|sampai|hingga)(?: dengan)?(?: akhir)?(?: bulan| bln)?(?: \d{1,2})? ([a-z]+)", words
    )
    named = until is not None and (until[1] in _NAMES or until[1] in ("ini", "lalu", "berjalan"))
    spans = len(months_in(text)) > 1 and not _dates_a_paper(words)
    return named or spans or bool(re.search(r"\b(?:kumulatif|akumulasi|akumulatif)\b", words))


def months_in(text: str) -> frozenset[int]:
    """The numbers of the months that a text names in full or by three letters."""
    return frozenset(_NAMES[word] for word in normalise(text).split() if word in _NAMES and len(word) > 2)


def year_in_name(file_name: str) -> int | None:
    """The year in the name of a file, for months in it that have none.

    With a single month beside it ("Laporan Januari 2026") it is the year of that month alone, and of no other.
    """
    months = {
        _NAMES[word]
        for word in re.findall(r"[a-z]+", normalise(file_name))
        if word in _NAMES and len(word) > 2
    }
    return None if len(months) == 1 else find_year(file_name)


def _dates_a_paper(words: str) -> bool:
    """Whether a title dates a print-out, a decree or a letter, or is the place and date above a signature."""
    found = set(words.split())
    if found & _PAPER_WORDS or (_SIGNED.match(words) and words.split()[0] not in _STATE_WORDS):
        return True
    return bool(found & {"tanggal", "tgl"}) and not found & _STATE_WORDS


def find_year(text: str) -> int | None:
    """The one year named in a title; None when there is none or several, as in "2025/2026".

    The year of a regulation, or of the day on which the file was printed or pulled, is none.
    """
    said = without_papers(text)
    years = set(re.findall(r"(?<![\d.,/])(20[1-4]\d)(?![\d.,]\d|\s*/\s*\d|-(?:1[3-9]|[2-9]\d)\b)", said))
    return int(years.pop()) if len(years) == 1 else None


def _read_digits(body: str) -> MonthText | None:
    if not body.isdecimal():
        return None
    number = int(body)
    if len(body) <= 2:
        return MonthText(month=number) if 1 <= number <= 12 else None
    if len(body) == 4 and 1990 <= number <= 2100:
        return MonthText(year=number)
    if number in _SERIALS:
        day = _EXCEL_START + timedelta(days=number)
        return MonthText(day.year, day.month, day.day)
    if len(body) == 6:
        return _valid(int(body[:4]), int(body[4:])) or _valid(int(body[2:]), int(body[:2]))
    if len(body) == 8:
        return _valid(int(body[:4]), int(body[4:6]), int(body[6:]))
    return None


def _read_numeric_date(body: str) -> MonthText | None:
    body = _STATE.sub("", re.sub(r"[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?$", "", body))
    body = _YEAR_COMMA_MONTH.sub(r"\1.\2", body)
    parts = [int(part) for part in re.split(r"[-/. ]+", body) if part.isdecimal()]
    # "1.000" is a number: a year has two digits or four.
    if not re.fullmatch(r"\d+(?:[-/. ]+\d+){1,2}", body) or re.search(r"(?<!\d)\d{3}(?!\d)", body):
        return None
    if len(parts) == 2:
        first, second = parts
        return _valid(first, second) if first > 31 else _valid(_century(second), first)
    if parts[0] > 31:
        return _valid(*parts)
    day, month, year = parts[0], parts[1], _century(parts[2])
    if month > 12:
        return _valid(year, day, month)
    found = _valid(year, month, day)
    swapped = month == 1 and 1 < day <= 12
    return MonthText(year, month, day, ambiguous=True) if found and swapped else found


def _read_named(body: str) -> MonthText | None:
    words = normalise(body).split()
    while words and words[0] in (
        "bulan",
        "bln",
        "posisi",
        "per",
        "periode",
        "blth",
        "s",
        "d",
        "sd",
        "sampai",
        "akhir",
    ):
        words = words[1:]
    words = [piece for word in words for piece in re.findall(r"[a-z]+|\d+", word)]
    names = [word for word in words if word in _NAMES]
    numbers = [word for word in words if word.isdecimal()]
    if len(names) != 1 or len(names) + len(numbers) != len(words) or len(numbers) > 2:
        return None
    month = _NAMES[names[0]]
    if not numbers:
        return MonthText(month=month)
    if len(numbers) == 1:
        return _valid(_century(int(numbers[0])), month)
    first, last = int(numbers[0]), int(numbers[1])
    return _valid(first, month, last) if first > 31 else _valid(_century(last), month, first)


def _read_span(body: str) -> MonthText | None:
    span = read_span(body)
    return None if span is None else MonthText(span.year, span.month, months=span.months)


def _century(year: int) -> int:
    return 2000 + year if year < 100 else year


def _valid(year: int, month: int, day: int | None = None) -> MonthText | None:
    if not (1900 <= year <= 2100 and 1 <= month <= 12):
        return None
    if day is not None and _existing(year, month, day) is None:
        return None
    return MonthText(year, month, day)


def _existing(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day)
    except ValueError:
        return None
