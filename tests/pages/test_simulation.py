"""The page Simulasi: what a scenario costs and brings, compared, and shared by link."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
from pptx import Presentation

from jamsos_data.exports.documents import DOCUMENTS
from jamsos_data.lake import Lake
from jamsos_data.messages import load_messages
from jamsos_data.scenarios import read_scenario
from jamsos_data.slides.scene import footing_of
from jamsos_data.slides.simulation import scenario_deck
from jamsos_data.slides.simulation_tables import Shown
from jamsos_data.views.simulation_figures import simulate_plan
from tests.exports.test_documents import september
from tests.metrics.tables import month
from tests.pages.conftest import OpenPage
from tests.pages.simulating import ALL_OF_THEM, SPACE, scenario, text_of
from tests.pages.small_lake import JEKULO, UNDAAN, shown_tables, small_lake


def test_a_scenario_is_answered_changed_and_compared_and_the_link_holds_it(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """Undaan lacks 180 of 500: 180 × Rp16.800 × 3 = Rp9,1 juta of DBHCHT; 980 + 180 of 2.200 are 52,7 %."""
    app = open_page(small_lake(tmp_path), "simulation")
    text = text_of(app)

    assert not app.exception
    assert (
        "menambah 180 orang (Bukan penerima upah) di 9 kecamatan di Kudus, Oktober 2026 s.d. Desember 2026"
        in text
    )
    assert (
        "(3 bulan), estimasi Rp9,1 juta. Cakupan Kudus naik dari 44,5 % (September 2026) menjadi 52,7 %"
        in text
    )
    assert (
        "bila yang lain tetap; target 50,0 % (Desember 2026) terpenuhi. Target tercapai: Oktober 2026" in text
    )
    assert "Selisih Bukan penerima upah diukur pada Semua pekerja" in text
    assert "Dana bebas 2026, estimasi: DBHCHT Rp138,2 juta." in text
    assert scenario(app, "a") == ""
    assert "bulan" not in app.query_params
    (link,) = app.code
    assert "bulan=2026-09&skenario_a=segmen-BPU" in link.value  # also when a newer month has come

    app.selectbox(key="simulation_id_A_ukuran").set_value("tiap").run()
    app.number_input(key="simulation_id_A_jumlah").set_value(500).run()
    app.multiselect(key="simulation_id_A_wilayah").set_value([UNDAAN, JEKULO]).run()
    assert (
        "**Belum dapat dijalankan:** 100 orang lebih banyak daripada pekerja yang belum terlindungi di 1"
        in text_of(app)
    )
    assert scenario(app, "a") == (
        "segmen-BPU~wilayah-33.19.04,33.19.06~ukuran-tiap~jumlah-500~mulai-2026-10~bulan-3~sumber-DBHCHT:100"
    )

    app.button(key="scenario_start_money").click().run()
    app.multiselect(key="simulation_id_B_sumber").set_value(["DBHCHT", "MANDIRI"]).run()
    app.number_input(key="simulation_id_B_bagian_MANDIRI").set_value(30).run()
    assert scenario(app, "b").endswith("mulai-2027-01~bulan-12~sumber-DBHCHT:70,MANDIRI:30")
    assert "A · 500 orang tiap kecamatan" in text_of(app)
    assert "B · Dengan Rp2,0 miliar, siapa dahulu?" in text_of(app)
    app.segmented_control(key="simulation_detail").set_value("areas").run()
    assert f"A|Undaan|500|Rp25.200.000|Semua pekerja|32,00{SPACE}%|82,00{SPACE}%|" in shown_tables(app)

    app.button(key="scenario_remove_A").click().run()
    assert scenario(app, "a") == ""
    assert "**B · Dengan Rp2,0 miliar, siapa dahulu?**" in text_of(app)
    app.multiselect(key="simulation_id_B_segmen").set_value([]).run()
    assert "tidak menambah siapa pun" in text_of(app)
    assert not app.exception


def test_a_link_shows_the_same_in_the_other_language_and_names_what_it_does_not_know(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """680 + 400 people to 100 %; half of them pay Rp8.400 themselves through December (PP 50/2025)."""
    link = {"skenario_a": f"{ALL_OF_THEM}~nama-Usulan <b>", "skenario_b": f"{ALL_OF_THEM}~aturan-acak"}
    app = open_page(small_lake(tmp_path), "simulation", bahasa="en", wilayah=UNDAAN, **link)
    text = text_of(app)

    assert not app.exception
    assert r"A · Usulan \<b\>" in text
    assert (
        "adds 1,080 people (Informal workers) in Undaan and Jekulo, October 2026 to December 2026 (3 months)"
        in text
    )
    assert "estimated Rp40.8 million" in text  # 540 × 3 × (16.800 + 8.400)
    assert "Coverage of Undaan rises from 32.0% (September 2026) to 100.0%" in text
    assert "The link of scenario B has choices that are not known: Whom first." in text
    app.segmented_control(key="simulation_detail").set_value("tariffs").run()
    assert "A|Informal workers|Self-paid|October 2026|December 2026|Rp8,400|PP 50/2025" in shown_tables(app)
    (link_shown,) = app.code
    assert "skenario_a=segmen-BPU~wilayah-33.19.04,33.19.06~sasaran-penuh" in link_shown.value


def test_after_a_change_of_language_a_label_of_the_other_one_changes_nothing(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """A browser answers with the label that it shows, also with one that was drawn in the language before."""
    app = open_page(small_lake(tmp_path), "simulation", skenario_a=ALL_OF_THEM)
    before = {field.label: field for field in (*app.selectbox, *app.multiselect)}
    app.segmented_control(key="switch_language").set_value("en").run()
    field, other = (
        next(one for one in app.selectbox if one.label == label) for label in ("First month", "Gap to")
    )
    assert before["Bulan pertama"].proto.id != field.proto.id

    for one, label in ((field, "Januari 2027"), (other, "100 %: semua")):
        one.options = [label]
        one.set_value(label).run()
        assert not app.exception
        assert scenario(app, "a") == ALL_OF_THEM
    app.multiselect(key="simulation_en_A_wilayah").set_value([UNDAAN]).run()
    assert "~wilayah-33.19.04~" in scenario(app, "a")


def test_the_link_is_said_to_open_with_the_choices_of_the_first_scenario(
    open_page: OpenPage, tmp_path: Path
) -> None:
    place, link = small_lake(tmp_path), {"skenario_a": ALL_OF_THEM, "skenario_b": ALL_OF_THEM}
    app = open_page(place, "simulation", **link)
    app.button(key="scenario_edit_B").click().run()
    assert "Pilihan skenario B" in text_of(app)
    assert "melihat hal yang sama, dengan pilihan skenario A terbuka" in text_of(app)
    assert "Pilihan skenario A" in text_of(open_page(place, "simulation", **link))


def test_a_wage_is_asked_only_for_wage_earners_and_carried_in_link_comparison_and_documents(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """10 people in Undaan for 3 months at 0,54 % of Rp2.500.000 = Rp13.500: Rp405.000."""
    place = small_lake(tmp_path)
    tens = "wilayah-33.19.04~ukuran-tiap~jumlah-10~mulai-2026-10~bulan-3~sumber-PEMBERI_KERJA:100"
    app = open_page(place, "simulation", skenario_a=f"segmen-BPU~{tens}")
    assert "simulation_id_A_upah" not in {field.key for field in app.number_input}

    app.multiselect(key="simulation_id_A_segmen").set_value(["PU_SWASTA"]).run()
    assert "tarifnya persen dari upah, dan upahnya belum diisi" in text_of(app)
    assert app.number_input(key="simulation_id_A_upah").value is None
    app.number_input(key="simulation_id_A_upah").set_value(2_500_000).run()
    assert not app.exception
    said = "dihitung dari upah Rp2.500.000 per orang per bulan, andaian perencana."
    assert said in text_of(app)
    assert "estimasi Rp405.000" in text_of(app)
    assert scenario(app, "a") == f"segmen-PU_SWASTA~{tens}~upah-2500000"

    view: Any = september(Lake(place))
    words = load_messages("id")
    plan = read_scenario(scenario(app, "a"), reference=view.reference, start=month("2026-10")).scenario.plan
    shown = [Shown(letter="A", name="A · Buruh", found=simulate_plan(view, plan))]
    deck = scenario_deck(shown, view, words, footing=footing_of(view, words, state="v1", example=False))
    assert deck.slides[0].caption.replace(SPACE, " ").endswith(said)
    book: Any = openpyxl.load_workbook(io.BytesIO(DOCUMENTS["tables"].write(deck)))
    heads, cells = (
        next(row for row in book["Perbandingan"].iter_rows(values_only=True) if row[0] == first)
        for first in ("Skenario", "A · Buruh")
    )
    assert cells[heads.index("Upah diandaikan (Rp)")] == 2_500_000
    assert cells[2] == 405_000


def test_the_plan_for_each_village_begins_without_urban_wards_and_they_can_be_added(
    open_page: OpenPage, tmp_path: Path
) -> None:
    app = open_page(small_lake(tmp_path), "simulation")
    app.button(key="scenario_start_villages").click().run()
    assert "9 kelurahan tidak diikutkan" in text_of(app)
    assert "Kelurahan tidak mempunyai APBDes" not in text_of(app)
    assert "~kelurahan-tanpa" in scenario(app, "b")

    app.checkbox(key="simulation_id_B_kelurahan").uncheck().run()
    assert "~kelurahan-tanpa" not in scenario(app, "b")
    assert "Kelurahan tidak mempunyai APBDes: 450 orang di 9 kelurahan" in text_of(app)
    assert not app.exception


def test_a_plan_without_urban_wards_in_an_urban_ward_only_says_what_to_choose_instead(
    open_page: OpenPage, tmp_path: Path
) -> None:
    plan = "segmen-BPU~wilayah-33.19.02.1001~tingkat-desa~ukuran-tiap~jumlah-50~mulai-2027-01~bulan-12"
    app = open_page(small_lake(tmp_path), "simulation", skenario_a=f"{plan}~sumber-PADES:100~kelurahan-tanpa")
    text = text_of(app)
    assert "Hapus centang Tanpa kelurahan dan pilih pembayar selain APBDes, atau pilih desa." in text
    assert "Bukan penerima upah · hanya kelurahan, yang tidak diikutkan · " in text
    assert "belum ada wilayah" not in text


def test_the_scenarios_leave_as_slides_and_as_a_workbook(tmp_path: Path) -> None:
    view: Any = september(Lake(small_lake(tmp_path)))
    words = load_messages("id")
    plan = read_scenario(ALL_OF_THEM, reference=view.reference, start=month("2026-10")).scenario.plan
    shown = [Shown(letter="A", name="A · Semua", found=simulate_plan(view, plan))]
    deck = scenario_deck(shown, view, words, footing=footing_of(view, words, state="v1", example=False))

    slides: list[Any] = list(Presentation(io.BytesIO(DOCUMENTS["slides"].write(deck))).slides)
    (chart,) = [shape.chart for shape in slides[0].shapes if shape.has_chart]
    assert {one.name: list(one.values) for one in chart.plots[0].series} == {
        "Mandiri": [540 * 3 * 8_400], "DBHCHT": [540 * 3 * 16_800],
    }  # fmt: skip
    assert "menambah 1.080 orang" in slides[0].notes_slide.notes_text_frame.text
    book: Any = openpyxl.load_workbook(io.BytesIO(DOCUMENTS["tables"].write(deck)))
    assert book.sheetnames == ["Perbandingan", "Sumber dana", "Wilayah", "Bulan", "Tarif"]
    cells = [row for row in book["Bulan"].iter_rows(values_only=True) if row[1] == 540 * 25_200]
    assert len(cells) == 3
