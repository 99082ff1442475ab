"""The sentence of a finding in one language, with its figures and names written for people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from jamsos_data.formats import format_count, format_month, format_number, format_rupiah_short
from jamsos_data.messages import Messages
from jamsos_data.metrics.attention_kinds import Attention
from jamsos_data.reference import Reference
from jamsos_data.sentences.projection import pace_text

SHOWN_NAMES = 3
_PEOPLE = (
    "orang",
    "kurang_orang",
    "tambahan_per_bulan",
    "potensi",
    "potensi_lama",
    "banyak",
    "dari",
    "lama",
    "baru",
    "dibayar",
    "aktif",
)
_RUPIAH = ("pagu", "estimasi_setahun", "sisa", "selisih")
_NUMBERS = ("poin", "selisih_poin", "bulan_cukup", "sisa_bulan")
_COUNTED = ("banyak", "orang")  # the first of these that a finding has chooses the plural


def attention_sentence(finding: Attention, *, words: Messages, reference: Reference) -> str:
    """What `finding` says, in the language of `words`: catalogue key attention.<code>.

    Raises KeyError for a code without a sentence.
    """
    values = {
        name: _written(name, value, words=words, reference=reference)
        for name, value in finding.params.items()
        if value is not None
    }
    counted: Any = next((finding.params[name] for name in _COUNTED if name in finding.params), None)
    if "jenis" in finding.params:  # areas are counted in words, as in the sentence of the page
        values |= {name: _number_word(finding.params[name], words) for name in ("banyak", "dari")}
    if segments := values.pop("segmen_terburuk", ""):
        values["terburuk"] = f"{values['terburuk']}, {segments}"
    sentence = words(f"attention.{finding.code}", **values, n=counted)
    sentence = sentence[:1].upper() + sentence[1:]
    if not finding.params.get("tanpa"):
        return sentence
    lacking = words("attention.tanpa", wilayah=values["wilayah"], desa=values["tanpa"], sejak=values["sejak"])
    return f"{sentence} {lacking}"


def _written(name: str, value: Any, *, words: Messages, reference: Reference) -> str:
    language = words.language
    if isinstance(value, datetime):
        return format_month(value, language=language)
    if name in _NUMBERS:
        return format_number(value, digits=1, language=language)
    if name in _RUPIAH:
        return format_rupiah_short(value, language=language)
    if name in _PEOPLE:
        return format_count(value, language=language)
    if isinstance(value, tuple):
        return listed([_name(name, code, reference, language) for code in value], words)
    if name == "laju":
        return pace_text(value, words)
    if name == "jenis":
        return words(f"attention.jenis.{value}")
    return _name(name, value, reference, language)


def _name(name: str, code: Any, reference: Reference, language: str) -> str:
    names: dict[str, Callable[[], str]] = {
        "wilayah": lambda: reference.area_name(code),
        "tanpa": lambda: reference.area_name(code),
        "desa": lambda: reference.area_name(code),
        "terburuk": lambda: reference.area_name(code),
        "segmen": lambda: reference.segmen_tree.name(code, language),
        "segmen_terburuk": lambda: reference.segmen_tree.name(code, language),
        "sumber_dana": lambda: reference.sumber_tree.name(code, language),
        "sumber": lambda: reference.sumber_tree.name(code, language),
    }
    return names[name]() if name in names else str(code)


def _number_word(number: Any, words: Messages) -> str:
    """A small number as a word where the catalogue has them (``lima``), else in figures."""
    key = f"number.{number}"
    return words(key) if key in words else format_count(number, language=words.language)


def listed(names: list[str], words: Messages) -> str:
    """All names as a list in a sentence, or the first few and how many more."""
    more = len(names) - SHOWN_NAMES
    if more == 0 or len(names) < SHOWN_NAMES:
        if len(names) < 2:
            return "".join(names)
        key = "attention.and_two" if len(names) == 2 else "attention.and_many"
        return words(key, first=", ".join(names[:-1]), last=names[-1])
    shown = ", ".join(names[:SHOWN_NAMES])
    return words("attention.and_more", names=shown, more=format_count(more, language=words.language))
