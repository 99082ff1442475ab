"""What an upload takes away, and what may count twice, is known before it is committed."""

from pathlib import Path

import polars as pl
import pytest

from jamsos_data.commit import commit_report, preview_commit
from jamsos_data.intake import IntakeOptions, IntakeReport, read_upload
from jamsos_data.lake import Lake, Provenance
from jamsos_data.preview import ChangePreview
from jamsos_data.preview_words import coverage_sentence, warning_sentences
from jamsos_data.reference import load_reference
from tests.pages.small_lake import put as put_rows

HEADER = "Bulan;Kode wilayah;Segmen;Sumber dana;Program;Peserta aktif"
KALIREJO = "33.19.04.2003"
UNDAAN, DAWE, JATI, KUDUS = "33.19.04", "33.19.09", "33.19.03", "33.19"


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path / "data")


def read(*lines: str, header: str = HEADER, kind: str = "kepesertaan") -> IntakeReport:
    content = "\n".join([header, *lines]).encode()
    reference = load_reference()
    report = read_upload(content, file_name="a.csv", reference=reference, options=IntakeOptions(kind=kind))
    accepted = frozenset(found.code for found in report.findings)
    options = IntakeOptions(kind=kind, accepted=accepted)
    return read_upload(content, file_name="a.csv", reference=reference, options=options)


def people(month: str, area: str, segmen: str, number: int, *, sumber: str = "DBHCHT") -> str:
    return f"{month};{area};{segmen};{sumber};JKK+JKM;{number}"


def put(lake: Lake, *lines: str) -> None:
    commit_report(lake, read(*lines), mode="add")


def lost(preview: ChangePreview) -> tuple[dict[str, int], dict[tuple[str, ...], int]]:
    areas = {area.code: area.value for area in preview.lost_areas}
    return areas, {tuple(cell.cell.values()): cell.value for cell in preview.lost_cells}


def test_areas_that_the_upload_does_not_mention_disappear_by_name_and_value(lake: Lake) -> None:
    put(lake, people("2026-09", DAWE, "RENTAN", 100), people("2026-09", JATI, "RENTAN", 200))
    preview = preview_commit(lake, read(people("2026-09", UNDAAN, "RENTAN", 77)))
    assert [(area.code, area.name, area.value) for area in preview.lost_areas] == [
        (JATI, "Jati", 200),
        (DAWE, "Dawe", 100),
    ]
    assert preview.lost_cells == ()
    assert preview.loses


def test_nothing_disappears_where_every_area_is_mentioned_or_rows_are_added(lake: Lake) -> None:
    put(lake, people("2026-09", DAWE, "RENTAN", 100))
    same = read(people("2026-09", DAWE, "RENTAN", 90), people("2026-09", JATI, "RENTAN", 5))
    assert not preview_commit(lake, same).loses
    other = read(people("2026-09", JATI, "RENTAN", 5))
    assert preview_commit(lake, other).loses
    assert not preview_commit(lake, other, mode="add").loses


def test_a_combination_is_lost_that_only_the_cross_product_replaces(lake: Lake) -> None:
    put(lake, people("2026-09", DAWE, "RENTAN", 40, sumber="APBDES"))
    preview = preview_commit(
        lake,
        read(
            people("2026-09", DAWE, "RENTAN", 10),
            people("2026-08", DAWE, "RT_RW", 20, sumber="APBDES"),
        ),
    )
    assert lost(preview) == ({}, {("2026-09", "RENTAN", "APBDES"): 40})


def test_an_area_is_lost_in_the_month_that_mentions_others_only(lake: Lake) -> None:
    put(
        lake,
        *(people(month, area, "RENTAN", 10) for month in ("2026-08", "2026-09") for area in (DAWE, JATI)),
    )
    preview = preview_commit(
        lake,
        read(
            people("2026-08", DAWE, "RENTAN", 1),
            people("2026-08", JATI, "RENTAN", 1),
            people("2026-09", DAWE, "RENTAN", 1),
        ),
    )
    assert lost(preview) == ({JATI: 10}, {})


def test_the_published_potential_of_the_regency_is_missed_when_one_kecamatan_replaces_it(lake: Lake) -> None:
    header = "Tahun;Kode wilayah;Segmen;Basis;Jumlah pekerja"
    basis = "potensi BPJS/Bappenas"
    commit_report(lake, read(f"2023;{KUDUS};SEMUA;{basis};485048", header=header, kind="potensi"))
    preview = preview_commit(lake, read(f"2023;{DAWE};SEMUA;{basis};50000", header=header, kind="potensi"))
    assert lost(preview) == ({KUDUS: 485048}, {})
    assert preview.contained == ()


