"""The texts that a table shows, beside the figures that it sorts by."""

import io

import pandas as pd
import pyarrow as pa
from streamlit.elements.lib.pandas_styler_utils import marshall_styler
from streamlit.proto.ArrowData_pb2 import ArrowData

from pages.parts.tables import Cells


def test_the_browser_gets_the_texts_as_they_are_written_beside_the_figures() -> None:
    figures = pd.DataFrame({"wilayah": ["Bae", "Jati"], "persen": [61.25, None]})
    cells = Cells(figures, [["Bae", "61,3 %"], ["Jati", "–"]])
    sent = ArrowData()
    marshall_styler(sent, cells, "1")  # type: ignore[arg-type] - it is known by its name
    shown = pa.ipc.open_stream(io.BytesIO(sent.styler.display_values)).read_pandas()
    assert shown.to_numpy().tolist() == [["Bae", "61,3 %"], ["Jati", "–"]]
    assert cells.data["persen"].tolist()[0] == 61.25
