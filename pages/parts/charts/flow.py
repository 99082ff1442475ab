"""Where iuran comes from and what it buys: sumber dana → segmen → programme."""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsos_data.colors import Look, palette, see_through, segment_color, source_color
from jamsos_data.messages import Messages
from jamsos_data.reference.code_tree import CodeTree
from jamsos_data.text_layout import LABEL_SIZE, text_width
from jamsos_data.wording import rows_of, rupiah, short_name, short_rupiah
from pages.parts.charts.canvas import Canvas, blank_canvas, fold_hover, text_margin

HEIGHT = 460  # px
PAD = 18  # px between nodes
NARROWEST = 1020  # px: the panel over the whole width of a small desk screen
ENDS = (0.001, 0.999)  # of a half; Plotly takes 0 as not given
THICKNESS = 10  # px of a node
TITLE_GAP = 8  # px from a node to its name
MARGIN = {"t": 34, "b": 12}
STAGES = ("sumber_dana", "segmen", "program")


@dataclass
class Flow:
    """Nodes as (stage, code) in order of appearance, and links as (from, to, rupiah, source)."""

    nodes: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[int, int, int, str]] = field(default_factory=list)

    def place(self, stage: str, code: str) -> int:
        """The number of a node, added when new."""
        if (stage, code) not in self.nodes:
            self.nodes.append((stage, code))
        return self.nodes.index((stage, code))

    def through(self, node: int) -> int:
        """Rupiah that run through a node (out of it, or into it at the last stage)."""
        column = 1 if self.nodes[node][0] == STAGES[-1] else 0
        return sum(link[2] for link in self.links if link[column] == node)


def flow_premiums(
    frame: pd.DataFrame, words: Messages, *, look: Look, sources: CodeTree, segments: CodeTree
) -> go.Figure:
    """Sankey of rupiah paid; ribbons carry the colour of the source that pays.

    `frame`: rows of measure_premium_flow (sumber_dana, segmen, program, nilai). Every node has its name and its
    rupiah beside it, where no ribbon runs: the segments' stand between the ribbons that come and those that go.
    Nothing here can be clicked through.
    """
    flow = trace_flow(frame)
    trees = {"sumber_dana": sources, "segmen": segments}
    names = [short_name(trees[stage], code, words) if stage in trees else code for stage, code in flow.nodes]
    labels = [f"{name} <b>{short_rupiah(flow.through(i), words)}</b>" for i, name in enumerate(names)]
    outer = {
        side: text_margin([label for label, (at, _) in zip(labels, flow.nodes, strict=True) if at == stage])
        for side, stage in (("l", STAGES[0]), ("r", STAGES[-1]))
    }
    outer["r"] += 14  # names of programmes are capitals, wider than the average letter
    canvas = blank_canvas(look, words, height=HEIGHT, margin=MARGIN | outer)
    middle = [label for label, (at, _) in zip(labels, flow.nodes, strict=True) if at == STAGES[1]]
    halves = _halves(middle, NARROWEST - sum(outer.values()))
    for half in (0, 1):
        canvas.add_trace(_half(flow, names, half, words, look=look, across=halves[half]))
    columns: dict[str, float] = dict(zip(STAGES, (0.0, halves[0][1], 1.0), strict=True))
    _write_names(canvas, flow, labels, columns, look=look)
    _name_stages(canvas, columns, words, look=look)
    return canvas.figure()


