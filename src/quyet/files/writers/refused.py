"""Why a paper cannot be written in some format, as one sentence in each language."""

from __future__ import annotations


class Unwritable(ValueError):
    """A paper that cannot become such a file: a letter that no font has, a name too long for a field. `text` are the
    words that stand in the way, where it is some."""

    def __init__(self, message: str, message_en: str, text: str = "") -> None:
        super().__init__(message_en)
        self.message, self.message_en, self.text = message, message_en, text
