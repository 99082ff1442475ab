"""The monthly report as a PDF of a few A4 pages, set on the server without a browser."""
