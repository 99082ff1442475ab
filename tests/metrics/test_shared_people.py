"""People known for a kecamatan or the regency alone excuse desa together: no more payments than there are people."""

from __future__ import annotations

import pytest

from jamsos_data.metrics.attention_marks import rule_of
from jamsos_data.metrics.double_payments import measure_double_payments
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference
from tests.metrics.attention_tables import found
from tests.metrics.tables import Engine, month

JEKULO = "33.19.06"
HADIPOLO, TANJUNGREJO, PLADEN = "33.19.06.2010", "33.19.06.2007", "33.19.06.2011"
KALIREJO = "33.19.04.2003"
Rows = list[dict[str, object]]


def paid(source: str, count: int, area: str) -> dict[str, object]:
    row: dict[str, object] = {"periode": "2026-09", "kode_wilayah": area}
    row |= {"segmen": "BURUH_TANI", "sumber_dana": source}
    return row | {"nilai": 16_800 * count, "peserta_dibayar": count, "bulan_dibayar": 1}


def active(count: int, area: str, **more: object) -> dict[str, object]:
    row: dict[str, object] = {"periode": "2026-09", "kode_wilayah": area}
    row |= {"segmen": "BURUH_TANI", "sumber_dana": "ADD"}
    return row | {"peserta_aktif": count} | more


def twice(area: str, beyond: int) -> Rows:
    """65 active in a desa, and two sources that pay for `beyond` more."""
    return [paid("ADD", 65, area), paid("APBD_PROV", beyond, area)]


def listed(
    engine: Engine, reference: Reference, payments: Rows, people: Rows, *, dalam: str | None = JEKULO
) -> list[tuple[str, int, int, int]]:
    rows = measure_double_payments(
        engine.table("iuran", *payments),
        engine.table("kepesertaan", *people),
        reference=reference,
        question=PremiumQuestion(bulan=month("2026-09"), dalam=dalam),
    )
    shown = rows[["kode_wilayah", "peserta_dibayar", "peserta_aktif", "lebih"]]
    return sorted(shown.itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        # 31 beyond in each, 30 who may live in either: one sure in each, and 62 - 30 - 2 in one or the other
        ([active(30, JEKULO)], [(JEKULO, 190, 160, 30), (HADIPOLO, 96, 95, 1), (TANJUNGREJO, 96, 95, 1)]),
        # enough for one of the two only
        ([active(40, JEKULO)], [(JEKULO, 192, 170, 22)]),
        # enough for both, or of the regency
        ([active(62, JEKULO)], []),
        ([active(30, JEKULO), active(32, "33.19")], []),
        # people of another package or segment excuse nobody
        (
            [active(62, JEKULO, program="JKK+JKM+JHT")],
            [(HADIPOLO, 96, 65, 31), (TANJUNGREJO, 96, 65, 31)],
        ),
        # nobody is known for the kecamatan alone: all is told of the desa
        ([], [(HADIPOLO, 96, 65, 31), (TANJUNGREJO, 96, 65, 31)]),
    ],
)
def test_the_same_people_do_not_excuse_each_desa_of_their_kecamatan(
    engine: Engine, reference: Reference, known: Rows, expected: list[tuple[str, int, int, int]]
) -> None:
    """The 200 of Pladen whom nobody pays for hide nothing of the other two."""
    payments = [*twice(HADIPOLO, 31), *twice(TANJUNGREJO, 31)]
    people = [active(65, HADIPOLO), active(65, TANJUNGREJO), active(200, PLADEN), *known]
    assert listed(engine, reference, payments, people) == sorted(expected)


def test_people_of_the_regency_do_not_excuse_each_kecamatan(one_engine: Engine, reference: Reference) -> None:
    """31 beyond in a desa of Jekulo and of Undaan each, and 40 who may live in either: 22 of the 62 cannot be."""
    payments = [*twice(HADIPOLO, 31), *twice(KALIREJO, 31)]
    people = [active(65, HADIPOLO), active(65, KALIREJO)]
    assert listed(one_engine, reference, payments, [*people, active(40, "33.19")], dalam=None) == [
        ("33.19", 192, 170, 22)
    ]
    # who is known for Jekulo excuses the desa of Jekulo first, and never those of Undaan
    known = [*people, active(31, JEKULO), active(31, "33.19")]
    assert listed(one_engine, reference, payments, known, dalam=None) == []
    known = [*people, active(200, JEKULO), active(30, "33.19")]
    assert listed(one_engine, reference, payments, known, dalam=None) == [(KALIREJO, 96, 95, 1)]
    known = [*people, active(20, JEKULO), active(40, "33.19")]
    assert listed(one_engine, reference, payments, known, dalam=None) == [("33.19", 192, 190, 2)]
    # two of its desa are told of the kecamatan; only the rest is shared with the other kecamatan
    payments, known = [*payments, *twice(TANJUNGREJO, 31)], [*people, active(65, TANJUNGREJO)]
    assert listed(one_engine, reference, payments, [*known, active(40, "33.19")], dalam=None) == [
        ("33.19", 266, 235, 31),
        (JEKULO, 192, 170, 22),
    ]


def test_what_several_kecamatan_share_is_told_of_the_regency(
    one_engine: Engine, reference: Reference
) -> None:
    payments = [*twice(HADIPOLO, 31), *twice(KALIREJO, 31)]
    people = [active(65, HADIPOLO), active(65, KALIREJO), active(40, "33.19")]
    findings = found(one_engine, reference, iuran=payments, kepesertaan=people)
    [told] = [one for one in findings if "BAYAR_GANDA" in one.code]
    assert (told.code, told.kode_wilayah, told.orang) == ("BAYAR_GANDA_KECAMATAN_BERSAMA", "33.19", 22)
    assert rule_of(told) == "BAYAR_GANDA"


def test_one_desa_alone_is_excused_by_all_of_them(engine: Engine, reference: Reference) -> None:
    people = [active(65, HADIPOLO), active(65, TANJUNGREJO), active(31, JEKULO)]
    assert listed(engine, reference, [*twice(HADIPOLO, 31), paid("ADD", 65, TANJUNGREJO)], people) == []


def test_what_they_share_is_told_of_the_kecamatan_beside_what_is_sure_in_each_desa(
    one_engine: Engine, reference: Reference
) -> None:
    payments = [*twice(HADIPOLO, 31), *twice(TANJUNGREJO, 31)]
    people = [active(65, HADIPOLO), active(65, TANJUNGREJO), active(30, JEKULO)]
    findings = found(one_engine, reference, iuran=payments, kepesertaan=people)
    told = {(one.code, one.kode_wilayah, one.orang) for one in findings if "BAYAR_GANDA" in one.code}
    assert told == {
        ("BAYAR_GANDA_DESA_BERSAMA", JEKULO, 30),
        ("BAYAR_GANDA", HADIPOLO, 1),
        ("BAYAR_GANDA", TANJUNGREJO, 1),
    }
