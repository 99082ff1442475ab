"""Reading, replacing, adding, history, as-of and restore, on real tables in a temporary folder."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest
from deltalake import DeltaTable

from jamsos_data.datasets import STORED, dataset
from jamsos_data.lake import DuplicateKeysError, Lake, Provenance, UnknownVersionError, lake_folder
from tests.lake.rows import people, put, stored

SEPTEMBER = ("2026-09", "33.19.04", "RENTAN", 120)
AUGUST = ("2026-08", "33.19.04", "RENTAN", 100)


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path / "data")


@pytest.mark.parametrize("kind", STORED)
def test_an_empty_lake_answers_with_empty_typed_frames(lake: Lake, kind: str) -> None:
    frame = lake.scan(kind).collect()
    assert frame.columns == [*dataset(kind).names, "asal"]
    assert frame.height == 0
    assert pl.Date not in frame.dtypes
    assert pl.Null not in frame.dtypes
    assert lake.version(kind) is None
    assert lake.history(kind) == ()


def test_an_empty_lake_is_empty_and_looking_creates_nothing(lake: Lake) -> None:
    assert lake.is_empty()
    assert lake.versions() == {}
    assert lake.has_example() == frozenset()
    assert lake.versions_at(datetime.now(UTC)) == {}
    assert not Path(lake.location).exists()


def test_what_was_put_comes_back_in_canonical_types(lake: Lake) -> None:
    put(lake, SEPTEMBER)
    frame = lake.scan("kepesertaan").collect()
    assert frame.schema["periode"] == pl.Datetime("us")
    assert frame.schema["lunas_sampai"] == pl.Datetime("us")
    assert frame.rows() == [
        (datetime(2026, 9, 1), "33.19.04", "RENTAN", "DBHCHT", "JKK+JKM", 120, None, "a1b2c3d4e5f6")
    ]
    assert not lake.is_empty()


def test_months_are_stored_as_dates_for_other_readers(lake: Lake) -> None:
    put(lake, SEPTEMBER)
    assert pl.scan_delta(f"{lake.location}/kepesertaan").collect_schema()["periode"] == pl.Date


def test_an_upload_replaces_its_months_for_its_segments_and_sources_only(lake: Lake) -> None:
    put(lake, AUGUST, SEPTEMBER, ("2026-09", "33.19.05", "RENTAN", 70), ("2026-09", "33.19.04", "RT_RW", 9))
    put(lake, ("2026-09", "33.19.04", "RENTAN", 130))
    assert people(lake) == [
        AUGUST,
        ("2026-09", "33.19.04", "RENTAN", 130),
        ("2026-09", "33.19.04", "RT_RW", 9),
    ]


def test_an_earlier_version_can_still_be_read(lake: Lake) -> None:
    put(lake, SEPTEMBER)
    put(lake, ("2026-09", "33.19.04", "RENTAN", 130))
    assert people(lake, version=1) == [SEPTEMBER]
    assert people(lake, version=0) == []
    with pytest.raises(UnknownVersionError, match="9"):
        lake.scan("kepesertaan", version=9)


def test_history_tells_who_what_and_when_newest_first(lake: Lake) -> None:
    before = datetime.now(UTC)
    put(lake, SEPTEMBER, author="sri")
    put(lake, AUGUST, author="budi")
    newest, oldest = lake.history("kepesertaan")
    assert (newest.version, newest.author, newest.action, newest.file_name) == (2, "budi", "ganti", "a.csv")
    assert (oldest.version, oldest.author, oldest.rows, oldest.sha256) == (1, "sri", 1, "a1b2c3d4e5f6" * 5)
    assert before - timedelta(seconds=1) <= oldest.time <= newest.time
    assert newest.time.tzinfo is UTC


def test_adding_keeps_what_is_there(lake: Lake) -> None:
    put(lake, SEPTEMBER)
    version = lake.add_rows(
        "kepesertaan", stored(("2026-09", "33.19.05", "RENTAN", 70)), provenance=Provenance(action="tambah")
    )
    assert (version.version, version.action) == (2, "tambah")
    assert people(lake) == [SEPTEMBER, ("2026-09", "33.19.05", "RENTAN", 70)]


def test_adding_a_key_that_exists_is_refused_by_name_because_people_would_count_twice(lake: Lake) -> None:
    put(lake, SEPTEMBER)
    rows = stored(("2026-09", "33.19.04", "RENTAN", 5), ("2026-09", "33.19.05", "RENTAN", 70))
    with pytest.raises(DuplicateKeysError) as refused:
        lake.add_rows("kepesertaan", rows, provenance=Provenance(action="tambah"))
    assert refused.value.params["n"] == 1
    assert "2026-09-01 · 33.19.04 · RENTAN · DBHCHT · JKK+JKM" in refused.value.message("id")
    assert "33.19.05" not in refused.value.message("en")
    assert people(lake) == [SEPTEMBER]
    assert lake.version("kepesertaan") == 1


def test_restoring_is_a_version_with_its_own_author_and_can_be_undone(lake: Lake) -> None:
    put(lake, SEPTEMBER)
    put(lake, ("2026-09", "33.19.04", "RENTAN", 130))
    restored = lake.restore("kepesertaan", 1, author="budi", note="salah berkas")
    assert (restored.version, restored.action, restored.restored) == (3, "pulihkan", 1)
    assert (restored.author, restored.note, restored.rows, restored.periods) == (
        "budi",
        "salah berkas",
        1,
        ("2026-09",),
    )
    assert people(lake) == [SEPTEMBER]
    lake.restore("kepesertaan", 2)
    assert people(lake) == [("2026-09", "33.19.04", "RENTAN", 130)]


def test_the_first_upload_can_be_undone_too(lake: Lake) -> None:
    put(lake, SEPTEMBER)
    lake.restore("kepesertaan", 0)
    assert people(lake) == []
    assert lake.is_empty()


@pytest.mark.parametrize("version", [-1, 1, 7])
def test_a_version_that_is_current_or_does_not_exist_cannot_be_restored(lake: Lake, version: int) -> None:
    put(lake, SEPTEMBER)
    with pytest.raises(UnknownVersionError):
        lake.restore("kepesertaan", version)
    assert lake.version("kepesertaan") == 1


def test_versions_at_a_moment_are_those_that_were_newest_then(lake: Lake) -> None:
    first = put(lake, SEPTEMBER)
    second = put(lake, AUGUST)
    assert lake.versions_at(first.time - timedelta(seconds=1)) == {"kepesertaan": 0}
    assert lake.versions_at(second.time + timedelta(seconds=1)) == {"kepesertaan": 2}


def test_a_version_counts_from_the_very_moment_of_its_commit(lake: Lake) -> None:
    put(lake, SEPTEMBER)
    second = put(lake, AUGUST)
    assert lake.versions_at(second.time) == {"kepesertaan": 2}
    assert lake.versions_at(second.time - timedelta(microseconds=1)) != {"kepesertaan": 2}


def make_log_old(lake: Lake) -> None:
    """Set the log entries of `kepesertaan` two years back, far beyond Delta's 30 days."""
    then = (datetime.now(UTC) - timedelta(days=730)).timestamp()
    for entry in Path(lake.location, "kepesertaan", "_delta_log").iterdir():
        os.utime(entry, (then, then))