def test_a_budget_for_another_segment_of_the_same_source_is_missed(lake: Lake) -> None:
    header = "Tahun;Versi anggaran;Kode wilayah;Sumber dana;Segmen;Pagu (Rp)"
    commit_report(lake, read(f"2026;murni;{KUDUS};DBHCHT;RENTAN;5000000", header=header, kind="anggaran"))
    preview = preview_commit(
        lake, read(f"2026;murni;{KUDUS};DBHCHT;BURUH_TANI;1000000", header=header, kind="anggaran")
    )
    assert lost(preview)[1] == {("2026", "murni", "DBHCHT", "RENTAN"): 5000000}


def test_invented_rows_are_never_missed_nor_counted_twice(lake: Lake) -> None:
    put(lake, people("2026-09", DAWE, "RENTAN", 100), people("2026-09", KUDUS, "BPU", 500))
    example = lake.scan_stored("kepesertaan").collect().with_columns(asal=pl.lit("contoh"))
    lake.restore("kepesertaan", 0)
    lake.add_rows("kepesertaan", example, provenance=Provenance(action="contoh"))
    preview = preview_commit(lake, read(people("2026-09", KALIREJO, "RENTAN", 5)))
    assert (preview.loses, preview.contained) == (False, ())


@pytest.mark.parametrize(
    ("stored", "uploaded", "found"),
    [
        ((KUDUS, "BPU", 9128, "TIDAK_DIRINCI"), (KALIREJO, "RENTAN", 300, "DBHCHT"), "outer"),
        ((KUDUS, "BPU", 9128, "TIDAK_DIRINCI"), (KUDUS, "RENTAN", 300, "DBHCHT"), "outer"),
        ((KALIREJO, "RENTAN", 300, "DBHCHT"), (UNDAAN, "SEMUA", 9128, "DBHCHT"), "inner"),
        ((KUDUS, "RENTAN", 300, "APBD_KAB"), (DAWE, "RENTAN", 40, "DBHCHT"), "outer"),
        ((KUDUS, "PU", 9128, "TIDAK_DIRINCI"), (KALIREJO, "RENTAN", 300, "DBHCHT"), None),
        ((DAWE, "BPU", 9128, "TIDAK_DIRINCI"), (KALIREJO, "RENTAN", 300, "DBHCHT"), None),
        ((KUDUS, "BPU", 9128, "MANDIRI"), (KALIREJO, "RENTAN", 300, "DBHCHT"), None),
        ((KUDUS, "RENTAN", 300, "DBHCHT"), (KALIREJO, "RENTAN", 40, "DBHCHT"), None),
    ],
)
def test_a_row_above_another_in_segment_or_source_and_around_it_may_contain_it(
    lake: Lake, stored: tuple[str, str, int, str], uploaded: tuple[str, str, int, str], found: str | None
) -> None:
    def line(area: str, segmen: str, number: int, sumber: str) -> str:
        return people("2026-09", area, segmen, number, sumber=sumber)

    put(lake, line(*stored))
    preview = preview_commit(lake, read(line(*uploaded)), mode="add")
    assert [pair.stored for pair in preview.contained] == ([] if found is None else [found])
    for pair in preview.contained:
        outer, inner = (stored, uploaded) if found == "outer" else (uploaded, stored)
        assert (pair.outer.areas, pair.outer.value) == ((outer[0],), outer[2])
        assert (pair.inner.areas, pair.inner.value) == ((inner[0],), inner[2])
        assert pair.cell == {"periode": "2026-09"}


def test_enterprises_of_the_regency_may_hold_those_of_its_kecamatan(lake: Lake) -> None:
    header = "Tahun;Kode wilayah;Usaha terdata;Usaha terdaftar"

    def enterprises(*lines: str) -> IntakeReport:
        return read(*lines, header=header, kind="umkm")

    upload = enterprises(f"2026;{KUDUS};900;400", f"2025;{KUDUS};800;300")
    commit_report(lake, upload)
    added = enterprises(f"2026;{DAWE};10;4", f"2026;{UNDAAN};20;6")
    (pair,) = preview_commit(lake, added, mode="add").contained

    assert (pair.stored, pair.cell) == ("outer", {"tahun": "2026"})
    assert (pair.outer.areas, pair.outer.value) == ((KUDUS,), 400)
    assert (pair.inner.areas, pair.inner.value) == ((UNDAAN, DAWE), 10)
    assert preview_commit(lake, added).contained == ()  # the year is replaced
    (said,) = warning_sentences(
        preview_commit(lake, added, mode="add"), reference=load_reference(), language="id"
    )
    assert "2026: 400 (Kudus) mungkin sudah memuat 10 (2 wilayah)" in said


