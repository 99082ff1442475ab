"""Step 2, locate: where the header of a sheet is, and which rows beneath it are data, sections, totals, notes."""
