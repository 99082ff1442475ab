"""The page Panduan: generated from the declarations, searchable, complete in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jamsos_data.datasets import DATASETS, Dataset
from jamsos_data.messages import load_messages
from jamsos_data.reference import Reference, load_reference
from pages.parts.guide.codes import tree_table
from pages.parts.guide.dictionary import column_table, dictionary_entries
from pages.parts.guide.entries import Entry, find_entries
from pages.parts.guide.preparing import needed_columns
from pages.parts.guide.sources import read_sources
from pages.parts.guide.tariffs import is_open, lowest_package, tariff_table
from pages.parts.guide.terms import term_entries
from pages.parts.language import CATALOGUES
from tests.pages.conftest import OpenPage, shown_text

TABS = [
    "Cara membaca",
    "Menyiapkan berkas",
    "Kamus data",
    "Segmen & sumber dana",
    "Tarif",
    "Inpres 2/2021",
    "Rujukan",
]


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.mark.parametrize("tab", TABS)
def test_every_section_opens(open_page: OpenPage, tmp_path: Path, tab: str) -> None:
    app = open_page(tmp_path / "data", "guide")
    app.session_state["guide_tabs_id"] = tab
    app.run()

    assert not app.exception
    (shown,) = [one for one in app.tabs if one.label == tab]
    assert len(shown.markdown) > 0


def test_a_search_finds_a_source_by_its_code_and_a_word_that_is_nowhere_finds_nothing(
    open_page: OpenPage, tmp_path: Path
) -> None:
    app = open_page(tmp_path / "data", "guide")
    app.text_input(key="guide_search").input("dbhcht").run()
    assert "**DBHCHT (`DBHCHT`)**" in shown_text(app)
    app.text_input(key="guide_search").input("zzzz").run()
    assert "Tidak ada temuan untuk “zzzz”" in shown_text(app)


def test_a_search_wants_every_word_and_puts_titles_first() -> None:
    body = Entry(title="Cakupan", text="peserta aktif dibagi potensi", section="terms")
    title = Entry(title="Peserta aktif", text="orang", section="terms")
    other = Entry(title="Peserta terdaftar", text="belum tentu dibayar", section="terms")

    assert find_entries([body, title, other], "peserta akt") == (title, body)
    assert find_entries([body, title, other], "  ") == ()


@pytest.mark.parametrize("declared", DATASETS.values(), ids=lambda declared: declared.name)
def test_the_dictionary_holds_every_column_as_declared(declared: Dataset) -> None:
    table = column_table(declared)

    assert list(table["Nama di berkas"]) == list(declared.names)
    assert all(table["Arti"].str.len() > 0)
    titles = {entry.title for entry in dictionary_entries()}
    assert {f"{column.title.id} ({declared.title.id})" for column in declared.columns} <= titles


def test_what_a_file_needs_follows_from_the_declarations() -> None:
    table = needed_columns().set_index("Kumpulan data")

    assert table.at["Kepesertaan aktif", "Wajib ada"] == "wilayah, peserta aktif"
    assert table.at["Kepesertaan aktif", "Boleh diisi sekali"] == "bulan, segmen, sumber dana, paket program"
    assert table.at["Kepesertaan aktif", "Boleh ditambahkan"] == "lunas sampai"


@pytest.mark.parametrize("table", ["segmen", "sumber_dana"])
def test_a_tree_lists_every_code_once_with_children_under_their_parent(
    reference: Reference, table: str
) -> None:
    shown = tree_table(reference, table)
    codes = list(shown["Kode"])
    parents = dict(zip(reference.table(table)["kode"], reference.table(table)["induk"], strict=True))

    assert sorted(codes) == sorted(parents)
    assert all(codes.index(parent) < codes.index(code) for code, parent in parents.items() if parent)


def test_the_lowest_contribution_is_that_of_the_tariff_table(reference: Reference) -> None:
    assert lowest_package(reference) == (("JKK", 10_000), ("JKM", 6_800))


def test_tariffs_that_are_not_settled_carry_a_question_mark(reference: Reference) -> None:
    shown = tariff_table(reference)
    asked = shown[shown["Catatan"].str.startswith("?")]

    assert {"APBDes", "CSR/TJSL"} <= set(asked["Pembayar"])
    assert not is_open("Perlu data upah")


def test_every_note_of_the_reference_tables_is_translated(reference: Reference) -> None:
    english = load_messages("en", CATALOGUES)
    notes = {
        note
        for table, column in (
            ("tarif", "dasar_hukum"),
            ("tarif", "catatan"),
            ("segmen", "catatan"),
            ("sumber_dana", "catatan"),
            ("basis", "catatan"),
        )
        for note in reference.table(table)[column]
        if note
    }

    assert {note for note in notes if f"guide.note.{note}" not in english} == set()


def test_sources_are_plain_text_of_known_topics() -> None:
    sources = read_sources()
    words = load_messages("id", CATALOGUES)

    assert not sources["address"].str.contains("://").any()
    assert all(f"guide.sources.{topic}" in words for topic in sources["topic"])
    assert (sources[["publisher", "about", "about_en", "address"]] != "").all(axis=None)


def test_the_terms_that_trap_readers_are_explained() -> None:
    titles = {entry.title for entry in term_entries()}

    assert {
        "Peserta aktif",
        "Potensi",
        "Cakupan",
        "UCJ",
        "Poin persen",
        "Pagu, realisasi, estimasi",
    } <= titles


def test_tariffs_in_indonesian_have_decimal_commas(reference: Reference) -> None:
    cells = [str(cell) for row in tariff_table(reference).to_numpy() for cell in row]

    assert any("0,54 / 0,89 / 1,27 / 1,74 %" in cell for cell in cells)
    assert [cell for cell in cells if re.search(r"\d\.\d{1,2}(?!\d)", cell)] == []
