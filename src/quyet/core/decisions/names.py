"""Names of persons."""

from __future__ import annotations


def is_name(text: str) -> bool:
    """Whether a line is a person's name: two to six words, each with a capital first letter."""
    words = text.strip(" .,;|").split()
    bare = [w for w in words if not w.endswith(".")]
    return 2 <= len(bare) <= 6 and all(
        w.isalpha() and w[0].isupper() and (w[1:].islower() or len(w) == 1) for w in bare
    )
