"""Ranking, trend, comparison and table of coverage: order, words, breaks, what is missing."""

from datetime import datetime
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from jamsos_data.colors import LIGHT, Look, palette
from jamsos_data.sentences.ranking import headline_rank
from pages.parts.charts.compare import compare_months, describe_compare
from pages.parts.charts.heat import attainment_color, describe_heat, heat_segments, heat_targets
from pages.parts.charts.people import rank_people
from pages.parts.charts.rank import describe_rank, rank_coverage
from pages.parts.charts.trend import describe_trend, trend_coverage
from tests.charts import frames
from tests.charts.frames import BULAN
from tests.charts.gallery import SEGMENTS, words_of

ID, EN = words_of("id"), words_of("en")
LOOK = Look()


def trace(figure: go.Figure, place: int) -> Any:
    return list(figure.data)[place]


def plain(text: str) -> str:
    return text.replace("<br>", " ").replace("\N{NO-BREAK SPACE}", " ")


def notes(figure: go.Figure) -> list[str]:
    return [plain(note["text"]) for note in figure.to_dict()["layout"].get("annotations", [])]


def ranking(frame: pd.DataFrame, **options: Any) -> go.Figure:
    return rank_coverage(frame, options.pop("words", ID), look=LOOK, bulan=BULAN, **options)


def names(figure: go.Figure) -> tuple[str, ...]:
    return tuple(figure.to_dict()["layout"]["yaxis"]["ticktext"])


def test_a_ranking_is_sorted_by_value_and_keeps_what_is_missing_at_the_bottom() -> None:
    figure = ranking(frames.targets(missing=("33.19.07",)))

    assert names(figure) == (
        "Kaliwungu", "Kota Kudus", "Jati", "Jekulo", "Mejobo", "Gebog", "Dawe", "Undaan", "Bae",
    )  # fmt: skip
    assert trace(figure, 2).text[-1] == "<i>tanpa data</i>"


def test_bars_say_by_colour_and_words_whether_the_target_is_reached() -> None:
    figure = ranking(frames.targets())

    assert trace(figure, 1).marker.color[0] == LIGHT.reached
    assert trace(figure, 1).marker.color[-1] == LIGHT.not_reached
    assert trace(figure, 2).text[0] == "target tercapai"
    assert trace(figure, 2).text[-1] == "kurang 8.117 orang"
    assert notes(figure) == ["target 52,2 %"]


def test_bars_start_at_zero() -> None:
    assert ranking(frames.coverage()).to_dict()["layout"]["xaxis"]["range"][0] == 0


def test_areas_with_targets_of_their_own_get_strokes_of_their_own() -> None:
    frame = frames.targets()
    frame.loc[frame["kode_wilayah"] == "33.19.09", "target_persen"] = 45.0

    figure = ranking(frame)

    assert notes(figure) == ["target tiap wilayah"]
    assert len(figure.to_dict()["layout"]["shapes"]) == 9


def test_people_who_are_not_mapped_are_a_row_without_bar() -> None:
    figure = ranking(frames.coverage(unmapped=True))

    assert trace(figure, 2).text[-1] == "4.210 orang · <i>belum terpetakan ke kecamatan</i>"


def test_a_target_in_people_needs_no_potensi() -> None:
    frame = frames.targets().iloc[:1].assign(
        potensi=None, persen=float("nan"), target_persen=float("nan"), kurang_orang=900, tercapai=False
    )  # fmt: skip

    figure = ranking(frame.astype({"potensi": "Int64", "kurang_orang": "Int64", "tercapai": "boolean"}))

    assert trace(figure, 2).text == ("34.640 orang · kurang 900 orang",)


def test_the_selected_area_is_marked_by_more_than_colour() -> None:
    figure = ranking(frames.targets(), selected="33.19.04")

    assert names(figure)[-1] == "<b>▸ Undaan</b>"
    assert trace(figure, 1).marker.line.width[-1] == 2


def test_hovering_a_bar_gives_the_whole_figure() -> None:
    figure = ranking(frames.targets(), words=EN)

    assert plain(trace(figure, 0).hovertext[-1]) == (
        "Undaan, September 2026: 14,068 of 42,500 workers are covered (33.1%). "
        "Denominator: BPJS/Bappenas potential 2025, an estimate. Target 52.2%: 8,117 people short."
    )


def test_the_headline_names_who_lags() -> None:
    assert headline_rank(frames.targets(), ID) == "Undaan dan Dawe paling tertinggal"
    assert headline_rank(frames.targets(nilai=30.0), ID) == "Semua (9) mencapai target"
    assert headline_rank(frames.targets(nilai=30.0), EN) == "All 9 areas reach the target"
    assert headline_rank(frames.targets().iloc[3:4], ID) == "Urutan cakupan"


