"""What the opening sentences share: of whom they speak."""

from __future__ import annotations

from dataclasses import dataclass

from jamsos_data.messages import Messages
from jamsos_data.views.view import View


@dataclass(frozen=True, kw_only=True)
class Who:
    """Whose coverage it is: ``pekerja``, ``pekerja segmen Pengurus RT/RW``; `payer` (or "") says who pays."""

    people: str
    payer: str = ""
    is_everybody: bool = False

    @property
    def aside(self) -> str:
        """`` (pekerja segmen UMKM)``: whom a number of people means, where it is not everybody."""
        return "" if self.is_everybody else f" ({self.people})"


def family_mark(view: View) -> str:
    """`` RPJMN``: the family of targets looked at, where it is not the usual one; else empty."""
    usual = view.reference.codes("keluarga_target")[0]
    return "" if view.keluarga == usual else f" {view.keluarga}"


def basis_mark(basis: str) -> str:
    """`` · potensi BPJS/Bappenas 2025`` behind the month of a chart; nothing where there is no basis."""
    return f" · {basis}" if basis else ""


def who_is_meant(view: View, words: Messages) -> Who:
    """The people whom the filters leave, in words."""
    tree, sources = view.reference.segmen_tree, view.reference.sumber_tree
    people = words("sentence.workers")
    if view.segmen != tree.root:
        people = words("sentence.workers_of", segment=tree.name(view.segmen, words.language))
    elif not view.dengan_jakon:
        people = words("sentence.workers_without_construction")
    everybody = view.segmen == tree.root and view.dengan_jakon
    if view.sumber_dana is None:
        return Who(people=people, is_everybody=everybody)
    source = sources.name(view.sumber_dana, words.language)
    return Who(people=people, is_everybody=everybody, payer=" " + words("sentence.payer", source=source))
