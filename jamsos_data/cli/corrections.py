"""Corrections and choices of areas as typed on the command line or written in a JSON file."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jamsos_data.cli.codes import find_area
from jamsos_data.errors import UserError
from jamsos_data.intake.report import AreaText, Cell
from jamsos_data.reference import Reference

_WITHOUT_SHEET = re.compile(r"(?P<row>\d+):(?P<column>[^=]+)=(?P<text>.*)", re.DOTALL)
_WITH_SHEET = re.compile(r"(?P<sheet>[^!]*)!(?P<row>\d+):(?P<column>[^=]+)=(?P<text>.*)", re.DOTALL)
_CELL_KEYS = {"sheet", "row", "column", "text"}
_AREA_KEYS = {"text", "kecamatan", "kode"}


def find_fixes(texts: Sequence[str]) -> dict[Cell, str]:
    """["Data!5:Desa=Kalirejo"] → the text by cell. Raises UserError for any other form.

    A file with a single sheet needs no name: "5:Desa=Kalirejo". The column is a header or a letter.
    """
    corrections: dict[Cell, str] = {}
    for text in texts:
        found = _WITHOUT_SHEET.fullmatch(text) or _WITH_SHEET.fullmatch(text)
        if found is None:
            raise UserError("cli.bad_fix", value=text)
        parts = found.groupdict()
        corrections[parts.get("sheet") or "", int(parts["row"]), parts["column"].strip()] = parts["text"]
    return corrections


def find_area_choices(texts: Sequence[str], reference: Reference) -> dict[AreaText, str]:
    """["Kalirejx@Undaan=33.19.04.2003"] → the code by text and kecamatan. Raises UserError for any other form."""
    choices: dict[AreaText, str] = {}
    for text in texts:
        written, sign, code = text.rpartition("=")
        if not sign or not written.strip():
            raise UserError("cli.bad_area", value=text)
        name, _, kecamatan = written.partition("@")
        within = find_area(kecamatan.strip(), reference) if kecamatan.strip() else ""
        choices[name.strip(), within] = find_area(code.strip(), reference)
    return choices


def read_corrections(place: str, reference: Reference) -> tuple[dict[Cell, str], dict[AreaText, str]]:
    """The corrections in a JSON file: {"cells": [{sheet, row, column, text}], "areas": [{text, kecamatan, kode}]}.

    `sheet` and `kecamatan` may be left out; `column` is a header, a letter, or a position counted from 0. Raises
    UserError for a file that is not there or has another form.
    """
    try:
        answer = json.loads(Path(place).read_text(encoding="utf-8"))
        cells = [_cell(entry) for entry in answer.get("cells", [])]
        areas = [_area(entry, reference) for entry in answer.get("areas", [])]
    except OSError as error:
        raise UserError("cli.bad_corrections", place=place, reason=error.strerror or error) from error
    except (ValueError, AttributeError, KeyError, TypeError) as error:
        raise UserError("cli.bad_corrections", place=place, reason=error) from error
    return dict(cells), dict(areas)


def _cell(entry: dict[str, Any]) -> tuple[Cell, str]:
    _require_known(entry, _CELL_KEYS)
    column = entry["column"] if isinstance(entry["column"], int) else str(entry["column"])
    return (str(entry.get("sheet", "")), int(entry["row"]), column), str(entry["text"])


def _area(entry: dict[str, Any], reference: Reference) -> tuple[AreaText, str]:
    _require_known(entry, _AREA_KEYS)
    kecamatan = str(entry.get("kecamatan", ""))
    within = find_area(kecamatan, reference) if kecamatan else ""
    return (str(entry["text"]), within), find_area(str(entry["kode"]), reference)


def _require_known(entry: dict[str, Any], keys: set[str]) -> None:
    unknown = sorted(set(entry) - keys)
    if unknown:
        raise ValueError(", ".join(unknown))
