"""The opening sentences of Cakupan, Target and Iuran: grammar for none, one, some and all, in both languages."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
import pytest

from jamsos_data.messages import Messages, load_messages
from jamsos_data.metrics.enterprises import Enterprises
from jamsos_data.reference import load_reference
from jamsos_data.sentences import coverage, enterprises, premium_titles, targets
from jamsos_data.wording import rows_of
from tests.charts import frames

BULAN = datetime(2026, 9, 1)


@pytest.fixture(params=["id", "en"])
def say(request: pytest.FixtureRequest) -> Messages:
    return load_messages(request.param)


def row(active: int | None, potential: int | None, **changes: object) -> object:
    return rows_of(frames.typed([frames.coverage_row("33.19", "Kudus", active, potential, **changes)]))[0]


def both(id_text: str, en_text: str, say: Messages) -> str:
    return {"id": id_text, "en": en_text}[say.language]


@pytest.mark.parametrize(
    ("before", "after", "id_text", "en_text"),
    [
        (
            300,
            400,
            "Naik 10,0 poin persen sejak September 2026 (bertambah 100 orang).",
            "Up 10.0 percentage points",
        ),
        (
            400,
            300,
            "Turun 10,0 poin persen sejak September 2026 (berkurang 100 orang).",
            "Down 10.0 percentage points",
        ),
        (
            400,
            400,
            "Tidak berubah sejak September 2026 (jumlah peserta tetap).",
            "Unchanged since September 2026",
        ),
    ],
)
def test_a_change_on_one_denominator_is_points_and_people(
    say: Messages, before: int, after: int, id_text: str, en_text: str
) -> None:
    sentence = coverage.change_sentence(row(before, 1000), row(after, 1000), say)

    assert sentence.startswith(both(id_text, en_text, say))
    assert "-" not in sentence


@pytest.mark.parametrize(
    ("before", "after", "id_text"),
    [
        ((500, 1000), (510, 1200), "Cakupan turun dari 50,00 % pada September 2026 menjadi 42,50 %"),
        ((500, 1000), (490, 800), "Cakupan naik dari 50,00 % pada September 2026 menjadi 61,25 %"),
        ((500, 1000), (400, 1200), "tidak dapat dibandingkan langsung"),
    ],
)
def test_two_denominators_are_named_with_what_happened_to_the_people(
    before: tuple[int, int], after: tuple[int, int], id_text: str
) -> None:
    say = load_messages("id")
    sentence = coverage.change_sentence(row(*before, tahun=2023), row(*after, tahun=2025), say)

    assert id_text in sentence.replace("\N{NO-BREAK SPACE}", " ")
    assert "1.000 (potensi BPJS/Bappenas 2023" in sentence
    assert "bertambah" in sentence or "berkurang" in sentence


@pytest.mark.parametrize(
    ("missing", "id_text", "en_text"),
    [
        ((), "", ""),
        (
            ("33.19.01",),
            "1 desa tanpa data bulan ini: Kaliwungu",
            "1 village without data this month: Kaliwungu",
        ),
        (
            ("33.19.01", "33.19.04"),
            "2 desa tanpa data bulan ini: Kaliwungu dan Undaan",
            "2 villages without data this month: Kaliwungu and Undaan",
        ),
        (
            tuple(frames.NAMES),
            "9 dari 9 desa/kelurahan tanpa data bulan ini",
            "9 of 9 villages without data this month",
        ),
    ],
)
def test_villages_without_data_are_named_while_they_are_few(
    say: Messages, missing: tuple[str, ...], id_text: str, en_text: str
) -> None:
    assert coverage.missing_sentence(frames.coverage(missing=missing), say) == both(id_text, en_text, say)


def test_laggards_need_three_areas_to_compare(say: Messages) -> None:
    areas = frames.coverage()

    assert "Undaan" in coverage.laggard_sentence(areas, say)
    assert coverage.laggard_sentence(areas.head(2), say) == ""


def aimed(active: int, **changes: object) -> object:
    return rows_of(frames.typed([frames.target_row("33.19", "Kudus", active, 1000, 50.0, **changes)]))[0]


@pytest.mark.parametrize(
    ("active", "changes", "id_text", "en_text"),
    [
        (440, {"laju_6_bulan": 20.0}, "cukup bila bertahan", "is enough if it lasts"),
        (440, {"laju_6_bulan": 19.0}, "belum cukup", "is not enough"),
        (440, {"laju_6_bulan": 0.0}, "tidak bertambah: belum cukup", "did not grow: not enough"),
        (440, {"laju_6_bulan": -7.6}, "berkurang 8 orang per bulan", "fell by 8 people a month"),
        (440, {"laju_6_bulan": float("nan")}, "belum dapat dihitung", "cannot be computed yet"),
        (
            440,
            {"bulan_tersisa": 0, "tambahan_per_bulan": None, "batas_waktu": BULAN},
            "tidak ada bulan tersisa",
            "no month is left",
        ),
        (
            440,
            {"bulan_tersisa": 0, "tambahan_per_bulan": None, "batas_waktu": datetime(2025, 12, 1)},
            "Batas waktu Desember 2025 sudah lewat.",
            "The deadline December 2025 has passed.",
        ),
        (500, {}, "", ""),
    ],
)
def test_the_pace_is_judged_against_what_is_needed(
    say: Messages, active: int, changes: dict[str, object], id_text: str, en_text: str
) -> None:
    sentence = targets.pace_sentence(aimed(active, **changes), say, bulan=BULAN)

    assert both(id_text, en_text, say) in sentence
    assert bool(sentence) is bool(id_text)


def test_one_month_left_reads_as_one(say: Messages) -> None:
    sentence = targets.pace_sentence(aimed(440, bulan_tersisa=1, tambahan_per_bulan=60), say, bulan=BULAN)

    assert both("60 orang per bulan selama 1 bulan", "in the one month until December 2026", say) in sentence


def test_the_gap_is_words_on_both_sides_of_the_target(say: Messages) -> None:
    assert targets.gap_text(aimed(440), say) == both(
        "selisih ke target 6,00 poin persen, kurang 60 orang",
        "6.00 percentage points short of the target, 60 people missing",
        say,
    )
    over = targets.gap_text(aimed(560), say)
    assert over == both("6,00 poin persen di atas target", "6.00 percentage points above the target", say)
    assert targets.gap_text(aimed(500), say) == both("tepat pada target", "exactly on target", say)


@pytest.mark.parametrize(
    ("statuses", "id_text", "en_text"),
    [
        (["selesai"] * 6, "6 butir Inpres 2/2021: 6 selesai", "6 duties of Inpres 2/2021: 6 done"),
        (["belum", "selesai"], "2 butir Inpres 2/2021: 1 selesai dan 1 belum", "2 duties of Inpres 2/2021"),
        (
            ["tanpa_laporan"],
            "1 butir Inpres 2/2021: 1 tanpa laporan",
            "1 duty of Inpres 2/2021: 1 not reported",
        ),
    ],
)
def test_duties_are_counted_by_state(say: Messages, statuses: list[str], id_text: str, en_text: str) -> None:
    assert targets.duties_title(pd.DataFrame({"status": statuses}), say).startswith(
        both(id_text, en_text, say)
    )


def test_enterprises_without_workers_say_nothing_of_workers(say: Messages) -> None:
    known = Enterprises(kode_wilayah="33.19.04", tahun=2025, terdata=0, terdaftar=0, pekerja=None)

    assert enterprises.enterprise_sentence(known, say, reference=load_reference()) == (
        "UMKM Kecamatan Undaan 2025: belum ada usaha yang terdata."
        if say.language == "id"
        else "Enterprises (UMKM) of Undaan sub-district, 2025: none is listed yet."
    )


def villages(*budgeting: bool) -> pd.DataFrame:
    return pd.DataFrame({"menganggarkan": list(budgeting)})


@pytest.mark.parametrize(
    ("budgeting", "id_text", "en_text"),
    [
        ((False, False), "Belum ada desa yang menganggarkan iuran (2 desa)", "No village budgets"),
        (
            (True, False),
            "1 desa menganggarkan iuran, 1 belum",
            "1 village budgets for contributions, 1 do not",
        ),
        ((True, True), "Semua 2 desa menganggarkan iuran", "All 2 villages budget"),
    ],
)
def test_villages_that_budget_are_counted(
    say: Messages, budgeting: tuple[bool, ...], id_text: str, en_text: str
) -> None:
    assert premium_titles.villages_title(villages(*budgeting), say).startswith(both(id_text, en_text, say))


@pytest.mark.parametrize(
    ("number", "id_text", "en_text"),
    [
        (0, "Pembayaran sesuai orang × tarif × bulan", "Payments equal people × tariff × months"),
        (1, "1 pembayaran berbeda", "1 payment differs"),
        (2, "2 pembayaran berbeda", "2 payments differ"),
    ],
)
def test_differing_payments_are_counted(say: Messages, number: int, id_text: str, en_text: str) -> None:
    assert premium_titles.differences_title(pd.DataFrame({"nilai": [1] * number}), say).startswith(
        both(id_text, en_text, say)
    )
