"""The name proposed for a plan tells what it does, where and for whom, and never that of another plan."""

from __future__ import annotations

from jamsos_data.messages import load_messages
from jamsos_data.metrics.simulation.plan import Plan
from jamsos_data.scenarios import LONGEST_NAME, Scenario, scenario_code
from jamsos_data.sentences.scenario_names import proposed_name
from tests.metrics.simulation.plans import JEKULO, KOTA, REFERENCE, UNDAAN, plan


def name(asked: Plan, kept: dict[str, str] | None = None, language: str = "id") -> str:
    return proposed_name(asked, load_messages(language), kept=kept or {}, reference=REFERENCE, usual="BPU")


def test_a_village_is_told_from_the_kecamatan_of_the_same_name() -> None:
    village = next(code for code in REFERENCE.desa_of(JEKULO) if REFERENCE.area_name(code) == "Jekulo")
    each = {"ukuran": "tiap", "jumlah": 5, "tingkat": "desa"}
    assert name(plan(wilayah=(JEKULO,), **each)).endswith("tiap desa · Jekulo")
    assert name(plan(wilayah=(village,), **each)).endswith("tiap desa · Desa Jekulo")
    assert name(plan(wilayah=(f"{KOTA}.1001",), **each), language="en").endswith("· Kelurahan Purwosari")


def test_a_long_name_is_cut_in_what_the_plan_does_before_where_and_for_whom() -> None:
    asked = plan(sasaran="semua", segmen=("NON_ASN",), wilayah=(UNDAAN, JEKULO))
    assert name(asked) == "Tutup selisih ke… · Undaan dan Jekulo · Pegawai non-ASN"
    many = plan(segmen=("NON_ASN", "RENTAN", "BURUH_TANI"), wilayah=(UNDAAN, JEKULO, "33.19.01"))
    assert len(name(many)) <= LONGEST_NAME


def test_a_taken_name_gets_a_number_unless_it_holds_the_same_plan() -> None:
    first, second, third = plan(bulan=1), plan(bulan=2), plan(bulan=3)
    kept = {name(first): scenario_code(Scenario(plan=first, nama="x", dihitung=first.mulai))}
    assert name(first, kept) in kept
    assert name(second, kept) == f"{name(first)} (2)"
    kept[name(second, kept)] = scenario_code(Scenario(plan=second))
    assert name(third, kept) == f"{name(first)} (3)"
