"""Premiums, budgets and targets: disjoint sums, months left, flags, words."""

from datetime import datetime
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from jamsos_data.colors import LIGHT, Look, source_color
from jamsos_data.text_layout import text_width
from pages.parts.charts.budgets import bullet_budgets, describe_budgets
from pages.parts.charts.bullets import bullet_targets, describe_bullets
from pages.parts.charts.burn_up import burn_up
from pages.parts.charts.burn_up_words import describe_burn_up
from pages.parts.charts.cliff import step_cliff
from pages.parts.charts.estimates import compare_estimate, describe_estimates
from pages.parts.charts.flow import NARROWEST, describe_flow, flow_premiums, node_heights, trace_flow
from pages.parts.charts.premiums import stack_premiums, stacking_order
from tests.charts import frames
from tests.charts.frames import BULAN
from tests.charts.gallery import SEGMENTS, SOURCES, words_of

ID, EN = words_of("id"), words_of("en")
LOOK = Look()


def plain(text: str) -> str:
    return text.replace("<br>", " ").replace("\N{NO-BREAK SPACE}", " ")


def notes(figure: go.Figure) -> list[str]:
    return [plain(note["text"]) for note in figure.to_dict()["layout"].get("annotations", [])]


def trace(figure: go.Figure, place: int) -> Any:
    return list(figure.data)[place]


def test_sources_stand_by_family_with_employers_below() -> None:
    assert stacking_order(frames.premium_months(), SOURCES) == [
        "PEMBERI_KERJA", "CSR", "SERTAKAN", "APBD_KAB_UMUM", "DBHCHT", "APBD_PROV", "PADES",
        "BAGI_HASIL_PAJAK", "ADD", "MANDIRI",
    ]  # fmt: skip


def test_a_source_that_paid_nothing_is_not_in_the_stack() -> None:
    frame = frames.premium_months()
    frame["nilai"] = frame["nilai"].mask(frame["sumber_dana"] == "CSR")

    assert "CSR" not in stacking_order(frame, SOURCES)


def test_a_source_keeps_its_colour_and_its_money_whole() -> None:
    figure = stack_premiums(frames.premium_months(), ID, look=LOOK, tree=SOURCES)
    bars: Any = figure.data
    dbhcht = next(bar for bar in bars if bar.name == "DBHCHT")

    assert dbhcht.marker.color == source_color("DBHCHT", LOOK)
    assert dbhcht.y[0] == 508_435_200
    assert plain(dbhcht.hovertext[0]) == "Januari 2026: DBHCHT membayar Rp508.435.200."


def test_the_stack_writes_its_first_and_last_total() -> None:
    figure = stack_premiums(frames.premium_months(), EN, look=LOOK, tree=SOURCES)

    assert notes(figure)[:2] == ["<b>Rp4.2 billion</b>", "<b>Rp5.0 billion</b>"]
    assert notes(figure)[-1] == "Rp billion"


def test_money_that_flows_through_a_segment_leaves_it_whole() -> None:
    flow = trace_flow(frames.premium_flow())
    rentan = flow.nodes.index(("segmen", "RENTAN"))
    inward = sum(value for _, end, value, _ in flow.links if end == rentan)

    assert inward == flow.through(rentan) == 4_446_000_000


def test_the_flow_in_one_sentence() -> None:
    assert describe_flow(frames.premium_flow(), ID, sources=SOURCES, segments=SEGMENTS) == (
        "Diagram aliran iuran Rp36,4 miliar dari sumber dana ke segmen dan program; "
        "aliran terbesar Pemberi kerja ke Pekerja perusahaan swasta Rp24,8 miliar."
    )


def budget_texts(words: Any = ID) -> dict[str, str]:
    figure = bullet_budgets(frames.premiums(), words, look=LOOK, tree=SOURCES, bulan=BULAN)
    layout = figure.to_dict()["layout"]
    return dict(zip(map(plain, layout["yaxis"]["ticktext"]), notes(figure), strict=True))


def test_a_budget_says_how_long_its_rest_lasts() -> None:
    texts = budget_texts()

    assert "▲ cukup sampai Okt 2026 (sisa 1,8 bulan)" in texts["DBHCHT"]
    assert LIGHT.target_text in texts["DBHCHT"]
    assert "cukup sampai Des 2026 (sisa 3,5 bulan)" in texts["Alokasi Dana Desa"]
    assert LIGHT.muted in texts["Alokasi Dana Desa"]


def test_a_budget_that_is_overspent_says_by_how_much() -> None:
    assert "lebih Rp18,0 juta dari pagu" in budget_texts()["Pendapatan asli desa"]


def test_money_without_a_budget_stands_below_and_has_no_bar() -> None:
    figure = bullet_budgets(frames.premiums(), ID, look=LOOK, tree=SOURCES, bulan=BULAN)

    assert "dibayar tanpa pagu" in budget_texts()["Pemberi kerja"]
    assert trace(figure, 1).x[-1] is None


