"""What the browser gets of a figure: nothing is left that makes it draw twice."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from pages.parts.drawn_figure import DrawnFigure

TEMPLATE = go.layout.Template(
    layout={
        "font": {"size": 13, "color": "#111111"},
        "xaxis": {"fixedrange": True, "title": {"font": {"size": 12}}},
        "yaxis": {"fixedrange": True, "ticks": ""},
        "geo": {"visible": False},
        "bargap": 0.3,
    }
)


def described(*traces: Any, **layout: Any) -> dict[str, Any]:
    return DrawnFigure.of(go.Figure(traces, {"template": TEMPLATE, **layout})).to_dict()


def test_settings_of_the_template_stand_where_the_layout_has_none_of_its_own() -> None:
    layout = described(
        go.Bar(x=[1], y=["Jati"]), font={"size": 20}, xaxis={"range": [0, 5], "title": {"text": "orang"}}
    )["layout"]

    assert layout["font"] == {"size": 20, "color": "#111111"}
    assert layout["xaxis"] == {
        "fixedrange": True,
        "title": {"font": {"size": 12}, "text": "orang"},
        "range": [0, 5],
    }
    assert layout["yaxis"] == {"fixedrange": True, "ticks": ""}
    assert layout["bargap"] == 0.3
    assert "template" not in layout


def test_each_axis_on_which_something_lies_gets_the_settings_of_the_template() -> None:
    layout = described(go.Bar(x=[1], y=[1]), go.Bar(x=[2], y=[2], xaxis="x2", yaxis="y2"))["layout"]

    assert layout["xaxis2"] == layout["xaxis"] == {"fixedrange": True, "title": {"font": {"size": 12}}}
    assert layout["yaxis2"] == layout["yaxis"] == {"fixedrange": True, "ticks": ""}


def test_a_map_and_a_flow_get_no_axes_and_a_bar_no_map() -> None:
    assert not {"xaxis", "yaxis"} & described(go.Scattergeo(lat=[1], lon=[2]))["layout"].keys()
    assert not {"xaxis", "yaxis"} & described(go.Sankey())["layout"].keys()
    assert "geo" not in described(go.Bar(x=[1], y=[1]))["layout"]
    assert described(go.Scattergeo(), geo={"bgcolor": "red"})["layout"]["geo"] == {
        "visible": False,
        "bgcolor": "red",
    }


def test_equal_figures_bear_the_same_revision_and_others_another() -> None:
    revisions = [described(go.Bar(x=[x], y=[1]))["layout"]["datarevision"] for x in (1, 1, 2)]

    assert revisions[0] == revisions[1] != revisions[2]


def test_only_a_figure_to_be_clicked_is_set_up_for_clicks() -> None:
    figure = DrawnFigure.of(go.Figure(go.Bar(x=[1], y=[1]), {"dragmode": False}))

    clicked = figure.to_be_clicked().to_dict()["layout"]
    assert (clicked["clickmode"], clicked["dragmode"]) == ("event+select", "pan")
    assert figure.to_dict()["layout"]["dragmode"] is False
    assert "clickmode" not in figure.to_dict()["layout"]
