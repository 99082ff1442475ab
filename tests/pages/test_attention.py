"""What needs attention on Ringkasan: all of it can be read, links lead to what explains it, gaps are named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from jamsos_data.metrics.attention_kinds import Attention, Urgency
from jamsos_data.reference import Reference, load_reference
from pages.parts.attention import explained_at
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import UNDAAN, small_lake


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


def test_findings_beyond_the_first_five_can_be_opened(open_page: OpenPage, example_lake: Path) -> None:
    app = open_page(example_lake)
    folded = [box for box in app.expander if "temuan lain" in box.label]

    assert [box.label for box in folded] == ["Lihat 3 temuan lain"]
    assert len(folded[0].get("page_link")) == 3


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
