"""What is paid to BPJS Kesehatan is none of ours: its columns and rows are left, and so are sums that hold it."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read

PAID = {"segmen": "PERANGKAT_DESA", "sumber_dana": "APBDES", "program": "JKK+JKM", "periode": "2026-08"}
BUDGET = {"segmen": "PERANGKAT_DESA", "sumber_dana": "APBDES", "versi": "murni", "tahun": "2026"}
FIGURES = [["Jati", 1000000, 201600, 1201600], ["Bae", 800000, 168000, 968000]]


@pytest.mark.parametrize("kind", ["iuran", None])
@pytest.mark.parametrize(
    "heads",
    [
        ("BPJS Kesehatan (Rp)", "BPJS Ketenagakerjaan (Rp)", "Jumlah (Rp)"),
        ("Iuran Kesehatan", "Iuran Ketenagakerjaan", "Total Iuran (Rp)"),
        ("BPJS Kes", "BPJS TK", "Jumlah"),
        ("JKN", "JKK+JKM", "Total Iuran"),
    ],
)
def test_of_contributions_to_both_bpjs_ours_alone_are_taken(
    heads: tuple[str, str, str], kind: str | None
) -> None:
    sums = ["Jumlah", 1800000, 369600, 2169600]
    rows = [["REKAP IURAN AGUSTUS 2026"], ["Kecamatan", *heads], *FIGURES, sums]
    report = read(csv_of(rows), kind=kind, given=PAID)
    assert (report.outcome, report.totals) == ("ok", {"nilai": 369600})
    told = finding(report, "KOLOM_KESEHATAN")
    assert (told.column, told.params["summed"]) == (heads[0], 1800000)
    assert finding(report, "KOLOM_DENGAN_KESEHATAN").column == heads[2]


def test_of_a_ceiling_for_both_bpjs_ours_alone_is_taken() -> None:
    rows = [["Kecamatan", "BPJS Kesehatan", "BPJS Ketenagakerjaan", "Pagu"], *FIGURES]
    report = read(csv_of(rows), kind="anggaran", given=BUDGET)
    assert (report.outcome, report.totals) == ("ok", {"pagu": 369600})


def test_our_contributions_beside_those_of_the_other_bpjs_need_no_sum() -> None:
    heads = ["No", "Kecamatan", "BPJS Kesehatan (Rp)", "BPJS Ketenagakerjaan (Rp)"]
    rows = [heads, *([number, *row[:3]] for number, row in enumerate(FIGURES, 1))]
    report = read(csv_of(rows), kind="iuran", given=PAID)
    assert (report.outcome, report.totals) == ("ok", {"nilai": 369600})


def test_a_sum_that_may_hold_the_other_bpjs_is_asked_about() -> None:
    rows = [
        ["Kecamatan", "Iuran BPJS Kesehatan", "Jumlah Iuran"],
        *([row[0], row[1], row[3]] for row in FIGURES),
    ]
    report = read(csv_of(rows), kind="iuran", given=PAID)
    assert (report.outcome, finding(report, "KOLOM_MUNGKIN_DENGAN_KESEHATAN").column) == (
        "problems",
        "Jumlah Iuran",
    )


def test_participants_of_the_other_bpjs_are_not_taken_for_ours() -> None:
    rows = [["Kecamatan", "Peserta JKN", "Peserta Aktif"], ["Jati", 5000, 30], ["Bae", 4000, 40]]
    report = read(csv_of(rows), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 70})
    assert "KOLOM_MUNGKIN_DENGAN_KESEHATAN" not in codes(report)


def test_rows_of_the_other_bpjs_are_left_out_once_somebody_agrees() -> None:
    rows = [
        ["Kecamatan", "Uraian", "Realisasi (Rp)"],
        ["Jati", "Iuran BPJS Kesehatan Perangkat", 1000000],
        ["Jati", "Iuran BPJS Ketenagakerjaan Perangkat", 201600],
        ["", "Jumlah", 1201600],
    ]
    report = read(csv_of(rows), kind="iuran", given=PAID)
    told = finding(report, "BARIS_KESEHATAN")
    assert (report.outcome, told.value, told.params["summed"]) == ("problems", "bpjs kesehatan", 1000000)
    agreed = read(csv_of(rows), kind="iuran", given=PAID, accepted=["BARIS_KESEHATAN"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"nilai": 201600})


@pytest.mark.parametrize("text", ["Tenaga Kesehatan", "Dinas Kesehatan", "BPJS Kes dan TK"])
def test_workers_and_offices_of_health_are_ours(text: str) -> None:
    rows = [["Kecamatan", "Uraian", "Iuran"], ["Jati", text, 201600], ["Bae", "Dinas Sosial", 168000]]
    report = read(csv_of(rows), kind="iuran", given=PAID)
    assert report.totals == {"nilai": 369600}
    assert "BARIS_KESEHATAN" not in codes(report)
