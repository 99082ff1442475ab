"""Charts: pure functions from a tidy frame of figures to a Plotly figure, one subject for each module.

Every chart takes the columns that the metrics give (one row for each thing drawn), the words of one
language and the look of one theme; it filters nothing and computes nothing but layout. Beside each
chart stands a `describe_…` that says in one sentence what the picture shows (for the `alt` text).
Identical input gives byte-identical figures. Pages show their empty state for an empty frame.
"""
