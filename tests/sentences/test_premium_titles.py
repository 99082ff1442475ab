"""The titles over the pictures and tables of iuran."""

from __future__ import annotations

import pandas as pd

from jamsos_data.messages import load_messages
from jamsos_data.reference import load_reference
from jamsos_data.sentences.premium_titles import doubles_title, unjudged_sentence

ID = load_messages("id")
NONE = pd.DataFrame({"kode_wilayah": pd.array([], dtype="str"), "lebih": pd.array([], dtype="int64")})
UNJUDGED = pd.DataFrame(
    {
        "wilayah": ["Jekulo", "Undaan"],
        "segmen": ["BURUH_TANI", "RT_RW"],
        "peserta_dibayar": [1_070, 30],
        "peserta_aktif": [10, 20],
        "alasan": ["HANYA_KABUPATEN", "DESA_TANPA_PESERTA"],
        "banyak": [7, 3],
    }
)


def test_people_paid_for_twice_are_counted_in_desa_and_in_whole_kecamatan() -> None:
    doubles = pd.DataFrame(
        {"kode_wilayah": ["33.19.06.2010", "33.19.06.2010", "33.19.04"], "lebih": [31, 4, 15]}
    )
    assert doubles_title(doubles, UNJUDGED, ID) == (
        "50 orang mungkin dibayar lebih dari satu sumber, di 1 desa/kelurahan dan 1 kecamatan"
    )


def test_nothing_found_is_not_said_of_what_cannot_be_checked() -> None:
    assert doubles_title(NONE, UNJUDGED.iloc[:0], ID) == "Tidak ditemukan orang yang dibayar dua sumber"
    assert doubles_title(NONE, UNJUDGED, ID) == (
        "Orang yang dibayar dua sumber: belum seluruhnya dapat diperiksa"
    )


def test_where_it_cannot_be_checked_the_figures_and_the_reason_are_told() -> None:
    tree = load_reference().segmen_tree
    assert unjudged_sentence(UNJUDGED.iloc[:0], ID, tree=tree) == ""
    assert unjudged_sentence(UNJUDGED, ID, tree=tree) == (
        "Belum dapat diperiksa: Kecamatan Jekulo, Buruh tani: 1.070 orang dibayar dan 10 peserta aktif, tetapi 7"
        " peserta aktif lain hanya diketahui untuk seluruh kabupaten dan mungkin warga di sana; Kecamatan Undaan,"
        " Pengurus RT/RW: 30 orang dibayar dan 20 peserta aktif, tetapi 3 desa belum menyatakan jumlah pesertanya"
        " (0 pun perlu dinyatakan)."
    )
