"""Iuran & sumber dana: paid, budgeted and estimated apart; months left; people without tariff; villages."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import pytest

from jamsos_data.formats import format_rupiah_short
from jamsos_data.lake import Lake
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import put, shown_tables, small_lake
from tests.published.command import ask

UNDAAN = "33.19.04"
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

    # 184.544.000 left of the pagu = 11,9 months of 920 people × Rp16.800; a pagu is for its year, so to December.
    assert row == f"DBHCHT|Rp200.000.000|Rp15.456.000|7,73{SPACE}%|Desember 2026|11,9|920|Rp15.456.000"


def test_estimates_stand_in_a_table_of_their_own(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(small_lake(tmp_path), "premiums")
    app.session_state["source_details"] = True
    table = shown_tables(app.run())

    # The payment, its people × tariff × months, nothing in advance, nobody without a tariff, twelve months.
    assert "DBHCHT|Rp15.456.000|Rp15.456.000|–|–|–|–|0|Rp185.472.000" in table
    assert re.search(r"DBHCHT\|[^|]*[Mm]urni\|12,9\|", table)


def test_people_without_a_tariff_are_named_and_stand_in_no_estimate(
    open_page: OpenPage, tmp_path: Path
) -> None:
    text = shown_text(open_page(small_lake(tmp_path), "premiums"))

    assert "60 orang pada September 2026 tanpa tarif yang diketahui" in text
    assert "Peserta tanpa tarif: 60 orang" in text
    assert "Estimasi iuran Sep 2026: Rp15,5 juta" in text


def test_a_budget_that_ends_early_is_said_first(open_page: OpenPage, example_lake: Path) -> None:
    text = shown_text(open_page(example_lake, "premiums"))

    lasting = "cukup sampai November 2026 (sisa 2,1 bulan)"
    assert (
        f"Tidak cukup sampai Desember, termasuk iuran yang sudah dibayar di muka: DBHCHT {lasting}." in text
    )
    assert (
        f"**DBHCHT**: sisa pagu Rp32.580.800 dan Rp1.006.723.200 yang sudah dibayar di muka {lasting}" in text
    )
    summary = shown_text(open_page(example_lake))
    assert "hanya cukup sampai November 2026 (sisa 2,1 bulan)" in summary


def test_a_usual_reserve_is_no_alarm(open_page: OpenPage, example_lake: Path) -> None:
    for address in ({}, {"wilayah": UNDAAN}):
        assert "di atas estimasi setahun" not in shown_text(open_page(example_lake, "premiums", **address))


def test_the_share_of_the_budgets_names_the_money_it_is_a_share_of(
    open_page: OpenPage, example_lake: Path
) -> None:
    card = open_page(example_lake, "premiums", wilayah=UNDAAN).metric[0]

    assert (card.value, card.delta) == ("Rp749,0 juta", "Rp110,2 juta dari pagu")
    assert f"dari pagu Rp173,2 juta (63,6{SPACE}%)" in card.help


def test_money_known_only_for_the_regency_is_said_below_it(open_page: OpenPage, example_lake: Path) -> None:
    unmapped = f"Belum terpetakan ke kecamatan: Rp25,0 miliar (76{SPACE}% iuran Kudus)"

    for page in ("premiums", "summary"):
        assert unmapped in shown_text(open_page(example_lake, page, wilayah=UNDAAN))
        assert "Belum terpetakan ke kecamatan" not in shown_text(open_page(example_lake, page))


def test_without_payments_nothing_is_said_to_be_zero(open_page: OpenPage, tmp_path: Path) -> None:
    lake = small_lake(tmp_path, without=("iuran",))
    for page in ("premiums", "summary"):
        app = open_page(lake, page)
        text = shown_text(app)
        [card] = [metric for metric in app.metric if metric.label == "Iuran dibayar 2026"]
        assert (card.value, card.delta) == ("–", "belum ada data iuran")
        assert "Rp0" not in text
        assert "belum ada iuran yang dibayar" not in text


def test_the_page_explains_what_the_findings_say_about_people(
    open_page: OpenPage, example_lake: Path
) -> None:
    app = open_page(example_lake, "premiums")
    text, tables = shown_text(app), shown_tables(app)

    assert "Perlindungan 29.962 orang dari DBHCHT berakhir sesudah November 2026" in text
    ending = "November 2026|29.962|DBHCHT|Pekerja rentan (DTKS/DTSEN)|bulan lunas berakhir|2,1|11,1|Rp1.006.723.200"
    assert ending in tables
    assert "Tanpa perpanjangan cakupan turun dari 48,5 % menjadi 42,0 %, terbesar pada Desember 2026" in (
        text.replace("\N{NO-BREAK SPACE}", " ")
    )
    assert "Kaliwungu|4.243|65,26" in tables
    assert "31 orang mungkin dibayar lebih dari satu sumber, di 1 desa/kelurahan" in text
    assert "Hadipolo|Buruh tani|APBD provinsi dan Bagi hasil retribusi|96|65|31" in tables
    hadipolo = shown_text(open_page(example_lake, "premiums", wilayah="33.19.06.2010"))
    assert "31 orang mungkin dibayar lebih dari satu sumber" in hadipolo


def test_the_month_that_stands_out_is_explained(open_page: OpenPage, example_lake: Path) -> None:
    title = "Iuran terbanyak dibayar pada September 2026 (Rp4,6 miliar): DBHCHT membayar 3 bulan sekaligus"

    assert title in shown_text(open_page(example_lake, "premiums"))
    assert title in shown_text(open_page(example_lake))


def test_of_january_the_period_is_that_month(open_page: OpenPage, example_lake: Path) -> None:
    text = shown_text(open_page(example_lake, "premiums", bulan="2026-01"))

    assert "Pada Januari 2026 iuran" in text
    assert "s.d. Januari" not in text


def test_filters_that_change_nothing_are_named(open_page: OpenPage, tmp_path: Path) -> None:
    assert "Bulan pembanding dan basis potensi tidak mengubah halaman ini" in shown_text(
        open_page(small_lake(tmp_path), "premiums")
    )


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
    assert "|Pendapatan asli desa|kurang Rp344.400|tarif bulan atau pembayar lain" in shown_tables(app)
    app.session_state["reckoning"] = True
    assert "|Pendapatan asli desa|41|1|Rp16.800|Rp688.800|Rp344.400" in shown_tables(app.run())


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
    for table in app.dataframe:
        labels = [
            column["label"] for column in json.loads(table.proto.columns).values() if column.get("label")
        ]
        assert len(labels) == len(set(labels)) > 3
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


def test_what_desa_of_several_kecamatan_share_is_listed_for_the_regency(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """96 paid for and 65 active in a desa of Undaan and of Jekulo each, and 40 more known for Kudus only."""
    place, month = small_lake(tmp_path, without=("iuran", "kepesertaan")), datetime(2026, 9, 1)
    desa = ("33.19.04.2003", "33.19.06.2010")
    active = {"periode": month, "segmen": "BURUH_TANI", "sumber_dana": "ADD", "program": "JKK+JKM"}
    people = [active | {"kode_wilayah": kode, "peserta_aktif": 65} for kode in desa]
    put(Lake(place), "kepesertaan", [*people, active | {"kode_wilayah": "33.19", "peserta_aktif": 40}])
    paid = {"periode": month, "segmen": "BURUH_TANI", "program": "JKK+JKM", "bulan_dibayar": 1}
    payers = (("ADD", 65), ("APBD_PROV", 31))
    put(
        Lake(place),
        "iuran",
        [
            paid
            | {"kode_wilayah": kode, "sumber_dana": source, "peserta_dibayar": many, "nilai": 16_800 * many}
            for kode in desa
            for source, many in payers
        ],
    )
    app = open_page(place, "premiums")
    written = shown_tables(app).replace(SPACE, " ")
    assert "Kudus, beberapa kecamatan|Buruh tani|" in written
    assert "|192|170|22\n" in written
