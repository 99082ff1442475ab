"""Ringkasan on an empty lake, on the example, for one kecamatan, in English."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from jamsos_data.lake import Lake
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import KUDUS, put, small_lake


def test_an_empty_lake_says_what_is_missing_and_where_to_mend_it(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(tmp_path / "kosong")

    assert "Belum ada data kepesertaan" in shown_text(app)
    assert not app.metric
    assert not app.get("plotly_chart")


def test_the_answer_comes_first_with_month_basis_and_state_of_the_data(
    open_page: OpenPage, example_lake: Path
) -> None:
    text = shown_text(open_page(example_lake))

    assert "pekerja di Kudus terlindungi" in text
    assert "Per September 2026 · basis potensi BPJS/Bappenas 2025 · diperbarui" in text
    assert "dari sembilan kecamatan belum mencapai target" in text


def test_four_cards_and_three_charts_each_with_a_sentence_for_those_who_do_not_see_them(
    open_page: OpenPage, example_lake: Path
) -> None:
    app = open_page(example_lake)

    assert [metric.label for metric in app.metric] == [
        "Cakupan",
        "Peserta aktif",
        "Kurang ke target 2026",
        "Iuran dibayar 2026",
    ]
    charts = app.get("plotly_chart")
    assert len(charts) == 3
    assert all(chart.proto.alt for chart in charts)  # type: ignore[attr-defined]


@pytest.mark.parametrize("banding", ["2026-02", "2024-01", "2026-06"])
def test_the_cards_compare_with_any_month_near_far_or_later(
    open_page: OpenPage, example_lake: Path, banding: str
) -> None:
    app = open_page(example_lake, bulan="2026-03", banding=banding)

    assert [bool(metric.delta) for metric in app.metric if metric.label == "Peserta aktif"] == [True]


def test_a_kecamatan_in_the_address_makes_the_page_follow(open_page: OpenPage, example_lake: Path) -> None:
    text = shown_text(open_page(example_lake, wilayah="33.19.04"))

    assert "pekerja di Undaan terlindungi" in text
    assert "Cakupan per desa" in text


def test_a_desa_is_shown_among_the_desa_of_its_kecamatan(open_page: OpenPage, example_lake: Path) -> None:
    app = open_page(example_lake, wilayah="33.19.04.2003")

    assert "pekerja di Kalirejo terlindungi" in shown_text(app)
    assert not app.exception


def test_english_is_english_throughout(open_page: OpenPage, example_lake: Path) -> None:
    text = shown_text(open_page(example_lake, bahasa="en"))

    assert "workers in Kudus are covered" in text
    assert "Needs attention" in text
    for word in ("Cakupan", "pekerja", "belum", "kecamatan", "Iuran "):
        assert word not in text


@pytest.mark.parametrize("segmen", ["PU", "RENTAN", "JAKON", "PERANGKAT_DESA"])
@pytest.mark.parametrize("jakon", ["", "tidak"])
def test_every_kind_of_question_has_an_answer_without_failing(
    open_page: OpenPage, example_lake: Path, segmen: str, jakon: str
) -> None:
    app = open_page(example_lake, segmen=segmen, **({"jakon": jakon} if jakon else {}))

    assert not app.exception
    assert not app.error
    assert app.metric


def test_the_first_month_with_data_has_nothing_to_compare_with(
    open_page: OpenPage, example_lake: Path
) -> None:
    app = open_page(example_lake, bulan="2023-10")

    assert "sejak" not in shown_text(app)
    assert app.metric[1].delta == ""


def test_looking_back_shows_the_dashboard_as_it_stood(open_page: OpenPage, own_lake: Path) -> None:
    lake = Lake(own_lake)
    before = max(version.time for kind in lake.versions() for version in lake.history(kind))
    lake.remove_example(author="Penguji")

    assert "Belum ada data kepesertaan" in shown_text(open_page(own_lake))
    assert "pekerja di Kudus terlindungi" in shown_text(open_page(own_lake, versi=before.isoformat()))


def _with_rpjmn(folder: Path, *, share: float) -> Path:
    place = small_lake(folder)
    december = {"tahun": 2026, "batas_waktu": datetime(2026, 12, 1), "segmen": "SEMUA", "indikator": "persen"}
    rpjmn = {"keluarga": "RPJMN", "kode_wilayah": KUDUS, "nilai": share, "dasar_hukum": ""}
    put(Lake(place), "target", [{**december, **rpjmn}])
    return place


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "id",
            (
                "di atas target RPJMN 2026 (40,0\N{NO-BREAK SPACE}%). Satu dari dua kecamatan yang ada datanya "
                "(dari sembilan) belum mencapai target RPJMN."
            ),
        ),
        (
            "en",
            (
                "above the 2026 RPJMN target (40.0%). One of two sub-districts with data (of nine) "
                "has not reached the RPJMN target."
            ),
        ),
    ],
)
def test_another_family_of_targets_than_the_usual_one_is_named(
    open_page: OpenPage, tmp_path: Path, language: str, said: str
) -> None:
    app = open_page(_with_rpjmn(tmp_path, share=40.0), keluarga="RPJMN", bahasa=language)

    assert said in shown_text(app)
    assert "RPJMN" in app.metric[2].label


def test_a_target_that_is_reached_has_no_change(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(_with_rpjmn(tmp_path, share=40.0), keluarga="RPJMN")

    assert (app.metric[2].value, app.metric[2].delta) == ("Target tercapai", "")


def test_what_needs_attention_says_that_it_is_not_of_the_segment_chosen(
    open_page: OpenPage, tmp_path: Path
) -> None:
    said = "untuk semua segmen dan sumber dana"
    place = small_lake(tmp_path)

    assert said in shown_text(open_page(place, segmen="RENTAN"))
    assert said in shown_text(open_page(place, sumber="DBHCHT"))
    assert said not in shown_text(open_page(place))


def test_sums_from_january_say_from_which_month_there_are_payments(
    open_page: OpenPage, tmp_path: Path
) -> None:
    said = "ata iuran mulai September 2026"
    place = small_lake(tmp_path)

    assert said in shown_text(open_page(place))
    assert said in shown_text(open_page(place, "premiums"))
