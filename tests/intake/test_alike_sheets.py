"""Sheets that are alike: whether one is the copy of another, or both are parts of one figure."""

from __future__ import annotations

import pytest

from tests.intake.sheets import GIVEN, KECAMATAN, Rows, codes, finding, read, xlsx_of

NO_MONTH = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
VILLAGES = {
    "Jati": [["No", "Desa", "Jumlah Peserta"], [1, "Jati Wetan", 12], [2, "Loram Kulon", 18]],
    "Undaan": [["No", "Desa", "Jumlah Peserta"], [1, "Wates", 25], [2, "Wonosoco", 15]],
}


TWICE: dict[str, Rows] = {
    "Sheet1": [
        ["Kecamatan", "Perusahaan", "Peserta Aktif"],
        ["Jati", "PT A", 50],
        ["Jati", "PT B", 40],
        ["Bae", "PT C", 5],
    ]
}
TWICE["Sheet1 (2)"] = TWICE["Sheet1"]


def test_a_copy_of_a_sheet_is_told_once_and_counted_once() -> None:
    report = read(xlsx_of(TWICE), given=GIVEN, accepted=["BARIS_BAGIAN_DIJUMLAHKAN"])
    found = [found for found in report.findings if found.code == "LEMBAR_KEMBAR"]
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 95})
    assert [(one.sheet, one.params["first"], one.params["n"]) for one in found] == [
        ("Sheet1 (2)", "Sheet1", 3)
    ]
    assert {"BARIS_KEMBAR", "KUNCI_BERTENTANGAN"}.isdisjoint(codes(report))
    assert set(report.rejected["temuan"]) == {"LEMBAR_KEMBAR"}
    agreed = read(xlsx_of(TWICE), given=GIVEN, accepted=["BARIS_BAGIAN_DIJUMLAHKAN", "LEMBAR_KEMBAR"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 95})


def test_the_same_figures_in_two_months_are_no_copy() -> None:
    given = {key: text for key, text in GIVEN.items() if key != "periode"}
    table = [["Kecamatan", "Peserta Aktif"], ["Jati", 50], ["Bae", 40]]
    report = read(xlsx_of({"Juli 2026": table, "Agustus 2026": table}), given=given)
    assert ("LEMBAR_KEMBAR" in codes(report), report.totals["peserta_aktif"]) == (False, 180)
    assert report.periods == ("2026-07", "2026-08")


def test_a_copy_of_a_list_by_name_counts_its_persons_once() -> None:
    people = [["NIK", "Nama", "Desa", "Kecamatan"], ["3319040101800001", "A", "Wates", "Undaan"]]
    people += [["3319040101800002", "B", "Wates", "Undaan"]]
    report = read(xlsx_of({"Sheet1": people, "Sheet1 (2)": people}), given=GIVEN)
    assert (report.totals, codes(report).count("LEMBAR_KEMBAR")) == ({"peserta_aktif": 2}, 1)
    assert "ORANG_KEMBAR" not in codes(report)


@pytest.mark.parametrize("more", [0, 7])
@pytest.mark.parametrize(("one", "other"), [("RT", "RW"), ("Data RT", "Data RW")])
def test_sheets_that_are_named_as_two_groups_of_one_segment_are_parts_of_it_and_no_copies(
    one: str, other: str, more: int
) -> None:
    head = ["Kecamatan", "Peserta Aktif"]
    sheets = {one: [head, *([k, 10] for k in KECAMATAN)], other: [head, *([k, 10 + more] for k in KECAMATAN)]}
    given = {**GIVEN, "segmen": "RT_RW"}
    asking = read(xlsx_of(sheets), given=given, kind="kepesertaan")
    assert asking.outcome == "problems"
    assert not {"LEMBAR_KEMBAR", "BARIS_KEMBAR", "KUNCI_BERTENTANGAN"} & set(codes(asking))
    agreed = read(xlsx_of(sheets), given=given, kind="kepesertaan", accepted=["BARIS_BAGIAN_DIJUMLAHKAN"])
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 9 * (20 + more)}), codes(agreed)


def test_a_second_sheet_of_the_same_name_and_number_stays_a_copy() -> None:
    rows = [["Kecamatan", "Peserta Aktif"], *([k, 10] for k in KECAMATAN)]
    report = read(xlsx_of({"Linmas": rows, "Linmas (2)": rows}), given=GIVEN, kind="kepesertaan")
    assert "LEMBAR_KEMBAR" in codes(report)