def test_rows_of_other_months_and_replaced_rows_contain_nothing(lake: Lake) -> None:
    put(lake, people("2026-08", KUDUS, "BPU", 9128), people("2026-09", KUDUS, "BPU", 9128))
    both = read(people("2026-09", KALIREJO, "RENTAN", 300), people("2026-09", KUDUS, "BPU", 8828))
    assert preview_commit(lake, both).contained == ()


def test_the_sentences_name_areas_combinations_and_pairs_with_their_figures(lake: Lake) -> None:
    put(
        lake,
        people("2026-09", KUDUS, "BPU", 9128, sumber="TIDAK_DIRINCI"),
        people("2026-09", DAWE, "RENTAN", 1100),
    )
    preview = preview_commit(
        lake, read(people("2026-09", KALIREJO, "RENTAN", 300), people("2026-09", UNDAAN, "RENTAN", 7))
    )
    said = warning_sentences(preview, reference=load_reference(), language="id", codes=True)
    assert said == (
        "Hilang: angka 1 wilayah yang tidak disebut di berkas ini: Dawe 1.100.",
        (
            "Mungkin terhitung dua kali: September 2026: BPU 9.128 (Kudus) mungkin sudah memuat "
            "RENTAN 307 (2 wilayah). Angka wilayah yang berbeda dijumlahkan apa adanya."
        ),
    )
    named = warning_sentences(preview, reference=load_reference(), language="en")
    assert "Informal workers 9,128 (Kudus) may already include Vulnerable workers" in named[1]


def test_a_long_list_is_cut_and_the_rest_counted(lake: Lake) -> None:
    villages = load_reference().all_desa[:15]
    put(lake, *(people("2026-09", desa, "RENTAN", 1) for desa in villages))
    preview = preview_commit(lake, read(people("2026-09", KUDUS, "RENTAN", 15)))
    (sentence,) = warning_sentences(preview, reference=load_reference(), language="id")
    assert len(preview.lost_areas) == 15
    assert sentence.endswith("; dan 3 lagi.")


def put_potential(lake: Lake, *parts: tuple[str, int]) -> None:
    header = "Tahun;Kode wilayah;Segmen;Basis;Jumlah pekerja"
    lines = [f"2026;{KUDUS};{segmen};potensi BPJS/Bappenas;{number}" for segmen, number in parts]
    commit_report(lake, read(*lines, header=header, kind="potensi"), mode="add")


def test_the_change_is_told_by_segment_in_the_order_of_the_segments(lake: Lake) -> None:
    put(lake, people("2026-09", DAWE, "RENTAN", 100), people("2026-09", DAWE, "UMKM", 7))
    preview = preview_commit(
        lake, read(people("2026-09", DAWE, "RENTAN", 60), people("2026-09", JATI, "PU_SWASTA", 5))
    )
    assert preview.by_segmen.to_dict("list") == {
        "segmen": ["PU_SWASTA", "RENTAN"],
        "sebelum": [0, 100],
        "sesudah": [5, 60],
        "selisih": [5, -40],
    }
    assert preview.difference == preview.by_segmen["selisih"].sum()


def test_data_without_segments_has_no_change_by_segment_and_no_coverage(lake: Lake) -> None:
    header = "Tahun;Kode wilayah;Usaha terdata;Usaha terdaftar"
    preview = preview_commit(lake, read(f"2026;{DAWE};10;4", header=header, kind="umkm"))
    assert (len(preview.by_segmen), preview.coverage) == (0, None)


def test_coverage_of_the_regency_counts_also_what_the_upload_does_not_touch(lake: Lake) -> None:
    put_potential(lake, ("PU", 600), ("BPU", 400))
    put(lake, people("2026-09", DAWE, "RENTAN", 100), people("2026-09", JATI, "PU_SWASTA", 200))
    preview = preview_commit(lake, read(people("2026-09", UNDAAN, "RENTAN", 150)))
    # 300 of 1.000 before; 200 + 150 after
    said = coverage_sentence(preview, language="id")
    assert said == (
        "Cakupan kabupaten September 2026: 30,00 % (300 orang) → 35,00 % (350 orang) dari 1.000 pekerja "
        "(potensi BPJS/Bappenas 2026). Naik 5,00 poin persen."
    ).replace(" %", "\N{NO-BREAK SPACE}%")  # fmt: skip
    less = preview_commit(lake, read(people("2026-09", UNDAAN, "RENTAN", 1)))
    assert coverage_sentence(less, language="en").endswith("Down 9.90 percentage points.")