def _halves(labels: list[str], width: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where the ribbons run, as shares of a plot of `width` px: between the halves `labels` have their room."""
    room = max(text_width(label) for label in labels) + 2 * TITLE_GAP
    gap = min(room / width, 0.6)
    return (0.0, (1 - gap) / 2), ((1 + gap) / 2, 1.0)


def _half(
    flow: Flow, names: list[str], half: int, words: Messages, *, look: Look, across: tuple[float, float]
) -> go.Sankey:
    """The ribbons from sources to segments (0) or from segments to programmes (1), on the scale of the whole."""
    shown = [i for i, (stage, _) in enumerate(flow.nodes) if stage in STAGES[half : half + 2]]
    share = _height_of_half(flow, shown)
    return go.Sankey(
        arrangement="fixed",  # the labels are written where the nodes are told to stand
        domain={"x": list(across), "y": [1 - share, 1]},
        node=_nodes(flow, shown, names, words, look=look, half=half, share=share),
        link=_links(flow, shown, names, words, look=look),
    )


def describe_flow(frame: pd.DataFrame, words: Messages, *, sources: CodeTree, segments: CodeTree) -> str:
    """The flow as a sentence: total rupiah, the largest single ribbon."""
    pairs = _sums(frame, ["sumber_dana", "segmen"])
    largest = max(pairs, key=lambda row: row.nilai)
    return words(
        "chart.flow.describe",
        total=short_rupiah(sum(int(row.nilai) for row in pairs), words),
        source=sources.name(largest.sumber_dana, words.language),
        segment=segments.name(largest.segmen, words.language),
        value=short_rupiah(largest.nilai, words),
    )


def trace_flow(frame: pd.DataFrame) -> Flow:
    """Nodes and links of the rows that paid anything, largest first."""
    flow = Flow()
    paid = frame[frame["nilai"] > 0].sort_values("nilai", ascending=False)
    for row in _sums(paid, ["sumber_dana", "segmen"]):
        start, end = flow.place("sumber_dana", row.sumber_dana), flow.place("segmen", row.segmen)
        flow.links.append((start, end, int(row.nilai), row.sumber_dana))
    for row in _sums(paid, ["segmen", "program", "sumber_dana"]):
        start, end = flow.place("segmen", row.segmen), flow.place("program", row.program)
        flow.links.append((start, end, int(row.nilai), row.sumber_dana))
    return flow


def _sums(frame: pd.DataFrame, keys: list[str]) -> list[Any]:
    """Rupiah by `keys`, in the order in which they first appear: a ribbon is one sum."""
    return rows_of(frame.groupby(keys, sort=False)["nilai"].sum().reset_index())


def _node_color(stage: str, code: str, look: Look) -> str:
    if stage == "sumber_dana":
        return source_color(code, look)
    return segment_color(code, look) if stage == "segmen" else palette(look).axis


def _nodes(
    flow: Flow, shown: list[int], names: list[str], words: Messages, *, look: Look, half: int, share: float
) -> dict:
    heights = node_heights(flow)
    nodes = [flow.nodes[i] for i in shown]
    return {
        "label": [""] * len(shown),
        "x": [ENDS[STAGES.index(stage) - half] for stage, _ in nodes],
        "y": [min(max(heights[i] / share, ENDS[0]), ENDS[1]) for i in shown],
        "color": [_node_color(stage, code, look) for stage, code in nodes],
        "line": {"width": 0},
        "pad": PAD,
        "thickness": THICKNESS,
        "customdata": [
            fold_hover(words("chart.flow.node", name=names[i], value=rupiah(flow.through(i), words)))
            for i in shown
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _columns(flow: Flow, among: list[int]) -> list[list[int]]:
    stages = [[i for i in among if flow.nodes[i][0] == stage] for stage in STAGES]
    return [column for column in stages if column]


def _scale(flow: Flow) -> float:
    """Px for a rupiah: the fullest column decides."""
    plot = HEIGHT - MARGIN["t"] - MARGIN["b"]
    columns = _columns(flow, list(range(len(flow.nodes))))
    total = sum(flow.through(i) for i in columns[0])
    return min((plot - PAD * (len(column) - 1)) / total for column in columns)


def _height_of_half(flow: Flow, shown: list[int]) -> float:
    """Share of the plot's height at which Plotly, which fills what it is given, draws a half on the common scale."""
    plot = HEIGHT - MARGIN["t"] - MARGIN["b"]
    columns = _columns(flow, shown)
    total = sum(flow.through(i) for i in columns[0])
    fullest = max(len(column) for column in columns)
    return min((_scale(flow) * total + PAD * (fullest - 1)) / plot, 1.0)


def node_heights(flow: Flow) -> list[float]:
    """The middle of each node (0 = top, 1 = bottom): the largest source on top, then what it feeds.

    Segments and programmes follow the mean height of the money that reaches them, so that few ribbons
    cross. The scale is Plotly's own: the fullest column decides.
    """
    plot = HEIGHT - MARGIN["t"] - MARGIN["b"]
    columns = [[i for i, node in enumerate(flow.nodes) if node[0] == stage] for stage in STAGES]
    scale = _scale(flow)
    middles: dict[int, float] = {}
    for column in columns:
        top = 0.0
        for i in sorted(column, key=lambda node: _mean_height_of_feeders(flow, node, middles)):
            height = flow.through(i) * scale
            middles[i] = top + height / 2
            top += height + PAD
    return [min(max(middles[i] / plot, 0.001), 0.999) for i in range(len(flow.nodes))]


def _mean_height_of_feeders(flow: Flow, node: int, middles: dict[int, float]) -> float:
    feeders = [(middles[start], value) for start, end, value, _ in flow.links if end == node]
    if not feeders:
        return -flow.through(node)
    return sum(height * value for height, value in feeders) / sum(value for _, value in feeders)


def _links(flow: Flow, shown: list[int], names: list[str], words: Messages, *, look: Look) -> dict:
    place = {node: position for position, node in enumerate(shown)}
    links = [link for link in flow.links if link[0] in place and link[1] in place]
    return {
        "source": [place[start] for start, _, _, _ in links],
        "target": [place[end] for _, end, _, _ in links],
        "value": [value for _, _, value, _ in links],
        "color": [see_through(source_color(source, look), 0.45) for _, _, _, source in links],
        "customdata": [
            fold_hover(words("chart.flow.link", start=names[a], end=names[b], value=rupiah(value, words)))
            for a, b, value, _ in links
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _write_names(
    canvas: Canvas, flow: Flow, labels: list[str], columns: dict[str, float], *, look: Look
) -> None:
    """Sources left of their nodes, programmes right of them, segments between their two nodes."""
    colors = palette(look)
    for label, height, (stage, _) in zip(labels, node_heights(flow), flow.nodes, strict=True):
        first = stage == STAGES[0]
        canvas.add_annotation(
            x=columns[stage],
            y=1 - height,
            xref="paper",
            yref="paper",
            xanchor="right" if first else "left",
            yanchor="middle",
            xshift=-TITLE_GAP if first else TITLE_GAP,
            align="right" if first else "left",
            text=label,
            font={"size": LABEL_SIZE, "color": colors.ink},
            showarrow=False,
        )


def _name_stages(canvas: Canvas, columns: dict[str, float], words: Messages, *, look: Look) -> None:
    for stage, anchor in zip(STAGES, ("right", "left", "left"), strict=True):
        canvas.add_annotation(
            x=columns[stage],
            y=1,
            xref="paper",
            yref="paper",
            xanchor=anchor,
            yanchor="bottom",
            yshift=8,
            text=f"<b>{words(f'chart.flow.{stage}')}</b>",
            font={"size": 12, "color": palette(look).muted},
            showarrow=False,
        )