def test_a_pagu_that_stands_above_the_area_is_not_called_missing() -> None:
    assert "pagu ada di tingkat kabupaten" in budget_texts()["Bagi hasil pajak"]
    assert "dibayar tanpa pagu" not in budget_texts()["Bagi hasil pajak"]


def test_what_is_paid_ahead_is_named_where_it_explains_the_payment() -> None:
    figure = compare_estimate(frames.premiums(), ID, look=LOOK, tree=SOURCES, bulan=BULAN)

    [written] = [note for note in notes(figure) if "di muka" in note]
    assert written.endswith("di muka, paling lama s.d. Nov 2026")


def test_of_january_no_period_runs_to_january() -> None:
    january = datetime(2026, 1, 1)
    figure = compare_estimate(frames.premiums(), ID, look=LOOK, tree=SOURCES, bulan=january)

    assert all("Januari s.d." not in text for text in trace(figure, 0).hovertext)
    assert "Januari 2026" in plain(trace(figure, 0).hovertext[0])


def test_a_month_in_which_several_are_paid_at_once_says_so() -> None:
    frame = frames.premium_months()
    last = frame["periode"] == frame["periode"].max()
    several = frame.assign(
        bulan_dibayar=frame["bulan_dibayar"].where(~(last & (frame["sumber_dana"] == "DBHCHT")), 3.0)
    )

    assert "Rp5,0 miliar</b> DBHCHT: 3 bulan sekaligus" in " ".join(
        notes(stack_premiums(several, ID, look=LOOK, tree=SOURCES))
    )
    assert "Tobacco excise share: 3 months at once" in " ".join(
        notes(stack_premiums(several, EN, look=LOOK, tree=SOURCES))
    )
    assert "sekaligus" not in " ".join(notes(stack_premiums(frame, ID, look=LOOK, tree=SOURCES)))


def test_every_node_of_the_flow_names_its_rupiah_where_no_ribbon_runs() -> None:
    figure = flow_premiums(frames.premium_flow(), ID, look=LOOK, sources=SOURCES, segments=SEGMENTS)
    written = notes(figure)

    assert "Pekerja rentan <b>Rp4,4 miliar</b>" in written
    assert sum("Rp" in note for note in written) == len(trace_flow(frames.premium_flow()).nodes)
    left, right = (trace(figure, half).domain for half in (0, 1))
    assert left.x[1] < right.x[0]
    margin = figure.to_dict()["layout"]["margin"]
    room = (right.x[0] - left.x[1]) * (NARROWEST - margin["l"] - margin["r"])
    assert room > max(text_width(note) for note in written if note.startswith(("Pekerja", "Kepala")))
    assert sum(trace(figure, 0).link.value) == sum(trace(figure, 1).link.value) == 36_403_000_000


def test_a_budget_of_which_nothing_is_paid_says_so() -> None:
    frame = frames.premiums().iloc[1:2].assign(
        realisasi=None, serapan_persen=float("nan"), bulan_tersisa=float("nan"),
        cukup_sampai=pd.Series([pd.NaT], dtype="datetime64[us]").to_numpy(), catatan="",
    )  # fmt: skip

    figure = bullet_budgets(frame.astype({"realisasi": "Int64"}), EN, look=LOOK, tree=SOURCES, bulan=BULAN)

    assert "nothing paid yet" in notes(figure)[0]


def test_budgets_that_end_before_december_are_named() -> None:
    assert describe_budgets(frames.premiums(), ID, tree=SOURCES).endswith(
        "Tidak cukup sampai Desember: DBHCHT, APBD provinsi, dan Pendapatan asli desa."
    )


def test_differences_that_the_metrics_flag_are_amber_and_in_words() -> None:
    figure = compare_estimate(frames.premiums(), ID, look=LOOK, tree=SOURCES, bulan=BULAN)
    written = " ".join(notes(figure))

    assert "▲ lebih Rp56,4 juta dari estimasi" in written
    assert "kurang Rp475,9 juta dari estimasi" in written
    assert "tanpa estimasi" in written
    assert trace(figure, 0).marker.color.count(LIGHT.target) == 1
    assert describe_estimates(frames.premiums(), ID, tree=SOURCES).endswith("Pendapatan asli desa.")


def test_only_what_has_a_tariff_is_compared_and_the_rest_is_said() -> None:
    row = frames.premiums().iloc[:1].assign(
        realisasi=372_000_000, realisasi_bertarif=109_800_000, estimasi_dibayar=109_800_000, selisih_estimasi=0
    )  # fmt: skip

    figure = compare_estimate(row, ID, look=LOOK, tree=SOURCES, bulan=BULAN)

    written = " ".join(notes(figure))
    assert "dibandingkan <b>Rp109,8 juta</b> dari Rp372,0 juta (sisanya tanpa tarif)" in written
    assert "sama dengan estimasi" in written
    assert list(trace(figure, 0).x) == [100]


