"""The same kecamatan under headings of men and of women, or of two companies, are parts of one figure."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, finding, read, xlsx_of

JATI, BAE = "33.19.03", "33.19.07"
PROPOSED = "BARIS_BAGIAN_DIJUMLAHKAN"
HEADER = ["Kecamatan", "Jumlah Peserta"]
FIRMS = GIVEN | {"segmen": "PU", "sumber_dana": "PEMBERI_KERJA"}
_Rows = list[list[object]]


def _sections(one: str, other: str, *, numbered: bool = False, sums: bool = False) -> _Rows:
    rows: _Rows = [["No", *HEADER]]
    for mark, heading, figures in (("A", one, (100, 50)), ("B", other, (90, 60))):
        rows.append([mark if numbered else "", heading])
        rows += [[n, area, figure] for n, area, figure in zip((1, 2), ("Jati", "Bae"), figures, strict=True)]
        rows += [["", f"Jumlah {heading}", sum(figures)]] if sums else []
    return [*rows, ["", "JUMLAH", 300]] if sums else rows


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("sums", [False, True])
@pytest.mark.parametrize(
    "names", [("Laki-laki", "Perempuan"), ("Peserta Pria", "Peserta Wanita"), ("PT JAYA", "PT TOTAL")]
)
def test_the_same_kecamatan_under_two_headings_are_proposed_to_be_added(
    names: tuple[str, str], *, sums: bool, numbered: bool
) -> None:
    content = xlsx_of({"Data": _sections(*names, sums=sums, numbered=numbered)})
    asking = read(content, given=FIRMS)
    assert "KUNCI_BERTENTANGAN" not in codes(asking)
    proposal = finding(asking, PROPOSED)
    assert (proposal.column, proposal.params["n"], proposal.params["sums"]) == ("judul bagian", 4, 2)
    agreed = read(content, given=FIRMS, accepted=[PROPOSED])
    assert dict(agreed.by_kecamatan) == {JATI: 190, BAE: 110}, codes(agreed)


def test_companies_with_the_same_figures_are_not_taken_for_rows_written_twice() -> None:
    rows = [HEADER, ["PT JAYA"], ["Jati", 10], ["Bae", 10], ["PT TOTAL"], ["Jati", 10], ["Bae", 10]]
    asking = read(xlsx_of({"Data": rows}), given=FIRMS)
    assert (asking.outcome, "BARIS_KEMBAR" in codes(asking)) == ("problems", False)
    agreed = read(xlsx_of({"Data": rows}), given=FIRMS, accepted=[PROPOSED])
    assert dict(agreed.by_kecamatan) == {JATI: 20, BAE: 20}, codes(agreed)


@pytest.mark.parametrize("second", [(90, 60), (100, 50)])
def test_tables_above_each_other_that_are_titled_by_companies_are_parts(second: tuple[int, int]) -> None:
    rows = [
        ["PT JAYA"], HEADER, ["Jati", 100], ["Bae", 50], [],
        ["PT TOTAL"], ["Posisi akhir bulan"], HEADER, ["Jati", second[0]], ["Bae", second[1]],
    ]  # fmt: skip
    asking = read(xlsx_of({"Data": rows}), given=FIRMS)
    assert finding(asking, PROPOSED).params["n"] == 4, codes(asking)
    agreed = read(xlsx_of({"Data": rows}), given=FIRMS, accepted=[PROPOSED])
    assert dict(agreed.by_kecamatan) == {JATI: 100 + second[0], BAE: 50 + second[1]}, codes(agreed)


def test_men_and_women_stand_once_for_all_where_the_third_block_holds_both() -> None:
    blocks = (("Laki-laki", 30, 20), ("Perempuan", 10, 15), ("Laki-laki dan Perempuan", 40, 35))
    rows = [HEADER, *([line for name, a, b in blocks for line in ([name], ["Jati", a], ["Bae", b])])]
    report = read(xlsx_of({"Data": rows}), given=GIVEN, accepted=[PROPOSED])
    assert dict(report.by_kecamatan) == {JATI: 40, BAE: 35}, codes(report)


def test_one_company_twice_stays_a_contradiction() -> None:
    rows = [HEADER, ["PT JAYA"], ["Jati", 10], ["Bae", 12], ["PT JAYA"], ["Jati", 11], ["Bae", 10]]
    report = read(xlsx_of({"Data": rows}), given=FIRMS)
    assert (codes(report).count("KUNCI_BERTENTANGAN"), PROPOSED in codes(report)) == (4, False)
