"""Small files and small lakes for the tests of uploading."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from jamsos_data.commit import commit_report
from jamsos_data.intake import read_upload
from jamsos_data.lake import Lake, Version
from pages.parts.upload.drop import KEY

HEADER = "Kecamatan;Desa;Bulan;Segmen;Sumber dana;Program;Peserta aktif"
KALIREJO = "33.19.04.2003"
CELLS = "Pengurus RT/RW;APBDes;JKK+JKM"


def csv_file(*rows: str, header: str = HEADER) -> bytes:
    """A CSV file with a header and rows."""
    return "\n".join([header, *rows]).encode()


def people_in(desa: str, number: int | str, *, month: str = "Oktober 2026", kecamatan: str = "Undaan") -> str:
    """One row of participants in a desa, paid by APBDes."""
    return f"{kecamatan};{desa};{month};{CELLS};{number}"


def commit_file(lake: Lake, content: bytes, *, name: str = "awal.csv", author: str = "Budi") -> Version:
    """Put a file into the lake as the command line would."""
    report = read_upload(content, file_name=name, reference=lake.reference())
    return commit_report(lake, report, author=author)


def lake_with(folder: Path, *rows: str) -> Lake:
    """A lake with one committed file of these rows."""
    lake = Lake(folder / "data")
    commit_file(lake, csv_file(*rows))
    return lake


def people(lake: Lake) -> list[tuple[str, str, int]]:
    """(month, area, participants) of all rows in the lake, sorted."""
    frame = lake.scan("kepesertaan").select("periode", "kode_wilayah", "peserta_aktif").collect()
    return sorted((f"{month:%Y-%m}", area, count) for month, area, count in frame.rows())


def drop(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """Drop files on the page and run it."""
    app.file_uploader(key=KEY).set_value([(name, content, "text/csv") for name, content in files])
    return app.run()


def labelled(widgets: Iterable[Any], label: str) -> Any:
    """The one widget whose label begins with `label`."""
    (found,) = [widget for widget in widgets if str(getattr(widget, "label", "")).startswith(label)]
    return found


def may_save(app: AppTest) -> bool:
    """Whether the page offers to save."""
    return any(button.label == "Simpan ke dashboard" for button in app.button)


def save(app: AppTest, name: str = "Sri Wahyuni") -> AppTest:
    """Give a name and save."""
    labelled(app.text_input, "Nama Anda").input(name)
    return labelled(app.button, "Simpan ke dashboard").click().run()


GOOD = csv_file(people_in("Kalirejo", 30), people_in("Wonosoco", 12))
TYPO = csv_file(people_in("Kalirejx", 30), people_in("Wonosoco", 12))
