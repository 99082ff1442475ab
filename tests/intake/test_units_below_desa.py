"""Rows per dusun, RW or RT are parts of their desa's figure: its name goes down to them and their sum is proposed."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, values, xlsx_of

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


def _by_rt(numbers: str, *, first_only: bool = False, named: bool = True) -> list[list[object]]:
    """Rows of two RT in each of two RW of two desa of Bae; RW and RT written as `numbers` says."""
    rows: list[list[object]] = [["Desa", "RW", "RT", "Peserta Aktif"]]
    for desa, start in (("Dersalam", 10), ("Bacin", 30)):
        for rw, rt in ((1, 1), (1, 2), (2, 1), (2, 2)):
            bare = first_only and rt == 2
            texts = ["" if bare else numbers.format(rw), numbers.format(rt)]
            is_first = (rw, rt) == (1, 1)
            rows.append([desa if named or is_first else "", *texts, start + 2 * rw + rt])
    return rows


@pytest.mark.parametrize("first_only", [True, False])
@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("numbers", ["{:03d}", "{:02d}", "{}"])
def test_columns_that_number_rw_and_rt_are_no_people_but_parts_of_the_desa(
    numbers: str, named: bool, first_only: bool
) -> None:
    content = csv_of(_by_rt(numbers, named=named, first_only=first_only))
    asking = read(content, given=GIVEN)
    assert {found.code for found in asking.findings if found.severity != "info"} == {PROPOSED}, codes(asking)
    assert (asking.outcome, finding(asking, PROPOSED).column) == ("problems", "RW, RT")
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan), len(agreed.rows)) == ("ok", {BAE: 58 + 138}, 2)


@pytest.mark.parametrize(
    "cells", [("RT 01", "RT 02"), ("01/01", "02/01"), ("I", "II"), ("RT 1 RW 2", "RT 2 RW 2")]
)
def test_a_name_of_an_rt_is_no_figure(cells: tuple[str, str]) -> None:
    rows = [["Desa", "RT/RW", "Peserta Aktif"], ["Dersalam", cells[0], 7], ["Dersalam", cells[1], 9]]
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {BAE: 16}), codes(agreed)


def test_rt_of_dusun_of_the_desa_of_the_title_are_its_parts() -> None:
    rows = [["PESERTA AKTIF DESA DERSALAM KECAMATAN BAE"], ["Dusun", "RW", "RT", "Peserta Aktif"]]
    rows += [["Krajan", 1, 1, 5], ["", "", 2, 6], ["", 2, 1, 7], ["Sambung", 3, 1, 8], ["", "", 2, 9]]
    agreed = read(csv_of(rows), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, values(agreed, "kode_wilayah", "peserta_aktif")) == ("ok", [(DERSALAM, 35)])


@pytest.mark.parametrize("total", ["Jumlah", "Peserta Aktif"])
@pytest.mark.parametrize("rows", [
    [["Dersalam", 12, 3, 15], ["Bacin", 20, 4, 24]],
    [["Dersalam", 1, 2, 3], ["Bacin", 2, 1, 3], ["Gondangmanis", 3, 1, 4]],
    [["Dersalam", 12, 3, 14], ["Bacin", 20, 4, 24]],
])  # fmt: skip
def test_heads_of_rt_and_rw_that_are_counted_by_desa_stay_people(
    total: str, rows: list[list[object]]
) -> None:
    report = read(
        csv_of([["Desa", "RT", "RW", total], *rows]), kind="kepesertaan", given={**GIVEN, "segmen": "RT_RW"}
    )
    assert report.totals == {"peserta_aktif": sum(int(str(row[1])) + int(str(row[2])) for row in rows)}


def test_heads_of_rt_and_rw_by_sex_or_month_stay_people() -> None:
    rows = [["Desa", "L/P", "RT", "RW", "Jumlah"]]
    rows += [[desa, sex, 1 + n, 1, 2 + n] for desa in ("Dersalam", "Bacin") for n, sex in enumerate("LP")]
    agreed = read(csv_of(rows), kind="kepesertaan", given={**GIVEN, "segmen": "RT_RW"}, accepted=[PROPOSED])
    assert agreed.totals == {"peserta_aktif": 10}, codes(agreed)
    rows = [["Desa", "Bulan", "RT", "RW", "Peserta Aktif"]]
    rows += [["Dersalam", "Juli 2026", 1, 1, 2], ["Dersalam", "Agustus 2026", 2, 1, 4]]
    given = {key: text for key, text in GIVEN.items() if key != "periode"}
    report = read(csv_of(rows), kind="kepesertaan", given={**given, "segmen": "RT_RW"})
    assert report.totals == {"peserta_aktif": 5}, codes(report)


@pytest.mark.parametrize("above", ["Alamat", "RT/RW"])
def test_rw_and_rt_may_stand_under_a_heading(above: str) -> None:
    rows = [["Desa", above, "", "Peserta Aktif"], ["", "RT", "RW", ""]]
    rows += [
        [desa, f"{rt:02d}", f"{rw:02d}", 5]
        for desa in ("Dersalam", "Bacin")
        for rw in (1, 2)
        for rt in (1, 2)
    ]
    content = xlsx_of({"Data": rows}, merged={"Data": [(0, 1, 0, 2)]})
    agreed = read(content, given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {BAE: 40}), codes(agreed)


def test_beside_rw_and_rt_a_bare_sum_is_the_figure() -> None:
    head, *rows = _by_rt("{}")
    content = csv_of([["PESERTA AKTIF PEKERJA RENTAN"], [*head[:3], "Jumlah"], *rows])
    agreed = read(content, given=GIVEN, accepted=[PROPOSED, "KOLOM_NILAI_DIANGGAP"])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {BAE: 58 + 138}), codes(agreed)


@pytest.mark.parametrize(
    "beside", [("Jumlah", ""), ("02", "Jumlah"), ("02", "Jumlah RW 02"), ("Jumlah RW 02", "")]
)
@pytest.mark.parametrize("repeats", ["Kecamatan", "Desa", ""])
def test_sums_of_rw_are_not_added_to_their_rt(beside: tuple[str, str], repeats: str) -> None:
    head, *rows = _by_rt("{:02d}", named=repeats == "Desa")
    content: list[list[object]] = [["Kecamatan", *head]]
    kecamatan = "Bae" if repeats else ""
    for place in range(0, len(rows), 2):
        figures = [int(str(row[3])) for row in rows[place : place + 2]]
        desa = rows[place][0] if repeats == "Desa" else ""
        texts = [text.replace("02", str(rows[place][1])) for text in beside]
        content += [[kecamatan or ("Bae" if place == 0 else ""), *rows[place]], [kecamatan, *rows[place + 1]]]
        content.append([kecamatan, desa, *texts, sum(figures)])
    agreed = read(csv_of(content), given=GIVEN, accepted=[PROPOSED])
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == ("ok", {BAE: 58 + 138}), codes(agreed)


@pytest.mark.parametrize("mark", ["v", "V", "x"])
def test_ticks_under_rt_and_rw_number_nothing_and_are_asked_about(mark: str) -> None:
    rows = [["Desa", "RT", "RW", "Peserta Aktif"], ["Dersalam", mark, "", 5], ["Bacin", "", mark, 6]]
    report = read(csv_of(rows), given=GIVEN, kind="kepesertaan")
    assert (report.outcome, report.totals) == ("problems", {}), codes(report)


_OUTLINE = ["Kecamatan", "Desa", "Dusun", "Peserta Aktif"]


def test_an_outline_with_rows_of_kecamatan_and_desa_above_their_dusun_counts_everybody_once() -> None:
    rows = [
        ["Jati", "", "", 33],
        ["", "Loram Kulon", "", 22],
        ["", "", "Krajan", 10],
        ["", "", "Tanggul", 12],
    ]
    rows += [["", "Ploso", "", 11], ["", "", "Lor", 5], ["", "", "Kidul", 6]]
    report = read(csv_of([_OUTLINE, *rows]), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 33}), codes(report)


def test_a_last_dusun_that_bears_the_name_of_its_desa_and_is_the_sum_of_the_others_is_no_part() -> None:
    rows = [["Jati", "Loram Kulon", "Krajan", 10], ["", "", "Tanggul", 12], ["", "", "Loram Kulon", 22]]
    rows += [["", "Ploso", "Lor", 15], ["", "", "Kidul", 11], ["", "", "Ploso", 26]]
    report = read(csv_of([_OUTLINE, *rows]), given=GIVEN, accepted=[PROPOSED])
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 48}), codes(report)


def test_a_desa_row_that_bears_its_own_name_as_a_dusun_is_the_sum_of_its_dusun() -> None:
    rows = [["Jati", "Loram Kulon", "Loram Kulon", 22], ["", "", "Krajan", 10], ["", "", "Tanggul", 12]]
    rows += [["", "Ploso", "Ploso", 26], ["", "", "Lor", 15], ["", "", "Kidul", 11]]
    report = read(csv_of([_OUTLINE, *rows]), given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 48}), codes(report)


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Jati", "Loram Kulon", "Krajan", 10],
            ["", "", "Tanggul", 12],
            ["Bae", "", "Sawahan", 20],
            ["", "", "Lor", 21],
        ],
        [
            ["Jati", "Loram Kulon", "Krajan", 10],
            ["", "", "Tanggul", 12],
            ["", "", "Kec. Jati", 22],
            ["", "", "Lor", 3],
        ],
    ],
)
def test_dusun_whose_desa_is_missing_are_not_given_to_the_desa_above(rows: list[list[object]]) -> None:
    report = read(csv_of([_OUTLINE, *rows]), given=GIVEN, accepted=[PROPOSED])
    assert report.outcome == "problems"
    desa = report.rows[report.rows["kode_wilayah"].str.len() > len("33.19.03")]
    assert desa["peserta_aktif"].tolist() == [22], codes(report)


def test_a_desa_with_a_number_and_no_name_is_not_given_to_the_desa_above() -> None:
    rows = [[1, "Jati", "Loram Kulon", "Krajan", 10], ["", "", "", "Tanggul", 12]]
    rows += [[2, "Jati", "", "Sawahan", 20], ["", "", "", "Gondang", 21]]
    report = read(csv_of([["No", *_OUTLINE], *rows]), given=GIVEN, accepted=[PROPOSED])
    desa = report.rows[report.rows["kode_wilayah"].str.len() > len("33.19.03")]
    assert desa["peserta_aktif"].tolist() == [22], codes(report)
    assert (report.outcome, finding(report, "DESA_KOSONG_DALAM_KECAMATAN").row) == ("problems", 5)


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [("Dusun", "Sawahan", "Gondang"), ("L/P", "L", "P"), ("Umur", "18-40", ">40")],
)
@pytest.mark.parametrize("above", [1, 2])
def test_parts_of_a_desa_that_is_not_named_are_of_the_kecamatan_above_them_once_somebody_agrees(
    header: str, first: str, second: str, above: int
) -> None:
    rows = [["Jati", "Loram Kulon", first, 10], ["", "", second, 12], ["Jati", "Ploso", first, 7]]
    rows += [["", "", second, 8]] if above == 2 else []
    rows += [["Bae", "", first, 20], ["", "", second, 21], ["", "Dersalam", first, 5], ["", "", second, 6]]
    content = csv_of([["Kecamatan", "Desa", header, "Peserta Aktif"], *rows])
    asking = read(content, given=GIVEN, accepted=[PROPOSED])
    found = finding(asking, "DESA_KOSONG_DALAM_KECAMATAN")
    assert (asking.outcome, found.row, found.params["within"]) == ("problems", 5 + above, "Bae")
    accepted = [PROPOSED, "DESA_KOSONG_DALAM_KECAMATAN", "BELUM_TERPETAKAN"]
    agreed = read(content, given=GIVEN, accepted=accepted)
    assert (agreed.outcome, dict(agreed.by_kecamatan)) == (
        "ok", {JATI: 29 + 8 * (above - 1), BAE: 52},
    ), codes(agreed)  # fmt: skip
    assert ("33.19.07", 41) in values(agreed, "kode_wilayah", "peserta_aktif")


def test_padded_counts_of_the_heads_in_each_desa_stay_people() -> None:
    """03 + 01, 04 + 02, 05 + 03 and so on: 54 heads, of which the sum of one desa was not filled in."""
    names = ("Loram Kulon", "Ploso", "Megawon", "Jati Wetan", "Jati Kulon", "Getas Pejaten")
    rows: list[list[object]] = [["PESERTA PENGURUS RT/RW"], [], ["Kecamatan", "Desa", "RT", "RW", "Jumlah"]]
    for n, name in enumerate(names):
        rows.append(["Jati", name, f"{n + 3:02d}", f"{n + 1:02d}", "" if n == 2 else 2 * n + 4])
    given = {key: text for key, text in GIVEN.items() if key != "segmen"}
    report = read(xlsx_of({"S": rows}), given=given, kind="kepesertaan")
    assert report.totals == {"peserta_aktif": 54}, codes(report)
