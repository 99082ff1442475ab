"""The one row of filters, the same on every page that shows figures."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import streamlit as st

from jamsos_data.formats import format_month
from jamsos_data.periods import add_months, month_key
from jamsos_data.reference.code_tree import CodeTree
from pages.parts import address
from pages.parts.language import language, words
from pages.parts.snapshot import available_bases
from pages.parts.state import WITHOUT_JAKON, Selection, shown_months


@dataclass(frozen=True, kw_only=True)
class _Field:
    """One select box for the parameter `name`: code → label; the code `default` is left out of the address.

    `box` names the box where two of them choose the same parameter.
    """

    name: str
    options: Mapping[str, str]
    current: str
    default: str
    box: str = ""

    @property
    def own_name(self) -> str:
        """The name of the box, of its label, and of its width in page.css."""
        return self.box or self.name


def filter_row(
    selection: Selection, *, unasked: Collection[str] = frozenset(), by_village: bool = False
) -> None:
    """Draw the filters but those `unasked`; a change goes to the address bar and the page runs again.

    `by_village` has a box for the kecamatan and one for the desa, instead of one for all areas.
    """
    areas = _village_fields(selection) if by_village else [_area_field(selection)]
    fields = [*areas, *_month_fields(selection), *_kind_fields(selection)]
    fields = [field for field in fields if field.name not in unasked]
    with st.container(horizontal=True, gap="xsmall", key="filters"):
        for field in fields:
            _pick(field)


def _pick(field: _Field) -> None:
    key = f"filter_{field.own_name}"
    # Set on every run: a box that is new on this page would otherwise show its first option in the browser.
    st.session_state[key] = field.current

    def changed() -> None:
        code = st.session_state[key]
        address.choose_in_box(**{field.name: "" if code == field.default else code})

    st.selectbox(
        words()(f"filter.{field.own_name}"),
        list(field.options),
        key=key,
        format_func=field.options.__getitem__,
        on_change=changed,
        label_visibility="collapsed",
    )


def _area_field(selection: Selection) -> _Field:
    reference = selection.reference
    options = {reference.kabupaten: reference.area_name(reference.kabupaten)}
    for kecamatan in reference.kecamatan:
        options[kecamatan] = reference.area_name(kecamatan)
        if kecamatan == selection.kecamatan:
            options |= {kode: _indented(reference.area_name(kode)) for kode in reference.desa_of(kecamatan)}
    return _Field(name="wilayah", options=options, current=selection.wilayah, default=reference.kabupaten)


def _village_fields(selection: Selection) -> list[_Field]:
    reference, say = selection.reference, words()
    whole, kecamatan = reference.kabupaten, selection.kecamatan
    names = {kode: reference.area_name(kode) for kode in reference.kecamatan}
    first = _Field(
        name="wilayah",
        options={whole: say("filter.kecamatan.none"), **names},
        current=kecamatan or whole,
        default=whole,
        box="kecamatan",
    )
    if kecamatan is None:
        return [first]
    villages = {kode: reference.area_name(kode) for kode in reference.desa_of(kecamatan)}
    second = _Field(
        name="wilayah",
        options={kecamatan: say("filter.desa.none"), **villages},
        current=selection.wilayah,
        default=whole,
        box="desa",
    )
    return [first, second]


def _month_fields(selection: Selection) -> list[_Field]:
    say = words()
    months = {month_key(month): month for month in reversed(shown_months(selection.snapshot))}
    current = month_key(selection.month)
    names = {key: format_month(month, language=language()) for key, month in months.items()}
    fields = [_Field(name="bulan", options=names, current=current, default=next(iter(months)))]
    others = {
        key: say("filter.banding.option", month=format_month(month, language=language(), short=True))
        for key, month in months.items()
        if key != current
    }
    if not others:
        return fields
    before = month_key(add_months(selection.month, -1))
    compared = _Field(
        name="banding",
        options=others if selection.banding else {"": say("filter.banding.none"), **others},
        current=month_key(selection.banding) if selection.banding else "",
        default=before if before in others else "",
    )
    return [*fields, compared]


def _kind_fields(selection: Selection) -> list[_Field]:
    say = words()
    segments, sources = selection.reference.segmen_tree, selection.reference.sumber_tree
    fields = [
        _Field(
            name="segmen",
            options=_tree_options(segments, say("filter.segmen.all")),
            current=selection.segmen,
            default=segments.root,
        ),
        _Field(
            name="sumber",
            options=_tree_options(sources, say("filter.sumber.all")),
            current=selection.sumber_dana or sources.root,
            default=sources.root,
        ),
        _Field(
            name="jakon",
            options={"": say("filter.jakon.with"), WITHOUT_JAKON: say("filter.jakon.without")},
            current="" if selection.dengan_jakon else WITHOUT_JAKON,
            default="",
        ),
    ]
    bases = available_bases(selection.snapshot)
    if len(bases) > 1:
        names = {basis: selection.reference.name_of("basis", basis, language()) for basis in bases}
        current = selection.basis or bases[0]
        fields.append(_Field(name="basis", options=names, current=current, default=bases[0]))
    return fields


def _tree_options(tree: CodeTree, all_of_them: str) -> dict[str, str]:
    """The codes below the root with their names, children indented; the root means all of them."""
    return {tree.root: all_of_them} | {
        child: _indented(tree.name(child, language()), depth)
        for top in tree.children(tree.root)
        for depth, level in ((0, (top,)), (1, tree.children(top)))
        for child in level
    }


def _indented(name: str, depth: int = 1) -> str:
    return "\N{EN SPACE}" * depth + name
