"""What needs attention, on Ringkasan and on its own page: links lead to what explains it, gaps are named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from jamsos_data.metrics.attention_kinds import Attention, Urgency
from jamsos_data.reference import Reference, load_reference
from pages.parts.attention import explained_at
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import UNDAAN, noted_lake, shown_tables, small_lake


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference()


def finding(code: str, *, page: str, area: str = "33.19", **params: object) -> Attention:
    return Attention(code=code, urgency=Urgency.SOON, params=params, page=page, kode_wilayah=area)


class Chosen:
    """The filters of a page, as far as links look at them."""

    def __init__(self, reference: Reference, *, segmen: str = "SEMUA", sumber: str | None = None) -> None:
        self.reference, self.segmen, self.sumber_dana = reference, segmen, sumber


def links(app: AppTest) -> list[Any]:
    return [element.proto for element in app.get("page_link")]  # type: ignore[attr-defined]


def test_the_overview_shows_five_findings_and_leads_to_all_of_them(
    open_page: OpenPage, example_lake: Path
) -> None:
    *findings, last = [link.label for link in links(open_page(example_lake))]

    assert [label.partition("]")[0].partition("[")[2] for label in findings] == ["Mendesak"] * 3 + [
        "Penting"
    ] * 2
    assert findings[0].endswith(
        "hanya lunas sampai November 2026; sesudah itu cakupan turun 6,4 poin persen bila tidak diperpanjang."
    )
    assert last == "Semua temuan (12)"


def test_the_second_step_of_urgency_does_not_sound_like_the_first(
    open_page: OpenPage, example_lake: Path
) -> None:
    text = shown_text(open_page(example_lake))

    assert "Penting" in text
    assert "Segera" not in text


def test_a_link_sets_area_and_source_of_its_finding(reference: Reference) -> None:
    chosen: Any = Chosen(reference)

    assert explained_at(finding("PAGU_BERLEBIH", page="premiums", sumber_dana="CSR"), chosen) == (
        "premiums",
        {"sumber": "CSR"},
    )
    assert explained_at(finding("BAYAR_GANDA", page="premiums", area=UNDAAN), chosen) == (
        "premiums",
        {"wilayah": UNDAAN},
    )
    assert explained_at(finding("BULAN_TANPA_DATA", page="coverage"), chosen) == ("upload", {})


def test_a_link_takes_back_filters_that_the_finding_does_not_know(reference: Reference) -> None:
    chosen: Any = Chosen(reference, segmen="RENTAN", sumber="CSR")

    assert explained_at(finding("DI_BAWAH_TARGET", page="targets", area=UNDAAN), chosen) == (
        "targets",
        {"wilayah": UNDAAN, "segmen": "SEMUA", "sumber": "TIDAK_DIRINCI"},
    )


@pytest.mark.parametrize(
    ("without", "said"),
    [
        (("target",), "capaian target (belum ada data target)"),
        (("potensi",), "perubahan penyebut (belum ada data potensi)"),
        (("iuran", "anggaran"), "kecukupan pagu (belum ada data anggaran)"),
    ],
)
def test_checks_that_lack_their_data_are_named(
    open_page: OpenPage, tmp_path: Path, without: tuple[str, ...], said: str
) -> None:
    text = shown_text(open_page(small_lake(tmp_path, without=without)))

    assert "Belum dapat diperiksa: " in text
    assert said in text


def test_without_any_other_data_nothing_is_called_fine(open_page: OpenPage, tmp_path: Path) -> None:
    others = ("potensi", "target", "iuran", "anggaran")
    text = shown_text(open_page(small_lake(tmp_path, without=others), bulan="2026-08"))

    assert "Tidak ada temuan" not in text


def test_nothing_is_unchecked_on_the_complete_example(open_page: OpenPage, example_lake: Path) -> None:
    assert "Belum dapat diperiksa" not in shown_text(open_page(example_lake))


def test_the_page_marks_news_folds_away_what_is_handled_and_shows_again_what_grew(
    open_page: OpenPage, tmp_path: Path
) -> None:
    place = noted_lake(tmp_path)
    app = open_page(place, "attention")
    text = shown_text(app)

    assert "**7 temuan per September 2026**: 1 mendesak dan 6 penting." in text
    assert "1 di antaranya baru sejak rapat terakhir. 1 temuan lain sudah ditangani." in text
    assert "Muncul lagi karena ukurannya naik dari 100 orang menjadi 180 orang." in text
    assert "Ditangani Sri \\*W\\*, 14 Oktober 2026: Dibahas TAPD." in text
    assert "Yang menindaklanjuti: Camat bersama BPJS Ketenagakerjaan" in text
    assert [box.label for box in app.expander] == [
        "Sudah ditangani (1)",
        "Aturan, ambang, dan yang menindaklanjuti",
    ]
    assert "Kecamatan Kaliwungu belum mempunyai data kepesertaan untuk September 2026.|–|Kaliwungu" in (
        shown_tables(app)
    )

    by_label = {button.label: button for button in app.button}
    by_label["Batalkan catatan rapat ini"].click()
    by_label["Batalkan tanda"].click()
    again = shown_text(app.run())
    assert "**8 temuan per September 2026**: 1 mendesak dan 7 penting." in again
    assert "Belum ada rapat yang dicatat" in again
    assert "Sudah ditangani" not in "".join(box.label for box in app.expander)

    open_rules = open_page(place, "attention")
    open_rules.session_state["aturan_terbuka"] = True
    rules = "\n".join(table.value.to_csv(index=False) for table in open_rules.run().table)
    assert "Akhir masa bayar yang diberitahukan 3 bulan ke depan" in rules
    assert "Pembayaran kedua dari satu sumber dana untuk orang yang sama tidak ditemukan" in shown_text(
        open_rules
    )
    assert "Temuan yang sudah ditangani muncul lagi bila ukurannya naik 10 persen atau lebih" in rules
