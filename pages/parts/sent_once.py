"""Tables that are turned into what the browser reads once, not anew for each viewer and each click.

Streamlit writes a frame in Arrow's format whenever it is shown: for the table of Ringkasan, twice (figures and texts),
a tenth of all that the server does for a click.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd
from streamlit import dataframe_util


class SentOnce(pd.DataFrame):
    """A frame that is never changed, with the bytes in which it goes to the browser, once they are known."""

    _metadata = ["sent"]  # noqa: RUF012 - so pandas declares what its frames carry along
    sent: bytes | None = None


@cache
def send_tables_once() -> None:
    """Let Streamlit keep the bytes of frames that are :class:`SentOnce`."""
    convert = dataframe_util.convert_pandas_df_to_arrow_bytes

    def converted(df: pd.DataFrame, **options: Any) -> bytes:
        if not isinstance(df, SentOnce) or options:
            return convert(df, **options)
        if df.sent is None:
            df.sent = convert(df)
        return df.sent

    dataframe_util.convert_pandas_df_to_arrow_bytes = converted
