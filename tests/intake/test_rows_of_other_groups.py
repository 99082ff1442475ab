"""Men on one sheet and a company on the other are not parts of one figure, nor is one a correction of the other."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, finding, read, xlsx_of

CODE = "KUNCI_BEDA_KELOMPOK"
FIRMS = GIVEN | {"segmen": "PU", "sumber_dana": "PEMBERI_KERJA"}
HEADER = ["Kecamatan", "Jumlah Peserta"]
EVERYTHING = ["KUNCI_BERTENTANGAN", "BARIS_BAGIAN_DIJUMLAHKAN", "BARIS_KEMBAR", CODE]
MIXED = [
    ("Laki-laki", "PT A"),
    ("PT A", "Laki-laki"),
    ("CV Maju", "Perempuan"),
    ("Laki-laki", "Perempuan", "PT A"),
    ("PT A", "PT B", "Perempuan"),
    ("PT A", "PT A Laki-laki"),
]


def _figures(place: int) -> list[list[object]]:
    """Jati with the same people everywhere, Bae with others on each sheet."""
    return [["Jati", 40], ["Bae", 20 + 9 * place]]


@pytest.mark.parametrize("accepted", [[], EVERYTHING])
@pytest.mark.parametrize("names", MIXED)
def test_sheets_that_part_people_by_different_things_wait_and_never_the_last_wins(
    names: tuple[str, ...], accepted: list[str]
) -> None:
    content = xlsx_of({name: [HEADER, *_figures(place)] for place, name in enumerate(names)})
    report = read(content, kind="kepesertaan", given=FIRMS, accepted=accepted)
    assert not report.totals.get("peserta_aktif"), codes(report)
    told = finding(report, CODE)
    assert (told.sheet, told.params["n"]) == (names[-1], 2 * len(names))
    assert "PT A" in told.message("id") or "CV MAJU" in told.message("id")
    assert set(report.rejected["temuan"]) == {CODE}


@pytest.mark.parametrize("accepted", [[], EVERYTHING])
@pytest.mark.parametrize("names", [names for names in MIXED if "PT A Laki-laki" not in names])
def test_headings_that_part_people_by_different_things_wait_too(
    names: tuple[str, ...], accepted: list[str]
) -> None:
    rows = [HEADER, *(line for place, name in enumerate(names) for line in ([name], *_figures(place)))]
    report = read(xlsx_of({"Data": rows}), kind="kepesertaan", given=FIRMS, accepted=accepted)
    assert not report.totals.get("peserta_aktif"), codes(report)
    assert finding(report, CODE).params["n"] == 2 * len(names)


def test_men_and_women_of_each_of_two_companies_are_parts() -> None:
    rows = [
        HEADER, ["PT A"], ["Laki-laki"], ["Jati", 1], ["Bae", 2], ["Perempuan"], ["Jati", 4], ["Bae", 8],
        ["PT B"], ["Laki-laki"], ["Jati", 16], ["Bae", 32], ["Perempuan"], ["Jati", 64], ["Bae", 128],
    ]  # fmt: skip
    report = read(xlsx_of({"S": rows}), given=FIRMS, accepted=["BARIS_BAGIAN_DIJUMLAHKAN"])
    assert (report.totals, CODE in codes(report)) == ({"peserta_aktif": 255}, False)


@pytest.mark.parametrize("names", [("PT A", "PT A final"), ("PT A", "Sheet2")])
def test_a_sheet_that_says_nothing_else_may_still_be_a_correction(names: tuple[str, str]) -> None:
    content = xlsx_of({name: [HEADER, *_figures(place)] for place, name in enumerate(names)})
    report = read(content, given=FIRMS, accepted=["KUNCI_BERTENTANGAN"])
    assert (report.totals, CODE in codes(report)) == ({"peserta_aktif": 69}, False), codes(report)
