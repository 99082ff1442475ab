"""Difficult files as offices send them, each named after its trouble, with how they must be read.

The delimited texts lie here as they are. The workbooks are written by `workbooks.py`, where their cells can be
read and changed; `python -m tests.intake.corpus.workbooks` writes them again.
"""
