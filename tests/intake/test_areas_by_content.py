"""Areas under a header that says nothing of areas: told by their names, and taken once somebody agrees."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read

PROPOSED = "KOLOM_DIUSULKAN"
JATI, UNDAAN, BAE = "33.19.03", "33.19.04", "33.19.07"


@pytest.mark.parametrize("header", ["Uraian", "Keterangan", "Instansi", ""])
def test_kecamatan_under_any_header_are_proposed_and_read_once_somebody_agrees(header: str) -> None:
    rows = [["No", header, "Peserta Aktif"], [1, "Kec. Jati", 30], [2, "Bae", 40], ["", "Jumlah", 70]]
    asking = read(csv_of(rows), given=GIVEN)
    assert (asking.outcome, len(asking.rows), codes(asking)[0]) == ("problems", 0, PROPOSED)
    assert [found.code for found in asking.findings if found.severity == "error"] == [PROPOSED]
    assert "2 dari 2 isinya cocok untuk Kecamatan" in finding(asking, PROPOSED).message("id")
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 30, BAE: 40})
    evidence = agreed.sheets[0].columns[1].evidence
    assert evidence is not None
    assert evidence.confidence == "mungkin"


def test_kecamatan_with_their_villages_beneath_are_not_added_to_them() -> None:
    rows = [
        ["No", "Uraian", "Peserta Aktif"], ["I", "Kecamatan Jati", 30], ["a", "Desa Ploso", 10], ["b", "Megawon", 20],
        ["II", "Kecamatan Bae", 11], ["a", "Bae", 5], ["b", "Peganjaran", 6], ["", "Jumlah", 41],
    ]  # fmt: skip
    assert "TOTAL_TIDAK_COCOK" not in codes(read(csv_of(rows), given=GIVEN))
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {JATI: 30, BAE: 11})
    assert codes(agreed).count("BARIS_TOTAL_DITINGGALKAN") == 3


def test_villages_beside_their_kecamatan_wait_instead_of_standing_against_each_other() -> None:
    rows = [["Kecamatan", "Uraian", "Peserta Aktif"], ["Jati", "Ploso", 10], ["Jati", "Megawon", 20]]
    asking = read(csv_of(rows), given=GIVEN)
    assert (len(asking.rows), "KUNCI_BERTENTANGAN" in codes(asking)) == (0, False)
    assert read(csv_of(rows), given=GIVEN, accepted=[PROPOSED]).totals == {"peserta_aktif": 30}


def test_one_slip_among_names_leaves_the_proposal_and_is_told_by_itself() -> None:
    rows = [["Uraian", "Peserta Aktif"], ["Jati", 5], ["Baee", 10], ["Undaan", 20]]
    asking = read(csv_of(rows), given=GIVEN)
    assert (finding(asking, PROPOSED).params["n"], finding(asking, PROPOSED).params["filled"]) == (2, 3)
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (dict(agreed.by_kecamatan), finding(agreed, "NAMA_TIDAK_DIKENAL").value) == (
        {JATI: 5, UNDAAN: 20},
        "Baee",
    )
    strange = [["Uraian", "Peserta Aktif"], ["Semarang", 5], ["Boyolali", 10], ["Undaan", 20]]
    assert read(csv_of(strange), given=GIVEN).outcome == "refused"


def test_a_village_and_its_kecamatan_in_one_cell_are_taken_apart() -> None:
    texts = ["Ds. Ploso Kec. Jati", "Jati - Megawon", "Wates, Undaan, Kudus", "Kel. Panjunan (Kota Kudus)"]
    rows = [["Wilayah", "Peserta Aktif"], *([text, 10] for text in texts)]
    report = read(csv_of(rows), given=GIVEN)
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {"33.19.02": 10, JATI: 20, UNDAAN: 10})
    elsewhere = read(
        csv_of([["Wilayah", "Peserta Aktif"], ["Ds. Ploso Kec. Undaan", 10], ["Jati", 5]]), given=GIVEN
    )
    assert (elsewhere.outcome, dict(elsewhere.by_kecamatan)) == ("problems", {JATI: 5})


@pytest.mark.parametrize("header", ["Keterangan", "Ket.", "Catatan"])
def test_a_payer_remarked_in_every_row_is_proposed_and_one_on_some_rows_stays_a_remark(header: str) -> None:
    given = {name: text for name, text in GIVEN.items() if name != "sumber_dana"}
    rows = [
        ["No", "Desa", "Kecamatan", "Peserta Aktif", header], [1, "Ploso", "Jati", 30, "DBHCHT"],
        [2, "Peganjaran", "Bae", 40, "APBD Kabupaten"], [3, "Medini", "Undaan", 5, "DBHCHT"],
        ["", "Jumlah", "", 75, ""],
    ]  # fmt: skip
    asking = read(csv_of(rows), given=given)
    assert "3 dari 3 isinya cocok untuk Sumber dana" in finding(asking, PROPOSED).message("id")
    agreed = read(csv_of(rows), given=given, accepted=[PROPOSED])
    assert (agreed.outcome, list(agreed.rows["sumber_dana"])) == ("ok", ["DBHCHT", "APBD_KAB", "DBHCHT"])
    some = [*rows[:3], [3, "Medini", "Undaan", 5, ""], rows[-1]]
    assert PROPOSED not in codes(read(csv_of(some), given=given))
    assert read(csv_of(rows), given=GIVEN).outcome == "ok"
