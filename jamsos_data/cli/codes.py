"""What a person types on the command line, turned into names, codes, months and versions, or told what is possible."""

import getpass
from collections.abc import Sequence
from datetime import UTC, datetime, time

from jamsos_data.datasets import DATASETS, REFERENCE_SETS, VERSIONED
from jamsos_data.errors import UserError
from jamsos_data.formats import WESTERN_INDONESIA
from jamsos_data.lake import Lake
from jamsos_data.messages import load_messages
from jamsos_data.periods import parse_month_key
from jamsos_data.reference import Reference


def author_name(text: str | None) -> str:
    """Who is at work: the name given, else that of the computer account, "" where the account has none."""
    if text is not None:
        return text
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""


def find_kind(text: str, *, stored: bool = True) -> str:
    """The name of a data set or reference table. Raises UserError for another word, or one that is never stored."""
    known = VERSIONED if stored else (*DATASETS, *REFERENCE_SETS)
    if text not in known:
        raise UserError("cli.unknown_kind", value=text, known=", ".join(known))
    return text


def find_month(text: str) -> datetime:
    """The month start of "2026-09". Raises UserError for any other spelling."""
    try:
        return parse_month_key(text)
    except ValueError:
        raise UserError("cli.bad_month", value=text) from None


def find_code(table: str, text: str, reference: Reference) -> str:
    """A code of a reference table, given as code, name or synonym. Raises UserError listing the codes."""
    rows = reference.table(table)
    wanted = text.casefold()
    for column in ("kode", "nama", "nama_en", "sinonim"):
        for code, words in zip(rows["kode"], rows[column], strict=True):
            if wanted in (words.casefold().split("|") if column == "sinonim" else [words.casefold()]):
                return str(code)
    known = ", ".join(reference.codes(table))
    raise UserError("cli.unknown_code", table=table, value=text, known=known)


def find_area(text: str, reference: Reference) -> str:
    """An area given by its code, or a kecamatan by its name. Raises UserError naming the kecamatan."""
    if reference.has_area(text):
        return text
    names = {reference.area_name(code).casefold(): code for code in reference.kecamatan}
    if text.casefold() not in names:
        known = ", ".join(f"{reference.area_name(code)} ({code})" for code in reference.kecamatan)
        raise UserError("cli.unknown_area", value=text, known=known)
    return names[text.casefold()]


def find_constants(texts: Sequence[str]) -> dict[str, str]:
    """["segmen=RENTAN"] → {"segmen": "RENTAN"}. Raises UserError for a text without an equals sign."""
    pairs = [text.partition("=") for text in texts]
    for text, (name, sign, _) in zip(texts, pairs, strict=True):
        if not sign or not name.strip():
            raise UserError("cli.bad_constant", value=text)
    return {name.strip(): value.strip() for name, _, value in pairs}


def find_finding_codes(texts: Sequence[str]) -> frozenset[str]:
    """Codes of findings. Raises UserError for a word that is none."""
    words = load_messages("id")
    for text in texts:
        if f"finding.{text}" not in words:
            raise UserError("cli.unknown_finding", value=text)
    return frozenset(texts)


def find_versions(texts: Sequence[str], *, main: str, lake: Lake) -> dict[str, int]:
    """Data set → version, from a number (of data set `main`), JENIS=number, or a moment (all data sets then).

    A moment without a time zone is Western Indonesian Time; a bare day means the end of that day.
    Raises UserError for anything else, UnknownVersionError for a version that does not exist.
    """
    versions: dict[str, int] = {}
    for text in texts:
        kind, sign, number = text.rpartition("=")
        if number.isdecimal():
            name = find_kind(kind) if sign else main
            lake.scan(name, version=int(number))
            versions[name] = int(number)
        else:
            then = lake.versions_at(_moment(text))
            versions |= {name: then.get(name, 0) for name in VERSIONED}
    return versions


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UserError("cli.bad_version", value=text) from None
    if len(text) == len("2026-10-14"):
        moment = datetime.combine(moment, time.max)
    return moment.replace(tzinfo=moment.tzinfo or WESTERN_INDONESIA).astimezone(UTC)
