"""Numbers of persons in texts that somebody is shown."""

import re

# A number of a person is never shown, not even as the text of a faulty cell (UU 27/2022). Written with gaps or
# marks, with a digit missing or doubled, or rounded by Excel, it still tells the birth date.
_NIK = re.compile(
    r"(?<!\d)(\d{2})(?:[ .,'’\-\u00a0]?\d){13,15}(?!\d)|(?<!\d)(\d)[.,]\d{2,15}[eE]\+?1[4-6](?!\d)"
)


def mask(text: str) -> str:
    """A text in which everything that looks like a NIK or family card number is unreadable."""
    return _NIK.sub(lambda found: (found[1] or found[2]).ljust(16, "•"), text)
