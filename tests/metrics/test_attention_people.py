"""What is found about people: protection that ends, missing data, denominators."""

from __future__ import annotations

import pytest

from jamsos_data.metrics.attention_kinds import Urgency
from jamsos_data.metrics.attention_marks import rule_of
from jamsos_data.reference import Reference
from tests.metrics.attention_tables import DAWE, UNDAAN, Rows, codes, everywhere, found, people, the
from tests.metrics.tables import Engine


class TestEndingProtection:
    @pytest.mark.parametrize(
        ("until", "urgency"),
        [
            ("2026-09", None),
            ("2026-10", Urgency.URGENT),
            ("2026-11", Urgency.SOON),
            ("2026-12", Urgency.SOON),
            ("2027-01", None),
            ("2026-08", None),
            (None, None),
        ],
    )
    def test_it_is_found_within_three_months(
        self, one_engine: Engine, reference: Reference, until: str | None, urgency: Urgency | None
    ) -> None:
        rows = [*everywhere(reference), people("33.19", 40, lunas_sampai=until)]
        potensi: Rows = [{"tahun": 2026, "jumlah": 10_000}]
        findings = found(one_engine, reference, kepesertaan=rows, potensi=potensi)
        assert [one.urgency for one in findings if one.code == "BAYAR_BERAKHIR"] == (
            [urgency] if urgency else []
        )

    def test_monthly_payers_do_not_end_and_who_was_announced_does(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        """CSR's 70 were announced in August; DBHCHT's 5.000 are reported as paid to the month itself every month."""
        monthly = [people("33.19", 5_000, periode=key, lunas_sampai=key) for key in ("2026-08", "2026-09")]
        csr = [people("33.19", 70, periode=key, sumber_dana="CSR") for key in ("2026-08", "2026-09")]
        announced = [row | {"lunas_sampai": "2026-09"} for row in csr]
        potensi: Rows = [{"tahun": 2026, "jumlah": 10_000}]
        rows = [*everywhere(reference), *monthly, *announced]
        finding = the("BAYAR_BERAKHIR", found(one_engine, reference, kepesertaan=rows, potensi=potensi))
        assert finding.urgency is Urgency.URGENT
        assert (finding.params["orang"], finding.params["sumber_dana"]) == (70, "CSR")

    def test_many_people_are_urgent_earlier_and_their_points_are_told(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        rows = [*everywhere(reference), people("33.19", 640, lunas_sampai="2026-11")]
        potensi: Rows = [{"tahun": 2026, "jumlah": 10_000}]
        finding = the("BAYAR_BERAKHIR", found(one_engine, reference, kepesertaan=rows, potensi=potensi))
        assert finding.urgency is Urgency.URGENT
        assert (finding.params["orang"], finding.params["poin"]) == (640, 6.4)

    def test_without_a_denominator_it_is_found_all_the_same(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        rows = [*everywhere(reference), people("33.19", 640, lunas_sampai="2026-11")]
        assert codes(found(one_engine, reference, kepesertaan=rows)) == ["BAYAR_BERAKHIR_TANPA_POIN"]

    def test_a_part_of_the_denominator_gives_no_points(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        rows = [*everywhere(reference), people("33.19", 640, lunas_sampai="2026-11")]
        potensi: Rows = [{"tahun": 2026, "kode_wilayah": UNDAAN, "jumlah": 1_000}]
        assert codes(found(one_engine, reference, kepesertaan=rows, potensi=potensi)) == [
            "BAYAR_BERAKHIR_TANPA_POIN"
        ]


class TestMissingData:
    def test_villages_are_named_for_each_kecamatan(self, one_engine: Engine, reference: Reference) -> None:
        kutuk, wates, japan = "33.19.04.2007", "33.19.04.2013", "33.19.09.2017"
        rows = [row for row in everywhere(reference) if row["kode_wilayah"] not in (kutuk, wates, japan)]
        findings = found(one_engine, reference, kepesertaan=rows)
        assert {one.kode_wilayah: one.params["desa"] for one in findings} == {
            UNDAAN: (kutuk, wates),
            DAWE: (japan,),
        }
        assert {one.code for one in findings} == {"DESA_TANPA_DATA"}

    def test_a_kecamatan_without_any_row_is_one_finding(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        rows = [row for row in everywhere(reference) if not str(row["kode_wilayah"]).startswith(UNDAAN)]
        assert codes(found(one_engine, reference, kepesertaan=rows)) == ["KECAMATAN_TANPA_DATA"]

    def test_a_kecamatan_known_as_a_whole_has_no_village_missing(
        self, one_engine: Engine, reference: Reference
    ) -> None:
        assert (
            found(one_engine, reference, kepesertaan=[people(kode, 5) for kode in reference.kecamatan]) == []
        )

    def test_a_month_without_any_row_is_urgent(self, one_engine: Engine, reference: Reference) -> None:
        findings = found(one_engine, reference, kepesertaan=[people("33.19", 5, periode="2026-08")])
        assert [(one.code, one.urgency) for one in findings] == [("BULAN_TANPA_DATA", Urgency.URGENT)]


def test_a_denominator_that_changed_within_a_year_is_pointed_out(
    one_engine: Engine, reference: Reference
) -> None:
    potensi: Rows = [{"tahun": 2025, "jumlah": 485_049}, {"tahun": 2026, "jumlah": 466_000}]
    finding = the(
        "PENYEBUT_BERUBAH", found(one_engine, reference, kepesertaan=everywhere(reference), potensi=potensi)
    )
    assert (finding.params["potensi_lama"], finding.params["potensi"]) == (485_049, 466_000)
    same: Rows = [potensi[0], {"tahun": 2026, "jumlah": 485_100}]
    assert found(one_engine, reference, kepesertaan=everywhere(reference), potensi=same) == []


def test_a_denominator_that_is_not_complete_yet_has_not_changed(
    one_engine: Engine, reference: Reference
) -> None:
    potensi: Rows = [
        {"tahun": 2025, "jumlah": 485_049},
        {"tahun": 2026, "kode_wilayah": UNDAAN, "jumlah": 40_000},
    ]
    assert found(one_engine, reference, kepesertaan=everywhere(reference), potensi=potensi) == []


def test_who_is_paid_twice_in_a_whole_kecamatan_is_told_with_what_was_compared(
    one_engine: Engine, reference: Reference
) -> None:
    payment = {"periode": "2026-09", "segmen": "RENTAN", "nilai": 1_000, "bulan_dibayar": 1}
    rows = [
        payment | {"kode_wilayah": UNDAAN, "sumber_dana": "DBHCHT", "peserta_dibayar": 40},
        payment | {"kode_wilayah": "33.19.04.2003", "sumber_dana": "ADD", "peserta_dibayar": 30},
    ]
    active = people(UNDAAN, 55, segmen="RENTAN")
    [one] = [
        finding
        for finding in found(one_engine, reference, kepesertaan=[active], iuran=rows)
        if finding.code == "BAYAR_GANDA_KECAMATAN"
    ]
    told = (one.kode_wilayah, one.orang, one.params["dibayar"], one.params["aktif"], one.params["sumber"])
    assert told == (UNDAAN, 15, 70, 55, ("ADD", "DBHCHT"))
    assert rule_of(one) == "BAYAR_GANDA"
