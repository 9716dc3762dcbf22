"""The language of the command: Vietnamese, unless `--lang en` or QUYET_LANG=en asks for English."""

from __future__ import annotations

import os
from collections.abc import Sequence

LANGUAGES = ("vi", "en")
_chosen = ["vi"]


def choose(argv: Sequence[str]) -> None:
    """Set the language before the arguments are parsed: help and mistakes are said in it too."""
    language = asked_for(argv) or os.environ.get("QUYET_LANG", "").strip().lower()
    _chosen[0] = language if language in LANGUAGES else "vi"


def asked_for(argv: Sequence[str]) -> str | None:
    """The language that the arguments ask for, right or wrong."""
    for before, argument in zip(["", *argv], argv, strict=False):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if before == "--lang":
            return argument
    return None


def say(vi: str, en: str) -> str:
    """The sentence in the language chosen. Both stand side by side, so that neither is forgotten."""
    return en if _chosen[0] == "en" else vi
