"""The group that the name or the title of a sheet says: RT and RW are one segment, of which two sheets hold a part
each, as do those of men and of women, of two companies or of two payers.
"""

from __future__ import annotations

import re
from collections import defaultdict

from jamsos_data.intake.clean.months import MONTH_NAMES
from jamsos_data.intake.firm_names import FIRMS
from jamsos_data.intake.lexicon import Lexicon
from jamsos_data.intake.locate.table import Table
from jamsos_data.intake.match.slots import BOTH_SEXES
from jamsos_data.intake.match.title_codes import code_in_words
from jamsos_data.intake.names import normalise
from jamsos_data.intake.part_headers import MEN, SEXES
from jamsos_data.reference import Reference
from jamsos_data.reference.code_tree import CodeTree

# In a title an office may be the one that writes, of whatever the sheet is about.
_OFFICES = ("dinas", "badan", "kantor", "bagian", "uptd", "puskesmas", "sekretariat")
_ENDS = frozenset([
    "bulan", "bln", "tahun", "thn", "periode", "per", "posisi", "kabupaten", "kab", "kecamatan", "kec", "desa", "di",
    "copy", "salinan", "revisi", "rev", "final", "fix", "lama", "baru", *MONTH_NAMES,
])  # fmt: skip
_OF_RT_RW = ("rt", "rw")
# The code of the segment that both are.
_RT_AND_RW = "_".join(_OF_RT_RW).upper()
# Who wrote the figures down, beneath the title: "Sumber: Bank Jateng", but not "Sumber dana: CSR".
_SOURCE = re.compile(r"sumber (?:data )?(?!dana\b)")
# Beside a letter for a sex these say that people are meant: "Peserta L".
_OF_PEOPLE = re.compile(r"(?:(?:data|rekap|peserta|pekerja|orang|tk) )+([lp])")
_COPY = re.compile(r"\s*\(\d{1,2}\)\s*$")


def sheet_group(table: Table, lexicon: Lexicon) -> str:
    """The group that the name of the sheet says, or else its titles; "" where neither does."""
    return named_group(table.sheet.name, lexicon) or _titled_group(table.titles, lexicon)


def named_group(sheet: str, lexicon: Lexicon) -> str:
    """What a sheet's name says of whom it is about: a segment by one word ("rt" of "Data RT (2)"), a payer, a body
    ("PT A"), or several of these; "" where none.

    A name that says a sex or both ("L", "L+P") is one as a whole.
    """
    name = _OF_PEOPLE.sub(r"\1", normalise(sheet))
    if name in {*SEXES, *BOTH_SEXES}:
        return name
    named = [word for word in name.split() if word in lexicon.codes["segmen"]]
    payer = code_in_words("sumber_dana", [sheet], lexicon)
    said = (
        _sex(name),
        _segment_group(named[0], lexicon) if len(named) == 1 else "",
        "" if _has_parts(payer, lexicon.reference.sumber_tree) else payer,
        _body(_COPY.sub("", sheet), (*FIRMS, *_OFFICES)),
    )
    return ", ".join(filter(None, said))


def _titled_group(titles: tuple[str, ...], lexicon: Lexicon) -> str:
    titles = tuple(title for title in titles if not _SOURCE.match(normalise(title)))
    firms = dict.fromkeys(filter(None, (_body(title, FIRMS) for title in titles)))
    codes = lexicon.codes["segmen"]
    words = {word: codes[word] for title in titles for word in normalise(title).split() if word in codes}
    segment = (
        _segment_group(next(iter(words)), lexicon)
        if len(words) == 1
        else code_in_words("segmen", list(titles), lexicon)
    )
    # BPU above one sheet and pekerja rentan above the other may be the same people.
    tree = lexicon.reference.segmen_tree
    is_wide = _has_parts(codes.get(normalise(segment), segment if segment in tree else ""), tree)
    sex = _sex(" ".join(map(normalise, titles)))
    return ", ".join(filter(None, (sex, "" if is_wide else segment, *firms)))


