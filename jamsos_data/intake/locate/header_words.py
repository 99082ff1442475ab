"""What the texts of a row say for its being a header: names of columns, labels of wide tables, units."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jamsos_data.intake.clean.ages import age_span, are_age_groups, are_nested_ages
from jamsos_data.intake.clean.months import read_month
from jamsos_data.intake.clean.number_columns import is_number
from jamsos_data.intake.lexicon import AREA_ROLES, IGNORED_WORDS, MONTH_WORDS, YEAR_WORDS, Lexicon
from jamsos_data.intake.names import alternatives, find_near, normalise

_MOST_WORDS = 8
_PIVOTED = re.compile(r"^(?:sum of|jumlah dari) ")
# "(5)", or "(5) = (3) + (4)" and "5=3/4*100" of a column that is computed.
_COLUMN_NUMBER = re.compile(r"^\(?-?(\d{1,3})\)?(?:\s*=[\s\d()+\-:/x×*%]+\)?)?$")
_NAMED_YEAR = re.compile(r"(?:tahun anggaran|tahun|thn|th|ta|t a) (20[1-4]\d)")
_AREAS = frozenset(word for words in AREA_ROLES.values() for word in words)
_NO_FIGURES = _AREAS | {*YEAR_WORDS, *MONTH_WORDS, *IGNORED_WORDS}

# Heads that only together say what they count.
_BESIDE_EACH_OTHER = frozenset([
    "l", "p", "laki laki", "perempuan", "pria", "wanita", "bulan ini", "bulan lalu", "s d bulan ini", "s d bulan lalu",
    "awal", "akhir", "masuk", "keluar", "penambahan", "pengurangan", "saldo awal", "saldo akhir", "tambah", "kurang",
])  # fmt: skip

# A row of these under a header says what its numbers count: "(orang)", "(juta Rp)".
_UNIT = re.compile(
    r"[(\[]?\s*(?:(?:dalam|satuan)\s+)?(?:ribu(?:an)?|juta(?:an)?|mili?y?ar(?:an)?|rb|jt)?\s*"
    r"(?:[x×]\s*)?(?:rp\.?|rupiah|orang|org|jiwa|pekerja|peserta|tk|usaha|unit|bulan|ha|km2|persen|%)?\s*"
    r"(?:ribu(?:an)?|juta(?:an)?|(?:1[.,]?)?000(?:[.,]?000)?(?:,-)?)?\s*[)\]]?",
    re.IGNORECASE,
)


def is_wide_label(text: str, lexicon: Lexicon) -> bool:
    """Whether a header cell is a code, a month or a year: a label of a wide table."""
    if any(word in lexicon.wide_words for word in alternatives(text)):
        return True
    month = read_month(text)
    return (
        month is not None and (month.year is None or month.year >= 2010) and not text.isdecimal()
    ) or is_year(text)


def is_year(text: str) -> bool:
    """Whether a text is a year of this time, which may head columns; so may a month that has lost its zero, 2026.1."""
    return bool(re.fullmatch(r"20[1-4]\d(?:[.,]1)?", text))


def bare_year(text: str) -> str:
    """The year behind a word for years: "2026" of "T.A. 2026", "Tahun Anggaran 2026"; any other text as it is."""
    found = _NAMED_YEAR.fullmatch(normalise(text))
    return found[1] if found else text


def counts_columns(cells: Iterable[str]) -> bool:
    """Whether a row only counts the columns: (1) (2) (3), 1 2 3, or -1 -2 -3 as Excel reads the first."""
    texts = [text for text in cells if text]
    matches = [_COLUMN_NUMBER.match(text) for text in texts]
    counts = [int(match[1]) for match in matches if match]
    consecutive = len(counts) == len(texts) >= 2 and counts == list(range(counts[0], counts[0] + len(counts)))
    return consecutive and counts[0] in (0, 1, 2)


def heads_areas(text: str) -> bool:
    """Whether a cell names a column of areas."""
    return any(word in _AREAS for word in alternatives(text))


def heads_figures(text: str, lexicon: Lexicon) -> bool:
    """Whether a cell names a column that is neither one of areas nor one that only helps ("No", "Tahun", "Bulan")."""
    words = {word for word in alternatives(text) if word in lexicon.header_words}
    return bool(words) and not words & _NO_FIGURES


def is_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a cell is the name of a column."""
    return any(_PIVOTED.sub("", word) in lexicon.header_words for word in alternatives(text))


def _is_name_with_label(text: str, lexicon: Lexicon) -> bool:
    """Whether a cell is the name of a column and a label in one text: "Pagu 2026", "PU Aktif"."""
    words = text.split()
    cuts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, min(len(words), _MOST_WORDS))]
    return any(
        is_name(left, lexicon) and is_wide_label(bare_year(right), lexicon) for left, right in cuts
    ) or any(is_wide_label(left, lexicon) and is_name(right, lexicon) for left, right in cuts)


def is_unit_row(texts: list[str]) -> bool:
    """Whether a row only says units, one of them in brackets or a percent sign at least."""
    filled = [text for text in texts if text]
    return (
        bool(filled)
        and all(_UNIT.fullmatch(text) for text in filled)
        and any(text[0] in "([" or text == "%" for text in filled)
    )


def score_row(cells: list[str], lexicon: Lexicon) -> int:
    """Three for each different column name, one for each wide label or head that says something beside others, two less
    for each number.
    """
    names = {normalise(text) for text in cells if text and is_name(text, lexicon)}
    others = [text for text in cells if text and normalise(text) not in names]
    near = sum(1 for text in others if find_near(normalise(text), list(lexicon.header_words)))
    wide = sum(1 for text in others if is_wide_label(text, lexicon) or _is_name_with_label(text, lexicon))
    wide += len(lexicon.kecamatan_heads(others))
    wide += sum(1 for text in {normalise(text) for text in others} if text in _BESIDE_EACH_OTHER)
    ages = [span for text in others if (span := age_span(text))]
    wide += len(ages) if ages and (are_age_groups(ages) or are_nested_ages(ages)) else 0
    numbers = sum(1 for text in others if is_number(text) and not is_year(text))
    long = sum(1 for text in cells if len(text) > 120)
    return 3 * len(names) + 2 * near + wide - 2 * numbers - 3 * long