def test_a_bullet_says_the_gap_and_the_additions_it_takes() -> None:
    figure = bullet_targets(frames.targets_by_segmen(), ID, look=LOOK, tree=SEGMENTS, bulan=BULAN)

    assert notes(figure)[0].startswith("<b>68,2 %</b> · target 80,0 %")
    assert "kurang 32.983 orang · +10.995/bulan" in notes(figure)[0]
    assert "tanpa potensi" in notes(figure)[2]
    assert "potensi BPJS/Bappenas 2025, perkiraan" in plain(trace(figure, 0).hovertext[0])


def test_bullets_of_areas_stand_from_the_best_to_the_furthest_behind() -> None:
    figure = bullet_targets(frames.targets(), ID, look=LOOK, tree=SEGMENTS, bulan=BULAN, by="wilayah")

    assert figure.to_dict()["layout"]["yaxis"]["ticktext"][0] == "Kaliwungu"
    assert describe_bullets(frames.targets(), ID, tree=SEGMENTS, by="wilayah") == (
        "Diagram capaian: 4 dari 9 mencapai target. Belum tercapai: Jekulo, Mejobo, Gebog, Dawe, dan Undaan."
    )


def test_the_path_leads_straight_from_the_last_month_to_the_target() -> None:
    figure = burn_up(frames.kabupaten_trend(), frames.target_kabupaten(), ID, look=LOOK)
    path = trace(figure, 0)

    assert path.line.dash == "6px,4px"
    assert (path.x, path.y) == ((20, 23), (217_000, 243_252))


def test_the_projection_leads_from_the_last_month_in_its_band() -> None:
    figure = burn_up(frames.kabupaten_trend(), frames.target_kabupaten(), ID, look=LOOK, ahead=frames.ahead())
    band, line = trace(figure, 0), trace(figure, 1)

    assert (line.x[0], line.y[0], line.x[-1], line.y[-1]) == (20, 217_000, 26, 237_400)
    assert (band.fill, len(band.x), max(band.y), min(band.y)) == ("toself", 14, 267_400, 207_400)
    assert figure.to_dict()["layout"]["yaxis"]["range"][1] >= 267_400
    assert "Perkiraan Maret 2027: 237.400 orang (pita 80 %: 207.400 sampai 267.400)." in plain(
        line.hovertext[-1]
    )


def test_each_step_of_the_cliff_is_named_and_the_columns_start_at_zero() -> None:
    figure = step_cliff(frames.cliff(), ID, look=LOOK)

    assert list(trace(figure, 0).y)[1:5] == [217_000, 217_000, 186_736, 186_176]
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in notes(figure)] == [
        "<b>46,6 %</b>", "<b>40,1 %</b>", "<b>40,0 %</b>",
    ]  # fmt: skip
    assert figure.to_dict()["layout"]["yaxis"]["range"][0] == 0


def test_a_target_that_is_reached_has_no_path() -> None:
    goal = frames.target_kabupaten().assign(tercapai=True).astype({"tercapai": "boolean"})

    figure = burn_up(frames.kabupaten_trend(), goal, ID, look=LOOK)

    assert [mark.mode for mark in figure.data] == ["markers", "lines+markers"]  # type: ignore[attr-defined]


def test_the_burn_up_in_sentences() -> None:
    assert describe_burn_up(frames.kabupaten_trend(), frames.target_kabupaten(), ID) == (
        "Kudus, September 2026: 217.000 orang terlindungi. Target 243.252 orang pada Desember 2026: "
        "perlu tambahan 8.716 orang per bulan. Laju enam bulan terakhir: bertambah 3.912 orang per bulan."
    )


def test_nodes_of_the_flow_stand_apart_with_the_largest_source_on_top() -> None:
    flow = trace_flow(frames.premium_flow())
    heights = dict(zip(flow.nodes, node_heights(flow), strict=True))
    sources = {code: height for (stage, code), height in heights.items() if stage == "sumber_dana"}

    assert min(sources, key=lambda code: sources[code]) == "PEMBERI_KERJA"
    assert len(set(sources.values())) == 7
    assert all(0 < height < 1 for height in heights.values())


def test_the_pace_is_rounded_half_up_as_every_figure() -> None:
    goal = frames.target_kabupaten().assign(laju_6_bulan=-212.5)

    assert "213 " in describe_burn_up(frames.kabupaten_trend(), goal, ID)


def test_people_targeted_without_potensi_are_drawn_as_a_share_of_their_target() -> None:
    frame = frames.targets_by_segmen()
    row = frame[frame["segmen"] == "RENTAN"].assign(
        peserta_aktif=29_962, target_orang=31_310, kurang_orang=1_348, tercapai=False,
        persen=float("nan"), target_persen=float("nan"), alasan="tanpa_potensi",
    )  # fmt: skip

    figure = bullet_targets(row, ID, look=LOOK, tree=SEGMENTS, bulan=BULAN)

    assert list(trace(figure, 1).x) == [pytest.approx(95.69, abs=0.01)]
    assert list(trace(figure, 2).x) == [100]
    assert "batang: persen dari target" in figure.layout.yaxis.ticktext[0]
