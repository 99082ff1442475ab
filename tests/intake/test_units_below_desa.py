"""Rows per dusun, RW or RT are parts of their desa's figure: its name goes down to them and their sum is proposed."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, values

PROPOSED = "BARIS_BAGIAN_DIJUMLAHKAN"
JATI, BAE = "33.19.03", "33.19.07"
LORAM, PLOSO, DERSALAM = "33.19.03.2009", "33.19.03.2006", "33.19.07.2001"


def _rows(header: str, *, named: tuple[str, ...], repeats: bool = False) -> list[list[object]]:
    """Parts of two desa of Jati and one of Bae, each area at the first of its rows alone; or the kecamatan at each."""
    rows: list[list[object]] = [["No", "Kecamatan", "Desa", header, "Peserta Aktif"]]
    for number, (kecamatan, desa) in enumerate(
        (("Jati", "Loram Kulon"), ("Jati" if repeats else "", "Ploso"), ("Bae", "Dersalam"))
    ):
        for place, name in enumerate(named):
            areas = [kecamatan, desa] if place == 0 else [kecamatan if repeats else "", ""]
            rows.append([number + 1 if place == 0 else "", *areas, name, 10 * (number + 1) + place])
    return rows


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ("Dusun", ("Krajan", "Sambung", "Ngembal")),
        ("Nama Dusun", ("Dusun 1", "Dusun 2", "Dusun 3")),
        ("Dukuh", ("1", "2", "3")),
        ("Lingkungan", ("I", "II", "III")),
    ],
)
def test_the_parts_of_a_desa_need_its_name_in_the_first_of_their_rows_alone(
    header: str, named: tuple[str, ...]
) -> None:
    content = csv_of(_rows(header, named=named))
    asking = read(content, given=GIVEN)
    assert (asking.outcome, finding(asking, PROPOSED).column) == ("problems", header), codes(asking)
    assert {"KUNCI_BERTENTANGAN", "BELUM_TERPETAKAN", "WILAYAH_KOSONG"}.isdisjoint(codes(asking))
    told = {found.column: found.params["n"] for found in asking.findings if found.code == "ISIAN_TURUN"}
    assert told == {"Kecamatan": 7, "Desa": 6}
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, sorted(values(agreed, "kode_wilayah", "peserta_aktif"))) == (
        "ok", sorted([(LORAM, 33), (PLOSO, 63), (DERSALAM, 93)]),
    ), codes(agreed)  # fmt: skip


def test_the_kecamatan_may_stand_in_each_row_of_the_parts_of_its_desa() -> None:
    content = csv_of(_rows("Dusun", named=("A", "B", "C"), repeats=True))
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan), len(agreed.rows)) == ("ok", {JATI: 96, BAE: 93}, 3)
    rows = _rows("Dusun", named=("A", "B", "C"), repeats=True)
    asking = read(csv_of([*rows, ["", "Undaan", "", "A", 5]]), given=GIVEN, accepted=[PROPOSED])
    assert dict(asking.by_kecamatan)["33.19.04"] == 5
    assert values(asking, "kode_wilayah", "peserta_aktif")[-1] == ("33.19.04", 5)


def test_people_of_a_kecamatan_beneath_a_desa_of_several_rows_are_not_of_that_desa() -> None:
    rows = [["Kecamatan", "Desa", "Dusun", "Peserta Aktif"]]
    rows += [["Bae", "Dersalam", "Dusun 1", 5], ["Bae", "Dersalam", "Dusun 2", 4], ["Bae", "", "Lainnya", 7]]
    report = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert ("33.19.07", 7) in values(report, "kode_wilayah", "peserta_aktif")


@pytest.mark.parametrize("place", [0, 3])
@pytest.mark.parametrize("named", ["Jumlah", "Total", ""])
def test_a_row_that_sums_the_dusun_of_a_desa_is_not_added_to_them(named: str, place: int) -> None:
    rows: list[list[object]] = [["Kecamatan", "Desa", "Dusun", "Peserta Aktif"]]
    for desa, start in (("Loram Kulon", 10), ("Ploso", 20)):
        parts: list[tuple[str, int]] = [(f"Dusun {n}", start + n) for n in (1, 2, 3)]
        parts.insert(place, (named, 3 * start + 6))
        rows += [["Jati" if n == 0 else "", desa if n == 0 else "", *part] for n, part in enumerate(parts)]
    report = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {JATI: 36 + 66}), codes(report)


def test_a_desa_that_is_missing_among_many_or_above_a_dusun_again_is_asked_about() -> None:
    rows = [["Desa", "Dusun", "Peserta Aktif"], ["Dersalam", "Dusun 1", 5], ["", "Dusun 1", 4]]
    assert finding(read(csv_of(rows), given=GIVEN), "WILAYAH_KOSONG").row == 3
    rows = [["Desa", "Dusun", "Peserta Aktif"], *(["Dersalam", f"Dusun {n}", n] for n in range(1, 6))]
    content = csv_of([*rows, ["", "Dusun 6", 4], ["Ploso", "Dusun 1", 5]])
    assert finding(read(content, given=GIVEN), "WILAYAH_KOSONG").row == 7
