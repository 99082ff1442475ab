"""The style sheets of the pages in one: for screens, for telephones, for paper."""

from pathlib import Path

SHEETS = ("page.css", "phone.css", "paper.css")
STYLES = "".join(Path(__file__).with_name(name).read_text(encoding="utf-8") for name in SHEETS)
