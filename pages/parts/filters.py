"""The one row of filters, the same on every page that shows figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from jamsos_data.formats import format_month
from jamsos_data.periods import add_months, month_key
from jamsos_data.reference.code_tree import CodeTree
from pages.parts import address
from pages.parts.language import language, words
from pages.parts.snapshot import available_bases
from pages.parts.state import WITHOUT_JAKON, Selection, shown_months


_WIDTHS = {"wilayah": 10, "bulan": 12, "banding": 14, "segmen": 13, "sumber": 13, "jakon": 13, "basis": 17}


@dataclass(frozen=True, kw_only=True)
class _Field:
    """One select box for the parameter `name`; the option `default` is left out of the address."""

    name: str
    options: Sequence[str]
    current: str
    default: str
    label: Callable[[str], str]


def filter_row(selection: Selection) -> None:
    """Draw the filters; a change goes to the address bar and the page runs again."""
    fields = [_area_field(selection), *_month_fields(selection), *_kind_fields(selection)]
    with st.container(key="filters"):
        for column, field in zip(st.columns([_WIDTHS[field.name] for field in fields], gap="xsmall"), fields, strict=True):
            with column:
                _pick(field)


def _pick(field: _Field) -> None:
    key = f"filter_{field.name}"
    if st.session_state.get(key) != field.current:
        st.session_state[key] = field.current

    def changed() -> None:
        code = st.session_state[key]
        address.choose(**{field.name: "" if code == field.default else code})

    st.selectbox(
        words()(f"filter.{field.name}"),
        field.options,
        key=key,
        format_func=field.label,
        on_change=changed,
        label_visibility="collapsed",
    )


def _area_field(selection: Selection) -> _Field:
    reference = selection.reference
    villages = reference.desa_of(selection.kecamatan) if selection.kecamatan else ()
    before = [kode for kode in reference.kecamatan if kode <= (selection.kecamatan or "")]
    after = [kode for kode in reference.kecamatan if kode not in before]

    def label(kode: str) -> str:
        name = reference.area_name(kode)
        return f"\N{EM SPACE}{name}" if kode in villages else name

    return _Field(
        name="wilayah",
        options=(reference.kabupaten, *before, *villages, *after),
        current=selection.wilayah,
        default=reference.kabupaten,
        label=label,
    )


def _month_fields(selection: Selection) -> list[_Field]:
    months = {month_key(month): month for month in reversed(shown_months(selection.snapshot))}
    keys = list(months)
    current = month_key(selection.month)
    fields = [
        _Field(
            name="bulan",
            options=keys,
            current=current,
            default=keys[0],
            label=lambda key: format_month(months[key], language=language()),
        )
    ]
    others = [key for key in keys if key != current]
    if not others:
        return fields
    before = month_key(add_months(selection.month, -1))
    compared = _Field(
        name="banding",
        options=others if before in others else ["", *others],
        current=month_key(selection.banding) if selection.banding else "",
        default=before if before in others else "",
        label=lambda key: _compared_label(months.get(key)),
    )
    return [*fields, compared]


def _compared_label(month: datetime | None) -> str:
    if month is None:
        return words()("filter.banding.none")
    return words()("filter.banding.option", month=format_month(month, language=language(), short=True))


def _kind_fields(selection: Selection) -> list[_Field]:
    segments, sources = selection.reference.segmen_tree, selection.reference.sumber_tree
    fields = [
        _Field(
            name="segmen",
            options=segments.codes,
            current=selection.segmen,
            default=segments.root,
            label=lambda code: _tree_label(segments, code, words()("filter.segmen.all")),
        ),
        _Field(
            name="sumber",
            options=sources.codes,
            current=selection.sumber_dana or sources.root,
            default=sources.root,
            label=lambda code: _tree_label(sources, code, words()("filter.sumber.all")),
        ),
        _Field(
            name="jakon",
            options=("", WITHOUT_JAKON),
            current="" if selection.dengan_jakon else WITHOUT_JAKON,
            default="",
            label=lambda code: words()("filter.jakon.without" if code else "filter.jakon.with"),
        ),
    ]
    bases = available_bases(selection.snapshot)
    if len(bases) > 1:
        fields.append(
            _Field(
                name="basis",
                options=bases,
                current=selection.basis or bases[0],
                default=bases[0],
                label=lambda code: selection.reference.name_of("basis", code, language()),
            )
        )
    return fields


def _tree_label(tree: CodeTree, code: str, all_of_them: str) -> str:
    if code == tree.root:
        return all_of_them
    return "\N{EM SPACE}" * (len(tree.ancestors(code)) - 1) + tree.name(code, language())