def test_no_commit_of_ours_cleans_up_old_versions_even_where_another_program_made_the_table(
    lake: Lake,
) -> None:
    stored(SEPTEMBER).clear().write_delta(
        f"{lake.location}/kepesertaan",
        delta_write_options={
            "configuration": {
                "delta.logRetentionDuration": "interval 1 days",
                "delta.checkpointInterval": "2",
            }
        },
    )
    for people_then in range(1, 7):
        put(lake, ("2026-09", "33.19.04", "RENTAN", people_then))
    make_log_old(lake)
    for people_then in range(7, 11):
        put(lake, ("2026-09", "33.19.04", "RENTAN", people_then))
    assert people(lake, version=1) == [("2026-09", "33.19.04", "RENTAN", 1)]
    assert [version.version for version in lake.history("kepesertaan")] == list(range(10, 0, -1))


def test_a_table_of_ours_keeps_its_versions_when_another_program_cleans_up(lake: Lake) -> None:
    put(lake, SEPTEMBER)
    put(lake, AUGUST)
    table = DeltaTable(f"{lake.location}/kepesertaan")
    table.create_checkpoint()
    make_log_old(lake)
    table.cleanup_metadata()
    assert people(lake, version=1) == [SEPTEMBER]


def test_the_fingerprint_changes_with_every_commit_and_only_then(lake: Lake) -> None:
    seen = [lake.fingerprint()]
    put(lake, SEPTEMBER)
    seen.append(lake.fingerprint())
    lake.restore("kepesertaan", 0)
    seen.append(lake.fingerprint())
    assert len(set(seen)) == 3
    assert lake.fingerprint() == seen[-1]


def test_example_rows_leave_all_tables_and_real_rows_stay(lake: Lake) -> None:
    put(lake, SEPTEMBER, asal="contoh")
    put(lake, AUGUST)
    assert lake.has_example() == {"kepesertaan"}
    (removed,) = lake.remove_example(author="sri")
    assert (removed.action, removed.rows, removed.periods) == ("hapus_contoh", 1, ("2026-09",))
    assert people(lake) == [AUGUST]
    assert lake.has_example() == frozenset()
    assert lake.remove_example() == ()


def test_a_text_with_a_quote_in_the_scope_is_only_a_text(lake: Lake) -> None:
    put(lake, SEPTEMBER, ("2026-09", "33.19.04", "X' OR '1'='1", 3))
    put(lake, ("2026-09", "33.19.04", "X' OR '1'='1", 4))
    assert people(lake) == [SEPTEMBER, ("2026-09", "33.19.04", "X' OR '1'='1", 4)]


def test_an_older_table_without_a_newer_column_reads_as_missing(lake: Lake) -> None:
    rows = stored(SEPTEMBER).drop("lunas_sampai")
    rows.write_delta(f"{lake.location}/kepesertaan")
    put(lake, AUGUST)
    assert people(lake) == [AUGUST, SEPTEMBER]
    assert lake.scan("kepesertaan").collect()["lunas_sampai"].null_count() == 2


def test_a_lake_at_an_address_behaves_like_one_in_a_folder(tmp_path: Path) -> None:
    remote = Lake((tmp_path / "data").as_uri())
    assert remote.fingerprint() == ""
    assert remote.is_empty()
    put(remote, SEPTEMBER)
    put(remote, ("2026-09", "33.19.04", "RENTAN", 130))
    assert remote.fingerprint() == "kepesertaan:2"
    assert people(remote, version=1) == [SEPTEMBER]
    remote.restore("kepesertaan", 1)
    assert people(remote) == people(Lake(tmp_path / "data")) == [SEPTEMBER]


@pytest.mark.parametrize(
    ("argument", "variable", "expected"),
    [("/lain", "/env", "/lain"), (None, "/env", "/env"), ("s3://wadah/jamsos", "/env", "s3://wadah/jamsos")],
)
def test_the_lake_is_where_the_argument_or_the_environment_says(
    argument: str | None, variable: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAMSOS_LAKE", variable)
    assert lake_folder(argument) == expected


def test_without_either_the_lake_is_data_beside_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAMSOS_LAKE", raising=False)
    assert Path(lake_folder()) == Path(__file__).parents[2] / "data"
