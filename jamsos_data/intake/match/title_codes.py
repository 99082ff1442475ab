"""The code of a reference table that is named somewhere in the words of a title; what is negated is never it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.match.added_words import READ, adds_unread, join_programmes
from jamsos_data.intake.match.potential_basis import BARE_WORDS, names_other_source
from jamsos_data.intake.names import normalise
from jamsos_data.intake.negations import NEGATION, negations_in
from jamsos_data.reference.code_tree import CodeTree

_SHORTEST_FREE_WORD = 3
# Words may stand between ("di luar dana DBHCHT", "selain DBHCHT dan APBDes"), but nothing that is itself left out
# ("JKK dan JKM tanpa JHT DBHCHT").
_UNPAID = r"(?:belum|tidak) (?:di|ter)(?:biayai|danai|bayar|bayarkan|tanggung|bantu|cover|alokasikan)"
_NEGATED = rf"(?<!\w)(?:{NEGATION}|{_UNPAID})(?: +(?!j(?:kk|km|ht|p|kp)\b)\w+){{0,2}} +"


# The head of a letter, not whom the list is about.
_OFFICE = "pemerintah desa"


def code_in_words(table: str, texts: list[str], lexicon: Lexicon) -> str:
    """The one code named in the titles; of a parent and its child, the child.

    None where the titles leave out a part of what they name ("semua sumber kecuali DBHCHT") or add to it what has no
    code ("Linmas dan kader posyandu").
    """
    found, negated, words = _named(table, texts, lexicon)
    tree = {"segmen": lexicon.reference.segmen_tree, "sumber_dana": lexicon.reference.sumber_tree}.get(table)
    if found & negated or adds_unread(table, words, lexicon):
        return ""
    if tree is not None:
        if any(_has_descendant(code, negated, tree) for code in found):
            return ""
        found = {code for code in found if not _has_descendant(code, found, tree)}
    return found.pop() if len(found) == 1 else ""


def codes_left_out(table: str, text: str, lexicon: Lexicon) -> frozenset[str]:
    """The codes that a text names as what it is not, with those beneath them."""
    _, negated, _ = _named(table, [text], lexicon)
    tree = {"segmen": lexicon.reference.segmen_tree, "sumber_dana": lexicon.reference.sumber_tree}.get(table)
    return frozenset(
        negated if tree is None else {below for code in negated for below in tree.descendants(code)} | negated
    )


def _named(table: str, texts: list[str], lexicon: Lexicon) -> tuple[set[str], set[str], str]:
    """The codes that are named, those that are negated, and the words about them; of spellings within each other the
    longest.
    """
    words = f" {' | '.join(normalise(text) for text in texts)} "
    words = join_programmes(words) if table == "program" else words
    found: set[str] = set()
    negated: set[str] = set()
    said_of_others = BARE_WORDS if table == "basis" and names_other_source(texts) else ()
    for spelling, owner, code in _spellings(lexicon, table):
        if spelling not in words or spelling in said_of_others:
            continue
        if _may_end_in_a_village(spelling, code, lexicon.codes[owner]):
            words = re.sub(rf"(?<!\w){re.escape(spelling)} (?={_village_names(lexicon)})", "| ", words)
        whole = rf"{re.escape(spelling)}(?!\w)"
        left_out = 0
        if not negations_in(spelling):
            # The negation stays, for what is added to it with "dan".
            words, left_out = re.subn(rf"({_NEGATED}){whole}", r"\1", words)
        words, named = re.subn(rf"(?<!\w){whole}", READ if owner == table else "|", words)
        if owner == table:
            negated |= {code} if left_out else set()
            found |= {code} if named else set()
    return found, negated, words


def _may_end_in_a_village(spelling: str, code: str, codes: Mapping[str, str]) -> bool:
    """Whether "desa" at the end may belong to the village after it: "pekerja rentan desa Klaling" are pekerja rentan of
    Klaling or those that villages name, which nobody can tell, and "pemerintah desa Klaling" is who writes.
    """
    bare = spelling.removesuffix(" desa")
    return bare != spelling and (spelling == _OFFICE or codes.get(bare, code) != code)


def _village_names(lexicon: Lexicon) -> str:
    """A pattern for the name of any village, with or without spaces in it, or of a kecamatan."""
    names = (
        normalise(name) for code, name in lexicon.areas.official.items() if code != lexicon.areas.kabupaten
    )
    return rf"(?:{'|'.join({' ?'.join(map(re.escape, name)) for name in names})})(?!\w)"


def _spellings(lexicon: Lexicon, table: str) -> list[tuple[str, str, str]]:
    """Spelling, table, code: those of `table`, the longer first; before them names that are themselves negations.

    "non ASN" says nothing of what follows it, in whichever table it stands; where several have it, `table` reads it.
    """
    all_of_them = [
        (spelling, owner, code)
        for owner, codes in lexicon.codes.items()
        for spelling, code in codes.items()
        if len(spelling) >= _SHORTEST_FREE_WORD and (owner == table or negations_in(spelling))
    ]
    return sorted(
        all_of_them, key=lambda known: (not negations_in(known[0]), -len(known[0]), known[1] != table)
    )


def _has_descendant(code: str, among: set[str], tree: CodeTree) -> bool:
    return any(other != code and other in tree.descendants(code) for other in among)
