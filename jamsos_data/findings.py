"""What checking a file brings to light, as values.

The page, the command line, the annotated download and the tests all use the same findings;
the sentences come from the message catalogues (key ``finding.<CODE>``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from jamsos_data.dataset_columns import Text
from jamsos_data.formats import format_count
from jamsos_data.messages import Messages, load_messages

# Placeholders that hold people, rupiah or rows. Others hold years, months, numbers of rows: those are no amounts.
# Two readings of "1.000" are told apart without marks, too.
_AMOUNTS = frozenset(["difference", "filled", "of", "printed", "summed", "sums"])
_NUMBERS = "ANGKA_"


class Severity(StrEnum):
    """How much a finding matters, mildest first."""

    INFO = "info"  # reported only: nothing to decide
    WARNING = "warning"  # rows are kept, but somebody must acknowledge it
    ERROR = "error"  # the row is not taken unless its proposal is accepted
    FATAL = "fatal"  # the whole file is refused


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing found in a file, with its place and, where there is one, a proposal.

    `row` is 1-based as a spreadsheet shows it, `column` the header text (or the letter where there
    is no header), `value` the text that was read. `params` fills further placeholders of the sentence;
    a Text among them is taken in the language of the sentence. A finding about a whole column may name rows of it as
    `cells` among them.
    """

    code: str
    severity: Severity
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    proposal: str | None = None
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows that it speaks of; none where it concerns a whole column, sheet or file."""
        if self.row is not None:
            return (self.row,)
        cells = self.params.get("cells", ())
        return cells if isinstance(cells, tuple) else ()

    def message(self, language: str = "id") -> str:
        """The sentence for people: what was read, why it matters and what to do.

        Raises KeyError when the catalogue of `language` lacks the code.
        """
        words = load_messages(language)
        proposal = self._written_proposal(language)
        values: dict[str, object] = {
            "sheet": self.sheet or "",
            "row": "" if self.row is None else self.row,
            "column": self.column or "",
            "value": self.value or "",
            "proposal": proposal,
            "proposal_text": words("finding.proposal", proposal=proposal) if proposal else "",
            "place": self._place(words),
        }
        params = {name: _written(name, param, language) for name, param in self.params.items()}
        if "n" in params:
            params["count"] = format_count(int(str(params["n"])), language=language)
        return words(f"finding.{self.code}", **(values | params))

    def _written_proposal(self, language: str) -> str:
        """The proposal as people write it; of a number in a cell with the marks of thousands."""
        proposal = self.proposal or ""
        is_number = self.code.startswith(_NUMBERS) and proposal.isdecimal()
        return format_count(int(proposal), language=language) if is_number else proposal

    def _place(self, words: Messages) -> str:
        """Sheet, row and column in words, as far as they are known; else the file."""
        parts = [
            words(f"finding.place.{name}", value=part)
            for name, part in (("sheet", self.sheet), ("row", self.row), ("column", self.column))
            if part not in (None, "")
        ]
        place = ", ".join(parts) or words("finding.place.file")
        return place[0].upper() + place[1:]


def _written(name: str, param: object, language: str) -> object:
    if isinstance(param, Text):
        return param.in_language(language)
    if name in _AMOUNTS and isinstance(param, int) and not isinstance(param, bool):
        return format_count(param, language=language)
    return param
