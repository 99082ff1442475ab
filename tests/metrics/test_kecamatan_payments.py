"""Whole kecamatan where more people are paid for than can be active, and where that cannot be told."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_data.metrics.double_payments import measure_double_payments, measure_unjudged_payments
from jamsos_data.metrics.frames import records
from jamsos_data.metrics.kecamatan_payments import Active, Payment, compare_kecamatan
from jamsos_data.metrics.questions import PremiumQuestion
from jamsos_data.reference import Reference, load_reference
from tests.metrics.tables import Engine, month

JEKULO = "33.19.06"
HADIPOLO, TANJUNGREJO = "33.19.06.2010", "33.19.06.2007"
Rows = list[dict[str, object]]


def paid(source: str, count: int, area: str = JEKULO, **more: object) -> dict[str, object]:
    row = {"periode": "2026-09", "kode_wilayah": area, "segmen": "BURUH_TANI", "sumber_dana": source}
    return row | {"nilai": 16_800 * count, "peserta_dibayar": count, "bulan_dibayar": 1} | more


def active(count: int, area: str = JEKULO, **more: object) -> dict[str, object]:
    row = {"periode": "2026-09", "kode_wilayah": area, "segmen": "BURUH_TANI", "sumber_dana": "ADD"}
    return row | {"peserta_aktif": count} | more


def ask(
    measure: Any, engine: Engine, reference: Reference, payments: Rows, people: Rows, **asked: Any
) -> Any:
    return records(
        measure(
            engine.table("iuran", *payments),
            engine.table("kepesertaan", *people),
            reference=reference,
            question=PremiumQuestion(bulan=month("2026-09"), **asked),
        )
    )


def beyond(
    engine: Engine, reference: Reference, payments: Rows, people: Rows, **asked: Any
) -> list[tuple[Any, ...]]:
    rows = ask(measure_double_payments, engine, reference, payments, people, **asked)
    names = ("kode_wilayah", "segmen", "peserta_dibayar", "peserta_aktif", "lebih")
    return [tuple(row[name] for name in names) for row in rows]


def unjudged(
    engine: Engine, reference: Reference, payments: Rows, people: Rows, **asked: Any
) -> list[tuple[Any, ...]]:
    rows = ask(measure_unjudged_payments, engine, reference, payments, people, **asked)
    return [tuple(row[name] for name in ("kode_wilayah", "lebih", "alasan", "banyak")) for row in rows]


def test_all_payments_of_a_kecamatan_are_compared_with_everybody_active_there(
    engine: Engine, reference: Reference
) -> None:
    payments = [paid("APBD_PROV", 40), paid("ADD", 30, HADIPOLO), paid("ADD", 20, TANJUNGREJO)]
    people = [active(55), active(15, HADIPOLO), active(5, program="JKK+JKM+JHT")]
    assert beyond(engine, reference, payments, people) == [(JEKULO, "BURUH_TANI", 90, 75, 15)]
    assert unjudged(engine, reference, payments, people) == []


@pytest.mark.parametrize(
    ("payments", "people"),
    [
        # no more than are active
        ([paid("APBD_PROV", 40), paid("ADD", 30, HADIPOLO)], [active(70)]),
        # one source alone, or one beside what contains it, pays wrongly, but not twice
        ([paid("ADD", 40), paid("ADD", 30, HADIPOLO)], [active(10)]),
        ([paid("APBDES", 40), paid("ADD", 30, HADIPOLO)], [active(10)]),
        # segments that are not of the same people
        ([paid("APBD_PROV", 40), paid("ADD", 30, segmen="BPD")], [active(40), active(30, segmen="BPD")]),
        # one pays accidents, the other deaths of the same people
        ([paid("APBD_PROV", 40, program="JKK"), paid("CSR", 40, program="JKM")], [active(40)]),
        # arrears of twelve months in one payment beside the monthly one of the same source
        (
            [paid("ADD", 40), paid("ADD", 40, periode="2026-08", bulan_dibayar=8), paid("CSR", 5)],
            [active(45)],
        ),
        # the ADD of another month is in what the APBDes paid ahead
        (
            [paid("APBDES", 40, periode="2026-01", bulan_dibayar=12), paid("ADD", 40), paid("CSR", 5)],
            [active(45)],
        ),
        # people known for a segment above may be of this one
        ([paid("APBD_PROV", 40), paid("CSR", 30)], [active(70, segmen="BPU")]),
        # nobody was stated at all, which is not nobody: told as not to be judged
        ([paid("APBD_PROV", 40), paid("CSR", 30)], []),
    ],
)
def test_it_is_no_double_payment(
    one_engine: Engine, reference: Reference, payments: Rows, people: Rows
) -> None:
    assert beyond(one_engine, reference, payments, people) == []


def test_people_known_for_the_regency_only_may_be_there(one_engine: Engine, reference: Reference) -> None:
    payments = [paid("APBD_PROV", 40), paid("CSR", 30)]
    people = [
        active(10),
        active(2, "33.19"),
        active(7, "33.19", segmen="BPU"),
        active(99, "33.19", segmen="PU"),
    ]
    # BPU holds the 2 BURUH_TANI of the regency, so 7 people may be there
    assert beyond(one_engine, reference, payments, people) == []
    assert unjudged(one_engine, reference, payments, people) == [(JEKULO, 60, "HANYA_KABUPATEN", 7)]


def test_desa_that_say_nothing_may_have_people(one_engine: Engine, reference: Reference) -> None:
    desa = reference.desa_of(JEKULO)
    payments = [paid("APBD_PROV", 40), paid("CSR", 30)]
    some, every = [active(2, area) for area in desa[:3]], [active(2, area) for area in desa]
    assert beyond(one_engine, reference, payments, some) == []
    assert unjudged(one_engine, reference, payments, some) == [
        (JEKULO, 64, "DESA_TANPA_PESERTA", len(desa) - 3)
    ]
    assert beyond(one_engine, reference, payments, every)[0][-1] == 70 - 2 * len(desa)
    # nobody is stated as well
    none = [*some, *(active(0, area) for area in desa[3:])]
    assert beyond(one_engine, reference, payments, none) == [(JEKULO, "BURUH_TANI", 70, 6, 64)]


def test_who_is_told_of_a_desa_is_not_told_again_of_its_kecamatan(
    one_engine: Engine, reference: Reference
) -> None:
    payments = [paid("ADD", 65, HADIPOLO), paid("APBD_PROV", 31, HADIPOLO)]
    people = [active(65, HADIPOLO), active(0)]
    of_desa = (HADIPOLO, "BURUH_TANI", 96, 65, 31)
    assert beyond(one_engine, reference, payments, people) == [of_desa]
    more = [*payments, paid("CSR", 4)]
    assert beyond(one_engine, reference, more, people) == [of_desa, (JEKULO, "BURUH_TANI", 69, 65, 4)]


def test_an_upper_segment_is_told_of_those_whom_the_lower_do_not_tell(
    one_engine: Engine, reference: Reference
) -> None:
    payments = [paid("ADD", 40), paid("APBD_PROV", 30), paid("CSR", 100, segmen="BPU")]
    people = [active(60), active(70, segmen="BPU")]
    # BPU has 70 people, 60 of them BURUH_TANI; for BURUH_TANI 70 are paid, and 10 of BPU may be of them.
    # CSR pays 100 of BPU, and all segments in it are in one payment only where the source is the same.
    assert beyond(one_engine, reference, payments, people) == [(JEKULO, "BPU", 170, 70, 100)]


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({"dalam": JEKULO}, 1),
        ({"dalam": "33.19.07"}, 0),
        ({"dalam": HADIPOLO}, 0),
        ({"sumber_dana": "APBDES"}, 1),
        ({"sumber_dana": "CSR"}, 0),
        ({"segmen": "BPU"}, 1),
        ({"segmen": "RENTAN"}, 0),
    ],
)
def test_it_can_be_asked_of_one_area_payer_or_segment(
    one_engine: Engine, reference: Reference, asked: dict[str, str], number: int
) -> None:
    payments = [paid("APBD_PROV", 40), paid("ADD", 30, HADIPOLO)]
    assert len(beyond(one_engine, reference, payments, [active(50)], **asked)) == number


_PLACES = st.sampled_from((JEKULO, HADIPOLO, TANJUNGREJO))
_SEGMENTS = st.sampled_from(("BPU", "BURUH_TANI", "BPD"))
_SOURCES = st.sampled_from(("ADD", "CSR", "APBD_PROV"))
_NOBODY_TOLD = pd.DataFrame({"kode_wilayah": pd.array([], dtype="str"), "segmen": [], "lebih": []})


@given(st.lists(st.tuples(_PLACES, _SEGMENTS, _SOURCES, st.integers(1, 30)), max_size=8), st.data())
def test_where_everybody_is_paid_once_nothing_is_told_however_coarsely_it_is_stated(
    groups: list[tuple[str, str, str, int]], data: st.DataObject
) -> None:
    """Each group is paid for by one source; who is active is stated for it or more coarsely."""
    reference = load_reference()
    payments = [
        Payment(kode_wilayah=area, segmen=segmen, sumber_dana=source, orang=many)
        for area, segmen, source, many in groups
    ]
    people = [
        Active(
            kode_wilayah=data.draw(st.sampled_from((area, JEKULO, "33.19"))),
            segmen=data.draw(st.sampled_from((segmen, *reference.segmen_tree.ancestors(segmen)))),
            orang=many,
        )
        for area, segmen, _, many in groups
    ]
    found = compare_kecamatan(
        payments,
        people,
        lambda: _NOBODY_TOLD,
        reference=reference,
        question=PremiumQuestion(bulan=month("2026-09")),
    )
    assert [one for one in found if not one.alasan] == []


def test_people_listed_of_a_desa_for_a_wider_segment_are_not_listed_of_its_kecamatan_again(
    engine: Engine, reference: Reference
) -> None:
    """Fourteen are paid for and seven active, so seven at most are paid for beyond them."""
    people = [
        active({HADIPOLO: 4, TANJUNGREJO: 3}.get(area, 0), area, segmen=segmen)
        for area in reference.desa_of(JEKULO)
        for segmen in (("BPU", "BURUH_TANI") if area == HADIPOLO else ("BPU",))
    ]
    people = [row for row in people if row["kode_wilayah"] != TANJUNGREJO] + [active(3, TANJUNGREJO)]
    payments = [
        paid("ADD", 10, HADIPOLO),
        paid("CSR", 1, HADIPOLO, segmen="BPU"),
        paid("CSR", 3, TANJUNGREJO),
    ]
    assert beyond(engine, reference, payments, people) == [(HADIPOLO, "BPU", 11, 4, 7)]
