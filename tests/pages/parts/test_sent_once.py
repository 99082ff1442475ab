"""What the browser reads of a table is made once for a frame that never changes, and anew for all others."""

import pandas as pd
from streamlit import dataframe_util

from pages.parts.sent_once import SentOnce, send_tables_once

FIGURES = {"wilayah": ["Bae", "Jati"], "persen": [61.25, None]}


def sent(frame: pd.DataFrame) -> bytes:
    return dataframe_util.convert_pandas_df_to_arrow_bytes(frame)


def test_a_table_goes_to_the_browser_as_streamlit_would_write_it() -> None:
    plain = sent(pd.DataFrame(FIGURES))
    send_tables_once()

    assert sent(SentOnce(FIGURES)) == plain
    assert sent(pd.DataFrame(FIGURES)) == plain


def test_a_table_that_never_changes_is_written_once_and_others_each_time() -> None:
    send_tables_once()
    kept, plain = SentOnce(FIGURES), pd.DataFrame(FIGURES)

    assert sent(kept) is sent(kept)
    assert sent(plain) is not sent(plain)


def test_a_part_of_a_table_is_not_taken_for_the_whole() -> None:
    send_tables_once()
    kept = SentOnce(FIGURES)
    whole = sent(kept)

    assert sent(kept[["wilayah"]]) != whole
    assert sent(kept.head(1)) == sent(pd.DataFrame(FIGURES).head(1))
