"""A clean file of every kind goes through, whether headed by column names or by titles."""

from __future__ import annotations

import pytest

from jamsos_data.datasets import DATASETS, Dataset
from jamsos_data.intake import IntakeReport, read_upload
from jamsos_data.reference import load_reference

ONE_EACH = list(DATASETS.values())


def _read(data: Dataset, header: list[str]) -> IntakeReport:
    text = ";".join(header) + "\r\n" + ";".join(column.example for column in data.columns) + "\r\n"
    return read_upload(text.encode(), file_name="berkas.csv", reference=load_reference())


@pytest.mark.parametrize("data", ONE_EACH, ids=lambda data: data.name)
def test_a_file_headed_by_column_names_is_recognised_and_read(data: Dataset) -> None:
    report = _read(data, [column.name for column in data.columns])
    assert (report.outcome, report.kind) == ("ok", data.name)
    assert len(report.rows) == (7 if data.name == "daftar_peserta" else 1)


@pytest.mark.parametrize("data", ONE_EACH, ids=lambda data: data.name)
def test_a_file_headed_by_titles_is_recognised_and_read(data: Dataset) -> None:
    report = _read(data, [column.title.id for column in data.columns])
    assert (report.outcome, report.kind) == ("ok", data.name)
    assert set(report.rows["kode_wilayah"]) == {"33.19.04.2003"}


def test_rows_come_in_canonical_columns_and_types() -> None:
    data = DATASETS["kepesertaan"]
    rows = _read(data, list(data.names)).rows
    assert list(rows.columns) == list(data.names)
    assert str(rows["periode"].dtype) == "datetime64[us]"
    assert str(rows["peserta_aktif"].dtype) == "int64"
    assert str(rows["segmen"].dtype) == "str"