def test_the_ranking_in_one_sentence() -> None:
    assert describe_rank(frames.targets(), ID, bulan=BULAN).replace("\N{NO-BREAK SPACE}", " ") == (
        "Diagram batang cakupan 9 wilayah, September 2026: tertinggi Kaliwungu 61,2 %, terendah Undaan 33,1 %. "
        "4 dari 9 wilayah mencapai target."
    )
    nothing = frames.coverage(missing=tuple(frames.NAMES))
    assert (
        describe_rank(nothing, EN, bulan=BULAN)
        == "Bar chart without percentages: data or potential are missing."
    )


def test_a_line_never_crosses_a_change_of_the_denominator() -> None:
    figure = trend_coverage(frames.trend(("33.19.04",)), ID, look=LOOK)
    pieces: Any = figure.data

    assert [len(piece.x) for piece in pieces] == [12, 21]
    assert "┊ Garis terputus: penyebut berganti 2023 → 2025" in notes(figure)
    assert [shape["x0"] for shape in figure.to_dict()["layout"]["shapes"]] == [11.5]
    assert "2023" in trace(figure, 0).hovertemplate
    assert "2025" in trace(figure, 1).hovertemplate


def test_a_month_without_data_leaves_a_gap() -> None:
    figure = trend_coverage(frames.trend(("33.19.05",)), ID, look=LOOK)

    assert trace(figure, 1).y[8] is None
    assert trace(figure, 1).connectgaps is False


def test_small_multiples_share_one_scale_and_stand_highest_first() -> None:
    figure = trend_coverage(frames.trend(), ID, look=LOOK, selected="33.19.04")
    layout = figure.to_dict()["layout"]

    assert {tuple(layout[f"yaxis{i}"]["range"]) for i in ("", *range(2, 10))} == {(0, 80)}
    assert notes(figure)[0] == "<b>Kaliwungu</b>  62,4 %"
    assert "<b>▸ Undaan</b>  33,8 %" in notes(figure)


def test_people_who_are_not_mapped_have_no_panel() -> None:
    rest = frames.typed(
        [frames.coverage_row("33.19", "Kudus", 4210, None, terpetakan=False, alasan="belum_terpetakan")]
    )

    figure = trend_coverage(pd.concat([frames.trend(("33.19.04",)), rest]), ID, look=LOOK)

    assert not [note for note in notes(figure) if "Kudus" in note]


def test_the_trend_in_sentences() -> None:
    assert describe_trend(frames.trend(("33.19.04",)), EN) == (
        "Coverage of Undaan: 30.7% in January 2024, 33.8% in September 2026. "
        "Line broken: the denominator changes 2023 → 2025."
    )


def test_the_difference_of_two_months_is_said_in_words() -> None:
    figure = compare_months(frames.coverage_earlier(), frames.coverage(), ID, look=LOOK)
    labels = dict(zip(names(figure), list(figure.data)[-1].text, strict=True))  # type: ignore[attr-defined]

    assert (
        labels["Kaliwungu"].replace("\N{NO-BREAK SPACE}", " ")
        == "<b>naik 0,7 poin persen</b> · 60,5 % → 61,2 %"
    )
    assert labels["Dawe"].startswith("<b>turun 0,9 poin persen</b>")
    assert labels["Undaan"].startswith("<b>tetap</b>")
    assert labels["Bae"] == "<i>tanpa data</i>"


def test_two_months_with_different_denominators_are_not_compared_silently() -> None:
    earlier = frames.coverage_earlier().assign(tahun=2023).astype({"tahun": "Int64"})

    figure = compare_months(earlier, frames.coverage(), ID, look=LOOK)

    label = list(figure.data)[-1].text[0]  # type: ignore[attr-defined]
    assert label == "<i>penyebut berbeda</i>"
    assert not [one for one in figure.to_dict()["data"] if one.get("mode") == "lines"]
    assert max(figure.to_dict()["layout"]["xaxis"]["tickvals"]) <= 100


def test_two_months_mapped_differently_have_no_difference() -> None:
    figure = compare_months(frames.coverage_earlier(), frames.coverage(), ID, look=LOOK, mapped_alike=False)

    assert "pemetaan berbeda" in list(figure.data)[-1].text[0]  # type: ignore[attr-defined]
    assert not [one for one in figure.to_dict()["data"] if one.get("mode") == "lines"]


def test_a_month_that_is_not_complete_is_a_hollow_dot_joined_with_nothing() -> None:
    last = datetime(2026, 9, 1)
    figure = trend_coverage(frames.trend(("33.19.04",)), ID, look=LOOK, incomplete=[last])
    lines = figure.to_dict()["data"]

    assert [len(one["x"]) for one in lines] == [12, 20, 1]
    assert lines[-1]["mode"] == "markers"
    assert "○ September 2026: data belum lengkap, tidak disambung" in " ".join(notes(figure))


def test_the_month_from_which_a_desa_is_silent_is_marked() -> None:
    silent = pd.DataFrame(
        {
            "wilayah": ["Kutuk"],
            "induk": ["33.19.04"],
            "sejak": pd.to_datetime(["2026-07-01"]).astype("datetime64[us]"),
        }
    )
    figure = trend_coverage(frames.trend(("33.19.04",)), ID, look=LOOK, silent=silent)

    assert "<b>†</b>" in notes(figure)
    assert "† tanpa Kutuk sejak Juli 2026" in " ".join(notes(figure))