def _segment_group(word: str, lexicon: Lexicon) -> str:
    """RT and RW are two groups of one segment; other words for one segment are one group."""
    return word if word in _OF_RT_RW else lexicon.codes["segmen"][word]


def are_apart(one: str, other: str, reference: Reference) -> bool:
    """Whether two sheets are by what they say about different people: two firms, two segments of which neither holds
    the other. BPU may hold pekerja rentan, and "Perusahaan" the same people as "Swasta".
    """
    mine, theirs = (_subjects(group, reference) for group in (one, other))
    return any(
        not any(_may_be_same(a, b, reference) for a in mine[kind] for b in theirs[kind])
        for kind in mine.keys() & theirs.keys()
    )


def are_unlike(one: str, other: str, reference: Reference) -> bool:
    """Whether two groups that are said are of other people: apart, or told by other things, of which nobody knows who
    is in both: men here, a company there.
    """
    mine, theirs = (_subjects(group, reference) for group in (one, other))
    # "Perusahaan" says a payer too and may be the same people as "Swasta"; the men of a company are some of them.
    is_part = bool((mine.keys() ^ theirs.keys()) & {"sex", "body"})
    return is_part or not mine.keys() & theirs.keys() or are_apart(one, other, reference)


def within_group(group: str, heading: str, reference: Reference) -> str:
    """What a heading in a sheet of a group says, with what the group says beside: it may be the title of the first
    heading only, so that of two companies the heading holds.
    """
    own = _subjects(heading, reference)
    rest = [part for kind, parts in _subjects(group, reference).items() if kind not in own for part in parts]
    return ", ".join(filter(None, (*rest, heading)))


def _subjects(group: str, reference: Reference) -> dict[str, list[str]]:
    """The parts of a group by what they are: a sex, a segment, a payer, a body."""
    found: dict[str, list[str]] = defaultdict(list)
    for part in filter(None, group.split(", ")):
        is_sex = part in {*SEXES, *BOTH_SEXES}
        is_segment = part in _OF_RT_RW or part in reference.segmen_tree
        kind = (
            "sex"
            if is_sex
            else "segment"
            if is_segment
            else "payer"
            if part in reference.sumber_tree
            else "body"
        )
        found[kind].append(part)
    return found


def _may_be_same(one: str, other: str, reference: Reference) -> bool:
    """Whether two parts of one kind may be of the same people."""
    if one == other or {one, other} & {*BOTH_SEXES} or f"{one} ".startswith(f"{other} "):
        return True
    if {one, other} <= SEXES:
        return (one in MEN) == (other in MEN)
    if {one, other} <= {*_OF_RT_RW}:
        return False
    pair = [_RT_AND_RW if part in _OF_RT_RW else part for part in (one, other)]
    trees = (reference.segmen_tree, reference.sumber_tree)
    return f"{other} ".startswith(f"{one} ") or any(
        wide in tree and narrow in tree.descendants(wide)
        for tree in trees
        for wide, narrow in (pair, reversed(pair))
    )


def _sex(words: str) -> str:
    """The one sex that words name."""
    said = [sex for sex in ("laki laki", "pria", "perempuan", "wanita") if f" {sex} " in f" {words} "]
    return said[0] if len(said) == 1 else ""


def _has_parts(code: str, tree: CodeTree) -> bool:
    return bool(code) and bool(set(tree.descendants(code)) - {code})


def _body(text: str, kinds: tuple[str, ...]) -> str:
    """The name of a company or office in a text: "pt nojorono" of "Peserta PT Nojorono September 2026"."""
    words = normalise(text).split()
    start = next((place for place, word in enumerate(words[:-1]) if word in kinds), None)
    if start is None:
        return ""
    rest = words[start + 1 :]
    end = next((place for place, word in enumerate(rest) if word in _ENDS), len(rest))
    return " ".join([words[start], *rest[:end]]) if end else ""
