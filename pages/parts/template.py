"""The Plotly template: transparent paper, quiet axes, hover labels, in the colours of the theme."""

from functools import cache

import plotly.graph_objects as go

from jamsos_data.colors import Look, palette

FONT = "Source Sans, Segoe UI, Liberation Sans, sans-serif"  # the first is served by Streamlit itself


@cache
def template(look: Look) -> go.layout.Template:
    """Plotly template of the look: transparent paper, quiet axes, hover labels, geo frame."""
    colors = palette(look)
    axis = {
        "gridcolor": colors.grid,
        "linecolor": colors.axis,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "tickfont": {"color": colors.muted, "size": 12},
        "title": {"font": {"color": colors.muted, "size": 12}},
        "fixedrange": True,
        "automargin": False,
    }
    names = axis | {"ticklabelstandoff": 6}
    hidden = {"visible": False, "bgcolor": "rgba(0,0,0,0)"}
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 13, "color": colors.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": [colors.reached, colors.target, colors.muted],
            "xaxis": axis,
            "yaxis": names,
            "geo": hidden,
            "hoverlabel": {
                "bgcolor": colors.ink if not look.dark else "#24393A",
                "bordercolor": colors.ink if not look.dark else "#4F6665",
                "font": {"family": FONT, "size": 13, "color": "#FFFFFF"},
                "align": "left",
                "namelength": 0,
            },
            "bargap": 0.3,
            "barcornerradius": 2,
        }
    )
