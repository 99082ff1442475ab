"""The shipped code lists hang together, and a folder may replace any of them."""

import pandas as pd
import pytest

from jamsos_data.datasets import DATASETS, ColumnKind
from jamsos_data.reference import Reference, load_reference, replace_tables
from jamsos_data.reference.code_tree import CodeTree


@pytest.fixture
def reference() -> Reference:
    return load_reference()


def test_kudus_has_nine_kecamatan_123_desa_and_nine_kelurahan_all_in_kota_kudus(reference: Reference) -> None:
    counts = reference.wilayah["jenis"].value_counts().to_dict()
    assert counts == {"kabupaten": 1, "kecamatan": 9, "desa": 123, "kelurahan": 9}
    kelurahan = [kode for kode in reference.all_desa if reference.is_kelurahan(kode)]
    assert {reference.parent_area(kode) for kode in kelurahan} == {"33.19.02"}


def test_every_area_lies_in_a_known_area(reference: Reference) -> None:
    for kode in (*reference.kecamatan, *reference.all_desa):
        assert reference.has_area(reference.parent_area(kode))


@pytest.mark.parametrize("name", ["segmen_tree", "sumber_tree"])
def test_every_code_leads_up_to_the_root(reference: Reference, name: str) -> None:
    tree = getattr(reference, name)
    assert all(code == tree.root or tree.ancestors(code)[-1] == tree.root for code in tree.codes)
    assert set(tree.descendants(tree.root)) == set(tree.codes)


def test_a_walk_begins_at_the_code_itself_and_goes_down_in_the_order_of_the_table() -> None:
    tree = CodeTree({"A": "", "B": "A", "C": "A", "D": "B"}, {})
    assert (tree.children("A"), tree.descendants("A")) == (("B", "C"), ("A", "B", "D", "C"))
    assert (tree.ancestors("D"), tree.ancestors("A")) == (("B", "A"), ())
    # A code of an older table may still stand in the data.
    assert (tree.children("X"), tree.descendants("X")) == ((), ("X",))


def test_dbhcht_lies_inside_the_regency_budget(reference: Reference) -> None:
    assert reference.sumber_tree.parent("DBHCHT") == "APBD_KAB"


def test_the_bpu_minimum_is_16800_rupiah(reference: Reference) -> None:
    standing = reference.tarif.query("segmen == 'BPU' and dari == '' and program in ['JKK', 'JKM']")
    assert sum(int(nilai) for nilai in standing["nilai"]) == 16_800


@pytest.mark.parametrize("kind", DATASETS)
def test_every_code_column_names_a_table_that_exists(reference: Reference, kind: str) -> None:
    for column in DATASETS[kind].columns_of(ColumnKind.CODE):
        assert column.codes is not None
        assert reference.codes(column.codes)


@pytest.mark.parametrize("table", ["segmen", "sumber_dana", "program", "basis"])
def test_no_synonym_means_two_things(reference: Reference, table: str) -> None:
    words = [word for cell in reference.table(table)["sinonim"] for word in cell.split("|") if word]
    assert len(words) == len(set(words))


def test_a_replaced_table_takes_the_place_of_the_shipped_one_and_aliases_of_areas_gone_go_too() -> None:
    areas = pd.DataFrame(
        [("33.12", "Wonogiri", "kabupaten"), ("33.12.01", "Pracimantoro", "kecamatan")],
        columns=["kode", "nama", "jenis"],
    )
    changed = replace_tables(load_reference(), {"wilayah": areas})
    assert (changed.kabupaten, changed.kecamatan) == ("33.12", ("33.12.01",))
    assert list(changed.wilayah["induk"]) == ["", "33.12"]
    assert changed.table("alias_wilayah").empty
    assert changed.segmen_tree.codes == load_reference().segmen_tree.codes
