"""The bounds of the rows behind a figure in words: where, when, and of whom."""

from __future__ import annotations

from jamsos_data.datasets import dataset
from jamsos_data.messages import Messages
from jamsos_data.metrics.lineage import Behind
from jamsos_data.metrics.questions import CONSTRUCTION
from jamsos_data.reference import Reference
from jamsos_data.wording import join, month


def bounds_text(behind: Behind, words: Messages, *, reference: Reference) -> str:
    """All that narrows `behind`, parts joined by points: `Kudus · September 2026 · Pekerja rentan`."""
    segments, sources, language = reference.segmen_tree, reference.sumber_tree, words.language
    declared = dataset(behind.kind)
    parts = [reference.area_name(behind.dalam)]
    if behind.tingkat != "kabupaten":
        parts.append(words(f"trace.bound.{behind.tingkat}"))
    parts.append(_when(behind, words, by_year=declared.period_column == "tahun"))
    if behind.kind == "anggaran":
        parts.append(words("trace.bound.versions"))
    if behind.only:
        names = [declared.column(name).title.in_language(language).lower() for name, _ in behind.only]
        parts.append(words("trace.bound.alike", columns=join(names, words)))
    if behind.segmen and "segmen" in declared.names:
        parts.append(segments.name(behind.segmen, language))
    if behind.tanpa and "segmen" in declared.names:
        parts.append(words("trace.bound.without", name=segments.name(CONSTRUCTION, language)))
    if behind.sumber_dana and "sumber_dana" in declared.names:
        parts.append(sources.name(behind.sumber_dana, language))
    if behind.kind == "potensi" and behind.basis:
        parts.append(reference.name_of("basis", behind.basis, language))
    if behind.kind == "target" and behind.keluarga:
        parts.append(reference.name_of("keluarga_target", behind.keluarga, language))
    return " · ".join(filter(None, parts))


def _when(behind: Behind, words: Messages, *, by_year: bool) -> str:
    if behind.tahun:
        return ", ".join(map(str, behind.tahun))
    if behind.until is None:
        return ""
    since, until = (
        None if moment is None else str(moment.year) if by_year else month(moment, words)
        for moment in (behind.since, behind.until)
    )
    if since is None:
        return words("trace.bound.through", when=until)
    return str(until) if since == until else f"{since} – {until}"
