"""Enterprises (UMKM) of an area in sentences: how many are registered, of which years, and who has not reported."""

from __future__ import annotations

from jamsos_data.messages import Messages
from jamsos_data.metrics.attention_text import listed
from jamsos_data.metrics.enterprises import Enterprises, Waiting
from jamsos_data.reference import Reference
from jamsos_data.sentences.summary import number_word
from jamsos_data.wording import count, join, people, percent


def enterprise_sentence(found: Enterprises, words: Messages, *, reference: Reference) -> str:
    """Enterprises and workers of a named area side by side: two units that are never added; then what is not new."""
    parts = [registered_sentence(found, words, reference=reference)]
    if found.pekerja is not None:
        parts.append(words("targets.umkm.workers", people=people(found.pekerja, words)))
    return " ".join(filter(None, [*parts, reporting_sentence(found, words, reference=reference)]))


def registered_sentence(found: Enterprises, words: Messages, *, reference: Reference) -> str:
    """How many of the known enterprises of a named area are registered."""
    level = reference.area_level(found.kode_wilayah)
    return words(
        "targets.umkm" if found.terdata else "targets.umkm.none",
        area=words(f"targets.umkm.{level}", area=reference.area_name(found.kode_wilayah)),
        year=found.tahun,
        registered=count(found.terdaftar, words),
        known=count(found.terdata, words),
        percent="–" if found.persen is None else percent(found.persen, words),
    )


def reporting_sentence(found: Enterprises, words: Messages, *, reference: Reference) -> str:
    """Whose figures are of an earlier year or not added, and who never reported; empty where all are of one year."""
    said = []
    if found.lama:
        years = [
            words("targets.umkm.year", year=year, areas=_names(areas, words, reference=reference))
            for year, areas in found.lama
        ]
        said.append(words("targets.umkm.earlier", year=found.tahun, years=join(years, words)))
    said.extend(_waiting_sentence(each, words, reference=reference) for each in found.menunggu)
    if found.termuat:
        said.append(words("targets.umkm.once", areas=_names(found.termuat, words, reference=reference)))
    if found.tanpa:
        number = len(found.tanpa)
        sentence = words(
            "targets.umkm.missing",
            n=number,
            count=number_word(number, words),
            all=number_word(len(reference.kecamatan), words),
            areas=_names(found.tanpa, words, reference=reference),
        )
        said.append(sentence[:1].upper() + sentence[1:])
    return " ".join(said)


def _waiting_sentence(waiting: Waiting, words: Messages, *, reference: Reference) -> str:
    """Which newer figures do not yet replace one of a whole area, and what they say."""
    level = reference.area_level(waiting.kode_wilayah)
    one = waiting.dari == waiting.sampai
    return words(
        "targets.umkm.waiting",
        area=words(f"targets.umkm.{level}", area=reference.area_name(waiting.kode_wilayah)),
        year=waiting.tahun,
        years=str(waiting.dari) if one else f"{waiting.dari}–{waiting.sampai}",
        areas=_names(waiting.melapor, words, reference=reference),
        registered=count(waiting.terdaftar, words),
        known=count(waiting.terdata, words),
    )


def _names(areas: tuple[str, ...], words: Messages, *, reference: Reference) -> str:
    return listed([reference.area_name(area) for area in areas], words)
