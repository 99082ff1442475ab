"""Decides what the numbers of a column mean, from all its cells: people and rupiah are whole, percentages are not.

A lost trailing zero (`118.04` for 118.040: Excel read a thousand-point as a decimal point) is proposed,
never assumed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.clean.marks import MAX_PEOPLE, Marks, find_marks, find_shrunk
from jamsos_data.intake.clean.nearly_numbers import read_nearly
from jamsos_data.intake.clean.numbers import Form, NumberText, take_apart
from jamsos_data.intake.clean.verdicts import Judged, Place, Verdict, judge_column
from jamsos_data.intake.read.marked_runs import STRUCK
from jamsos_data.intake.report import FindingLog

MAX_WHOLE = 10**14
_SURELY_PERCENT = 10
_THOUSANDS = 1000
# What may be left of a number of thousands: at most three digits, a mark, one or two zeros.
MAX_SHORT = 1000
LONGEST_SHORT = len("118,00 orang")


def read_whole_numbers(
    texts: pd.Series, *, money: bool, place: Place, log: FindingLog, factor: int = 1, typed: bool = False
) -> Judged:
    """People (or rupiah when `money`) as ints; nil is 0; what is no whole number is bad and logged.

    `factor` is the unit that the column states: 1,5 in millions of rupiah is 1.500.000. `typed` is whether its
    fractions are numbers of a workbook, not text.
    """
    fractions = _is_column_of_fractions(texts)
    marks = find_marks(texts, factor=factor, typed=typed)
    shown = marks.thousands
    # Beside "1,234,567.00" a "1.000.000" is no riddle; beside "1,234" a "1.234" is.
    if len(shown) > 1 and any(take_apart(text).form is Form.TRIPLE for text in shown.values()):
        log.add(
            "TANDA_RIBUAN_CAMPUR", Severity.WARNING, sheet=place.sheet, column=place.column,
            first=shown["."], second=shown[","],
        )  # fmt: skip
    judged = judge_column(
        texts,
        _whole_judge(
            money=money,
            fractions=fractions,
            factor=factor,
            marks=marks,
            shrunk=find_shrunk(texts) if typed else frozenset(),
            odd=marks.stray if money else marks.stray | _written_unlike_the_rest(texts),
        ),
        place=place,
        log=log,
    )
    _note_style(texts, marks, MAX_WHOLE if money else MAX_PEOPLE, place=place, log=log)
    _note_decimals(texts, marks, factor, place=place, log=log)
    return replace(judged, decimals=frozenset(marks.decimals))


def read_percentages(texts: pd.Series, *, place: Place, log: FindingLog) -> Judged:
    """Percentages 0–100 as floats; a column of shares (all at most 1) is multiplied by 100 and reported."""
    distinct = [take_apart(text) for text in texts.unique()]
    shown = [number.fraction for number in distinct if number.form not in (Form.NIL, Form.BAD)]
    shares = bool(shown) and max(shown) <= 1 and not any(number.percent for number in distinct)
    shares = shares and any(value != value.to_integral_value() for value in shown)
    if any(0 < value < 1 for value in shown) and any(value >= _SURELY_PERCENT for value in shown):
        small = next(text for text in texts.unique() if 0 < take_apart(text).fraction < 1)
        log.add("PERSEN_SATUAN_CAMPUR", Severity.WARNING, sheet=place.sheet, column=place.column, value=small)
    factor = Decimal(100) if shares else Decimal(1)
    if shares:
        log.add("PERSEN_SEBAGAI_PECAHAN", Severity.WARNING, sheet=place.sheet, column=place.column)
    return judge_column(texts, _percent_judge(factor), place=place, log=log)


def is_number(text: str) -> bool:
    """Whether a text is a number in any style (nil marks are not)."""
    return take_apart(text).form not in (Form.BAD, Form.NIL)


def value_of(text: str) -> Decimal:
    """The number that a text is in any style, nil where it is none."""
    return take_apart(text).value if is_number(text) else Decimal(0)


def is_nil(text: str) -> bool:
    """Whether a text stands for nothing: empty, a dash, "nihil"."""
    return take_apart(text).form is Form.NIL


def _is_column_of_fractions(texts: pd.Series) -> bool:
    """Whether most numbers are fractions (percentages, rates), so that no zero was lost."""
    numbers = [take_apart(text) for text in texts.unique()]
    counted = [number for number in numbers if number.form not in (Form.NIL, Form.BAD) and number.value]
    fractional = [number for number in counted if _has_fraction(number)]
    return len(fractional) > 2 and len(fractional) * 2 > len(counted)


def _has_fraction(number: NumberText) -> bool:
    return number.form is Form.DECIMAL and number.value != number.value.to_integral_value()


def _written_unlike_the_rest(texts: pd.Series) -> frozenset[str]:
    """Whole numbers with decimals ("11,0") in a column whose other numbers have none: perhaps 11.000."""
    forms = {str(text): take_apart(text) for text in texts.unique()}
    numbers = [text for text, number in forms.items() if number.form not in (Form.NIL, Form.BAD)]
    decimal = [text for text in numbers if forms[text].form is Form.DECIMAL or {".", ","} <= set(text)]
    if 2 * len(decimal) >= len(numbers):
        return frozenset()
    return frozenset(text for text in decimal if _is_whole_with_decimals(text, forms[text]))


def _is_whole_with_decimals(text: str, number: NumberText) -> bool:
    return (
        number.form is Form.DECIMAL
        and number.grouping in (".", ",")
        and 0 < number.value < MAX_SHORT
        and not _has_fraction(number)
        and not number.percent
        and len(text) <= LONGEST_SHORT
    )


def _whole_judge(
    *, money: bool, fractions: bool, factor: int, marks: Marks, shrunk: frozenset[str], odd: frozenset[str]
) -> Callable[[str], Verdict]:
    limit = MAX_WHOLE if money else MAX_PEOPLE

    def judge(text: str) -> Verdict:
        number = marks.read(text)
        if (
            number.form is Form.BAD
            and factor == 1
            and (nearly := read_nearly(text, marks))
            and nearly[1] < limit
        ):
            return _propose(*nearly)
        if (plain := _judge_at_sight(text, number, money=money)) is not None:
            return plain
        unsure = number.form is Form.TRIPLE and number.grouping in marks.unsure
        if unsure and number.value * factor < limit:
            return _ask_which(number, factor)
        if (number.fraction if unsure else number.value) * factor >= limit:
            return Verdict(code="ANGKA_TERLALU_BESAR", shown=text[:2].ljust(len(text), "•"))
        if factor > 1 and number.form is not Form.SCALED:
            return _multiplied(number, factor, decimal=unsure)
        parted = number.form is Form.DECIMAL and number.grouping in marks.thousands
        if text in shrunk or (parted and _may_have_lost_zero(number)):
            # "11.0" among "9.773": the mark parts thousands in this column, so 11.000 has lost its zeros.
            return _propose("ANGKA_NOL_HILANG", number.value * 1000)
        if text in odd:
            meaning, other = int(number.value), int(number.value * 1000)
            params = {"meaning": meaning, "other": other}
            return Verdict(value=meaning, code="ANGKA_BERDESIMAL", severity=Severity.WARNING, params=params)
        return _judge_positive(number, money=money, fractions=fractions)

    return judge


def _judge_at_sight(text: str, number: NumberText, *, money: bool) -> Verdict | None:
    """What no other cell of the column could make anything else of."""
    if number.form is Form.NIL:
        return Verdict(value=0)
    if number.form is Form.BAD:
        return _judge_bad(text)
    if number.negative and number.value:
        return Verdict(code="RUPIAH_NEGATIF" if money else "ANGKA_NEGATIF")
    return Verdict(code="ANGKA_PERSEN") if number.percent else None


def _ask_which(number: NumberText, factor: int) -> Verdict:
    """1.125 millions: a thousand or one. Amounts in thousands are mostly whole, those in millions have decimals."""
    readings = [int(number.value * factor), int(number.fraction * factor)]
    meaning, other = readings if factor <= _THOUSANDS else reversed(readings)
    params = {"meaning": meaning, "other": other, "mark": number.grouping}
    return Verdict(value=meaning, code="ANGKA_RIBUAN_ATAU_DESIMAL", severity=Severity.WARNING, params=params)


def _judge_positive(number: NumberText, *, money: bool, fractions: bool) -> Verdict:
    if number.form is Form.SCALED:
        return _propose("ANGKA_SINGKATAN", number.value)
    if number.form is Form.SHORT_GROUP:
        return _propose("ANGKA_NOL_HILANG", number.value)
    if fractions and number.form is Form.TRIPLE:
        return Verdict(code="ANGKA_PECAHAN")
    if not _has_fraction(number):
        return Verdict(value=int(number.value))
    if _may_have_lost_zero(number) and not fractions:
        return _propose("ANGKA_NOL_HILANG", number.value * 1000)
    if money:
        return _propose("ANGKA_PECAHAN", number.value.to_integral_value(ROUND_HALF_UP))
    return Verdict(code="ANGKA_PECAHAN")


def _multiplied(number: NumberText, factor: int, *, decimal: bool) -> Verdict:
    """A number in thousands or millions may well have decimals; what is left of them after that is no number."""
    if number.form is Form.SHORT_GROUP:
        return _propose("ANGKA_NOL_HILANG", number.value * factor)
    value = (number.fraction if decimal or number.form is Form.DECIMAL else number.value) * factor
    return Verdict(value=int(value)) if value == value.to_integral_value() else Verdict(code="ANGKA_PECAHAN")


def _may_have_lost_zero(number: NumberText) -> bool:
    """One to three digits, a mark, one or two digits: what is left of 118.040 after Excel."""
    exponent = number.value.as_tuple().exponent
    return isinstance(exponent, int) and -2 <= exponent < 0 and 1 <= number.value < 1000


def _propose(code: str, value: Decimal) -> Verdict:
    return Verdict(code=code, proposal=str(int(value)), proposed=int(value))


def _percent_judge(factor: Decimal) -> Callable[[str], Verdict]:
    def judge(text: str) -> Verdict:
        number = take_apart(text)
        if number.form is Form.NIL:
            return Verdict(code="PERSEN_KOSONG")
        value = number.fraction * factor
        if number.form in (Form.BAD, Form.SCALED, Form.SHORT_GROUP):
            return _judge_bad(text)
        if number.negative or not 0 <= value <= 100:
            return Verdict(code="PERSEN_DI_LUAR_BATAS")
        return Verdict(value=float(value))

    return judge


def _judge_bad(text: str) -> Verdict:
    """What is no number; a formula whose result is not in the file can be mended by opening and saving it."""
    if text.startswith("="):
        return Verdict(code="SEL_RUMUS_TANPA_NILAI")
    if text.endswith(STRUCK):
        return Verdict(code="ANGKA_DICORET", shown=text.removesuffix(STRUCK))
    return Verdict(code="BUKAN_ANGKA")


def _note_style(texts: pd.Series, marks: Marks, limit: int, *, place: Place, log: FindingLog) -> None:
    """Say once per column how its marks were read, so that people can object."""
    grouped = {
        number.grouping: text
        for text in texts.unique()
        if (number := marks.read(text)).grouping.strip()
        and number.form in (Form.TRIPLE, Form.GROUPED)
        and number.grouping not in marks.unsure
        and number.value < limit
    }
    for mark, text in sorted(grouped.items()):
        log.add(
            "TANDA_RIBUAN", Severity.INFO, sheet=place.sheet, column=place.column, value=text, mark=mark,
            meaning=int(take_apart(text).value),
        )  # fmt: skip


def _note_decimals(texts: pd.Series, marks: Marks, factor: int, *, place: Place, log: FindingLog) -> None:
    """Say once per column that three digits behind a mark are decimals there, and which text shows it."""
    for mark, proof in sorted(marks.decimals.items()):
        triples = (text for text in texts.unique() if take_apart(text).form is Form.TRIPLE)
        text = next((text for text in triples if take_apart(text).grouping == mark), None)
        if text is not None:
            log.add(
                "TANDA_DESIMAL", Severity.INFO, sheet=place.sheet, column=place.column, value=text, mark=mark,
                meaning=int(take_apart(text).fraction * factor), proof=proof,
            )  # fmt: skip
