"""What a change takes away, may count twice or multiplies, in sentences, the same on the page and on the command line.

Owns the names of combinations and pairs, and how many are named before the rest is only counted.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from jamsos_data.containment import Contained, Holding
from jamsos_data.datasets import ColumnKind, dataset
from jamsos_data.formats import (
    format_count,
    format_month,
    format_number,
    format_percent,
    format_rupiah,
    round_half_up,
)
from jamsos_data.jumps import Jump
from jamsos_data.messages import Messages, load_messages
from jamsos_data.periods import parse_month_key
from jamsos_data.preview import ROWS, ChangePreview
from jamsos_data.preview_coverage import CoverageChange, CoverageSide
from jamsos_data.reference import Reference

_NAMED_AREAS = 12
_NAMED_CELLS = 8
_COVERAGE_DIGITS = 2


def warning_sentences(
    preview: ChangePreview, *, reference: Reference, language: str, codes: bool = False
) -> tuple[str, ...]:
    """The sentences to read before `preview` is committed; empty when nothing disappears, counts twice or jumps.

    Segments and funding sources are written by name, or by code where `codes`.
    """
    naming = _Naming(preview, reference, load_messages(language), codes)
    lost, cells, pairs = preview.lost_areas, preview.lost_cells, preview.contained
    sentences = []
    if lost:
        areas = [f"{area.name} {naming.amount(area.value)}" for area in lost]
        sentences.append(naming.sentence("lost_areas", areas, named=_NAMED_AREAS))
    if cells:
        texts = [f"{naming.cell(cell.cell)} ({naming.amount(cell.value)})" for cell in cells]
        sentences.append(naming.sentence("lost_cells", texts, named=_NAMED_CELLS))
    if preview.superseded:
        texts = [f"{naming.cell(line.cell)} ({naming.amount(line.value)})" for line in preview.superseded]
        sentences.append(naming.sentence("superseded", texts, named=_NAMED_CELLS))
    if pairs:
        texts = [naming.pair(pair) for pair in pairs]
        sentences.append(naming.sentence("contained", texts, named=_NAMED_CELLS))
    for times in sorted({jump.times for jump in preview.jumps}, reverse=True):
        texts = [naming.jump(jump) for jump in preview.jumps if jump.times == times]
        sentences.append(naming.sentence("jumps", texts, named=_NAMED_CELLS, times=naming.count(times)))
    return tuple(sentences)


def coverage_sentence(preview: ChangePreview, *, language: str) -> str:
    """Coverage of the regency before and after, with both numerators, the denominator, its basis and the month.

    Empty where the upload holds no participants.
    """
    change = preview.coverage
    if change is None:
        return ""
    words = load_messages(language)
    without = "" if change.dengan_jakon else words("preview.coverage.without_jakon")
    month = format_month(change.bulan, language=language)
    before, after = (_side_text(side, words) for side in (change.before, change.after))
    if change.potensi is None or change.after.persen is None:
        reason = words(f"preview.reason.{change.after.alasan}")
        return words("preview.coverage.unknown", month=month, before=before, after=after, reason=reason)
    told = words(
        "preview.coverage",
        month=month,
        before=before,
        after=after,
        potensi=format_count(change.potensi, language=language),
        basis=words("preview.coverage.basis", basis=change.basis, year=change.tahun),
        without=without,
    )
    return f"{told} {_points_text(change, words)}".strip()


def _side_text(side: CoverageSide, words: Messages) -> str:
    """``46,6 % (217.104 orang)``, ``217.104 orang`` or that there is no data."""
    if side.peserta_aktif is None:
        return words("preview.coverage.no_data")
    people = words(
        "preview.coverage.people",
        n=side.peserta_aktif,
        count=format_count(side.peserta_aktif, language=words.language),
    )
    if side.persen is None:
        return people
    share = format_percent(side.persen, digits=_COVERAGE_DIGITS, language=words.language)
    return words("preview.coverage.side", percent=share, people=people)


def _points_text(change: CoverageChange, words: Messages) -> str:
    if change.before.persen is None or change.after.persen is None:
        return ""
    points = change.after.persen - change.before.persen
    shown = round_half_up(points, _COVERAGE_DIGITS)
    direction = "up" if shown > 0 else "down" if shown < 0 else "same"
    text = format_number(abs(shown), digits=_COVERAGE_DIGITS, language=words.language)
    return words(f"preview.coverage.{direction}", points=text)


def amount_text(preview: ChangePreview, value: int, *, language: str) -> str:
    """A figure of what the preview measures: ``1.250`` people or rows, ``Rp16.800``."""
    rupiah = (
        preview.measured != ROWS and dataset(preview.kind).column(preview.measured).kind is ColumnKind.RUPIAH
    )
    write: Callable[..., str] = format_rupiah if rupiah else format_count
    return write(value, language=language)


@dataclass(frozen=True)
class _Naming:
    preview: ChangePreview
    reference: Reference
    words: Messages
    codes: bool

    def sentence(self, name: str, texts: Sequence[str], *, named: int, **values: str) -> str:
        """The sentence `name` with its list, of which the first `named` are written out, and `values`."""
        more = len(texts) - named
        listed = "; ".join(texts[:named])
        if more > 0:
            listed = self.words("preview.more", listed=listed, count=self.count(more))
        return self.words(
            f"preview.{name}", n=len(texts), count=self.count(len(texts)), listed=listed, **values
        )

    def cell(self, cell: Mapping[str, str]) -> str:
        """A combination: ``September 2026 · Pekerja rentan · DBHCHT``."""
        return " · ".join(self.value(name, text) for name, text in cell.items())

    def pair(self, pair: Contained) -> str:
        """``September 2026: BPU 9.128 (Kudus) mungkin sudah memuat RENTAN 300 (Kalirejo)``."""
        sources = pair.outer.segmen == pair.inner.segmen
        return self.words(
            "preview.pair",
            when=self.cell(pair.cell),
            outer=self.holding(pair.outer, sources=sources),
            inner=self.holding(pair.inner, sources=sources),
        )

    def jump(self, jump: Jump) -> str:
        """``September 2026 · Kalirejo · Pekerja rentan: 300 → 300.000``."""
        return self.words(
            "preview.jump",
            cell=self.cell({name: text for name, text in jump.cell.items() if text not in ("", "None")}),
            before=self.amount(jump.before),
            after=self.amount(jump.after),
        )

    def holding(self, holding: Holding, *, sources: bool) -> str:
        """One side of a pair, with its funding source where only that tells the sides apart."""
        where = self.area(holding.areas[0]) if len(holding.areas) == 1 else self.areas(len(holding.areas))
        what = [self.value("segmen", holding.segmen)] if holding.segmen else []
        if sources and holding.sumber_dana:
            what.append(self.value("sumber_dana", holding.sumber_dana))
        return f"{' '.join([*what, self.amount(holding.value)])} ({where})"

    def value(self, name: str, text: str) -> str:
        column = dataset(self.preview.kind).column(name)
        if column.kind is ColumnKind.AREA:
            return self.area(text)
        if column.kind is ColumnKind.MONTH:
            return format_month(parse_month_key(text), language=self.words.language)
        if column.kind is ColumnKind.AREA:
            return self.area(text)
        if (
            not self.codes
            and column.kind is ColumnKind.CODE
            and text in self.reference.codes(str(column.codes))
        ):
            return self.reference.name_of(str(column.codes), text, self.words.language)
        return text

    def area(self, code: str) -> str:
        return self.reference.area_name(code) if self.reference.has_area(code) else code

    def areas(self, number: int) -> str:
        return self.words("preview.areas", n=number, count=self.count(number))

    def amount(self, value: int) -> str:
        return amount_text(self.preview, value, language=self.words.language)

    def count(self, number: int) -> str:
        return format_count(number, language=self.words.language)
