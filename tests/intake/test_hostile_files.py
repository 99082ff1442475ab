"""Files made to exhaust whoever opens them are refused; names in them lead nowhere. `make bench` measures them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.hostile_files import HOSTILE, edited, small_workbook
from tests.intake.sheets import GIVEN, codes, csv_of, read, xlsx_of


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_its_reason(name: str) -> None:
    make, code = HOSTILE[name]
    report = read(make())
    assert (report.outcome, codes(report)) == ("refused", [code])


def test_path_names_in_an_archive_or_of_the_file_lead_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    content = edited(
        small_workbook(), lambda _, data: data, {"../../luar.txt": b"x", "/tmp/mutlak.txt": b"x"}
    )
    report = read(content, given=GIVEN, name="../..%2f; rm <b>$(id)\n.xlsx")
    assert (report.outcome, dict(report.by_kecamatan)) == ("ok", {"33.19.03": 30, "33.19.04": 40})
    assert list(tmp_path.iterdir()) == []
    assert not (tmp_path.parents[1] / "luar.txt").exists()


@pytest.mark.parametrize(
    "text",
    [
        "Kecamatan Jati" + " " * 30_000 + "x",
        "1" * 30_000,
        "SK " + "a" * 30_000,
        "dan, " * 6_000,
        "tahun 2026 " * 2_700,
    ],
    ids=["blanks", "digits", "letters", "commas", "years"],
)
@pytest.mark.parametrize("is_book", [True, False], ids=["XLSX", "CSV"])
def test_a_text_without_end_hides_nothing_and_holds_nothing_up(text: str, is_book: bool) -> None:
    head: list[object] = ["Kecamatan", "Peserta Aktif"]
    jati: list[object] = ["Jati", 5]
    bae: list[object] = ["Bae", 6]

    def outcome(*rows: list[object]) -> tuple[str, dict[str, int | float]]:
        content = xlsx_of({"S": list(rows)}) if is_book else csv_of(list(rows))
        report = read(content, given=GIVEN, kind="kepesertaan", name="a.xlsx" if is_book else "a.csv")
        return report.outcome, dict(report.by_kecamatan)

    both = {"33.19.03": 5, "33.19.07": 6}
    assert outcome([text], head, jati, bae) == ("ok", both)
    assert outcome([*head, "Keterangan"], [*jati, text], [*bae, ""]) == ("ok", both)
    assert outcome(head, jati, bae, [text, 7])[0] == "problems"
    assert outcome(head, jati, ["Bae", text])[1] == {"33.19.03": 5}
