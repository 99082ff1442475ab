"""Reference tables from files: what they must hold, each fault at its row, and nothing lost in silence."""

from __future__ import annotations

from typing import Any

import pytest

from jamsos_data.findings import Severity
from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.lake import Lake
from jamsos_data.reference import OWN_FOLDER, load_reference, replace_tables
from jamsos_data.reference_change import standing_table
from jamsos_data.reference_templates import TYPED, reference_csv, reference_xlsx
from tests.intake.sheets import csv_of, finding, xlsx_of

AREAS = [["Kode", "Nama"], ["99.01", "Tirta"], ["99.01.01", "Hulu"], ["99.01.01.2001", "Agung"]]
TARIFF = ["Segmen", "Program", "Tarif", "Satuan", "Pembayar", "Berlaku dari", "Berlaku sampai"]
ROOTS = [["SEMUA", "", "Semua"], ["PU", "SEMUA", "PU"], ["BPU", "SEMUA", "BPU"], ["JAKON", "SEMUA", "Jakon"]]


def read(
    kind: str, rows: list[Any] | bytes, *, in_use: tuple[str, ...] = (), accept: tuple[str, ...] = ()
) -> IntakeReport:
    return read_upload(
        rows if isinstance(rows, bytes) else csv_of(rows),
        file_name=f"{kind}.csv",
        reference=load_reference(),
        options=IntakeOptions(kind=kind, accepted=frozenset(accept)),
        in_use=frozenset(in_use),
    )


def codes(report: IntakeReport) -> set[str]:
    return {found.code for found in report.findings}


@pytest.mark.parametrize("kind", TYPED)
def test_the_shipped_tables_keep_their_own_rules(kind: str) -> None:
    report = read(kind, (OWN_FOLDER / f"{kind}.csv").read_bytes())
    assert report.outcome == "ok"
    assert len(report.rows) == len(load_reference().table(kind))


@pytest.mark.parametrize("kind", TYPED)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_table_that_was_downloaded_reads_back_as_it_was(tmp_path, kind: str, language: str) -> None:
    lake = Lake(tmp_path)
    for content in (
        reference_xlsx(kind, lake, language=language),
        reference_csv(kind, lake, language=language),
    ):
        report = read(kind, content)
        assert report.outcome == "ok"
        names = list(standing_table(lake, kind).columns)
        plain = report.rows[names].astype(str).replace({"nan": "", "NaT": "", "<NA>": ""})
        first = names[0]
        assert list(plain[first]) == list(standing_table(lake, kind)[first])


def test_the_header_is_found_under_titles_and_codes_without_dots_get_them() -> None:
    rows = [["DAFTAR WILAYAH", ""], ["", ""], ["No", "Kode Wilayah", "Nama"],
            [1, "9901", "Tirta"], [2, "990101", "Hulu"], [3, "9901012001", "Agung"]]  # fmt: skip
    report = read("wilayah", xlsx_of({"Data": rows}))
    assert report.outcome == "ok"
    assert list(report.rows["kode"]) == ["99.01", "99.01.01", "99.01.01.2001"]
    assert finding(report, "ACUAN_KODE_DITULIS_ULANG").params["n"] == 3


def test_kinds_follow_from_the_code_and_are_said() -> None:
    report = read("wilayah", [*AREAS, ["99.01.01.1002", "Kota"]])
    assert list(report.rows["jenis"]) == ["kabupaten", "kecamatan", "desa", "kelurahan"]
    assert finding(report, "ACUAN_JENIS_DARI_KODE").params["n"] == 4
    wrong = read("wilayah", [["Kode", "Nama", "Jenis"], ["99.01", "Tirta", "kabupaten"],
                             ["99.01.01", "Hulu", "desa"]])  # fmt: skip
    assert finding(wrong, "ACUAN_JENIS").row == 3


def test_a_city_is_a_regency_too() -> None:
    report = read("wilayah", [["Kode", "Nama"], ["99.71", "Bandar"], ["99.71.01", "Barat"]])
    assert list(report.rows["jenis"]) == ["kota", "kecamatan"]