@pytest.mark.parametrize("whole", [None, "L+P"])
@pytest.mark.parametrize("women", [30, 50])
def test_sheets_of_men_and_of_women_are_parts_and_never_copies_of_each_other(
    women: int, whole: str | None
) -> None:
    figures = {"L": (50, 30), "P": (women, 30)} | ({whole: (50 + women, 60)} if whole else {})
    content = xlsx_of({name: [["Kecamatan", "Peserta Aktif"], ["Jati", jati], ["Bae", bae]]
                       for name, (jati, bae) in figures.items()})  # fmt: skip
    report = read(content, given=GIVEN, accepted=[] if whole else ["BARIS_BAGIAN_DIJUMLAHKAN"])
    assert (report.outcome, dict(report.by_kecamatan)) == (
        "ok", {"33.19.03": 50 + women, "33.19.07": 60},
    ), codes(report)  # fmt: skip


@pytest.mark.parametrize("others", [0, 30])
@pytest.mark.parametrize("name", ["L", "P", "Perempuan"])
def test_a_sheet_of_one_sex_beside_one_of_both_is_never_added_to_it(name: str, others: int) -> None:
    content = xlsx_of({
        sheet: [["Kecamatan", "Peserta Aktif"], ["Jati", jati], ["Bae", 20]]
        for sheet, jati in (("L+P", 50 + others), (name, 50))
    })  # fmt: skip
    report = read(content, given=GIVEN, kind="kepesertaan", accepted=["BARIS_BAGIAN_DIJUMLAHKAN"])
    assert "BARIS_BAGIAN_DIJUMLAHKAN" not in codes(report)
    assert (report.outcome, report.totals["peserta_aktif"] < 100 + others) == ("problems", True), codes(
        report
    )


def _pair(names: tuple[str, str], titles: tuple[str, str], *, more: int = 0) -> bytes:
    """Two sheets of the same kecamatan, the second with `more` people in each."""
    head = ["Kecamatan", "Peserta Aktif"]
    return xlsx_of({
        name: [[title], head, *([k, 10 + n * more] for k in KECAMATAN)]
        for n, (name, title) in enumerate(zip(names, titles, strict=True))
    })  # fmt: skip


@pytest.mark.parametrize("more", [0, 7])
@pytest.mark.parametrize(
    ("names", "titles"),
    [
        (("PT A", "PT B"), ("PESERTA AKTIF", "PESERTA AKTIF")),
        (("CV Maju", "Koperasi Maju"), ("PESERTA AKTIF", "PESERTA AKTIF")),
        (("Dinas Kesehatan", "Dinas Sosial"), ("PESERTA AKTIF", "PESERTA AKTIF")),
        (("DBHCHT", "CSR"), ("PESERTA AKTIF", "PESERTA AKTIF")),
        (("Sheet1", "Sheet2"), ("Peserta PT Maju September 2026", "Peserta PT Jaya September 2026")),
        (("Sheet1", "Sheet2"), ("Data Ketua RT", "Data Ketua RW")),
        (("Sheet1", "Sheet2"), ("Data Laki-laki", "Data Perempuan")),
        (("Laki-laki", "Perempuan"), ("PESERTA AKTIF", "PESERTA AKTIF")),
        (("Peserta L", "Peserta P"), ("PESERTA AKTIF", "PESERTA AKTIF")),
    ],
)
def test_sheets_of_two_bodies_payers_or_groups_are_parts_and_no_copies_of_each_other(
    names: tuple[str, str], titles: tuple[str, str], more: int
) -> None:
    content = _pair(names, titles, more=more)
    given = {**GIVEN, "segmen": "RT_RW"}
    asking = read(content, given=given, kind="kepesertaan")
    assert (asking.outcome, dict(asking.by_kecamatan)) == ("problems", {})
    assert not {"LEMBAR_KEMBAR", "BARIS_KEMBAR", "KUNCI_BERTENTANGAN"} & set(codes(asking))
    accepted = ["BARIS_BAGIAN_DIJUMLAHKAN", "JUDUL_BERTENTANGAN"]
    agreed = read(content, given=given, kind="kepesertaan", accepted=accepted)
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 9 * (20 + more)}), codes(agreed)


@pytest.mark.parametrize("names", [("PT A", "PT A (2)"), ("PT A", "Sheet2"), ("Data", "Data lama")])
def test_a_copy_of_the_sheet_of_a_body_stays_a_copy(names: tuple[str, str]) -> None:
    report = read(_pair(names, ("PESERTA AKTIF", "PESERTA AKTIF")), given=GIVEN)
    assert (codes(report).count("LEMBAR_KEMBAR"), report.totals) == (1, {"peserta_aktif": 90})
    assert "jumlahkan keduanya" in finding(report, "LEMBAR_KEMBAR").message("id")


def test_bpu_above_one_sheet_and_a_group_of_it_above_the_other_are_never_added() -> None:
    content = _pair(("Sheet1", "Sheet2"), ("PESERTA AKTIF BPU", "PESERTA AKTIF PEKERJA RENTAN"), more=5)
    assert "BARIS_BAGIAN_DIJUMLAHKAN" not in codes(read(content, given=GIVEN))


