"""The workbook inside an editable chart: what “Edit data” in PowerPoint opens."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter

from jamsos_data.slides.picture import Series

SHEET = "Sheet1"  # the name that the chart's references carry


def data_sheet(
    categories: Sequence[str | datetime], series: Sequence[Series], *, number_format: str
) -> bytes:
    """Categories in column A, one column for each series. A text that looks like a formula stays a text."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet(SHEET)
        month = workbook.add_format({"num_format": "mmm yyyy"})
        style = workbook.add_format({"num_format": number_format})
        for row, category in enumerate(categories, start=1):
            if isinstance(category, datetime):
                sheet.write_datetime(row, 0, category, month)
            else:
                sheet.write_string(row, 0, category)
        for column, one in enumerate(series, start=1):
            sheet.write_string(0, column, one.name)
            for row, value in enumerate(one.values, start=1):
                if value is not None:
                    sheet.write_number(row, column, value, style)
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, len(series), 16)
    return buffer.getvalue()
