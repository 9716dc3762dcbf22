"""Names of persons."""

from __future__ import annotations


def is_name(text: str) -> bool:
    """Whether a line is a person's name: two to six words, each with a capital first letter."""
    words = text.strip(" .,;|").split()
    bare = [w for w in words if not w.endswith(".")]
    return 2 <= len(bare) <= 6 and all(
        _is_word(w) and w[0].isupper() and (not w.isupper() or len(w.strip("'’")) == 1) for w in bare
    )


def _is_word(word: str) -> bool:
    """Letters, and the marks that names of some peoples hold: H'Yưng, K'Brôih."""
    return word.isalpha() or word.translate(_MARKS).isalpha()


_MARKS = str.maketrans("", "", "'’-")
