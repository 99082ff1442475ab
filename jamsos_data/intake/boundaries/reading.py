"""The whole way of a boundary file: features → areas → shapes, with everything that was found on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import pandas as pd

from jamsos_data.findings import Severity
from jamsos_data.intake.boundaries.geojson import Feature, Polygon, polygons_of, read_features
from jamsos_data.intake.boundaries.matching import Match, match_features
from jamsos_data.intake.boundaries.plausible import check_plausible
from jamsos_data.intake.boundaries.shapes import Mended, geometry_text, mend_shapes
from jamsos_data.intake.reference_tables.table import ReadTable
from jamsos_data.intake.report import ColumnReading, FindingLog, Refusal, SheetReading
from jamsos_data.reference import Reference

NEAR = "BATAS_NAMA_MIRIP"
_QUOTED = 6
_LISTED = 12


def read_boundaries(content: bytes, reference: Reference, *, log: FindingLog) -> ReadTable:
    """Rows kode, tingkat, geometri, urutan of the areas that the file draws.

    Raises Refusal when the file is no GeoJSON, draws none of the areas, or draws them somewhere else.
    """
    features = read_features(content)
    match = match_features(features, reference)
    codes = dict(match.codes) | (dict(match.near) if NEAR in log.accepted else {})
    if not codes:
        raise Refusal("BATAS_TIDAK_COCOK", n=len(features), properties=_quote(features))
    _tell_matching(match, reference, log)
    _note_unmatched(features, match, log)
    drawn = _drawn(features, codes, log)
    mended = mend_shapes(drawn)
    _tell_mending(mended, codes, log)
    rows = _rows(mended, reference)
    if rows.empty:
        raise Refusal("BATAS_TIDAK_COCOK", n=len(features), properties=_quote(features))
    check_plausible(mended.shapes, reference, log)
    _note_missing(rows, reference, log)
    return ReadTable(rows, pd.DataFrame(columns=["sheet", "row", "temuan"]), _reading(features, match, rows))


def _drawn(features: Sequence[Feature], codes: dict[int, str], log: FindingLog) -> dict[str, list[Polygon]]:
    """The polygons of each area; a feature without a usable area is an error of its own."""
    drawn: defaultdict[str, list[Polygon]] = defaultdict(list)
    for feature in features:
        if feature.number not in codes:
            continue
        polygons = polygons_of(feature.geometry)
        if polygons is None:
            log.add("BATAS_BENTUK_RUSAK", Severity.ERROR, value=codes[feature.number], number=feature.number)
        else:
            drawn[codes[feature.number]].extend(polygons)
    return dict(sorted(drawn.items()))


def _tell_matching(match: Match, reference: Reference, log: FindingLog) -> None:
    log.add("BATAS_DICOCOKKAN", Severity.INFO, n=len(match.codes), by=" + ".join(match.by))
    if match.foreign:
        log.add("BATAS_WILAYAH_LAIN", Severity.INFO, n=len(match.foreign))
    for key in match.bps:
        log.add("BATAS_KODE_BPS", Severity.INFO, value=key)
    for number, code in match.differing.items():
        own = match.codes[number]
        log.add(
            "BATAS_KODE_NAMA_BERBEDA", Severity.WARNING, value=_label(own, reference), number=number,
            other=_label(code, reference),
        )  # fmt: skip
    known = set(reference.kecamatan)
    for number, code in match.strayed.items():
        log.add(
            "BATAS_KECAMATAN_BERBEDA", Severity.WARNING, value=_label(match.codes[number], reference), number=number,
            other=_label(code, reference) if code in known else code,
        )  # fmt: skip
    for number, code in match.near.items():
        log.add(NEAR, Severity.ERROR, number=number, proposal=_label(code, reference))


def _note_unmatched(features: Sequence[Feature], match: Match, log: FindingLog) -> None:
    known = {*match.codes, *match.foreign, *match.near}
    key = match.by[-1] if match.by else ""
    for feature in features:
        if feature.number not in known:
            value = feature.properties.get(key) or next(iter(feature.properties.values()), "")
            log.add("BATAS_TANPA_PASANGAN", Severity.WARNING, value=value, number=feature.number)


def _tell_mending(mended: Mended, codes: dict[int, str], log: FindingLog) -> None:
    if mended.exchanged:
        log.add("BATAS_TERTUKAR", Severity.INFO)
    together = len(codes) - len(set(codes.values()))
    if together:
        log.add("BATAS_DIGABUNG", Severity.INFO, n=together)
    if mended.after < mended.before / 2:
        code = "BATAS_DISEDERHANAKAN" if mended.together else "BATAS_DISEDERHANAKAN_TERPISAH"
        log.add(code, Severity.INFO, before=mended.before, after=mended.after)


def _note_missing(rows: pd.DataFrame, reference: Reference, log: FindingLog) -> None:
    """Areas of a level that the file draws otherwise: they would be missing on the map."""
    for level, codes in (("kecamatan", reference.kecamatan), ("desa", reference.all_desa)):
        there = set(rows.loc[rows["tingkat"] == level, "kode"])
        missing = [code for code in codes if code not in there]
        if there and missing:
            names = [_label(code, reference) for code in missing[:_LISTED]]
            more = ", …" if len(missing) > _LISTED else ""
            log.add("BATAS_WILAYAH_KURANG", Severity.WARNING, n=len(missing), names=", ".join(names) + more)


def _rows(mended: Mended, reference: Reference) -> pd.DataFrame:
    records = [
        (code, reference.area_level(code), geometry_text(shape), number)
        for number, (code, shape) in enumerate(mended.shapes.items(), start=1)
    ]
    return pd.DataFrame(records, columns=["kode", "tingkat", "geometri", "urutan"])


def _reading(features: Sequence[Feature], match: Match, rows: pd.DataFrame) -> SheetReading:
    keys = dict.fromkeys(key for feature in features for key in feature.properties)
    columns = [
        ColumnReading(
            header=key,
            column="kode" if key in match.by else None,
            examples=tuple(feature.properties.get(key, "") for feature in features[:3]),
        )
        for key in keys
    ]
    return SheetReading(
        name="",
        header_rows=(),
        data_rows=len(rows),
        left_out=len(features) - len(match.codes),
        columns=tuple(columns),
        constants={},
    )


def _quote(features: Sequence[Feature]) -> str:
    keys = {key: text for feature in reversed(features[:50]) for key, text in feature.properties.items()}
    return ", ".join(f"{key} = {text[:30]}" for key, text in list(keys.items())[:_QUOTED]) or "–"


def _label(code: str, reference: Reference) -> str:
    return f"{reference.area_name(code)} ({code})"
