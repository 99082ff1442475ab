"""Slides as a PowerPoint file: titles, charts, tables and notes that can all be edited there."""
