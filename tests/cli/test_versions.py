"""`history` and `restore` from the command line."""

from jamsos_data.lake import Lake
from tests.cli.commands import PARTICIPANTS, Commands


def test_history_lists_versions_newest_first_and_restore_adds_one(commands: Commands) -> None:
    commands.run("commit", commands.write("k.csv", PARTICIPANTS), "--author", "sri")
    commands.run("commit", commands.write("k2.csv", PARTICIPANTS.replace(";80", ";90")), "--author", "budi")
    restored = commands.run("restore", "kepesertaan", "1", "--author", "sri", "--note", "salah", "--json")
    assert (restored.status, restored.json["version"], restored.json["restored"]) == (0, 3, 1)
    versions = commands.run("history", "kepesertaan", "--json").json["versions"]
    assert [(v["version"], v["author"], v["action"]) for v in versions] == [
        (3, "sri", "pulihkan"),
        (2, "budi", "ganti"),
        (1, "sri", "ganti"),
    ]
    assert versions[1]["periods"] == ["2026-08", "2026-09"]
    assert Lake(commands.lake).scan("kepesertaan").collect()["peserta_aktif"].sum() == 300


def test_history_tells_people_who_did_what(commands: Commands) -> None:
    assert commands.run("history", "kepesertaan").out == "Belum ada versi kepesertaan.\n"
    commands.run("commit", commands.write("k.csv", PARTICIPANTS), "--author", "sri", "--note", "dari BPJS")
    commands.run("restore", "kepesertaan", "0", "--author", "budi")
    heading, newest, oldest = commands.run("history", "kepesertaan").out.splitlines()
    assert heading.split() == ["Versi", "Waktu", "Tindakan", "Oleh", "Baris", "Periode", "Berkas", "Catatan"]
    assert "Memulihkan 0" in newest
    assert "budi" in newest
    for word in ("Mengganti", "sri", "3", "2026-08, 2026-09", "k.csv", "dari BPJS"):
        assert word in oldest
