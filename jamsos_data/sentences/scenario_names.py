"""The name that is proposed for a plan: what it does, where, and for whom; never that of another plan."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from jamsos_data.messages import Messages
from jamsos_data.metrics.simulation.places import plan_segments
from jamsos_data.metrics.simulation.plan import Plan
from jamsos_data.reference import Reference
from jamsos_data.scenarios import LONGEST_NAME, Scenario, choices_of, scenario_code
from jamsos_data.sentences.simulation import SHOWN_NAMES, place_text, plan_title
from jamsos_data.wording import join, short_name

LONGEST_PART = 24  # letters of where, and of for whom, so that something of what is done stands before them
_BETWEEN = " · "
_CUT = "…"


def proposed_name(
    plan: Plan, words: Messages, *, kept: Mapping[str, str], reference: Reference, usual: str
) -> str:
    """``Tutup selisih ke target segmen · Undaan · Pekerja rentan``, at most LONGEST_NAME letters.

    The segment stands in it unless it is the `usual` one. `kept`: names that are taken → texts of their scenarios;
    a name that holds another plan gets a number behind it.
    """
    own = choices_of(scenario_code(Scenario(plan=plan)))
    parts = [_places(plan, words, reference), _segments(plan, words, reference, usual)]
    behind = "".join(_BETWEEN + _shortened(part, LONGEST_PART) for part in parts if part)
    title = plan_title(plan, words)
    for number in count(1):
        ending = behind if number == 1 else f"{behind} ({number})"
        name = _shortened(title, LONGEST_NAME - len(ending)) + ending
        if name not in kept or choices_of(kept[name]) == own:
            return name
    raise AssertionError("numbers never end")


def _places(plan: Plan, words: Messages, reference: Reference) -> str:
    """The names of what was chosen; villages are told from kecamatan of the same name."""
    if len(plan.wilayah) > SHOWN_NAMES:
        return place_text(plan, words, reference=reference)
    return join([_area(code, words, reference) for code in plan.wilayah], words)


def _area(code: str, words: Messages, reference: Reference) -> str:
    name = reference.area_name(code)
    if reference.area_level(code) != "desa":
        return name
    kind = "kelurahan" if reference.is_kelurahan(code) else "desa"
    return words(f"simulation.name.{kind}", name=name)


def _segments(plan: Plan, words: Messages, reference: Reference, usual: str) -> str:
    tree = reference.segmen_tree
    codes = plan_segments(plan, tree)
    return "" if codes == (usual,) else join([short_name(tree, code, words) for code in codes], words)


def _shortened(text: str, room: int) -> str:
    """A text that fits, cut behind a word where it has to be."""
    if len(text) <= room:
        return text
    cut = text[: room - len(_CUT)]
    whole_words = cut if text[len(cut)].isspace() else cut.rpartition(" ")[0]
    return (whole_words or cut).rstrip(" ,") + _CUT
