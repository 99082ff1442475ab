"""Employment social security data of one regency: reading, keeping and counting it.

Knows nothing of Streamlit or Plotly; usable from a notebook, a script or a test.
"""

__version__ = "0.1.0"
