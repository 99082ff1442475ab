"""Labelled example data: three years of months for Kudus, from a seed, written as files like anyone's.

Anchored in the published figures of `anchors.py`; everything else is invented. The files go through the same intake
as an official's own, and carry the word `contoh` in their names.
"""

from dataclasses import dataclass, field
from pathlib import Path

from jamsos_data.examples.frames import build_frames
from jamsos_data.examples.money_files import plan_budget_files, plan_payment_files
from jamsos_data.examples.other_files import plan_other_files
from jamsos_data.examples.participant_files import plan_participant_files
from jamsos_data.reference import load_reference

__all__ = ["ExampleFile", "write_example"]


@dataclass(frozen=True)
class ExampleFile:
    """A written example file: the data set it holds, what it shows (Indonesian), warnings it is known for."""

    path: Path
    kind: str
    note: str
    accept: frozenset[str] = field(default_factory=frozenset)


def write_example(folder: Path, *, seed: int = 2021) -> list[ExampleFile]:
    """Write all example files into `folder` (made when missing) and list them, in an order that may be loaded.

    The same seed gives the same bytes. October 2023 to September 2026; no two files replace each other's rows.
    """
    folder.mkdir(parents=True, exist_ok=True)
    reference = load_reference()
    frames = build_frames(reference, seed=seed)
    planned = (
        *plan_other_files(frames, reference),
        *plan_participant_files(frames.kepesertaan, reference),
        *plan_payment_files(frames.iuran, reference),
        *plan_budget_files(frames.anggaran, reference),
    )
    return [ExampleFile(plan.write(folder), plan.kind, plan.note, plan.accept) for plan in planned]
