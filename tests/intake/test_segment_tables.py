"""Small tables by segment: one row per segment, a sum beneath, the rest said by the operator."""

from __future__ import annotations

from tests.intake.sheets import codes, read, values, xlsx_of

GIVEN = {"periode": "2023-11", "kabupaten": "Kudus", "sumber_dana": "TIDAK_DIRINCI", "program": "JKK+JKM"}


def test_a_sum_named_in_the_segment_column_is_left_out() -> None:
    rows = [["No", "Segmen", "Peserta Aktif"], ["1", "PU", "30"], ["2", "BPU", "40"], ["", "Jumlah", "70"]]
    report = read(xlsx_of({"Data": rows}), given=GIVEN)
    assert report.outcome == "ok"
    assert values(report, "segmen", "peserta_aktif") == [("PU", 30), ("BPU", 40)]
    assert codes(report).count("BARIS_TOTAL_DITINGGALKAN") == 1


def test_all_workers_is_a_segment_and_no_sum() -> None:
    rows = [["Segmen", "Peserta Aktif"], ["Total pekerja", "70"]]
    report = read(xlsx_of({"Data": rows}), given=GIVEN)
    assert values(report, "segmen", "peserta_aktif") == [("SEMUA", 70)]


def test_what_the_operator_states_decides_between_kinds_with_the_same_words() -> None:
    """The words alone could be potensi; a package of programmes makes it participants."""
    rows = [["Kabupaten", "Jumlah Pekerja"], ["Kudus", "11.000"]]
    given = {"periode": "2024-04", "segmen": "RENTAN", "sumber_dana": "APBD", "program": "JKK+JKM"}
    report = read(xlsx_of({"Data": rows}), given=given)
    assert report.kind == "kepesertaan"
    assert values(report, "sumber_dana", "peserta_aktif") == [("APBD_KAB", 11_000)]
