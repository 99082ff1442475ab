"""A word beneath a heading that is a segment and a payer ("PU / Swasta"): only one of the two can be meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.match.labels import LabelReader
from jamsos_data.intake.match.slots import Slot


def settle_shared_words(
    slots: list[Slot], reader: LabelReader, lexicon: Lexicon, *, given: frozenset[str]
) -> list[Slot]:
    """The columns, those whose lowest header names several codes at once beneath a heading with the one that is meant.

    What the heading says otherwise is not meant ("RT/RW / Swasta" is a payer), rather what the columns beside it under
    the heading are, then what neither the operator (`given`) nor a column says.
    """
    said = given | {slot.name for slot in slots if slot.role == "column"}
    return [
        slot
        if slot.is_chosen
        else replace(slot, tags=dict(_meant_tags(slot, slots, reader, lexicon, said=said)))
        for slot in slots
    ]


def _meant_tags(
    slot: Slot, slots: Sequence[Slot], reader: LabelReader, lexicon: Lexicon, *, said: frozenset[str]
) -> Mapping[str, str]:
    above, _, lowest = slot.header.rpartition(" / ")
    own = {} if " " in lowest else reader.codes_in(lowest)
    if not above or len(own) < 2 or not own.keys() <= slot.tags.keys():
        return slot.tags
    heading = reader.codes_in(*above.split(" / "))
    fits = {column: _fits(column, own[column], heading, lexicon) for column in own}
    beside = Counter(
        column
        for other in slots
        if other is not slot and other.header.rpartition(" / ")[0] == above
        for codes in [reader.codes_in(other.lowest_header)]
        if len(codes) == 1
        for column in codes
    )
    meant = max(own, key=lambda column: (fits[column], beside[column], column not in said))
    others = {column: text for column, text in slot.tags.items() if column not in own}
    return {**others, **{c: heading[c] for c in own if c in heading and c != meant}, meant: own[meant]}


def _fits(column: str, code: str, heading: Mapping[str, str], lexicon: Lexicon) -> bool:
    """Whether a code is that of the heading or within it, which may say none."""
    reference = lexicon.reference
    tree = {"segmen": reference.segmen_tree, "sumber_dana": reference.sumber_tree}.get(column)
    wide = heading.get(column, code)
    return code == wide or (tree is not None and code in tree.descendants(wide))