@pytest.mark.parametrize("code", ["99.1.01.2002", "9901010002", "99.01.01.02", "Agung"])
def test_a_malformed_or_bps_code_is_named_with_its_row(code: str) -> None:
    report = read("wilayah", [*AREAS, [code, "Salah"]])
    assert report.outcome == "problems"
    assert finding(report, "ACUAN_KODE_WILAYAH_BENTUK").row == 5
    assert len(report.rows) == 3
    assert list(report.rejected["row"]) == [5]


def test_a_code_twice_and_an_orphan_are_not_taken() -> None:
    report = read("wilayah", [*AREAS, ["99.01.01.2001", "Lagi"], ["99.01.02.2001", "Yatim"]])
    assert finding(report, "ACUAN_KODE_GANDA").params["first"] == 4
    assert finding(report, "ACUAN_INDUK_TIDAK_ADA").params["parent"] == "99.01.02"
    assert list(report.rows["nama"]) == ["Tirta", "Hulu", "Agung"]


def test_two_regencies_or_none_are_refused() -> None:
    assert codes(read("wilayah", [*AREAS, ["99.02", "Lain"]])) == {"ACUAN_BANYAK_KABUPATEN"}
    assert codes(read("wilayah", [AREAS[0], *AREAS[2:]])) == {"ACUAN_KABUPATEN_TIDAK_ADA"}
    assert codes(read("wilayah", AREAS[:2])) == {"ACUAN_KECAMATAN_TIDAK_ADA"}


def test_points_that_are_exchanged_are_put_right_and_points_elsewhere_are_not_taken() -> None:
    head = ["Kode", "Nama", "Lintang", "Bujur"]
    turned = read(
        "wilayah", [head, ["99.01", "Tirta", "115,1", "-8,4"], ["99.01.01", "Hulu", "115,2", "-8,3"]]
    )
    assert list(turned.rows["lat"]) == [-8.4, -8.3]
    assert finding(turned, "ACUAN_TITIK_TERTUKAR").params["n"] == 2
    away = read("wilayah", [head, ["99.01", "Tirta", "-8,4", "115,1"], ["99.01.01", "Hulu", "", ""],
                            ["99.01.02", "Hilir", "48,8", "2,3"]])  # fmt: skip
    assert finding(away, "ACUAN_TITIK_DI_LUAR").row == 4


def test_neighbours_of_one_name_must_be_acknowledged() -> None:
    rows = [*AREAS, ["99.01.01.2002", "Desa AGUNG"]]
    assert finding(read("wilayah", rows), "ACUAN_NAMA_KEMBAR").severity is Severity.WARNING
    assert read("wilayah", rows, accept=("ACUAN_NAMA_KEMBAR",)).outcome == "ok"


def test_a_code_that_the_data_hold_must_stay() -> None:
    report = read("wilayah", AREAS, in_use=("99.01.01.2001", "99.01.01.2007"))
    assert report.outcome == "refused"
    assert finding(report, "ACUAN_KODE_DIPAKAI").params["codes"] == "99.01.01.2007"
    assert "99.01.01.2007" in finding(report, "ACUAN_KODE_DIPAKAI").message("en")


def test_the_reason_why_a_code_in_use_is_missing_stays_visible() -> None:
    report = read("wilayah", [*AREAS[:3], ["99.01.01.21", "Agung"]], in_use=("99.01.01.2001",))
    assert codes(report) == {"ACUAN_KODE_DIPAKAI", "ACUAN_KODE_WILAYAH_BENTUK"}


