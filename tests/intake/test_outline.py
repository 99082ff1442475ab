"""The picture of a sheet: what may be seen of it where persons stand in it."""

from __future__ import annotations

import pytest

from jamsos_data.intake.report import HIDDEN
from tests.intake.sheets import GIVEN, csv_of, read

OFFICIAL = "19700101 199003 1 001"


@pytest.mark.parametrize(
    "signature", [[f"NIP. {OFFICIAL}", ""], ["NIP", OFFICIAL], [f"Nip : {OFFICIAL}", ""]]
)
def test_who_signs_beneath_a_table_hides_the_signature_and_not_the_table(signature: list[str]) -> None:
    rows = [
        ["Kecamatan", "Peserta Aktif"], ["Jati", 30], ["Bae", 40], ["Jumlah", 70], ["", ""],
        ["Camat Jati", ""], ["Siti Aminah, S.Sos.", ""], signature,
    ]  # fmt: skip
    outline = read(csv_of(rows), given=GIVEN).outlines[0]
    cells = [row.cells for row in outline.rows]
    assert cells[:4] == [("Kecamatan", "Peserta Aktif"), ("Jati", "30"), ("Bae", "40"), ("Jumlah", "70")]
    assert {text for row in cells[4:] for text in row if text} == {HIDDEN}


def test_a_number_of_a_person_among_the_rows_hides_the_whole_table() -> None:
    rows = [["Kecamatan", "Peserta Aktif", "Catatan"], ["Jati", 30, f"NIP. {OFFICIAL}"], ["Bae", 40, ""]]
    outline = read(csv_of(rows), given=GIVEN).outlines[0]
    assert {text for row in outline.rows[1:] for text in row.cells if text} == {HIDDEN}
