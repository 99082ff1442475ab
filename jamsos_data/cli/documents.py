"""`report`, `slides` and `tables`: what the pages say as PDF, PowerPoint and XLSX, for scheduled jobs and mail."""

import argparse
from pathlib import Path

import polars as pl

from jamsos_data.cli.asked import Asked
from jamsos_data.errors import UserError
from jamsos_data.exports.documents import make_document
from jamsos_data.formats import format_moment, format_month
from jamsos_data.lake_view import LakeView
from jamsos_data.messages import load_messages
from jamsos_data.periods import add_months


def report(options: argparse.Namespace) -> int:
    """Write the monthly report as PDF."""
    return _write("report", options)


def slides(options: argparse.Namespace) -> int:
    """Write the slides as PowerPoint."""
    return _write("slides", options)


def tables(options: argparse.Namespace) -> int:
    """Write the tables as a workbook."""
    return _write("tables", options)


def _view(options: argparse.Namespace) -> LakeView:
    """What is looked at. Raises UserError for a month without participants."""
    asked = Asked.of(options, main="kepesertaan")
    reference, (people, potensi) = asked.reference, asked.frames("kepesertaan", "potensi")
    bulan = asked.month("kepesertaan")
    months = people.select(pl.col("periode").unique().sort()).collect()["periode"].to_list()
    if bulan not in months:
        ends = [format_month(month, language=options.bahasa) for month in (*months[:1], *months[-1:])]
        if not ends:
            raise UserError("cli.no_month", kind="kepesertaan", lake=asked.lake.location)
        named = format_month(bulan, language=options.bahasa)
        raise UserError("cli.month_without_data", month=named, first=ends[0], last=ends[-1])
    held = set(potensi.select(pl.col("basis").unique()).collect()["basis"])
    bases = [basis for basis in reference.codes("basis") if basis in held]
    before = add_months(bulan, -1)
    view = LakeView(
        reference=reference,
        bulan=bulan,
        banding=before if before in months else None,
        segmen=asked.code("segmen", options.segmen) or reference.segmen_tree.root,
        sumber_dana=asked.code("sumber_dana", options.sumber),
        dengan_jakon=not options.tanpa_jakon,
        basis=asked.code("basis", options.basis) or next(iter(bases), None),
        wilayah=asked.area() or reference.kabupaten,
        keluarga=asked.code("keluarga_target", options.keluarga) or reference.codes("keluarga_target")[0],
        lake=asked.lake,
        versions=asked.versions,
    )
    return view.only_comparable()


def _write(name: str, options: argparse.Namespace) -> int:
    words, view = load_messages(options.bahasa), _view(options)
    changed = view.changed
    moment = "" if changed is None else format_moment(changed, language=options.bahasa)
    content = make_document(name, view, words, state=words("cli.state", moment=moment) if moment else "")
    file = Path(options.out)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    print(words("cli.written", file=file))
    return 0
