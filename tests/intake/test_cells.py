"""Numbers, months and codes as officials write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from jamsos_data.intake.clean.months import read_day, read_month, read_year
from jamsos_data.intake.clean.numbers import Form, take_apart
from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, values, xlsx_of

PEOPLE = [
    ("11.000", 11000), ("11,000", 11000), ("1.234.567", 1234567), ("1 234", 1234), ("'123", 123), ("784,00", 784),
    ("784.00", 784), ("16799.999999999996", 16800), ("5 orang", 5), ("12*", 12), ("-", 0), ("–", 0), ("nihil", 0),
    ("0", 0), ("1.2E3", 1200), ("1.234.", 1234), ("12.", 12), ("Nihil.", 0), ("tidak ada", 0),
]  # fmt: skip
RUPIAH = [
    ("Rp16.800", 16800), ("Rp 16.800,-", 16800), ("Rp. 659.265.600,00", 659265600), ("Rp420.032,00", 420032),
    ("1,234,567.00", 1234567), ("16800", 16800), ("Rp -", 0), ("IDR 5.000.000", 5000000),
]  # fmt: skip


def _people(*texts: object) -> object:
    names = ["Jati", "Undaan", "Dawe", "Gebog", "Bae"]
    rows = [["Kecamatan", "Peserta Aktif"], *([name, text] for name, text in zip(names, texts, strict=False))]
    return csv_of(rows, separator="\t")


@pytest.mark.parametrize(("text", "number"), PEOPLE)
def test_people_in_every_style(text: str, number: int) -> None:
    report = read(_people(text, "20"), given=GIVEN)  # type: ignore[arg-type]
    assert report.outcome == "ok"
    assert values(report, "peserta_aktif") == [(number,), (20,)]


@pytest.mark.parametrize(("text", "number"), RUPIAH)
def test_rupiah_in_every_style(text: str, number: int) -> None:
    content = csv_of([["Kecamatan", "Iuran (Rp)"], ["Jati", text], ["Undaan", "Rp1.000.000"]], separator="\t")
    report = read(content, given=GIVEN)
    assert (report.outcome, report.kind, values(report, "nilai")[0]) == ("ok", "iuran", (number,))


@pytest.mark.parametrize(
    ("text", "number"),
    [("45 1)", 45), ("67²", 67), ("89¹⁾", 89), ("1.234*)", 1234), ("20 (dua puluh)", 20), ("12 (dua belas) orang", 12)],
)  # fmt: skip
def test_the_mark_of_a_footnote_and_the_number_in_words_say_nothing_more(text: str, number: int) -> None:
    assert take_apart(text).form is not Form.BAD
    assert (take_apart(text).value, take_apart(text).negative) == (number, False)


@pytest.mark.parametrize("text", ["451)", "(12", "20 (dua belas)", "12 (3)", "1.2341)"])
def test_a_bracket_that_nothing_opens_may_be_part_of_a_footnote(text: str) -> None:
    assert take_apart(text).form is Form.BAD


def test_a_lost_trailing_zero_is_proposed_and_never_assumed() -> None:
    content = _people("106.335", "118.04", "91.337")
    report = read(content, given=GIVEN)  # type: ignore[arg-type]
    found = finding(report, "ANGKA_NOL_HILANG")
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 197672})
    assert (found.row, found.column, found.value, found.proposal) == (3, "Peserta Aktif", "118.04", "118040")
    assert list(report.rejected["row"]) == [3]


def test_an_accepted_proposal_is_taken() -> None:
    report = read(_people("106.335", "118.04"), given=GIVEN, accepted=["ANGKA_NOL_HILANG"])  # type: ignore[arg-type]
    assert (report.outcome, report.totals, len(report.rejected)) == ("ok", {"peserta_aktif": 224375}, 0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("-5", "ANGKA_NEGATIF"), ("(1.000)", "ANGKA_NEGATIF"), ("12,5 %", "ANGKA_PERSEN"), ("banyak", "BUKAN_ANGKA"),
        ("1.2.3", "BUKAN_ANGKA"), ("0,5", "ANGKA_PECAHAN"), ("2,5 ribu", "ANGKA_SINGKATAN"),
        ("1,5 juta", "ANGKA_SINGKATAN"),
    ],
)  # fmt: skip
def test_what_is_no_number_of_people_is_rejected_with_its_cell(text: str, code: str) -> None:
    report = read(_people("10", text), given=GIVEN)  # type: ignore[arg-type]
    found = finding(report, code)
    assert (report.outcome, report.totals) == ("problems", {"peserta_aktif": 10})
    assert (found.row, found.value) == (3, text)
    assert text in found.message("id")
    assert list(report.rejected["temuan"]) == [code]


@pytest.mark.parametrize("text", ["11,0", "11,00", "11,0 orang", "11.0"])
def test_a_single_number_with_decimals_among_whole_ones_is_read_and_asked_about(text: str) -> None:
    report = read(_people("230", text, "236"), given=GIVEN)  # type: ignore[arg-type]
    found = finding(report, "ANGKA_BERDESIMAL")
    assert (report.outcome, report.totals, found.row) == ("problems", {"peserta_aktif": 477}, 3)
    assert "11000" in found.message("id").replace(".", "")
    agreed = read(_people("230", text, "236"), given=GIVEN, accepted=["ANGKA_BERDESIMAL"])  # type: ignore[arg-type]
    assert (agreed.outcome, agreed.totals) == ("ok", {"peserta_aktif": 477})


def test_a_column_written_with_decimals_throughout_is_no_riddle() -> None:
    report = read(_people("230,0", "11,0", "236,0"), given=GIVEN)  # type: ignore[arg-type]
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 477})


def test_a_column_of_percentages_is_no_column_of_people() -> None:
    report = read(_people("10,59", "6,75", "9,10", "5,36"), given=GIVEN)  # type: ignore[arg-type]
    assert (len(report.rows), set(codes(report)) & {"ANGKA_NOL_HILANG"}) == (0, set())
    assert finding(report, "ANGKA_PECAHAN").proposal is None


@pytest.mark.parametrize("mark", [".", ","])
def test_four_digits_before_three_prove_that_the_three_are_decimals(mark: str) -> None:
    texts = [text.replace(".", mark) for text in ("1201.000", "905.000", "12.000")]
    report = read(_people(*texts), given=GIVEN)  # type: ignore[arg-type]
    assert (report.outcome, values(report, "peserta_aktif")) == ("ok", [(1201,), (905,), (12,)])
    assert finding(report, "TANDA_DESIMAL").params["proof"] == texts[0]
    assert "TANDA_RIBUAN" not in codes(report)


def test_rupiah_with_three_decimals_are_not_thousandfold() -> None:
    rows = [
        ["Kecamatan", "Iuran (Rp)"],
        ["Jati", "16800.000"],
        ["Undaan", "168.000"],
        ["Jumlah", "16968.000"],
    ]
    report = read(csv_of(rows), given=GIVEN)
    assert (report.outcome, values(report, "nilai")) == ("ok", [(16800,), (168,)])


def test_a_lone_number_with_three_decimals_among_thousands_is_asked_about() -> None:
    report = read(_people("1201.000", "9.773", "11.204"), given=GIVEN)  # type: ignore[arg-type]
    found = finding(report, "ANGKA_BERDESIMAL")
    assert (report.outcome, found.params["other"]) == ("problems", 1201000)
    assert values(report, "peserta_aktif") == [(1201,), (9773,), (11204,)]


def test_a_whole_number_among_typed_thousands_has_lost_all_its_zeros() -> None:
    numbers = [1.201, 2, 1.333, 1.742, 905]
    names = ["Jati", "Undaan", "Dawe", "Gebog", "Bae"]
    rows = [["Kecamatan", "Peserta Aktif"], *zip(names, numbers, strict=True)]
    report = read(xlsx_of({"S": rows}), given=GIVEN)
    found = finding(report, "ANGKA_NOL_HILANG")
    assert (found.row, found.value, found.proposal) == (3, "2", "2000")
    assert values(report, "peserta_aktif") == [(1201,), (1333,), (1742,), (905,)]
    texts = [
        ["Kecamatan", "Peserta Aktif"],
        *((name, str(one)) for name, one in zip(names, numbers, strict=True)),
    ]
    assert read(csv_of(texts), given=GIVEN).totals == {"peserta_aktif": 5183}


MONTHS = [
    "2026-09", "09-2026", "09/2026", "9/2026", "Sep-26", "Sept 2026", "SEPTEMBER 2026", "September, 2026", "202609",
    "2026-09-01", "01/09/2026", "30/09/2026", "30 September 2026", "46266", "Bulan September 2026", "sep 26", "2026/09",
]  # fmt: skip


@pytest.mark.parametrize("text", MONTHS)
def test_one_month_in_every_spelling(text: str) -> None:
    found = read_month(text)
    assert found is not None
    assert found.start == datetime(2026, 9, 1)


@pytest.mark.parametrize(
    ("text", "month"),
    [("Agustus 2026", 8), ("Ags 2026", 8), ("Agust-26", 8), ("Mei 2026", 5), ("May-26", 5), ("Okt 2026", 10),
     ("Oct-26", 10), ("Des 2026", 12), ("Dec 2026", 12), ("Nopember 2026", 11), ("Pebruari 2026", 2)],
)  # fmt: skip
def test_indonesian_and_english_names_of_months(text: str, month: int) -> None:
    found = read_month(text)
    assert found is not None
    assert found.start == datetime(2026, month, 1)


@pytest.mark.parametrize(
    "text", ["TW V 2026", "RENTAN", "31 Februari 2026", "13/2026", "", "abc 2026", "1.000", "1 000"]
)
def test_what_is_no_month_is_none(text: str) -> None:
    assert read_month(text) is None


def test_a_day_and_a_month_that_may_be_swapped_are_asked_about() -> None:
    content = csv_of([["Bulan", "Kecamatan", "Peserta Aktif"], ["09/01/2026", "Jati", 30]])
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    report = read(content, given=given)
    assert (report.outcome, finding(report, "BULAN_TERTUKAR").proposal) == ("problems", "2026-01")


def test_years_and_days() -> None:
    assert [read_year(text) for text in ("2025", "TA 2025", "Tahun 2025", "2.025", "2025.0", "x")] == [
        2025
    ] * 5 + [None]
    assert read_day("26 April 2024") == datetime(2024, 4, 26)
    assert read_day("April 2024") is None


def test_excel_dates_serials_and_separate_month_and_year_columns() -> None:
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    dated = xlsx_of({"A": [["Bulan", "Kecamatan", "Peserta Aktif"], [date(2026, 9, 1), "Jati", 30]]})
    assert read(dated, given=given).periods == ("2026-09",)
    apart = csv_of(
        [
            ["Tahun", "Bulan", "Kecamatan", "Peserta Aktif"],
            [2026, "September", "Jati", 1],
            [2026, 10, "Jati", 2],
        ]
    )
    assert read(apart, given=given).periods == ("2026-09", "2026-10")


def test_a_month_without_a_year_is_asked_about() -> None:
    content = csv_of([["Bulan", "Kecamatan", "Peserta Aktif"], ["September", "Jati", 30]])
    given = {key: GIVEN[key] for key in ("segmen", "sumber_dana", "program")}
    report = read(content, given=given)
    assert finding(report, "BULAN_TIDAK_LENGKAP").row == 2
    assert report.rows.empty


@pytest.mark.parametrize(
    "text", ["JKK+JKM", "JKK & JKM", "JKK, JKM", "JKK-JKM", "jkm dan jkk", "2 program", "JKK/JKM"]
)
def test_packages_in_every_spelling(text: str) -> None:
    report = read(_people("10"), given=GIVEN | {"program": text})  # type: ignore[arg-type]
    assert values(report, "program") == [("JKK+JKM",)]


def test_segments_and_sources_by_synonym_exactly_and_by_slip_as_a_proposal() -> None:
    content = csv_of([
        ["Kecamatan", "Segmen", "Sumber Dana", "Peserta Aktif"],
        ["Jati", "Pekerja Rentan", "DBH CHT", 1],
        ["Jati", "Perangkat Desa", "Alokasi Dana Desa", 2],
        ["Jati", "Perangkat Dessa", "ADD", 3],
        ["Jati", "Guru", "ADD", 4],
    ])  # fmt: skip
    report = read(content, given={"program": "JKK+JKM", "periode": "2026-09"})
    assert values(report, "segmen", "sumber_dana") == [("RENTAN", "DBHCHT"), ("PERANGKAT_DESA", "ADD")]
    assert finding(report, "KODE_TIDAK_DIKENAL").proposal == "PERANGKAT_DESA"
    assert finding(report, "KODE_TIDAK_ADA_DI_DAFTAR").value == "Guru"


@pytest.mark.parametrize(
    ("text", "percent"), [("52,69 %", 52.69), ("52.69", 52.69), ("46,55", 46.55), ("52%", 52.0)]
)
def test_targets_in_percent(text: str, percent: float) -> None:
    content = csv_of([["Wilayah", "Target UCJ (%)"], ["Kabupaten Kudus", text]], separator="\t")
    report = read(content, given={"tahun": "2025", "segmen": "SEMUA"})
    assert (report.kind, values(report, "tahun", "batas_waktu", "indikator", "nilai")) == (
        "target", [(2025, "2025-12", "persen", percent)],
    )  # fmt: skip


def test_targets_in_people_read_the_point_as_thousands() -> None:
    content = csv_of(
        [["Wilayah", "Indikator", "Target"], ["Kudus", "peserta", "11.000"], ["Jati", "persen", "52,5"]]
    )
    report = read(content, given={"tahun": "2025", "segmen": "SEMUA"}, kind="target")
    assert values(report, "indikator", "nilai") == [("peserta", 11000.0), ("persen", 52.5)]


def test_shares_of_one_are_read_as_percentages_and_said() -> None:
    content = csv_of([["Wilayah", "Target UCJ (%)"], ["Kabupaten Kudus", "0,5269"], ["Jati", "0,4"]])
    report = read(content, given={"tahun": "2025", "segmen": "SEMUA"})
    assert [round(float(value), 2) for (value,) in values(report, "nilai")] == [52.69, 40.0]  # type: ignore[arg-type]
    assert "PERSEN_SEBAGAI_PECAHAN" in codes(report)


@pytest.mark.parametrize("text", [".", "...", "?", "belum ada"])
def test_what_stands_for_no_number_is_no_nil(text: str) -> None:
    report = read(csv_of([["Kecamatan", "Peserta Aktif"], ["Jati", text], ["Bae", 40]]), given=GIVEN)
    assert (finding(report, "BUKAN_ANGKA").value, report.totals) == (text, {"peserta_aktif": 40})
