"""Reference tables have versions beside the data: read as of a version, undone, and never robbed of codes in use."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from jamsos_data.boundaries import map_shapes
from jamsos_data.commit import commit_report, fits_example, load_example, preview_reference
from jamsos_data.lake import Lake, LakeError
from jamsos_data.lake.errors import CodesInUseError, ConflictError
from jamsos_data.metrics.grades import letter_of
from jamsos_data.metrics.tariffs import find_tariff
from jamsos_data.reference import load_reference
from tests.regency import (
    AREAS,
    KECAMATAN,
    PEOPLE,
    desa_map,
    feature,
    geojson,
    put_data,
    put_reference,
    read_reference,
    square,
)  # fmt: skip

SMALLER = b"Kode;Nama\n99.01;Tirta Raya\n99.01.01;Hulu\n99.01.01.2001;Sumber Agung\n"


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path / "data")


def test_an_uploaded_table_is_read_from_then_on_and_the_shipped_one_before(lake: Lake) -> None:
    before = lake.fingerprint()
    version = put_reference(lake, "wilayah", AREAS)
    assert (version.kind, version.version, version.author, version.rows) == ("wilayah", 1, "Sri", 12)
    assert lake.reference().kabupaten == "99.01"
    assert lake.reference() is lake.reference()
    assert lake.fingerprint() != before
    assert lake.reference({"wilayah": 0}) is load_reference()
    put_reference(lake, "wilayah", SMALLER)
    assert len(lake.reference({"wilayah": 1}).all_desa) == 8
    assert lake.reference().all_desa == ("99.01.01.2001",)


def test_restoring_version_zero_brings_the_shipped_table_back(lake: Lake) -> None:
    put_reference(lake, "wilayah", AREAS)
    made = lake.restore("wilayah", 0, author="Budi")
    assert (made.version, made.restored) == (2, 0)
    assert lake.reference() is load_reference()
    lake.restore("wilayah", 1)
    assert lake.reference().kabupaten == "99.01"


def test_no_upload_and_no_restore_takes_away_a_code_that_the_data_hold(lake: Lake) -> None:
    put_reference(lake, "wilayah", AREAS)
    clean = read_reference(lake, "wilayah", SMALLER)
    put_data(lake, PEOPLE.replace(b"Pasarlawas", b"Pasar Lama"), name="oktober.csv")
    with pytest.raises(CodesInUseError, match=r"99\.01\.01\.2002"):
        commit_report(lake, clean, author="Sri")
    with pytest.raises(CodesInUseError, match=r"99\.01\.01\.2001"):
        lake.restore("wilayah", 0)
    assert lake.version("wilayah") == 1
    assert read_reference(lake, "wilayah", SMALLER).outcome == "refused"


def test_data_return_only_where_their_codes_are_known(lake: Lake) -> None:
    put_reference(lake, "wilayah", AREAS)
    put_data(lake, PEOPLE.replace(b"Pasarlawas", b"Pasar Lama"), name="oktober.csv")
    lake.restore("kepesertaan", 0)
    lake.restore("wilayah", 0)
    with pytest.raises(CodesInUseError, match=r"99\.01\.01\.2001"):
        lake.restore("kepesertaan", 1)
    lake.restore("wilayah", 1)
    lake.restore("kepesertaan", 1)


def test_the_difference_names_rows_added_changed_and_removed(lake: Lake) -> None:
    put_reference(lake, "wilayah", AREAS)
    new = SMALLER.replace(b"Hulu", b"Hulu Baru") + b"99.01.01.2009;Desa Baru\n"
    change = preview_reference(lake, read_reference(lake, "wilayah", new))
    assert [(row.key, row.name) for row in change.added] == [("99.01.01.2009", "Desa Baru")]
    renamed = next(row for row in change.changed if row.key == "99.01.01")
    assert [(cell.column, cell.before, cell.after) for cell in renamed.cells] == [
        ("nama", "Hulu", "Hulu Baru")
    ]
    assert (len(change.removed), change.rows_before, change.rows_after) == (9, 12, 4)
    assert not change.is_empty


def test_the_same_file_twice_is_recognised_and_a_table_as_it_stands_changes_nothing(lake: Lake) -> None:
    first = put_reference(lake, "wilayah", AREAS)
    report = read_reference(lake, "wilayah", AREAS)
    assert preview_reference(lake, report).already_loaded == first
    assert preview_reference(lake, report).is_empty
    assert commit_report(lake, report, author="Budi") == first


def test_two_who_replace_one_table_are_told(lake: Lake) -> None:
    put_reference(lake, "wilayah", AREAS)
    base = lake.version("wilayah")
    put_reference(lake, "wilayah", SMALLER)
    mine = read_reference(lake, "wilayah", AREAS.replace(b"Muara", b"Muara Baru"))
    with pytest.raises(ConflictError):
        commit_report(lake, mine, base_version=base)


def test_the_order_of_a_hierarchy_is_that_of_the_file(lake: Lake) -> None:
    table = load_reference().table("segmen")
    turned = table.iloc[[0, 3, 2, 1, *range(4, len(table))]]
    put_reference(lake, "segmen", turned.to_csv(index=False).encode())
    assert lake.reference().segmen_tree.codes[:4] == ("SEMUA", "JAKON", "BPU", "PU")


def test_a_tariff_of_its_own_is_counted_with_from_its_month(lake: Lake) -> None:
    rows = load_reference().tarif.to_csv(index=False) + "BPU,*,CSR,JKM,rupiah,7000,2027-01,,Perbup,\n"
    put_reference(lake, "tarif", rows.encode())

    def cost(year: int) -> int | None:
        return find_tariff(
            lake.reference(), segmen="RENTAN", sumber_dana="CSR", program="JKM", bulan=datetime(year, 3, 1)
        ).per_bulan

    assert (cost(2026), cost(2027)) == (6800, 7000)


def test_a_threshold_of_its_own_decides_and_undoing_it_brings_the_shipped_one_back(lake: Lake) -> None:
    put_reference(lake, "ambang", b"Kode;Nilai;Alasan\nMUTU_A;95;Lebih ketat\n")
    assert [letter_of(score, lake.reference()) for score in (95.0, 94.9)] == ["A", "B"]
    assert lake.reference().threshold("MUTU_B") == 75
    lake.restore("ambang", 0)
    assert letter_of(94.9, lake.reference()) == "A"


def test_boundaries_of_one_level_leave_the_other_alone(lake: Lake) -> None:
    put_reference(lake, "wilayah", AREAS)
    put_reference(lake, "batas_wilayah", desa_map(), name="desa.geojson")
    coarse = geojson(feature({"nama": name}, square(0, 2 - n)) for n, name in enumerate(KECAMATAN.values()))
    put_reference(lake, "batas_wilayah", coarse, name="kecamatan.geojson")
    assert lake.scan("batas_wilayah").collect().height == 11
    names = {
        level: shapes.file_name
        for level in ("kecamatan", "desa")
        if (shapes := map_shapes(lake, level, lake.versions()))
    }
    assert names == {"kecamatan": "kecamatan.geojson", "desa": "desa.geojson"}


def test_kecamatan_are_joined_from_desa_and_the_map_before_is_the_one_before(lake: Lake) -> None:
    put_reference(lake, "wilayah", AREAS)
    put_reference(lake, "batas_wilayah", desa_map(), name="desa.geojson")
    now = map_shapes(lake, "kecamatan", lake.versions())
    assert now is not None
    assert now.official
    assert '"id":"99.01.01"' in now.text
    before = map_shapes(lake, "kecamatan", {"wilayah": 1})
    assert before is not None
    assert not before.official
    lake.restore("batas_wilayah", 0)
    assert map_shapes(lake, "kecamatan", lake.versions()) == before


def test_areas_without_points_have_no_schematic_map(lake: Lake) -> None:
    put_reference(lake, "wilayah", SMALLER)
    assert map_shapes(lake, "kecamatan", lake.versions()) is None


def test_the_example_of_kudus_is_not_loaded_into_another_regency(lake: Lake) -> None:
    put_reference(lake, "wilayah", AREAS)
    assert not fits_example(lake)
    with pytest.raises(LakeError, match="Kudus"):
        load_example(lake)
