"""Looks for texts in everything below a folder: raw bytes, columns of Parquet files, parts of ZIP archives."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow.parquet as pq


def found_in(folder: Path, secrets: Iterable[str]) -> dict[str, list[str]]:
    """File → those of `secrets` that stand in it."""
    wanted = list(secrets)
    found = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            content = file.read_bytes()
            there = found_in_bytes(content, wanted)
            if there:
                found[str(file.relative_to(folder))] = there
    return found


def found_in_bytes(content: bytes, secrets: Iterable[str]) -> list[str]:
    """Those of `secrets` that stand in `content`, in any of the ways in which it can be read."""
    layers = [*_layers(content)]
    return [secret for secret in secrets if any(_holds(layer, secret) for layer in layers)]


def _layers(content: bytes) -> Iterator[bytes]:
    yield content
    if content.startswith(b"PAR1"):
        for column in pq.read_table(io.BytesIO(content)).columns:
            yield "\n".join(map(str, column.to_pylist())).encode()
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield archive.read(name)


def _holds(layer: bytes, secret: str) -> bool:
    return any(secret.encode(encoding) in layer for encoding in ("utf-8", "utf-16-le"))
