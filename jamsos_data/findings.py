"""What checking a file brings to light, as values.

The page, the command line, the annotated download and the tests all use the same findings;
the sentences come from the message catalogues (key ``finding.<CODE>``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from jamsos_data.dataset_columns import Text
from jamsos_data.messages import Messages, load_messages


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
    a Text among them is taken in the language of the sentence.
    """

    code: str
    severity: Severity
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    proposal: str | None = None
    params: Mapping[str, object] = field(default_factory=dict)

    def message(self, language: str = "id") -> str:
        """The sentence for people: what was read, why it matters and what to do.

        Raises KeyError when the catalogue of `language` lacks the code.
        """
        words = load_messages(language)
        values: dict[str, object] = {
            "sheet": self.sheet or "",
            "row": "" if self.row is None else self.row,
            "column": self.column or "",
            "value": self.value or "",
            "proposal": self.proposal or "",
            "proposal_text": words("finding.proposal", proposal=self.proposal) if self.proposal else "",
            "place": self._place(words),
        }
        params = {
            name: param.in_language(language) if isinstance(param, Text) else param
            for name, param in self.params.items()
        }
        return words(f"finding.{self.code}", **(values | params))

    def _place(self, words: Messages) -> str:
        """Sheet, row and column in words, as far as they are known; else the file."""
        parts = [
            words(f"finding.place.{name}", value=part)
            for name, part in (("sheet", self.sheet), ("row", self.row), ("column", self.column))
            if part not in (None, "")
        ]
        place = ", ".join(parts) or words("finding.place.file")
        return place[0].upper() + place[1:]
