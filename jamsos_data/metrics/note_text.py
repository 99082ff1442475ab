"""The notes on premiums in words."""

from jamsos_data.messages import Messages


def note_texts(codes: str, words: Messages) -> list[str]:
    """What the codes of a `catatan` (joined by ";") say, in the language of `words`: catalogue key note.<code>.

    A code of a replaced tariff table may have no words; it stands for itself.
    """
    return [words(f"note.{code}") if f"note.{code}" in words else code for code in codes.split(";") if code]
