"""What a command that reads the lake was asked for: which data, month, codes and area."""

import argparse
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from jamsos_data.cli.codes import find_area, find_code, find_month, find_versions
from jamsos_data.errors import UserError
from jamsos_data.formats import format_month
from jamsos_data.lake import Lake, lake_folder
from jamsos_data.messages import Messages, load_messages
from jamsos_data.reference import Reference


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What commands share that read the lake: the lake at the versions asked for, and how to answer."""

    options: argparse.Namespace
    lake: Lake
    reference: Reference
    versions: dict[str, int]

    @classmethod
    def of(cls, options: argparse.Namespace, *, main: str) -> "Asked":
        """The lake named by the options; a version without a data set is one of `main`."""
        lake = Lake(lake_folder(options.lake))
        versions = lake.versions() | find_versions(options.versi, main=main, lake=lake)
        return cls(options=options, lake=lake, reference=lake.reference(versions), versions=versions)

    @property
    def words(self) -> Messages:
        """The messages in the language asked for."""
        return load_messages(self.options.bahasa)

    def frames(self, *kinds: str) -> list[pl.LazyFrame]:
        """The data sets, each at the version asked for."""
        return [self.lake.scan(kind, version=self.versions.get(kind)) for kind in kinds]

    def month(self, *kinds: str) -> datetime:
        """The month asked for, else the newest in the first of `kinds` that has one."""
        if self.options.bulan is not None:
            return find_month(self.options.bulan)
        for frame in self.frames(*kinds):
            newest = frame.select(pl.col("periode").max()).collect().item()
            if newest is not None:
                return newest
        raise UserError("cli.no_month", kind=kinds[0], lake=self.lake.location)

    def code(self, table: str, text: str | None) -> str | None:
        """The code that `text` stands for; None when the option was not used."""
        return None if text is None else find_code(table, text, self.reference)

    def area(self) -> str | None:
        """The code of the area to stay inside."""
        return None if self.options.dalam is None else find_area(self.options.dalam, self.reference)

    def with_example(self) -> bool:
        """Whether rows of the example data are among what was read."""
        return any(
            not frame.filter(pl.col("asal") == "contoh").head(1).collect().is_empty()
            for frame in self.frames(*self.versions)
        )

    def heading(self, key: str, bulan: datetime) -> list[str]:
        """The lines above a table for people."""
        versions = ", ".join(f"{kind} {version}" for kind, version in self.versions.items())
        lines = [self.words(key, month=format_month(bulan, language=self.options.bahasa))]
        lines.append(self.words("cli.versions", versions=versions or "–"))
        return [*lines, self.words("export.example")] if self.with_example() else lines
