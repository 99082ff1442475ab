"""Every card tells where its number comes from, once somebody asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from jamsos_data.lake import Lake
from tests.metrics.tables import month
from tests.pages.conftest import OpenPage, shown_text
from tests.pages.small_lake import UNDAAN, put, small_lake

SPACE = "\N{NO-BREAK SPACE}"
CARDS = {
    "summary": [
        "Cakupan = peserta aktif ÷ potensi × 100",
        "Peserta aktif = orang",
        "Kurang ke target =",
        "Dibayar =",
    ],
    "coverage": ["Cakupan =", "Peserta aktif =", "Belum terlindungi = potensi", "Belum terpetakan = peserta"],
    "targets": ["Kurang ke target =", "Tambahan per bulan =", "Laju = ", "Belum terlindungi ="],
    "premiums": ["Dibayar =", "Pagu = jumlah", "Estimasi sebulan =", "Tanpa tarif ="],
}


@pytest.mark.parametrize("page", CARDS)
def test_a_card_is_taken_apart_when_it_is_opened_and_not_before(
    open_page: OpenPage, tmp_path: Path, page: str
) -> None:
    """September: 980 of 2.200, and 20 people whom sri added in Undaan; the other rows came with unknown files."""
    place = small_lake(tmp_path)
    again = {"periode": month("2026-09"), "segmen": "RENTAN", "sumber_dana": "CSR", "program": "JKK+JKM"}
    put(Lake(place), "kepesertaan", [{**again, "kode_wilayah": UNDAAN, "peserta_aktif": 20}], asal="a1" * 6)
    app = open_page(place, page)
    closed = shown_text(app)
    for number in range(4):
        app.session_state[f"trace_{number}"] = True
    text = shown_text(app.run()).replace(SPACE, " ")

    assert not app.exception
    for formula in CARDS[page]:
        assert formula not in closed
        assert formula in text
    if page in ("summary", "coverage"):
        assert (
            "- Peserta aktif (orang): **1.000**\n- Potensi (orang), potensi BPJS/Bappenas 2026: **2.200**"
            in text
        )
        assert "- Hasil: **45,45 %**" in text
        assert "4 baris data **Kepesertaan aktif**" in text
        assert "4 baris data **Potensi pekerja**" in text
        assert "kepesertaan.csv · " in text
        assert " · sri · versi 2" in text
    if page == "targets":
        assert "- Target dalam orang: **1.100**" in text
        assert "- Dasar target: **Perbup contoh**" in text
