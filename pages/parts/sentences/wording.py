"""What the opening sentences share: of whom they speak."""

from __future__ import annotations

from dataclasses import dataclass

from jamsos_data.messages import Messages
from pages.parts.state import Selection


@dataclass(frozen=True, kw_only=True)
class Who:
    """Whose coverage it is: ``pekerja``, ``pekerja segmen Pengurus RT/RW``; `payer` (or "") says who pays."""

    people: str
    payer: str = ""


def family_mark(selection: Selection) -> str:
    """`` RPJMN``: the family of targets looked at, where it is not the usual one; else empty."""
    usual = selection.reference.codes("keluarga_target")[0]
    return "" if selection.keluarga == usual else f" {selection.keluarga}"


def who_is_meant(selection: Selection, words: Messages) -> Who:
    """The people whom the filters leave, in words."""
    tree, sources = selection.reference.segmen_tree, selection.reference.sumber_tree
    people = words("sentence.workers")
    if selection.segmen != tree.root:
        people = words("sentence.workers_of", segment=tree.name(selection.segmen, words.language))
    elif not selection.dengan_jakon:
        people = words("sentence.workers_without_construction")
    if selection.sumber_dana is None:
        return Who(people=people)
    source = sources.name(selection.sumber_dana, words.language)
    return Who(people=people, payer=" " + words("sentence.payer", source=source))
