"""Numbers of people of a segment beside a column of rupiah are no rupiah themselves."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, csv_of, finding, read, values

PAID = {"sumber_dana": "APBDES", "program": "JKK+JKM", "periode": "2026-08"}
BUDGET = {"sumber_dana": "APBDES", "versi": "murni", "tahun": "2026"}


@pytest.mark.parametrize("kind", ["iuran", None])
@pytest.mark.parametrize(
    "people, money",
    [
        ("Linmas", "Iuran (Rp)"),
        ("RT/RW", "Iuran"),
        ("Jml Linmas", "Iuran BPJS TK (Rp)"),
        ("Perangkat Desa", "Realisasi Iuran"),
        ("Linmas", "Jumlah Iuran"),
    ],
)
def test_people_of_a_segment_are_paid_for_with_the_rupiah_beside_them(
    people: str, money: str, kind: str | None
) -> None:
    rows = [["Kecamatan", people, money], ["Jati", 30, 504000], ["Bae", 20, 336000], ["Jumlah", 50, 840000]]
    report = read(csv_of(rows), kind=kind, given=PAID)
    assert (report.outcome, report.kind) == ("ok", "iuran")
    assert report.totals == {"nilai": 840000, "peserta_dibayar": 50}
    assert len(set(report.rows["segmen"])) == 1
    assert finding(report, "KOLOM_ORANG_BUKAN_RUPIAH").column == people


def test_rt_and_rw_are_added_as_people_beside_what_is_paid_for_them() -> None:
    rows = [["Kecamatan", "RT", "RW", "Iuran (Rp)"], ["Jati", 30, 6, 604800], ["Bae", 20, 4, 403200]]
    report = read(csv_of(rows), kind="iuran", given=PAID)
    assert (report.outcome, set(report.rows["segmen"])) == ("ok", {"RT_RW"})
    assert report.totals == {"nilai": 1008000, "peserta_dibayar": 60}


def test_an_honorarium_is_no_contribution_and_hides_no_people() -> None:
    head = ["Kecamatan", "Jml RT/RW", "Honor (Rp)", "Iuran BPJS TK (Rp)"]
    rows = [head, ["Jati", 30, 9000000, 504000], ["Bae", 20, 6000000, 336000]]
    report = read(csv_of(rows), kind="iuran", given=PAID)
    assert (report.outcome, report.totals) == ("ok", {"nilai": 840000, "peserta_dibayar": 50})
    assert "KOLOM_MUNGKIN_HILANG" not in codes(report)


def test_people_beside_an_honorarium_alone_are_no_contributions() -> None:
    rows = [
        ["Kecamatan", "RT", "RW", "Honorarium per bulan (Rp)"],
        ["Jati", 30, 6, 500000],
        ["Bae", 20, 4, 500000],
    ]
    report = read(csv_of(rows), kind="iuran", given=PAID)
    assert (report.outcome, codes(report)) == ("refused", ["KOLOM_NILAI_TIDAK_ADA"])


def test_of_rupiah_beside_people_of_several_segments_the_segment_is_asked() -> None:
    rows = [["Kecamatan", "Perangkat", "BPD", "Iuran (Rp)"], ["Jati", 12, 9, 352800], ["Bae", 10, 7, 285600]]
    report = read(csv_of(rows), kind="iuran", given=PAID)
    assert (report.outcome, finding(report, "KOLOM_WAJIB_TIDAK_ADA").column) == ("problems", "Segmen")
    answered = read(csv_of(rows), kind="iuran", given={**PAID, "segmen": "SEMUA"})
    assert (answered.outcome, answered.totals) == ("ok", {"nilai": 638400})


def test_people_beside_a_ceiling_are_none_of_it() -> None:
    rows = [["Kecamatan", "Linmas", "Pagu (Rp)"], ["Jati", 30, 6048000], ["Bae", 20, 4032000]]
    report = read(csv_of(rows), kind="anggaran", given=BUDGET)
    assert (report.outcome, report.totals) == ("ok", {"pagu": 10080000})
    assert values(report, "segmen") == [("LINMAS",), ("LINMAS",)]


@pytest.mark.parametrize("total", [840000, 840001])
def test_rupiah_by_segment_stay_rupiah_beside_their_sum(total: int) -> None:
    rows = [
        ["Kecamatan", "RT/RW", "Linmas", "Jumlah Iuran"],
        ["Jati", 504000, 336000, total],
        ["Bae", 16800, 0, 16800],
    ]
    report = read(csv_of(rows), kind="iuran", given=PAID)
    assert report.totals == {"nilai": 856800}
    assert "KOLOM_ORANG_BUKAN_RUPIAH" not in codes(report)


def test_small_payments_beside_a_great_ceiling_stay_payments() -> None:
    rows = [["Kecamatan", "RT/RW", "Pagu (Rp)"], ["Jati", 16800, 600000000], ["Bae", 33600, 500000000]]
    report = read(csv_of(rows), kind="iuran", given=PAID)
    assert report.totals == {"nilai": 50400}