def test_a_hierarchy_has_one_root_known_parents_and_no_circle() -> None:
    head = ["Kode", "Induk", "Nama"]
    good = read("segmen", [head, *ROOTS, ["OJEK", "BPU", "Ojek daring"]])
    assert good.outcome == "ok"
    assert list(good.rows["kode"])[-1] == "OJEK"
    assert list(good.rows["urutan"]) == [1, 2, 3, 4, 5]
    circle = read("segmen", [head, *ROOTS, ["A", "B", "a"], ["B", "A", "b"]])
    assert [found.row for found in circle.findings if found.code == "ACUAN_LINGKARAN"] == [6, 7]
    orphan = read("segmen", [head, *ROOTS, ["A", "TIDAK_ADA", "a"]])
    assert finding(orphan, "ACUAN_INDUK_TIDAK_ADA").row == 6
    assert codes(read("segmen", [head, *ROOTS, ["A", "", "a"]])) == {"ACUAN_AKAR"}


def test_codes_that_the_figures_speak_of_must_stay() -> None:
    report = read("segmen", [["Kode", "Induk", "Nama"], *ROOTS[:3]])
    assert finding(report, "ACUAN_KODE_DASAR").params["codes"] == "JAKON"


def test_a_synonym_of_two_codes_must_be_acknowledged() -> None:
    head = ["Kode", "Induk", "Nama", "Sinonim"]
    rows = [
        *([*row, ""] for row in ROOTS),
        ["OJEK", "BPU", "Ojek", "ojol|ojek"],
        ["KURIR", "BPU", "Kurir", "Ojol"],
    ]
    found = finding(read("segmen", [head, *rows]), "ACUAN_SINONIM_GANDA")
    assert (found.value, found.params["codes"], found.row) == ("ojol", "OJEK, KURIR", 7)


def test_tariffs_of_one_rule_do_not_overlap_but_a_standing_rule_may_lie_under_them() -> None:
    standing = ["BPU", "JKK", "Rp 10.000", "", "", "", ""]
    spring = ["BPU", "JKK", 5000, "", "MANDIRI", "2026-04", "Desember 2026"]
    late = ["BPU", "JKK", 6000, "", "MANDIRI", "2026-12", ""]
    after = ["BPU", "JKK", 6000, "", "MANDIRI", "2027-01", ""]
    other = ["BPU", "JKK", 6000, "", "CSR", "2026-04", ""]
    good = read("tarif", [TARIFF, standing, spring, after, other])
    assert good.outcome == "ok"
    assert list(good.rows["nilai"]) == [10_000, 5_000, 6_000, 6_000]
    assert list(good.rows["satuan"]) == ["rupiah"] * 4
    assert list(good.rows["pembayar"]) == ["*", "MANDIRI", "MANDIRI", "CSR"]
    bad = finding(read("tarif", [TARIFF, standing, spring, late]), "ACUAN_TARIF_TUMPANG_TINDIH")
    assert (bad.row, bad.params["other"]) == (4, 3)
    twice = read("tarif", [TARIFF, standing, ["BPU", "JKK", 9000, "", "", "", ""]])
    assert finding(twice, "ACUAN_TARIF_TUMPANG_TINDIH").row == 3


def test_a_wage_ceiling_stands_beside_the_rate_that_it_caps_and_two_of_a_month_clash() -> None:
    rate = ["PU", "JP", 3, "persen_upah", "", "", ""]
    dated = ["PU", "JP", 3, "persen_upah", "", "2026-03", "2027-02"]
    ceiling = ["PU", "JP", 11_086_300, "batas_upah", "", "", ""]
    march = ["PU", "JP", 11_086_300, "batas_upah", "", "2026-03", "2027-02"]
    assert read("tarif", [TARIFF, rate, ceiling, dated, march]).outcome == "ok"
    clash = read("tarif", [TARIFF, rate, march, ["PU", "JP", 12_000_000, "batas_upah", "", "2027-01", ""]])
    assert finding(clash, "ACUAN_TARIF_TUMPANG_TINDIH").row == 4
    amount = read("tarif", [TARIFF, rate, ["PU", "JP", 90_000, "rupiah", "", "", ""]])
    assert finding(amount, "ACUAN_TARIF_TUMPANG_TINDIH").row == 3


