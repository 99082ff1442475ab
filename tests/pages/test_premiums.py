"""Iuran & sumber dana: paid, budgeted and estimated apart; months left; people without tariff; villages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jamsos_data.formats import format_rupiah_short
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import shown_tables, small_lake
from tests.published.command import ask

SPACE = "\N{NO-BREAK SPACE}"


def test_the_sentence_says_who_paid_and_how_much_of_the_budget_is_used(
    open_page: OpenPage, tmp_path: Path
) -> None:
    text = shown_text(open_page(small_lake(tmp_path), "premiums"))

    assert "Januari s.d. September 2026 iuran Rp15,5 juta dibayar untuk Kudus oleh 1 sumber dana" in text
    assert f"sudah membayar Rp15,5 juta dari pagu Rp200,0 juta (7,7{SPACE}%)." in text
    assert "Semua pagu yang dapat dihitung cukup sampai Desember." in text


def test_pagu_realisasi_and_estimasi_stand_in_columns_of_their_own(
    open_page: OpenPage, tmp_path: Path
) -> None:
    table = shown_tables(open_page(small_lake(tmp_path), "premiums"))
    row = next(line for line in table.splitlines() if line.startswith("DBHCHT|Rp200.000.000"))

    assert row.startswith(f"DBHCHT|Rp200.000.000|Rp15.456.000|7,73{SPACE}%|11,9|920|Rp15.456.000|")
    # March 600, August 800, September 920 people × Rp16.800; twelve months of September; the payment itself.
    assert "|Rp38.976.000|Rp185.472.000|Rp15.456.000|Rp15.456.000|0|" in row


def test_people_without_a_tariff_are_named_and_stand_in_no_estimate(
    open_page: OpenPage, tmp_path: Path
) -> None:
    text = shown_text(open_page(small_lake(tmp_path), "premiums"))

    assert "60 orang pada September 2026 tanpa tarif yang diketahui" in text
    assert "Peserta tanpa tarif: 60 orang" in text
    assert "Estimasi iuran Sep 2026: Rp15,5 juta" in text


def test_a_budget_that_ends_early_is_said_first(open_page: OpenPage, example_lake: Path) -> None:
    text = shown_text(open_page(example_lake, "premiums"))

    assert "bila bulan yang sudah dibayar di muka tidak dihitung: DBHCHT" in text
    assert "**DBHCHT**: pagu Rp5.600.000.000 di bawah estimasi setahun" in text


def test_the_uncertain_discount_is_noted_for_the_payers_it_concerns(
    open_page: OpenPage, example_lake: Path
) -> None:
    text = shown_text(open_page(example_lake, "premiums"))

    assert "Belum pasti apakah potongan PP 50/2025" in text
    assert "CSR/TJSL: estimasi memakai tarif penuh" in text
    assert "Belum pasti" not in shown_text(open_page(example_lake, "premiums", bulan="2025-12"))


def test_villages_that_budget_and_that_do_not_are_counted_without_kelurahan(
    open_page: OpenPage, example_lake: Path
) -> None:
    app = open_page(example_lake, "premiums")

    title = re.search(r"(\d+) desa menganggarkan iuran, (\d+) belum", shown_text(app))
    assert title
    states = [
        line.split("|")[2]
        for line in shown_tables(app).splitlines()
        if "|33.19." in line and line.count("|") == 5
    ]
    assert (states.count("menganggarkan"), states.count("belum")) == tuple(map(int, title.groups()))
    assert len(states) == 123


def test_differences_are_listed_with_the_likely_reason(open_page: OpenPage, example_lake: Path) -> None:
    app = open_page(example_lake, "premiums")

    assert "10 pembayaran berbeda dari orang × tarif × bulan" in shown_text(app)
    assert (
        "|kurang Rp344.400|tarif lain (bulan atau pembayar lain)|Pendapatan asli desa|Rp344.400|Rp688.800"
        in shown_tables(app)
    )


def test_one_source_is_followed_by_the_page(open_page: OpenPage, example_lake: Path) -> None:
    text = shown_text(open_page(example_lake, "premiums", sumber="DBHCHT"))

    assert "oleh 1 sumber dana, terbanyak DBHCHT" in text
    assert "Peserta tanpa tarif: 0 orang" in text


def test_without_construction_the_page_shows_what_the_command_line_answers(
    open_page: OpenPage, example_lake: Path
) -> None:
    rows = ask(example_lake, "premiums", "2026-09", "--tanpa-jakon")
    paid = format_rupiah_short(sum(row["realisasi"] or 0 for row in rows))
    everything = format_rupiah_short(
        sum(row["realisasi"] or 0 for row in ask(example_lake, "premiums", "2026-09"))
    )

    for page in ("premiums", "summary"):
        assert f"Iuran dibayar 2026: {paid}" in shown_text(open_page(example_lake, page, jakon="tanpa"))
        assert f"Iuran dibayar 2026: {everything}" in shown_text(open_page(example_lake, page))
    assert paid != everything


@pytest.mark.parametrize(
    ("without", "sentence"),
    [
        ("iuran", "Belum ada data iuran, jadi realisasi belum dapat ditampilkan."),
        ("anggaran", "Belum ada data pagu, jadi serapan dan bulan tersisa belum dapat dihitung."),
    ],
)
def test_what_is_missing_is_said_and_the_rest_is_shown(
    open_page: OpenPage, tmp_path: Path, without: str, sentence: str
) -> None:
    app = open_page(small_lake(tmp_path, without=(without,)), "premiums")

    assert sentence in shown_text(app)
    assert len(app.metric) == 4
    assert not app.exception


def test_english_is_english_throughout(open_page: OpenPage, example_lake: Path) -> None:
    app = open_page(example_lake, "premiums", bahasa="en")
    text = shown_text(app)

    assert "From January to September 2026" in text
    for word in ("Iuran", "dibayar", "belum", " orang", "Pagu", "sumber"):
        assert word not in text


@pytest.mark.parametrize(
    "address",
    [
        {"wilayah": "33.19.04"},
        {"wilayah": "33.19.04.2003"},
        {"segmen": "RT_RW"},
        {"segmen": "JAKON"},
        {"sumber": "APBDES"},
        {"bulan": "2023-10"},
    ],
    ids=str,
)
def test_every_choice_has_an_answer_without_failing(
    open_page: OpenPage, example_lake: Path, address: dict[str, str]
) -> None:
    app = open_page(example_lake, "premiums", **address)

    assert not app.exception
    assert not app.error
    assert app.metric
