"""Both languages of a sentence stand side by side where it is said; the page's language picks one.

No catalogue: a sentence cannot lose its translation, and whoever changes one sees the other.
"""

from __future__ import annotations

from django.utils.translation import get_language

LANGUAGES = ("vi", "en")


def is_english() -> bool:
    """Whether the page is in English."""
    return (get_language() or "vi").startswith("en")


def say(vi: str, en: str, **values: object) -> str:
    """The sentence in the page's language with its values filled in.

    English may hold two forms, `one|many`, told apart by the value `n`.
    """
    chosen = en if is_english() else vi
    if is_english() and "|" in en:
        one, many = en.split("|")
        chosen = one if values["n"] == 1 else many
    return chosen.format(**values) if values else chosen
