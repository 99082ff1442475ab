"""Headers of which some say the payer and others do not: what is stated holds for these, and none is a dead end."""

from __future__ import annotations

from itertools import pairwise

import pytest

from jamsos_data.intake import IntakeReport
from tests.intake.sheets import GIVEN, KECAMATAN, codes, finding, read, xlsx_of

UNPAID = {name: text for name, text in GIVEN.items() if name not in ("segmen", "sumber_dana")}
PAID = {**UNPAID, "sumber_dana": "PEMBERI_KERJA"}


def _read(
    above: list[str], lowest: list[str], given: dict[str, str], accepted: tuple[str, ...] = ()
) -> IntakeReport:
    spans = [place for place, text in enumerate(above, start=1) if text] + [len(above) + 1]
    merged = [(0, one, 0, other - 1) for one, other in pairwise(spans) if other - one > 1]
    rows = [
        [name, *(10 * n + place for place in range(len(above)))] for n, name in enumerate(KECAMATAN, start=1)
    ]
    book = xlsx_of({"S": [["Kecamatan", *above], ["", *lowest], *rows]}, merged={"S": merged})
    return read(book, kind="kepesertaan", given=given, accepted=accepted)


def _total(columns: int) -> int:
    return sum(10 * n + place for n in range(1, 10) for place in range(columns))


@pytest.mark.parametrize("sibling", ["APBD", "CSR", "Perusahaan"])
def test_beside_a_payer_a_word_that_is_a_segment_too_is_a_payer_whatever_was_given(sibling: str) -> None:
    report = _read(["PU", ""], ["Swasta", sibling], PAID)
    assert finding(report, "ISIAN_BERTENTANGAN").value == "PEMBERI_KERJA"
    assert (report.totals, set(report.rows["segmen"])) == ({"peserta_aktif": _total(2)}, {"PU"}), codes(
        report
    )
    agreed = _read(["PU", ""], ["Swasta", sibling], PAID, ("ISIAN_BERTENTANGAN", "INDUK_DAN_ANAK"))
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": _total(2)})


def test_a_stated_payer_holds_for_the_columns_that_name_none_and_is_told() -> None:
    above, lowest = ["PU", "", "BPU", ""], ["Swasta", "Non ASN", "Mandiri", "Rentan"]
    report = _read(above, lowest, PAID)
    found = finding(report, "ISIAN_UNTUK_SEBAGIAN")
    assert report.outcome == "problems"
    assert "untuk kolom PU / Swasta, PU / Non ASN, BPU / Rentan" in found.message("id")
    agreed = _read(above, lowest, PAID, ("ISIAN_UNTUK_SEBAGIAN",))
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": _total(4)}), codes(agreed)
    payers = {(row.segmen, row.sumber_dana) for row in agreed.rows.itertuples()}
    assert payers == {
        ("PU_SWASTA", "PEMBERI_KERJA"), ("NON_ASN", "PEMBERI_KERJA"), ("BPU", "MANDIRI"), ("RENTAN", "PEMBERI_KERJA"),
    }  # fmt: skip


def test_a_payer_that_some_columns_do_not_name_is_asked_for_with_their_headers() -> None:
    above, lowest = ["PU", "", "BPU", ""], ["BUMD", "Non ASN", "Mandiri", "Rentan"]
    report = _read(above, lowest, UNPAID)
    found = finding(report, "KOLOM_WAJIB_TIDAK_ADA")
    assert "untuk kolom PU / BUMD, PU / Non ASN, BPU / Rentan" in found.message("id")
    assert ("SEL_WAJIB_KOSONG" in codes(report), set(report.rows["segmen"])) == (False, {"BPU"})
    assert set(report.rejected["temuan"]) == {"KOLOM_WAJIB_TIDAK_ADA"}
    agreed = _read(above, lowest, UNPAID, ("KOLOM_WAJIB_TIDAK_ADA",))
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": _total(4)}), codes(agreed)
    assert set(agreed.rows["sumber_dana"]) == {"TIDAK_DIRINCI", "MANDIRI"}