@pytest.mark.parametrize("more", [0, 7])
@pytest.mark.parametrize(
    ("names", "titles", "conflict"),
    [
        (("BPU", "Rentan"), ("PESERTA AKTIF", "PESERTA AKTIF"), "KUNCI_BEDA_SEGMEN"),
        (("Perusahaan", "Swasta"), ("PESERTA AKTIF", "PESERTA AKTIF"), "KUNCI_BEDA_KELOMPOK"),
        (("RT RW", "RT"), ("PESERTA AKTIF", "PESERTA AKTIF"), "KUNCI_BERTENTANGAN"),
        (("BPU", "Rentan"), ("Sumber: BPJS Ketenagakerjaan", "Sumber: Dinas Sosial"), "KUNCI_BEDA_SEGMEN"),
        (("Sheet1", "Sheet2"), ("Peserta PT Maju", "Sumber: Bank Jateng"), "KUNCI_BERTENTANGAN"),
    ],
)
def test_sheets_of_which_one_may_hold_the_people_of_the_other_are_never_added(
    names: tuple[str, str], titles: tuple[str, str], conflict: str, more: int
) -> None:
    asking = read(_pair(names, titles, more=more), given=GIVEN, kind="kepesertaan")
    expected = conflict if more else "LEMBAR_KEMBAR"
    assert (asking.outcome, expected in codes(asking)) == ("problems", True), codes(asking)
    assert "BARIS_BAGIAN_DIJUMLAHKAN" not in codes(asking)


@pytest.mark.parametrize("more", [0, 7])
@pytest.mark.parametrize(
    ("names", "titles"),
    [
        (("Sheet1", "Sheet2"), ("PESERTA AKTIF Agustus 2026", "PESERTA AKTIF September 2026")),
        (("Agustus", "September"), ("PESERTA AKTIF", "PESERTA AKTIF")),
    ],
)
def test_sheets_of_two_months_for_which_one_month_was_given_wait_together(
    names: tuple[str, str], titles: tuple[str, str], more: int
) -> None:
    content = _pair(names, titles, more=more)
    report = read(content, given=GIVEN)
    assert (report.outcome, len(report.rows), len(report.rejected)) == ("problems", 0, 18)
    assert not {"LEMBAR_KEMBAR", "BARIS_KEMBAR", "KUNCI_BERTENTANGAN"} & set(codes(report))
    found = finding(report, "LEMBAR_BEDA_BULAN")
    assert (found.sheet, found.params["first"]) == (names[1], names[0])
    assert set(report.rejected["temuan"]) == {"LEMBAR_BEDA_BULAN"}
    given = {key: text for key, text in GIVEN.items() if key != "periode"} | {"tahun": "2026"}
    assert read(content, given=given).periods == ("2026-08", "2026-09")


def test_sheets_of_other_areas_keep_the_month_that_was_given_whatever_their_titles_say() -> None:
    rows = {"Sheet1": ("Agustus", "Jati"), "Sheet2": ("September", "Bae")}
    content = xlsx_of({
        name: [[f"PESERTA AKTIF {month} 2026"], ["Kecamatan", "Peserta Aktif"], [kecamatan, 5]]
        for name, (month, kecamatan) in rows.items()
    })  # fmt: skip
    report = read(content, given=GIVEN, accepted=["JUDUL_BERTENTANGAN"])
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 10}), codes(report)


@pytest.mark.parametrize(
    "names",
    [("PT Djarum", "PT Djarum cetak"), ("PT Djarum Draft", "PT Djarum Final"), ("Linmas", "Satlinmas")],
)
def test_a_sheet_whose_name_says_the_same_and_something_more_stays_a_copy(names: tuple[str, str]) -> None:
    rows = [["Kecamatan", "Jumlah Peserta"], ["Jati", 10], ["Bae", 20]]
    report = read(
        xlsx_of(dict.fromkeys(names, rows)), given=GIVEN, kind="kepesertaan", accepted=["LEMBAR_KEMBAR"]
    )
    assert report.totals == {"peserta_aktif": 30}, codes(report)


def test_a_sheet_that_is_the_sum_of_those_of_two_firms_is_no_third_part() -> None:
    def sheet(*counts: int) -> Rows:
        rows = [["Kecamatan", "Jumlah Peserta"]]
        return [*rows, *([name, n] for name, n in zip(("Jati", "Bae", "Dawe"), counts, strict=True))]

    content = xlsx_of(
        {
            "PT Djarum": sheet(10, 22, 30),
            "PT Nojorono": sheet(5, 7, 60),
            "Seluruh Perusahaan": sheet(15, 29, 90),
        }
    )
    agreed = read(
        content,
        given=GIVEN,
        kind="kepesertaan",
        accepted=["BARIS_BAGIAN_DIJUMLAHKAN", "BARIS_INDUK_DITINGGALKAN"],
    )
    assert agreed.totals == {"peserta_aktif": 134}, codes(agreed)
