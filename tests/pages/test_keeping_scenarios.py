"""Scenarios are kept by name on the page Simulasi: under which name, by whom, and in whose place."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from jamsos_data.lake.scenarios import keep_scenario, read_scenarios
from tests.pages.conftest import OpenPage
from tests.pages.simulating import ALL_OF_THEM, SPACE, scenario, text_of
from tests.pages.small_lake import JEKULO, UNDAAN, small_lake


def keep_as_usulan(app: AppTest) -> None:
    """Have the scenario shown kept under the name "Usulan" by Sri."""
    app.text_input(key="simulation_keep_name").input("Usulan")
    app.text_input(key="simulation_keep_author").input("sri")
    app.button(key="simulation_save").click().run()


def test_scenarios_are_kept_by_name_with_their_author_opened_deleted_and_taken_back(
    open_page: OpenPage, tmp_path: Path
) -> None:
    place = small_lake(tmp_path)
    app = open_page(place, "simulation", skenario_a=ALL_OF_THEM)

    def keep(name: str, author: str) -> AppTest:
        app.text_input(key="simulation_keep_name").input(name)
        app.text_input(key="simulation_keep_author").input(author)
        return app.button(key="simulation_save").click().run()

    def kept() -> dict[str, tuple[str, str]]:
        rows = read_scenarios(str(place)).iter_rows(named=True)
        return {row["nama"]: (row["isi"], row["pembuat"]) for row in rows}

    assert "tidak boleh berisi NIK" in keep("Bu 3319040101800001", "sri").error[0].value
    assert "Isi nama skenario dan nama Anda." in keep("Perubahan", "").error[0].value
    assert kept() == {}
    keep("Lain", "budi")
    keep("Perubahan 'APBD'", "joko")
    keep("Perubahan 'APBD'", "sri")
    assert kept() == {
        "Lain": (f"{ALL_OF_THEM}~dihitung-2026-09~nama-Lain", "budi"),
        "Perubahan 'APBD'": (f"{ALL_OF_THEM}~dihitung-2026-09~nama-Perubahan 'APBD'", "sri"),
    }
    app.selectbox(key="simulation_picked").set_value("Perubahan 'APBD'").run()
    assert "Disimpan oleh sri" in text_of(app)
    assert "Dihitung dengan angka September 2026." in text_of(app)

    app.button(key="simulation_open").click().run()
    assert scenario(app, "b") == f"{ALL_OF_THEM}~nama-Perubahan 'APBD'"
    app.button(key="simulation_delete").click().run()
    assert list(kept()) == ["Lain"]
    app.button(key="simulation_undo").click().run()
    assert list(kept()) == ["Lain", "Perubahan 'APBD'"]
    assert "Dibatalkan" in app.success[0].value
    assert not app.exception


def test_each_scenario_is_proposed_to_be_kept_under_its_own_name(open_page: OpenPage, tmp_path: Path) -> None:
    app = open_page(small_lake(tmp_path), "simulation")

    def proposed() -> str:
        return app.text_input(key="simulation_keep_name").value or ""

    assert proposed() == "Tutup selisih ke target segmen · Kudus"
    app.button(key="scenario_start_money").click().run()
    assert proposed().replace(SPACE, " ") == "Dengan Rp2,0 miliar, siapa dahulu? · Kudus"
    app.text_input(key="simulation_keep_name").input("Perubahan APBD")
    app.text_input(key="simulation_keep_author").input("sri")
    app.button(key="simulation_save").click().run()
    assert proposed() == "Perubahan APBD"
    app.button(key="scenario_edit_A").click().run()
    assert proposed() == "Tutup selisih ke target segmen · Kudus"
    assert not app.exception


def test_plans_of_one_kind_are_proposed_names_that_tell_area_and_segment_and_replace_no_other(
    open_page: OpenPage, tmp_path: Path
) -> None:
    place = small_lake(tmp_path)
    app = open_page(place, "simulation")

    def proposed(*segments: str, areas: tuple[str, ...], months: int = 3) -> str:
        app.multiselect(key="simulation_id_A_segmen").set_value(list(segments)).run()
        app.multiselect(key="simulation_id_A_wilayah").set_value(list(areas)).run()
        app.number_input(key="simulation_id_A_bulan").set_value(months).run()
        return app.text_input(key="simulation_keep_name").value or ""

    def keep() -> None:
        app.text_input(key="simulation_keep_author").input("sri")
        app.button(key="simulation_save").click().run()

    assert proposed("BPU", areas=(UNDAAN,)) == "Tutup selisih ke target segmen · Undaan"
    keep()
    assert app.text_input(key="simulation_keep_name").value == "Tutup selisih ke target segmen · Undaan"
    assert proposed("BPU", areas=(JEKULO,)) == "Tutup selisih ke target segmen · Jekulo"
    assert proposed("RENTAN", areas=(UNDAAN,)) == "Tutup selisih ke target segmen · Undaan · Pekerja rentan"
    keep()
    assert (
        proposed("RENTAN", areas=(UNDAAN,), months=2)
        == "Tutup selisih ke target segmen · Undaan · Pekerja rentan (2)"
    )
    keep()
    assert proposed("RENTAN", areas=(UNDAAN,)) == "Tutup selisih ke target segmen · Undaan · Pekerja rentan"
    keep()
    assert len(read_scenarios(str(place))) == 3
    assert not app.exception


def test_a_name_that_holds_another_scenario_is_given_anew_only_when_somebody_says_so(
    open_page: OpenPage, tmp_path: Path
) -> None:
    place = small_lake(tmp_path)
    app = open_page(place, "simulation", skenario_a=ALL_OF_THEM)

    def held() -> str:
        return read_scenarios(str(place))["isi"].item()

    keep_as_usulan(app)
    first = held()
    app.number_input(key="simulation_id_A_bulan").set_value(2).run()
    keep_as_usulan(app)
    assert "“Usulan” sudah dipakai skenario lain" in app.warning[0].value
    assert held() == first
    app.button(key="simulation_replace").click().run()
    assert "~bulan-2~" in held()
    assert "menggantikan yang bernama sama" in app.success[0].value
    assert "simulation_replace" not in {button.key for button in app.button}


def test_beside_the_question_about_a_taken_name_nothing_takes_back_what_was_kept_before(
    open_page: OpenPage, tmp_path: Path
) -> None:
    place = small_lake(tmp_path)
    app = open_page(place, "simulation", skenario_a=ALL_OF_THEM)

    keep_as_usulan(app)
    first = read_scenarios(str(place))["isi"].item()
    app.number_input(key="simulation_id_A_bulan").set_value(2).run()
    keep_as_usulan(app)
    assert "simulation_undo" not in {button.key for button in app.button}
    app.number_input(key="simulation_id_A_bulan").set_value(4).run()
    assert "jadi belum disimpan" in app.warning[0].value
    assert "seperti saat Simpan ditekan" in app.warning[0].value
    app.button(key="simulation_replace_not").click().run()
    assert not app.warning
    assert read_scenarios(str(place))["isi"].item() == first
    assert "“Usulan” tetap seperti semula; tidak ada yang disimpan." in app.success[0].value
    assert app.button(key="simulation_undo").label == "Batalkan penyimpanan “Usulan”"
    assert not app.exception


def test_a_kept_scenario_says_with_the_figures_of_which_month_it_was_kept(
    open_page: OpenPage, tmp_path: Path
) -> None:
    place = small_lake(tmp_path)
    codes = {"Juni": f"{ALL_OF_THEM}~dihitung-2026-06", "Lama": ALL_OF_THEM}
    for name, code in codes.items():
        keep_scenario(str(place), nama=name, isi=code, author="sri", waktu="2026-06-30T03:00:00+00:00")
    app = open_page(place, "simulation")

    app.selectbox(key="simulation_picked").set_value("Juni").run()
    assert "Disimpan dengan angka Juni 2026; dibuka dengan angka September 2026." in text_of(app)
    app.selectbox(key="simulation_picked").set_value("Lama").run()
    assert "Bulan angkanya tidak tersimpan; dibuka dengan angka September 2026." in text_of(app)


def test_what_somebody_else_has_put_under_the_name_meanwhile_is_asked_about_again(
    open_page: OpenPage, tmp_path: Path
) -> None:
    place = small_lake(tmp_path)
    app = open_page(place, "simulation", skenario_a=ALL_OF_THEM)

    def put(months: int) -> None:
        code = ALL_OF_THEM.replace("bulan-3", f"bulan-{months}")
        keep_scenario(str(place), nama="Usulan", isi=code, author="budi", waktu="2026-10-01T03:00:00+00:00")

    put(5)
    keep_as_usulan(app)
    put(6)
    app.button(key="simulation_replace").click().run()
    assert "~bulan-6~" in read_scenarios(str(place))["isi"].item()
    assert "“Usulan” baru saja diganti orang lain, jadi belum disimpan." in app.warning[0].value
    app.button(key="simulation_replace").click().run()
    assert "~bulan-3~" in read_scenarios(str(place))["isi"].item()
    assert not app.warning
