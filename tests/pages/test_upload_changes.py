"""On the page Unggah data: what saving will change is shown before, and must be agreed to where something is lost."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from jamsos_data.lake import Lake
from tests.lake.rows import put
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.uploading import (
    GOOD,
    KALIREJO,
    commit_file,
    csv_file,
    drop,
    labelled,
    people,
    people_in,
    save,
)


def warned(app: AppTest) -> str:
    """What the amber boxes say, apart from the one that the browser shows for a file it refuses."""
    texts = [str(box.value).replace("\\", "") for box in app.warning]
    return "\n".join(text for text in texts if "ditandai merah" not in text)


def test_the_change_is_shown_before_saving(open_page: OpenPage, september: Lake) -> None:
    content = csv_file(people_in("Kalirejo", 15, month="September 2026"))
    app = drop(open_page(Path(september.location), "upload"), ("koreksi.csv", content))

    text = shown_text(app)
    assert "Peserta aktif: 30 → **15**, berkurang 15." in text
    assert "Digantikan: 2 baris (bulan September 2026; segmen Pengurus RT/RW; sumber dana APBDes)." in text
    assert "| Undaan | 30 | 15 | turun 15 |" in text


def test_adding_rows_that_are_there_already_is_refused_in_a_sentence(
    open_page: OpenPage, september: Lake
) -> None:
    content = csv_file(people_in("Kalirejo", 15, month="September 2026"))
    app = drop(open_page(Path(september.location), "upload"), ("tambahan.csv", content))
    app.segmented_control[0].select(True).run()
    assert "1 baris sudah ada dan akan terhitung dua kali" in shown_text(app)
    save(app)

    assert "terhitung dua kali" in app.error[0].value
    assert september.version("kepesertaan") == 1


def test_a_change_by_somebody_else_meanwhile_is_told_and_the_preview_refreshed(
    open_page: OpenPage, september: Lake
) -> None:
    content = csv_file(people_in("Kalirejo", 15, month="September 2026"))
    app = drop(open_page(Path(september.location), "upload"), ("koreksi.csv", content))
    labelled(app.checkbox, "Saya tahu").check().run()
    commit_file(september, csv_file(people_in("Kalirejo", 99, month="September 2026")), author="Tono")
    save(app)

    assert "sudah diubah oleh Tono" in app.error[0].value
    assert "99 → **15**" in shown_text(app)
    assert september.version("kepesertaan") == 2


def test_what_disappears_is_listed_and_must_be_ticked_before_saving(
    open_page: OpenPage, september: Lake
) -> None:
    content = csv_file(people_in("Kalirejo", 15, month="September 2026"))
    app = drop(open_page(Path(september.location), "upload"), ("koreksi.csv", content))
    assert "angka 1 wilayah yang tidak disebut di berkas ini: Wonosoco 10" in warned(app)
    assert labelled(app.button, "Simpan ke dashboard").disabled
    labelled(app.checkbox, "Saya tahu").check().run()
    assert not labelled(app.button, "Simpan ke dashboard").disabled
    save(app)
    assert people(september) == [("2026-09", KALIREJO, 15)]


def test_one_click_adds_instead_and_nothing_disappears(open_page: OpenPage, september: Lake) -> None:
    content = csv_file(people_in("Undaan Lor", 7, month="September 2026"))
    app = drop(open_page(Path(september.location), "upload"), ("tambahan.csv", content))
    labelled(app.button, "Tambahkan saja").click().run()
    assert warned(app) == ""
    save(app)

    assert sorted(count for _, _, count in people(september)) == [7, 10, 20]


def test_a_file_that_takes_nothing_away_asks_for_no_tick(open_page: OpenPage, september: Lake) -> None:
    app = drop(open_page(Path(september.location), "upload"), ("oktober.csv", GOOD))
    assert warned(app) == ""
    assert not any(box.label.startswith("Saya") for box in app.checkbox)


def test_what_a_total_may_hold_already_is_told_and_must_be_ticked(
    open_page: OpenPage, tmp_path: Path
) -> None:
    lake = Lake(tmp_path / "data")
    put(lake, ("2026-10", "33.19", "BPU", 9128))
    content = GOOD.replace(b"APBDes", b"DBHCHT")
    app = drop(open_page(tmp_path / "data", "upload"), ("oktober.csv", content))
    assert "Bukan penerima upah 9.128 (Kudus) mungkin sudah memuat" in warned(app)
    assert labelled(app.button, "Simpan ke dashboard").disabled
    labelled(app.checkbox, "Saya sudah memeriksanya").check().run()
    save(app)

    assert lake.version("kepesertaan") == 2
