"""Colours: contrast computed after WCAG 2.2, separation computed for colour-blind eyes."""

from itertools import combinations, pairwise

import pytest

from jamsos_data.colors import (
    DARK,
    LIGHT,
    SEGMENT_COLORS,
    SOURCE_COLORS,
    Look,
    contrast,
    coverage_classes,
    coverage_color,
    in_look,
    ink_on,
    palette,
    relative_luminance,
    segment_color,
    source_color,
)
from pages.parts.template import template
from tests.charts.gallery import SEGMENTS, SOURCES
from tests.charts.vision import SIGHTS, distance

LOOKS = (Look(dark=False), Look(dark=True))
TEXT = 4.5  # WCAG 2.2, 1.4.3 (AA)
GRAPHIC = 3.0  # WCAG 2.2, 1.4.11 (AA)
APART = 0.1  # Oklab: told apart side by side
STEP = 0.02  # Oklab: a step of one hue that is seen when both touch
FAMILIES = ("PEMBERI_KERJA", "DBHCHT", "APBDES", "CSR", "MANDIRI")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ["ink", "muted", "target_text"])
def test_texts_beside_marks_are_readable(look: Look, name: str) -> None:
    colors = palette(look)

    assert contrast(getattr(colors, name), colors.surface) >= TEXT
    assert contrast(getattr(colors, name), colors.panel) >= TEXT


@pytest.mark.parametrize("look", LOOKS)
def test_texts_on_marks_are_readable(look: Look) -> None:
    colors = palette(look)
    fills = (*coverage_classes(look), colors.reached, colors.not_reached, colors.neutral, colors.target)

    assert [fill for fill in fills if contrast(ink_on(fill), fill) < TEXT] == []


@pytest.mark.parametrize("look", LOOKS)
def test_target_line_and_reached_bars_stand_out_from_the_page(look: Look) -> None:
    colors = palette(look)

    assert contrast(colors.target, colors.surface) >= GRAPHIC
    assert contrast(colors.reached, colors.surface) >= GRAPHIC


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("sight", SIGHTS)
def test_reached_not_reached_and_target_differ_for_all_eyes(look: Look, sight: str) -> None:
    colors = palette(look)

    for one, other in combinations((colors.reached, colors.not_reached, colors.target), 2):
        assert distance(one, other, sight=sight) >= APART


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("sight", SIGHTS)
def test_families_of_sources_and_segments_differ_for_all_eyes(look: Look, sight: str) -> None:
    sources = [source_color(code, look) for code in FAMILIES]
    segments = [segment_color(code, look) for code in ("PU", "BPU", "JAKON")]

    for one, other in [*combinations(sources, 2), *combinations(segments, 2)]:
        assert distance(one, other, sight=sight) >= APART


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("sight", SIGHTS)
def test_sources_that_touch_in_a_stack_differ_for_all_eyes(look: Look, sight: str) -> None:
    children = [SOURCES.children(parent) or (parent,) for parent in SOURCES.children(SOURCES.root)]

    for siblings in children:
        for one, other in pairwise(siblings):
            assert distance(source_color(one, look), source_color(other, look), sight=sight) >= APART


@pytest.mark.parametrize("look", LOOKS)
def test_dbhcht_is_the_strongest_of_the_greens(look: Look) -> None:
    greens = ("APBD_KAB", "APBD_KAB_UMUM", "APBD_PROV")
    strength = relative_luminance(source_color("DBHCHT", look))

    assert all(relative_luminance(source_color(code, look)) > strength for code in greens)


@pytest.mark.parametrize("look", LOOKS)
def test_the_coverage_scale_only_ever_gets_further_from_the_page(look: Look) -> None:
    surface = palette(look).surface
    steps = [contrast(color, surface) for color in coverage_classes(look)]

    assert steps == sorted(steps)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_coverage_scale_rises_in_visible_steps_for_all_eyes(look: Look, sight: str) -> None:
    classes = coverage_classes(look)
    from_lowest = [distance(classes[0], color, sight=sight) for color in classes]

    assert from_lowest == sorted(from_lowest)
    assert all(distance(one, other, sight=sight) >= STEP for one, other in pairwise(classes))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("sight", SIGHTS)
def test_segments_of_a_family_that_follow_each_other_differ_for_all_eyes(look: Look, sight: str) -> None:
    families = [SEGMENTS.children(parent) for parent in ("PU", "BPU")]

    for one, other in (pair for family in families for pair in pairwise(family)):
        assert distance(segment_color(one, look), segment_color(other, look), sight=sight) >= STEP


@pytest.mark.parametrize(
    ("persen", "place"), [(0, 0), (9.99, 0), (10, 1), (46.6, 4), (99.9, 9), (100, 9), (128.5, 9)]
)
def test_a_percentage_falls_into_its_class(persen: float, place: int) -> None:
    assert coverage_color(persen, Look()) == coverage_classes(Look())[place]


def test_every_code_of_the_reference_tables_has_a_colour_of_its_own() -> None:
    assert set(SOURCES.codes) <= set(SOURCE_COLORS)
    assert set(SEGMENTS.codes) <= set(SEGMENT_COLORS)


def test_an_unknown_code_is_drawn_as_not_stated() -> None:
    assert source_color("BANTUAN_BARU", Look()) == source_color("TIDAK_DIRINCI", Look())
    assert segment_color("SEGMEN_BARU", Look()) == segment_color("SEMUA", Look())


def test_the_templates_leave_the_page_visible_and_differ() -> None:
    for look, colors in ((Look(), LIGHT), (Look(dark=True), DARK)):
        layout = template(look).to_plotly_json()["layout"]
        assert layout["paper_bgcolor"] == "rgba(0,0,0,0)"
        assert layout["font"]["color"] == colors.ink


def test_small_labels_on_the_dark_map_have_contrast_to_spare() -> None:
    fills = coverage_classes(Look(dark=True))

    assert [fill for fill in fills if contrast(ink_on(fill), fill) < TEXT + 0.5] == []


def test_no_field_glares_on_the_dark_theme() -> None:
    colors = palette(Look(dark=True))

    assert (
        contrast(coverage_color(100, Look(dark=True)), colors.surface)
        < 10
        < contrast(colors.ink, colors.surface)
    )


def test_every_colour_of_the_light_theme_has_its_own_in_the_dark_one() -> None:
    pairs = [(getattr(LIGHT, name), getattr(DARK, name)) for name in ("reached", "target", "ink", "track")]
    pairs += zip(coverage_classes(LOOKS[0]), coverage_classes(LOOKS[1]), strict=True)
    pairs += [*SOURCE_COLORS.values(), *SEGMENT_COLORS.values()]

    assert [in_look(light, Look(dark=True)) for light, _ in pairs] == [dark for _, dark in pairs]
    assert in_look(LIGHT.reached, Look()) == LIGHT.reached
    assert in_look("#A4262C", Look(dark=True)) == "#A4262C"
