"""The search that proves that no person is left behind does find one that is."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.seeking import found_in

NIK, NAME = "3319040101800001", "Zulrekaan"


def _parquet(column: list[object]) -> bytes:
    target = io.BytesIO()
    pq.write_table(pa.table({"kolom": column}), target, compression="zstd")
    return target.getvalue()


def _zip(content: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", content)
    return target.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        f"log: {NIK}".encode(),
        f"x{NAME}".encode("utf-16-le"),
        _parquet([f"{NAME} binti" for _ in range(500)]),
        _parquet([int(NIK)]),
        _zip(f"<t>{NAME}</t>".encode() * 50),
    ],
)
def test_a_person_is_found_wherever_it_hides(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "dalam").mkdir()
    (tmp_path / "dalam" / "berkas").write_bytes(content)
    (tmp_path / "lain").write_bytes(b"33.19.04 Undaan 3319")
    found = found_in(tmp_path, [NIK, NAME])
    assert list(found) == ["dalam/berkas"]
    assert len(found["dalam/berkas"]) == 1
