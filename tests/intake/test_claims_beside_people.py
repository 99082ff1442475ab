"""Claims and benefits by programme are no participants, and money that was claimed is no contribution."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, KECAMATAN, Rows, codes, finding, read, xlsx_of

OPEN = {key: value for key, value in GIVEN.items() if key != "program"}
EVERYTHING = [
    "PESERTA_PER_PROGRAM", "PROGRAM_TERPISAH", "KOLOM_DIJUMLAHKAN_RAGU", "KOLOM_ANGKA_TIDAK_DIKENAL",
    "KOLOM_NILAI_DIANGGAP", "KOLOM_SEKELOMPOK",
]  # fmt: skip


def _table(*headers: list[str], columns: int = 2, times: int = 1) -> bytes:
    rows: Rows = [[area, *[(n + 3) * times] * columns] for n, area in enumerate(KECAMATAN)]
    return xlsx_of({"S": [["REKAP DATA"], *headers, *rows]})


@pytest.mark.parametrize("given", [OPEN, GIVEN])
@pytest.mark.parametrize(
    "heading",
    [
        "Klaim", "Jumlah Klaim", "Kasus", "Jumlah Kasus", "Santunan", "Penerima Santunan", "Manfaat", "Jumlah Manfaat",
        "Pembayaran Manfaat", "Nominal (Rp)", "Rupiah",
    ],
)  # fmt: skip
def test_claims_and_money_of_jkk_and_jkm_are_never_proposed_as_people(
    heading: str, given: dict[str, str]
) -> None:
    content = _table(["Kecamatan", heading, ""], ["", "JKK", "JKM"])
    for accepted in ([], EVERYTHING):
        report = read(content, kind="kepesertaan", given=given, accepted=accepted)
        assert (report.outcome, report.totals) == ("refused", {}), codes(report)
        assert f"{heading} / JKK" in finding(report, "KOLOM_NILAI_TIDAK_ADA").message("id")


@pytest.mark.parametrize("heading", ["Jumlah Klaim", "Manfaat", "Santunan"])
@pytest.mark.parametrize("is_beneath", [False, True])
def test_claims_beside_people_by_programme_are_told_as_unused_and_not_added(
    heading: str, *, is_beneath: bool
) -> None:
    headers = (
        (["Kecamatan", "JKK", "", "JKM", ""], ["", "Peserta", heading, "Peserta", heading])
        if is_beneath
        else (["Kecamatan", "Jumlah Peserta", "", heading, ""], ["", "JKK", "JKM", "JKK", "JKM"])
    )
    report = read(_table(*headers, columns=4), given=OPEN, accepted=EVERYTHING)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 63}), codes(report)
    unused = finding(report, "KOLOM_TIDAK_DIPAKAI").message("id")
    assert ("JKK / " + heading if is_beneath else heading + " / JKK") in unused


def test_those_whose_contributions_are_paid_may_be_called_receivers_of_benefits() -> None:
    content = _table(["Kecamatan", "Penerima Manfaat", ""], ["", "JKK", "JKM"])
    report = read(content, kind="kepesertaan", given=OPEN)
    assert finding(report, "PESERTA_PER_PROGRAM").column == "Penerima Manfaat / JKK"


@pytest.mark.parametrize("kind", [None, "iuran"])
def test_rupiah_that_were_claimed_are_no_contributions(kind: str | None) -> None:
    content = _table(["Kecamatan", "Jumlah Klaim (Rp)", ""], ["", "JKK", "JKM"], times=1_000_000)
    report = read(content, kind=kind, given=GIVEN, accepted=EVERYTHING)
    assert (report.outcome, report.totals) == ("refused", {}), codes(report)