def test_a_month_that_may_have_lost_its_zero_is_asked_for_unless_the_others_show_which_it_is() -> None:
    def tariffs(*months: str) -> IntakeReport:
        rows = [["BPU", "JKK", 5000 + place, "", payer, month, ""]
                for place, (payer, month) in enumerate(zip(["MANDIRI", "CSR"], months, strict=True))]  # fmt: skip
        return read("tarif", [TARIFF, *rows])

    report = tariffs("2026.1", "2026-02")
    asked = finding(report, "BULAN_SATU_ATAU_SEPULUH")
    assert (asked.row, asked.column, asked.params["year"]) == (2, "Berlaku dari", "2026")
    assert len(report.rows) == 1
    assert "BULAN_SATU_ATAU_SEPULUH" not in codes(tariffs("2026.1", "2026.09"))
    shown = tariffs("2026.1", "2026.09").rows["dari"]
    assert sorted(shown.dt.strftime("%Y-%m")) == ["2026-09", "2026-10"]


def test_an_open_rule_reaches_over_every_later_one() -> None:
    rows = [["BPU", "JKK", 1, "", "CSR", "2026-01", ""], ["BPU", "JKK", 2, "", "CSR", "2026-02", "2026-03"],
            ["BPU", "JKK", 3, "", "CSR", "2026-05", "2026-06"]]  # fmt: skip
    report = read("tarif", [TARIFF, *rows])
    assert [f.row for f in report.findings if f.code == "ACUAN_TARIF_TUMPANG_TINDIH"] == [3, 4]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["BPU", "JKK", "16.800,50", "rupiah", "", "", ""], "ACUAN_RUPIAH_TIDAK_BULAT"),
        (["BPU", "JKK", "sepuluh", "", "", "", ""], "ACUAN_BUKAN_ANGKA"),
        (["BPU", "JKK", "-5", "", "", "", ""], "ACUAN_NILAI_NEGATIF"),
        (["BPU", "JKK", "240", "persen_upah", "", "", ""], "ACUAN_PERSEN_TERLALU_BESAR"),
        (["BPU", "JKK", "1e400", "persen_upah", "", "", ""], "ACUAN_PERSEN_TERLALU_BESAR"),
        (["BPU", "JKK", "1e400", "rupiah", "", "", ""], "ACUAN_NILAI_DI_LUAR"),
        (["PU", "JKK", "0,0024", "persen_upah", "", "", ""], "ACUAN_TARIF_RENDAH"),
        (["JAKON", "JKK", "0,0021", "persen_kontrak", "", "", ""], "ACUAN_TARIF_RENDAH"),
        (["BPU", "JKK", "100.000.001", "rupiah", "", "", ""], "ACUAN_NILAI_DI_LUAR"),
        (["BPU", "JKK", "1.000.000.001", "batas_upah", "", "", ""], "ACUAN_NILAI_DI_LUAR"),
        (["BPU", "JKK", "1", "dolar", "", "", ""], "ACUAN_SATUAN"),
        (["BPU", "JKX", "1", "", "", "", ""], "ACUAN_KODE_ASING"),
        (["LAIN", "JKK", "1", "", "", "", ""], "ACUAN_KODE_ASING"),
        (["BPU", "JKK", "1", "", "ORANG", "", ""], "ACUAN_KODE_ASING"),
        (["BPU", "JKK", "1", "", "", "kapan", ""], "ACUAN_BUKAN_BULAN"),
        (["BPU", "JKK", "1", "", "", "2026-05", "2026-04"], "ACUAN_BULAN_TERBALIK"),
        (["BPU", "JKK", "", "", "", "", ""], "SEL_WAJIB_KOSONG"),
    ],
)
def test_each_fault_of_a_tariff_is_an_error_of_its_row(row: list[object], code: str) -> None:
    good = ["BPU", "JKM", 6800, "", "", "", ""]
    report = read("tarif", [TARIFF, good, row])
    found = finding(report, code)
    assert (found.severity, found.row) == (Severity.ERROR, 3)
    assert all(found.message(language) for language in ("id", "en"))
    assert len(report.rows) == 1


