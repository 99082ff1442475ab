"""Every chart of the application, drawn from the sample frames, for tests about all of them."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look
from jamsos_data.map_shapes import load_outlines
from jamsos_data.messages import Messages, load_messages
from jamsos_data.reference import OWN_FOLDER, load_reference
from pages.parts.charts.beside import describe_beside, trend_beside
from pages.parts.charts.budgets import bullet_budgets, describe_budgets
from pages.parts.charts.bullets import bullet_targets, describe_bullets
from pages.parts.charts.burn_up import burn_up
from pages.parts.charts.burn_up_words import describe_burn_up
from pages.parts.charts.cliff import step_cliff
from pages.parts.charts.compare import compare_months, describe_compare
from pages.parts.charts.duties import describe_duties, step_duties
from pages.parts.charts.estimates import compare_estimate, describe_estimates
from pages.parts.charts.flow import describe_flow, flow_premiums
from pages.parts.charts.heat import describe_heat, describe_heat_targets, heat_segments, heat_targets
from pages.parts.charts.parts import (
    describe_enterprises,
    describe_reasons,
    describe_yields,
    rank_enterprises,
    rank_reasons,
    rank_yields,
)
from pages.parts.charts.people import describe_people, rank_people
from pages.parts.charts.premiums import describe_stack, stack_premiums
from pages.parts.charts.rank import describe_rank, rank_coverage
from pages.parts.charts.reporting import describe_reporting, heat_reporting
from pages.parts.charts.scenarios import bullet_effects, describe_costs, describe_effects, stack_costs
from pages.parts.charts.trend import describe_trend, trend_coverage
from pages.parts.maps import describe_map, map_coverage
from tests.charts import frames
from tests.charts.frames import BULAN

CATALOGUES = Path(__file__).parents[2] / "pages" / "parts" / "messages"
REFERENCE = load_reference()
SEGMENTS, SOURCES = REFERENCE.segmen_tree, REFERENCE.sumber_tree
KECAMATAN = load_outlines(OWN_FOLDER / "peta_kecamatan.geojson")
DESA = load_outlines(OWN_FOLDER / "peta_desa.geojson")
UNDAAN = "33.19.04"

Draw = Callable[[Messages, Look], go.Figure]
Describe = Callable[[Messages], str]


def words_of(language: str) -> Messages:
    return load_messages(language, CATALOGUES)


def _without_potensi() -> pd.DataFrame:
    return frames.coverage().assign(persen=float("nan"), alasan="tanpa_potensi")


CHARTS: dict[str, Draw] = {
    "map": lambda w, look: map_coverage(
        frames.coverage(missing=("33.19.05",), unmapped=True), w, look=look, outlines=KECAMATAN, selected=UNDAAN
    ),
    "map of desa": lambda w, look: map_coverage(
        frames.coverage_desa(), w, look=look, outlines=DESA, selected="33.19.01.2006"
    ),
    "ranking against the target": lambda w, look: rank_coverage(
        frames.targets(missing=("33.19.07",)), w, look=look, bulan=BULAN, selected=UNDAAN
    ),
    "ranking": lambda w, look: rank_coverage(frames.coverage(unmapped=True), w, look=look, bulan=BULAN),
    "ranking of desa": lambda w, look: rank_coverage(frames.coverage_desa(), w, look=look, bulan=BULAN),
    "trend": lambda w, look: trend_coverage(frames.trend(), w, look=look, target=52.2, selected=UNDAAN),
    "trend beside": lambda w, look: trend_beside(
        frames.trend((UNDAAN,)), frames.kabupaten_trend(), w, look=look
    ),
    "ranking by people": lambda w, look: rank_people(_without_potensi(), w, look=look, bulan=BULAN, selected=UNDAAN),
    "trend of one": lambda w, look: trend_coverage(frames.trend((UNDAAN,)), w, look=look, target=52.2),
    "two months": lambda w, look: compare_months(
        frames.coverage_earlier(), frames.coverage(), w, look=look, selected=UNDAAN
    ),
    "heat": lambda w, look: heat_segments(
        frames.coverage_by_segmen(), w, look=look, tree=SEGMENTS, bulan=BULAN, selected=UNDAAN
    ),
    "heat of targets": lambda w, look: heat_targets(
        frames.targets_grid(), w, look=look, tree=SEGMENTS, bulan=BULAN
    ),
    "bullets by segmen": lambda w, look: bullet_targets(
        frames.targets_by_segmen(), w, look=look, tree=SEGMENTS, bulan=BULAN
    ),
    "bullets by kecamatan": lambda w, look: bullet_targets(
        frames.targets(), w, look=look, tree=SEGMENTS, bulan=BULAN, by="wilayah", selected=UNDAAN
    ),
    "burn-up": lambda w, look: burn_up(frames.kabupaten_trend(), frames.target_kabupaten(), w, look=look),
    "burn-up with projection": lambda w, look: burn_up(
        frames.kabupaten_trend(), frames.target_kabupaten(), w, look=look, ahead=frames.ahead()
    ),
    "cliff": lambda w, look: step_cliff(frames.cliff(), w, look=look),
    "costs of scenarios": lambda w, look: stack_costs(frames.scenario_costs(), w, look=look, tree=SOURCES),
    "effects of scenarios": lambda w, look: bullet_effects(frames.scenarios(), w, look=look),
    "duties": lambda w, look: step_duties(
        frames.duty_course(), w, look=look, reference=REFERENCE, total=6
    ),
    "reports": lambda w, look: heat_reporting(frames.reporting(), w, look=look, selected=UNDAAN),
    "reports of desa": lambda w, look: heat_reporting(frames.reporting_desa(), w, look=look),
    "enterprises": lambda w, look: rank_enterprises(frames.enterprises(), w, look=look, selected=UNDAAN),
    "yields": lambda w, look: rank_yields(frames.yields(), w, look=look),
    "reasons": lambda w, look: rank_reasons(frames.reasons(), w, look=look, reference=REFERENCE),
    "premiums": lambda w, look: stack_premiums(frames.premium_months(), w, look=look, tree=SOURCES),
    "premiums of three years": lambda w, look: stack_premiums(
        frames.premium_months(33, scale=1000), w, look=look, tree=SOURCES
    ),
    "flow": lambda w, look: flow_premiums(
        frames.premium_flow(), w, look=look, sources=SOURCES, segments=SEGMENTS
    ),
    "budgets": lambda w, look: bullet_budgets(frames.premiums(), w, look=look, tree=SOURCES, bulan=BULAN),
    "estimates": lambda w, look: compare_estimate(frames.premiums(), w, look=look, tree=SOURCES, bulan=BULAN),
}  # fmt: skip

ONE_ROW: dict[str, Draw] = {
    "map": lambda w, look: map_coverage(_first(frames.coverage()), w, look=look, outlines=KECAMATAN),
    "ranking": lambda w, look: rank_coverage(_first(frames.targets()), w, look=look, bulan=BULAN),
    "trend": lambda w, look: trend_coverage(_first(frames.trend()), w, look=look),
    "two months": lambda w, look: compare_months(
        _first(frames.coverage_earlier()), _first(frames.coverage()), w, look=look
    ),
    "heat": lambda w, look: heat_segments(
        _first(frames.coverage_by_segmen()), w, look=look, tree=SEGMENTS, bulan=BULAN
    ),
    "heat of targets": lambda w, look: heat_targets(
        _first(frames.targets_grid()), w, look=look, tree=SEGMENTS, bulan=BULAN
    ),
    "bullets": lambda w, look: bullet_targets(
        _first(frames.targets_by_segmen()), w, look=look, tree=SEGMENTS, bulan=BULAN
    ),
    "burn-up": lambda w, look: burn_up(
        _first(frames.kabupaten_trend()), frames.target_kabupaten(), w, look=look
    ),
    "burn-up without target": lambda w, look: burn_up(
        frames.kabupaten_trend(), frames.target_kabupaten().iloc[:0], w, look=look
    ),
    "cliff": lambda w, look: step_cliff(_first(frames.cliff()), w, look=look),
    "costs of scenarios": lambda w, look: stack_costs(
        _first(frames.scenario_costs()), w, look=look, tree=SOURCES
    ),
    "effects of scenarios": lambda w, look: bullet_effects(_first(frames.scenarios()), w, look=look),
    "duties": lambda w, look: step_duties(
        _first(frames.duty_course()), w, look=look, reference=REFERENCE, total=6
    ),
    "reports": lambda w, look: heat_reporting(_first(frames.reporting()), w, look=look),
    "premiums": lambda w, look: stack_premiums(_first(frames.premium_months()), w, look=look, tree=SOURCES),
    "flow": lambda w, look: flow_premiums(
        _first(frames.premium_flow()), w, look=look, sources=SOURCES, segments=SEGMENTS
    ),
    "budgets": lambda w, look: bullet_budgets(_first(frames.premiums()), w, look=look, tree=SOURCES, bulan=BULAN),
    "estimates": lambda w, look: compare_estimate(
        _first(frames.premiums()), w, look=look, tree=SOURCES, bulan=BULAN
    ),
}  # fmt: skip

DESCRIPTIONS: dict[str, Describe] = {
    "map": lambda w: describe_map(frames.coverage(missing=("33.19.05",), unmapped=True), w),
    "ranking": lambda w: describe_rank(frames.targets(), w, bulan=BULAN),
    "enterprises": lambda w: describe_enterprises(frames.enterprises(), w),
    "yields": lambda w: describe_yields(frames.yields(), w),
    "reasons": lambda w: describe_reasons(frames.reasons(), w, reference=REFERENCE),
    "trend beside": lambda w: describe_beside(frames.trend((UNDAAN,)), frames.kabupaten_trend(), w),
    "ranking by people": lambda w: describe_people(_without_potensi(), w, bulan=BULAN),
    "trend": lambda w: describe_trend(frames.trend((UNDAAN,)), w),
    "two months": lambda w: describe_compare(frames.coverage_earlier(), frames.coverage(), w),
    "heat": lambda w: describe_heat(frames.coverage_by_segmen(), w, tree=SEGMENTS),
    "heat of targets": lambda w: describe_heat_targets(frames.targets_grid(), w),
    "bullets": lambda w: describe_bullets(frames.targets_by_segmen(), w, tree=SEGMENTS),
    "burn-up": lambda w: describe_burn_up(frames.kabupaten_trend(), frames.target_kabupaten(), w),
    "burn-up with projection": lambda w: describe_burn_up(
        frames.kabupaten_trend(), frames.target_kabupaten(), w, ahead=frames.ahead()
    ),
    "costs of scenarios": lambda w: describe_costs(frames.scenario_costs(), w, tree=SOURCES),
    "effects of scenarios": lambda w: describe_effects(frames.scenarios(), w),
    "duties": lambda w: describe_duties(frames.duty_course(), w, reference=REFERENCE, total=6),
    "reports": lambda w: describe_reporting(frames.reporting(), w),
    "reports of desa": lambda w: describe_reporting(frames.reporting_desa(), w),
    "premiums": lambda w: describe_stack(frames.premium_months(), w, tree=SOURCES),
    "flow": lambda w: describe_flow(frames.premium_flow(), w, sources=SOURCES, segments=SEGMENTS),
    "budgets": lambda w: describe_budgets(frames.premiums(), w, tree=SOURCES),
    "estimates": lambda w: describe_estimates(frames.premiums(), w, tree=SOURCES),
}


def _first(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.iloc[:1]