def test_coverage_leaves_construction_out_where_its_potential_is_not_known(lake: Lake) -> None:
    put_potential(lake, ("PU", 600), ("BPU", 400))
    preview = preview_commit(
        lake, read(people("2026-09", KUDUS, "JAKON", 50), people("2026-09", UNDAAN, "RENTAN", 100))
    )
    assert preview.coverage is not None
    assert (preview.coverage.dengan_jakon, preview.coverage.after.persen) == (False, 10.0)
    said = coverage_sentence(preview, language="id")
    assert "belum ada data → 10,00" in said
    assert "tanpa jasa konstruksi" in said


def test_without_a_real_potential_there_is_no_percentage_but_people(lake: Lake) -> None:
    put_potential(lake, ("SEMUA", 1000))
    example = lake.scan_stored("potensi").collect().with_columns(asal=pl.lit("contoh"))
    lake.restore("potensi", 0)
    lake.add_rows("potensi", example, provenance=Provenance(action="contoh"))
    preview = preview_commit(lake, read(people("2026-09", UNDAAN, "RENTAN", 100)))
    assert coverage_sentence(preview, language="id") == (
        "Peserta aktif kabupaten September 2026: belum ada data → 100 orang. Persentasenya belum dapat dihitung: "
        "potensi pekerja (bukan contoh) belum dimuat."
    )


def jumps(preview: ChangePreview) -> list[tuple[str, int, int, int, bool]]:
    return [
        (jump.cell["kode_wilayah"], jump.before, jump.after, jump.times, jump.up) for jump in preview.jumps
    ]


def test_figures_of_ten_or_a_thousand_times_the_month_before_are_told_and_nothing_else(lake: Lake) -> None:
    put(
        lake,
        people("2026-08", KALIREJO, "RENTAN", 300),
        people("2026-08", DAWE, "RENTAN", 118_040),
        people("2026-08", JATI, "RENTAN", 120),
        people("2026-08", UNDAAN, "RENTAN", 9),
        people("2026-06", KUDUS, "RENTAN", 20),
    )
    report = read(
        people("2026-09", KALIREJO, "RENTAN", 300_000),
        people("2026-09", DAWE, "RENTAN", 11_804),
        people("2026-09", JATI, "RENTAN", 700),
        people("2026-09", UNDAAN, "RENTAN", 90),
        people("2026-09", KUDUS, "RENTAN", 200),
        people("2026-10", JATI, "RENTAN", 70_200),
    )
    preview = preview_commit(lake, report)
    assert jumps(preview) == [
        (KALIREJO, 300, 300_000, 1000, True),
        (JATI, 700, 70_200, 100, True),
        (DAWE, 118_040, 11_804, 10, False),
    ]
    assert preview.needs_consent
    told = warning_sentences(preview, reference=load_reference(), language="id")
    assert any(
        "sekitar 1.000 kali" in text and "Kalirejo" in text and "300 → 300.000" in text for text in told
    )


def test_contributions_paid_for_several_months_at_once_are_no_jump(lake: Lake) -> None:
    header = "Bulan;Kode wilayah;Segmen;Sumber dana;Program;Bulan dibayar;Iuran"
    row = f"{{}};{KALIREJO};RENTAN;DBHCHT;JKK+JKM;{{}};{{}}"
    commit_report(lake, read(row.format("2026-08", 1, 168_000), header=header, kind="iuran"), mode="add")
    paid_ahead = read(row.format("2026-09", 10, 1_680_000), header=header, kind="iuran")
    assert preview_commit(lake, paid_ahead).jumps == ()
    ten_times = read(row.format("2026-09", 1, 1_680_000), header=header, kind="iuran")
    assert jumps(preview_commit(lake, ten_times)) == [(KALIREJO, 168_000, 1_680_000, 10, True)]


def test_nothing_is_compared_with_the_example(lake: Lake) -> None:
    invented = {"periode": "2026-08-01", "kode_wilayah": KALIREJO, "segmen": "RENTAN", "peserta_aktif": 300}
    put_rows(lake, "kepesertaan", [invented | {"sumber_dana": "DBHCHT", "program": "JKK+JKM"}], asal="contoh")

    assert preview_commit(lake, read(people("2026-09", KALIREJO, "RENTAN", 300_000))).jumps == ()