def test_a_rate_below_all_of_the_law_asks_whether_its_hundredfold_was_meant() -> None:
    report = read("tarif", xlsx_of({"S": [TARIFF, ["PU", "JKK", 0.0024, "persen_upah", "", "", ""]]}))
    assert "0,24 persen?" in finding(report, "ACUAN_TARIF_RENDAH").message("id")
    assert "0.24 percent" in finding(report, "ACUAN_TARIF_RENDAH").message("en")


def test_percentages_keep_their_fraction() -> None:
    report = read("tarif", [TARIFF, ["PU", "JKK", "0,240", "persen_upah", "", "", ""]])
    assert list(report.rows["nilai"]) == [0.24]


def test_an_alias_means_one_area_among_its_neighbours() -> None:
    head = ["Kode", "Ejaan lain"]
    taken = read("alias_wilayah", [head, ["33.19.04.2013", "Desa Kalirejo"]])
    assert "ACUAN_ALIAS_GANDA" in codes(taken)
    assert "ACUAN_KODE_ASING" in codes(read("alias_wilayah", [head, ["99.01.01", "Entah"]]))
    assert read("alias_wilayah", [head, ["33.19.04.2013", "Watesan"]]).outcome == "ok"


def test_a_file_without_the_needed_columns_is_refused_with_what_was_found() -> None:
    report = read("wilayah", [["Desa", "Luas"], ["Agung", 5]])
    message = finding(report, "ACUAN_KOLOM_TIDAK_ADA").message("id")
    assert (report.outcome, "Desa, Luas" in message) == ("refused", True)


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"PK\x03\x04rusak", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_what_is_no_table_is_refused_by_the_same_door(content: bytes) -> None:
    assert read("wilayah", content).outcome == "refused"


