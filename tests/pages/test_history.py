"""The page Riwayat: what is listed, what it says about the effect, looking back and going back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from jamsos_data.formats import format_moment
from jamsos_data.lake import Lake, new_change
from pages.parts import access
from pages.parts.changes import all_versions, author_text, changes_of
from pages.parts.history.versions import Effect, effect_text, moment_code, period_text
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import UNDAAN, put
from tests.pages.uploading import commit_file, csv_file, labelled, lake_with, people, people_in

KALIREJO = "33.19.04.2003"


@pytest.fixture
def twice(tmp_path: Path) -> Lake:
    """A lake in which a second file corrected the first."""
    lake = lake_with(tmp_path, people_in("Kalirejo", 20))
    commit_file(lake, csv_file(people_in("Kalirejo", 50)), name="koreksi_2.csv", author="Sri")
    return lake


def press(app: AppTest, label: str) -> AppTest:
    button: Any = labelled(app.button, label)
    return button.click().run()


def test_versions_stand_newest_first_with_author_file_and_effect(open_page: OpenPage, twice: Lake) -> None:
    text = shown_text(open_page(Path(twice.location), "history"))

    assert "**2 perubahan tercatat.**" in text
    assert text.index("oleh Sri\n") < text.index("oleh Budi\n")
    assert "koreksi\\_2.csv" in text
    assert "Peserta aktif Okt 2026: **bertambah 30**" in text


def test_people_of_several_months_are_not_added_up(open_page: OpenPage, tmp_path: Path) -> None:
    header = "Periode;Kode Wilayah;Segmen;Sumber Dana;Program;Peserta Aktif\n"
    rows = [f"2026-{month:02d};{KALIREJO};RENTAN;DBHCHT;JKK+JKM;20" for month in (7, 8, 9)]
    lake = Lake(tmp_path / "lake")
    commit_file(lake, (header + "\n".join(rows)).encode(), name="triwulan.csv")

    assert "Peserta aktif Sep 2026: **bertambah 20**" in shown_text(open_page(tmp_path / "lake", "history"))


def test_ceilings_of_several_budget_versions_are_not_added_up(open_page: OpenPage, tmp_path: Path) -> None:
    rows = [f"2026;{versi};33.19;DBHCHT;RENTAN;5.000.000.000" for versi in ("murni", "perubahan")]
    content = "Tahun;Versi;Wilayah;Sumber Dana;Segmen;Pagu\n" + "\n".join(rows)
    commit_file(Lake(tmp_path / "lake"), content.encode(), name="pagu.csv")

    assert "Baris tabel: **bertambah 2**" in shown_text(open_page(tmp_path / "lake", "history"))


def test_the_change_of_one_data_set_can_be_picked_out(open_page: OpenPage, twice: Lake) -> None:
    target = "Tahun;Wilayah;Segmen;Indikator;Nilai;Keluarga target\n2026;33.19;Semua pekerja;persen;50;UCJ"
    commit_file(twice, target.encode(), name="target.csv")
    app = open_page(Path(twice.location), "history")
    app.selectbox(key="history_kind").select("target").run()

    text = shown_text(app)
    assert "target.csv" in text
    assert "koreksi" not in text


def test_an_older_state_is_brought_back_and_that_is_undone_the_same_way(
    open_page: OpenPage, twice: Lake
) -> None:
    app = open_page(Path(twice.location), "history")
    press(app, "Kembali ke keadaan ini")
    app.text_input(key="restore_author").input("Sri")
    app.text_input(key="restore_note").input("salah berkas")
    app.button(key="restore_do").click().run()

    assert "Kepesertaan aktif sudah dikembalikan." in app.success[0].value
    assert people(twice) == [("2026-10", KALIREJO, 20)]
    made = twice.history("kepesertaan")[0]
    assert (made.author, made.note, made.restored) == ("Sri", "salah berkas", 1)

    press(app, "Batalkan perubahan ini")
    app.button(key="restore_do").click().run()
    assert people(twice) == [("2026-10", KALIREJO, 50)]


def test_restoring_what_is_gone_meanwhile_is_told_in_a_sentence(open_page: OpenPage, twice: Lake) -> None:
    app = open_page(Path(twice.location), "history")
    press(app, "Batalkan perubahan ini")
    twice.restore("kepesertaan", 1)
    app.button(key="restore_do").click().run()

    assert not app.exception
    assert "Sementara itu datanya berubah" in app.error[0].value
    assert people(twice) == [("2026-10", KALIREJO, 20)]


def test_who_may_not_upload_may_look_but_not_restore(
    open_page: OpenPage, twice: Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "THIS_MACHINE", frozenset())
    app = open_page(Path(twice.location), "history")

    assert "Sri" in shown_text(app)
    assert not [button for button in app.button if str(button.key).startswith("restore_")]


def test_a_lake_without_data_says_what_will_stand_here(open_page: OpenPage, tmp_path: Path) -> None:
    assert "Belum ada perubahan data" in shown_text(open_page(tmp_path / "data", "history"))


def test_a_link_to_the_past_shows_it_on_every_page_with_the_way_back(
    open_page: OpenPage, twice: Lake
) -> None:
    first = twice.history("kepesertaan")[-1]
    app = open_page(Path(twice.location), versi=moment_code(first.time))

    assert "bukan data terbaru" in app.warning[0].value
    assert "20" in shown_text(app)
    app.button(key="past_to_now").click().run()
    assert not app.warning
    assert "versi" not in app.query_params


@given(st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2100, 1, 1)))
def test_a_moment_in_the_address_is_the_same_moment_to_the_millisecond(naive: datetime) -> None:
    moment = naive.replace(microsecond=naive.microsecond // 1000 * 1000, tzinfo=UTC)

    assert datetime.fromisoformat(moment_code(moment)) == moment


def test_the_moment_of_a_version_leads_to_that_version(twice: Lake) -> None:
    for version in all_versions(twice.location):
        moment = datetime.fromisoformat(moment_code(version.time))
        assert twice.versions_at(moment)["kepesertaan"] == version.version


@pytest.mark.parametrize(
    ("kind", "effect", "sentence"),
    [
        ("kepesertaan", (0, 2, 0, 1500), "Peserta aktif: **bertambah 1.500**"),
        ("kepesertaan", (2, 2, 1500, 1000), "Peserta aktif: **berkurang 500**"),
        ("kepesertaan", (2, 2, 10, 10), "Peserta aktif: jumlah tetap"),
        ("iuran", (0, 1, 0, 4_300_000_000), "Iuran dibayar: **bertambah Rp4,3 miliar**"),
        ("target", (0, 12, None, None), "Baris tabel: **bertambah 12**"),
    ],
)
def test_an_effect_is_told_in_words(
    kind: str, effect: tuple[int, int, int | None, int | None], sentence: str
) -> None:
    rows_before, rows_after, before, after = effect
    told = Effect(rows_before=rows_before, rows_after=rows_after, value_before=before, value_after=after)

    assert effect_text(kind, told) == sentence


@pytest.mark.parametrize(
    ("periods", "text"),
    [
        ((), ""),
        (("2026-10",), "Okt 2026"),
        (("2026-01", "2026-02", "2026-09"), "Jan 2026 – Sep 2026"),
        (("2024", "2026"), "2024 – 2026"),
    ],
)
def test_periods_are_told_as_a_range(periods: tuple[str, ...], text: str) -> None:
    assert period_text(periods) == text


def _example(tmp_path: Path) -> Lake:
    """Two tables of example rows, loaded as one change."""
    lake, change = Lake(tmp_path / "data"), new_change()
    paid = {"periode": "2026-09-01", "sumber_dana": "DBHCHT", "program": "JKK+JKM", "segmen": "RENTAN"}
    put(lake, "kepesertaan", [{**paid, "kode_wilayah": UNDAAN, "peserta_aktif": 320}], asal="contoh")
    firms = {"usaha_terdata": 4, "usaha_terdaftar": 1, "pekerja_terdaftar": 2}
    put(lake, "umkm", [{"tahun": 2025, "kode_wilayah": UNDAAN, **firms}], asal="contoh")
    lake.remove_example(author="Rina", change=change)
    return lake


def test_leaving_the_example_is_one_change_undone_at_once(open_page: OpenPage, tmp_path: Path) -> None:
    lake = _example(tmp_path)
    app = open_page(Path(lake.location), "history")

    assert "**3 perubahan tercatat.** Yang terakhir: Data contoh ditinggalkan" in shown_text(app)
    press(app, "Batalkan perubahan ini")
    app.button(key="restore_do").click().run()

    assert lake.has_example() == {"kepesertaan", "umkm"}
    assert "Yang terakhir: 2 kumpulan data" in shown_text(app)

    press(app, "Batalkan perubahan ini")
    app.button(key="restore_do").click().run()
    assert lake.is_empty()


def test_an_upload_that_leaves_the_example_is_one_change_named_after_the_upload(
    open_page: OpenPage, tmp_path: Path
) -> None:
    lake = lake_with(tmp_path, people_in("Kalirejo", 20))
    firms = {"usaha_terdata": 4, "usaha_terdaftar": 1, "pekerja_terdaftar": 2}
    put(lake, "umkm", [{"tahun": 2025, "kode_wilayah": UNDAAN, **firms}], asal="contoh")
    saved = commit_file(lake, csv_file(people_in("Kalirejo", 50)), author="Rina")
    lake.remove_example(author="Rina", change=saved.change)

    change = changes_of(all_versions(lake.location))[0]
    text = shown_text(open_page(Path(lake.location), "history"))

    assert (change.before, change.after) == ({"kepesertaan": 1, "umkm": 1}, {"kepesertaan": 2, "umkm": 2})
    assert "Yang terakhir: Kepesertaan aktif" in text
    assert "data contoh ditinggalkan di 1 kumpulan data" in text


def test_the_example_has_no_author_in_either_language(open_page: OpenPage, example_lake: Path) -> None:
    nobody = Lake(example_lake).history("umkm")[0]

    assert author_text(replace(nobody, author="Sri")) == "Sri"
    assert author_text(nobody) == "penyedia data contoh"


def test_header_sidebar_and_history_name_the_newest_change_alike(open_page: OpenPage, twice: Lake) -> None:
    when = f"{format_moment(twice.history('kepesertaan')[0].time)} WIB"
    place = Path(twice.location)

    assert f"diperbarui {when} (Kepesertaan aktif)" in shown_text(open_page(place))
    beside = [caption.value for caption in open_page(place).sidebar.caption]
    assert f"Diperbarui {when}  \nKepesertaan aktif, oleh Sri" in beside
    assert f"**{when}**" in shown_text(open_page(place, "history"))
