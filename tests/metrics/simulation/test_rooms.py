"""How many more people fit into segments of which one lies in the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jamsos_data.metrics.simulation.places import Spot
from jamsos_data.metrics.simulation.rooms import share_rooms
from tests.metrics.simulation.plans import POTENTIAL, REFERENCE, TARGETS, UNDAAN, answer, codes, plan

TREE = REFERENCE.segmen_tree
SEGMENTS = ("RENTAN", "BURUH_TANI", "UMKM", "PU_BUMD", "RT_RW")
numbers = st.integers(0, 500)


def spot(segmen: str, container: str, room: int) -> Spot:
    return Spot(
        kode_wilayah=UNDAAN,
        segmen=segmen,
        ukur="",
        butuh=0,
        persen=None,
        wadah=container,
        ruang=room,
        potensi=None,
    )


def test_segments_with_their_own_potensi_take_room_of_the_one_above() -> None:
    """Of 680 for BPU, 520 are pekerja rentan's; 160 are left for the two others.

    In the last case 600 and 200 want the 400 of BPU: three quarters and one of what fits, 400 and 200, so 267 and 133.
    """
    spots = [spot("RENTAN", "RENTAN", 520), spot("BURUH_TANI", "BPU", 680), spot("RT_RW", "BPU", 680)]

    assert list(share_rooms(spots, {}, tree=TREE).values()) == [520, 80, 80]
    # 20 of the 520, 100 in all of the 680
    taken = {(UNDAAN, "RENTAN"): 20, (UNDAAN, "RT_RW"): 80}
    assert list(share_rooms(spots, taken, tree=TREE).values()) == [500, 40, 40]
    crowded = [spot("RENTAN", "RENTAN", 600), spot("UMKM", "UMKM", 200), spot("RT_RW", "BPU", 400)]
    assert list(share_rooms(crowded, {}, tree=TREE).values()) == [267, 133, 0]


def test_people_are_never_added_beyond_100_percent_while_another_area_has_room() -> None:
    """Undaan lacks 680 of BPU, of which 520 RENTAN."""
    potential = [*POTENTIAL, {"tahun": 2026, "kode_wilayah": UNDAAN, "segmen": "RENTAN", "jumlah": 840}]
    asked = plan(segmen=("RENTAN", "BURUH_TANI"), wilayah=(UNDAAN,), ukuran="orang", jumlah=680)
    found = answer(asked, potential=potential, targets=[*TARGETS, {**TARGETS[0], "segmen": "RENTAN"}])

    assert found.rows.set_index("segmen")["orang"].to_dict() == {"BURUH_TANI": 160, "RENTAN": 520}
    assert "LEBIH_DARI_POTENSI" not in codes(found)


@given(
    rooms=st.dictionaries(st.sampled_from([*SEGMENTS, "BPU", "PU", "SEMUA"]), numbers, min_size=1),
    taken=st.data(),
)
def test_what_fits_into_segments_never_exceeds_the_room_of_one_around_them(
    rooms: dict[str, int], taken: st.DataObject
) -> None:
    containers = {
        segmen: next((code for code in (segmen, *TREE.ancestors(segmen)) if code in rooms), "")
        for segmen in SEGMENTS
    }
    spots = [spot(segmen, code, rooms.get(code, 0)) for segmen, code in containers.items()]
    given_out = {one.place: taken.draw(numbers) for one in spots}
    found = share_rooms(spots, given_out, tree=TREE)

    used = {code for code in containers.values() if code}
    for container in used:
        inside = [one.place for one in spots if one.segmen in TREE.descendants(container) and one.wadah]
        left = max(rooms[container] - sum(given_out[place] for place in inside), 0)
        assert sum(found[place] for place in inside) <= left
    assert all(number >= 0 for number in found.values())
    assert all(found[one.place] == 0 for one in spots if not one.wadah)