class TestThresholds:
    HEAD = ("Kode", "Nilai", "Satuan", "Alasan")

    def test_value_and_reason_are_the_offices_and_all_others_stay(self) -> None:
        report = read(
            "ambang", [[*self.HEAD, "Nama"], ["PAGU_BERLEBIH", "40", "", "Keputusan rapat.", "Lain"]]
        )
        assert (report.outcome, report.sheets[0].data_rows) == ("ok", 1)
        assert finding(report, "ACUAN_AMBANG_TETAP").params["n"] == 12
        shipped = load_reference().table("ambang").set_index("kode")
        rows = report.rows.set_index("kode")
        assert set(rows.index) == set(shipped.index)
        assert list(rows.loc[["PAGU_BERLEBIH", "MUTU_A"], "nilai"]) == [40, 90]
        assert list(rows.loc[["PAGU_BERLEBIH"], "nama"]) == ["Pagu jauh di atas kebutuhan"]
        assert list(rows.loc[["MUTU_A"], "alasan"]) == list(shipped.loc[["MUTU_A"], "alasan"])

    def test_a_change_without_a_reason_is_not_taken_and_what_stood_stays(self) -> None:
        report = read(
            "ambang", [self.HEAD, ["MUTU_A", "95", "", ""], ["MUTU_B", "80", "dari 100", "Lebih ketat."]]
        )
        assert finding(report, "SEL_WAJIB_KOSONG").row == 2
        values = report.rows.set_index("kode")["nilai"]
        assert (values["MUTU_A"], values["MUTU_B"]) == (90, 80)
        assert list(report.rejected["row"]) == [2]

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            (["MUTU_E", "10", "", "x"], "ACUAN_AMBANG_ASING"),
            (["BULAN_MENDESAK", "10", "hari", "x"], "ACUAN_AMBANG_SATUAN"),
            (["BULAN_MENDESAK", "1,5", "", "x"], "ACUAN_BULAN_TIDAK_UTUH"),
            (["POIN_MENDESAK", "-1", "", "x"], "ACUAN_NILAI_NEGATIF"),
            (["POIN_MENDESAK", "0", "", "x"], "ACUAN_NILAI_HARUS_LEBIH"),
            (["POIN_MENDESAK", "100,5", "", "x"], "ACUAN_NILAI_HARUS_LEBIH"),
            (["BULAN_KE_DEPAN", "9" * 30, "", "x"], "ACUAN_NILAI_DI_LUAR"),
            (["BULAN_KE_DEPAN", "1e400", "", "x"], "ACUAN_NILAI_DI_LUAR"),
            (["BULAN_KE_DEPAN", "61", "", "x"], "ACUAN_NILAI_DI_LUAR"),
            (["MUTU_A", "101", "", "x"], "ACUAN_NILAI_DI_LUAR"),
            (["UNDANG_HASIL", "101", "", "x"], "ACUAN_NILAI_DI_LUAR"),
            (["PAGU_BERLEBIH", "1001", "", "x"], "ACUAN_NILAI_DI_LUAR"),
        ],
    )
    def test_what_no_rule_could_use_is_named_with_its_row(self, row: list[str], code: str) -> None:
        found = finding(read("ambang", [self.HEAD, row]), code)
        assert found.row == 2
        assert all(found.message(language) for language in ("id", "en"))

    @pytest.mark.parametrize(
        ("code", "value"), [("BULAN_KE_DEPAN", "60"), ("PAGU_BERLEBIH", "1000"), ("POIN_MENDESAK", "100")]
    )
    def test_the_ends_of_a_range_may_stand(self, code: str, value: str) -> None:
        report = read("ambang", [self.HEAD, [code, value, "", "x"]])
        assert (report.outcome, report.sheets[0].data_rows) == ("ok", 1)

    @pytest.mark.parametrize("code", ["PAGU_BERLEBIH", "UKURAN_BERUBAH", "UNDANG_HASIL", "MUTU_A"])
    def test_a_cell_in_the_format_of_percentages_is_not_a_hundredth(self, code: str) -> None:
        report = read("ambang", xlsx_of({"S": [self.HEAD, [code, 0.3, "", "x"]]}))
        found = finding(report, "ACUAN_PERSEN_PECAHAN")
        assert (found.severity, found.row, found.value) == (Severity.ERROR, 2, "0.3")
        assert "misalnya 30." in found.message("id")
        assert read("ambang", [self.HEAD, [code, "95%", "", "x"]]).outcome == "ok"

    @pytest.mark.parametrize("code", ["SELISIH_PEMBAYARAN", "PERUBAHAN_PENYEBUT", "POIN_MENDESAK"])
    def test_less_than_one_percent_is_asked_about_where_it_makes_sense(self, code: str) -> None:
        rows = [self.HEAD, [code, "0,5", "", "x"]]
        report = read("ambang", rows)
        found = finding(report, "ACUAN_PERSEN_KECIL")
        assert (report.outcome, found.severity, found.row) == ("problems", Severity.WARNING, 2)
        assert "50 percent" in found.message("en")
        agreed = read("ambang", rows, accept=("ACUAN_PERSEN_KECIL",))
        assert (agreed.outcome, agreed.rows.set_index("kode")["nilai"][code]) == ("ok", 0.5)
        assert read("ambang", [self.HEAD, [code, "0,5 %", "", "x"]]).outcome == "ok"

    @pytest.mark.parametrize("text", ["1.000", "1,000", "90.000"])
    def test_one_or_a_thousand_is_asked_with_both_readings(self, text: str) -> None:
        found = finding(read("ambang", [self.HEAD, ["PAGU_BERLEBIH", text, "", "x"]]), "ACUAN_ANGKA_DUA_ARTI")
        first = text[: -len(".000")]
        assert (found.severity, found.row) == (Severity.ERROR, 2)
        assert f"{first}000 atau {first}." in found.message("id")

    def test_three_decimals_are_no_thousands_where_no_thousand_could_stand(self) -> None:
        rows = read("ambang", [self.HEAD, ["PAGU_BERLEBIH", "12.345", "", "x"]]).rows
        assert rows.set_index("kode")["nilai"]["PAGU_BERLEBIH"] == 12.345

    @pytest.mark.parametrize("head", [("Nilai", "Nilai baru"), ("Batas", "Nilai"), ("Nilai lama", "Nilai")])
    def test_two_columns_for_one_value_are_refused_by_name(self, head: tuple[str, str]) -> None:
        report = read("ambang", [["Kode", *head, "Alasan"], ["PAGU_BERLEBIH", "25", "40", "x"]])
        message = finding(report, "ACUAN_KOLOM_BERSAING").message("id")
        assert report.outcome == "refused"
        assert all(f"“{title}”" in message for title in head)

    def test_a_second_column_that_is_empty_or_the_same_competes_with_none(self) -> None:
        rows = [
            ["Kode", "Nilai", "Nilai baru", "Alasan"],
            ["PAGU_BERLEBIH", "40", "", "x"],
            ["MUTU_A", "95", "95", "x"],
        ]
        assert read("ambang", rows).outcome == "ok"

    @pytest.mark.parametrize("number", ["3319034509870001", "3319 0345 0987 0001"])
    def test_the_number_of_a_person_in_a_reason_is_not_taken_and_shown_nowhere(self, number: str) -> None:
        report = read("ambang", [self.HEAD, ["PAGU_BERLEBIH", "40", "", f"Usul warga {number}"]])
        assert finding(report, "ACUAN_DATA_PRIBADI").row == 2
        assert report.rows.set_index("kode")["nilai"]["PAGU_BERLEBIH"] == 25
        assert (
            number not in f"{report.findings}{report.sheets}{report.rejected.to_csv()}{report.rows.to_csv()}"
        )

    def test_what_is_urgent_is_among_what_is_told(self) -> None:
        report = read("ambang", [self.HEAD, ["BULAN_MENDESAK", "4", "", "x"]])
        message = finding(report, "ACUAN_BULAN_URUTAN").message("id")
        assert report.outcome == "refused"
        assert "BULAN_MENDESAK: 4" in message
        assert "BULAN_KE_DEPAN: 3" in message

    def test_grades_out_of_order_are_refused(self) -> None:
        report = read("ambang", [self.HEAD, ["MUTU_B", "92", "", "x"]])
        assert (report.outcome, codes(report)) == ("refused", {"ACUAN_MUTU_URUTAN"})
        assert finding(report, "ACUAN_MUTU_URUTAN").params["found"] == "90, 92, 60"

    def test_what_a_later_release_adds_is_there_beside_an_older_upload(self) -> None:
        older = read("ambang", [self.HEAD, ["MUTU_A", "95", "", "Lebih ketat."]]).rows
        older = older[older["kode"] != "UNDANG_BULAN"].assign(nilai=older["nilai"].astype(str))
        then = replace_tables(load_reference(), {"ambang": older})
        assert then.threshold("MUTU_A") == 95
        assert then.threshold("UNDANG_BULAN") == 12
        assert then.text_of("ambang", "MUTU_A", "alasan", "en") == "Lebih ketat."
        assert then.text_of("ambang", "MUTU_A", "satuan", "en") == "of 100"


def test_thresholds_keep_their_order_whichever_of_them_a_file_names() -> None:
    head, standing = ["Kode", "Nilai", "Alasan"], list(load_reference().codes("ambang"))
    for named in (standing[2:4], standing[:3][::-1], [standing[-1]]):
        values = load_reference().table("ambang").set_index("kode")["nilai"]
        report = read("ambang", [head, *([code, values[code], "Rapat"] for code in named)])
        assert list(report.rows["kode"]) == standing
        assert list(report.rows["urutan"]) == list(range(1, len(standing) + 1))
    odd = read("ambang", [head, ["ENTAH", 3, "Rapat"], [standing[1], values[standing[1]], "Rapat"]])
    assert (list(odd.rows["kode"]), list(odd.rejected["row"])) == (standing, [2])
