"""The slides of a meeting as values: the same ones in the browser, in PowerPoint and in the monthly report.

`deck.py` declares which slides there are and in what order; `slide.py` and `picture.py` say what one is made of.
"""
