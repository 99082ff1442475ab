"""The one row of filters, the same on every page that shows figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from jamsos_data.formats import format_month
from jamsos_data.periods import add_months, month_key
from jamsos_data.reference.code_tree import CodeTree
from pages.parts import address
from pages.parts.language import language, words
from pages.parts.snapshot import available_bases
from pages.parts.state import WITHOUT_JAKON, Selection, shown_months


def filter_row(selection: Selection) -> None:
    """Draw the filters; a change goes to the address bar and the page runs again."""
    with st.container(horizontal=True, gap="small", key="filters"):
        _area_filter(selection)
        _month_filters(selection)
        tree = selection.reference.segmen_tree
        _pick("segmen", tree.codes, selection.segmen, default=tree.root, label=_segment_label(tree))
        sources = selection.reference.sumber_tree
        chosen = selection.sumber_dana or ""
        _pick("sumber", ("", *sources.codes[1:]), chosen, default="", label=_source_label(sources))
        jakon = "" if selection.dengan_jakon else WITHOUT_JAKON
        _pick("jakon", ("", WITHOUT_JAKON), jakon, default="", label=_jakon_label)
        bases = available_bases(selection.snapshot)
        if len(bases) > 1:
            _pick("basis", bases, selection.basis or bases[0], default=bases[0], label=_basis_label(selection))


def _pick(name: str, options: Sequence[str], current: str, *, default: str, label: Callable[[str], str]) -> None:
    """One select box for the parameter `name`; the option `default` is left out of the address."""
    key = f"filter_{name}"
    if st.session_state.get(key) != current:
        st.session_state[key] = current

    def changed() -> None:
        code = st.session_state[key]
        address.choose(**{name: "" if code == default else code})

    st.selectbox(
        words()(f"filter.{name}"),
        options,
        key=key,
        format_func=label,
        on_change=changed,
        label_visibility="collapsed",
        width="stretch",
    )


def _area_filter(selection: Selection) -> None:
    reference = selection.reference
    villages = reference.desa_of(selection.kecamatan) if selection.kecamatan else ()
    before = [kode for kode in reference.kecamatan if kode <= (selection.kecamatan or "")]
    after = [kode for kode in reference.kecamatan if kode not in before]
    options = (reference.kabupaten, *before, *villages, *after)

    def label(kode: str) -> str:
        name = reference.area_name(kode)
        return f"\N{EM SPACE}{name}" if kode in villages else name

    _pick("wilayah", options, selection.wilayah, default=reference.kabupaten, label=label)


def _month_filters(selection: Selection) -> None:
    months = [month_key(month) for month in reversed(shown_months(selection.snapshot))]
    names = {
        month_key(month): format_month(month, language=language()) for month in shown_months(selection.snapshot)
    }
    say = words()
    _pick("bulan", months, month_key(selection.month), default=months[0], label=names.__getitem__)
    earlier = [month for month in months if month < month_key(selection.month)]
    if selection.banding and month_key(selection.banding) not in earlier:
        earlier = [month for month in months if month != month_key(selection.month)]
    if earlier:
        current = month_key(selection.banding) if selection.banding else earlier[0]
        _pick(
            "banding",
            earlier,
            current,
            default=month_key(add_months(selection.month, -1)),
            label=lambda month: say("filter.banding.option", month=names[month]),
        )


def _segment_label(tree: CodeTree) -> Callable[[str], str]:
    return lambda code: words()("filter.segmen.all") if code == tree.root else _indented(tree, code)


def _source_label(tree: CodeTree) -> Callable[[str], str]:
    return lambda code: words()("filter.sumber.all") if not code else _indented(tree, code)


def _indented(tree: CodeTree, code: str) -> str:
    depth = len(tree.ancestors(code)) - 1
    return "\N{EM SPACE}" * max(depth, 0) + tree.name(code, language())


def _jakon_label(code: str) -> str:
    return words()("filter.jakon.without" if code else "filter.jakon.with")


def _basis_label(selection: Selection) -> Callable[[str], str]:
    return lambda basis: words()(
        "filter.basis.option", basis=selection.reference.name_of("basis", basis, language())
    )
