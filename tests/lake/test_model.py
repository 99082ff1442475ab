"""Any order of uploads and restores leaves what a plain model of the rules says."""

import tempfile

from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_data.lake import Lake
from tests.lake.rows import people, put

Cell = tuple[str, str, str]
MONTHS, AREAS, SEGMENTS = ["2026-08", "2026-09"], ["33.19.04", "33.19.09"], ["RENTAN", "RT_RW"]

uploads = st.dictionaries(
    st.tuples(st.sampled_from(MONTHS), st.sampled_from(AREAS), st.sampled_from(SEGMENTS)),
    st.integers(0, 9),
    min_size=1,
    max_size=4,
)
steps = st.lists(st.one_of(uploads, st.integers(0, 6)), min_size=1, max_size=6)


def replaced(there: dict[Cell, int], upload: dict[Cell, int]) -> dict[Cell, int]:
    """What is outside the months and segments of the upload stays; inside them only the upload counts."""
    months = {month for month, _, _ in upload}
    segments = {segmen for _, _, segmen in upload}
    kept = {cell: n for cell, n in there.items() if cell[0] not in months or cell[2] not in segments}
    return kept | upload


@settings(max_examples=12)
@given(steps)
def test_uploads_and_restores_in_any_order_keep_every_version_readable(
    chosen: list[dict[Cell, int] | int],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        lake = Lake(folder)
        versions: list[dict[Cell, int]] = [{}]
        for step in chosen:
            if isinstance(step, dict):
                put(lake, *((*cell, count) for cell, count in step.items()))
                versions.append(replaced(versions[-1], step))
            elif step < len(versions) - 1:
                lake.restore("kepesertaan", step)
                versions.append(versions[step])
        for number, content in enumerate(versions):
            expected = sorted((*cell, count) for cell, count in content.items())
            assert people(lake, version=number) == expected
        assert (lake.version("kepesertaan") or 0) == len(versions) - 1
