"""Numbers under no more than "Jumlah": taken where the kind of data is known and nothing else is left, and said."""

from __future__ import annotations

from tests.intake.sheets import GIVEN, codes, csv_of, finding, read, xlsx_of

BARE = [["Kecamatan", "Jumlah"], ["Jati", 30], ["Bae", 40], ["Jumlah", 70]]
BUDGET = {"tahun": "2026", "versi": "murni", "sumber_dana": "DBHCHT", "segmen": "RENTAN"}


def test_the_only_column_of_numbers_is_the_value_where_the_kind_is_stated() -> None:
    report = read(csv_of(BARE), kind="kepesertaan", given=GIVEN)
    assert (report.outcome, report.totals) == ("ok", {"peserta_aktif": 70})
    found = finding(report, "KOLOM_NILAI_DIANGGAP")
    assert (found.severity, found.column) == ("info", "Jumlah")
    evidence = report.sheets[0].columns[1].evidence
    assert evidence is not None
    assert evidence.confidence == "mungkin"
    assert report.shapes == ()  # the next "Jumlah" may be rupiah
    # As iuran it could be people as well as rupiah, so it must be acknowledged.
    assert (
        finding(read(csv_of(BARE), kind="iuran", given=GIVEN), "KOLOM_NILAI_DIANGGAP").severity == "warning"
    )
    strange = csv_of([["No", "Kecamatan", "Hasil"], [1, "Jati", 30], [2, "Bae", 40]])
    assert (
        finding(read(strange, kind="kepesertaan", given=GIVEN), "KOLOM_NILAI_DIANGGAP").severity == "warning"
    )
    per_village = xlsx_of({
        "Jati": [["Desa", "Total"], ["Ploso", 3], ["Megawon", 4]],
        "Undaan": [["Desa", "Total"], ["Wates", 5]],
        "Gudang": [["Barang", "Isi"], ["Kertas", 6], ["Tinta", 7]],
    })  # fmt: skip
    report = read(per_village, kind="kepesertaan", given=GIVEN)
    assert report.totals == {"peserta_aktif": 12}
    assert finding(report, "LEMBAR_BERANGKA_TIDAK_DIBACA").sheet == "Gudang"


def test_what_could_be_something_else_is_not_taken() -> None:
    for header, cell in (("Selisih", "30"), ("Jumlah", "30%"), ("Iuran", "30")):
        content = csv_of([["No", "Kecamatan", header], [1, "Jati", cell], [2, "Bae", cell]])
        assert codes(read(content, kind="kepesertaan", given=GIVEN)) == ["KOLOM_NILAI_TIDAK_ADA"]
    two = csv_of([["Kecamatan", "Lain", "Total"], ["Jati", 30, 31], ["Bae", 40, 41]])
    assert codes(read(two, kind="kepesertaan", given=GIVEN)) == ["KOLOM_NILAI_TIDAK_ADA"]


def test_what_is_stated_for_the_file_tells_the_kind_or_narrows_it() -> None:
    report = read(csv_of(BARE), given=BUDGET)
    assert (report.kind, report.totals, report.outcome) == ("anggaran", {"pagu": 70}, "problems")
    assert finding(report, "KOLOM_NILAI_DIANGGAP").severity == "warning"
    asked = read(csv_of(BARE), given=GIVEN)
    assert codes(asked) == ["JENIS_TIDAK_DIKENAL"]
    assert "(kepesertaan, iuran, daftar_peserta)" in asked.findings[0].message("id")
    assert codes(read(csv_of(BARE), given={"segmn": "RENTAN"})) == ["KONSTANTA_TIDAK_DIKENAL"]


def test_a_signature_beneath_the_figures_does_not_hide_them() -> None:
    rows = [
        ["DATA LINMAS KECAMATAN GEBOG BULAN AGUSTUS 2026"], ["No", "Desa", "Jumlah Anggota"],
        [1, "Gribig", 40], [2, "Besito", 30], ["", "Jumlah", 70], [], ["", "", "Kudus, 5 Oktober 2026"],
        ["", "", "KEPALA DINAS"], [], ["", "", "RINI KARTIKA"], ["", "", "NIP. 19660101 199003 2 001"],
    ]  # fmt: skip
    given = {"sumber_dana": "APBDES", "program": "JKK+JKM"}
    report = read(xlsx_of({"S": rows}), kind="kepesertaan", given=given)
    assert "KOLOM_NILAI_DIANGGAP" in codes(report)
    assert report.totals == {"peserta_aktif": 70}