def test_nobody_is_named_where_the_shown_values_tie() -> None:
    same = frames.coverage().assign(persen=7.31)
    one_behind = same.assign(persen=[7.31] * 8 + [5.0])

    assert headline_rank(same, ID) == "Urutan cakupan"
    assert headline_rank(one_behind, ID) == "Dawe paling tertinggal"
    assert headline_rank(frames.coverage(), ID, judged=False) == "Urutan cakupan"


def test_without_a_target_no_bar_has_the_colour_of_a_target_reached() -> None:
    bars = trace(rank_coverage(frames.coverage(), ID, look=LOOK, bulan=BULAN), 1)

    assert set(bars.marker.color) == {palette(LOOK).muted}


def test_the_percentage_of_a_short_bar_stands_behind_it_and_not_at_the_target() -> None:
    short = frames.targets().assign(persen=5.0, tercapai=False)
    texts = trace(rank_coverage(short, ID, look=LOOK, bulan=BULAN), 3)

    assert set(texts.x) == {6.0}
    assert {text.replace("\N{NO-BREAK SPACE}", " ") for text in texts.text} == {"<b>5,0 %</b>"}


def test_one_number_has_one_shade_and_a_target_reached_its_own() -> None:
    assert attainment_color(89.8, LOOK, reached=False) == attainment_color(90.4, LOOK, reached=False)
    assert attainment_color(99.9, LOOK, reached=False) != attainment_color(132.0, LOOK, reached=True)


def test_two_months_in_one_sentence() -> None:
    assert describe_compare(frames.coverage_earlier(), frames.coverage(), ID) == (
        "Perbandingan cakupan Agustus 2026 dan September 2026: 6 wilayah naik, 1 turun, 1 tetap."
    )


def cells(figure: go.Figure) -> dict[tuple[str, str], str]:
    fields = trace(figure, 0)
    return {tuple(code): plain(text) for code, text in zip(fields.customdata, fields.text, strict=True)}


def test_a_field_of_the_heat_table_gives_percentage_and_people() -> None:
    found = cells(heat_segments(frames.coverage_by_segmen(), ID, look=LOOK, tree=SEGMENTS, bulan=BULAN))

    assert found["33.19.04", "SEMUA"] == "<b>33,1 %</b> 14.068"
    assert found["33.19.04", "RT_RW"] == "<b>169</b> –"
    assert found["33.19.04", "RENTAN"] == "<b>–</b> tanpa data"


def test_segments_stand_in_the_order_of_the_reference_and_areas_by_value() -> None:
    figure = heat_segments(frames.coverage_by_segmen(), ID, look=LOOK, tree=SEGMENTS, bulan=BULAN)
    heads = [plain(text) for text in figure.to_dict()["layout"]["xaxis"]["ticktext"]]

    assert heads[:3] == ["<b>Semua pekerja</b>", "<b>Penerima upah</b>", "<b>Bukan penerima upah</b>"]
    assert names(figure)[0] == "Kaliwungu"
    assert names(figure)[-1] == "Undaan"


def test_the_heat_table_of_targets_says_attainment_and_people_missing() -> None:
    found = cells(heat_targets(frames.targets_grid(), ID, look=LOOK, tree=SEGMENTS, bulan=BULAN))

    assert found["33.19.04", "SEMUA"] == "<b>63 %</b> kurang 4.870"
    assert found["33.19.01", "SEMUA"] == "<b>✓ 117 %</b>"


@pytest.mark.parametrize(
    ("indikator", "ending"),
    [("persen", "potensi BPJS/Bappenas 2025, perkiraan."), ("peserta", "4.870 orang.")],
)
def test_hovering_a_target_names_the_denominator_that_it_rests_on(indikator: str, ending: str) -> None:
    frame = frames.targets_grid().assign(indikator=indikator)
    fields = trace(heat_targets(frame, ID, look=LOOK, tree=SEGMENTS, bulan=BULAN), 0)
    hovers = {
        tuple(code): plain(text) for code, text in zip(fields.customdata, fields.hovertext, strict=True)
    }

    assert hovers["33.19.04", "SEMUA"].endswith(ending)


@pytest.mark.parametrize("words", [ID, EN])
def test_the_heat_table_names_its_extremes(words: Any) -> None:
    text = describe_heat(frames.coverage_by_segmen(), words, tree=SEGMENTS)

    assert "Kaliwungu" in text
    assert "Undaan" in text


def test_without_potensi_areas_are_ranked_by_people() -> None:
    frame = frames.coverage().assign(persen=float("nan"), alasan="tanpa_potensi")

    figure = rank_people(frame, ID, look=Look(), bulan=BULAN)
    bars, labels = (figure.data[position].to_plotly_json() for position in (1, 2))

    assert list(bars["x"]) == sorted(frame["peserta_aktif"], reverse=True)
    assert all(text.endswith(" orang") for text in labels["text"])
