"""The figures as tables for people: Indonesian or English formats, one line per area, segment or source."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from jamsos_data.cli.answers import MISSING, print_table
from jamsos_data.datasets import Text
from jamsos_data.formats import format_count, format_month, format_number, format_percent, format_rupiah
from jamsos_data.messages import Messages
from jamsos_data.metrics.note_text import note_texts


def print_coverage(frame: pd.DataFrame, *, heading: Sequence[str], words: Messages) -> None:
    """Print the answer of `measure_coverage`."""
    basis = _basis_line(frame, words)
    columns = {
        "wilayah": _area(words),
        "peserta_aktif": _count(words, "peserta_aktif"),
        "potensi": _count(words, "potensi"),
        "cakupan": _percent(words, "persen"),
        "belum_terlindungi": _count(words, "belum_terlindungi"),
        "keterangan": _reason(words),
    }
    _print(frame, columns, heading=[*heading, *basis], words=words)


def print_targets(frame: pd.DataFrame, *, heading: Sequence[str], words: Messages) -> None:
    """Print the answer of `measure_targets`."""
    columns = {
        "wilayah": _area(words),
        "segmen": lambda row: str(row["segmen"]),
        "peserta_aktif": _count(words, "peserta_aktif"),
        "cakupan": _percent(words, "persen"),
        "target": _percent(words, "target_persen"),
        "selisih_poin": _shown(
            lambda value: format_number(value, digits=2, language=words.language), "selisih_poin"
        ),
        "kurang_orang": _count(words, "kurang_orang"),
        "tambahan_per_bulan": _count(words, "tambahan_per_bulan"),
        "batas_waktu": _shown(
            lambda value: format_month(value, language=words.language, short=True), "batas_waktu"
        ),
        "belum_terlindungi": _count(words, "belum_terlindungi"),
        "keterangan": _reason(words),
    }
    _print(frame, columns, heading=[*heading, *_basis_line(frame, words)], words=words, labels=2)


def print_premiums(frame: pd.DataFrame, *, heading: Sequence[str], words: Messages) -> None:
    """Print the answer of `measure_premiums`."""
    columns = {
        "wilayah": _area(words),
        "sumber_dana": lambda row: str(row["sumber_dana"]),
        "realisasi": _rupiah(words, "realisasi"),
        "pagu": _rupiah(words, "pagu"),
        "serapan": _percent(words, "serapan_persen"),
        "peserta_aktif": _count(words, "peserta_aktif"),
        "iuran_sebulan": _rupiah(words, "iuran_sebulan"),
        "estimasi": _rupiah(words, "estimasi"),
        "bulan_cukup": _shown(
            lambda value: format_number(value, digits=1, language=words.language), "bulan_cukup"
        ),
        "keterangan": lambda row: "; ".join(note_texts(row["catatan"], words)),
    }
    _print(frame, columns, heading=heading, words=words, labels=2)


_Cell = Callable[[Any], str]


def _print(
    frame: pd.DataFrame,
    columns: dict[str, _Cell],
    *,
    heading: Sequence[str],
    words: Messages,
    labels: int = 1,
) -> None:
    for line in heading:
        print(line)
    print()
    rows = [[cell(row) for cell in columns.values()] for row in frame.to_dict("records")]
    print_table([words(f"cli.head.{name}") for name in columns], rows, labels=labels)


def _basis_line(frame: pd.DataFrame, words: Messages) -> list[str]:
    named = frame.loc[frame["potensi"].notna(), ["basis", "tahun"]].drop_duplicates()
    return [words("export.basis", basis=f"{basis} {year}") for basis, year in named.itertuples(index=False)]


def _shown(write: Callable[[Any], str], name: str) -> _Cell:
    return lambda row: MISSING if pd.isna(row[name]) else write(row[name])


def _count(words: Messages, name: str) -> _Cell:
    return _shown(lambda value: format_count(int(value), language=words.language), name)


def _percent(words: Messages, name: str) -> _Cell:
    return _shown(lambda value: format_percent(value, digits=2, language=words.language), name)


def _rupiah(words: Messages, name: str) -> _Cell:
    return _shown(lambda value: format_rupiah(int(value), language=words.language), name)


def _area(words: Messages) -> _Cell:
    unmapped = Text("belum terpetakan", "not mapped").in_language(words.language)
    return lambda row: row["wilayah"] if row["terpetakan"] else f"{row['wilayah']} ({unmapped})"


def _reason(words: Messages) -> _Cell:
    return lambda row: words(f"cli.reason.{row['alasan']}") if row["alasan"] else ""
