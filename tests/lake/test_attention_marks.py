"""Marks on findings and meetings are kept in the lake, apart for example data, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from jamsos_data.lake.attention_marks import (
    marks_version,
    read_marks,
    read_meetings,
    remove_marks,
    remove_meeting,
    write_marks,
    write_meeting,
)
from jamsos_data.metrics.attention_marks import Mark

FIRST, SECOND = datetime(2026, 10, 1, 2, 30, tzinfo=UTC), datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
MARK = Mark(
    temuan="BAYAR_BERAKHIR|33.19|sumber_dana=CSR",
    bulan="2026-09",
    ukuran=560,
    tingkat="mendesak",
    catatan="Perusahaan memperpanjang sampai Maret; 'surat' menyusul",
    oleh="Sri",
    waktu=FIRST,
)


def test_what_was_noted_is_read_replaced_and_taken_back(tmp_path: Path) -> None:
    lake = str(tmp_path / "data")
    assert (read_marks(lake, example=False), read_meetings(lake, example=False)) == ({}, ())
    assert marks_version(lake) == (None, None)

    write_marks(lake, [MARK], example=False)
    later = replace(MARK, ukuran=600, waktu=SECOND)
    write_marks(lake, [later], example=False)
    write_marks(lake, [replace(MARK, temuan="LONJAKAN|33.19")], example=True)
    assert read_marks(lake, example=False) == {MARK.temuan: later}
    assert list(read_marks(lake, example=True)) == ["LONJAKAN|33.19"]

    for held in (SECOND, FIRST):
        write_meeting(lake, held, author="Sri", noted=SECOND, example=False)
    assert read_meetings(lake, example=False) == (FIRST, SECOND)
    assert read_meetings(lake, example=True) == ()

    before = marks_version(lake)
    remove_marks(lake, [MARK.temuan], author="Sri")
    remove_meeting(lake, SECOND, author="Sri")
    assert read_marks(lake, example=False) == {}
    assert read_meetings(lake, example=False) == (FIRST,)
    assert marks_version(lake) != before
