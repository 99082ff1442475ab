"""A name that is as near to one village as to another proposes neither: somebody has to choose."""

from __future__ import annotations

import pytest

from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.reference import load_reference
from tests.intake.sheets import GIVEN, csv_of, finding, read

MLATI = "Mlati Kidul (33.19.02.1008), Mlatinorowito (33.19.02.1009), Mlati Lor (33.19.02.2010)"


def _read(kecamatan: str, desa: str, *accepted: str) -> IntakeReport:
    header = ["Kecamatan", "Desa", "Peserta Aktif"]
    content = csv_of([header, [kecamatan, desa, 5], ["Dawe", "Japan", 6]])
    return read(content, given=GIVEN, accepted=accepted)


@pytest.mark.parametrize(
    ("kecamatan", "desa", "alike"),
    [
        ("Kota Kudus", "Mlati", ("Mlati Kidul", "Mlatinorowito", "Mlati Lor")),
        ("Kaliwungu", "Ds. Prambatan", ("Prambatan Kidul", "Prambatan Lor")),
        ("Undaan", "Undaan", ("Undaan Kidul", "Undaan Lor", "Undaan Tengah")),
        ("Kota Kudus", "Demanan", ("Demaan", "Demangan")),
    ],
)
def test_equal_siblings_are_named_and_none_is_proposed(
    kecamatan: str, desa: str, alike: tuple[str, ...]
) -> None:
    report = _read(kecamatan, desa)
    found = finding(report, "NAMA_MIRIP_BEBERAPA")
    assert (found.row, found.column, found.value, found.proposal) == (2, "Desa", desa, None)
    assert {name.partition(" (")[0] for name in str(found.params["other"]).split(", ")} == set(alike)
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 6})


def test_accepting_all_that_is_alike_takes_none_of_them() -> None:
    report = _read("Kota Kudus", "Mlati", "NAMA_MIRIP_BEBERAPA", "NAMA_TIDAK_DIKENAL")
    assert (report.totals, report.aliases) == ({"peserta_aktif": 6}, ())


@pytest.mark.parametrize("header", ["Desa", "Wilayah"])
def test_without_a_kecamatan_all_villages_are_compared(header: str) -> None:
    report = read(csv_of([[header, "Peserta Aktif"], ["Mlati", 5], ["Japan", 6]]), given=GIVEN)
    assert finding(report, "NAMA_MIRIP_BEBERAPA").params["other"] == MLATI


@pytest.mark.parametrize(
    ("desa", "code"),
    [("Mlati Kidol", "33.19.02.1008"), ("Mlati Norowtio", "33.19.02.1009"), ("Demangn", "33.19.02.2003")],
)
def test_a_slip_in_one_of_the_names_is_still_proposed(desa: str, code: str) -> None:
    proposal = finding(_read("Kota Kudus", desa), "NAMA_TIDAK_DIKENAL").proposal
    assert proposal is not None
    assert proposal.endswith(f"({code})")


def test_a_code_beside_the_name_decides_among_them() -> None:
    content = csv_of([["Kode", "Desa", "Peserta Aktif"], ["33.19.02.1008", "Mlati", 5]])
    report = read(content, given=GIVEN)
    assert (report.outcome, list(report.rows["kode_wilayah"])) == ("ok", ["33.19.02.1008"])


def test_what_was_chosen_is_read_but_not_remembered_for_the_next_file() -> None:
    content = csv_of([["Kecamatan", "Desa", "Peserta Aktif"], ["Kota Kudus", "Mlati", 5]])
    options = IntakeOptions(constants=GIVEN, areas={("Mlati", "33.19.02"): "33.19.02.2010"})
    report = read_upload(content, file_name="a.csv", reference=load_reference(), options=options)
    assert (list(report.rows["kode_wilayah"]), report.aliases) == (["33.19.02.2010"], ())
