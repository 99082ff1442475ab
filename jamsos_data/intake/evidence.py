"""Why a column was taken for what it was: a stated confidence, the reason, and how many cells fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from jamsos_data.messages import load_messages

Confidence = Literal["pasti", "mungkin", "ragu"]
_FEWEST_CELLS = 2


@dataclass(frozen=True)
class Content:
    """How many of the filled cells are what the column is (or would be) taken for; `noun` names that."""

    noun: str
    fitting: int
    filled: int

    @property
    def speaks_against(self) -> bool:
        """Whether most cells are something else."""
        return self.filled > 0 and self.fitting * 2 < self.filled

    @property
    def is_complete(self) -> bool:
        """Whether all cells fit, and there are enough of them to say so."""
        return self.fitting == self.filled >= _FEWEST_CELLS

    @property
    def is_mostly(self) -> bool:
        """Whether two of three cells fit, and enough of them."""
        return self.fitting * 3 >= self.filled * 2 and self.fitting >= _FEWEST_CELLS


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A stated confidence and its reason: why the header says so, and how many cells fit.

    `code` names the sentence about the header, `params` fill it; `content` is None where cells are not compared.
    """

    confidence: Confidence
    code: str
    params: Mapping[str, object] = field(default_factory=dict)
    content: Content | None = None

    def reason(self, language: str) -> str:
        """The reason in words: "judul sama dengan sinonim “Kel/Desa”; isi 12 dari 12 adalah nama desa"."""
        say = load_messages(language)
        parts = [say(f"evidence.{self.code}", **self.params)]
        if self.content is not None and self.content.filled:
            noun = say(f"evidence.noun.{self.content.noun}")
            parts.append(say("evidence.cells", noun=noun, n=self.content.fitting, filled=self.content.filled))
        return "; ".join(part for part in parts if part)
