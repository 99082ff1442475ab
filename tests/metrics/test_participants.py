"""People counted by place: the two ways of adding up segments agree, whatever is stated where."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from jamsos_data.metrics.participants import count_by_place, roll_up
from jamsos_data.reference import load_reference
from tests.metrics.tables import month

REFERENCE = load_reference()
KEYS = ["periode", "kode_wilayah", "segmen"]
stated = st.dictionaries(
    st.tuples(
        st.sampled_from([month("2026-08"), month("2026-09")]),
        st.sampled_from(["33.19", "33.19.04", "33.19.04.2003"]),
        st.sampled_from(REFERENCE.segmen_tree.codes),
    ),
    st.integers(0, 100),
    max_size=12,
)


@given(people=stated, dengan_jakon=st.booleans())
def test_people_by_place_are_those_of_the_frame(people, dengan_jakon) -> None:
    rows = pd.DataFrame(
        [(*place, count) for place, count in people.items()], columns=[*KEYS, "peserta_aktif"]
    ).astype({"periode": "datetime64[us]", "kode_wilayah": "str", "segmen": "str", "peserta_aktif": "int64"})
    frame = roll_up(rows, reference=REFERENCE, dengan_jakon=dengan_jakon)
    by_place = count_by_place(rows, reference=REFERENCE, dengan_jakon=dengan_jakon)

    assert by_place == {
        tuple(place): count for *place, count in frame[[*KEYS, "peserta_aktif"]].itertuples(index=False)
    }
